"""Flat signs that always face the eye, of a constant size in pixels: all of them in one buffer, drawn at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QMatrix4x4

from trekker.cost import Array
from trekker.gui.scene.gpu import Mesh, Program
from trekker.gui.scene.surface_mesh import opaque

SIGN = np.dtype([("a_place", "f4", 3), ("a_corner", "f4", 2), ("a_colour", "u1", 4)])
"""A corner: the place in the scene that the sign marks, how many pixels from there, and its colour."""

_VERTEX_CODE = """#version 120
uniform mat4 u_matrix;
uniform vec2 u_size;
uniform float u_scale;
attribute vec3 a_place;
attribute vec2 a_corner;
attribute vec4 a_colour;
varying vec3 v_colour;
void main() {
    vec4 here = u_matrix * vec4(a_place, 1.0);
    here.xy += a_corner * u_scale * 2.0 / u_size * here.w;
    v_colour = a_colour.rgb;
    gl_Position = here;
}
"""

_FRAGMENT_CODE = """#version 120
uniform float u_alpha;
varying vec3 v_colour;
void main() { gl_FragColor = vec4(v_colour, u_alpha); }
"""


@dataclass(frozen=True, eq=False)
class Sign:
    """Polygons in pixels around the place that they mark, painted one over the other.

    Attributes:
        corners: of all triangles, in pixels to the right and up, shape (v, 2).
        triangles: which corners belong together, shape (t, 3).
        colours: of the corners, from 0 to 255, shape (v, 4).
    """

    corners: Array
    triangles: NDArray[np.uint32]
    colours: NDArray[np.uint8]

    def over(self, below: Sign) -> Sign:
        """Return this sign painted over another."""
        moved = self.triangles + np.uint32(len(below.corners))
        return Sign(
            np.concatenate((below.corners, self.corners)),
            np.concatenate((below.triangles, moved)),
            np.concatenate((below.colours, self.colours)),
        )


def polygon(corners: Array, colour: str) -> Sign:
    """Return a polygon (n, 2) of one colour, "#rrggbb"; all of it must be seen from its middle."""
    here = np.arange(len(corners), dtype=np.uint32)
    following = (here + 1) % np.uint32(len(corners))
    triangles = np.stack((np.zeros_like(here), here + 1, following + 1), axis=1)
    whole = np.concatenate((np.mean(corners, axis=0, keepdims=True), corners))
    return Sign(whole, triangles, np.tile(np.array(opaque(colour), dtype=np.uint8), (len(whole), 1)))


class Signs:
    """Draws any number of signs."""

    def initialise(self) -> None:
        """Compile the program and forget the buffer of an earlier context."""
        self._program = Program(_VERTEX_CODE, _FRAGMENT_CODE, SIGN)
        self._mesh = Mesh(SIGN)

    def upload(self, signs: Sequence[Sign], places: Sequence[Array]) -> None:
        """Send signs to the graphics card, each with the place (3,) of the scene that it marks."""
        counts = [len(each.corners) for each in signs]
        vertices = np.zeros(sum(counts), dtype=SIGN)
        triangles = [np.empty((0, 3), dtype=np.uint32)]
        first = 0
        for sign, place, count in zip(signs, places, counts, strict=True):
            part = vertices[first : first + count]
            part["a_place"], part["a_corner"], part["a_colour"] = place, sign.corners, sign.colours
            triangles.append(sign.triangles + np.uint32(first))
            first += count
        self._mesh.upload(vertices, np.concatenate(triangles))

    def begin(self, matrix: QMatrix4x4, size: tuple[int, int], scale: float) -> None:
        """Prepare drawing for a scene of a ``size`` in pixels, ``scale`` times the signs' usual size."""
        self._program.use(u_matrix=matrix, u_size=(float(size[0]), float(size[1])), u_scale=scale)
        self._mesh.bind()

    def draw(self, alpha: float) -> None:
        """Draw all signs, so opaque."""
        self._program.set(u_alpha=alpha)
        self._mesh.draw()

    def end(self) -> None:
        """Leave everything as it was."""
        self._mesh.release()
        self._program.release()
