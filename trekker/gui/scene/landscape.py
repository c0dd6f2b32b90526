"""A frozen, sampled piece of ground as the scene draws it, and where its places lie in the scene.

In the scene the map's longer side is :data:`SIDE` long, its middle is at the origin, and heights run from 0 to
:data:`~trekker.gui.scene.relief.TALL`. Nothing here needs a window, so that sampling may run on any thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from trekker.cost import Array
from trekker.ground import Bounds, Ground
from trekker.gui.scene.relief import TALL, Relief, relief_of
from trekker.gui.texts import told

SIDE = 10.0
_NARROWEST = 0.6
_DEEPEST = 0.3 * TALL
"""So far below the lowest ground the lowest trekker is drawn."""
_OVERLOOKED = 0.02 * TALL
_OUT_OF_SIGHT = 1e6
"""So far out nobody is seen; still farther, the arithmetic of a graphics card overflows."""
_LONGEST_NAME = 40


@dataclass(frozen=True, eq=False)
class Landscape:
    """Costs on a regular grid, with the relief that draws them.

    Attributes:
        bounds: the map.
        x: the grid's θ₀, shape (c,), rising.
        y: the grid's θ₁, shape (r,), rising.
        costs: J at the grid's points, shape (c, r); NaN where there is no ground.
        relief: how costs become heights.
        axes: the names of the two parameters.
        height_unit: what the costs are measured in; empty where they are plain numbers.
    """

    bounds: Bounds
    x: Array
    y: Array
    costs: Array
    relief: Relief
    axes: tuple[str, str] = ("θ₀", "θ₁")
    height_unit: str = ""

    @cached_property
    def extent(self) -> Array:
        """Width and depth of the map in the scene, shape (2,): the map's own proportions, within reason."""
        size = self.bounds.size
        return np.asarray(SIDE * np.maximum(size / size.max(), _NARROWEST))

    @cached_property
    def heights(self) -> Array:
        """The drawn heights of the grid's points, shape (c, r)."""
        return self.relief.height(self.costs)

    @cached_property
    def unit(self) -> Array:
        """How much of the scene one unit of θ₀ and of θ₁ takes, shape (2,)."""
        return self.extent / self.bounds.size

    def place(self, theta: Array) -> Array:
        """Return where ``theta`` (…, 2) lies in the scene's x and y, shape (…, 2)."""
        return (theta - self.bounds.centre) * self.unit

    def theta(self, place: Array) -> Array:
        """Return the parameters (…, 2) of a ``place`` (…, 2) in the scene: the inverse of :meth:`place`."""
        return place / self.unit + self.bounds.centre

    def points(self, theta: Array, costs: Array) -> Array:
        """Return the scene points (…, 3) of ``theta`` (…, 2) at their own costs (…), as far as a screen can reach."""
        points = np.concatenate((self.place(theta), self.relief.height(costs)[..., None]), axis=-1)
        return np.clip(points, -_OUT_OF_SIGHT, _OUT_OF_SIGHT)

    def feet(self, theta: Array, costs: Array) -> Array:
        """Return the same for trekkers, who may stand far off the plane and below all that is drawn of it.

        There the lower cost is still the lower place, but less and less so: nobody is drawn out of sight.
        """
        points = self.points(theta, costs)
        points[..., 2] = _raised(points[..., 2])
        return points

    def drawn_height(self, costs: Array | float) -> Array:
        """Return at which heights trekkers are drawn, same shape: below the ground less and less far."""
        return _raised(self.relief.height(costs))

    def draws_higher(self, cost: float) -> bool:
        """Tell whether a trekker at this cost is drawn higher than it stands, by more than can be overlooked."""
        return bool(self.drawn_height(cost) - self.relief.height(cost) > _OVERLOOKED)

    def surface_height(self, place: Array) -> Array:
        """Return the drawn surface's height (…) at each ``place`` (…, 2); NaN off the map and over holes.

        The surface is made of triangles, each grid cell cut from its lower left to its upper right corner;
        this is the height of that very surface.
        """
        columns, rows = self.costs.shape
        scaled = (np.asarray(place) / self.extent + 0.5) * (columns - 1, rows - 1)
        inside = ((scaled >= 0) & (scaled <= (columns - 1, rows - 1))).all(axis=-1)
        scaled = np.where(inside[..., None], scaled, 0.0)
        cell = np.minimum(scaled.astype(np.intp), (columns - 2, rows - 2))
        across, along = np.moveaxis(scaled - cell, -1, 0)
        return np.where(inside, self._within_cell(cell[..., 0], cell[..., 1], across, along), np.nan)

    def _within_cell(self, column: Array, row: Array, across: Array, along: Array) -> Array:
        heights = self.heights
        near, far = heights[column, row], heights[column + 1, row + 1]
        right, left = heights[column + 1, row], heights[column, row + 1]
        lower = near + across * (right - near) + along * (far - right)
        upper = near + along * (left - near) + across * (far - left)
        return np.asarray(np.where(across >= along, lower, upper))


def _raised(heights: Array) -> Array:
    """Return the drawn heights of trekkers whose own are ``heights``, any shape: nobody sinks out of sight."""
    return np.where(heights < 0.0, _DEEPEST * np.expm1(np.minimum(heights, 0.0) / _DEEPEST), heights)


def sample(ground: Ground, columns: int = 120, rows: int = 120) -> Landscape:
    """Evaluate a ground's cost on a grid over its map; whatever isn't finite becomes a hole."""
    points = ground.bounds.grid(columns, rows)
    with np.errstate(all="ignore"):
        costs = np.asarray(ground.cost.cost(points), dtype=np.float64)
    costs = np.where(np.isfinite(costs), costs, np.nan)
    x, y = points[:, 0, 0], points[0, :, 1]
    return Landscape(ground.bounds, x, y, costs, relief_of(costs), short_names(ground.axes), ground.unit)


def short_names(names: tuple[str, str]) -> tuple[str, str]:
    """Return the names of the axes, translated, as there is room for them."""
    first, second = (_short(told(name)) for name in names)
    return first, second


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
