"""The mountain scene: a widget that shows a landscape with the trekkers on it, and tells which place is clicked."""

from __future__ import annotations

import numpy as np
import pyqtgraph.opengl as gl
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMatrix4x4, QMouseEvent, QResizeEvent, QSurfaceFormat, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from trekker.cost import Array
from trekker.gui.scene.axes import AxesItem
from trekker.gui.scene.camera import Camera, project
from trekker.gui.scene.hiker import HikerItem
from trekker.gui.scene.item import SceneItem
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.picking import pick
from trekker.gui.scene.surface import MOST_WALKERS, Blindfold, SurfaceItem
from trekker.gui.scene.surface_mesh import FLOOR, build_mesh
from trekker.gui.scene.trail_item import TrailItem
from trekker.gui.scene.walker import SceneColours, Walker

_ORBIT_STEP = 5.0
_ZOOM_STEP = 1.15
_DEGREES_PER_PIXEL = 0.4


class MountainScene(gl.GLViewWidget):  # type: ignore[misc]  # pyqtgraph is not typed
    """Shows a landscape with trekkers, trails, axes and the blindfold; left-drag orbits, a click picks a place.

    Arrow keys orbit, + and − zoom, Home, and a double click beside the ground, show the whole mountain again.
    """

    ground_clicked = Signal(float, float)
    ground_hovered = Signal(float, float)

    def __init__(self, parent: QWidget | None = None, *, samples: int = 0) -> None:
        super().__init__(parent)
        self._ask_for(samples)
        self._landscape: Landscape | None = None
        self._walkers: tuple[Walker, ...] = ()
        self._colours = SceneColours.light()
        self._blindfold_radius: float | None = None
        self._camera = Camera()
        self._moved_by_hand = False
        self._pressed: QPointF | None = None
        self._last: QPointF | None = None
        self._surface, self._trails, self._hikers, self._axes = SurfaceItem(), TrailItem(), HikerItem(), AxesItem()
        self._drawn: tuple[SceneItem, ...] = (self._surface, self._trails, self._hikers, self._axes)
        for depth, item in enumerate(self._drawn):
            item.setDepthValue(depth)
            self.addItem(item)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
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
        self._surface.show_mesh(build_mesh(landscape, self._colours.wall) if landscape else None)
        self._axes.show_landscape(landscape)
        self._trails.show_landscape(landscape)
        self._hikers.show_landscape(landscape)
        self._show_walkers_anew()
        self._moved_by_hand = False
        self._fit()

    def show_walkers(self, walkers: tuple[Walker, ...]) -> None:
        """Show these trekkers, at most eight, each with its trail; the camera stays."""
        if len(walkers) > MOST_WALKERS:
            raise ValueError(f"a scene shows at most {MOST_WALKERS} trekkers, not {len(walkers)}")
        if len(walkers) == len(self._walkers) and all(map(_same, walkers, self._walkers)):
            return
        self._walkers = walkers
        self._show_walkers_anew()

    def set_blindfold(self, on: bool, radius: float) -> None:
        """Fade all ground farther than ``radius``, in units of θ, from every trekker; or show it all."""
        wanted = radius if on else None
        if wanted != self._blindfold_radius:
            self._blindfold_radius = wanted
            self._fade()

    def set_colours(self, colours: SceneColours) -> None:
        """Draw in these colours."""
        repaint_walls = self._landscape is not None and colours.wall != self._colours.wall
        self._colours = colours
        self.setBackgroundColor(colours.background)
        for item in self._drawn:
            item.set_colours(colours)
        if repaint_walls and self._landscape is not None:
            self._surface.show_mesh(build_mesh(self._landscape, colours.wall))

    # The eye

    @property
    def camera(self) -> Camera:
        """Where the eye is."""
        return self._camera

    def set_camera(self, camera: Camera) -> None:
        """Look from there, until the next landscape or :meth:`reset_camera`."""
        self._moved_by_hand = True
        self._look(camera)

    def orbit_by(self, azimuth: float, elevation: float) -> None:
        """Turn around the mountain by so many degrees."""
        self.set_camera(self._camera.orbited(azimuth, elevation))

    def zoom_by(self, factor: float) -> None:
        """Go nearer; farther where ``factor`` is below 1."""
        self.set_camera(self._camera.zoomed(factor))

    def reset_camera(self) -> None:
        """Show the whole mountain from the front right again."""
        self._camera = Camera()
        self._moved_by_hand = False
        self._fit()

    def project(self, theta: Array, cost: Array | float) -> QPointF:
        """Return the widget's pixel at which a point ``theta`` (2,) of the landscape with this cost is drawn."""
        if self._landscape is None:
            raise ValueError("there is no landscape to project on; show one first")
        point = self._landscape.points(np.asarray(theta, dtype=np.float64), np.asarray(cost, dtype=np.float64))
        across, down = project(point[None], self._camera, self._size())[0, :2]
        return QPointF(float(across), float(down))

    def pick(self, pixel: QPointF) -> tuple[float, float] | None:
        """Return the θ of the ground seen at a pixel of the widget; None where there is none."""
        if self._landscape is None:
            return None
        theta = pick(self._landscape, self._camera, self._size(), (pixel.x(), pixel.y()))
        return None if theta is None else (float(theta[0]), float(theta[1]))

    # What pyqtgraph asks

    def viewMatrix(self) -> QMatrix4x4:
        """Return the matrix from the scene to the eye."""
        return self._camera.view()

    def projectionMatrix(self, region: object = None, viewport: object = None) -> QMatrix4x4:
        """Return the matrix from the eye to the picture."""
        return self._camera.projection(self._size())

    def initializeGL(self) -> None:
        """Prepare every item for this context, also where it is not the first one."""
        super().initializeGL()
        for item in self.items:
            item.initialize()

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag, or a click, begins."""
        self._pressed = self._last = event.position()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Orbit with the left button, pan with another, and tell what lies under a free pointer."""
        if event.buttons() == Qt.MouseButton.NoButton:
            self._hover(event.position())
            return
        if self._last is None or self._is_click(event.position()):
            return
        moved = event.position() - self._last
        self._last, self._pressed = event.position(), None
        if event.buttons() == Qt.MouseButton.LeftButton:
            self.orbit_by(-moved.x() * _DEGREES_PER_PIXEL, moved.y() * _DEGREES_PER_PIXEL)
        else:
            self.set_camera(self._camera.panned(moved.x(), -moved.y(), self._size()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick a place where the left button was clicked and not dragged."""
        clicked = self._is_click(event.position()) and event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._last = None
        place = self.pick(event.position()) if clicked else None
        if place is not None:
            self.ground_clicked.emit(*place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole mountain again, where not the ground itself is meant."""
        if self.pick(event.position()) is None:
            self.reset_camera()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom."""
        self.zoom_by(_ZOOM_STEP ** (event.angleDelta().y() / 120.0))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Orbit with the arrow keys, zoom with + and −, show everything with Home; leave other keys to others."""
        turns = {
            Qt.Key.Key_Left: (-_ORBIT_STEP, 0.0),
            Qt.Key.Key_Right: (_ORBIT_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, _ORBIT_STEP),
            Qt.Key.Key_Down: (0.0, -_ORBIT_STEP),
        }
        zooms = {Qt.Key.Key_Plus: _ZOOM_STEP, Qt.Key.Key_Equal: _ZOOM_STEP, Qt.Key.Key_Minus: 1 / _ZOOM_STEP}
        key = Qt.Key(event.key())
        commanding = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key in turns and not commanding:
            self.orbit_by(*turns[key])
        elif key in zooms and not commanding:
            self.zoom_by(zooms[key])
        elif key == Qt.Key.Key_Home and not commanding:
            self.reset_camera()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave releases to others; nothing here repeats by itself."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole mountain in view, unless a person has chosen the view."""
        super().resizeEvent(event)
        if not self._moved_by_hand:
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the widget's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._apply_font()
            self._fit()

    # Within

    def _ask_for(self, samples: int) -> None:
        wanted = QSurfaceFormat(self.format())
        wanted.setDepthBufferSize(24)
        wanted.setSamples(samples)
        self.setFormat(wanted)

    def _size(self) -> tuple[int, int]:
        return max(1, self.width()), max(1, self.height())

    def _apply_font(self) -> None:
        scale = self.fontMetrics().height() / 17.0
        self._surface.line_width = scale
        self._trails.set_scale(scale)
        self._hikers.set_scale(scale)
        self._axes.set_font(self.font())

    def _look(self, camera: Camera) -> None:
        if camera != self._camera:
            self._camera = camera
            self.update()

    def _fit(self) -> None:
        if self._landscape is not None and not self._moved_by_hand:
            margins = self._axes.margins()
            self._look(self._camera.fitted(_outline(self._landscape), self._size(), margins))
        self.update()

    def _show_walkers_anew(self) -> None:
        self._trails.show_walkers(self._walkers)
        self._hikers.show_walkers(self._walkers)
        self._fade()

    def _fade(self) -> None:
        if self._blindfold_radius is None or self._landscape is None:
            self._surface.set_blindfold(None)
            return
        feet = self._hikers.feet()[:, :2]
        self._surface.set_blindfold(Blindfold(feet, np.maximum(self._blindfold_radius * self._landscape.unit, 1e-6)))

    def _is_click(self, now: QPointF) -> bool:
        if self._pressed is None:
            return False
        return (now - self._pressed).manhattanLength() < QApplication.startDragDistance()

    def _hover(self, pixel: QPointF) -> None:
        place = self.pick(pixel)
        if place is not None:
            self.ground_hovered.emit(*place)


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
        (one.colour, one.marker, len(one.points)) == (other.colour, other.marker, len(other.points))
        and one.points.__array_interface__["data"] == other.points.__array_interface__["data"]
        and bool(np.array_equal(one.points[-1:], other.points[-1:], equal_nan=True))
    )
