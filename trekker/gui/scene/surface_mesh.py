"""The block of ground as triangles: the surface itself, and the walls where the map's edge cuts it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from pyqtgraph import colormap

from trekker.cost import Array
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.relief import TALL
from trekker.gui.scene.shading import SUN, filled, light_on, to_bytes

FLOOR = -0.3
"""The height of the block's underside."""

VERTEX = np.dtype([("a_position", "f4", 3), ("a_colour", "u1", 4), ("a_level", "f4")])
"""A vertex: place, lit colour with the light's own strength as alpha, and height counted in contour lines."""

_COLOUR_MAP = "viridis"
_DARKEST = 0.06
_MIDWAY = 0.5
BELOW_ALL_CONTOURS = -1000.0 - _MIDWAY
"""The level of walls, on which no contour line lies, and by which they are known."""
_SEAM = 0.07
_CONTOURS = 20
_LEVEL, _PLAIN = 1e-4 * TALL, 0.1
"""Where a tenth of the ground is as level as this, a line upon it would be a stain."""
_BRIGHTEST = 1.25
_MOST_PREPARED = 3

Indices = NDArray[np.uint32]
Vertices = NDArray[np.void]


@dataclass(frozen=True, eq=False)
class SurfaceMesh:
    """Vertices (v,) of :data:`VERTEX` and triangles (t, 3), seen from outside counter-clockwise, that index them.

    Where nothing ``has_holes`` the block is closed, and no triangle's back can be seen.
    """

    vertices: Vertices
    triangles: Indices
    has_holes: bool


def build_mesh(landscape: Landscape, wall: str) -> SurfaceMesh:
    """Build the block for a landscape, its walls painted towards the colour ``wall``."""
    ground = _ground_vertices(landscape)
    sides, side_triangles = _walls(ground, wall)
    triangles = np.concatenate((side_triangles + np.uint32(ground.size), _ground_triangles(landscape)))
    return SurfaceMesh(np.concatenate((ground.ravel(), sides)), triangles, bool(np.isnan(landscape.costs).any()))


def contour_levels(landscape: Landscape) -> Array:
    """Return the costs at which contour lines are drawn, rising; not a cost at which whole plains lie."""
    levels = landscape.relief.round_costs(_CONTOURS, slack=0.12)
    heights = np.sort(landscape.heights[np.isfinite(landscape.heights)])
    lines = landscape.relief.height(levels)
    upon = np.searchsorted(heights, lines + _LEVEL) - np.searchsorted(heights, lines - _LEVEL)
    return np.asarray(levels[upon < _PLAIN * heights.size])


def terrain_colours(heights: Array) -> Array:
    """Return the colour map's colours (…, 3), 0 to 1, of drawn ``heights`` (…)."""
    share = _DARKEST + (1.0 - _DARKEST) * np.clip(heights / TALL, 0.0, 1.0)
    colours: Array = _colour_table()[(np.nan_to_num(share) * 511).astype(np.intp)]
    return colours


@cache
def _colour_table() -> Array:
    """Return the colour map's 512 colours (512, 3)."""
    return np.asarray(colormap.get(_COLOUR_MAP).getLookupTable(nPts=512, mode="float")[:, :3])


def prepare(landscape: Landscape) -> Landscape:
    """Work out, on whatever thread, what takes longest of a landscape's mesh, and return the landscape."""
    _ground_vertices(landscape)
    return landscape


@lru_cache(maxsize=_MOST_PREPARED)
def _ground_vertices(landscape: Landscape) -> Vertices:
    heights = landscape.heights
    columns, rows = heights.shape
    vertices = np.zeros((columns, rows), dtype=VERTEX)
    places = landscape.place(np.stack(np.meshgrid(landscape.x, landscape.y, indexing="ij"), axis=-1))
    vertices["a_position"][..., :2] = places
    vertices["a_position"][..., 2] = np.where(np.isfinite(heights), heights, np.nan)
    light = light_on(heights, landscape.extent / (columns - 1, rows - 1))
    vertices["a_colour"][..., :3] = to_bytes(_toned(terrain_colours(filled(heights)), light))
    vertices["a_colour"][..., 3] = to_bytes(light / _BRIGHTEST)
    vertices["a_level"] = _levels(landscape, heights)
    return vertices


def _toned(colours: Array, light: Array) -> Array:
    """Light colours: shade cools them, and what exceeds full light goes towards the sun's warm white."""
    warmth = np.array((1.04, 1.0, 0.93))
    shade = np.array((0.88, 0.97, 1.12))
    strength = light[..., None]
    tint = shade + (warmth - shade) * np.clip((strength - 0.55) / 0.5, 0.0, 1.0)
    lit = colours * strength * tint
    return np.asarray(lit + np.clip(strength - 1.0, 0.0, 1.0) * 0.35 * (1.0 - lit))


