"""The mountain in the middle: the scene, fed from the session, with the verdict over it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.jobs import Jobs
from trekker.gui.panels.card import label
from trekker.gui.panels.overlays import Overlays
from trekker.gui.panels.readout import Readout
from trekker.gui.scene.detail import COARSEST, FINEST_IN_SOFTWARE, FINEST_ON_HARDWARE, refined
from trekker.gui.scene.landscape import Landscape, sample
from trekker.gui.scene.opengl import OpenGLStatus
from trekker.gui.scene.scene import MountainScene
from trekker.gui.scene.walker import Fate, Marker, SceneColours, Walker
from trekker.gui.session import Session
from trekker.gui.setup import starting_at, with_trekker
from trekker.gui.texts import core_message, core_text
from trekker.gui.theme import TREKKER_COLOURS, Theme
from trekker.walk.descent import Descent
from trekker.walk.verdict import Reason, Verdict

_LEAST_FELT = 0.08  # of the map's diagonal: so much ground the feet always feel
_MOST_FELT = 0.25


class MountainPanel(QFrame):
    """Shows ground, trekkers and verdict; a click on the ground moves the start there.

    Attributes:
        blindfold_changed: whether all but the ground underfoot is hidden.
        plots_blindfolded: whether plots must hide, too, what the trekker can't know.
    """

    blindfold_changed = Signal(bool)
    plots_blindfolded = Signal(bool)

    def __init__(self, session: Session, opengl: OpenGLStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session = session
        self._blindfolded = self._simple = self._blindfolds_plots = False
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
        self.overlays = Overlays(session, self.scene)
        self.blindfold_changed.connect(self.overlays.set_blindfold)
        self.readout = Readout(session, self.scene)
        self.scene.set_motion(not self.reduced_motion)
        self.scene.ground_hovered.connect(self._read_ground)
        self.scene.ground_left.connect(self.readout.forget)
        self.scene.walker_dragged.connect(self._drag_start)
        self.scene.walker_pushed.connect(self._push_start)

    @property
    def blindfolded(self) -> bool:
        """Whether all but the ground underfoot is hidden."""
        return self._blindfolded

    def set_blindfold(self, on: bool) -> None:
        """Put the blindfold on, or take it off."""
        if on != self._blindfolded:
            self._blindfolded = on
            self._show_walkers()
            self.blindfold_changed.emit(on)
            if self._blindfolds_plots:
                self.plots_blindfolded.emit(on)

    @property
    def blindfolds_plots(self) -> bool:
        """Whether the blindfold covers the plots too."""
        return self._blindfolds_plots

    def set_blindfolds_plots(self, on: bool) -> None:
        """Let the blindfold cover the plots too, or the mountain alone."""
        if on != self._blindfolds_plots:
            self._blindfolds_plots = on
            if self._blindfolded:
                self.plots_blindfolded.emit(on)

    @property
    def reduced_motion(self) -> bool:
        """Whether a person wants nothing to glide."""
        return bool(QSettings().value("reduced_motion", False, type=bool))

    def set_reduced_motion(self, on: bool) -> None:
        """Let nothing glide, or let it again; now and at the next start."""
        QSettings().setValue("reduced_motion", on)
        self.scene.set_motion(not on)

    @property
    def simple_figures(self) -> bool:
        """Whether trekkers are balls."""
        return self._simple

    def set_simple_figures(self, simple: bool) -> None:
        """Show trekkers as balls, or as hikers."""
        self._simple = simple
        self.scene.show_simple_figures(simple)

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
                self.overlays.redraw()

        self._refining.start(lambda _: refined(ground, coarse, self._finest), show_finer, lambda _: None)

    def _show_walkers(self) -> None:
        cursor = self._session.cursor
        walkers = []
        party = zip(self._session.descents, TREKKER_COLOURS, Marker, strict=False)
        for index, (descent, colour, marker) in enumerate(party):
            if index in self._session.hidden:
                continue
            rows = min(cursor, descent.trail.steps) + 1
            walkers.append(
                Walker(
                    colour=colour,
                    points=self._session.plane.place(descent.trail.theta[:rows]),
                    costs=descent.trail.cost[:rows],
                    marker=marker,
                    name=core_text(descent.trekker.title),
                    looked_at=index == self._session.selected,
                    felt=self._felt(descent, rows - 1),
                    fate=_fate(descent, rows - 1),
                )
            )
        self.scene.show_walkers(tuple(walkers))
        self._show_blindfold()
        self._show_verdict()

    def _show_blindfold(self) -> None:
        ground = self._session.shown
        if ground is None:
            return
        self.scene.set_blindfold(self._blindfolded, _LEAST_FELT * ground.bounds.diagonal)

    def _felt(self, descent: Descent, step: int) -> float:
        """Return how far a blindfolded trekker feels: as far as its stride, within reason; 0 where it sees."""
        ground = self._session.shown
        if ground is None or not self._blindfolded:
            return 0.0
        stride = float(np.nan_to_num(np.linalg.norm(descent.change_at(step)), nan=0.0, posinf=0.0))
        return min(stride, _MOST_FELT * ground.bounds.diagonal)

    def _show_verdict(self) -> None:
        descent = self._session.descent if self._session.ready else None
        verdict = descent.verdict if descent is not None else None
        if descent is not None and verdict is not None and self._session.cursor >= descent.trail.steps:
            self.verdict.show_verdict(verdict)
        else:
            self.verdict.hide()

    def _read_ground(self, x: float, y: float) -> None:
        if self._blindfolded:
            self.readout.forget()  # the trekker can't know
        else:
            self.readout.read_at(x, y)

    def _drag_start(self, shown: int, x: float, y: float) -> None:
        """Move the start of one of the trekkers that are shown."""
        visible = [index for index in range(len(self._session.descents)) if index not in self._session.hidden]
        self._start_trekker(visible[shown], np.array((x, y)))

    def _push_start(self, right: float, up: float) -> None:
        if self._session.ready and self._session.shown is not None:
            place = self._session.plane.place(self._session.descent.trail.theta[0])
            bounds = self._session.shown.bounds
            pushed = np.clip(place + np.array((right, up)) * bounds.size, bounds.lower, bounds.upper)
            self._start_trekker(self._session.selected, pushed)

    def _start_trekker(self, index: int, place: Array) -> None:
        """Give one trekker its start; where it walks alone, or shares the start, that start itself is moved."""
        scenario = self._session.scenario
        start = tuple(float(f"{each:.6g}") for each in self._session.plane.theta(place))
        if len(scenario.trekkers) == 1 and scenario.trekkers[0].start is None:
            self._session.edit(starting_at(scenario, start))
        else:
            trekker = replace(scenario.trekkers[index], start=start)
            self._session.edit(with_trekker(scenario, trekker, index))

    def _start_here(self, x: float, y: float) -> None:
        place = np.array((float(f"{x:.6g}"), float(f"{y:.6g}")))
        start = tuple(self._session.plane.theta(place).tolist())
        self._session.edit(starting_at(self._session.scenario, start))


def _fate(descent: Descent, step: int) -> Fate:
    """Tell what has become of a trekker by a step of its walk."""
    verdict = descent.verdict
    if verdict is None or step < descent.trail.steps:
        return Fate.WALKING
    fates = {
        Reason.GLOBAL_MINIMUM: Fate.ARRIVED,
        Reason.LOCAL_MINIMUM: Fate.ARRIVED,
        Reason.DIVERGED: Fate.DIVERGED,
        Reason.LEFT_THE_MAP: Fate.LEFT,
    }
    return fates.get(verdict.reason, Fate.STUCK)


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
        for each in (self.title, self.because, self.advice):
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

    def show_verdict(self, verdict: Verdict) -> None:
        """Show a verdict."""
        if verdict is self._verdict and self.isVisible():
            return
        self._verdict = verdict
        name = core_text(verdict.reason.value)
        self.title.setText(
            self.tr("{verdict} after {steps} steps").format(verdict=name[:1].upper() + name[1:], steps=verdict.step)
        )
        self.because.setText(core_message(verdict.because))
        self.advice.setText(core_message(verdict.advice) if verdict.advice is not None else "")
        self.advice.setVisible(verdict.advice is not None)
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
