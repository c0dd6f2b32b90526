"""What the curvature of a cost says about the map to draw and the strides to take."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.ground import Bounds

_MARGIN = 1.25
"""How much further than the trekker can swing the map reaches."""
_WIDEST = 1e150
_POWER_STEPS = 8
_BARELY_BENT = 1e-9
_MOST_ROWS = 200
_REACH = 0.03
"""Of the length of θ: wide enough to look past the many small edges of a network of ReLUs."""


@dataclass(frozen=True)
class Survey:
    """A first look at a ground that is, near enough, a quadratic bowl.

    Attributes:
        bounds: the map of the first two parameters.
        lowest: the cost at the minimum.
        curvature: λmax, the largest eigenvalue of the Hessian at the minimum.
        drop: how much higher the start is than the minimum.
    """

    bounds: Bounds
    lowest: float
    curvature: float
    drop: float

    @classmethod
    def of(cls, cost: CostFunction, start: Array, minimum: Array | None) -> Survey:
        """Survey ``cost`` between ``start`` and the ``minimum``, both of shape (n,), n at least 2.

        Without a known minimum, or without a Hessian, the map is a square of side 4 around the start, and the
        curvature is that of the start.
        """
        if minimum is None or not cost.has_hessian or not np.isfinite(minimum).all():
            box = _box(start, np.full(cost.dimension, 2.0))
            return cls(box, float(cost.cost(start)), largest_curvature(cost, start), 0.0)
        curvatures, directions = np.linalg.eigh(cost.hessian(minimum))
        lowest = float(cost.cost(minimum))
        drop = max(0.0, float(cost.cost(start)) - lowest)
        reach = np.maximum(_swing(start - minimum, directions), _width_of(drop, cost.hessian(minimum)))
        return cls(_box(minimum, reach), lowest, float(curvatures[-1]), drop)

    @property
    def gradual_rate(self) -> float:
        """A learning rate for plain descent, a twentieth of what would be unstable (2/λmax), or close to it.

        The steepest direction settles in some tens of steps, so that the walk is seen; heavy balls, which go ten
        times as far for one slope, are then at their best. On the article's data it is the article's 0.01.
        """
        return _one_two_five(0.1 / self.curvature) if self.curvature > 0.0 else 0.01

    @property
    def stride(self) -> float:
        """A learning rate for rules whose step does not grow with the slope (Adam): some 25 steps to the floor.

        The way to the floor is what the steepest curvature needs to make up the drop, √(2 drop/λmax). 0 where the
        start is the minimum.
        """
        return self._steps_to_the_floor(25.0)

    @property
    def long_stride(self) -> float:
        """The same for rules whose stride shrinks as they go (Adagrad)."""
        return self._steps_to_the_floor(4.0)

    def _steps_to_the_floor(self, steps: float) -> float:
        if self.curvature <= 0.0 or self.drop <= 1e-12 * self.lowest:
            return 0.0
        return _one_two_five(math.sqrt(2.0 * self.drop / self.curvature) / steps)


def largest_curvature(cost: CostFunction, theta: Array) -> float:
    """Return about how much ``cost`` bends at ``theta``, shape (n,), along its most bent direction.

    By the power method on products of the Hessian with a vector, each the difference of two gradients: a hint for
    a stride, of two digits at best. Of many rows it looks at some only. 1 where nothing bends.
    """
    random = np.random.default_rng(0)
    rows = random.choice(cost.rows, _MOST_ROWS, replace=False) if cost.rows > _MOST_ROWS else None
    direction: Array = random.normal(size=cost.dimension)
    reach = _REACH * max(1.0, float(np.linalg.norm(theta)))
    curvature = 0.0
    for _ in range(_POWER_STEPS):
        step = reach * direction / np.linalg.norm(direction)
        direction = (cost.gradient(theta + step, rows) - cost.gradient(theta - step, rows)) / (2.0 * reach)
        curvature = float(np.linalg.norm(direction))
        if not _BARELY_BENT < curvature < math.inf:
            return 1.0
    return curvature


def _swing(offset: Array, directions: Array) -> Array:
    """Return how far each parameter can swing from the minimum, shape (n,).

    A walk on a bowl is a sum of swings along the eigenvectors, none larger than at the start; they are furthest
    out where all have one sign.
    """
    swing: Array = np.abs(directions * (directions.T @ offset)).sum(axis=1)
    return swing


def _width_of(drop: float, hessian: Array) -> Array:
    """Return the half-width at which each parameter alone makes up a quarter of the ``drop``, shape (n,)."""
    diagonal = np.diagonal(hessian)
    bent = np.where(diagonal > 0.0, diagonal, 1.0)
    width: Array = np.sqrt(0.5 * (drop if drop > 0.0 else 1.0) / bent)
    return width


def _box(centre: Array, reach: Array) -> Bounds:
    """Return the map of the first two parameters, wide enough for its edges to be different numbers."""
    half = np.clip(_MARGIN * np.maximum(reach, 1e-6 * np.abs(centre)), 1e-150, _WIDEST)[:2]
    (x_min, y_min), (x_max, y_max) = centre[:2] - half, centre[:2] + half
    return Bounds(float(x_min), float(x_max), float(y_min), float(y_max))


def _one_two_five(value: float) -> float:
    """Round to the nearest of 1, 2 and 5 times a power of ten, on a logarithmic scale, within 1e-300 to 1e6."""
    value = min(max(value, 1e-300), 1e6)
    exponent = math.floor(math.log10(value))
    choices = [float(f"{digit}e{exponent}") for digit in (1, 2, 5, 10)]
    return min(choices, key=lambda choice: abs(math.log(choice / value)))
