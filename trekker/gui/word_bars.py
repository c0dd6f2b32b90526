"""Words and how loudly they speak, for and against, as bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trekker.gui.theme import LIGHT, Theme
from trekker.messages import number

FOR, AGAINST = "#e69f00", "#0072b2"  # colours that everybody can tell apart

Words = Sequence[tuple[str, float]]


class WordBars(QWidget):
    """Two columns: on the left what speaks for the first class, on the right what speaks for the second."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._names = ("", "")
        self.columns: tuple[tuple[tuple[str, float], ...], ...] = ((), ())
        self.setAccessibleName(accessible_name)
        self.setMinimumSize(160, 80)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def show_words(self, names: tuple[str, str], against: Words, speaking_for: Words) -> None:
        """Show the words for the first class and those for the second, loudest first."""
        self._names, self.columns = names, (tuple(against), tuple(speaking_for))
        told = (
            f"{name}: " + ", ".join(f"{word} {number(weight, 3)}" for word, weight in words)
            for name, words in zip(names, self.columns, strict=True)
        )
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Want little."""
        return QSize(240, 150)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as many words as there is room for."""
        painter = QPainter(self)
        line = self.fontMetrics().lineSpacing() + 3
        wide = (self.width() - 10) / 2
        loudest = max((abs(weight) for words in self.columns for _, weight in words), default=1.0) or 1.0
        for column, (name, words, colour) in enumerate(zip(self._names, self.columns, (AGAINST, FOR), strict=True)):
            left = column * (wide + 10)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(QRectF(left, 0, wide, line), Qt.AlignmentFlag.AlignVCenter, name)
            for row, (word, weight) in enumerate(words[: int(self.height() // line) - 1]):
                box = QRectF(left, (row + 1) * line, wide, line - 2)
                self._paint(painter, box, (word, weight), abs(weight) / loudest, colour)

    def _paint(self, painter: QPainter, box: QRectF, word: tuple[str, float], share: float, colour: str) -> None:
        bar = QColor(colour)
        bar.setAlphaF(0.4)
        told = number(word[1], 2)
        room = box.width() - self.fontMetrics().horizontalAdvance(told) - 12
        painter.fillRect(QRectF(box.left(), box.top(), room * share, box.height()), bar)
        painter.setPen(QColor(self._theme.text))
        middle = Qt.AlignmentFlag.AlignVCenter
        shown = self.fontMetrics().elidedText(word[0], Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(box.adjusted(4, 0, -4, 0), middle | Qt.AlignmentFlag.AlignLeft, shown)
        painter.drawText(box.adjusted(4, 0, -4, 0), middle | Qt.AlignmentFlag.AlignRight, told)
