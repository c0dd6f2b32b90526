"""The pen of a curve and the size of a dot: in pixels, whatever the axes show, and larger where text is."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QPen
from PySide6.QtWidgets import QApplication

from trekker.gui.text_scale import text_scale

_LEAST_CONTRAST = 3.0  # of what is drawn with the ground behind it
_CASING = 1.6  # pixels by which it is wider than its line
_DARKER, _OPAQUE = 210, 255


def pen(colour: QColor | str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Return a pen that draws ``width`` pixels wide at the usual size of text."""
    made = QPen(QColor(colour), dot(width), style)
    made.setCosmetic(True)
    return made


def casing(worn: QPen) -> QPen | None:
    """Return the pen of a wider, darker line below one whose colour alone is hardly seen on its ground; else None."""
    colour, ground = worn.color(), QApplication.palette().color(QPalette.ColorRole.Base)
    if contrast(colour, ground) >= _LEAST_CONTRAST or colour.alpha() < _OPAQUE:
        return None
    made = QPen(worn)
    made.setColor(edge(colour))
    made.setWidthF(worn.widthF() + dot(_CASING))
    if worn.style() is not Qt.PenStyle.SolidLine:
        ratio = worn.widthF() / made.widthF()
        made.setDashPattern([ratio * each for each in worn.dashPattern()])
    return made


def wear(curve: pg.PlotCurveItem, worn: QPen) -> None:
    """Draw a curve with a pen, and with its casing where it needs one."""
    curve.setPen(worn)
    curve.setShadowPen(casing(worn))


def edge(colour: QColor | str) -> QColor:
    """Return the colour of a dot's edge: its own, or a darker tone where that is hardly seen on the plot's ground."""
    own, ground = QColor(colour), QApplication.palette().color(QPalette.ColorRole.Base)
    return own if contrast(own, ground) >= _LEAST_CONTRAST else own.darker(_DARKER)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4) for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def dot(size: float) -> float:
    """Return how many pixels across a dot is that has ``size`` at the usual size of text."""
    return size * text_scale()
