"""How fine a grid a ground needs: its detail decides, within what the machine can draw."""

from __future__ import annotations

import math

import numpy as np

from trekker.ground import Ground
from trekker.gui.scene.landscape import Landscape, sample
from trekker.gui.scene.relief import TALL
from trekker.gui.scene.surface_mesh import prepare

COARSEST = 120
"""Columns and rows with which every ground is drawn at once."""

FINEST_ON_HARDWARE, FINEST_IN_SOFTWARE = 260, 160
_TOLERANCE = 0.004
"""What part of the drawn height a grid may miss, at 95 of 100 places."""


def columns_wanted(ground: Ground, coarse: Landscape, finest: int) -> int:
    """Return how many columns and rows show the ground well, from those of ``coarse`` up to ``finest``.

    Measured half-way between the coarse grid's points, where it errs most. The error falls with the square of the
    distance between points.
    """
    columns = len(coarse.x)
    middles = (coarse.x[:-1] + coarse.x[1:]) / 2, (coarse.y[:-1] + coarse.y[1:]) / 2
    places = np.stack(np.meshgrid(*middles, indexing="ij"), axis=-1)[::2, ::2]
    with np.errstate(all="ignore"):
        true = coarse.relief.height(np.asarray(ground.cost.cost(places), dtype=np.float64))
        missed = np.abs(true - coarse.surface_height(coarse.place(places)))
    missed = missed[np.isfinite(missed)]
    if not missed.size:
        return columns
    error = float(np.quantile(missed, 0.95)) / TALL
    return min(max(columns, math.ceil(columns * math.sqrt(error / _TOLERANCE))), finest)


def refined(ground: Ground, coarse: Landscape, finest: int) -> Landscape:
    """Return a landscape as fine as the ground needs; ``coarse`` itself where that is fine enough.

    Takes up to a second for the finest: call it off the GUI thread.
    """
    columns = columns_wanted(ground, coarse, finest)
    return coarse if columns <= 1.1 * len(coarse.x) else prepare(sample(ground, columns, columns))
