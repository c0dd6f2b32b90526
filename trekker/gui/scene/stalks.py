"""Stalks: a thin line between whoever stands off the drawn surface and the place of it that they stand over or under.

On a plane through many parameters that is where the trekker's own cost is not the plane's.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.overlay import Drawing, Line
from trekker.gui.scene.stance import TALLNESS, Stance

_LEAST = 0.5 * TALLNESS
"""So far off the surface nobody would think that they stand on it."""
_WIDTH = 0.4


def stalks(landscape: Landscape, stances: Iterable[Stance]) -> Drawing:
    """Return a stalk for everybody who stands clearly above or below the drawn surface."""
    standing = [each for each in stances if not each.gone]
    feet = np.array([each.feet for each in standing]).reshape(-1, 3)
    grounds = landscape.surface_height(feet[:, :2])
    off = np.abs(grounds - feet[:, 2]) > _LEAST
    lines = [
        Line(np.stack([each.feet, np.array((*each.feet[:2], ground))]), each.walker.colour, _WIDTH)
        for each, ground, is_off in zip(standing, grounds.tolist(), off, strict=True)
        if is_off
    ]
    return Drawing(lines=tuple(lines))
