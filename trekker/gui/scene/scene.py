"""The mountain scene: a widget that shows a landscape with the trekkers on it, and tells which place is clicked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.gui.handling import arrow_of
from trekker.gui.reveal import Reveal
from trekker.gui.scene.axes import AxesItem
from trekker.gui.scene.camera import Camera, project
from trekker.gui.scene.eyes import Eye, Following, beside, over_the_shoulder
from trekker.gui.scene.hiker import HikerItem
from trekker.gui.scene.item import SceneItem
from trekker.gui.scene.landscape import SIDE, Landscape
from trekker.gui.scene.memory import GroundMemory
from trekker.gui.scene.overlay import Drawing
from trekker.gui.scene.overlay_item import OverlayItem
from trekker.gui.scene.picking import pick
from trekker.gui.scene.stalks import stalks
from trekker.gui.scene.surface import MOST_WALKERS, Blindfold, SurfaceItem
from trekker.gui.scene.surface_mesh import FLOOR, build_mesh
from trekker.gui.scene.trail_item import TrailItem
from trekker.gui.scene.view import OrbitView
from trekker.gui.scene.walker import SceneColours, Walker
from trekker.gui.text_scale import text_scale

_ROOMY = 320  # pixels of the picture's shorter side: words of the usual size leave the mountain enough of it
_QUICK_STEP_MS, _SLOW_STEP_MS = 70, 180  # steps that follow faster are not tweened; none is tweened for longer


class MountainScene(OrbitView):
    """Shows a landscape with trekkers, trails, axes and the blindfold; left-drag orbits, a click picks a place.

    Arrow keys orbit, + and − zoom, Home, and a double click beside the ground, show the whole mountain again. A
    trekker is dragged by its figure, or pushed with Shift and the arrow keys.

    Attributes:
        ground_clicked: the place that was clicked.
        ground_hovered: the place under the pointer.
        ground_left: no ground lies under the pointer any more.
        walker_clicked: which of the walkers is clicked.
        walker_dragged: which of the walkers is dragged, and to which place.
        walker_pushed: the looked-at trekker is pushed so many small steps along the map's axes.
        following_changed: the eye goes with the trekker otherwise than before, or not at all.
    """

    ground_clicked = Signal(float, float)
    ground_hovered = Signal(float, float)
    ground_left = Signal()
    walker_clicked = Signal(int)
    walker_dragged = Signal(int, float, float)
    walker_pushed = Signal(float, float)
    following_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, samples: int = 0) -> None:
        super().__init__(parent, samples=samples)
        self._landscape: Landscape | None = None
        self._walkers: tuple[Walker, ...] = ()
        self._colours = SceneColours.light()
        self._blindfold_radius: float | None = None
        self._is_dense = False
        self._memory = GroundMemory()
        self._remembered: NDArray[np.uint8] | None = None
        self._laid_over = self._stalks = Drawing()
        self._revealing_from = 0.0
        self._reveal = Reveal(self)
        self._reveal.grown.connect(self._fade)
        self._since_step = QElapsedTimer()
        self._stride = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._stride.valueChanged.connect(self._hikers_share)
        self._following = Following.NOT
        self._taken = (0, 0)
        self._grabbed = 0
        self._surface, self._trails, self._overlays = SurfaceItem(), TrailItem(), OverlayItem()
        self._hikers, self._axes = HikerItem(), AxesItem()
        self._drawn: tuple[SceneItem, ...] = (self._surface, self._trails, self._hikers, self._overlays, self._axes)
        for depth, item in enumerate(self._drawn):
            item.setDepthValue(depth)
            self.addItem(item)
        self.setMinimumSize(240, 180)
        self.setAccessibleName(self.tr("Mountain"))
        self.setAccessibleDescription(
            self.tr("The cost as a landscape. Arrow keys turn it, plus and minus zoom, Home shows it whole.")
        )
        self.set_colours(self._colours)
        self._apply_font()

    # What is shown

    def show_landscape(self, landscape: Landscape | None) -> None:
        """Show this ground, whole, from where the eye is; None shows an empty scene."""
        self._landscape = landscape
        self._memory, self._remembered = GroundMemory(), None
        self._surface.show_mesh(build_mesh(landscape, self._colours.wall) if landscape else None)
        self._axes.show_landscape(landscape)
        self._trails.show_landscape(landscape)
        self._hikers.show_landscape(landscape)
        self._show_walkers_anew()
        self.frame_anew()

    def show_walkers(self, walkers: tuple[Walker, ...]) -> None:
        """Show these trekkers, at most eight, each with its trail; the camera stays."""
        if len(walkers) > MOST_WALKERS:
            raise ValueError(f"a scene shows at most {MOST_WALKERS} trekkers, not {len(walkers)}")
        if len(walkers) == len(self._walkers) and all(map(_same, walkers, self._walkers)):
            return
        steps = [len(new.points) - len(old.points) for new, old in zip(walkers, self._walkers, strict=False)]
        is_a_step = len(walkers) == len(self._walkers) and max(steps, default=0) == 1 and min(steps) >= 0
        self._walkers = walkers
        self._hikers.leave()
        self._show_walkers_anew()
        self._stride_on(is_a_step)

    @property
    def striding(self) -> bool:
        """Whether figures are between two steps just now, which only slow walks have time for."""
        return self._stride.state() == QVariantAnimation.State.Running

    def _stride_on(self, is_a_step: bool) -> None:
        """Draw a single step as a short stride where there is time for it; else be honest at once."""
        since = self._since_step.restart() if self._since_step.isValid() else _SLOW_STEP_MS
        self._since_step.start()
        self._stride.stop()
        if is_a_step and self._motion and not self.is_sparing and self.isVisible() and since >= _QUICK_STEP_MS:
            self._stride.setDuration(min(_SLOW_STEP_MS, round(0.8 * since)))
            self._hikers.set_share(0.0)
            self._stride.start()
        else:
            self._hikers.set_share(1.0)

    @property
    def following(self) -> Following:
        """Whether the eye goes with the trekker that is looked at."""
        return self._following

    def follow(self, how: Following) -> None:
        """Go with the trekker that is looked at; the whole mountain comes back where the eye no longer does."""
        if how is self._following:
            return
        if how is Following.NOT:
            self.reset_camera()
        else:
            self._set_following(how)
            self.glide_to(self._camera_with_walker())

    def look_from(self, eye: Eye) -> None:
        """Show the whole mountain from a named side, and follow nobody."""
        self._set_following(Following.NOT)
        super().look_from(eye)

    def reset_camera(self) -> None:
        """Show the whole mountain from the front right again, and follow nobody."""
        self._set_following(Following.NOT)
        super().reset_camera()

    def _set_following(self, how: Following) -> None:
        if how is not self._following:
            self._following = how
            self.following_changed.emit()

    @property
    def landscape(self) -> Landscape | None:
        """The ground that is shown."""
        return self._landscape

    def show_overlays(self, drawing: Drawing) -> None:
        """Lay lines, sheets and pins over the mountain, in place of those before."""
        self._laid_over = drawing
        self._show_drawing()

    def show_simple_figures(self, simple: bool) -> None:
        """Show trekkers as balls, or as hikers."""
        self._hikers.set_simple(simple)

    def keep_free(self, above: int, below: int) -> None:
        """Show the mountain between so many pixels at the upper and the lower edge, which something else covers."""
        if (above, below) != self._taken:
            self._taken = (above, below)
            self._axes.keep_below(above)
            self.fit_smoothly()

    def show_contours(self, on: bool) -> None:
        """Draw contour lines on the ground, or leave them out."""
        self._surface.show_contours(on)

    def colour_trails_by_speed(self, by_speed: bool) -> None:
        """Colour trails by how far each step went, or each in its trekker's colour."""
        self._trails.colour_by_speed(by_speed)

    def set_blindfold(self, on: bool, radius: float, *, dense: bool = False) -> None:
        """Fade all ground farther than ``radius``, in units of θ, from every trekker; or show it all.

        Where it is ``dense`` nothing of that ground is left, and nothing tells how high it is.
        """
        wanted = radius if on else None
        if (wanted, dense and on) == (self._blindfold_radius, self._is_dense and on):
            return
        self._reveal.stop()
        self._axes.hide_heights(on and dense)
        if on:
            self._is_dense = dense
        elif self._motion and self.isVisible():
            self._revealing_from = self._blindfold_radius or radius
            self._reveal.begin()
        self._blindfold_radius, self._remembered = wanted, None
        self._fade()

    @property
    def revealing(self) -> bool:
        """Whether the blindfold is being taken off just now; any key or click ends that at once."""
        return self._reveal.running

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the mountain at once where it is just being revealed."""
        self._reveal.finish()
        super().mousePressEvent(event)

    def set_colours(self, colours: SceneColours) -> None:
        """Draw in these colours."""
        repaint_walls = self._landscape is not None and colours.wall != self._colours.wall
        self._colours = colours
        self.setBackgroundColor(colours.background)
        for item in self._drawn:
            item.set_colours(colours)
        if repaint_walls and self._landscape is not None:
            self._surface.show_mesh(build_mesh(self._landscape, colours.wall))

    def project(self, theta: Array, cost: Array | float) -> QPointF:
        """Return the widget's pixel at which a point ``theta`` (2,) of the landscape with this cost is drawn."""
        if self._landscape is None:
            raise ValueError("there is no landscape to project on; show one first")
        point = self._landscape.feet(np.asarray(theta, dtype=np.float64), np.asarray(cost, dtype=np.float64))
        across, down = project(point[None], self._camera, self.picture_size())[0, :2]
        return QPointF(float(across), float(down))

    def pick(self, pixel: QPointF) -> tuple[float, float] | None:
        """Return the θ of the ground seen at a pixel of the widget; None where there is none."""
        if self._landscape is None:
            return None
        theta = pick(self._landscape, self._camera, self.picture_size(), (pixel.x(), pixel.y()))
        return None if theta is None else (float(theta[0]), float(theta[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write in letters that leave the mountain its room."""
        self._axes.set_font(self.axes_font)
        super().resizeEvent(event)

    @property
    def axes_font(self) -> QFont:
        """The widget's font; in a small picture smaller, but not below the usual size."""
        font, scale = QFont(self.font()), text_scale(self.font())
        room = min(self.picture_size()) / _ROOMY
        font.setPointSizeF(font.pointSizeF() * min(1.0, max(1.0, room) / scale))
        return font

    def changeEvent(self, event: QEvent) -> None:
        """Follow the widget's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._apply_font()
            self.fit()

    # What the view asks

    def outline(self) -> Array | None:
        """Return points (k, 3) between which the block of ground lies."""
        return None if self._landscape is None else _outline(self._landscape)

    def margins(self, camera: Camera, block: Array) -> tuple[float, float, float, float]:
        """Return the pixels that the axes' words need around the block, seen so, and what lies over the picture."""
        left, top, right, bottom = self._axes.margins(camera, block, self.picture_size())
        return left, top + self._taken[0], right, bottom + self._taken[1]

    def is_ground(self, pixel: QPointF) -> bool:
        """Tell whether there is ground at a pixel."""
        return self.pick(pixel) is not None

    def clicked(self, pixel: QPointF) -> None:
        """Tell which place was clicked."""
        place = self.pick(pixel)
        if place is not None:
            self.ground_clicked.emit(*place)

    def hovered(self, pixel: QPointF) -> None:
        """Tell which place lies under the pointer."""
        place = self.pick(pixel)
        if place is not None:
            self.ground_hovered.emit(*place)
        else:
            self.ground_left.emit()

    def grabs(self, pixel: QPointF) -> bool:
        """Tell whether a trekker stands at a pixel, and take hold of it."""
        found = self._hikers.at((pixel.x(), pixel.y()))
        if found is None:
            return False
        self._grabbed = next(index for index, each in enumerate(self._walkers) if each is found)
        return True

    def touched(self) -> None:
        """Tell which trekker is clicked."""
        self.walker_clicked.emit(self._grabbed)

    def dragged(self, pixel: QPointF) -> None:
        """Tell where the trekker is dragged to."""
        place = self.pick(pixel)
        if place is not None:
            self.walker_dragged.emit(self._grabbed, *place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Push the trekker with Shift and the arrow keys; leave the rest to the view."""
        self._reveal.finish()
        push = arrow_of(event, Qt.KeyboardModifier.ShiftModifier)
        if push is not None:
            self.walker_pushed.emit(*push)
        else:
            super().keyPressEvent(event)

    # Within

    def _apply_font(self) -> None:
        scale = text_scale(self.font())
        self._surface.line_width = scale
        self._trails.set_scale(scale)
        self._overlays.set_scale(scale)
        self._hikers.set_scale(scale)
        self._axes.set_font(self.axes_font)

    def _show_walkers_anew(self) -> None:
        self._trails.show_walkers(self._walkers)
        self._hikers.show_walkers(self._walkers)
        self._show_stalks()
        self._fade()
        self._axes.reach_down(self._cost_far_below())
        if self._following is not Following.NOT and not self.gliding:
            self._look(self._camera_with_walker())

    def _cost_far_below(self) -> float | None:
        """Return the looked-at trekker's cost where it stands so far below the drawn ground that it is drawn higher."""
        here = self._hikers.looked_at
        if self._landscape is None or here is None or here.gone:
            return None
        cost = float(here.walker.costs[-1])
        return cost if self._landscape.draws_higher(cost) else None

    def _show_stalks(self) -> None:
        """Tie whoever stands off the drawn surface to it."""
        found = Drawing() if self._landscape is None else stalks(self._landscape, self._hikers.stances)
        if found.lines or self._stalks.lines:
            self._stalks = found
            self._show_drawing()

    def _show_drawing(self) -> None:
        self._overlays.show_drawing(self._laid_over + self._stalks)

    def _camera_with_walker(self) -> Camera:
        """Return the camera that goes with the looked-at trekker; the present one where none is seen."""
        stance = self._hikers.looked_at
        if stance is None or self._landscape is None:
            return self._camera
        self._moved_by_hand = True
        if self._following is Following.BESIDE:
            return beside(self._camera, stance.feet)
        return over_the_shoulder(self._landscape, stance.feet, stance.heading)

    def _hikers_share(self, share: float) -> None:
        self._hikers.set_share(share)

    def _fade(self) -> None:
        radius = self._revealing_from if self.revealing else self._blindfold_radius
        landscape = self._landscape
        if radius is None or landscape is None:
            self._surface.set_blindfold(None)
            return
        if self._memory.remember(landscape, self._walkers) or self._remembered is None:
            self._remembered = self._memory.picture(landscape, radius)
        stances = self._hikers.stances
        whole = 3.0 * SIDE / float(landscape.unit.min())
        felt = [self._reveal.reached(max(radius, each.walker.felt), whole) for each in stances]
        radii = np.maximum(np.array(felt)[:, None] * landscape.unit, 1e-6)
        feet, walls = self._hikers.feet()[:, :2], self.revealing
        self._surface.set_blindfold(
            Blindfold(feet, radii, landscape.extent, self._remembered, dense=self._is_dense, walls=walls)
        )


def _outline(landscape: Landscape) -> Array:
    """Return points (k, 3) that the whole block lies within, as seen from anywhere: some ground, and the floor."""
    columns, rows = landscape.costs.shape
    some_columns = np.unique(np.linspace(0, columns - 1, 25).astype(int))
    some_rows = np.unique(np.linspace(0, rows - 1, 25).astype(int))
    theta = np.stack(np.meshgrid(landscape.x[some_columns], landscape.y[some_rows], indexing="ij"), axis=-1)
    points = landscape.points(theta, landscape.costs[np.ix_(some_columns, some_rows)]).reshape(-1, 3)
    corners = np.array([(x, y, FLOOR) for x in (-0.5, 0.5) for y in (-0.5, 0.5)]) * (*landscape.extent, 1.0)
    return np.concatenate((points[np.isfinite(points[:, 2])], corners))


def _same(one: Walker, other: Walker) -> bool:
    """Tell whether two walkers look the same, without reading whole trails."""
    return one is other or (
        one.look == other.look
        and one.points.__array_interface__["data"] == other.points.__array_interface__["data"]
        and bool(np.array_equal(one.points[-1:], other.points[-1:], equal_nan=True))
    )
