"""The pen of a curve: so wide in pixels, whatever the axes show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen


def pen(colour: QColor | str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Return a pen whose width is in pixels, whatever the axes show."""
    made = QPen(QColor(colour), width, style)
    made.setCosmetic(True)
    return made
