"""What a model makes of the rows that it did not learn from, at some of the places of a walk."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QObject, Signal

from trekker.cost import Array
from trekker.gui.background.jobs import Jobs
from trekker.gui.background.throttle import Throttle
from trekker.gui.session import Session
from trekker.learning.learned_ground import LearnedGround
from trekker.walk.descent import Descent

_MOST_PLACES = 64  # of a walk that are judged: enough for a curve
_AT_ONCE = 4  # are judged before they are told: on a busy computer every place waits for its turn
_LOOK_MS = 150


class Judged(NamedTuple):
    """How good one place is; where rows are very many, by those that stand for them.

    Attributes:
        step: the step of the walk at which it was reached.
        cost: the cost on the rows held out.
        learnt: the share of the rows learnt from that is predicted right; NaN where there are no classes.
        held_out: the same of the rows held out.
    """

    step: int
    cost: float
    learnt: float
    held_out: float


class HeldOut(QObject):
    """Judges places of the looked-at trekker's walk off the GUI thread, thinned where it is long, each once.

    The place that is looked at comes first; the curve follows, a few places at a time.

    Attributes:
        changed: more places are judged.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = Jobs(self, session.workbench)
        self._judged: WeakKeyDictionary[Descent, dict[int, Judged]] = WeakKeyDictionary()
        self._throttle = Throttle(_LOOK_MS, self._judge_more, self)
        session.moved.connect(self._throttle.request)
        session.restarted.connect(self._throttle.request)
        session.party_changed.connect(self._throttle.request)
        session.ground_changed.connect(self._jobs.cancel)

    @property
    def ground(self) -> LearnedGround | None:
        """The ground, where rows are held out."""
        ground = self._session.ground
        return ground if isinstance(ground, LearnedGround) and ground.validation_rows else None

    def curve(self, descent: Descent) -> tuple[Array, Array]:
        """Return the steps that are judged, ascending, and the cost there on the rows held out; both (k,)."""
        known = self._judged.get(descent, {})
        wanted = [step for step in judged_steps(descent.trail.steps) if step in known]
        return np.array(wanted, dtype=np.float64), np.array([known[step].cost for step in wanted])

    def at(self, descent: Descent, step: int) -> Judged | None:
        """Return the judgement of the last judged place up to ``step``; None where there is none."""
        known = self._judged.get(descent, {})
        steps = [each for each in known if each <= step]
        return known[max(steps)] if steps else None

    def close(self) -> None:
        """Give up what is under way, and wait until it is gone."""
        self._jobs.wait()

    def _judge_more(self) -> None:
        if self.ground is None or not self._session.ready or self._jobs.busy:
            return
        descent = self._session.descent
        known = self._judged.setdefault(descent, {})
        wanted = {*judged_steps(descent.trail.steps), self._session.step}
        missing = sorted(wanted - known.keys(), key=lambda step: (step != self._session.step, step))[:_AT_ONCE]
        if not missing:
            return
        thetas = descent.trail.theta[missing]  # a copy: the walk goes on meanwhile

        def take(found: list[Judged]) -> None:
            known.update(zip(missing, found, strict=True))
            self.changed.emit()
            self._throttle.request()

        self._jobs.start(_judging(self.ground, missing, thetas), take, lambda _: None)


def judged_steps(steps: int) -> list[int]:
    """Return the steps of a walk of so many that are judged: few, and of a longer walk no others than some of these.

    >>> judged_steps(3)
    [0, 1, 2, 3]
    """
    stride = 1
    while steps // stride >= _MOST_PLACES:
        stride *= 2
    return list(range(0, steps + 1, stride))


def _judging(
    ground: LearnedGround, steps: list[int], thetas: Array
) -> Callable[[Callable[[float], None]], list[Judged]]:
    def judge(progress: Callable[[float], None]) -> list[Judged]:
        found = []
        jury, told_by = ground.sampled, ground.held_out_told_by
        for done, (step, theta) in enumerate(zip(steps, thetas, strict=True)):
            progress(done / len(thetas))
            with np.errstate(all="ignore"):
                learnt = float(jury.accuracy(theta)) if ground.classifies else np.nan
                held_out = float(jury.validation_accuracy(theta)) if ground.classifies else np.nan
                cost = np.nan if told_by is None else float(told_by.cost(theta))
                found.append(Judged(step, cost, learnt, held_out))
        return found

    return judge
