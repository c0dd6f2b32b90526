"""The colours of speed: how far a step goes, as a share of the map's longer side."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.gui.scene.landscape import SIDE

SLOWEST, FASTEST = 1e-4, 1e-1
"""The shares of the map's longer side at which the first and the last colour are reached; between them, logarithmic."""

STOPS = ((0.16, 0.36, 0.92), (0.24, 0.80, 0.98), (0.97, 0.97, 0.90), (1.0, 0.62, 0.20), (0.90, 0.10, 0.16))
"""The colours from slow to fast: cold to hot, and palest in the middle."""


def speed_colours(shares: Array) -> NDArray[np.uint8]:
    """Return the opaque colours (k, 4) of steps that go so many ``shares`` (k,) of the map's side."""
    with np.errstate(divide="ignore", invalid="ignore"):
        place = np.log(np.nan_to_num(shares) / SLOWEST) / np.log(FASTEST / SLOWEST) * (len(STOPS) - 1)
    knots, table = np.arange(len(STOPS)), np.array(STOPS)
    parts = [np.interp(np.maximum(place, 0.0), knots, table[:, part]) for part in range(3)]
    return np.asarray(np.stack((*parts, np.ones(len(place))), axis=-1) * 255.0 + 0.5, dtype=np.uint8)


def stretch_shares(points: Array, unit: Array, pairs: NDArray[np.int64]) -> Array:
    """Return for each of a trail's stretches ``pairs`` (s, 2) how far its steps went on an average, shape (s,).

    ``points`` (k, 2) are the trail's places on the map; ``unit`` (2,) tells how long one unit of either axis is drawn.
    """
    first, last = pairs.T
    with np.errstate(all="ignore"):
        across, along = ((points[last] - points[first]) * unit).T
        return np.asarray(np.hypot(across, along) / (last - first) / SIDE)
