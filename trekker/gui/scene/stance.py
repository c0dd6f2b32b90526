"""How a trekker stands on a landscape: where its feet are, which way it faces, how wide its stride is."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from trekker.cost import Array
from trekker.gui.scene.landscape import SIDE, Landscape
from trekker.gui.scene.walker import Fate, Walker

TALLNESS = 0.062 * SIDE
"""How tall a hiker stands in the scene."""

_STANDING, _WIDEST = 0.03, 0.2
_FACING_THE_VIEWER = math.radians(-62.0)
_LOOK_BACK = 16


@dataclass(frozen=True, eq=False)
class Stance:
    """How a walker stands.

    Attributes:
        walker: who.
        feet: where in the scene, shape (3,).
        heading: which way, length 1, shape (2,).
        gone: whether they left the map.
        stride: how far one foot is before the middle, in their own heights.
    """

    walker: Walker
    feet: Array
    heading: Array
    gone: bool
    stride: float = 0.0


def stance_of(landscape: Landscape, walker: Walker) -> Stance | None:
    """Return how a walker stands: on the ground at the last point, or where they were last seen on the map."""
    if not len(walker.points):
        return None
    last = len(walker.points) - 1
    gone = not bool(landscape.bounds.contains(walker.points[last]))
    if gone:
        seen = np.flatnonzero(landscape.bounds.contains(walker.points))
        if not seen.size:
            return None
        last = int(seen[-1])
    feet = landscape.feet(walker.points[last], walker.costs[last])
    if not np.isfinite(feet[2]):
        feet[2] = np.nan_to_num(landscape.surface_height(feet[:2]))
    recent = walker.points[max(0, last - _LOOK_BACK) : last + 1]
    with np.errstate(all="ignore"):
        moves = (recent[1:] - recent[:-1]) * landscape.unit
        lengths = np.hypot(moves[:, 0], moves[:, 1])
    return Stance(walker, feet, _heading(moves, lengths), gone, _stride(walker, lengths))


def _stride(walker: Walker, lengths: Array) -> float:
    """Return how far the feet are apart: in proportion to the latest step, as far as legs can; together at rest."""
    if walker.fate is not Fate.WALKING or not len(lengths) or math.isnan(lengths[-1]):
        return _STANDING
    return _STANDING + (_WIDEST - _STANDING) * min(1.0, float(lengths[-1]) / TALLNESS)


def _heading(moves: Array, lengths: Array) -> Array:
    """Return the direction of the latest of ``moves`` (k, 2) in the scene that led anywhere, shape (2,)."""
    steps = np.flatnonzero(np.isfinite(lengths) & (lengths > 1e-9))
    if not steps.size:
        return np.array((math.cos(_FACING_THE_VIEWER), math.sin(_FACING_THE_VIEWER)))
    return np.asarray(moves[steps[-1]] / lengths[steps[-1]])
