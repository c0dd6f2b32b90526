"""The instruments on the map: the lines, sheets and pins that lie over the mountain, as seen from straight above."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from trekker.cost import Array
from trekker.gui.map.map_items import area_of, round_pen
from trekker.gui.plots.pen import dot
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.overlay import Drawing, Line, PinAt, Sheet
from trekker.gui.scene.pins import EDGE, OUTLINES

_WIDTH, _EDGE_PIXELS = 3.2, 2.0
_HEAD_HALF = 6.5


class InstrumentsItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is not typed
    """Paints what the overlays draw, in their colours, which are the same as on the mountain."""

    def __init__(self) -> None:
        super().__init__()
        self._landscape: Landscape | None = None
        self._drawing = Drawing()

    def show_drawing(self, drawing: Drawing, landscape: Landscape | None) -> None:
        """Paint this from now on: a drawing that was made for this landscape."""
        self.prepareGeometryChange()
        self._drawing, self._landscape = drawing, landscape
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the map's rectangle and as much again around it, for what reaches over its edge."""
        if self._landscape is None:
            return QRectF()
        area = area_of(self._landscape.bounds)
        return area.adjusted(-area.width(), -area.height(), area.width(), area.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem | None = None, widget: QWidget | None = None
    ) -> None:
        """Paint sheets, then lines, then pins."""
        if self._landscape is None:
            return
        size = dot(1.0) * np.abs(np.array((self.pixelWidth(), self.pixelHeight())))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sheet in self._drawing.sheets:
            self._paint_sheet(painter, sheet)
        for line in self._drawing.lines:
            if np.ndim(line.widths) == 0:
                self._paint_line(painter, line, float(line.widths))
            else:
                self._paint_head(painter, line, size)
        for pin in self._drawing.pins:
            self._paint_pin(painter, pin, size)

    def _places(self, points: Array) -> Array:
        """Return the places (k, 2) below scene points (k, 3); NaN where a line is broken."""
        assert self._landscape is not None  # noqa: S101 - what paint has looked at
        places = self._landscape.theta(points[:, :2])
        return np.where(np.isfinite(points).all(axis=1, keepdims=True), places, np.nan)

    def _paint_sheet(self, painter: QPainter, sheet: Sheet) -> None:
        """Paint all triangles as one area, so that none is seen through another."""
        path, places = QPainterPath(), self._places(sheet.points)
        path.setFillRule(Qt.FillRule.WindingFill)
        for corners in places[sheet.triangles]:
            path.addPolygon(_polygon(corners))
        colour = QColor(sheet.colour)
        colour.setAlphaF(sheet.alpha)
        painter.fillPath(path, colour)

    def _paint_line(self, painter: QPainter, line: Line, width: float) -> None:
        path, places = QPainterPath(), self._places(line.points)
        for start, end in pairwise(places):
            if np.isfinite((start, end)).all():
                here = QPointF(*start)
                if path.isEmpty() or path.currentPosition() != here:
                    path.moveTo(here)
                path.lineTo(QPointF(*end))
        for colour, thickness in ((EDGE, width * (_WIDTH + _EDGE_PIXELS)), (line.colour, width * _WIDTH)):
            painter.strokePath(path, round_pen(colour, thickness))

    def _paint_head(self, painter: QPainter, line: Line, pixel: Array) -> None:
        """Paint the head of an arrow, a triangle from its neck to its tip, in pixels as wide as any other."""
        places = self._places(line.points)
        neck, tip = places[0], places[-1]
        along = (tip - neck) / pixel
        across = np.array((-along[1], along[0])) / max(float(np.hypot(*along)), 1e-9) * _HEAD_HALF * pixel
        painter.setPen(round_pen(EDGE, _EDGE_PIXELS / 2))
        painter.setBrush(QColor(line.colour))
        painter.drawPolygon(_polygon(np.array((neck + across, tip, neck - across))))

    def _paint_pin(self, painter: QPainter, pin: PinAt, pixel: Array) -> None:
        (place,) = self._places(pin.place[None])
        painter.setPen(round_pen(EDGE, _EDGE_PIXELS))
        painter.setBrush(QColor(pin.colour))
        for outline in OUTLINES[pin.pin]:
            painter.drawPolygon(_polygon(place + outline * pixel))


def _polygon(corners: Array) -> QPolygonF:
    return QPolygonF([QPointF(float(x), float(y)) for x, y in corners])
