"""Where an axis shows a value: as it is, or as its power of ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trekker.cost import Array
from trekker.walk.peaks import Values

LOWEST_POWER = -12.0
"""The power of ten at which a logarithmic axis shows all that is lower still."""

_SMALLEST = 10.0**LOWEST_POWER
_LARGEST = 1e30  # of a walk that explodes, a linear axis shows nothing above


@dataclass(frozen=True)
class PlotScale:
    """How one axis shows values: linear, or the logarithm of how far they are above ``base``."""

    logarithmic: bool = False
    base: float = 0.0

    def place(self, values: Array) -> Array:
        """Return where values stand on the axis, same shape; what it can't show is NaN."""
        with np.errstate(all="ignore"):
            if self.logarithmic:
                return np.log10(np.where(np.isfinite(values), np.maximum(values - self.base, _SMALLEST), np.nan))
            return np.where(np.abs(values) < _LARGEST, values, np.nan)

    def at(self, values: Values, row: int) -> float:
        """Return where one of many values stands."""
        return float(self.place(values[row : row + 1])[0])


def span(places: Sequence[Array]) -> tuple[float, float] | None:
    """Return the lowest and the highest of all finite places; None where there are none."""
    finite = [each[np.isfinite(each)] for each in places]
    lows = [float(each.min()) for each in finite if each.size]
    highs = [float(each.max()) for each in finite if each.size]
    return (min(lows), max(highs)) if lows else None
