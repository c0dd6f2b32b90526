"""The floor of a convex cost with few parameters, found by Newton's method."""

from __future__ import annotations

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.learning.model import Fit

_ITERATIONS = 100
_HALVINGS = 40
_MOST_PARAMETERS = 200


def convex_floor(cost: CostFunction, start: Array) -> Fit | None:
    """Return the minimiser of a convex ``cost``, from ``start`` of shape (n,).

    Newton's step is halved until the cost falls by a tenth of what the slope promises (Boyd & Vandenberghe, Convex
    Optimization, 9.5). A Hessian that is all but singular is leant on the diagonal.

    Returns:
        None where there are too many parameters, or where no floor is reached: two classes that a line separates
        wholly, say, have their lowest cost at infinity.
    """
    if cost.dimension > _MOST_PARAMETERS:
        return None
    theta: Array = start
    first = _slope(cost, start)
    with np.errstate(all="ignore"):
        for _ in range(_ITERATIONS):
            value, gradient = cost.cost_and_gradient(theta)
            hessian = cost.hessian(theta)
            if not (np.isfinite(gradient).all() and np.isfinite(hessian).all()):
                return None
            change = _newton_step(hessian, gradient)
            if -float(gradient @ change) <= 1e-18 * (1.0 + abs(float(value))):
                return _arrived(cost, theta + change, first)
            stride = _stride(cost, theta, float(value), gradient, change)
            if stride == 0.0:
                return _arrived(cost, theta, first)
            theta = theta + stride * change
    return None


def _newton_step(hessian: Array, gradient: Array) -> Array:
    lean = 1e-12 * max(float(np.trace(hessian)), 1e-300) * np.eye(len(gradient))
    step: Array = -np.linalg.lstsq(hessian + lean, gradient, rcond=None)[0].astype(np.float64)
    return step


def _stride(cost: CostFunction, theta: Array, value: float, gradient: Array, change: Array) -> float:
    """Return how much of the step is taken: 1, ½, ¼, …; 0 where none goes down."""
    promised = float(gradient @ change)
    stride = 1.0
    for _ in range(_HALVINGS):
        if float(cost.cost(theta + stride * change)) <= value + 0.1 * stride * promised:
            return stride
        stride /= 2
    return 0.0


def _arrived(cost: CostFunction, theta: Array, first: float) -> Fit | None:
    if not _slope(cost, theta) <= 1e-6 * first + 1e-12:
        return None
    curvatures = np.linalg.eigvalsh(cost.hessian(theta))
    if curvatures[-1] <= 1e-9:  # so flat that it is on its way to infinity
        return None
    return Fit(theta, bool(curvatures[0] > 1e-10 * curvatures[-1]))


def _slope(cost: CostFunction, theta: Array) -> float:
    return float(np.abs(cost.gradient(theta)).max())
