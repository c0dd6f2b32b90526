"""The ground's item: one mesh, drawn clear or under the blindfold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL

from trekker.cost import Array
from trekker.gui.scene.gpu import Mesh, Program, Texture
from trekker.gui.scene.item import SceneItem
from trekker.gui.scene.surface_mesh import BELOW_ALL_CONTOURS, VERTEX, SurfaceMesh, rgb
from trekker.gui.scene.walker import SceneColours

MOST_WALKERS = 8

REMEMBERED = 0.34
"""How much of the ground once walked shows through the blindfold."""

_RING = 1.6
"""Pixels at text scale 1: how wide the line is around what can be felt."""

_VERTEX_CODE = """#version 120
uniform mat4 u_matrix;
attribute vec3 a_position;
attribute vec4 a_colour;
attribute float a_level;
varying vec4 v_colour;
varying float v_level;
varying vec2 v_place;
void main() {
    v_colour = a_colour;
    v_level = a_level;
    v_place = a_position.xy;
    gl_Position = u_matrix * vec4(a_position, 1.0);
}
"""

_FRAGMENT_CODE = """#version 120
uniform vec3 u_contour;
uniform float u_width;
varying vec4 v_colour;
varying float v_level;
varying vec2 v_place;
#if FEET > 0
uniform vec3 u_fog;
uniform vec3 u_ring;
uniform float u_ring_width;
uniform vec2 u_reach[FEET];
uniform vec2 u_feet[FEET];
uniform vec2 u_map;
uniform sampler2D u_memory;
#endif
#ifdef DENSE
uniform float u_walls;
#endif
void main() {
    vec3 colour = v_colour.rgb;
    float slope = max(fwidth(v_level), 1e-5);
    float away = abs(fract(v_level + 0.5) - 0.5) / slope;
    float crowd = clamp(1.6 - 2.6 * slope, 0.0, 1.0);
    float line = clamp(u_width - away, 0.0, 1.0) * 0.62 * crowd;
    colour = mix(colour, u_contour, line);
#ifdef HOLES
    if (!gl_FrontFacing) colour = mix(colour, vec3(0.55, 0.58, 0.62) * v_colour.a, 0.55);
#endif
#if FEET > 0
    float nearest = 1e9;
    for (int i = 0; i < FEET; i++) {
        vec2 apart = (v_place - u_feet[i]) * u_reach[i];
        nearest = min(nearest, dot(apart, apart));
    }
    float reached = sqrt(nearest);
    float beside = abs(reached - 1.0) / max(fwidth(reached), 1e-5);
    float ring = 0.85 * clamp(0.5 * u_ring_width + 0.5 - beside, 0.0, 1.0);
    float fogged = smoothstep(0.7, 1.3, reached);
    float remembered = texture2D(u_memory, v_place * u_map + 0.5).r;
    float hidden = fogged * (1.0 - REMEMBERED * remembered);
#ifdef DENSE
    if (hidden > 0.995 || v_level < u_walls) discard;
    colour = mix(colour, u_fog, hidden);
#else
    colour = mix(colour, u_fog * (0.80 + 0.26 * v_colour.a), hidden);
#endif
    colour = mix(colour, u_ring, ring);
#endif
    gl_FragColor = vec4(colour, 1.0);
}
"""


@dataclass(frozen=True, eq=False)
class Blindfold:
    """Where ground can be felt, and what is remembered of it.

    Attributes:
        feet: where the trekkers stand in the scene, shape (k, 2).
        reach: out to which radii each feels along x and y, shape (k, 2).
        extent: the size of the map in the scene, shape (2,).
        memory: how well each part of the map is remembered, (rows, columns), 0 to 255.
        dense: whether nothing is left of what is neither felt nor remembered, not even its shape.
        walls: whether a dense blindfold leaves the block's walls where they are near enough.
    """

    feet: Array
    reach: Array
    extent: Array
    memory: NDArray[np.uint8]
    dense: bool = False
    walls: bool = False


class SurfaceItem(SceneItem):
    """Draws the block of ground."""

    def __init__(self) -> None:
        super().__init__()
        self.setGLOptions("opaque")
        self._mesh: SurfaceMesh | None = None
        self._stale = False
        self._colours = SceneColours.light()
        self._blindfold: Blindfold | None = None
        self._forgets = True
        self._contours = True
        self.line_width = 1.0

    def show_mesh(self, mesh: SurfaceMesh | None) -> None:
        """Draw this mesh from now on."""
        self._mesh, self._stale = mesh, True
        self.update()

    def set_colours(self, colours: SceneColours) -> None:
        """Use these colours for contour lines and fog."""
        self._colours = colours
        self.update()

    def show_contours(self, on: bool) -> None:
        """Draw contour lines, or leave them out."""
        self._contours = on
        self.update()

    def set_blindfold(self, blindfold: Blindfold | None) -> None:
        """Fade what can't be felt; None shows everything."""
        known = self._blindfold.memory if self._blindfold is not None else None
        self._forgets = self._forgets or (blindfold is not None and blindfold.memory is not known)
        self._blindfold = blindfold
        self.update()

    def initializeGL(self) -> None:
        """Forget programs and buffers of an earlier context."""
        self._programs: dict[tuple[int, bool, bool], Program] = {}
        self._buffers = Mesh(VERTEX)
        self._memory = Texture()
        self._forgets = True
        self._stale = True

    def paint(self) -> None:
        """Draw the ground."""
        if self._mesh is None:
            return
        if self._stale:
            self._buffers.upload(self._mesh.vertices, self._mesh.triangles)
            self._stale = False
        self.setupGLState()
        GL.glDepthMask(True)
        if not self._mesh.has_holes:
            GL.glEnable(GL.GL_CULL_FACE)
        program = self._program(self._mesh.has_holes)
        self._use(program)
        self._buffers.draw_once()
        program.release()
        self._memory.release()
        GL.glDisable(GL.GL_CULL_FACE)

    def _program(self, holes: bool) -> Program:
        """Return the program for so many feet; each count has its own, because drivers unroll its loop."""
        feet = 0 if self._blindfold is None else max(1, min(len(self._blindfold.feet), MOST_WALKERS))
        dense = self._blindfold is not None and self._blindfold.dense
        if (feet, holes, dense) not in self._programs:
            settings = f"#version 120\n#define FEET {feet}\n#define REMEMBERED {REMEMBERED}\n"
            settings += "#define HOLES\n" * holes + "#define DENSE\n" * dense
            fragment_code = _FRAGMENT_CODE.replace("#version 120\n", settings, 1)
            self._programs[feet, holes, dense] = Program(_VERTEX_CODE, fragment_code, VERTEX)
        return self._programs[feet, holes, dense]

    def _use(self, program: Program) -> None:
        contour, width = rgb(self._colours.contour), 0.5 + 0.5 * self.line_width if self._contours else 0.0
        program.use(u_matrix=self.mvpMatrix(), u_contour=contour, u_width=width)
        if self._blindfold is None:
            return
        if self._forgets:
            self._memory.upload_grey(self._blindfold.memory)
            self._forgets = False
        self._memory.bind()
        there = len(self._blindfold.feet) > 0
        feet = self._blindfold.feet[:MOST_WALKERS] if there else np.full((1, 2), 1e9)
        reach = 1.0 / self._blindfold.reach[:MOST_WALKERS] if there else np.ones((1, 2))
        fog = self._colours.background if self._blindfold.dense else self._colours.fog
        program.use(u_ring=rgb(self._colours.text), u_ring_width=_RING * self.line_width)
        program.use(u_fog=rgb(fog), u_reach=reach, u_feet=feet, u_map=1.0 / self._blindfold.extent, u_memory=0)
        if self._blindfold.dense:
            program.use(u_walls=-1e9 if self._blindfold.walls else BELOW_ALL_CONTOURS + 1.0)
