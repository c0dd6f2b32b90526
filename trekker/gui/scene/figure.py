"""The hiker as a low-poly mesh: one unit tall, feet at the origin, facing +x; blindfold, cap, backpack and stick."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.gui.scene.shading import to_bytes

FIGURE = np.dtype(
    [("a_position", "f4", 3), ("a_normal", "f4", 3), ("a_colour", "u1", 4), ("a_swing", "f4"), ("a_owner", "f4")]
)
"""A vertex: place, normal, colour, which the trekker's own colour replaces as far as alpha says, how far it goes
forward with the stride (1 at one foot, −1 at the other), and which of several figures it belongs to."""

_SKIN = (0.93, 0.76, 0.62, 0.0)
_TROUSERS = (0.36, 0.41, 0.50, 0.0)
_BOOTS = (0.16, 0.12, 0.10, 0.0)
_CLOTH = (0.10, 0.11, 0.14, 0.0)
_PACK = (0.50, 0.36, 0.22, 0.0)
_WOOD = (0.38, 0.26, 0.15, 0.0)
_JACKET = (0.0, 0.0, 0.0, 1.0)
_SLEEVE = (0.05, 0.05, 0.05, 0.92)
_SIDES = 7

Point = tuple[float, float, float]
Colour = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Part:
    """Vertices (v,) of :data:`FIGURE` with triangles (t, 3)."""

    vertices: NDArray[np.void]
    triangles: NDArray[np.uint32]

    def joined(self, other: Part) -> Part:
        """Return both parts as one."""
        moved = other.triangles + np.uint32(self.vertices.size)
        return Part(np.concatenate((self.vertices, other.vertices)), np.concatenate((self.triangles, moved)))


def hiker(*, cheering: bool = False) -> Part:
    """Build the whole figure, its feet together; one hand feels ahead, or both are up in the air."""
    return reduce(Part.joined, [*_body(), *(_raised_arms() if cheering else _feeling_arms())])


def ball() -> Part:
    """Build a ball in the trekker's colour, as simple as can be."""
    return _ball((0.0, 0.0, 0.34), (0.34, 0.34, 0.34), _JACKET)


def resting_ball() -> Part:
    """Build a ball that has come to rest, on a plate."""
    return ball().joined(_ball((0.0, 0.0, 0.03), (0.62, 0.62, 0.07), _JACKET))


def burst_ball() -> Part:
    """Build what is left of a ball that has burst: flat on the ground."""
    return _ball((0.0, 0.0, 0.1), (0.6, 0.6, 0.1), _JACKET)


def falling_ball() -> Part:
    """Build a ball that falls: drawn out, and half below where it left the ground."""
    return _ball((0.3, 0.0, -0.1), (0.2, 0.2, 0.55), _JACKET)


def _body() -> list[Part]:
    return [
        *_leg(hip=(0.0, 0.07, 0.46), foot=(0.0, 0.08, 0.05), swing=1.0),
        *_leg(hip=(0.0, -0.07, 0.46), foot=(0.0, -0.08, 0.05), swing=-1.0),
        _limb((0.0, 0.0, 0.42), (0.02, 0.0, 0.72), 0.135, 0.165, _JACKET),
        _ball((0.02, 0.0, 0.715), (0.155, 0.172, 0.09), _JACKET),
        _limb((0.03, 0.0, 0.74), (0.035, 0.0, 0.83), 0.06, 0.06, _SKIN),
        _ball((0.04, 0.0, 0.90), (0.125, 0.12, 0.13), _SKIN),
        _limb((0.04, 0.0, 0.875), (0.035, 0.0, 0.945), 0.134, 0.134, _CLOTH),
        _limb((-0.09, 0.01, 0.92), (-0.21, 0.07, 0.84), 0.03, 0.018, _CLOTH),
        _limb((-0.09, -0.01, 0.92), (-0.20, -0.06, 0.80), 0.03, 0.018, _CLOTH),
        _ball((0.03, 0.0, 0.955), (0.128, 0.124, 0.105), _JACKET),
        _ball((0.02, 0.0, 1.07), (0.045, 0.045, 0.045), (1.0, 1.0, 1.0, 0.0)),
        _ball((-0.20, 0.0, 0.62), (0.10, 0.135, 0.17), _PACK),
    ]


