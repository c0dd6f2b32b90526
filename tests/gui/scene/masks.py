"""Where a picture may change: known geometry, projected into the scene's pixels by itself and thickened a little."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from trekker.cost import Array
from trekker.gui.scene.camera import project


class Mask:
    """A black picture as large as a scene; whatever is added to it turns white."""

    def __init__(self, scene: Any) -> None:
        self._scene = scene
        ratio = scene.devicePixelRatioF()
        self._image = QImage(scene.size() * ratio, QImage.Format.Format_Grayscale8)
        self._image.setDevicePixelRatio(ratio)
        self._image.fill(0)

    def add_line(self, points: Array, radius: float) -> None:
        """Add all pixels nearer than ``radius`` to the line through scene points (k, 3); NaN breaks it."""
        pixels = self.pixels_of(points)
        painter = self._painter(2 * radius)
        for start, end in pairwise(pixels):
            if np.isfinite((start, end)).all():
                painter.drawLine(QPointF(*start), QPointF(*end))
        painter.end()

    def add_area(self, outline: Array, radius: float) -> None:
        """Add what lies within scene points (k, 3), a polygon, and all nearer than ``radius`` to it."""
        painter = self._painter(2 * radius)
        painter.setBrush(QColor("white"))
        painter.drawPolygon(QPolygonF([QPointF(*each) for each in self.pixels_of(outline)]))
        painter.end()

    def add_box(self, point: Array, left: float, up: float, right: float, down: float) -> None:
        """Add a rectangle of pixels around a scene point (3,)."""
        across, along = self.pixels_of(point[None])[0]
        painter = self._painter(0.1)
        painter.fillRect(QRectF(across - left, along - up, left + right, up + down), QColor("white"))
        painter.end()

    def pixels_of(self, points: Array) -> Array:
        """Return where scene points (k, 3) are drawn, (k, 2), in pixels of the widget."""
        return project(points, self._scene.camera, self._scene.picture_size())[:, :2]

    @property
    def pixels(self) -> NDArray[np.bool_]:
        """What was added, (height, width), in pixels of the screen."""
        rows = np.frombuffer(self._image.constBits(), dtype=np.uint8)
        return rows.reshape(self._image.height(), self._image.bytesPerLine())[:, : self._image.width()] > 0

    def _painter(self, width: float) -> QPainter:
        painter = QPainter(self._image)
        pen = QPen(QColor("white"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        return painter
