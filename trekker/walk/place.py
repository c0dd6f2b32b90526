"""What kind of place a trekker stands on: told from slope, curvature, and where both vanish, the ground around."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np

from trekker.cost import Array
from trekker.ground import Ground, Minimum

_NEAR = 0.01  # of the map's diagonal: this close to a stationary point is there
_FLAT_CURVATURE = 1e-6  # of the typical height over the squared diagonal: this little curvature is none
_SMALL_CURVATURE = 1e-7  # of the largest: this little curvature is rounding
_FLAT_HEIGHT = 1e-6  # of the typical height: this little rise all around is flat
_RING = 32  # how many looks around
_SAMPLES = 64  # a side of the grid that measures the map


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
        costs = self.ground.cost.cost(self.ground.bounds.grid(_SAMPLES, _SAMPLES)).ravel()
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
        """How high the map typically stands above its lowest place; 1 where that can't be told."""
        if not self.heights.size:
            return 1.0
        height = float(np.quantile(self.heights, 0.9)) - self.lowest
        return height if height > 0 else 1.0

    def place(self, theta: Array, cost: float, gradient: Array) -> Place:
        """Tell what kind of place ``theta``, shape (n,), is; its cost and gradient are known already."""
        known = self.known_minimum(theta, cost, gradient)
        if known is not None:
            return Place.GLOBAL_MINIMUM if known.is_global else Place.LOCAL_MINIMUM
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
        rises = self._ring(theta) - cost
        rises = rises[np.isfinite(rises)]
        flat = _FLAT_HEIGHT * self.typical_height
        if not rises.size or float(np.abs(rises).max()) <= flat:
            return Place.PLATEAU
        if (rises >= -flat * 1e-3).all():
            return Place.LOCAL_MINIMUM
        return Place.MAXIMUM if (rises <= flat * 1e-3).all() else Place.SADDLE

    def _ring(self, theta: Array) -> Array:
        radius = 2 * _NEAR * self.ground.bounds.diagonal
        if len(theta) == 2:
            angles = np.linspace(0, 2 * np.pi, _RING, endpoint=False)
            directions = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
        else:
            directions = np.random.default_rng(0).normal(size=(_RING, len(theta)))
            directions /= np.linalg.norm(directions, axis=-1, keepdims=True)
        return self.ground.cost.cost(theta + radius * directions)
