"""Sampling the mountain over a plane, coarse first and then finer; nothing is worked out twice.

Nothing here knows Qt, so that it may run on any thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from trekker.cost import Array
from trekker.ground import Bounds, Ground
from trekker.gui.scene.landscape import Landscape, short_names
from trekker.gui.scene.relief import relief_of
from trekker.gui.scene.surface_mesh import prepare
from trekker.plane import Plane

Progress = Callable[[float], None]

GRIDS = (6, 11, 21, 41, 81, 161)
"""Columns and rows, each grid with a point between two of the one before."""
_LONGEST_S = 20.0
"""A finer grid that would take longer is not begun."""
_MOST_KEPT = 8
_AT_ONCE = 512


class Sampled(NamedTuple):
    """A landscape, and how many seconds one of its points took."""

    landscape: Landscape
    seconds: float


def sampled(ground: Ground, before: Sampled | None, progress: Progress) -> Sampled:
    """Sample ``ground`` on the coarsest grid, or on the next finer one than ``before``, whose points are taken over.

    ``progress`` is told the share that is done, and ends the work by raising.
    """
    columns = GRIDS[0] if before is None else 2 * len(before.landscape.x) - 1
    points = ground.bounds.grid(columns, columns)
    costs = np.full((columns, columns), np.nan)
    wanted = np.ones((columns, columns), dtype=bool)
    if before is not None:
        costs[::2, ::2] = before.landscape.costs
        wanted[::2, ::2] = False
    begun = time.perf_counter()
    costs[wanted] = _costs(ground, points[wanted], progress)
    seconds = (time.perf_counter() - begun) / int(wanted.sum())
    costs = np.where(np.isfinite(costs), costs, np.nan)
    x, y = points[:, 0, 0], points[0, :, 1]
    landscape = Landscape(ground.bounds, x, y, costs, relief_of(costs), short_names(ground.axes), ground.unit)
    return Sampled(prepare(landscape), seconds)


def is_fine(sampled: Sampled, finest: int) -> bool:
    """Tell whether a landscape is as fine as can be drawn, or as there is time for."""
    columns = 2 * len(sampled.landscape.x) - 1
    return columns > finest or 0.75 * columns**2 * sampled.seconds > _LONGEST_S


class Kept:
    """The landscapes of each ground that were sampled last, by plane and map; those of a ground go with it."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[Ground, list[tuple[Plane, Bounds, Sampled]]] = WeakKeyDictionary()

    def find(self, ground: Ground, plane: Plane, bounds: Bounds) -> Sampled | None:
        """Return the finest landscape of this ground over this plane within these bounds."""
        return next((each[2] for each in self._kept.get(ground, ()) if _is_of(each, plane, bounds)), None)

    def keep(self, ground: Ground, plane: Plane, bounds: Bounds, found: Sampled) -> None:
        """Keep a landscape in place of a coarser one; the oldest is forgotten."""
        others = [each for each in self._kept.get(ground, ()) if not _is_of(each, plane, bounds)]
        self._kept[ground] = [*others, (plane, bounds, found)][-_MOST_KEPT:]


def _is_of(kept: tuple[Plane, Bounds, Sampled], plane: Plane, bounds: Bounds) -> bool:
    return kept[1] == bounds and _same(kept[0], plane)


def _costs(ground: Ground, points: Array, progress: Progress) -> Array:
    """Return the costs of points (k, 2), a few at a time."""
    costs, done, size = np.empty(len(points)), 0, 1
    with np.errstate(all="ignore"):
        while done < len(points):
            progress(done / len(points))
            begun = time.perf_counter()
            part = slice(done, done + size)
            costs[part] = ground.cost.cost(points[part])
            done += size
            if time.perf_counter() - begun < 0.02:
                size = min(2 * size, _AT_ONCE)
    return costs


def _same(one: Plane, other: Plane) -> bool:
    if one is other:
        return True
    return (
        np.array_equal(one.origin, other.origin)
        and one.axes == other.axes
        and one.directions is not None
        and other.directions is not None
        and np.array_equal(one.directions, other.directions)
    )
