"""Words with bars that tell how loudly each speaks for one class or for the other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trekker.gui.theme import LIGHT, Theme
from trekker.learning.judgement import TokenWeight

_GAP = 4.0
_TOWARDS_SECOND, _TOWARDS_FIRST = "#0072b2", "#d55e00"


class WordBars(QWidget):
    """Two columns: on the left the words for the first class, on the right those for the second, loudest on top."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = LIGHT
        self._columns: tuple[tuple[TokenWeight, ...], ...] = ((), ())
        self._names = ("", "")

    @property
    def words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words that are shown: those for the first class, those for the second."""
        first, second = self._columns
        return tuple(each.token for each in first), tuple(each.token for each in second)

    def show_words(
        self, second: tuple[TokenWeight, ...], first: tuple[TokenWeight, ...], names: tuple[str, str]
    ) -> None:
        """Show the words that speak for the second class and for the first, loudest first."""
        self._columns, self._names = (first, second), names
        told = "; ".join(
            f"{name}: " + ", ".join(each.token for each in column)
            for name, column in zip(names, self._columns, strict=True)
        )
        self.setAccessibleDescription(told)
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Want room for the words."""
        return QSize(260, 9 * self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both columns."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self.width() / 2
        loudest = max((abs(each.weight) for column in self._columns for each in column), default=0.0) or 1.0
        for place, column in enumerate(self._columns):
            area = QRectF(place * half, 0.0, half - _GAP, float(self.height()))
            self._paint_column(painter, area, place, column, loudest)
        painter.end()

    def _paint_column(
        self, painter: QPainter, area: QRectF, place: int, column: tuple[TokenWeight, ...], loudest: float
    ) -> None:
        line = area.height() / max(len(column) + 1, 2)
        painter.setPen(QColor(self._theme.muted))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(area.left(), 0.0, area.width(), line), flags, self._names[place])
        colour = QColor(_TOWARDS_SECOND if place else _TOWARDS_FIRST)
        for row, each in enumerate(column, start=1):
            bar = QRectF(area.left(), row * line + 1.0, area.width() * abs(each.weight) / loudest, line - 2.0)
            colour.setAlpha(110)
            painter.fillRect(bar, colour)
            painter.setPen(QColor(self._theme.text))
            words = QRectF(area.left() + _GAP, row * line, area.width() - _GAP, line)
            weight = f"{each.weight:+.1f}".replace("-", "−")
            painter.drawText(words, flags, each.token)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, weight)
