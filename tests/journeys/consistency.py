"""What must hold in the window whatever was done: after each action, and once nothing is under way any more."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType
from typing import Any

import numpy as np
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog

from trekker.gui.background.jobs import Jobs
from trekker.gui.party import names_of
from trekker.gui.session import Session
from trekker.messages import number
from trekker.optimizers.writers import FIRST
from trekker.walk.race import Race
from trekker.walk.regrouping import same_walk

_UNTOLD = frozenset({"full_screen"})  # without a window manager, as on a virtual screen, nobody is told that it ended
_ALLOWED_DIALOGS = 2  # hidden ones that are about to be deleted


class Faults:
    """Collects, as long as it is entered, what was raised where nobody catches it, and what Qt warns of."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __enter__(self) -> Faults:
        self._hook, self._unraisable = sys.excepthook, sys.unraisablehook
        sys.excepthook = self._raised
        sys.unraisablehook = lambda what: self._raised(what.exc_type, what.exc_value, what.exc_traceback)
        self._handler = qInstallMessageHandler(self._said)
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook, sys.unraisablehook = self._hook, self._unraisable
        qInstallMessageHandler(self._handler)

    def _raised(self, kind: type[BaseException], what: BaseException | None, where: TracebackType | None) -> None:
        self.seen.append("".join(traceback.format_exception(kind, what, where)))

    def _said(self, kind: QtMsgType, _: QMessageLogContext, message: str | None) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            self.seen.append(f"Qt says: {message}")


def disagreements(window: Any) -> list[str]:
    """Return what is wrong in the window, whatever is under way in it."""
    session = window.session
    return [*_of_session(session), *_of_trails(session), *_of_timeline(window), *_of_commands(window)]


def is_busy(window: Any) -> bool:
    """Tell whether anything is under way."""
    return any(each.busy for each in window.findChildren(Jobs))


def leftovers(window: Any) -> list[str]:
    """Return what is wrong in the window once nothing is under way; empty when it has settled."""
    wrong = disagreements(window)
    busy = [type(each.parent()).__name__ for each in window.findChildren(Jobs) if each.busy]
    if busy:
        return [*wrong, f"{len(busy)} jobs are still under way, of {busy}"]
    if window.session.ground is None or not window.session.ready:
        return [*wrong, "the session is not ready"]
    return [*wrong, *_of_panels(window), *_of_party(window), *_of_windows(window)]


def _of_session(session: Session) -> list[str]:
    party = session.scenario.trekkers
    wrong = []
    if not 0 <= session.selected < len(party):
        wrong.append(f"trekker {session.selected} of {len(party)} is looked at")
    if not session.hidden <= set(range(len(party))):
        wrong.append(f"trekkers {set(session.hidden)} of {len(party)} are hidden")
    if not 0 <= session.cursor <= session.length:
        wrong.append(f"the cursor is at {session.cursor} of {session.length}")
    walking, anew = [each.trekker for each in session.descents], session.latecomers.anew  # who still stands as before
    are_they = len(walking) == len(party) and all(
        new.number in anew or same_walk(old, new) for old, new in zip(walking, party, strict=True)
    )
    if session.ready and not are_they:
        wrong.append("the trekkers who walk are not those of the scenario")
    if any(each.ground is not session.ground for each in session.descents):
        wrong.append("somebody walks on another ground")
    return wrong


def _of_trails(session: Session) -> list[str]:
    wrong = []
    for index, descent in enumerate(session.descents):
        trail, step = descent.trail, session.step_of(index)
        if not 0 <= step <= trail.steps or trail.steps != len(trail) - 1:
            wrong.append(f"trekker {index} is shown at step {step} of {trail.steps} with {len(trail)} rows")
        if len(trail.theta) != len(trail) or len(trail.cost) != len(trail):
            wrong.append(f"the trail of trekker {index} has columns of different lengths")
        if not np.isfinite(trail.theta[0]).all():
            wrong.append(f"trekker {index} starts nowhere")
    return wrong


