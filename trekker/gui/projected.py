"""Trails as they lie on the plane that is drawn: each place is projected once."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import numpy as np

from trekker.cost import Array
from trekker.plane import Plane
from trekker.walk.trail import Trail

_FIRST_CAPACITY = 256


class Projected:
    """Remembers the places on one plane of every trail that it is asked for."""

    def __init__(self) -> None:
        self._plane: Plane | None = None
        self._known: WeakKeyDictionary[Trail, tuple[Array, int]] = WeakKeyDictionary()

    def places(self, trail: Trail, plane: Plane, rows: int) -> Array:
        """Return where the first ``rows`` places of a trail lie on ``plane``, shape (rows, 2)."""
        if plane.is_whole:
            return trail.theta[:rows]
        if plane is not self._plane:
            self._plane = plane
            self._known.clear()
        places, known = self._known.get(trail, (np.empty((_FIRST_CAPACITY, 2)), 0))
        if known < rows:
            while len(places) < rows:
                places = np.concatenate([places, np.empty_like(places)])
            places[known:rows] = plane.place(trail.theta[known:rows])
            self._known[trail] = places, rows
        return places[:rows]
