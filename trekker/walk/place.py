"""What kind of place a trekker stands on: told from slope, curvature, and where both vanish, the ground around."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.ground import Bounds, Ground, Minimum
from trekker.learning.sampling import is_quick

_NEAR = 0.01  # of the map's diagonal: this close to a stationary point is there
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
        place = self._unknown_place(theta, cost, gradient)
        return Place.GLOBAL_MINIMUM if place is Place.LOCAL_MINIMUM and self.ground.cost.is_bowl else place

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
        floor = max(
            _FLAT_CURVATURE * self.typical_height / self.ground.bounds.diagonal**2,
            _SMALL_CURVATURE * float(np.abs(values).max()),
        )
        bent = np.abs(values) > floor
        if not bent.all():
            return self._by_looking_around(theta, cost) if self._is_level(gradient) else Place.SLOPE
        newton_step = vectors @ ((vectors.T @ gradient) / values)
        if np.linalg.norm(newton_step) > _NEAR * self.ground.bounds.diagonal:
            return Place.SLOPE
        if (values > 0).all():
            return Place.LOCAL_MINIMUM
        return Place.MAXIMUM if (values < 0).all() else Place.SADDLE

    def _by_looking_around(self, theta: Array, cost: float) -> Place:
        """Judge level ground without curvature by the heights on a small circle around it."""
        rises = self._rises_around(theta, cost)
        rises = rises[np.isfinite(rises)]
        flat = _FLAT_HEIGHT * self.typical_height
        if not rises.size or float(np.abs(rises).max()) <= flat:
            return Place.PLATEAU
        if (rises >= -flat * 1e-3).all():
            return Place.LOCAL_MINIMUM
        return Place.MAXIMUM if (rises <= flat * 1e-3).all() else Place.SADDLE

    def _rises_around(self, theta: Array, cost: float) -> Array:
        """Return how much higher a small circle is; where the ground is estimated, by the estimate alone."""
        estimate = self.ground.estimate
        if estimate is None:
            return self.ground.cost.cost(self._ring(theta)) - cost
        return estimate.cost(self._ring(theta)) - estimate.cost(theta)

    def _ring(self, theta: Array) -> Array:
        radius = 2 * _NEAR * self.ground.bounds.diagonal
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
