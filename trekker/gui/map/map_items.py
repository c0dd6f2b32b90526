"""What lies on the map: the ground itself, the blindfold's fog, trails, and where the trekkers stand."""

from __future__ import annotations

import math
from types import MappingProxyType

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPicture, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from trekker.cost import Array
from trekker.ground import Bounds
from trekker.gui.map.relief_layers import ReliefLayers
from trekker.gui.plots.pen import dot, pen
from trekker.gui.scene.speed import speed_colours, stretch_shares
from trekker.gui.scene.surface import REMEMBERED
from trekker.gui.scene.surface_mesh import rgb
from trekker.gui.scene.trail import TrailShape
from trekker.gui.scene.walker import Marker, SceneColours, Walker

_SYMBOLS = MappingProxyType(
    {
        Marker.CIRCLE: "o",
        Marker.SQUARE: "s",
        Marker.TRIANGLE: "t1",
        Marker.DIAMOND: "d",
        Marker.PENTAGON: "p",
        Marker.STAR: "star",
        Marker.CROSS: "+",
        Marker.WEDGE: "t",
    }
)
_CIRCLE = tuple((math.cos(turn), math.sin(turn)) for turn in np.linspace(0.0, 2 * math.pi, 96))
_INK_ALPHA = 130
_RING = "#ffffff"  # valleys are dark in every theme
_MARK, _START, _FLAG = 15, 7, 13
_TRAIL, _CASING = 2.6, 5.0


def area_of(bounds: Bounds) -> QRectF:
    """Return the map's rectangle in its own units."""
    return QRectF(bounds.x_min, bounds.y_min, float(bounds.size[0]), float(bounds.size[1]))


class _AreaItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is not typed
    """Something that is painted within a rectangle of the map."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF()

    def boundingRect(self) -> QRectF:
        """Return the rectangle."""
        return self._area


class GroundItem(_AreaItem):
    """The coloured layers with their contour lines, painted once and kept until the view moves."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPicture()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_layers(self, layers: ReliefLayers | None, area: QRectF, contour: str | None) -> None:
        """Paint these layers from now on; none where they are still being made. No colour: no contour lines."""
        self.prepareGeometryChange()
        self._area, self._picture = area, QPicture()
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if layers is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            for path, colour in layers.layers:
                painter.fillPath(path, colour)
            if contour is not None:
                ink = QColor(contour)
                ink.setAlpha(_INK_ALPHA)
                painter.strokePath(layers.lines, pen(ink, 1.0))
        painter.end()
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem | None = None, widget: QWidget | None = None
    ) -> None:
        """Paint what was recorded, within the map's rectangle."""
        painter.setClipRect(self._area)
        painter.drawPicture(0, 0, self._picture)


