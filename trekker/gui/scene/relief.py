"""How a cost becomes a drawn height: to scale where that shows the valleys, compressed where it would hide them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from trekker.cost import Array

TALL = 3.4
"""The drawn height of the highest sampled cost; the lowest is drawn at 0."""

_FLAT_BELOW = 0.15
_WANTED_MEDIAN = 0.3
_SQUEEZED_BELOW = 0.1
_WANTED_MIDDLE = 0.3
_LEVEL_BELOW = 1e-6
_ROUNDED_OFF = 1e-13  # of a cost: less is what computing it has rounded off, and no mountain
_LARGEST = 1e150
_DIGITS = 12


@dataclass(frozen=True)
class Relief:
    """A strictly rising map from cost to drawn height.

    Linear where ``softness`` is infinite. Otherwise height is asinh((J − centre) / softness), moved and stretched to
    reach from 0 to :data:`TALL`: in proportion to the cost near ``centre``, and to its logarithm far from it.

    Attributes:
        lowest: the cost that is drawn at height 0.
        highest: the cost that is drawn at :data:`TALL`.
        softness: the distance from ``centre`` where proportion gives way to logarithm.
        centre: the cost that is drawn least compressed; None for ``lowest``.
    """

    lowest: float
    highest: float
    softness: float = math.inf
    centre: float | None = None

    @property
    def compressed(self) -> bool:
        """Whether equal heights stand for unequal costs."""
        return math.isfinite(self.softness)

    @property
    def caption(self) -> str:
        """What the height axis should say."""
        return "height: cost, compressed" if self.compressed else "height: cost"

    def height(self, cost: Array | float) -> Array:
        """Return the drawn heights of costs, same shape; NaN stays NaN, and infinity is drawn very high."""
        span = self.highest - self.lowest
        if not span > 0:
            return np.asarray(np.where(np.isnan(cost), np.nan, 0.0))
        cost = np.clip(np.asarray(cost, dtype=np.float64), -_LARGEST, _LARGEST)
        if not self.compressed:
            return np.asarray((cost - self.lowest) * (TALL / span))
        centre, below, above = self._spread
        return np.asarray((np.arcsinh((cost - centre) / self.softness) + below) * (TALL / (below + above)))

    def slope(self, cost: float) -> float:
        """Return how fast the drawn height rises with the cost there: the derivative of :meth:`height`."""
        span = self.highest - self.lowest
        if not span > 0:
            return 0.0
        if not self.compressed:
            return TALL / span
        centre, below, above = self._spread
        return TALL / (below + above) / math.hypot(cost - centre, self.softness)

    def bend(self, cost: float) -> float:
        """Return the second derivative of :meth:`height`: a compressed relief flattens what is far from its centre."""
        if not self.compressed or not self.highest > self.lowest:
            return 0.0
        away = cost - self._spread[0]
        return -self.slope(cost) * away / math.hypot(away, self.softness) ** 2

    def cost(self, height: Array | float) -> Array:
        """Return the costs that are drawn at ``height``: the inverse of :meth:`height`."""
        share = np.asarray(height, dtype=np.float64) / TALL
        if not self.compressed:
            return self.lowest + share * (self.highest - self.lowest)
        centre, below, above = self._spread
        costs: Array = centre + self.softness * np.sinh(share * (below + above) - below)
        return costs

    @property
    def _spread(self) -> tuple[float, float, float]:
        """The centre, and how far below and above it the drawing reaches, before it is stretched."""
        centre = self.lowest if self.centre is None else self.centre
        below, above = centre - self.lowest, self.highest - centre
        return centre, math.asinh(below / self.softness), math.asinh(above / self.softness)

    def round_costs(self, count: int, slack: float = 0.3) -> Array:
        """Return about ``count`` or fewer round costs, rising, well apart as drawn, within what was sampled.

        With less ``slack``, a share of their distance, they are more evenly spaced as drawn, and less round.
        """
        if not self.highest > self.lowest:
            return np.empty(0)
        if not self.compressed:
            return round_steps(self.lowest, self.highest, count)
        centres = (np.arange(count) + 0.5) * (TALL / count)
        reach = slack * TALL / count
        costs = [roundest(*map(float, self.cost(np.array((centre - reach, centre + reach))))) for centre in centres]
        return np.unique([each for each in costs if self.lowest <= each <= self.highest])


def relief_of(costs: Array) -> Relief:
    """Choose the relief for sampled ``costs`` (any shape, NaN allowed) so that half of the ground isn't flat.

    Drawn to scale, unless that would hide the valleys:

    - Where the median cost would lie in the lowest 15 % of the height, high ground is compressed just so much that
      the median lies at 30 %.
    - Where the middle half of the costs would share less than 10 % of the height, as between poles, both ends are
      compressed about the median, just so much that the middle half has 30 %. Not so on ground that is level but for a
      pit: there a millionth of the depth would become a hillside that no foot can feel. (Depth without the outermost
      hundredth, since a sample may lie on a pole by chance.)
    """
    finite = costs[np.isfinite(costs)]
    if not finite.size:
        return Relief(0.0, 0.0)
    lowest, lower, median, upper, highest = (float(each) for each in np.quantile(finite, (0.0, 0.25, 0.5, 0.75, 1.0)))
    relief = Relief(lowest, highest)
    if highest - lowest <= _ROUNDED_OFF * max(abs(lowest), abs(highest)):
        return Relief(lowest, lowest)
    if relief.height(median) < _FLAT_BELOW * TALL:
        relief = _compressed(relief, lowest, (lowest, median), _WANTED_MEDIAN)
    if relief.height(upper) - relief.height(lower) >= _SQUEEZED_BELOW * TALL:
        return relief
    if upper - lower <= _LEVEL_BELOW * np.ptp(np.quantile(finite, (0.01, 0.99))):
        return relief
    return _compressed(relief, median, (lower, upper), _WANTED_MIDDLE)


def _compressed(relief: Relief, centre: float, part: tuple[float, float], wanted: float) -> Relief:
    """Return the relief about ``centre`` that gives the costs in ``part`` so much of the height, a share.

    Solved by bisection on the logarithm of the softness: their share falls as it grows.
    """
    span = relief.highest - relief.lowest
    low, high = math.log(max(part[1] - part[0], 1e-12 * span) / span) - 14.0, 3.0
    for _ in range(60):
        middle = (low + high) / 2
        tried = Relief(relief.lowest, relief.highest, span * math.exp(middle), centre)
        share = float(tried.height(part[1]) - tried.height(part[0])) / TALL
        low, high = (middle, high) if share > wanted else (low, middle)
    return tried


def round_step(rough: float) -> float:
    """Return the nearest 1, 2 or 5 times a power of ten that is at least ``rough``."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= rough * (1 - 1e-9))


def round_steps(low: float, high: float, count: int) -> Array:
    """Return at most ``count`` + 1 evenly spaced round numbers from ``low`` to ``high``, both included if round."""
    step = round_step((high - low) / count)
    return np.asarray(np.arange(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1) * step)


def roundest(low: float, high: float) -> float:
    """Return the number in [low, high] that takes the fewest digits to write."""
    if low <= 0 <= high:
        return 0.0
    largest = math.floor(math.log10(max(abs(low), abs(high))))
    for power in range(largest, largest - _DIGITS, -1):
        for factor in (1.0, 0.5, 0.2):
            step = factor * 10.0**power
            rounded = math.ceil(low / step) * step
            if rounded <= high:
                return float(f"{rounded:.12g}")
    return (low + high) / 2
