"""Which place on the ground lies under a pixel: follow the line of sight until it goes below the surface."""

from __future__ import annotations

import numpy as np

from trekker.cost import Array
from trekker.gui.scene.camera import Camera, matrix_of
from trekker.gui.scene.landscape import Landscape

_REFINEMENTS = 3
_PARTS = 24


def pick(landscape: Landscape, camera: Camera, size: tuple[int, int], pixel: tuple[float, float]) -> Array | None:
    """Return the θ (2,) seen at a widget ``pixel``; None beside the ground, on its walls and over holes."""
    start, direction = _line_of_sight(camera, size, pixel)
    span = _within_box(landscape, start, direction)
    if span is None:
        return None
    near, far = span
    parts = 4 * sum(landscape.costs.shape)
    for _ in range(_REFINEMENTS):
        crossing = _first_crossing(landscape, start, direction, np.linspace(near, far, parts))
        if crossing is None:
            return None
        near, far = crossing
        parts = _PARTS
    return landscape.theta((start + direction * (near + far) / 2)[:2])


def _line_of_sight(camera: Camera, size: tuple[int, int], pixel: tuple[float, float]) -> tuple[Array, Array]:
    """Return where the line through a pixel begins, and its direction to where it ends."""
    across, along = 2.0 * pixel[0] / size[0] - 1.0, 1.0 - 2.0 * pixel[1] / size[1]
    ends = np.linalg.solve(matrix_of(camera, size), np.array(((across, along, -1, 1), (across, along, 1, 1))).T).T
    begin, end = ends[:, :3] / ends[:, 3:]
    return begin, end - begin


def _within_box(landscape: Landscape, start: Array, direction: Array) -> tuple[float, float] | None:
    """Return between which fractions of the line it runs inside the box around the ground."""
    heights = landscape.heights[np.isfinite(landscape.heights)]
    if not heights.size:
        return None
    half = landscape.extent / 2
    low = np.array((*-half, heights.min() - 1e-3))
    high = np.array((*half, heights.max() + 1e-3))
    steps = np.where(np.abs(direction) < 1e-12, 1e-12, direction)
    first, second = (low - start) / steps, (high - start) / steps
    near = max(0.0, float(np.minimum(first, second).max()))
    far = min(1.0, float(np.maximum(first, second).min()))
    return (near, far) if near < far else None


def _first_crossing(
    landscape: Landscape, start: Array, direction: Array, fractions: Array
) -> tuple[float, float] | None:
    """Return the first two neighbouring fractions with the line above the ground, then below it."""
    line = start + direction * fractions[:, None]
    above = line[:, 2] - landscape.surface_height(line[:, :2])
    known = np.flatnonzero(np.isfinite(above))
    if not known.size or above[known[0]] < -1e-2:
        return None
    crossings = np.flatnonzero((above[:-1] >= 0) & (above[1:] < 0))
    if not crossings.size:
        return None
    return float(fractions[crossings[0]]), float(fractions[crossings[0] + 1])
