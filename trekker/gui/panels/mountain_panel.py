"""The mountain in the middle: the scene, fed from the session, with the verdict over it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, QRect, QSettings, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QVBoxLayout, QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.background.jobs import Jobs
from trekker.gui.background.plane_sampling import Kept, Sampled, is_fine, sampled
from trekker.gui.cross_hair import CrossHair
from trekker.gui.figure_choice import FigureChoice
from trekker.gui.ground_view import GroundView
from trekker.gui.lookout import Lookout
from trekker.gui.map.ground_map import GroundMap
from trekker.gui.map.mini_map import MiniMap
from trekker.gui.panels.card import label
from trekker.gui.panels.overlays import Overlays
from trekker.gui.panels.readout import Readout
from trekker.gui.party import colour_of, marker_of, names_of, outcome_of, table_of
from trekker.gui.projected import Projected
from trekker.gui.scene.detail import COARSEST, FINEST_IN_SOFTWARE, FINEST_ON_HARDWARE, refined
from trekker.gui.scene.landscape import Landscape, sample
from trekker.gui.scene.no_scene import NoScene
from trekker.gui.scene.opengl import OpenGLStatus
from trekker.gui.scene.scene import MountainScene
from trekker.gui.scene.walker import Fate, SceneColours, Walker
from trekker.gui.session import Session
from trekker.gui.setup import starting_one_at
from trekker.gui.sight import Sight
from trekker.gui.theme import LIGHT, Theme
from trekker.gui.verdict_words import advice_text, because_text, reason_text, tells_the_place, verdict_colour
from trekker.plane import Plane
from trekker.walk.descent import Descent
from trekker.walk.hand import aimed
from trekker.walk.verdict import Reason, Verdict

_LEAST_FELT = 0.08  # of the map's diagonal: so much ground the feet always feel
_MOST_FELT = 0.25
MAP_AZIMUTH = -90.0
"""The azimuth of an eye for which the first axis runs to the right and the second upwards, as on every map."""
_VERDICT_GAP, _BORDER, _MARGINS, _SPACING = 8, 1, (12, 7, 12, 8), 2  # pixels: around the verdict, and within
_VERDICT_SIZES = (1.0, 0.85, 0.7)  # of its letters, the largest first
_HIGHEST_VERDICT = 0.34  # of the room: beyond that its letters shrink
_PUSH = 0.01  # of the map: as far as one press pushes a trekker


class MountainPanel(QFrame):
    """Shows ground, trekkers and verdict; a click on the ground moves the start there, or points a person's next step.

    Attributes:
        view_changed: mountain, map, or both are shown.
        pointed: a person who walks by hand has pointed the next step at a place.
        scene: the mountain.
        map: the same from above.
    """

    view_changed = Signal()
    pointed = Signal()

    def __init__(
        self,
        session: Session,
        sight: Sight,
        figures: FigureChoice,
        opengl: OpenGLStatus,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session, self._sight = session, sight
        self._wants_mini_map = False
        self._theme = LIGHT
        self._refining = Jobs(self, session.workbench)
        self._kept = Kept()
        self._projected = Projected()
        self._drawn, self._taken_above = Plane.whole(), 0
        self.lookout = Lookout(session, Projected(), self)
        self._finest = FINEST_IN_SOFTWARE if opengl.is_software else FINEST_ON_HARDWARE
        self.scene: MountainScene | NoScene = MountainScene(samples=opengl.samples) if opengl.works else NoScene()
        self.scene.setAccessibleName(self.tr("Mountain"))
        self.map = GroundMap()
        self.mini_map = MiniMap(self.scene)
        self.mini_map.hide()
        self._pictures = (self.scene, self.map, self.mini_map)
        self._can_show_mountain = opengl.works
        self._view = GroundView.MOUNTAIN if opengl.works else GroundView.MAP
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.scene)
        split.addWidget(self.map)
        split.setSizes([1000, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(split)
        self.verdict = VerdictBanner(self)
        self._show_view()
        for picture in (self.scene, self.map):
            picture.ground_clicked.connect(self._take_click)
            picture.walker_pushed.connect(self._push_start)
            picture.walker_clicked.connect(self._select)
        self.map.walker_dragged.connect(self._drag_start)
        self.scene.turned.connect(self.mini_map.look_from)
        session.ground_changed.connect(self._show_new_ground)
        session.plane_changed.connect(self._show_ground)
        session.moved.connect(self._show_walkers)
        session.party_changed.connect(self._show_walkers)
        self.overlays = Overlays(session, sight, self.scene, self.map, self)
        self.readout = Readout(session, sight, self)
        sight.changed.connect(self._follow_sight)
        figures.changed.connect(lambda: self.scene.show_simple_figures(figures.simple))
        self.scene.show_simple_figures(figures.simple)
        self._show_motion()
        for each in (self.scene, self.map):
            each.ground_hovered.connect(self.readout.read_at)
            each.ground_left.connect(self.readout.forget)
        self.scene.walker_dragged.connect(self._drag_start)
        for floating in (self.verdict, self.overlays.legend):
            floating.settled.connect(self._keep_free)
        self.cross_hair = CrossHair(session, self)
        self._connect_cross_hair()

    @property
    def view(self) -> GroundView:
        """How the ground is shown."""
        return self._view

    @property
    def can_show_mountain(self) -> bool:
        """Whether there is OpenGL to draw it with."""
        return self._can_show_mountain

    def set_view(self, view: GroundView) -> None:
        """Show the mountain, the map, or both."""
        if view is not self._view and self._can_show_mountain:
            self._view = view
            self._show_view()
            self._show_arrow()
            self.view_changed.emit()

    @property
    def azimuth(self) -> float:
        """From where the eye looks at the ground, in degrees: as the mountain is turned, or the map alone."""
        if self._view is GroundView.MAP or isinstance(self.scene, NoScene):
            return MAP_AZIMUTH
        return self.scene.camera.azimuth

    def toggle_mini_map(self) -> None:
        """Show or hide the small map in the mountain's corner."""
        self._wants_mini_map = not self._wants_mini_map
        self._show_mini_map()

    @property
    def wants_mini_map(self) -> bool:
        """Whether a person wants the small map; it is shown where nothing forbids that."""
        return self._wants_mini_map

    def _show_mini_map(self) -> None:
        self.mini_map.setVisible(self._wants_mini_map and self._sight.knows_the_ground)

    def _follow_sight(self) -> None:
        self._show_walkers()
        self._show_mini_map()

    @property
    def reduced_motion(self) -> bool:
        """Whether a person wants nothing to glide."""
        return bool(QSettings().value("reduced_motion", False, type=bool))

    def set_reduced_motion(self, on: bool) -> None:
        """Let nothing glide, or let it again; now and at the next start."""
        QSettings().setValue("reduced_motion", on)
        self._show_motion()

    def _show_motion(self) -> None:
        for each in (self.scene, self.map):
            each.set_motion(not self.reduced_motion)

    def keep_free_above(self, pixels: int) -> None:
        """Show mountain and map below so many pixels, which something else covers."""
        self._taken_above = pixels
        self._keep_free()

    def _keep_free(self) -> None:
        """Show mountain and map between what lies over them."""
        legend, below = self.overlays.legend, self.verdict.reach
        legend.keep_within(self._taken_above, below)
        for picture in (self.scene, self.map):
            picture.keep_free(self._taken_above, max(below + legend.reach, self.verdict.usual_reach))
        for corner in (self.readout, self.mini_map):
            corner.keep_below(self._taken_above)

    def look_at_all(self) -> None:
        """Show the whole mountain from where the camera stood at first."""
        self.scene.reset_camera()
        self.map.show_all()

    def _show_view(self) -> None:
        self.scene.setVisible(self._view is not GroundView.MAP)
        self.map.setVisible(self._view is not GroundView.MOUNTAIN)

    def close_jobs(self) -> None:
        """Give up what is under way, and wait until it is gone."""
        self._refining.wait()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        colours = SceneColours(
            background=theme.scene,
            fog=theme.fog,
            contour=theme.contour,
            wall=theme.wall,
            text=theme.text,
            line=theme.muted,
            casing=theme.card,
        )
        self._theme = theme
        for picture in self._pictures:
            picture.set_colours(colours)
        self._show_arrow()
        self.verdict.dress(theme)

    def _show_new_ground(self) -> None:
        """Show another ground; of one that takes long to sample nothing until some of it is known."""
        if not self._session.plane.is_whole:
            self._drawn = self._session.plane
            self._draw_landscape(None)
        self._show_ground()

    def _show_ground(self) -> None:
        if self._session.shown is None:
            return
        if self._session.plane.is_whole:
            self._drawn = self._session.plane
            self._show_landscape(self._session.shown)
            self._show_walkers()
        else:
            self._show_plane()

    def _show_plane(self) -> None:
        """Sample the ground over the plane, coarse and then finer; the old picture stays until the new is whole."""
        ground, plane, shown = self._session.ground, self._session.plane, self._session.shown
        assert ground is not None  # noqa: S101 - what is shown is a ground
        assert shown is not None  # noqa: S101 - the caller has looked
        known = self._kept.find(ground, plane, shown.bounds)

        def show(found: Sampled) -> None:
            self._kept.keep(ground, plane, shown.bounds, found)
            self._drawn = plane
            self.map.show_minima(())
            self._draw_landscape(found.landscape)
            self._show_walkers()
            refine(found)

        def refine(before: Sampled | None) -> None:
            if before is None or not is_fine(before, self._finest + 1):
                self._refining.start(lambda progress: sampled(shown, before, progress), show, lambda _: None)

        self._refining.cancel()
        if known is None:
            refine(None)
        else:
            show(known)

    def _show_landscape(self, ground: Ground) -> None:
        """Show the ground at once, and more finely as soon as that is worked out, if it needs it."""
        coarse = sample(ground, COARSEST, COARSEST)
        self._draw_landscape(coarse)
        self.map.show_minima(ground.minima)

        def show_finer(finer: Landscape) -> None:
            if finer is not coarse:
                self._draw_landscape(finer)

        self._refining.start(lambda _: refined(ground, coarse, self._finest), show_finer, lambda _: None)

    def _draw_landscape(self, landscape: Landscape | None) -> None:
        for picture in self._pictures:
            picture.show_landscape(landscape)
        self.overlays.redraw()

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
                    points=self._projected.places(descent.trail, self._drawn, rows),
                    costs=descent.trail.cost[:rows],
                    marker=marker_of(trekker),
                    name=names[index],
                    looked_at=index == self._session.selected,
                    felt=self._felt(descent, rows - 1),
                    fate=self._fate(descent, rows - 1),
                )
            )
        for picture in self._pictures:
            picture.show_walkers(tuple(walkers))
        self._show_arrow()
        self._show_blindfold()
        self._show_verdict()

    def _fate(self, descent: Descent, step: int) -> Fate:
        """Tell what has become of a trekker by a step of its walk, as far as that may be known."""
        fate, verdict = _fate(descent, step), descent.verdict
        hides = fate is not Fate.WALKING and not self._sight.knows_the_ground
        return Fate.STUCK if hides and verdict is not None and tells_the_place(verdict) else fate

    def _show_arrow(self) -> None:
        """Point on the map where the step under the cursor leads."""
        if not self._session.ready or self._view is GroundView.MOUNTAIN:
            return
        session, plane = self._session, self._drawn
        theta = session.descent.trail.theta[session.step]
        ahead = theta + session.descent.change_at(session.step)
        self.map.show_arrow(plane.place(theta), plane.place(ahead), self._theme.text)

    def _show_blindfold(self) -> None:
        ground = self._session.shown
        if ground is None:
            return
        for picture in self._pictures:
            picture.set_blindfold(
                not self._sight.sees_the_mountain,
                _LEAST_FELT * ground.bounds.diagonal,
                dense=not self._sight.knows_the_ground,
            )

    def _felt(self, descent: Descent, step: int) -> float:
        """Return how far a blindfolded trekker feels: as far as its stride, within reason; 0 where it sees."""
        ground = self._session.shown
        if ground is None or self._sight.sees_the_mountain:
            return 0.0
        theta = descent.trail.theta[step]
        with np.errstate(all="ignore"):
            ends = self._drawn.place(np.stack([theta, theta + descent.change_at(step)]))
            stride = float(np.nan_to_num(np.linalg.norm(ends[1] - ends[0]), nan=0.0, posinf=0.0))
        return min(stride, _MOST_FELT * ground.bounds.diagonal)

    def _show_verdict(self) -> None:
        descent = self._session.descent if self._session.ready else None
        verdict = descent.verdict if descent is not None else None
        if descent is not None and verdict is not None and self._session.step >= descent.trail.steps:
            knows = self._sight.knows_the_ground
            self.verdict.show_verdict(verdict, self._outcome(), knows_the_ground=knows)
        else:
            self.verdict.hide()

    def _outcome(self) -> str:
        """Say who has won, once everybody's walk has ended; nothing where nobody raced."""
        session = self._session
        over = session.at_the_end and len(session.descents) > 1
        return outcome_of(session, table_of(session)) if over else ""

    def _connect_cross_hair(self) -> None:
        self.cross_hair.moved.connect(self._show_cross_hair)
        self.cross_hair.taken.connect(self._take_click)
        self.cross_hair.listen_to(self.scene, lambda: self.azimuth)
        self.cross_hair.listen_to(self.map, lambda: MAP_AZIMUTH)

    def toggle_cross_hair(self) -> None:
        """Put a cross-hair where the looked-at trekker stands, and give it the keys; or take it away."""
        if self.cross_hair.place is not None:
            self.cross_hair.end()
            return
        theta = self._session.descent.trail.theta[self._session.step]
        picture = self.map if self._view is GroundView.MAP else self.scene
        picture.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.cross_hair.begin(self._drawn.place(theta))

    def _show_cross_hair(self) -> None:
        place = self.cross_hair.place
        self.overlays.show_cross(place)
        self.readout.rest_at(place)

    def _select(self, shown: int) -> None:
        """Look at one of the trekkers that are shown."""
        self._session.select(self._visible[shown])

    def _take_click(self, x: float, y: float) -> None:
        """Start here; where a person chooses the next step, point it here."""
        if self._session.person is None:
            self._start_here(x, y)
        else:
            self._point_at(self._session.person, np.array((x, y)))

    def _point_at(self, person: int, place: Array) -> None:
        here = self._session.descents[person].trail.theta[-1]
        self._session.edit(aimed(self._session.scenario, (self._drawn.theta(place) - here).tolist()))
        self.pointed.emit()

    def _drag_start(self, shown: int, x: float, y: float) -> None:
        """Move the start of one of the trekkers that are shown; a person who is dragged only points there."""
        if self._session.person is not None:
            self._point_at(self._session.person, np.array((x, y)))
            return
        self._start_trekker(self._visible[shown], np.array((x, y)))

    @property
    def _visible(self) -> list[int]:
        """Which of the trekkers are shown."""
        return [index for index in range(len(self._session.descents)) if index not in self._session.hidden]

    def _push_start(self, right: float, up: float) -> None:
        if self._session.person is None and self._session.ready and self._session.shown is not None:
            place = self._drawn.place(self._session.descent.trail.theta[0])
            bounds = self._session.shown.bounds
            pushed = np.clip(place + np.array((right, up)) * _PUSH * bounds.size, bounds.lower, bounds.upper)
            self._start_trekker(self._session.selected, pushed)

    def _start_trekker(self, index: int, place: Array) -> None:
        """Give one trekker its start; where it walks alone, or shares the start, that start itself is moved."""
        start = tuple(float(f"{each:.6g}") for each in self._drawn.theta(place))
        self._session.edit(starting_one_at(self._session.scenario, start, index))

    def _start_here(self, x: float, y: float) -> None:
        place = np.array((float(f"{x:.6g}"), float(f"{y:.6g}")))
        start = tuple(self._drawn.theta(place).tolist())
        self._session.edit(starting_one_at(self._session.scenario, start, self._session.selected))


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
    """Says below the mountain why the walk ended, and what to try.

    Attributes:
        settled: it covers another part of the room now; see :attr:`reach`.
    """

    settled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Verdict"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(_SPACING)
        self.title = label(role="heading", wrap=True)
        self.because = label(wrap=True)
        self.advice = label(role="hint", wrap=True)
        self.outcome = label(wrap=True)
        for each in (self.title, self.because, self.advice, self.outcome):
            each.setMinimumWidth(1)
            layout.addWidget(each)
        self._theme: Theme | None = None
        self._verdict: Verdict | None = None
        self._knows = True
        self._room = parent
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """Everything that it says."""
        return "\n".join(each.text() for each in self.findChildren(QLabel) if each.text())

    def show_verdict(self, verdict: Verdict, outcome: str = "", *, knows_the_ground: bool = True) -> None:
        """Show a verdict, as far as it may be known, and who won the race, once it is over."""
        told = (verdict, knows_the_ground)
        if told == (self._verdict, self._knows) and outcome == self.outcome.text() and self.isVisible():
            return
        self._verdict, self._knows = told
        name = reason_text(verdict, knows_the_ground=knows_the_ground)
        one, many = self.tr("{verdict} after one step"), self.tr("{verdict} after {steps} steps")
        title = one if verdict.step == 1 else many
        self.title.setText(title.format(verdict=name[:1].upper() + name[1:], steps=verdict.step))
        self.because.setText(because_text(verdict, knows_the_ground=knows_the_ground))
        self.advice.setText(advice_text(verdict, knows_the_ground=knows_the_ground))
        self.advice.setVisible(bool(self.advice.text()))
        self.outcome.setText(outcome)
        self.outcome.setVisible(bool(outcome))
        self._colour()
        self.show()
        self._place()
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
        colour = verdict_colour(self._verdict, self._theme, knows_the_ground=self._knows)
        self.title.setStyleSheet(f"color: {colour}")

    @property
    def reach(self) -> int:
        """How many pixels of the room's lower edge it covers."""
        return 0 if self.isHidden() else self.height() + _VERDICT_GAP

    @property
    def usual_reach(self) -> int:
        """How many it covers mostly; kept free of the mountain from the start, so that it doesn't jump at the end."""
        texts = sum(QFontMetrics(each.font()).height() + 1 for each in (self.title, self.because))
        return texts + _SPACING + _MARGINS[1] + _MARGINS[3] + 2 * _BORDER + _VERDICT_GAP

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the room to the mountain again."""
        super().hideEvent(event)
        if self.isHidden():
            self.settled.emit()

    def _place(self) -> None:
        """Lie along the lower edge: wide and low, so that the mountain keeps its size."""
        if self.isHidden():
            return
        room = self._room.size()
        self.setFixedWidth(max(1, room.width() - 2 * _VERDICT_GAP))
        most = _HIGHEST_VERDICT * room.height()
        self._write(next((size for size in _VERDICT_SIZES if self._estimate(size) <= most), _VERDICT_SIZES[-1]))
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
        self.move(_VERDICT_GAP, room.height() - self.height() - _VERDICT_GAP)
        self.settled.emit()

    def _estimate(self, size: float) -> float:
        """Return how high all would be in letters of this size, 1 for the usual one."""
        font, flags = QFont(self.font()), int(Qt.TextFlag.TextWordWrap)
        font.setPointSizeF(size * font.pointSizeF())
        box = QRect(0, 0, self.width() - _MARGINS[0] - _MARGINS[2] - 2 * _BORDER, 10_000)
        texts = [each.text() for each in self.findChildren(QLabel) if each.text()]
        heights = (QFontMetrics(font).boundingRect(box, flags, text).height() + _SPACING for text in texts)
        return sum(heights) + _MARGINS[1] + _MARGINS[3] + 2 * _BORDER

    def _write(self, size: float) -> None:
        """Write everything in letters of this size; seldom, since Qt dresses all anew for it."""
        sheet = "" if size == 1 else f"QLabel {{ font-size: {size * self.font().pointSizeF():.1f}pt }}"
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
