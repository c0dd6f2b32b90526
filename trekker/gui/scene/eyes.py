"""Where the eye may stand: the named views, and the two that go with a trekker."""

from __future__ import annotations

import math
from dataclasses import replace
from enum import Enum

import numpy as np

from trekker.cost import Array
from trekker.gui.scene.camera import Camera
from trekker.gui.scene.landscape import Landscape


class Eye(Enum):
    """A named view of the whole mountain: the azimuth and the elevation, in degrees, from which it is seen."""

    SOUTH = (-90.0, 28.0)
    EAST = (0.0, 28.0)
    NORTH = (90.0, 28.0)
    WEST = (180.0, 28.0)
    ABOVE = (-90.0, 90.0)


class Following(Enum):
    """Whether the eye goes with the trekker that is looked at."""

    NOT = "not"
    BESIDE = "beside"
    SHOULDER = "over the shoulder"


_NEAR = 13.0
_BEHIND, _AHEAD, _HEAD_HIGH = 5.2, 0.9, 0.55
_LOW, _STEEP = 15.0, 80.0


def beside(camera: Camera, feet: Array) -> Camera:
    """Return the camera turned as it is, but near the trekker whose ``feet`` (3,) it looks at."""
    x, y, z = (float(each) for each in feet)
    return replace(camera, centre=(x, y, z + _HEAD_HIGH), distance=min(camera.distance, _NEAR))


def over_the_shoulder(landscape: Landscape, feet: Array, heading: Array) -> Camera:
    """Return the camera a little above and behind a trekker, looking where it goes, and never inside a hill."""
    ahead = feet[:2] + _AHEAD * heading
    centre = (float(ahead[0]), float(ahead[1]), float(feet[2]) + _HEAD_HIGH)
    azimuth = math.degrees(math.atan2(-heading[1], -heading[0]))
    camera = Camera(centre, _BEHIND, azimuth, _LOW)
    while camera.elevation < _STEEP and _is_buried(landscape, camera):
        camera = replace(camera, elevation=camera.elevation + 5.0)
    return camera


def between(one: Camera, other: Camera, share: float) -> Camera:
    """Return the camera a ``share`` of the way from one to the other, the shorter way round."""
    turn = (other.azimuth - one.azimuth + 180.0) % 360.0 - 180.0
    x, y, z = (a + share * (b - a) for a, b in zip(one.centre, other.centre, strict=True))
    return Camera(
        (x, y, z),
        one.distance * (other.distance / one.distance) ** share,
        one.azimuth + share * turn,
        one.elevation + share * (other.elevation - one.elevation),
    )


def _is_buried(landscape: Landscape, camera: Camera) -> bool:
    """Tell whether ground lies between the eye and what it looks at."""
    line = np.array(camera.centre) + np.linspace(0.15, 1.0, 24)[:, None] * (camera.eye - np.array(camera.centre))
    ground = landscape.surface_height(line[:, :2])
    return bool((np.nan_to_num(ground, nan=-np.inf) > line[:, 2] - 0.15).any())
