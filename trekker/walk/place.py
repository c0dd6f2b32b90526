"""What kind of place a trekker stands on: told from slope, curvature, and where both vanish, the ground around."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.ground import Bounds, Ground, Minimum
from trekker.learning.sampling import is_quick

_NEAR = 0.01  # of the map's diagonal: this close to a stationary point is there
_CLOSE = 0.001  # of the map's diagonal: so far around a floor nothing must be lower
_FLAT_CURVATURE = 1e-6  # of the typical height over the squared diagonal: this little curvature is none
_SMALL_CURVATURE = 1e-7  # of the largest: this little curvature is rounding
_FLAT_HEIGHT = 1e-6  # of the typical height: this little rise all around is flat
_RING = 32  # how many looks around
_SAMPLES, _FEWEST_SAMPLES = 64, 16  # a side of the grid that measures the map; of many rows a coarser one
_MOST_LOOKS = 2_000_000  # of a place at a row, for that measure


class Place(Enum):
    """The kinds of place where the ground may be level, and the one where it is not."""

    GLOBAL_MINIMUM = "global minimum"
    LOCAL_MINIMUM = "local minimum"
    SADDLE = "saddle"
    PLATEAU = "plateau"
    MAXIMUM = "maximum"
    SLOPE = "slope"


class Left(NamedTuple):
    """What is left to a place that is nearly reached: how far it is, and how much lower than where one stands."""

    way: float
    drop: float


@dataclass(frozen=True, eq=False)
class Surveyor:
    """Tells what kind of place a point of one ground is, measured against the size of its map."""

    ground: Ground

    @cached_property
    def heights(self) -> Array:
        """The finite costs of a grid over the map, sorted; empty where the map is a plane through more dimensions."""
        if self.ground.cost.dimension != 2:
            return np.empty(0)
        costs = _measured(self.ground.cost, self.ground.bounds).ravel()
        return np.sort(costs[np.isfinite(costs)])

    @cached_property
    def lowest(self) -> float:
        """The lowest cost known: of the known minima and of the map's grid."""
        known = [minimum.cost for minimum in self.ground.minima]
        return min([*known, *self.heights[:1].tolist()], default=-np.inf)

    @cached_property
    def highest(self) -> float:
        """The highest cost of the map's grid; infinite where the map has none."""
        return float(self.heights[-1]) if self.heights.size else np.inf

    @cached_property
    def typical_height(self) -> float:
        """How high the map typically stands above its lowest place, in the unit of the cost; 1 where all is level.

        Where the map is a plane through more dimensions, it is the height of the ground's own start, above 0 where no
        lowest place is known: a cost may be counted in cents or in billions.
        """
        if self.heights.size:
            height = float(np.quantile(self.heights, 0.9)) - self.lowest
        else:
            with np.errstate(all="ignore"):
                start = float(self.ground.quick_cost.cost(np.array(self.ground.start, dtype=np.float64)))
            height = start - self.lowest if np.isfinite(self.lowest) else abs(start)
        return height if np.isfinite(height) and height > 0 else 1.0

    def place(self, theta: Array, cost: float, gradient: Array) -> Place:
        """Tell what kind of place ``theta``, shape (n,), is; its cost and gradient are known already."""
        known = self.known_minimum(theta, cost, gradient)
        if known is not None:
            return Place.GLOBAL_MINIMUM if known.is_global else Place.LOCAL_MINIMUM
        if self.is_without_fault(cost):
            return Place.GLOBAL_MINIMUM
        place = self._unknown_place(theta, cost, gradient)
        return Place.GLOBAL_MINIMUM if place is Place.LOCAL_MINIMUM and self.ground.cost.is_bowl else place

    def is_without_fault(self, cost: float) -> bool:
        """Tell whether no cost can be lower: the mean loss of rows is never below 0."""
        return self.ground.cost.rows > 0 and cost == 0.0

    def left(self, theta: Array, cost: float, gradient: Array) -> Left:
        """Tell how much is left to the place that :meth:`place` tells of; nothing where that can't be told."""
        known = self.known_minimum(theta, cost, gradient)
        if known is not None:
            return Left(float(np.linalg.norm(theta - np.asarray(known.theta))), cost - known.cost)
        if not self.ground.cost.has_hessian:
            return Left(0.0, 0.0)
        values, vectors = np.linalg.eigh(self.ground.cost.hessian(theta))
        bent = values > self._least_bend(values)
        slopes = (vectors.T @ gradient)[bent]
        return Left(float(np.linalg.norm(slopes / values[bent])), float(0.5 * (slopes**2 / values[bent]).sum()))

    def _unknown_place(self, theta: Array, cost: float, gradient: Array) -> Place:
        if not self.ground.cost.has_hessian:
            return self._by_looking_around(theta, cost) if self._is_level(gradient) else Place.SLOPE
        return self._by_curvature(theta, cost, gradient)

    def known_minimum(self, theta: Array, cost: float, gradient: Array) -> Minimum | None:
        """Return the known minimum at which ``theta`` stands, or None."""
        reach = _NEAR * self.ground.bounds.diagonal
        for minimum in self.ground.minima:
            away = float(np.linalg.norm(theta - np.asarray(minimum.theta)))
            rise = cost - minimum.cost
            if away <= reach and rise <= 1e-3 * self.typical_height and self._will_not_gain(gradient, reach):
                return minimum
        return None

    def curvatures(self, theta: Array) -> Array:
        """Return the principal curvatures (the Hessian's eigenvalues, ascending); NaN where they are not defined."""
        hessian = self.ground.cost.hessian(theta)
        if not np.isfinite(hessian).all():
            return np.full(len(theta), np.nan)
        values: Array = np.linalg.eigvalsh(hessian).astype(np.float64)
        return values

    def _is_level(self, gradient: Array) -> bool:
        slope = float(np.linalg.norm(gradient))
        return slope * self.ground.bounds.diagonal <= 1e-3 * self.typical_height

    def _will_not_gain(self, gradient: Array, reach: float) -> bool:
        return float(np.linalg.norm(gradient)) * reach <= 1e-2 * self.typical_height

    def _by_curvature(self, theta: Array, cost: float, gradient: Array) -> Place:
        hessian = self.ground.cost.hessian(theta)
        if not (np.isfinite(hessian).all() and np.isfinite(gradient).all()):
            return Place.SLOPE
        values, vectors = np.linalg.eigh(hessian)
        least = self._least_bend(values)
        seeming = float(np.linalg.norm(gradient)) / (_NEAR * self.ground.bounds.diagonal)
        bent_down = values < -max(least, seeming)  # along a curved trough the slope that is left seems a bend
        if not ((values > least) | bent_down).all():
            return self._by_looking_around(theta, cost) if self._is_level(gradient) else Place.SLOPE
        way = float(np.linalg.norm((vectors.T @ gradient) / values))
        if way > _NEAR * self.ground.bounds.diagonal:
            return Place.SLOPE
        if (values > 0).all():
            return self._floor(theta, cost, way)
        if not self._is_level(gradient):
            return Place.SLOPE
        return Place.MAXIMUM if (values < 0).all() else Place.SADDLE

    def _least_bend(self, values: Array) -> float:
        """Return the curvature below which the ground is not bent, given all curvatures."""
        return max(
            _FLAT_CURVATURE * self.typical_height / self.ground.bounds.diagonal**2,
            _SMALL_CURVATURE * float(np.abs(values).max()),
        )

    def _floor(self, theta: Array, cost: float, way: float) -> Place:
        """Tell whether what is bent like a floor, so far away, is one: nothing around must be lower."""
        if self.ground.cost.is_bowl:
            return Place.LOCAL_MINIMUM
        place = self._by_looking_around(theta, cost, max(2.0 * way, _CLOSE * self.ground.bounds.diagonal))
        return Place.SADDLE if place is Place.SADDLE else Place.LOCAL_MINIMUM

    def _by_looking_around(self, theta: Array, cost: float, radius: float | None = None) -> Place:
        """Judge level ground by the heights on a small circle around it."""
        rises = self._rises_around(theta, cost, radius or 2 * _NEAR * self.ground.bounds.diagonal)
        rises = rises[np.isfinite(rises)]
        flat = _FLAT_HEIGHT * self.typical_height
        if not rises.size or float(np.abs(rises).max()) <= flat:
            return Place.PLATEAU
        if (rises >= -flat * 1e-3).all():
            return Place.LOCAL_MINIMUM
        return Place.MAXIMUM if (rises <= flat * 1e-3).all() else Place.SADDLE

    def _rises_around(self, theta: Array, cost: float, radius: float) -> Array:
        """Return how much higher a small circle is; where the ground is estimated, by the estimate alone."""
        estimate, ring = self.ground.estimate, self._ring(theta, radius)
        if estimate is None:
            return self.ground.cost.cost(ring) - cost
        return estimate.cost(ring) - estimate.cost(theta)

    def _ring(self, theta: Array, radius: float) -> Array:
        if len(theta) == 2:
            angles = np.linspace(0, 2 * np.pi, _RING, endpoint=False)
            directions = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
        else:
            directions = np.random.default_rng(0).normal(size=(_RING, len(theta)))
            directions /= np.linalg.norm(directions, axis=-1, keepdims=True)
        ring: Array = theta + radius * directions
        return ring


def _measured(cost: CostFunction, bounds: Bounds) -> Array:
    """Return the costs of a grid over a map; of many rows they are looked at less finely, and by fewer of them.

    The corners are always looked at. What is measured is how high a map rises, and no walk can wait for more.
    """
    count = 0 if is_quick(cost, _MOST_LOOKS // _SAMPLES**2) else cost.rows
    side = max(_FEWEST_SAMPLES, min(_SAMPLES, math.isqrt(_MOST_LOOKS // max(1, count))))
    every = -(-count * side**2 // _MOST_LOOKS)
    rows = np.arange(0, count, every) if every > 1 else None
    with np.errstate(all="ignore"):
        return cost.cost(bounds.grid(side, side), rows)
