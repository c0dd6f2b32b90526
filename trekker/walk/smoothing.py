"""Smoothing a growing column by an exponential moving mean, so that noise does not hide where it is heading."""

from __future__ import annotations

import numpy as np

from trekker.cost import Array
from trekker.messages import Refusal
from trekker.walk.peaks import Values

_BLOCK = 128


class Smoothed:
    """The bias-corrected exponential moving mean of a column that only grows, and of which only the newest row changes.

    yₖ = w·yₖ₋₁ + (1 − w)·xₖ from y = 0, divided by 1 − wᵏ⁺¹ so that the zero at the start weighs nothing: the first
    mean is the first value. From the first value on that is not finite, the mean is NaN. The newest row is left as NaN
    where its own value is not known yet.
    """

    def __init__(self, weight: float) -> None:
        """Make one that keeps the share ``weight`` (0 ≤ w < 1) of the mean before at each row."""
        if not 0 <= weight < 1:
            raise Refusal("the weight of smoothing must be at least 0 and below 1, not {weight}", weight=weight)
        self.weight = weight
        self._means = np.empty(_BLOCK)
        self._settled = 0
        self._last = 0.0
        self._powers = weight ** np.arange(1, _BLOCK + 1)
        ages = np.arange(_BLOCK)[:, np.newaxis] - np.arange(_BLOCK)
        self._weights = np.where(ages >= 0, (1 - weight) * weight ** np.maximum(ages, 0), 0.0)

    def values(self, column: Values) -> Array:
        """Return the means of a column, shape (rows,); only rows added since the last call cost time."""
        count = len(column)
        if count > len(self._means):
            room = np.empty(max(count, 2 * len(self._means)))
            room[: self._settled] = self._means[: self._settled]
            self._means = room
        last = self._last
        for begin in range(self._settled, count, _BLOCK):
            end = min(begin + _BLOCK, count)
            values = column[begin:end]
            means = self._weights[: end - begin, : end - begin] @ _known(values)
            means += self._powers[: end - begin] * last
            means = _until_broken(means, values)
            self._means[begin:end] = means / (1 - self.weight ** np.arange(begin + 1.0, end + 1.0))
            self._settled = min(end, count - 1)
            if self._settled > begin:
                last = self._last = float(means[self._settled - begin - 1])
        return self._means[:count]


def _known(values: Array) -> Array:
    return np.where(np.isfinite(values), values, 0.0)


def _until_broken(means: Array, values: Array) -> Array:
    broken = np.logical_or.accumulate(~np.isfinite(values))
    return np.where(broken, np.nan, means)
