"""One curve of the cost panel: two quantities of one walk, as few points as a picture needs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.walk.descent import Descent
from trekker.walk.peaks import Peaks, Rows
from trekker.walk.quantities import Column, Quantity
from trekker.walk.smoothing import Smoothed

_MOST_POINTS = 480


class Drawn(NamedTuple):
    """What is drawn: rows of the trail, their places along x, the values there, the smoothed ones; each (points,)."""

    rows: Rows
    x: Array
    y: Array
    smooth: Array | None


class Series:
    """The values of ``y`` against ``x`` of one walk; only steps added since the last call cost time.

    Attributes:
        x: every recorded x.
        y: every recorded y.
    """

    def __init__(self, descent: Descent, x: Quantity, y: Quantity, smoothing: float = 0.0) -> None:
        self.descent = descent
        self._against_effort = x.is_effort
        self.x, self.y = Column(descent, x), Column(descent, y)
        self._smoothed = Smoothed(smoothing) if smoothing else None
        self._peaks, self._smooth_peaks, self._peaks_along_x = Peaks(), Peaks(), Peaks()

    def drawn(self, low: float = -np.inf, high: float = np.inf) -> Drawn:
        """Return at most some hundred points between two places along x, with every peak and dip of y."""
        x, y = self.x, self.y
        first, last = self._within(low, high)
        rows = self._peaks.pick(y, first, last, _MOST_POINTS)
        if not self._against_effort:
            rows = np.union1d(rows, self._peaks_along_x.pick(x, first, last, _MOST_POINTS))
        if self._smoothed is None:
            return Drawn(rows, x[rows], y[rows], None)
        smooth = self._smoothed.values(y)
        rows = np.union1d(rows, self._smooth_peaks.pick(smooth, first, last, _MOST_POINTS))
        return Drawn(rows, x[rows], y[rows], smooth[rows])

    def row_at(self, x: float) -> int:
        """Return the row that is nearest to a place along x; of several there the first."""
        after = min(bisect_left(self.x, x), len(self.x) - 1)
        return after - 1 if after and x - self.x[after - 1] <= self.x[after] - x else after

    def _within(self, low: float, high: float) -> tuple[int, int]:
        """Return the rows that are seen between two places, and one more on each side for the line to come in."""
        count = len(self.x)
        if not self._against_effort or (low, high) == (-np.inf, np.inf):
            return 0, count
        first, last = bisect_left(self.x, low), bisect_right(self.x, high)
        return max(0, min(first - 1, count - 1)), min(count, last + 1)
