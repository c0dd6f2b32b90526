"""From strokes of a pen to the small pictures of the bundled digits: 32×32 dots of ink, counted in blocks of 4×4."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from trekker.cost import Array

Point = tuple[float, float]
Stroke = tuple[Point, ...]

SIDE = 8
_FINE = 32
_BLOCK = _FINE // SIDE
_PEN = 4.6  # of the 32 dots: with it, drawn digits have as much ink as those of the data set
_WIDEST = 26.0  # of the 32 dots: the digits of the data set are as high as the picture, but narrower
_SMALLEST = 0.12  # of the paper: what is drawn smaller is not blown up to the whole picture


def reduced(strokes: Sequence[Stroke]) -> Array:
    """Return what a model sees of ``strokes``, points (x, y) from 0 to 1 with y down: shape (8, 8), 0 to 1.

    As in the data set (Alpaydin and Kaynak 1998), what is drawn is brought to the height of the picture and its
    middle, made into 32×32 dots of ink or none, and the dots in each block of 4×4 are counted, 0 to 16.
    """
    if not strokes:
        return np.zeros((SIDE, SIDE))
    ink = _bitmap([_scaled(stroke, strokes) for stroke in strokes])
    blocks = ink.reshape(SIDE, _BLOCK, SIDE, _BLOCK)
    counted: Array = blocks.sum(axis=(1, 3)) / (_BLOCK * _BLOCK)
    return counted


def _scaled(stroke: Stroke, strokes: Sequence[Stroke]) -> Array:
    """Return the points of a stroke in dots, once all strokes are brought to the size and the middle of the picture."""
    every = np.concatenate([np.array(each) for each in strokes])
    low, high = every.min(axis=0), every.max(axis=0)
    width, height = np.maximum(high - low, 1e-9)
    if max(width, height) < _SMALLEST:
        scale = (_FINE - _PEN) / 1.0
    else:
        scale = min((_FINE - _PEN) / height, (_WIDEST - _PEN) / width)
    return np.asarray((np.array(stroke) - (low + high) / 2) * scale + _FINE / 2)


def _bitmap(strokes: Sequence[Array]) -> Array:
    """Return dots of ink, shape (32, 32), 0 or 1."""
    image = QImage(_FINE, _FINE, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    caps, joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(Qt.GlobalColor.white, _PEN, Qt.PenStyle.SolidLine, caps, joins))
    for stroke in strokes:
        points = [QPointF(x, y) for x, y in stroke.tolist()]
        if len(points) == 1:
            painter.drawPoint(points[0])
        else:
            painter.drawPolyline(QPolygonF(points))
    painter.end()
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(_FINE, image.bytesPerLine())
    return (rows[:, :_FINE] > 127).astype(np.float64)