def _levels(landscape: Landscape, heights: Array) -> Array:
    """Count drawn ``heights`` in contour lines: whole numbers lie on the lines, whatever the relief."""
    lines = landscape.relief.height(contour_levels(landscape))
    if lines.size < 2:
        return np.full_like(heights, _MIDWAY)
    first, last = (3 * lines[0] - lines[1]) / 2, (3 * lines[-1] - lines[-2]) / 2
    counted = np.concatenate(([-_MIDWAY], np.arange(lines.size), [lines.size - 1 + _MIDWAY]))
    return _smoothly(heights, np.concatenate(([first], lines, [last])), counted)


def _smoothly(values: Array, known: Array, wanted: Array) -> Array:
    """Interpolate rising ``wanted`` at rising ``known`` by cubics without kinks, which would make contours wriggle.

    Monotone Hermite interpolation (Fritsch and Butland's harmonic slopes); constant outside ``known``.
    """
    gaps = np.diff(known)
    rises = np.diff(wanted) / gaps
    slopes = np.concatenate((rises[:1], 2 * rises[1:] * rises[:-1] / (rises[1:] + rises[:-1]), rises[-1:]))
    inside = np.clip(np.where(np.isfinite(values), values, known[0]), known[0], known[-1])
    cell = np.clip(np.searchsorted(known, inside, side="right") - 1, 0, gaps.size - 1)
    share, gap = (inside - known[cell]) / gaps[cell], gaps[cell]
    rest = 1.0 - share
    return np.asarray(
        wanted[cell] * (1 + 2 * share) * rest**2
        + wanted[cell + 1] * (3 - 2 * share) * share**2
        + gap * share * rest * (slopes[cell] * rest - slopes[cell + 1] * share)
    )


def _ground_triangles(landscape: Landscape) -> Indices:
    columns, rows = landscape.costs.shape
    index = np.arange(columns * rows, dtype=np.uint32).reshape(columns, rows)
    near, right, far, left = index[:-1, :-1], index[1:, :-1], index[1:, 1:], index[:-1, 1:]
    lower, upper = np.stack((near, right, far), axis=-1), np.stack((near, far, left), axis=-1)
    triangles = np.stack((lower, upper), axis=2).reshape(-1, 3)
    whole = np.isfinite(landscape.costs).ravel()[triangles].all(axis=1)
    chosen: Indices = triangles[whole]
    return chosen


def _walls(ground: Vertices, wall: str) -> tuple[Vertices, Indices]:
    """Hang a wall from each of the map's four edges; each edge is followed with the block on its left."""
    edges = (ground[:, 0], ground[-1, :], ground[::-1, -1], ground[0, ::-1])
    outward = ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0))
    vertices, triangles, count = [], [], 0
    for edge, direction in zip(edges, outward, strict=True):
        part = _one_wall(edge, np.array(direction), rgb(wall))
        triangles.append(_wall_triangles(part) + np.uint32(count))
        vertices.append(part.ravel())
        count += part.size
    return np.concatenate(vertices), np.concatenate(triangles)


def _one_wall(edge: Vertices, outward: Array, paint: Array) -> Vertices:
    """Return a wall's vertices (c, 4) below an ``edge`` (c,): a thin seam of the ground's colour, then rock."""
    top = edge["a_position"][:, 2].astype(np.float64)[:, None]
    heights = top - (0.0, _SEAM, _SEAM + 0.005, 0.0)
    heights[:, -1] = np.where(np.isfinite(top[:, 0]), FLOOR, np.nan)
    vertices = np.repeat(edge[:, None], heights.shape[1], axis=1)
    vertices["a_position"][..., 2] = heights
    light = 0.80 + 0.34 * float(outward @ SUN[:2])
    seam = terrain_colours(np.broadcast_to(top, (top.size, 2))) * (0.55 + 0.45 * light)
    rock = paint * light * (0.94 + 0.16 * np.clip((heights[:, 2:, None] - FLOOR) / (TALL - FLOOR), 0.0, 1.0))
    vertices["a_colour"][..., :3] = to_bytes(np.concatenate((seam, rock), axis=1))
    vertices["a_colour"][..., 3] = to_bytes(np.array(light / _BRIGHTEST))
    vertices["a_level"] = BELOW_ALL_CONTOURS
    return vertices


def _wall_triangles(part: Vertices) -> Indices:
    index = np.arange(part.size, dtype=np.uint32).reshape(part.shape)
    top, bottom, next_top, next_bottom = index[:-1, :-1], index[:-1, 1:], index[1:, :-1], index[1:, 1:]
    lower, upper = np.stack((top, bottom, next_bottom), axis=-1), np.stack((top, next_bottom, next_top), axis=-1)
    triangles = np.concatenate((lower, upper)).reshape(-1, 3)
    whole = np.isfinite(part["a_position"][..., 2]).ravel()[triangles].all(axis=1)
    chosen: Indices = triangles[whole]
    return chosen


def rgb(colour: str) -> Array:
    """Return "#rrggbb" as three numbers from 0 to 1."""
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255.0


@cache
def opaque(colour: str) -> tuple[int, int, int, int]:
    """Return "#rrggbb" as the bytes of an opaque colour."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue, 255
