"""How much larger than usual text is: what is drawn beside it, lines and dots, grows with it."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

_USUAL_HEIGHT = 17.0  # pixels that a line of text is high


def text_scale(font: QFont | None = None) -> float:
    """Return how many times its usual size text of this font has; without one, the text of the application."""
    return QFontMetrics(QApplication.font() if font is None else font).height() / _USUAL_HEIGHT
