"""Which plane through parameter space the map shows, and the ground as it is seen on it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from trekker.ground import Bounds, Ground
from trekker.plane import Plane, PlaneCost


def first_plane(ground: Ground) -> Plane:
    """Return the plane that the map shows at first: that of the first two parameters, through the start."""
    if ground.cost.dimension == len(ground.bounds.size):
        return Plane.whole(ground.axes)
    return along_parameters(ground, 0, 1, np.array(ground.start))


def along_parameters(ground: Ground, first: int, second: int, through: np.ndarray) -> Plane:
    """Return the plane of two parameters, all others as in ``through`` (n,); its places are their own values."""
    directions = np.zeros((2, ground.cost.dimension))
    directions[0, first] = directions[1, second] = 1.0
    origin = through.copy()
    origin[[first, second]] = 0.0
    return Plane(origin, directions, ground.axes)


def seen_on(ground: Ground, plane: Plane, bounds: Bounds) -> Ground:
    """Return the ground of two parameters that the map shows: the cost over ``plane`` within ``bounds``."""
    if plane.is_whole:
        return ground if bounds == ground.bounds else replace(ground, bounds=bounds)
    place = plane.place(np.array(ground.start))
    return Ground(
        name=ground.name,
        title=ground.title,
        cost=PlaneCost(ground.cost, plane),
        bounds=bounds,
        start=(float(place[0]), float(place[1])),
        formula=ground.formula,
        story=ground.story,
        source=ground.source,
        axes=plane.axes,
        unit=ground.unit,
    )