class FogItem(_AreaItem):
    """The blindfold: all ground but that near the feet."""

    def __init__(self) -> None:
        super().__init__()
        self._path, self._felt = QPainterPath(), QPainterPath()
        self._brush, self._pen = QBrush(), QPen()
        self._dyed: tuple[str, NDArray[np.uint8]] | None = None

    def draw_ring(self, colour: str, width: float) -> None:
        """Draw the line around what is felt like this; ``width`` is in pixels, at the usual size of text."""
        self._pen = pen(colour, width)
        self.update()

    def show_fog(self, area: QRectF, felt_at: Array, colour: str, remembered: NDArray[np.uint8]) -> None:
        """Hide the map's rectangle but for discs: the middle and the radius of each are a row of ``felt_at`` (k, 3).

        A line runs around them. What is ``remembered``, (rows along θ₁, columns), 0 to 255, shines through.
        """
        self.prepareGeometryChange()
        if self._dyed is None or self._dyed[0] != colour or self._dyed[1] is not remembered or area != self._area:
            self._brush = _fog_brush(area, colour, remembered)
            self._dyed = (colour, remembered)
        self._area = area
        felt = QPainterPath()
        felt.setFillRule(Qt.FillRule.WindingFill)
        for x, y, radius in felt_at[np.isfinite(felt_at).all(axis=-1)]:
            felt.addPolygon(QPolygonF([QPointF(x + radius * cos, y + radius * sin) for cos, sin in _CIRCLE]))
        everything = QPainterPath()
        everything.addRect(area)
        self._path, self._felt = everything.subtracted(felt), felt.simplified()
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem | None = None, widget: QWidget | None = None
    ) -> None:
        """Paint the fog, and the line around what is felt."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillPath(self._path, self._brush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._area)
        painter.strokePath(self._felt, self._pen)


class SpeedItem(_AreaItem):
    """A trail whose stretches have colours of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[tuple[QPen, list[QLineF]]] = []

    def show_stretches(self, ends: Array, colours: NDArray[np.uint8]) -> None:
        """Paint stretches between ``ends`` (s, 2, 2), each in its colour (s, 4) of 0 to 255."""
        if not len(ends) and not self._strokes:
            return
        self.prepareGeometryChange()
        flat = ends.reshape(-1, 2)
        low, high = (flat.min(axis=0), flat.max(axis=0)) if len(flat) else (np.zeros(2), np.zeros(2))
        self._area = QRectF(QPointF(*low), QPointF(*high))
        kinds, owners = np.unique(colours.reshape(-1, 4), axis=0, return_inverse=True)
        self._strokes = [
            (round_pen(QColor(*(int(part) for part in kind)), _TRAIL), _lines(ends[owners.ravel() == number]))
            for number, kind in enumerate(kinds)
        ]
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem | None = None, widget: QWidget | None = None
    ) -> None:
        """Paint the stretches."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke, lines in self._strokes:
            painter.setPen(stroke)
            painter.drawLines(lines)


def _lines(ends: Array) -> list[QLineF]:
    return [QLineF(QPointF(*start), QPointF(*end)) for start, end in ends]


class WalkerItems:
    """One trekker on the map: its trail with a thin edge, its start, and its mark where it stands."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._casing = pg.PlotCurveItem(antialias=True)
        self._line = pg.PlotCurveItem(antialias=True)
        self._speeds = SpeedItem()
        self._marks = pg.ScatterPlotItem(pxMode=True)
        self._by_speed = False
        self._shape: TrailShape | None = None
        self._unit = np.ones(2)
        self._colours = SceneColours.light()
        for depth, item in enumerate((self._casing, self._line, self._speeds, self._marks)):
            item.setZValue(20 + depth)
            plot.addItem(item, ignoreBounds=True)

    def take_map(self, unit: Array) -> None:
        """Draw on another map, where one unit of θ₀ and of θ₁ has these lengths."""
        self._unit, self._shape = unit, None

    def set_colours(self, colours: SceneColours) -> None:
        """Take the colour of edges."""
        self._colours = colours

    def colour_by_speed(self, by_speed: bool) -> None:
        """Colour each stretch by how far its steps went, or the whole trail in its trekker's colour."""
        self._by_speed = by_speed

    def show(self, walker: Walker | None) -> None:
        """Draw a trekker as it stands now; None draws nobody."""
        self._speeds.show_stretches(np.empty((0, 2, 2)), np.empty((0, 4), dtype=np.uint8))
        if walker is None or not len(walker.points):
            for item in (self._casing, self._line, self._marks):
                item.clear()
            return
        if self._shape is None:
            self._shape = TrailShape(self._unit)
        points = walker.points
        pairs = self._shape.stretches(points)
        ends = points[pairs.ravel()]
        ends = np.where(np.isfinite(ends), ends, 0.0)
        for item, colour, width in (
            (self._casing, self._colours.casing, _CASING),
            (self._line, walker.colour, _TRAIL),
        ):
            item.setData(ends[:, 0], ends[:, 1], connect="pairs", pen=round_pen(colour, width))
        if self._by_speed:
            self._line.clear()
            self._speeds.show_stretches(
                ends.reshape(-1, 2, 2), speed_colours(stretch_shares(points, self._unit, pairs))
            )
        self._mark(walker)

    def _mark(self, walker: Walker) -> None:
        symbol = _SYMBOLS[walker.marker or Marker.CIRCLE]
        spots = ((walker.points[0], "o", _START), (walker.points[-1], symbol, _MARK))
        edge, brush = round_pen(self._colours.casing, 1.4), QColor(walker.colour)
        self._marks.setData(
            [
                {"pos": place, "symbol": shape, "size": dot(size), "brush": brush, "pen": edge}
                for place, shape, size in spots
                if np.isfinite(place).all()
            ]
        )


class MinimaItem(pg.ScatterPlotItem):  # type: ignore[misc]  # pyqtgraph is not typed
    """A small ring at every known minimum, a larger one where nothing is lower."""

    def show_minima(self, places: Array, is_global: Array) -> None:
        """Mark these places (k, 2)."""
        sizes = np.where(is_global, dot(_FLAG), dot(_FLAG * 0.6))
        self.setData(
            pos=places, size=sizes, symbol="o", brush=None, pen=round_pen(_RING, 2.0), pxMode=True, antialias=True
        )


def _fog_brush(area: QRectF, colour: str, remembered: NDArray[np.uint8]) -> QBrush:
    """Return fog that is laid over an area: thinner, the better a part is remembered."""
    rows, columns = remembered.shape
    alpha = np.round(255.0 - REMEMBERED * remembered).astype(np.uint8)
    alpha = np.pad(alpha, 1, mode="edge")  # a brush begins anew beyond its edge, and must not be seen to
    dye = np.round(255 * rgb(colour)).astype(np.uint8)
    pixels = np.ascontiguousarray(np.dstack((np.broadcast_to(dye, (*alpha.shape, 3)), alpha)))
    image = QImage(pixels.data, columns + 2, rows + 2, 4 * (columns + 2), QImage.Format.Format_RGBA8888)
    brush = QBrush(image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied))
    lies = QTransform().translate(area.left(), area.top()).scale(area.width() / columns, area.height() / rows)
    brush.setTransform(QTransform.fromTranslate(-1.0, -1.0) * lies)
    return brush


def round_pen(colour: str | QColor, width: float) -> QPen:
    """Return a pen with round ends and corners, so many pixels wide however near the map is."""
    made = pen(colour, width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made
