"""Light on the ground, worked out once for each landscape: the sun's fixed place makes it part of the colours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array

SUN = np.array((-0.62, -0.22, 0.75)) / np.linalg.norm((-0.62, -0.22, 0.75))
"""The direction towards the sun: high in the west, so that relief reads as on a printed map."""

_AMBIENT, _SKY, _DIRECT = 0.56, 0.14, 0.62
_SHADOW = 0.55
_SHADOW_STEPS = 48


def normals_of(heights: Array, spacing: Array) -> Array:
    """Return unit normals (c, r, 3) of a grid of ``heights`` (c, r) whose cells measure ``spacing`` (2,)."""
    across, along = np.gradient(heights, *spacing)
    normals = np.stack((-across, -along, np.ones_like(heights)), axis=-1)
    return np.asarray(normals / np.linalg.norm(normals, axis=-1, keepdims=True))


def filled(heights: Array) -> Array:
    """Return ``heights`` (c, r) with holes filled from around them, so that slopes exist at a hole's rim."""
    ground = np.isfinite(heights)
    if ground.all():
        return heights
    known = np.where(ground, heights, 0.0)
    weight = ground.astype(np.float64)
    result = known
    for radius in (1, 4, 16, 64):
        blurred, share = blur(known, radius), blur(weight, radius)
        newly = ~ground & (share > 0)
        result = np.where(newly, blurred / np.where(share > 0, share, 1.0), result)
        ground = ground | newly
    return result


def blur(values: Array, radius: int) -> Array:
    """Return a twofold box mean over 2 ``radius`` + 1 points along both axes; edges are continued."""
    for _ in range(2):
        for axis in (0, 1):
            values = _box(values, radius, axis)
    return values


def _box(values: Array, radius: int, axis: int) -> Array:
    padding = [(0, 0), (0, 0)]
    padding[axis] = (radius + 1, radius)
    sums = np.cumsum(np.pad(values, padding, mode="edge"), axis=axis)
    width = 2 * radius + 1
    upper = np.take(sums, range(width, sums.shape[axis]), axis=axis)
    lower = np.take(sums, range(sums.shape[axis] - width), axis=axis)
    return np.asarray((upper - lower) / width)


def light_on(heights: Array, spacing: Array) -> Array:
    """Return how bright each point (c, r) of the ground is, about 0.3 to 1.2: sun, sky, cast shadow and hollows."""
    whole = filled(heights)
    normals = normals_of(whole, spacing)
    direct = np.clip(normals @ SUN, 0.0, 1.0) * (1.0 - _SHADOW * _cast_shadow(whole, spacing))
    light = _AMBIENT + _SKY * normals[..., 2] + _DIRECT * direct
    return np.asarray(light * _openness(whole, spacing))


def _cast_shadow(heights: Array, spacing: Array) -> Array:
    """Return how deep each point lies in the shadow of ground towards the sun, 0 to 1, with a soft edge."""
    cells = SUN[:2] / spacing
    step = 1.0 / np.abs(cells).max()
    climb = SUN[2] * step
    excess = np.full_like(heights, -1.0)
    for count in range(1, min(_SHADOW_STEPS, max(heights.shape)) + 1):
        column, row = (round(float(each)) for each in cells * step * count)
        np.maximum(excess, _shifted(heights, column, row) - heights - climb * count, out=excess)
    shadow = np.clip(excess / 0.25 + 0.1, 0.0, 1.0)
    return blur(shadow, max(1, heights.shape[0] // 80))


def _shifted(heights: Array, columns: int, rows: int) -> Array:
    """Return what lies ``columns`` and ``rows`` further on; deep ground beyond the edge."""
    result = np.full_like(heights, -10.0)
    wide, deep = heights.shape
    if abs(columns) < wide and abs(rows) < deep:
        result[max(0, -columns) : wide - max(0, columns), max(0, -rows) : deep - max(0, rows)] = heights[
            max(0, columns) : wide + min(0, columns), max(0, rows) : deep + min(0, rows)
        ]
    return result


def _openness(heights: Array, spacing: Array) -> Array:
    """Return how much sky a point sees: hollows are darker, crests a little brighter; about 0.75 to 1.1."""
    total = np.zeros_like(heights)
    for reach, weight in ((0.25, 0.9), (0.9, 0.28)):
        radius = max(1, round(reach / float(spacing.mean())))
        total += weight * (heights - blur(heights, radius))
    return np.clip(1.0 + 0.6 * total, 0.72, 1.1)


def to_bytes(colours: Array) -> NDArray[np.uint8]:
    """Turn colours of 0 to 1 into bytes; what has no colour turns black."""
    return np.asarray(np.clip(np.nan_to_num(colours), 0.0, 1.0) * 255.0 + 0.5, dtype=np.uint8)
