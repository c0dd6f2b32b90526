"""Bars that show how likely a model holds each of a few things."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.gui.fitted_font import fitted
from trekker.gui.theme import LIGHT, Theme
from trekker.messages import percent


class BeliefBars(QWidget):
    """Draws one bar a class, the likeliest in the accent's colour, each with its share in per cent."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._labels: tuple[str, ...] = ()
        self.shares: Array = np.zeros(0)
        self.setAccessibleName(accessible_name)
        self.setMinimumSize(90, 80)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def show_beliefs(self, labels: Sequence[str], shares: Array) -> None:
        """Show shares (K,) from 0 to 1; NaN or nothing at all where nothing can be said."""
        self._labels, self.shares = tuple(labels), np.nan_to_num(shares)
        told = zip(self._labels, self.shares, strict=True) if len(self.shares) else ()
        self.setAccessibleDescription(", ".join(f"{label}: {percent(share)}" for label, share in told))
        self.update()

    def sizeHint(self) -> QSize:
        """Want little."""
        return QSize(110, 150)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        if not self._labels:
            return
        painter = QPainter(self)
        shares = self.shares if len(self.shares) else np.zeros(len(self._labels))
        row = self.height() / len(self._labels)
        painter.setFont(fitted(self.font(), (), 0, row))
        metrics = painter.fontMetrics()
        name = max(metrics.horizontalAdvance(each) for each in self._labels) + 6
        told = metrics.horizontalAdvance(percent(1.0)) + 4
        best = int(shares.argmax()) if shares.any() else -1
        for i, (label, share) in enumerate(zip(self._labels, shares.tolist(), strict=True)):
            line = QRectF(0, i * row, self.width(), row)
            bar = QRectF(name, line.top() + 0.18 * row, (self.width() - name - told) * share, 0.64 * row)
            painter.fillRect(bar, QColor(self._theme.accent if i == best else self._theme.muted))
            painter.setPen(QColor(self._theme.text))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, label)
            if share >= 0.005:
                painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, percent(share))
