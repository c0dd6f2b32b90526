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
    lines = []
    for stance in stances:
        ground = float(landscape.surface_height(stance.feet[:2]))
        if not stance.gone and abs(ground - stance.feet[2]) > _LEAST:
            root = np.array((*stance.feet[:2], ground))
            lines.append(Line(np.stack([stance.feet, root]), stance.walker.colour, _WIDTH))
    return Drawing(lines=tuple(lines))
