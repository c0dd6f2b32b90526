"""The overlays' item: translucent sheets, lines and pins, made anew only when what they show has changed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL

from trekker.cost import Array
from trekker.gui.scene.gpu import Mesh, Program
from trekker.gui.scene.item import SceneItem
from trekker.gui.scene.overlay import Drawing, Line, Sheet
from trekker.gui.scene.pins import pin_sign
from trekker.gui.scene.ribbon import RIBBON, ribbon_program, triangulated
from trekker.gui.scene.signs import Signs
from trekker.gui.scene.surface_mesh import opaque
from trekker.gui.scene.walker import SceneColours

_SHEET = np.dtype([("a_position", "f4", 3), ("a_colour", "u1", 4)])
_EDGE = (0.04, 0.06, 0.09)
_EDGE_PIXELS = 1.0
_HALF_WIDTH = 2.7
_GHOST_LINE, _GHOST_SHEET, _GHOST_PIN = 0.45, 0.4, 0.4
_BIAS = 3e-4

_VERTEX_CODE = """#version 120
uniform mat4 u_matrix;
attribute vec3 a_position;
attribute vec4 a_colour;
varying vec4 v_colour;
void main() {
    v_colour = a_colour;
    gl_Position = u_matrix * vec4(a_position, 1.0);
}
"""

_FRAGMENT_CODE = """#version 120
uniform float u_alpha;
varying vec4 v_colour;
void main() { gl_FragColor = vec4(v_colour.rgb, v_colour.a * u_alpha); }
"""


class OverlayItem(SceneItem):
    """Draws what the overlays consist of, in buffers that are used again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.setGLOptions("translucent")
        self._drawing = Drawing()
        self._stale = True
        self._scale = 1.0
        self._pins = Signs()

    def show_drawing(self, drawing: Drawing) -> None:
        """Draw this from now on."""
        self._drawing, self._stale = drawing, True
        self.update()

    def set_colours(self, colours: SceneColours) -> None:
        """Keep the overlays' own colours, which are the same in every theme and stand in the legend."""

    def set_scale(self, scale: float) -> None:
        """Draw lines and pins so many times as large."""
        self._scale = scale
        self.update()

    def initializeGL(self) -> None:
        """Compile the programs and forget buffers of an earlier context."""
        self._sheet_program = Program(_VERTEX_CODE, _FRAGMENT_CODE, _SHEET)
        self._line_program = ribbon_program()
        self._sheets, self._lines = Mesh(_SHEET), Mesh(RIBBON)
        self._pins.initialise()
        self._stale = True

    def paint(self) -> None:
        """Draw sheets, then lines, then pins; each paler where ground hides it."""
        drawing = self._drawing
        if self._stale:
            self._sheets.upload(*_joined_sheets(drawing.sheets))
            self._lines.upload(*_joined_lines(drawing.lines))
            self._pins.upload(
                [pin_sign(each.pin, each.colour) for each in drawing.pins], [each.place for each in drawing.pins]
            )
            self._stale = False
        self.setupGLState()
        if drawing.sheets:
            self._draw_sheets()
        if drawing.lines:
            self._draw_lines()
        if drawing.pins:
            self._draw_pins()

    def _draw_sheets(self) -> None:
        GL.glDepthMask(False)
        self._sheet_program.use(u_matrix=self.mvpMatrix())
        self._sheets.bind()
        for comparison, alpha in ((GL.GL_GREATER, _GHOST_SHEET), (GL.GL_LEQUAL, 1.0)):
            GL.glDepthFunc(comparison)
            self._sheet_program.set(u_alpha=alpha)
            self._sheets.draw()
        self._sheets.release()
        self._sheet_program.release()
        GL.glDepthFunc(GL.GL_LESS)
        GL.glDepthMask(True)

    def _draw_lines(self) -> None:
        width, height = self.picture_size()
        GL.glDepthMask(False)
        self._line_program.use(
            u_matrix=self.mvpMatrix(),
            u_size=(float(width), float(height)),
            u_half=_HALF_WIDTH * self._scale,
            u_bias=_BIAS,
            u_colour=_EDGE,
            u_casing=_EDGE,
        )
        self._lines.bind()
        for comparison, alpha, edge in ((GL.GL_GREATER, _GHOST_LINE, 0.0), (GL.GL_LEQUAL, 1.0, _EDGE_PIXELS)):
            GL.glDepthFunc(comparison)
            self._line_program.set(u_alpha=alpha, u_casing_width=edge * self._scale)
            self._lines.draw()
        self._lines.release()
        self._line_program.release()
        GL.glDepthFunc(GL.GL_LESS)
        GL.glDepthMask(True)

    def _draw_pins(self) -> None:
        GL.glDepthMask(False)
        self._pins.begin(self.mvpMatrix(), self.picture_size(), self._scale)
        for comparison, alpha in ((GL.GL_GREATER, _GHOST_PIN), (GL.GL_LEQUAL, 1.0)):
            GL.glDepthFunc(comparison)
            self._pins.draw(alpha)
        self._pins.end()
        GL.glDepthFunc(GL.GL_LESS)
        GL.glDepthMask(True)


def _joined_lines(lines: tuple[Line, ...]) -> tuple[NDArray[np.void], NDArray[np.uint32]]:
    """Return all lines as the vertices and triangles of one mesh."""
    if not lines:
        return triangulated(np.empty((0, 3)), np.empty(0, dtype=bool))
    counts = [len(each.points) for each in lines]
    points: Array = np.concatenate([each.points for each in lines])
    there: NDArray[np.bool_] = np.asarray(np.isfinite(points).all(axis=1))
    joined = there & np.append(False, there[:-1])
    joined[np.cumsum([0, *counts[:-1]])] = False
    widths = np.concatenate([np.full(len(each.points), each.widths) for each in lines])
    colours = np.repeat(np.array([opaque(each.colour) for each in lines], dtype=np.uint8), counts, axis=0)
    return triangulated(np.where(there[:, None], points, 0.0), joined, widths=widths, colours=colours)


def _joined_sheets(sheets: tuple[Sheet, ...]) -> tuple[NDArray[np.void], NDArray[np.uint32]]:
    """Return all sheets as the vertices and triangles of one mesh."""
    counts = [len(each.points) for each in sheets]
    vertices = np.zeros(sum(counts), dtype=_SHEET)
    triangles = [np.empty((0, 3), dtype=np.uint32)]
    first = 0
    for each, count in zip(sheets, counts, strict=True):
        part = vertices[first : first + count]
        part["a_position"] = np.nan_to_num(each.points)
        part["a_colour"] = (*opaque(each.colour)[:3], round(255 * each.alpha))
        triangles.append(each.triangles + np.uint32(first))
        first += count
    return vertices, np.concatenate(triangles)
