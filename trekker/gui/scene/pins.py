"""Pins: a pennant on its pole and a diamond, each with a dark edge."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import numpy as np

from trekker.cost import Array
from trekker.gui.scene.overlay import Pin
from trekker.gui.scene.signs import Sign, polygon

EDGE = "#0a0f17"
_EDGE_PIXELS = 1.6

_POLE = np.array(((-1.1, 0.0), (1.1, 0.0), (1.1, 33.0), (-1.1, 33.0)))
_CLOTH = np.array(((1.1, 33.0), (1.1, 17.0), (19.0, 25.0)))
_DIAMOND = np.array(((-6.0, 0.0), (0.0, -7.5), (6.0, 0.0), (0.0, 7.5)))

OUTLINES: Mapping[Pin, tuple[Array, ...]] = MappingProxyType({Pin.PENNANT: (_POLE, _CLOTH), Pin.DIAMOND: (_DIAMOND,)})
"""The polygons (k, 2) of each pin, in pixels to the right of the place that it marks, and up."""


@cache
def pin_sign(pin: Pin, colour: str) -> Sign:
    """Return a pin in its colour, which stands on the place that it marks, or round it."""
    polygons = OUTLINES[pin]
    painted = [(_grown(each), EDGE) for each in polygons] + [(each, colour) for each in polygons]
    parts = [polygon(corners, paint) for corners, paint in painted]
    sign = parts[0]
    for part in parts[1:]:
        sign = part.over(sign)
    return sign


def _grown(corners: Array) -> Array:
    """Return a polygon with every corner moved outward, so that it shows as an edge behind the first."""
    return np.asarray(corners + np.sign(corners - corners.mean(axis=0)) * _EDGE_PIXELS)
