"""The shapes that tell trekkers apart where colour alone would not: above their heads, in lists and in tables."""

from __future__ import annotations

import math
from enum import Enum

import numpy as np

from trekker.cost import Array


class Marker(Enum):
    """The shape of the flag above a trekker, so that colour alone need not tell them apart."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    PENTAGON = "pentagon"
    STAR = "star"
    CROSS = "cross"
    WEDGE = "wedge"


def rim(marker: Marker) -> Array:
    """Return a marker's corners (n, 2), counter-clockwise, in a circle of radius 1, seen whole from its middle."""
    if marker is Marker.STAR:
        return _around(10, math.pi / 2) * np.where(np.arange(10) % 2, 0.46, 1.1)[:, None]
    if marker is Marker.CROSS:
        arm = 0.36
        quarter = np.array(((1.0, -arm), (1.0, arm), (arm, arm)))
        quarter_turn = np.array(((0, 1), (-1, 0)))
        return np.concatenate([quarter @ np.linalg.matrix_power(quarter_turn, count) for count in range(4)])
    corners, start = {
        Marker.CIRCLE: (28, 0.0),
        Marker.SQUARE: (4, math.pi / 4),
        Marker.TRIANGLE: (3, math.pi / 2),
        Marker.DIAMOND: (4, 0.0),
        Marker.PENTAGON: (5, math.pi / 2),
        Marker.WEDGE: (3, -math.pi / 2),
    }[marker]
    return _around(corners, start)


def _around(corners: int, start: float) -> Array:
    turns = start + np.arange(corners) * 2 * math.pi / corners
    return np.stack((np.cos(turns), np.sin(turns)), axis=1)
