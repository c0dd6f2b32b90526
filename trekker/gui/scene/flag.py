"""The flags above the trekkers: small shapes that always face the eye, so that colour alone need not tell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL
from PySide6.QtGui import QMatrix4x4

from trekker.cost import Array
from trekker.gui.marker import Marker, rim
from trekker.gui.scene.gpu import Mesh, Program

FLAG = np.dtype([("a_position", "f4", 2)])
"""A corner of a flat sign, in units of its radius, from the place that it marks."""

_RADIUS = 7.5
_EDGE = 2.0

_VERTEX_CODE = """#version 120
uniform mat4 u_matrix;
uniform vec3 u_place;
uniform vec2 u_size;
uniform float u_radius;
uniform float u_rise;
attribute vec2 a_position;
void main() {
    vec4 here = u_matrix * vec4(u_place, 1.0);
    vec2 offset = a_position * u_radius + vec2(0.0, u_rise);
    here.xy += offset * 2.0 / u_size * here.w;
    gl_Position = here;
}
"""

_FRAGMENT_CODE = """#version 120
uniform vec4 u_colour;
void main() { gl_FragColor = u_colour; }
"""


def flag_program() -> Program:
    """Compile the program that draws flat signs in the current context."""
    return Program(_VERTEX_CODE, _FRAGMENT_CODE, FLAG)


class Flags:
    """Draws any marker anywhere."""

    def __init__(self) -> None:
        self.casing: Array = np.ones(3)
        self._meshes: dict[Marker, Mesh] = {}

    def initialise(self) -> None:
        """Compile the program and forget buffers of an earlier context."""
        self._program = flag_program()
        self._meshes = {}

    def draw(
        self, marker: Marker, *, matrix: QMatrix4x4, place: Array, colour: Array, size: tuple[int, int], scale: float
    ) -> None:
        """Draw a marker above a ``place`` (3,) in the scene, in front of everything."""
        mesh = self._mesh(marker)
        radius = _RADIUS * scale
        GL.glDisable(GL.GL_DEPTH_TEST)
        for paint, reach in ((self.casing, radius + _EDGE * scale), (colour, radius)):
            self._program.use(
                u_matrix=matrix,
                u_place=place,
                u_size=(float(size[0]), float(size[1])),
                u_radius=reach,
                u_rise=radius + _EDGE * scale,
                u_colour=(*paint, 1.0),
            )
            mesh.draw_once()
        self._program.release()
        GL.glEnable(GL.GL_DEPTH_TEST)

    def _mesh(self, marker: Marker) -> Mesh:
        if marker not in self._meshes:
            self._meshes[marker] = Mesh(FLAG)
            self._meshes[marker].upload(*_fan(rim(marker)))
        return self._meshes[marker]


def _fan(rim: Array) -> tuple[NDArray[np.void], NDArray[np.uint32]]:
    vertices = np.zeros(len(rim) + 1, dtype=FLAG)
    vertices["a_position"][1:] = rim
    here = np.arange(len(rim), dtype=np.uint32)
    following = (here + 1) % np.uint32(len(rim))
    return vertices, np.stack((np.zeros_like(here), here + 1, following + 1), axis=1)
