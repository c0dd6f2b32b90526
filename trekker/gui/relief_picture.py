"""A small picture of a ground, seen obliquely from its front, made with NumPy alone: no OpenGL, any thread.

The eye looks along parallel rays, so each column of the picture is a row of places from near to far, and a pixel
shows the nearest place whose drawn height reaches up to it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.scene.landscape import Landscape, sample
from trekker.gui.scene.relief import TALL
from trekker.gui.scene.shading import SUN, filled, normals_of
from trekker.gui.scene.surface_mesh import FLOOR, rgb, terrain_colours

_AZIMUTH = math.radians(28.0)
_ELEVATION = math.radians(36.0)
_FINER = 2  # pixels drawn for each pixel wanted, both ways, so that edges are smooth
_SURVEYED = 48
_SHADE, _SUNLIGHT = 0.42, 0.68
_WALL, _WALL_IN_SHADE = "#9aa6b3", "#7b8794"
_MEASURED = 0.5  # real ground is rougher than any formula: drawn as tall, it would be a bed of nails

Picture = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class _View:
    """What the rays meet: everything has one column (c,) of the picture first, then places from near to far (d,)."""

    landscape: Landscape
    across: Array
    depth: Array

    @classmethod
    def of(cls, landscape: Landscape, columns: int, depths: int) -> _View:
        half = landscape.extent / 2
        cos, sin = math.cos(_AZIMUTH), math.sin(_AZIMUTH)
        wide, deep = half @ (cos, sin), half @ (sin, cos)
        return cls(landscape, np.linspace(-wide, wide, columns), np.linspace(-deep, deep, depths))

    def places(self) -> Array:
        """Return where the rays look, in the scene's x and y, shape (c, d, 2)."""
        cos, sin = math.cos(_AZIMUTH), math.sin(_AZIMUTH)
        across, depth = self.across[:, np.newaxis], self.depth[np.newaxis]
        return np.stack((across * cos - depth * sin, across * sin + depth * cos), axis=-1)


def picture_of(ground: Ground, width: int, height: int) -> Picture:
    """Return the picture of a ground over its map, shape (height, width, 4): red, green, blue, alpha, premultiplied.

    Holes, and whatever is beside the ground, are transparent, so that it suits any background.
    """
    landscape = sample(ground, _SURVEYED, _SURVEYED)
    columns, rows = _FINER * width, _FINER * height
    view = _View.of(landscape, columns, round(1.6 * rows))
    places = view.places()
    inside = (np.abs(places) <= landscape.extent / 2 * (1 + 1e-9)).all(axis=-1)
    with np.errstate(all="ignore"):
        costs = np.asarray(ground.cost.cost(landscape.theta(places)), dtype=np.float64)
    heights = landscape.relief.height(np.where(np.isfinite(costs), costs, np.nan)) * (_MEASURED if ground.unit else 1.0)
    heights = np.clip(heights, -TALL, 2 * TALL)
    colours = _lit(filled(heights), view, TALL * (_MEASURED if ground.unit else 1.0))
    firm = inside & np.isfinite(heights)
    return _averaged(_drawn(view, np.clip(heights, 0.0, TALL * 1.05), firm, colours, rows))


def _lit(heights: Array, view: _View, tallest: float) -> Array:
    """Return the colour (c, d, 3) of every place, 0 to 1, lit by the scene's sun; ``tallest`` has the map's last."""
    spacing = np.array((view.across[1] - view.across[0], view.depth[1] - view.depth[0]))
    cos, sin = math.cos(_AZIMUTH), math.sin(_AZIMUTH)
    sun = np.array((SUN[0] * cos + SUN[1] * sin, SUN[1] * cos - SUN[0] * sin, SUN[2]))
    light = _SHADE + _SUNLIGHT * np.clip(normals_of(heights, spacing) @ sun, 0.0, 1.0)
    return np.asarray(np.clip(terrain_colours(heights * (TALL / tallest)) * light[..., np.newaxis] * 1.08, 0.0, 1.0))


def _drawn(view: _View, heights: Array, firm: NDArray[np.bool_], colours: Array, rows: int) -> Array:
    """Return the fine picture (rows, c, 4), its top row first."""
    lift, tilt = math.cos(_ELEVATION), math.sin(_ELEVATION)
    lowest, highest = view.depth[0] * tilt + FLOOR * lift, view.depth[-1] * tilt + TALL * lift
    levels = np.linspace(highest, lowest, rows)
    raised = np.where(firm, view.depth * tilt + heights * lift, -np.inf)
    reached = np.maximum.accumulate(raised, axis=1)
    rim = firm.argmax(axis=1)
    floor = view.depth[rim] * tilt + FLOOR * lift
    corner = int(np.where(firm.any(axis=1), rim, len(view.depth)).argmin())
    walls = np.where((np.arange(len(rim)) <= corner)[:, np.newaxis], rgb(_WALL), rgb(_WALL_IN_SHADE))
    picture = np.zeros((rows, len(view.across), 4))
    for column in np.flatnonzero(firm.any(axis=1)):
        met = np.searchsorted(reached[column], levels)
        seen = np.minimum(met, len(view.depth) - 1)
        is_rim = met == rim[column]
        hit = (met < len(view.depth)) & (firm[column, np.maximum(seen - 1, 0)] | is_rim) & (levels >= floor[column])
        picture[hit, column, :3] = np.where(is_rim[hit, np.newaxis], walls[column], colours[column, seen[hit]])
        picture[hit, column, 3] = 1.0
    return picture


def _averaged(fine: Array) -> Picture:
    """Return the picture with each of its pixels averaged from the fine one's, as bytes."""
    rows, columns = fine.shape[0] // _FINER, fine.shape[1] // _FINER
    averaged = fine.reshape(rows, _FINER, columns, _FINER, 4).mean(axis=(1, 3))
    return np.asarray(np.round(averaged * 255), dtype=np.uint8)
