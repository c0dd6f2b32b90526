"""A first look at ground that nobody has described: where a walk may start, and how long its strides should be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from trekker.cost import Array
from trekker.ground import Bounds, Ground
from trekker.terrain.gallery import strides

_LOOKED_AT = 41
_INNER = 0.7
"""The part of the map's sides in which a start is looked for."""
_HIGHER_THAN = 0.75
"""A start is higher than this part of the ground."""
_STEPS_ACROSS = 300
_LONGEST_FIRST_STEP = 0.05
"""Of the map's diagonal."""
_LARGEST_RATE = 1e6


class NoGroundError(ValueError):
    """There is nothing to stand on anywhere on a map; the message is one sentence for people."""


def scouted(ground: Ground) -> Ground:
    """Return a plain terrain with a start well above its floor, and strides that suit its size and steepness.

    Raises:
        NoGroundError: where the cost is undefined all over the map.
    """
    start = good_start(ground)
    steps = ground.bounds.diagonal / _STEPS_ACROSS
    plain = _plain_stride(ground, start, steps)
    return replace(ground, start=start, learning_rates=strides(plain, plain / 4, steps))


def on_map(ground: Ground, bounds: Bounds | None) -> Ground:
    """Return the ground on another map; where its start is not on that, with one that is.

    Raises:
        NoGroundError: where the cost is undefined all over the new map.
    """
    if bounds is None or bounds == ground.bounds:
        return ground
    ground = replace(ground, bounds=bounds)
    if bounds.contains(np.array(ground.start)):
        return ground
    return replace(ground, start=good_start(ground))


def good_start(ground: Ground) -> tuple[float, float]:
    """Return a place well inside the map, above most of the ground, with a slope underfoot.

    Raises:
        NoGroundError: where the cost is undefined all over the map.
    """
    for bounds in (ground.bounds.widened(_INNER), ground.bounds):
        places = bounds.grid(_LOOKED_AT, _LOOKED_AT).reshape(-1, 2)
        with np.errstate(all="ignore"):
            costs, gradients = ground.cost.cost_and_gradient(places)
        slopes = np.linalg.norm(gradients, axis=-1)
        firm = np.isfinite(costs) & np.isfinite(slopes)
        if firm.any():
            return _above_most(places[firm], costs[firm], slopes[firm])
    raise NoGroundError("this mountain has no height anywhere on its map; choose other bounds")


def _above_most(places: Array, costs: Array, slopes: Array) -> tuple[float, float]:
    """Return the lowest of the high places; a sloping one, if there is any."""
    sloping = slopes > 0
    if sloping.any():
        places, costs = places[sloping], costs[sloping]
    high = costs >= np.quantile(costs, _HIGHER_THAN)
    x, y = places[high][np.argmin(costs[high])].tolist()
    return float(f"{x:.4g}"), float(f"{y:.4g}")


def _plain_stride(ground: Ground, start: tuple[float, float], step: float) -> float:
    """Return α for plain descent: about ``step`` on a typical slope, stable on most bends, and sane at the start."""
    places = ground.bounds.grid(_LOOKED_AT, _LOOKED_AT).reshape(-1, 2)
    here = np.array(start)[np.newaxis]
    with np.errstate(all="ignore"):
        slopes = np.linalg.norm(ground.cost.gradient(places), axis=-1)
        first_slope = np.linalg.norm(ground.cost.gradient(here), axis=-1)
        limits = [step / _quantile(slopes, 0.5), _LONGEST_FIRST_STEP * ground.bounds.diagonal / _quantile(first_slope, 1)]
        if ground.cost.has_hessian:
            bends = np.abs(ground.cost.hessian(places)).max(axis=(-2, -1))
            limits.append(1 / _quantile(bends, 0.9))
    return float(f"{min(*limits, _LARGEST_RATE):.2g}")


def _quantile(values: Array, part: float) -> float:
    """Return a quantile of what is finite and above 0; a tiny number where nothing is, for flat ground has no limit."""
    values = values[np.isfinite(values) & (values > 0)]
    return float(np.quantile(values, part)) if values.size else 1.0 / _LARGEST_RATE
