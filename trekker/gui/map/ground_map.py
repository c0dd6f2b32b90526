"""The map: the same ground, trekkers and blindfold as in the scene, from straight above, with no OpenGL."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.ground import Minimum
from trekker.gui.handling import Press, arrow_of, is_home, zoom_of
from trekker.gui.map.instruments_item import InstrumentsItem
from trekker.gui.map.map_items import FogItem, GroundItem, MinimaItem, WalkerItems, area_of
from trekker.gui.map.relief_layers import relief_layers
from trekker.gui.plots.pen import pen
from trekker.gui.plots.plot import Axis
from trekker.gui.reveal import Reveal
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.memory import GroundMemory
from trekker.gui.scene.overlay import Drawing
from trekker.gui.scene.surface import MOST_WALKERS
from trekker.gui.scene.walker import SceneColours, Walker

_PAN_STEP = 0.1
_SHORTEST_ARROW, _LONGEST_ARROW = 26.0, 4000.0  # pixels
_RING = 1.6  # pixels: how wide the line is around what is felt
_GRASP = 14.0  # pixels around a trekker in which it is taken hold of


class GroundMap(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph is not typed
    """Shows a landscape with trekkers and trails from above; what it is told is what the scene is told.

    A click picks a place, a trekker can be dragged to another; the wheel zooms, dragging elsewhere pans. Arrow keys
    pan, + and − zoom, Home, and a double click beside the ground, show everything again. With Shift, arrow keys push
    the trekker.

    It has the mountain's proportions, so that steepest descent crosses contour lines at right angles here, too.

    Attributes:
        ground_clicked: a place was clicked.
        ground_hovered: the free pointer is over this place.
        ground_left: no ground lies under the free pointer any more.
        walker_clicked: the walker with this number among those shown was clicked.
        walker_dragged: the walker with this number among those shown was put down at this place.
        walker_pushed: the looked-at trekker is pushed so many small steps along the map's axes.
    """

    ground_clicked = Signal(float, float)
    ground_hovered = Signal(float, float)
    ground_left = Signal()
    walker_clicked = Signal(int)
    walker_dragged = Signal(int, float, float)
    walker_pushed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, axisItems={side: Axis(side) for side in ("left", "bottom")})
        self._landscape: Landscape | None = None
        self._walkers: tuple[Walker, ...] = ()
        self._fog_radius: float | None = None
        self._is_dense = False
        self._revealing_from, self._motion = 0.0, True
        self._memory = GroundMemory()
        self._remembered: NDArray[np.uint8] | None = None
        self._reveal = Reveal(self)
        self._reveal.grown.connect(self._draw_fog)
        self._minima: tuple[Minimum, ...] = ()
        self._colours = SceneColours.light()
        self._stale = False
        self._contours = True
        self._drawing = Drawing()
        self._arrow_from: tuple[Array, Array, str] | None = None
        self._press = Press()
        self._held: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.hideButtons()
        self.setMenuEnabled(False)
        self.setMinimumSize(240, 180)
        self.setAccessibleName(self.tr("Map"))
        self.viewport().setAccessibleName(self.tr("Map"))
        self.setAccessibleDescription(
            self.tr("The cost as a map with contour lines. Arrow keys move it, plus and minus zoom, Home shows it all.")
        )
        self._make_items()
        self._apply_font()

    def _make_items(self) -> None:
        plot, box = self.getPlotItem(), self.getViewBox()
        box.disableAutoRange()
        box.setDefaultPadding(0.0)
        self._ground, self._fog, self._flags = GroundItem(), FogItem(), MinimaItem()
        layers: tuple[pg.GraphicsObject, ...] = (self._ground, self._flags, self._fog)
        for depth, item in enumerate(layers):
            item.setZValue(depth)
            plot.addItem(item, ignoreBounds=True)
        self._drawn = tuple(WalkerItems(plot) for _ in range(MOST_WALKERS))
        self._arrow = pg.PlotCurveItem(antialias=True)
        self._instruments = InstrumentsItem()
        for depth, item in enumerate((self._arrow, self._instruments)):
            item.setZValue(40 + depth)
            plot.addItem(item, ignoreBounds=True)
        box.sigTransformChanged.connect(self._draw_arrow)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=-5, maxTickLevel=1)

    # What is shown, as the scene is told it -----------------------------------------------------------------------

    def show_landscape(self, landscape: Landscape | None) -> None:
        """Show this ground, whole; None shows an empty map."""
        moved = landscape is None or self._landscape is None or landscape.bounds != self._landscape.bounds
        self._landscape = landscape
        self._memory, self._remembered = GroundMemory(), None
        if landscape is not None:
            self.getViewBox().setAspectLocked(True, float(landscape.unit[0] / landscape.unit[1]))
        self._draw_when_seen(self._draw_ground)
        if moved:
            self.show_all()

    def show_minima(self, minima: tuple[Minimum, ...]) -> None:
        """Mark the known minima."""
        self._minima = minima
        self._draw_when_seen(self._draw_minima)

    def show_walkers(self, walkers: tuple[Walker, ...]) -> None:
        """Show these trekkers, at most eight, each with its trail."""
        self._walkers = walkers
        self._draw_when_seen(self._draw_walkers)

    def set_blindfold(self, on: bool, radius: float, *, dense: bool = False) -> None:
        """Hide all ground farther than ``radius``, or than they feel, from every trekker; or show it all.

        Where it is ``dense`` the fog can't be told from what lies beside the map.
        """
        wanted = radius if on else None
        if (wanted, dense and on) != (self._fog_radius, self._is_dense and on):
            self._reveal.stop()
            if on:
                self._is_dense = dense
            elif self._motion and self.isVisible():
                self._revealing_from = self._fog_radius or radius
                self._reveal.begin()
            self._fog_radius, self._remembered = wanted, None
        self._draw_when_seen(self._draw_fog)

    def set_motion(self, on: bool) -> None:
        """Let the blindfold come off slowly, or at once."""
        self._motion = on

    @property
    def revealing(self) -> bool:
        """Whether the blindfold is being taken off just now; any key or click ends that at once."""
        return self._reveal.running

    def show_arrow(self, tail: Array, head: Array, colour: str) -> None:
        """Draw an arrow from ``tail`` to ``head`` (2,), or so far beyond that it can be seen beside the mark.

        Of no length, or not finite, it is not drawn.
        """
        self._arrow_from = (tail, head, colour)
        self._draw_arrow()

    @property
    def landscape(self) -> Landscape | None:
        """The ground that is shown."""
        return self._landscape

    def show_overlays(self, drawing: Drawing) -> None:
        """Lay the lines, sheets and pins of the mountain over the map, in place of those before."""
        self._drawing = drawing
        self._draw_when_seen(self._draw_instruments)

    def show_contours(self, on: bool) -> None:
        """Draw contour lines, or leave them out."""
        self._contours = on
        self._draw_when_seen(self._draw_ground)

    def colour_trails_by_speed(self, by_speed: bool) -> None:
        """Colour trails by how far each step went, or each in its trekker's colour."""
        for each in self._drawn:
            each.colour_by_speed(by_speed)
        self._draw_when_seen(self._draw_walkers)

    def _draw_arrow(self) -> None:
        """Draw the arrow in the pixels of the map as it is seen now."""
        if self._arrow_from is None:
            return
        tail, head, colour = self._arrow_from
        points = arrow_outline(self._to_pixels(tail), self._to_pixels(head))
        places = np.array([self._to_place(QPointF(*each)) for each in points]) if len(points) else np.empty((0, 2))
        self._arrow.setData(places[:, 0], places[:, 1], pen=pen(colour, 2.2), connect="all")

    def set_colours(self, colours: SceneColours) -> None:
        """Draw in these colours."""
        self._colours = colours
        self.setBackground(QColor(colours.background))
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(QPen(QColor(colours.line)))
            axis.setTextPen(QPen(QColor(colours.text)))
        for each in self._drawn:
            each.set_colours(colours)
        self._draw_when_seen(self._draw_all)

    def keep_free(self, above: int, below: int) -> None:
        """Show the map between so many pixels at the upper and the lower edge, which something else covers."""
        self.getPlotItem().layout.setContentsMargins(0, above, 0, below)

    def show_all(self) -> None:
        """Show the whole map."""
        if self._landscape is not None:
            self.getViewBox().setRange(area_of(self._landscape.bounds), padding=0.02)

    # Drawing --------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was told while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._draw_all()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the widget's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._apply_font()

    def _draw_when_seen(self, draw: Callable[[], None]) -> None:
        if self.isVisible():
            draw()
        else:
            self._stale = True

    def _draw_all(self) -> None:
        self._draw_ground()
        self._draw_minima()
        self._draw_walkers()
        self._draw_instruments()

    def _draw_ground(self) -> None:
        landscape = self._landscape
        if landscape is None:
            self._ground.show_layers(None, QRectF(), self._colours.contour)
            return
        for side, name in zip(("bottom", "left"), landscape.axes, strict=True):
            if self.getAxis(side).labelText != name:
                self.setLabel(side, name)
        contour = self._colours.contour if self._contours else None
        self._ground.show_layers(relief_layers(landscape), area_of(landscape.bounds), contour)
        for each in self._drawn:
            each.take_map(landscape.unit)

    def _draw_instruments(self) -> None:
        self._instruments.show_drawing(self._drawing, self._landscape)

    def _draw_minima(self) -> None:
        places = np.array([minimum.theta for minimum in self._minima]).reshape(-1, 2)
        is_global = np.array([minimum.is_global for minimum in self._minima], dtype=bool)
        self._flags.show_minima(places, is_global)

    def _draw_walkers(self) -> None:
        for number, drawn in enumerate(self._drawn):
            drawn.show(self._walkers[number] if number < len(self._walkers) else None)
        self._draw_fog()

    def _draw_fog(self) -> None:
        radius, landscape = self._revealing_from if self.revealing else self._fog_radius, self._landscape
        self._fog.setVisible(radius is not None)
        self._flags.setVisible(self._fog_radius is None)
        if radius is None or landscape is None:
            return
        if self._memory.remember(landscape, self._walkers) or self._remembered is None:
            self._remembered = self._memory.picture(landscape, radius)
        whole = 1.5 * landscape.bounds.diagonal
        walkers = [each for each in self._walkers if len(each.points)]
        felt = [(*each.points[-1], self._reveal.reached(max(radius, each.felt), whole)) for each in walkers]
        colour = self._colours.background if self._is_dense else self._colours.fog
        self._fog.draw_ring(self._colours.text, _RING)
        self._fog.show_fog(area_of(landscape.bounds), np.array(felt).reshape(-1, 3), colour, self._remembered)

    def _apply_font(self) -> None:
        small = QFont(self.font())
        small.setPointSizeF(max(6.0, self.font().pointSizeF() * 0.9))
        for side in ("left", "bottom"):
            self.getAxis(side).wear(small)

    # Pointer and keys -----------------------------------------------------------------------------------------------

    def place_at(self, pixel: QPointF) -> Array | None:
        """Return the place (2,) under a pixel of the widget; None beside the ground."""
        place = self._to_place(pixel)
        if self._landscape is None or not self._landscape.bounds.contains(place):
            return None
        return place

    def pixel_of(self, place: Array) -> QPointF:
        """Return the pixel of the widget under which a place (2,) lies."""
        return QPointF(*self._to_pixels(place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a trekker, or begin a click or a pan."""
        self._reveal.finish()
        self._press.begin(event.position())
        self._held = self._walker_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if self._held is None:
            super().mousePressEvent(event)
        event.accept()  # nobody behind the map is meant
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry a trekker, pan, or tell what lies under a free pointer."""
        place = self.place_at(event.position())
        moved = self._press.drag(event.position())
        if self._held is not None and place is not None and moved is not None:
            self._carry(place)
        elif event.buttons() == Qt.MouseButton.NoButton:
            self._tell_hovered(place)
        if self._held is None:
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that nothing lies under the pointer any more."""
        super().leaveEvent(event)
        self.ground_left.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put a trekker down, or report a click."""
        place = self.place_at(event.position())
        clicked, held, self._held = self._press.end(event.position()), self._held, None
        if held is None:
            super().mouseReleaseEvent(event)
        event.accept()
        if held is not None and clicked:
            self.walker_clicked.emit(held)
        elif place is None or event.button() != Qt.MouseButton.LeftButton:
            self._draw_walkers()
        elif clicked:
            self.ground_clicked.emit(float(place[0]), float(place[1]))
        elif held is not None:
            self.walker_dragged.emit(held, float(place[0]), float(place[1]))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show everything again, where not the ground itself is meant."""
        if self.place_at(event.position()) is None:
            self.show_all()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan with the arrow keys, zoom with + and −, show everything with Home; leave other keys to others."""
        self._reveal.finish()
        pan, push, zoom = arrow_of(event), arrow_of(event, Qt.KeyboardModifier.ShiftModifier), zoom_of(event)
        box = self.getViewBox()
        if pan is not None:
            width, height = (float(high - low) for low, high in box.viewRange())
            box.translateBy(x=pan[0] * width * _PAN_STEP, y=pan[1] * height * _PAN_STEP)
        elif push is not None:
            self.walker_pushed.emit(*push)
        elif zoom is not None:
            box.scaleBy((1 / zoom, 1 / zoom))
        elif is_home(event):
            self.show_all()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave releases to others; nothing here repeats by itself."""
        event.ignore()

    def _tell_hovered(self, place: Array | None) -> None:
        if place is None:
            self.ground_left.emit()
        else:
            self.ground_hovered.emit(float(place[0]), float(place[1]))

    def _carry(self, place: Array) -> None:
        """Draw the held trekker at the pointer; only when put down does it stand there."""
        assert self._held is not None  # noqa: S101 - the caller has looked
        walker = self._walkers[self._held]
        self._drawn[self._held].show(
            Walker(
                colour=walker.colour,
                points=place.reshape(1, 2),
                costs=np.zeros(1),
                marker=walker.marker,
                name=walker.name,
            )
        )

    def _walker_at(self, pixel: QPointF) -> int | None:
        for number, walker in reversed(list(enumerate(self._walkers))):
            place = walker.points[-1] if len(walker.points) else np.full(2, np.nan)
            if np.isfinite(place).all() and (self.pixel_of(place) - pixel).manhattanLength() <= _GRASP:
                return number
        return None

    def _to_place(self, pixel: QPointF) -> Array:
        place = self.getViewBox().mapSceneToView(self.mapToScene(pixel.toPoint()))
        return np.array((place.x(), place.y()))

    def _to_pixels(self, place: Array) -> tuple[float, float]:
        if not np.isfinite(place).all():
            return np.nan, np.nan
        pixel = self.getViewBox().mapViewToScene(QPointF(*np.clip(place, -1e12, 1e12)))
        return pixel.x(), pixel.y()


def arrow_outline(tail: tuple[float, float], head: tuple[float, float]) -> Array:
    """Return the points (5, 2) of an arrow drawn in one stroke, in pixels; none where it has no length.

    However short the step, so much of it can be seen that its direction can.
    """
    start, end = np.array(tail), np.array(head)
    length = float(np.linalg.norm(end - start))
    if not (np.isfinite(length) and length > 1e-9):
        return np.empty((0, 2))
    along = (end - start) / length
    length = min(max(length, _SHORTEST_ARROW), _LONGEST_ARROW)
    end = start + along * length
    across = np.array((-along[1], along[0]))
    barb = min(9.0, 0.5 * length)
    return np.array((start, end, end - barb * (along + 0.6 * across), end, end - barb * (along - 0.6 * across)))
