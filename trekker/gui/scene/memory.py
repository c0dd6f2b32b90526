"""The ground once walked, faintly remembered under the blindfold: a small picture of the map."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.shading import blur
from trekker.gui.scene.walker import Walker

_SIZE = 128


class GroundMemory:
    """Remembers where feet have stood; a walk that goes on only adds to it."""

    def __init__(self) -> None:
        self._stood = np.zeros((_SIZE, _SIZE))
        self._read: tuple[tuple[int, Array], ...] = ()

    def remember(self, landscape: Landscape, walkers: tuple[Walker, ...]) -> bool:
        """Take in where these walkers have stood up to now; tell whether that is more, or less, than before."""
        before = self._stood
        if not self._goes_on(walkers):
            self._stood, self._read = np.zeros((_SIZE, _SIZE)), tuple((0, np.empty(0)) for _ in walkers)
        else:
            self._stood = before.copy()
        for walker, (read, _) in zip(walkers, self._read, strict=True):
            self._stand(landscape, walker.points[read:])
        self._read = tuple((len(each.points), each.points[-1:].ravel().copy()) for each in walkers)
        return not np.array_equal(before, self._stood)

    def picture(self, landscape: Landscape, radius: float) -> NDArray[np.uint8]:
        """Return how well each part of the map is remembered, (rows along θ₁, columns along θ₀), 0 to 255.

        ``radius`` is how far feet feel, in units of θ.
        """
        share = min(1.0, 0.6 * radius / float(landscape.bounds.size.max()))  # it may be told for a larger map
        cells = max(1, round(share * _SIZE))
        near = np.clip(blur(self._stood, cells) * (2 * cells + 1) ** 2, 0.0, 1.0)
        return np.ascontiguousarray((near.T * 255.0).astype(np.uint8))

    def _goes_on(self, walkers: tuple[Walker, ...]) -> bool:
        """Tell whether each walk begins with what was read of it."""
        return len(walkers) == len(self._read) and all(
            len(walker.points) >= read and (not read or np.array_equal(walker.points[read - 1], last, equal_nan=True))
            for walker, (read, last) in zip(walkers, self._read, strict=True)
        )

    def _stand(self, landscape: Landscape, points: Array) -> None:
        on_map = points[landscape.bounds.contains(points)]
        cells = ((on_map - landscape.bounds.lower) / landscape.bounds.size * _SIZE).astype(np.intp)
        cells = np.clip(cells, 0, _SIZE - 1)
        self._stood[cells[:, 0], cells[:, 1]] = 1.0
