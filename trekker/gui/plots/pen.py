"""The pen of a curve and the size of a dot: in pixels, whatever the axes show, and larger where text is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from trekker.gui.text_scale import text_scale


def pen(colour: QColor | str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Return a pen that draws ``width`` pixels wide at the usual size of text."""
    made = QPen(QColor(colour), dot(width), style)
    made.setCosmetic(True)
    return made


def dot(size: float) -> float:
    """Return how many pixels across a dot is that has ``size`` at the usual size of text."""
    return size * text_scale()