def _feeling_arms() -> list[Part]:
    return [
        _limb((0.02, 0.17, 0.70), (0.30, 0.15, 0.60), 0.052, 0.042, _SLEEVE),
        _ball((0.32, 0.15, 0.60), (0.048, 0.048, 0.048), _SKIN),
        _limb((0.02, -0.17, 0.70), (0.22, -0.20, 0.52), 0.052, 0.042, _SLEEVE),
        _ball((0.235, -0.20, 0.51), (0.048, 0.048, 0.048), _SKIN),
        _limb((0.34, -0.21, 0.0), (0.20, -0.20, 0.80), 0.018, 0.022, _WOOD),
    ]


def _raised_arms() -> list[Part]:
    return [
        _limb((0.02, 0.17, 0.72), (0.06, 0.30, 1.04), 0.052, 0.042, _SLEEVE),
        _ball((0.065, 0.31, 1.07), (0.048, 0.048, 0.048), _SKIN),
        _limb((0.02, -0.17, 0.72), (0.06, -0.30, 1.04), 0.052, 0.042, _SLEEVE),
        _ball((0.065, -0.31, 1.07), (0.048, 0.048, 0.048), _SKIN),
        _limb((0.02, -0.20, 0.86), (0.12, -0.46, 1.36), 0.018, 0.022, _WOOD),
    ]


def _leg(hip: Point, foot: Point, swing: float) -> tuple[Part, Part]:
    boot = (foot[0] + 0.035, foot[1], 0.05)
    parts = _limb(foot, hip, 0.055, 0.085, _TROUSERS), _ball(boot, (0.105, 0.06, 0.052), _BOOTS)
    for part in parts:
        height = part.vertices["a_position"][:, 2]
        part.vertices["a_swing"] = swing * np.clip((hip[2] - height) / (hip[2] - foot[2]), 0.0, 1.0)
    return parts


def _limb(start: Point, end: Point, start_radius: float, end_radius: float, colour: Colour) -> Part:
    """Return a closed cone's trunk between two points."""
    axis = np.subtract(end, start)
    axis = axis / np.linalg.norm(axis)
    aside = np.cross(axis, (0.0, 1.0, 0.0) if abs(axis[1]) < 0.9 else (1.0, 0.0, 0.0))
    aside = aside / np.linalg.norm(aside)
    turns = np.linspace(0.0, 2 * np.pi, _SIDES, endpoint=False)[:, None]
    around = np.cos(turns) * aside + np.sin(turns) * np.cross(axis, aside)
    low, high = np.add(start, around * start_radius), np.add(end, around * end_radius)
    positions = np.concatenate((low, high, low, high))
    normals = np.concatenate((around, around, np.tile(-axis, (_SIDES, 1)), np.tile(axis, (_SIDES, 1))))
    near = np.arange(_SIDES)
    far = (near + 1) % _SIDES
    side = np.concatenate((np.stack((near, far, far + _SIDES), 1), np.stack((near, far + _SIDES, near + _SIDES), 1)))
    fan = np.stack((np.zeros(_SIDES - 2, dtype=int), near[1:-1], near[2:]), 1)
    triangles = np.concatenate((side, fan[:, ::-1] + 2 * _SIDES, fan + 3 * _SIDES))
    return _part(positions, normals, triangles, colour)


def _ball(centre: Point, radii: Point, colour: Colour) -> Part:
    """Return an ellipsoid."""
    rings = 4
    polar, turn = np.meshgrid(
        np.linspace(0.0, np.pi, rings + 1), np.linspace(0.0, 2 * np.pi, _SIDES + 1), indexing="ij"
    )
    unit = np.stack((np.sin(polar) * np.cos(turn), np.sin(polar) * np.sin(turn), np.cos(polar)), axis=-1)
    index = np.arange(unit[..., 0].size).reshape(unit.shape[:2])
    near, right, far, left = index[:-1, :-1], index[1:, :-1], index[1:, 1:], index[:-1, 1:]
    triangles = np.concatenate((np.stack((near, right, far), -1), np.stack((near, far, left), -1))).reshape(-1, 3)
    normals = unit.reshape(-1, 3) / radii
    return _part(np.add(centre, unit.reshape(-1, 3) * radii), normals, triangles, colour)


def _part(positions: Array, normals: Array, triangles: NDArray[np.intp], colour: Colour) -> Part:
    vertices = np.zeros(len(positions), dtype=FIGURE)
    vertices["a_position"] = positions
    vertices["a_normal"] = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    vertices["a_colour"] = to_bytes(np.array(colour))
    return Part(vertices, triangles.astype(np.uint32))
