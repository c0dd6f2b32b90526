"""The title of the window: as large as it fits, and never so long that the window would have to grow for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

_SIZES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)


class Title(QLabel):
    """Shows its text in one line as large as the room allows, or in two smaller ones where that is larger."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "title")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Want one line of letters, however few."""
        return QSize(1, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the text."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self.fitting())
        wraps = painter.fontMetrics().horizontalAdvance(self.text()) > self.width()
        painter.drawText(self.rect(), flags | Qt.TextFlag.TextWordWrap if wraps else flags, self.text())

    def fitting(self) -> QFont:
        """Return the largest font in which all of the text has room, or the smallest."""
        fonts = [self._sized(size) for size in _SIZES]
        return next((font for font in fonts if self._has_room(font)), fonts[-1])

    def _sized(self, size: float) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(size * font.pointSizeF())
        return font

    def _has_room(self, font: QFont) -> bool:
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(self.text()) <= self.width():
            return True
        box = metrics.boundingRect(self.rect(), int(Qt.TextFlag.TextWordWrap), self.text())
        return box.width() <= self.width() and box.height() <= self.height()
