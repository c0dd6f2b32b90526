"""All figures at once: they are one mesh, whose vertices know whose they are, and one draw call for each pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, reduce

import numpy as np
from OpenGL import GL
from PySide6.QtGui import QMatrix4x4

from trekker.cost import Array
from trekker.gui.scene.figure import FIGURE, Part, ball, hiker
from trekker.gui.scene.gpu import Mesh, Program
from trekker.gui.scene.shading import SUN
from trekker.gui.scene.surface import MOST_WALKERS

_OUTLINE = (0.07, 0.09, 0.11)
_GHOST = 0.42

_VERTEX_CODE = (
    f"""#version 120
#define MOST {MOST_WALKERS}
uniform mat4 u_matrix;
uniform vec4 u_feet[MOST];
uniform vec4 u_turn[MOST];
uniform vec4 u_paint[MOST];
uniform vec4 u_grown[MOST];
uniform vec3 u_sun;
uniform vec4 u_flat;
uniform float u_ghostly;
uniform float u_outline;
attribute vec3 a_position;
attribute vec3 a_normal;
attribute vec4 a_colour;
attribute float a_swing;
attribute float a_owner;
varying vec3 v_colour;
"""
    """
void main() {
    int owner = int(a_owner + 0.5);
    vec4 turn = u_turn[owner], paint = u_paint[owner], feet = u_feet[owner];
    mat3 turned = mat3(turn.x, turn.y, 0.0, -turn.y, turn.x, 0.0, 0.0, 0.0, 1.0)
        * mat3(turn.z, 0.0, -turn.w, 0.0, 1.0, 0.0, turn.w, 0.0, turn.z);
    vec3 normal = turned * a_normal;
    float light = 0.62 + 0.10 * normal.z + 0.42 * max(dot(normal, u_sun), 0.0);
    vec3 own = mix(a_colour.rgb, paint.rgb, a_colour.a);
    v_colour = mix(mix(own * light, u_flat.rgb, u_flat.a), paint.rgb, u_ghostly);
    vec3 posed = turned * (a_position + vec3(paint.a * a_swing, 0.0, 0.0));
    vec3 here = feet.xyz + posed * feet.w;
    vec3 grown = here + normal * u_outline * u_grown[owner].x;
    grown.z = max(grown.z, min(here.z, feet.z));  // no outline below the soles: they stand where the cost is
    gl_Position = u_matrix * vec4(grown, 1.0);
}
"""
)

_FRAGMENT_CODE = """#version 120
uniform float u_alpha;
varying vec3 v_colour;
void main() { gl_FragColor = vec4(v_colour, u_alpha); }
"""


class Shape(Enum):
    """Which figure is drawn."""

    BALL = "ball"
    WALKING = "walking"
    CHEERING = "cheering"


@dataclass(frozen=True, eq=False)
class Pose:
    """How a figure is drawn.

    Attributes:
        shape: which figure.
        feet: where it stands in the scene, shape (3,).
        heading: which way it faces, length 1, shape (2,).
        pitch: how far over it has fallen, as cosine and sine.
        tall: its height in the scene.
        stride: how far one foot is before the middle, in its own heights.
        colour: of its clothes, shape (3,).
        outline: how thick its outline is, in the scene.
        only_shadow: whether nothing but its silhouette is seen, in front of everything.
    """

    shape: Shape
    feet: Array
    heading: Array
    pitch: tuple[float, float]
    tall: float
    stride: float
    colour: Array
    outline: float
    only_shadow: bool


class Crowd:
    """Draws up to eight figures; the mesh is made anew only when one of them becomes another figure."""

    def initialise(self) -> None:
        """Compile the program and forget the buffer of an earlier context."""
        self._program = Program(_VERTEX_CODE, _FRAGMENT_CODE, FIGURE)
        self._mesh = Mesh(FIGURE)
        self._shapes: tuple[Shape, ...] = ()
        self._solid = 0

    def begin(self, poses: Sequence[Pose], matrix: QMatrix4x4) -> None:
        """Prepare drawing figures that stand so."""
        ordered = sorted(poses, key=lambda pose: pose.only_shadow)
        self._take(tuple(pose.shape for pose in ordered))
        self._solid = sum(_triangles(pose.shape) for pose in ordered if not pose.only_shadow)
        self._program.use(
            u_matrix=matrix,
            u_sun=SUN,
            u_feet=np.array([(*pose.feet, pose.tall) for pose in ordered]),
            u_turn=np.array([(*pose.heading, *pose.pitch) for pose in ordered]),
            u_paint=np.array([(*pose.colour, pose.stride) for pose in ordered]),
            u_grown=np.array([(pose.outline, 0.0, 0.0, 0.0) for pose in ordered]),
        )
        self._mesh.bind()

    def draw_ghosts(self) -> None:
        """Draw flat silhouettes where something hides a figure, and all of those of whom nothing else is seen."""
        self._program.set(u_ghostly=1.0, u_outline=0.0, u_alpha=_GHOST)
        GL.glDepthFunc(GL.GL_GREATER)
        self._mesh.draw(0, self._solid)
        GL.glDepthFunc(GL.GL_ALWAYS)
        self._mesh.draw(self._solid)
        GL.glDepthFunc(GL.GL_LESS)

    def draw_figures(self) -> None:
        """Draw outlines as the insides of slightly larger figures, then the figures."""
        GL.glEnable(GL.GL_CULL_FACE)
        GL.glCullFace(GL.GL_FRONT)
        self._program.set(u_ghostly=0.0, u_flat=(*_OUTLINE, 1.0), u_outline=1.0, u_alpha=1.0)
        self._mesh.draw(0, self._solid)
        GL.glCullFace(GL.GL_BACK)
        self._program.set(u_flat=(0.0, 0.0, 0.0, 0.0), u_outline=0.0)
        self._mesh.draw(0, self._solid)
        GL.glDisable(GL.GL_CULL_FACE)

    def end(self) -> None:
        """Leave everything as it was."""
        self._mesh.release()
        self._program.release()

    def _take(self, shapes: tuple[Shape, ...]) -> None:
        if shapes != self._shapes:
            self._shapes = shapes
            parts = [_owned(_part(shape), owner) for owner, shape in enumerate(shapes)]
            together = reduce(Part.joined, parts)
            self._mesh.upload(together.vertices, together.triangles)


@cache
def _part(shape: Shape) -> Part:
    return ball() if shape is Shape.BALL else hiker(cheering=shape is Shape.CHEERING)


def _triangles(shape: Shape) -> int:
    return len(_part(shape).triangles)


def _owned(part: Part, owner: int) -> Part:
    vertices = part.vertices.copy()
    vertices["a_owner"] = owner
    return Part(vertices, part.triangles)
