"""A small map in the corner of the mountain: where the trekkers are, and from where the eye looks."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.gui.plots.pen import dot, pen
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.shading import filled
from trekker.gui.scene.surface_mesh import terrain_colours
from trekker.gui.scene.walker import SceneColours, Walker
from trekker.gui.text_scale import text_scale

_LONGER_SIDE = 128
_MOST_POINTS = 400
_FOOT = 4.0
_MARGIN = 8


class MiniMap(QWidget):
    """Paints the landscape from above with trails, and a wedge at the edge from which the mountain is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Mini-map"))
        self._landscape: Landscape | None = None
        self._image = QImage()
        self._walkers: tuple[Walker, ...] = ()
        self._colours = SceneColours.light()
        self._azimuth = 0.0
        self._felt: float | None = None
        self._room, self._taken = parent, 0
        if parent is not None:
            parent.installEventFilter(self)

    def show_landscape(self, landscape: Landscape | None) -> None:
        """Show this ground."""
        self._landscape = landscape
        self._image = QImage() if landscape is None else _image_of(landscape)
        self.setFixedSize(self.sizeHint())
        self._place()
        self.update()

    def show_walkers(self, walkers: tuple[Walker, ...]) -> None:
        """Show these trekkers."""
        self._walkers = walkers
        self.update()

    def set_blindfold(self, on: bool, radius: float, *, dense: bool = False) -> None:
        """Hide the ground that can't be felt."""
        felt = radius if on else None
        if felt != self._felt:
            self._felt = felt
            self.update()

    def look_from(self, azimuth: float) -> None:
        """Turn the wedge: the eye stands at ``azimuth`` degrees, 0 in the east, 90 in the north."""
        if azimuth != self._azimuth:
            self._azimuth = azimuth
            self.update()

    def set_colours(self, colours: SceneColours) -> None:
        """Paint in these colours."""
        self._colours = colours
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the corner."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def keep_below(self, taken: int) -> None:
        """Stand below so many pixels, which something else covers."""
        self._taken = taken
        self._place()

    def sizeHint(self) -> QSize:
        """Have the map's proportions."""
        longer = _LONGER_SIDE * self._scale
        if self._landscape is None:
            return QSize(round(longer), round(longer))
        width, height = self._landscape.extent * (longer / self._landscape.extent.max())
        return QSize(round(width), round(height))

    @property
    def _scale(self) -> float:
        """How many times its usual size it has: as much as the text."""
        return text_scale(self.font())

    def changeEvent(self, event: QEvent) -> None:
        """Grow and shrink with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedSize(self.sizeHint())
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint everything."""
        if self._landscape is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setOpacity(0.92)
        if self._felt is None:
            painter.drawImage(area, self._image)
        else:
            painter.fillRect(area, QColor(self._colours.fog))
        painter.setOpacity(1.0)
        painter.setPen(pen(self._colours.line, 1.0))
        painter.drawRect(area)
        self._paint_eye(painter, area)
        for walker in self._walkers:
            self._paint_walker(painter, walker)
        painter.end()

    def _paint_walker(self, painter: QPainter, walker: Walker) -> None:
        points = walker.points[:: max(1, len(walker.points) // _MOST_POINTS)]
        pixels = self._pixels(np.concatenate((points, walker.points[-1:])))
        pixels = pixels[np.isfinite(pixels).all(axis=1)]
        if not len(pixels):
            return
        line = QPolygonF([QPointF(float(x), float(y)) for x, y in pixels])
        for colour, width in ((self._colours.casing, 3.0), (walker.colour, 1.6)):
            painter.setPen(pen(colour, width))
            painter.drawPolyline(line)
        painter.setPen(pen(self._colours.casing, 1.0))
        painter.setBrush(QColor(walker.colour))
        painter.drawEllipse(line.last(), dot(_FOOT), dot(_FOOT))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_eye(self, painter: QPainter, area: QRectF) -> None:
        """Point a wedge inwards from the edge at which the eye stands."""
        towards = np.array((math.cos(math.radians(self._azimuth)), -math.sin(math.radians(self._azimuth))))
        half = np.array((area.width(), area.height())) / 2
        reach = float((half / np.maximum(np.abs(towards), 1e-9)).min()) - 3.0
        middle = np.array((area.center().x(), area.center().y()))
        tip, side = middle + towards * (reach - dot(9.0)), np.array((-towards[1], towards[0])) * dot(6.0)
        corners = (tip, middle + towards * reach + side, middle + towards * reach - side)
        painter.setPen(pen(self._colours.casing, 1.2))
        painter.setBrush(QColor(self._colours.text))
        painter.drawPolygon(QPolygonF([QPointF(float(x), float(y)) for x, y in corners]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _place(self) -> None:
        """Stand at the upper right, below what is read of the ground."""
        if self._room is not None:
            top = self._taken + _MARGIN + 2 * self.fontMetrics().height()
            self.move(self._room.width() - self.width() - _MARGIN, top)

    def _pixels(self, places: Array) -> Array:
        assert self._landscape is not None  # noqa: S101 - the caller has looked
        bounds = self._landscape.bounds
        with np.errstate(all="ignore"):
            share = (places - bounds.lower) / bounds.size
            inside = (np.abs(share - 0.5) < 5.0).all(axis=1, keepdims=True)
            pixels = np.stack((share[:, 0] * self.width(), (1.0 - share[:, 1]) * self.height()), axis=1)
        return np.asarray(np.where(inside, pixels, np.nan))


def _image_of(landscape: Landscape) -> QImage:
    """Return the ground from above, north at the top; holes are transparent."""
    heights = landscape.heights.T[::-1]
    firm = np.isfinite(heights)
    pixels = np.zeros((*heights.shape, 4), dtype=np.uint8)
    pixels[..., :3] = np.round(terrain_colours(filled(heights)) * 255)
    pixels[..., 3] = 255 * firm
    pixels[~firm] = 0
    rows, columns = firm.shape
    return QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGBA8888).copy()
