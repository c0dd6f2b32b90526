"""The confusion matrix as a picture: what was there down the side, what was read along the top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from trekker.gui.fitted_font import fitted
from trekker.gui.theme import LIGHT, Theme

Counts = NDArray[np.signedinteger[Any]]

_RIGHT, _WRONG = "#0072b2", "#d55e00"


class ConfusionTable(QWidget):
    """Draws counts (K, K): blue on the diagonal, orange beside it, the stronger the more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._labels: tuple[str, ...] = ()
        self.counts: Counts = np.zeros((0, 0), dtype=int)
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setMinimumSize(120, 80)
        self.setMouseTracking(True)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def show_counts(self, counts: Counts, labels: Sequence[str]) -> None:
        """Show other counts, rows true and columns read."""
        self.counts, self._labels = counts, tuple(labels)
        right, every = int(np.trace(counts)), int(counts.sum())
        self.setAccessibleDescription(self.tr("{right} of {every} read right").format(right=right, every=every))
        self.update()

    def sizeHint(self) -> QSize:
        """Want little."""
        return QSize(240, 120)

    def event(self, event: QEvent) -> bool:
        """Say what a cell means where the pointer rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._story_at(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells."""
        count = len(self._labels)
        if not count:
            return
        painter = QPainter(self)
        left, top, wide, high = self._cells()
        most = max(1.0, float(self.counts.max()))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(QRectF(left, 0, wide * count, top / 2), centre, self.tr("read"))
        painter.save()
        painter.translate(0, top + high * count)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, high * count, left / 2), centre, self.tr("true"))
        painter.restore()
        counted = [str(each) for each in (self.counts.max(), *self._labels)]
        painter.setFont(fitted(self.font(), counted, 0.94 * wide, high))
        for i, name in enumerate(self._labels):
            painter.setPen(QColor(self._theme.text))
            painter.drawText(QRectF(left + i * wide, top / 2, wide, top / 2), centre, name)
            painter.drawText(QRectF(left / 2, top + i * high, left / 2, high), centre, name)
            for j in range(count):
                self._paint_cell(painter, i, j, QRectF(left + j * wide, top + i * high, wide, high), most)

    def _paint_cell(self, painter: QPainter, i: int, j: int, box: QRectF, most: float) -> None:
        times = int(self.counts[i, j])
        colour = QColor(_RIGHT if i == j else _WRONG)
        colour.setAlphaF(0.0 if not times else 0.18 + 0.62 * times / most if i == j else min(0.85, 0.3 + times / most))
        painter.fillRect(box.adjusted(0.5, 0.5, -0.5, -0.5), QColor(self._theme.field))
        painter.fillRect(box.adjusted(0.5, 0.5, -0.5, -0.5), colour)
        if times:
            painter.setPen(QColor(self._theme.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(times))

    def _cells(self) -> tuple[float, float, float, float]:
        """Return where the first cell begins, and how large a cell is."""
        count, line = len(self._labels), self.fontMetrics().lineSpacing()
        left = 2.0 * max(line, max(self.fontMetrics().horizontalAdvance(each) for each in self._labels) + 4)
        top = 2.0 * line
        return left, top, (self.width() - left - 1) / count, (self.height() - top - 1) / count

    def _story_at(self, x: float, y: float) -> str:
        if not self._labels:
            return ""
        left, top, wide, high = self._cells()
        column, row = int((x - left) // wide), int((y - top) // high)
        if not (0 <= column < len(self._labels) and 0 <= row < len(self._labels)):
            return ""
        return self.tr("{count} times a {true} was read as {said}").format(
            count=int(self.counts[row, column]), true=self._labels[row], said=self._labels[column]
        )
