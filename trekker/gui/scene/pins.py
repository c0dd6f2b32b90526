"""Pins: a pennant on its pole and a diamond, of a constant size in pixels, paler where a ridge hides their foot."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL
from PySide6.QtGui import QMatrix4x4

from trekker.cost import Array
from trekker.gui.scene.flag import FLAG, flag_program
from trekker.gui.scene.gpu import Mesh
from trekker.gui.scene.overlay import Pin, PinAt
from trekker.gui.scene.surface_mesh import rgb

_EDGE = (0.04, 0.06, 0.09)
_GHOST = 0.4
_EDGE_PIXELS = 1.6

_POLE = ((-1.1, 0.0), (1.1, 0.0), (1.1, 33.0), (-1.1, 33.0))
_CLOTH = ((1.1, 33.0), (1.1, 17.0), (19.0, 25.0))
_DIAMOND = ((-6.0, 0.0), (0.0, -7.5), (6.0, 0.0), (0.0, 7.5))


class Pins:
    """Draws pins anywhere."""

    def initialise(self) -> None:
        """Compile the program and send the shapes to the graphics card."""
        self._program = flag_program()
        self._meshes = {}
        for pin, polygons in ((Pin.PENNANT, (_POLE, _CLOTH)), (Pin.DIAMOND, (_DIAMOND,))):
            self._meshes[pin] = (_mesh(tuple(map(_grown, polygons))), _mesh(polygons))

    def draw(self, pins: tuple[PinAt, ...], *, matrix: QMatrix4x4, size: tuple[int, int], scale: float) -> None:
        """Draw pins for a scene of a ``size`` in pixels, ``scale`` times their usual size."""
        if not pins:
            return
        self._program.use(u_matrix=matrix, u_size=(float(size[0]), float(size[1])), u_radius=scale, u_rise=0.0)
        GL.glDepthMask(False)
        for comparison, alpha in ((GL.GL_GREATER, _GHOST), (GL.GL_LEQUAL, 1.0)):
            GL.glDepthFunc(comparison)
            for each in pins:
                edge, shape = self._meshes[each.pin]
                for mesh, paint in ((edge, _EDGE), (shape, rgb(each.colour))):
                    self._program.set(u_place=each.place, u_colour=(*paint, alpha))
                    mesh.draw_once()
        GL.glDepthFunc(GL.GL_LESS)
        GL.glDepthMask(True)
        self._program.release()


def _mesh(polygons: tuple[tuple[tuple[float, float], ...], ...]) -> Mesh:
    corners = [corner for polygon in polygons for corner in polygon]
    vertices = np.zeros(len(corners), dtype=FLAG)
    vertices["a_position"] = corners
    triangles, first = [], 0
    for polygon in polygons:
        triangles += [(first, first + each, first + each + 1) for each in range(1, len(polygon) - 1)]
        first += len(polygon)
    indices: NDArray[np.uint32] = np.array(triangles, dtype=np.uint32)
    mesh = Mesh(FLAG)
    mesh.upload(vertices, indices)
    return mesh


def _grown(polygon: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    """Return a polygon with every corner moved outward, so that it shows as an edge behind the first."""
    corners: Array = np.array(polygon)
    away = corners - corners.mean(axis=0)
    grown = corners + np.sign(away) * _EDGE_PIXELS
    return tuple((float(x), float(y)) for x, y in grown)