def _of_timeline(window: Any) -> list[str]:
    session, timeline = window.session, window.timeline
    shown = (timeline.slider.value(), timeline.slider.maximum())
    wrong = (
        []
        if shown == (session.cursor, session.length)
        else [f"the timeline shows {shown}, the session is at {(session.cursor, session.length)}"]
    )
    told = number(1000 * session.clock.tick * session.cursor, 3) if session.clock.race is Race.TIME else session.cursor
    if str(told) not in timeline.position.text():
        wrong.append(f"the timeline says {timeline.position.text()!r}, the cursor is at {session.cursor}")
    return wrong


def _of_commands(window: Any) -> list[str]:
    wrong = []
    for command in window.commands.all:
        action = window.commands[command.name]
        if action.isEnabled() != command.enabled():
            wrong.append(f"{command.name} can be used: {command.enabled()}, but its action says {action.isEnabled()}")
        if command.checked is not None and command.name not in _UNTOLD and action.isChecked() != command.checked():
            wrong.append(f"{command.name} is on: {command.checked()}, but its action says {action.isChecked()}")
    return wrong


def _of_panels(window: Any) -> list[str]:
    session, card = window.session, window.trekker
    step, descent = session.step, session.descent
    told = {
        "the rule's picker": (card.rule.currentData(), _none_by_hand(session)),
        "the batch": (card.how_much.currentIndex(), {None: 0, 1: 1}.get(session.trekker.batch_size, 2)),
        "the schedule's picker": (card.schedule.currentData(), session.trekker.schedule.name),
        "the clipping's picker": (card.clipping.currentData(), session.trekker.clipping.kind),
        "the seed": (card.seed.value, session.scenario.seed),
        "the settings": (card.form.settings, session.trekker.optimizer) if hasattr(card.form, "settings") else (0, 0),
        "the heading": (card.heading.text(), names_of(session.scenario.trekkers)[session.selected]),
    }
    wrong = [f"{name} says {said!r}, and it is {so!r}" for name, (said, so) in told.items() if said != so]
    if window.rule.isVisible():
        wrong += _of_rule(window, descent, step)
    return wrong


def _none_by_hand(session: Session) -> str | None:
    from trekker.optimizers import catalogue

    name = session.trekker.optimizer.name
    return name if name in catalogue() else None


def _of_rule(window: Any, descent: Any, step: int) -> list[str]:
    explanation = descent.explain(step, window.session.plane.parameters or FIRST)
    wrong = []
    if window.rule.numbers.text() != explanation.last.numeric:
        wrong.append(f"the rule says {window.rule.numbers.text()!r}, the trail {explanation.last.numeric!r}")
    if window.rule.feel.text() != window.rule._felt(descent, step, np.asarray(explanation.start["gradient"])):
        wrong.append(f"what is felt is said to be {window.rule.feel.text()!r}")
    return wrong


def _of_party(window: Any) -> list[str]:
    session = window.session
    party, names = session.scenario.trekkers, names_of(session.scenario.trekkers)
    model = window.party.model
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    wrong = [] if shown == list(names) else [f"the party's list shows {shown}, and they are {names}"]
    if window.party.list.currentIndex().row() != session.selected:
        wrong.append(f"row {window.party.list.currentIndex().row()} is chosen, {session.selected} is looked at")
    if window.race.isVisible():
        ranked = sorted(each.index for each in window.race.model.table)
        if ranked != list(range(len(party))):
            wrong.append(f"the race tells of {ranked}, and there are {len(party)}")
        wrong += [
            f"the race says that {each.index} is at step {each.step}, and it is at {session.step_of(each.index)}"
            for each in window.race.model.table
            if ranked == list(range(len(party))) and each.step != session.step_of(each.index)
        ]
    return wrong


def _of_windows(window: Any) -> list[str]:
    wrong = []
    if len(window.findChildren(Session)) != 1:
        wrong.append(f"there are {len(window.findChildren(Session))} sessions")
    dialogs = [type(each).__name__ for each in window.findChildren(QDialog)]
    if len(dialogs) > _ALLOWED_DIALOGS:
        wrong.append(f"closed dialogs are kept: {dialogs}")
    if QApplication.activeModalWidget() is not None:
        wrong.append("a dialog is open")
    strays = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]
    wrong += [f"{type(each).__name__} stands about" for each in strays if each.metaObject().className() != "QTipLabel"]
    return wrong
