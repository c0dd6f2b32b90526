"""What one learns about unknown ground by looking over its map: how steep it is, where to start, how far to step."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.ground import Bounds

_GRID = 33
"""The ground is looked at in this many places each way."""

_ADAM_LIKE = ("adam", "amsgrad", "adamax", "nadam", "adamw", "adabelief", "qhadam")


def typical_slope(cost: CostFunction, bounds: Bounds) -> float:
    """Return the median of |∇J| over the map, or its mean where more than half of the map is level."""
    slopes = _steepness(cost, bounds.grid(_GRID, _GRID))
    slopes = slopes[np.isfinite(slopes)]
    if not slopes.size:
        return 0.0
    return float(np.median(slopes)) or float(slopes.mean())


def high_place(cost: CostFunction, bounds: Bounds) -> tuple[float, float] | None:
    """Return a place well inside the map that is higher than nine tenths of it; None where nothing is finite there."""
    places = bounds.widened(0.7).grid(_GRID + 8, _GRID + 8).reshape(-1, 2)
    heights = cost.cost(places)
    finite = np.isfinite(heights)
    if not finite.any():
        return None
    high = finite & (heights >= np.quantile(heights[finite], 0.9))
    x, y = places[np.where(high, heights, np.inf).argmin()].tolist()
    return x, y


def sensible_strides(cost: CostFunction, bounds: Bounds) -> Mapping[str, float]:
    """Return learning rates by optimizer name for ground that has a Hessian.

    Plain descent's step on a typical slope is 1/100 of the way across the map, and stable on nine tenths of its bends;
    rules whose steps do not shorten with the slope take 1/300 of it.
    """
    grid = bounds.grid(_GRID, _GRID)
    slope = _quantile(_steepness(cost, grid), 0.5)
    bend = _quantile(np.abs(cost.hessian(grid)).max(axis=(-2, -1)), 0.9)
    step = bounds.diagonal / 300
    plain = min(3 * step / slope, 1 / bend)
    rates = {
        "gradient_descent": plain,
        **dict.fromkeys(("momentum", "nesterov"), plain / 4),
        "qhm": plain,
        **dict.fromkeys(_ADAM_LIKE, step),
        "radam": min(step, plain),  # its first five steps are in proportion to the slope
        **dict.fromkeys(("rmsprop", "lion", "sign_descent", "rprop"), step / 4),
        "adagrad": 5 * step,
    }
    return MappingProxyType({name: _two_digits(min(max(rate, 1e-300), 1e6)) for name, rate in rates.items()})


def _steepness(cost: CostFunction, places: Array) -> Array:
    """Return |∇J|; ``hypot`` does not overflow where squares would."""
    gradient = cost.gradient(places)
    with np.errstate(over="ignore"):
        steepness: Array = np.hypot(gradient[..., 0], gradient[..., 1])
    return steepness


def _quantile(values: Array, part: float) -> float:
    """Return a quantile of what is finite and above 0; 1 where nothing is."""
    values = values[np.isfinite(values) & (values > 0)]
    return float(np.quantile(values, part)) if values.size else 1.0


def _two_digits(value: float) -> float:
    return float(f"{value:.1e}")
