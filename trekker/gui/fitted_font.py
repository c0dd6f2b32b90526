"""A font in which words have room: the letters in a picture must not run into one another, however small it is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontMetricsF

_SMALLEST_PT = 4.0


def fitted(font: QFont, words: Iterable[str], width: float, height: float) -> QFont:
    """Return the font, or a smaller one in which each of the words fits into the width, and a line into the height."""
    metrics = QFontMetricsF(font)
    widest = max(map(metrics.horizontalAdvance, words), default=0.0)
    share = min(1.0, width / widest if widest > 0 else 1.0, height / metrics.height())
    made = QFont(font)
    made.setPointSizeF(max(_SMALLEST_PT, share * font.pointSizeF()))
    return made
