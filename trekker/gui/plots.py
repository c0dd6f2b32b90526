"""Plots that stay quick: few points, few axis changes, colours of the theme."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QPen
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.gui.theme import Theme
from trekker.messages import number

_MOST_POINTS = 480
_MARGIN = 0.06
_LABEL_DIGITS = 6


def thinned(values: Array) -> tuple[Array, Array]:
    """Return positions and values of at most about 480 points that keep every peak and dip."""
    count = len(values)
    if count <= _MOST_POINTS:
        return np.arange(count, dtype=np.float64), values
    buckets = _MOST_POINTS // 2
    width = -(-count // buckets)
    padded = np.full(width * -(-count // width), np.nan)
    padded[:count] = values
    rows = padded.reshape(-1, width)
    first = np.arange(len(rows)) * width
    low = first + np.where(np.isnan(rows), np.inf, rows).argmin(axis=1)
    high = first + np.where(np.isnan(rows), -np.inf, rows).argmax(axis=1)
    positions = np.unique(np.concatenate([[0], low, high, [count - 1]]))
    positions = positions[positions < count]
    return positions.astype(np.float64), values[positions]


class Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph is not typed
    """An axis with few labels, written as people write numbers; a logarithmic one labels 1, 2 and 5 at most."""

    def logTickValues(
        self, minimum: float, maximum: float, size: float, standard: object
    ) -> list[tuple[float | None, list[float]]]:
        """Return where the labels stand, as powers of ten."""
        room = max(2.0, size / (3 * self.label_height()))
        decades = maximum - minimum
        parts = next((each for each in ((1, 2, 5), (1, 3), (1,)) if len(each) * decades <= room), (1,))
        stride = max(1, int(np.ceil(decades / room)))
        powers = range(int(np.floor(minimum)), int(np.ceil(maximum)) + 1)
        ticks = [p + float(np.log10(part)) for p in powers if p % stride == 0 for part in parts]
        return [(1.0, [each for each in ticks if minimum <= each <= maximum])]

    def logTickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write powers of ten as numbers."""
        return [number(float(f"{10.0**value:.3g}")) for value in values]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write the labels with a true minus sign, as short as tells them apart."""
        if self.logMode:
            return self.logTickStrings(values, scale, spacing)
        return [number(value if abs(value) > spacing * 1e-6 else 0.0, _LABEL_DIGITS) for value in values]

    def label_height(self) -> float:
        """Return how high one label is, in pixels."""
        font = self.style["tickFont"]
        return float(font.pointSizeF() * 1.5) if font is not None else 15.0


class Plot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph is not typed
    """A plot that frames its data itself, in steps, so that its axes are seldom drawn anew.

    A person's own zoom or pan is kept until a double click frames the data again.
    """

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, axisItems={side: Axis(side) for side in ("left", "bottom")})
        self.setAccessibleName(accessible_name)
        self.viewport().setAccessibleName(accessible_name)
        self.hideButtons()
        self.setMenuEnabled(False)
        self.setMinimumHeight(120)
        self._framed: tuple[float, float, float, float] | None = None
        self._by_hand = False
        box = self.getViewBox()
        box.disableAutoRange()
        box.sigRangeChangedManually.connect(self._framed_by_hand)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=-4, maxTickLevel=1)
        self.showGrid(x=True, y=True, alpha=0.18)

    def sizeHint(self) -> QSize:
        """Want little, so that plots side by side share their room evenly."""
        return QSize(240, 120)

    def name_axis(self, side: str, text: str) -> None:
        """Write beside an axis what runs along it; pyqtgraph lays everything out anew even for the same text."""
        if self.getAxis(side).labelText != text:
            self.setLabel(side, text)

    def dress(self, theme: Theme, font: QFont) -> None:
        """Take the theme's colours and the window's font."""
        self.setBackground(QColor(theme.card))
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.9)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(QPen(QColor(theme.muted)))
            axis.setTextPen(QPen(QColor(theme.text)))
            axis.setTickFont(small)
            axis.label.setFont(small)
        self.getAxis("left").setWidth(round(small.pointSizeF() * 7.8))

    def frame(self, x: tuple[float, float], y: tuple[float, float], *, growing: bool = False) -> None:
        """Show at least these ranges, with a little air; change only where they don't fit well any more.

        What is ``growing`` to the right gets room there.
        """
        if self._by_hand or not np.isfinite([*x, *y]).all():
            return
        wanted = (*_wide(*x), *_wide(*y))
        if self._framed is not None and _fits(wanted, self._framed):
            return
        left, right, bottom, top = wanted
        room = 0.25 * (right - left) if growing and self._framed is not None else 0.0
        air = _MARGIN * (top - bottom)
        self._framed = (left, right + room, bottom - air, top + air)
        self.getViewBox().setRange(xRange=self._framed[:2], yRange=self._framed[2:], padding=0)

    def frame_afresh(self) -> None:
        """Forget the frame, and a person's zoom."""
        self._framed, self._by_hand = None, False

    def mouseDoubleClickEvent(self, event: object) -> None:
        """Frame the data again."""
        self.frame_afresh()
        self.getViewBox().sigRangeChangedManually.emit([False, False])
        self._by_hand = False

    def _framed_by_hand(self) -> None:
        self._by_hand = True


def _wide(low: float, high: float) -> tuple[float, float]:
    if high - low > 1e-12 * max(abs(low), abs(high), 1e-300):
        return low, high
    half = 0.5 * abs(low) or 0.5
    return low - half, high + half


def _fits(wanted: tuple[float, float, float, float], framed: tuple[float, float, float, float]) -> bool:
    left, right, bottom, top = wanted
    inside = framed[0] <= left and right <= framed[1] and framed[2] <= bottom and top <= framed[3]
    wide_enough = (right - left) >= 0.5 * (framed[1] - framed[0]) and (top - bottom) >= 0.5 * (framed[3] - framed[2])
    return inside and wide_enough
