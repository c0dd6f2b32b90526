"""A line of values under a plot, each beside the colour of the trekker that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

_LINES, _MANY_LINES = 2, 3
_MANY = 6  # trekkers: more of them get another line


class Reading(NamedTuple):
    """One value: the colour beside it, whose it is, and what it says."""

    colour: str
    owner: str
    text: str


class Readout(QWidget):
    """Shows where one looks and what is read there; it keeps its size, whatever it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = ""
        self._readings: tuple[Reading, ...] = ()
        self._lines = _LINES
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_readings(self, place: str, readings: tuple[Reading, ...]) -> None:
        """Show other values."""
        if (place, readings) != (self._place, self._readings):
            self._place, self._readings = place, readings
            self.setAccessibleDescription(self.text())
            self.setToolTip("\n".join([place, *(f"{each.owner}: {each.text}" for each in readings)]))
            self.update()

    def make_room(self, trekkers: int) -> None:
        """Have room for the values of so many trekkers."""
        lines = _MANY_LINES if trekkers > _MANY else _LINES
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def text(self) -> str:
        """Return all that it says, owners named."""
        return " · ".join([self._place, *(f"{each.owner}: {each.text}" for each in self._readings)])

    def sizeHint(self) -> QSize:
        """Want room for all lines."""
        return QSize(80, self._lines * self.fontMetrics().lineSpacing() + 2)

    def minimumSizeHint(self) -> QSize:
        """Want no less."""
        return self.sizeHint()

    @property
    def shows_all(self) -> bool:
        """Whether there is room for everything that it says."""
        return self.needed_lines() <= self._lines

    def needed_lines(self) -> int:
        """Return how many lines everything would take that it says."""
        return 1 + max((line for line, _, _ in self._places()), default=0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the values one after the other, as many as fit."""
        painter = QPainter(self)
        line, swatch = self.fontMetrics().lineSpacing(), self._swatch
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        self._write(painter, QRectF(0, 0, self.width(), line), self._place)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for row, x, reading in self._places():
            y = min(row, self._lines - 1) * line
            if row < self._lines:
                painter.fillRect(QRectF(x, y + (line - swatch) / 2, swatch, swatch), QColor(reading.colour))
                begin = x + swatch + self._gap / 2
                self._write(painter, QRectF(begin, y, max(1.0, self.width() - begin), line), reading.text)

    @property
    def _swatch(self) -> float:
        return self.fontMetrics().ascent() * 0.7

    @property
    def _gap(self) -> int:
        return self.fontMetrics().horizontalAdvance("n")

    def _places(self) -> Iterator[tuple[int, float, Reading]]:
        """Tell of each reading in which line it stands, and where that begins."""
        metrics = self.fontMetrics()
        x, row = float(metrics.horizontalAdvance(self._place) + self._gap), 0
        for reading in self._readings:
            width = self._swatch + self._gap / 2 + metrics.horizontalAdvance(reading.text)
            if x > 0 and x + width > self.width():
                x, row = 0.0, row + 1
            yield row, x, reading
            x += width + self._gap

    def _write(self, painter: QPainter, room: QRectF, text: str) -> None:
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
