"""Where the eye is: orbiting a centre, with the whole block fitted into the widget."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from PySide6.QtGui import QMatrix4x4

from trekker.cost import Array

FIELD_OF_VIEW = 26.0
"""Degrees across the widget's shorter side: narrow, so that far ground isn't dwarfed."""

_LOWEST, _HIGHEST = 2.0, 90.0
_FITTING_ROUNDS, _FITTING_PIXELS = 30, 0.01
_NEAREST, _FARTHEST = 1.5, 120.0


@dataclass(frozen=True)
class Camera:
    """An eye that looks at ``centre`` from ``distance``, at angles in degrees.

    An azimuth of −90° looks along +y with +x to the right; an elevation of 90° looks straight down.
    """

    centre: tuple[float, float, float] = (0.0, 0.0, 1.5)
    distance: float = 27.0
    azimuth: float = -62.0
    elevation: float = 40.0

    def orbited(self, azimuth: float, elevation: float) -> Camera:
        """Return the camera moved around its centre; it never goes below ground or over the top."""
        raised = min(_HIGHEST, max(_LOWEST, self.elevation + elevation))
        return replace(self, azimuth=(self.azimuth + azimuth + 180.0) % 360.0 - 180.0, elevation=raised)

    def zoomed(self, factor: float) -> Camera:
        """Return the camera ``factor`` times as near, within limits."""
        return replace(self, distance=min(_FARTHEST, max(_NEAREST, self.distance / factor)))

    def panned(self, right: float, up: float, size: tuple[int, int]) -> Camera:
        """Return the camera moved so that what it looks at moves by so many pixels."""
        scale = 2.0 * self.distance * math.tan(math.radians(FIELD_OF_VIEW) / 2) / min(size)
        basis = self.basis
        centre = np.array(self.centre) - (basis[0] * right + basis[1] * up) * scale
        x, y, z = (float(each) for each in np.clip(centre, -8.0, 8.0))
        return replace(self, centre=(x, y, z))

    @cached_property
    def basis(self) -> Array:
        """The directions right, up and towards the eye, as rows of a (3, 3) array."""
        azimuth, elevation = math.radians(self.azimuth), math.radians(self.elevation)
        back = (math.cos(elevation) * math.cos(azimuth), math.cos(elevation) * math.sin(azimuth), math.sin(elevation))
        right = (-math.sin(azimuth), math.cos(azimuth), 0.0)
        return np.array((right, np.cross(back, right), back))

    @cached_property
    def eye(self) -> Array:
        """Where the eye is, shape (3,)."""
        return np.asarray(self.centre + self.basis[2] * self.distance)

    def view(self) -> QMatrix4x4:
        """Return the matrix from the scene to the eye."""
        return QMatrix4x4(self._view)

    @cached_property
    def _view(self) -> QMatrix4x4:
        rotation = self.basis
        matrix = np.eye(4)
        matrix[:3, :3] = rotation
        matrix[:3, 3] = -rotation @ self.eye
        return QMatrix4x4(matrix.ravel().tolist())

    def projection(self, size: tuple[int, int]) -> QMatrix4x4:
        """Return the matrix from the eye to the widget's square of −1 to 1, for a widget of this size in pixels."""
        width, height = size
        near = max(0.02 * self.distance, self.distance - 20.0)
        half = near * math.tan(math.radians(FIELD_OF_VIEW) / 2)
        across, along = half * width / min(size), half * height / min(size)
        matrix = QMatrix4x4()
        matrix.frustum(-across, across, -along, along, near, self.distance + 24.0)
        return matrix

    def fitted(self, points: Array, size: tuple[int, int], margins: tuple[float, float, float, float]) -> Camera:
        """Return the camera, angles unchanged, that shows all ``points`` (k, 3) as large as possible.

        ``margins`` are the pixels to keep free at the left, top, right and bottom.
        """
        width, height = size
        left, top, right, bottom = margins
        room = np.maximum((width - left - right, height - top - bottom), 0.2 * np.array(size))
        aim = np.array((left + room[0] / 2, top + room[1] / 2))
        camera = self
        for _ in range(_FITTING_ROUNDS):
            pixels = project(points, camera, size)[:, :2]
            low, high = pixels.min(axis=0), pixels.max(axis=0)
            shift, growth = aim - (low + high) / 2, float((room / np.maximum(high - low, 1e-9)).min())
            if np.abs(shift).max() < _FITTING_PIXELS and abs(growth - 1.0) * max(size) < _FITTING_PIXELS:
                break
            camera = camera.panned(float(shift[0]), float(-shift[1]), size).zoomed(growth)
        return camera


@lru_cache(maxsize=16)
def matrix_of(camera: Camera, size: tuple[int, int]) -> Array:
    """Return projection times view as a (4, 4) array, read-only; one frame asks for it a dozen times."""
    product = camera.projection(size) * camera.view()
    matrix = np.array(product.data()).reshape(4, 4).T
    matrix.flags.writeable = False
    return matrix


def project(points: Array, camera: Camera, size: tuple[int, int]) -> Array:
    """Return widget pixels and depth (k, 3) of scene ``points`` (k, 3); y runs down, depth from −1 to 1."""
    matrix = matrix_of(camera, size)
    clip = points @ matrix[:, :3].T + matrix[:, 3]
    scaled = clip[..., :3] / np.maximum(clip[..., 3:], 1e-6)
    width, height = size
    scaled[..., 0] = (scaled[..., 0] + 1.0) * width / 2
    scaled[..., 1] = (1.0 - scaled[..., 1]) * height / 2
    return np.asarray(scaled)
