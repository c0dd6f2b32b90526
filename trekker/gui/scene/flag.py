"""The flags above the trekkers: small shapes that always face the eye, so that colour alone need not tell."""

from __future__ import annotations

from functools import cache

import numpy as np

from trekker.gui.marker import Marker, rim
from trekker.gui.scene.signs import Sign, polygon

_RADIUS = 7.5
_EDGE = 2.0


@cache
def flag(marker: Marker, colour: str, casing: str) -> Sign:
    """Return a marker in its colour with an edge in another, standing on the place that it marks."""
    shape, rise = rim(marker), np.array((0.0, _RADIUS + _EDGE))
    return polygon(shape * _RADIUS + rise, colour).over(polygon(shape * (_RADIUS + _EDGE) + rise, casing))
