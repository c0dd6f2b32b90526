"""The mountain in the middle: the scene, fed from the session, with the verdict over it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from trekker.ground import Ground
from trekker.gui.jobs import Jobs
from trekker.gui.panels.card import label
from trekker.gui.party import colour_of, marker_of, names_of, outcome_of, table_of
from trekker.gui.scene.detail import COARSEST, FINEST_IN_SOFTWARE, FINEST_ON_HARDWARE, refined
from trekker.gui.scene.landscape import Landscape, sample
from trekker.gui.scene.opengl import OpenGLStatus
from trekker.gui.scene.scene import MountainScene
from trekker.gui.scene.walker import SceneColours, Walker
from trekker.gui.session import Session
from trekker.gui.setup import starting_one_at
from trekker.gui.texts import core_message, core_text
from trekker.gui.theme import Theme
from trekker.walk.verdict import Reason, Verdict

_LEAST_FELT = 0.08  # of the map's diagonal: so much ground the feet always feel
_MOST_FELT = 0.25


class MountainPanel(QFrame):
    """Shows ground, trekkers and verdict; a click on the ground moves the start there.

    Attributes:
        blindfold_changed: whether all but the ground underfoot is hidden.
    """

    blindfold_changed = Signal(bool)

    def __init__(self, session: Session, opengl: OpenGLStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session = session
        self._blindfolded = False
        self._refining = Jobs(self)
        self._finest = FINEST_IN_SOFTWARE if opengl.is_software else FINEST_ON_HARDWARE
        self.scene = MountainScene(samples=opengl.samples)
        self.scene.setAccessibleName(self.tr("Mountain"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self.scene)
        self.verdict = VerdictBanner(self.scene)
        self.scene.ground_clicked.connect(self._start_here)
        session.ground_changed.connect(self._show_ground)
        session.plane_changed.connect(self._show_ground)
        session.moved.connect(self._show_walkers)
        session.party_changed.connect(self._show_walkers)

    @property
    def blindfolded(self) -> bool:
        """Whether all but the ground underfoot is hidden."""
        return self._blindfolded

    def set_blindfold(self, on: bool) -> None:
        """Put the blindfold on, or take it off."""
        if on != self._blindfolded:
            self._blindfolded = on
            self._show_blindfold()
            self.blindfold_changed.emit(on)

    def look_at_all(self) -> None:
        """Show the whole mountain from where the camera stood at first."""
        self.scene.reset_camera()

    def close_jobs(self) -> None:
        """Give up what is under way, and wait until it is gone."""
        self._refining.wait()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.scene.set_colours(
            SceneColours(
                background=theme.scene,
                fog=theme.fog,
                contour=theme.contour,
                wall=theme.wall,
                text=theme.text,
                line=theme.muted,
                casing=theme.card,
            )
        )
        self.verdict.dress(theme)

    def _show_ground(self) -> None:
        if self._session.shown is not None:
            self._show_landscape(self._session.shown)
            self._show_walkers()

    def _show_landscape(self, ground: Ground) -> None:
        """Show the ground at once, and more finely as soon as that is worked out, if it needs it."""
        coarse = sample(ground, COARSEST, COARSEST)
        self.scene.show_landscape(coarse)

        def show_finer(finer: Landscape) -> None:
            if finer is not coarse:
                self.scene.show_landscape(finer)

        self._refining.start(lambda _: refined(ground, coarse, self._finest), show_finer, lambda _: None)

    def _show_walkers(self) -> None:
        walkers = []
        names = names_of(self._session.scenario.trekkers)
        for index, descent in enumerate(self._session.descents):
            if index in self._session.hidden:
                continue
            rows = self._session.step_of(index) + 1
            trekker = self._session.scenario.trekkers[index]
            walkers.append(
                Walker(
                    colour=colour_of(trekker),
                    points=self._session.plane.place(descent.trail.theta[:rows]),
                    costs=descent.trail.cost[:rows],
                    marker=marker_of(trekker),
                    name=names[index],
                )
            )
        self.scene.show_walkers(tuple(walkers))
        self._show_blindfold()
        self._show_verdict()

    def _show_blindfold(self) -> None:
        ground = self._session.shown
        if ground is None:
            return
        diagonal = ground.bounds.diagonal
        radius = _LEAST_FELT * diagonal
        if self._session.ready:
            change = self._session.descent.change_at(self._session.step) if self._blindfolded else 0.0
            stride = float(np.nan_to_num(np.linalg.norm(change), nan=0.0, posinf=0.0))
            radius = min(max(stride, radius), _MOST_FELT * diagonal)
        self.scene.set_blindfold(self._blindfolded, radius)

    def _show_verdict(self) -> None:
        descent = self._session.descent if self._session.ready else None
        verdict = descent.verdict if descent is not None else None
        if descent is not None and verdict is not None and self._session.step >= descent.trail.steps:
            self.verdict.show_verdict(verdict, self._outcome())
        else:
            self.verdict.hide()

    def _outcome(self) -> str:
        """Say who has won, once everybody's walk has ended; nothing where nobody raced."""
        session = self._session
        over = session.at_the_end and len(session.descents) > 1
        return outcome_of(session, table_of(session)) if over else ""

    def _start_here(self, x: float, y: float) -> None:
        place = np.array((float(f"{x:.6g}"), float(f"{y:.6g}")))
        start = tuple(self._session.plane.theta(place).tolist())
        self._session.edit(starting_one_at(self._session.scenario, start, self._session.selected))


class VerdictBanner(QFrame):
    """Says over the mountain why the walk ended, and what to try."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Verdict"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 7, 12, 8)
        layout.setSpacing(2)
        self.title = label(role="heading", wrap=True)
        self.because = label(wrap=True)
        self.advice = label(role="hint", wrap=True)
        self.outcome = label(wrap=True)
        for each in (self.title, self.because, self.advice, self.outcome):
            each.setMinimumWidth(1)
            layout.addWidget(each)
        self._theme: Theme | None = None
        self._verdict: Verdict | None = None
        self._room = parent
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """Everything that it says."""
        return "\n".join(each.text() for each in self.findChildren(QLabel) if each.text())

    def show_verdict(self, verdict: Verdict, outcome: str = "") -> None:
        """Show a verdict, and who won the race, once it is over."""
        if verdict is self._verdict and outcome == self.outcome.text() and self.isVisible():
            return
        self._verdict = verdict
        name = core_text(verdict.reason.value)
        self.title.setText(
            self.tr("{verdict} after {steps} steps").format(verdict=name[:1].upper() + name[1:], steps=verdict.step)
        )
        self.because.setText(core_message(verdict.because))
        self.advice.setText(core_message(verdict.advice) if verdict.advice is not None else "")
        self.advice.setVisible(verdict.advice is not None)
        self.outcome.setText(outcome)
        self.outcome.setVisible(bool(outcome))
        self._colour()
        self._place()
        self.show()
        self.raise_()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._colour()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the top of the scene."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _colour(self) -> None:
        if self._theme is None or self._verdict is None:
            return
        good = (Reason.GLOBAL_MINIMUM,)
        bad = (Reason.DIVERGED, Reason.LEFT_THE_MAP)
        reason = self._verdict.reason
        colour = self._theme.good if reason in good else self._theme.bad if reason in bad else self._theme.warning
        self.title.setStyleSheet(f"color: {colour}")

    def _place(self) -> None:
        """Stand at the lower left, where the mountain leaves room."""
        room = self._room.size()
        self.setFixedWidth(min(max(round(room.width() * 0.38), 250), room.width() - 20))
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
        self.move(10, room.height() - self.height() - 10)
