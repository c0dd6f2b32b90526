"""The plane of two directions through parameter space that the map shows.

With two parameters it is all there is. With more, the mountain is the cost over this plane; a trekker stands at its own
true cost above the place of the plane that is nearest to it, and :meth:`Plane.distance` tells how far off that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from trekker.cost import Array, CostFunction, Rows
from trekker.messages import Refusal


@dataclass(frozen=True, eq=False)
class Plane:
    """The places θ = origin + a·directions[0] + b·directions[1], written (a, b).

    Attributes:
        origin: the θ of the place (0, 0), shape (n,).
        directions: shape (2, n), linearly independent; None where θ itself, of two parameters, is the place.
        axes: what people call the two directions.

    Raises:
        ValueError: where the shapes do not fit or the directions are one.
    """

    origin: Array
    directions: Array | None
    axes: tuple[str, str] = ("θ₀", "θ₁")

    def __post_init__(self) -> None:
        if self.directions is None:
            if self.origin.shape != (2,):
                raise Refusal("only ground of two parameters is its own plane, not of {count}", count=len(self.origin))
        elif self.directions.shape != (2, len(self.origin)) or np.linalg.matrix_rank(self.directions) < 2:
            raise Refusal("a plane needs two different directions of {count} parameters each", count=len(self.origin))

    @classmethod
    def whole(cls, axes: tuple[str, str] = ("θ₀", "θ₁")) -> Plane:
        """Return the plane of ground with two parameters, on which every θ is its own place."""
        return cls(np.zeros(2), None, axes)

    @property
    def is_whole(self) -> bool:
        """Whether every θ lies on it."""
        return self.directions is None

    @cached_property
    def parameters(self) -> tuple[int, int] | None:
        """Which two parameters it runs along; None where it runs along others, or mixtures of them."""
        if self.directions is None:
            return 0, 1
        first, second = (np.flatnonzero(direction).tolist() for direction in self.directions)
        return (first[0], second[0]) if len(first) == len(second) == 1 else None

    def theta(self, place: Array) -> Array:
        """Return the parameters (…, n) of places (…, 2)."""
        return place if self.directions is None else self.origin + place @ self.directions

    def place(self, theta: Array) -> Array:
        """Return the nearest places (…, 2) of parameters (…, n)."""
        if self.directions is None:
            return theta
        with np.errstate(all="ignore"):
            return np.asarray((theta - self.origin) @ self._inverse)

    def distance(self, theta: Array) -> Array:
        """Return how far from the plane parameters (…, n) lie, shape (…): a Euclidean length in units of θ."""
        if self.directions is None:
            return np.zeros(theta.shape[:-1])
        with np.errstate(all="ignore"):
            return length(theta - self.theta(self.place(theta)))

    @cached_property
    def _inverse(self) -> Array:
        """The pseudo-inverse of the directions, shape (n, 2)."""
        assert self.directions is not None  # noqa: S101 - what the callers have looked at
        return np.asarray(np.linalg.pinv(self.directions))


def length(vectors: Array) -> Array:
    """Return the Euclidean lengths of vectors (…, n), shape (…), though their squares be too large for numbers."""
    with np.errstate(all="ignore"):
        return np.asarray(np.hypot.reduce(vectors, axis=-1))


class PlaneCost(CostFunction):
    """A cost over a plane: J(a, b) at the places of the plane, with exact derivatives there."""

    dimension = 2

    def __init__(self, cost: CostFunction, plane: Plane) -> None:
        assert plane.directions is not None  # noqa: S101 - a whole plane needs no other cost
        self._cost, self._plane, self._directions = cost, plane, plane.directions
        self.rows = cost.rows
        self.has_hessian = cost.has_hessian

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return J at places (…, 2), shape (…)."""
        return self._cost.cost(self._plane.theta(theta), rows)

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return the slope along the two directions at places (…, 2), shape (…, 2)."""
        with np.errstate(all="ignore"):
            return np.asarray(self._cost.gradient(self._plane.theta(theta), rows) @ self._directions.T)

    def hessian(self, theta: Array) -> Array:
        """Return the curvature along the two directions at places (…, 2), shape (…, 2, 2)."""
        with np.errstate(all="ignore"):
            return np.asarray(self._directions @ self._cost.hessian(self._plane.theta(theta)) @ self._directions.T)
