"""The ground along one direction, and two ways to find how far to go on it. Only costs are felt on the way."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from trekker.cost import Array
from trekker.optimizers.probe import Probe

_MOST_TRIALS = 100
_MOST_REFINEMENTS = 8
_CLOSE_ENOUGH = 0.01
# Near a floor the fall that is asked for drowns in the rounding of the cost itself.
_ROUNDING = 4 * float(np.finfo(np.float64).eps)


@dataclass(frozen=True)
class Line:
    """The ground below ``theta + step · direction``.

    Attributes:
        probe: feels the ground.
        theta: where the line starts, shape (n,).
        direction: where it leads, shape (n,).
        cost: J at its start.
        slope: how J changes along it there, ∇J · direction.
    """

    probe: Probe
    theta: Array
    direction: Array
    cost: float
    slope: float

    @classmethod
    def along(cls, probe: Probe, theta: Array, direction: Array, gradient: Array) -> Line:
        """Lay a line from ``theta`` along ``direction`` where the slope underfoot is ``gradient``."""
        return cls(probe, theta, direction, probe.cost(theta), float(gradient @ direction))

    def cost_at(self, step: float) -> float:
        """Return J after ``step``."""
        return self.probe.cost(self.theta + step * self.direction)

    def falls_enough(self, step: float, cost: float, share: float) -> bool:
        """Tell whether ``cost`` after ``step`` is at least ``share`` of the fall that the slope promises: Armijo."""
        return cost <= self.cost + share * step * self.slope + _ROUNDING * abs(self.cost)

    def is_downhill(self) -> bool:
        """Tell whether J falls along the line, as far as its start can tell. Not where a number is not finite."""
        return math.isfinite(self.cost) and -math.inf < self.slope < 0

    def stays_put(self, step: float) -> bool:
        """Tell whether ``step`` is too short to be felt at all."""
        return bool((self.theta + step * self.direction == self.theta).all())

    def valley(self, step: float, cost: float) -> float | None:
        """Return where the parabola through J and its slope at the start and through ``cost`` is lowest.

        None where the parabola has no lowest point ahead.
        """
        bend = (cost - self.cost - self.slope * step) / (step * step) if step * step > 0 else math.nan
        return -self.slope / (2 * bend) if 0 < bend < math.inf else None


def backtrack(line: Line, first: float, *, shrink: float = 0.5, share: float = 1e-4) -> float:
    """Return the first of ``first``, ``first·shrink``, … after which the cost has fallen enough. Armijo 1966.

    Zero where none is found, where the line is not downhill, or where a number is not finite.
    """
    if not line.is_downhill():
        return 0.0
    step = first
    for _ in range(_MOST_TRIALS):
        if line.falls_enough(step, line.cost_at(step), share):
            return step
        step *= shrink
        if line.stays_put(step):
            break
    return 0.0


def interpolate(line: Line, first: float, *, share: float = 1e-4) -> float:
    """Backtrack to the lowest point of the parabola so far, between a tenth and a half of the last step.

    Nocedal and Wright 2006, section 3.5. Zero as with :func:`backtrack`.
    """
    if not line.is_downhill():
        return 0.0
    step = first
    for _ in range(_MOST_TRIALS):
        cost = line.cost_at(step)
        if line.falls_enough(step, cost, share):
            return step
        step = min(max(line.valley(step, cost) or 0.0, 0.1 * step), 0.5 * step)
        if line.stays_put(step):
            break
    return 0.0


def minimise(line: Line, first: float) -> float:
    """Return about the lowest point along the line: from :func:`interpolate`, by parabolas while the cost falls.

    On a quadratic the first parabola is exact. Zero as with :func:`backtrack`.
    """
    step = interpolate(line, first)
    if step == 0.0:
        return step
    cost = line.cost_at(step)
    for _ in range(_MOST_REFINEMENTS):
        better = min(max(line.valley(step, cost) or 4 * step, 0.1 * step), 4 * step)
        if abs(better - step) <= _CLOSE_ENOUGH * step:
            break
        better_cost = line.cost_at(better)
        if not better_cost < cost:
            break
        step, cost = better, better_cost
    return step
