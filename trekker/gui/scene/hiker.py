"""The trekkers' item: a small hiker where each one stands, seen as a shadow of itself where a ridge hides it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from OpenGL import GL
from PySide6.QtGui import QVector3D

from trekker.cost import Array
from trekker.gui.scene.camera import FIELD_OF_VIEW, project
from trekker.gui.scene.figure import FIGURE, ball, hiker
from trekker.gui.scene.flag import Flags
from trekker.gui.scene.gpu import Mesh, Program
from trekker.gui.scene.item import SceneItem
from trekker.gui.scene.landscape import SIDE, Landscape
from trekker.gui.scene.shading import SUN
from trekker.gui.scene.surface_mesh import rgb
from trekker.gui.scene.walker import Fate, SceneColours, Walker

TALLNESS = 0.062 * SIDE
"""How tall a hiker stands in the scene."""

_LEAST_PIXELS = 54.0
_STANDING, _WIDEST = 0.03, 0.2
_PITCHES = MappingProxyType({Fate.DIVERGED: (0.05, -0.9987), Fate.LEFT: (0.34, 0.94)})
"""How far over a figure has fallen, as cosine and sine: on its back where the walk blew up, headlong over the edge."""

_OUTLINE_PIXELS = 1.0
_OUTLINE = (0.07, 0.09, 0.11)
_GHOST = 0.42
_FACING_THE_VIEWER = math.radians(-62.0)
_LOOK_BACK = 16
_ABOVE_HEAD = 1.12
_BALL, _WALKER, _CHEERING = range(3)

_VERTEX_CODE = """#version 120
uniform mat4 u_matrix;
uniform vec3 u_feet;
uniform vec2 u_heading;
uniform float u_tall;
uniform float u_stride;
uniform vec2 u_pitch;
uniform float u_grown;
uniform vec3 u_colour;
uniform vec3 u_sun;
uniform vec4 u_flat;
attribute vec3 a_position;
attribute vec3 a_normal;
attribute vec4 a_colour;
attribute float a_swing;
varying vec3 v_colour;
vec3 turned(vec3 v) {
    v = vec3(u_pitch.x * v.x + u_pitch.y * v.z, v.y, u_pitch.x * v.z - u_pitch.y * v.x);
    return vec3(u_heading.x * v.x - u_heading.y * v.y, u_heading.y * v.x + u_heading.x * v.y, v.z);
}
void main() {
    vec3 normal = turned(a_normal);
    float light = 0.62 + 0.10 * normal.z + 0.42 * max(dot(normal, u_sun), 0.0);
    vec3 own = mix(a_colour.rgb, u_colour, a_colour.a);
    v_colour = mix(own * light, u_flat.rgb, u_flat.a);
    vec3 posed = turned(a_position + vec3(u_stride * a_swing, 0.0, 0.0));
    gl_Position = u_matrix * vec4(u_feet + posed * u_tall + normal * u_grown, 1.0);
}
"""

_FRAGMENT_CODE = """#version 120
uniform float u_alpha;
varying vec3 v_colour;
void main() { gl_FragColor = vec4(v_colour, u_alpha); }
"""


@dataclass(frozen=True, eq=False)
class Stance:
    """How a walker stands.

    Attributes:
        walker: who.
        feet: where in the scene, shape (3,).
        heading: which way, length 1, shape (2,).
        gone: whether they left the map.
        stride: how far one foot is before the middle, in their own heights.
    """

    walker: Walker
    feet: Array
    heading: Array
    gone: bool
    stride: float = 0.0


class HikerItem(SceneItem):
    """Draws every walker's figure."""

    def __init__(self) -> None:
        super().__init__()
        self.setGLOptions("translucent")
        self._landscape: Landscape | None = None
        self._stances: list[Stance] = []
        self._simple = False
        self._left: dict[str, Array] = {}
        self._share = 1.0
        self._scale = 1.0
        self._flags = Flags()

    def show_landscape(self, landscape: Landscape | None) -> None:
        """Stand on this ground from now on."""
        self._landscape = landscape
        self._stances = []
        self.update()

    def show_walkers(self, walkers: tuple[Walker, ...]) -> None:
        """Show these trekkers."""
        landscape = self._landscape
        found = [stance_of(landscape, each) for each in walkers] if landscape else []
        self._stances = [each for each in found if each is not None]
        self.update()

    def set_colours(self, colours: SceneColours) -> None:
        """Edge the flags in this theme's colour."""
        self._flags.casing = rgb(colours.casing)
        self.update()

    def leave(self) -> None:
        """Remember where everybody stands, as the places that the next step leaves."""
        self._left = {each.walker.colour: each.feet for each in self._stances}

    def set_share(self, share: float) -> None:
        """Draw everybody so far along the step, from 0 where it was left to 1 where they truly stand."""
        self._share = share
        self.update()

    def drawn_feet(self, stance: Stance) -> Array:
        """Return where a figure is drawn, shape (3,): at its own cost, or between two steps on the ground."""
        left = self._left.get(stance.walker.colour)
        if self._share >= 1.0 or left is None or self._landscape is None:
            return stance.feet
        feet = left + self._share * (stance.feet - left)
        ground = float(self._landscape.surface_height(feet[:2]))
        feet[2] = ground if math.isfinite(ground) else feet[2]
        return np.asarray(feet)

    def set_simple(self, simple: bool) -> None:
        """Draw balls in place of hikers."""
        self._simple = simple
        self.update()

    def set_scale(self, scale: float) -> None:
        """Draw nobody smaller than this many times the usual least size."""
        self._scale = scale
        self.update()

    @property
    def stances(self) -> tuple[Stance, ...]:
        """How the trekkers stand who are shown."""
        return tuple(self._stances)

    def feet(self) -> Array:
        """Return where the trekkers stand, shape (k, 3), in the scene."""
        return np.array([each.feet for each in self._stances]).reshape(-1, 3)

    @property
    def looked_at(self) -> Stance | None:
        """How the trekker stands that is looked at; None where it is not shown."""
        return next((each for each in self._stances if each.walker.looked_at), None)

    def at(self, pixel: tuple[float, float]) -> Walker | None:
        """Return the nearest walker whose figure covers a pixel of the widget."""
        view = self.view()
        if view is None:
            return None
        found = []
        for stance in self._stances:
            across, down, depth = project(stance.feet[None], view.camera, self.picture_size())[0]
            tall = self._tallness(stance) * self._pixels_per_unit(stance)
            if abs(pixel[0] - across) < 0.3 * tall and -1.4 * tall < pixel[1] - down < 0.1 * tall:
                found.append((float(depth), stance.walker))
        return min(found, key=lambda each: each[0])[1] if found else None

    def initializeGL(self) -> None:
        """Compile the programs and send the figure to the graphics card."""
        self._program = Program(_VERTEX_CODE, _FRAGMENT_CODE, FIGURE)
        self._figures = {}
        for name, part in ((_BALL, ball()), (_WALKER, hiker()), (_CHEERING, hiker(cheering=True))):
            self._figures[name] = Mesh(FIGURE)
            self._figures[name].upload(part.vertices, part.triangles)
        self._flags.initialise()

    def paint(self) -> None:
        """Draw everybody: what is hidden first, then outlines and figures."""
        if not self._stances:
            return
        self.setupGLState()
        self._program.use(u_matrix=self.mvpMatrix(), u_sun=SUN)
        groups = self._grouped()
        self._draw_ghosts(groups)
        for mesh, stances in groups:
            mesh.bind()
            for stance in stances:
                if not stance.gone:
                    self._draw_figure(mesh, stance)
            mesh.release()
        self._program.release()
        self._draw_flags()

    def _grouped(self) -> list[tuple[Mesh, list[Stance]]]:
        """Return the stances by the mesh that draws them, so that each is bound once."""
        groups: dict[int, list[Stance]] = {}
        for stance in self._stances:
            cheering = stance.walker.fate is Fate.ARRIVED
            groups.setdefault(_BALL if self._simple else _CHEERING if cheering else _WALKER, []).append(stance)
        return [(self._figures[name], stances) for name, stances in groups.items()]

    def _draw_ghosts(self, groups: list[tuple[Mesh, list[Stance]]]) -> None:
        """Draw flat silhouettes where ground hides a figure; the stencil lets each pixel be tinted only once."""
        GL.glDepthMask(False)
        self._clear_stencil()
        GL.glEnable(GL.GL_STENCIL_TEST)
        GL.glStencilFunc(GL.GL_EQUAL, 0, 1)
        GL.glStencilOp(GL.GL_KEEP, GL.GL_KEEP, GL.GL_INCR)
        for mesh, stances in groups:
            mesh.bind()
            for stance in stances:
                GL.glDepthFunc(GL.GL_ALWAYS if stance.gone else GL.GL_GREATER)
                self._place(stance)
                self._program.set(u_flat=(*rgb(stance.walker.colour), 1.0), u_grown=0.0, u_alpha=_GHOST)
                mesh.draw()
            mesh.release()
        GL.glDisable(GL.GL_STENCIL_TEST)
        GL.glDepthFunc(GL.GL_LESS)
        GL.glDepthMask(True)

    def _clear_stencil(self) -> None:
        """Clear the stencil around each figure; clearing all of it takes longer than drawing the figures."""
        (width, height), ratio = self.picture_size(), self.view().devicePixelRatioF()
        matrix = self.mvpMatrix()
        GL.glEnable(GL.GL_SCISSOR_TEST)
        for stance in self._stances:
            here = matrix.map(QVector3D(*self.drawn_feet(stance)))
            reach = 1.5 * self._tallness(stance) * self._pixels_per_unit(stance)
            left, bottom = (here.x() + 1) / 2 * width - reach, (here.y() + 1) / 2 * height - reach
            side = math.ceil(2 * reach * ratio) + 1
            GL.glScissor(math.floor(left * ratio), math.floor(bottom * ratio), side, side)
            GL.glClear(GL.GL_STENCIL_BUFFER_BIT)
        GL.glDisable(GL.GL_SCISSOR_TEST)

    def _draw_figure(self, mesh: Mesh, stance: Stance) -> None:
        """Draw the outline as the inside of a slightly larger figure, then the figure."""
        self._place(stance)
        GL.glEnable(GL.GL_CULL_FACE)
        GL.glCullFace(GL.GL_FRONT)
        grown = _OUTLINE_PIXELS * self._scale / self._pixels_per_unit(stance)
        self._program.set(u_flat=(*_OUTLINE, 1.0), u_grown=grown, u_alpha=1.0)
        mesh.draw()
        GL.glCullFace(GL.GL_BACK)
        self._program.set(u_flat=(0.0, 0.0, 0.0, 0.0), u_grown=0.0)
        mesh.draw()
        GL.glDisable(GL.GL_CULL_FACE)

    def _place(self, stance: Stance) -> None:
        self._program.set(
            u_feet=self.drawn_feet(stance),
            u_heading=stance.heading,
            u_tall=self._tallness(stance),
            u_stride=stance.stride,
            u_pitch=_PITCHES.get(stance.walker.fate, (1.0, 0.0)),
            u_colour=rgb(stance.walker.colour),
        )

    def _draw_flags(self) -> None:
        for stance in self._stances:
            if stance.walker.marker is not None:
                self._flags.draw(
                    stance.walker.marker,
                    matrix=self.mvpMatrix(),
                    place=self.drawn_feet(stance) + np.array((0.0, 0.0, _ABOVE_HEAD * self._tallness(stance))),
                    colour=rgb(stance.walker.colour),
                    size=self.picture_size(),
                    scale=self._scale,
                )

    def _pixels_per_unit(self, stance: Stance) -> float:
        camera = self.view().camera
        away = max(0.2, float((camera.eye - stance.feet) @ camera.basis[2]))
        return min(self.picture_size()) / (2 * math.tan(math.radians(FIELD_OF_VIEW) / 2) * away)

    def _tallness(self, stance: Stance) -> float:
        return max(TALLNESS, _LEAST_PIXELS * self._scale / self._pixels_per_unit(stance))


def stance_of(landscape: Landscape, walker: Walker) -> Stance | None:
    """Return how a walker stands: on the ground at the last point, or where they were last seen on the map."""
    if not len(walker.points):
        return None
    last = len(walker.points) - 1
    gone = not bool(landscape.bounds.contains(walker.points[last]))
    if gone:
        seen = np.flatnonzero(landscape.bounds.contains(walker.points))
        if not seen.size:
            return None
        last = int(seen[-1])
    feet = landscape.points(walker.points[last], walker.costs[last])
    if not np.isfinite(feet[2]):
        feet[2] = np.nan_to_num(landscape.surface_height(feet[:2]))
    recent = walker.points[max(0, last - _LOOK_BACK) : last + 1]
    return Stance(walker, feet, _heading(landscape, recent), gone, _stride(landscape, walker, recent))


def _stride(landscape: Landscape, walker: Walker, recent: Array) -> float:
    """Return how far the feet are apart: in proportion to the latest step, as far as legs can; together at rest."""
    if walker.fate is not Fate.WALKING or len(recent) < 2:
        return _STANDING
    with np.errstate(all="ignore"):
        length = float(np.linalg.norm(landscape.place(recent[-1:]) - landscape.place(recent[-2:-1])))
    return _STANDING + (_WIDEST - _STANDING) * min(1.0, float(np.nan_to_num(length)) / TALLNESS)


def _heading(landscape: Landscape, recent: Array) -> Array:
    """Return the direction of the latest step that led anywhere, in the scene, shape (2,)."""
    moves = np.diff(landscape.place(recent), axis=0)
    lengths = np.hypot(moves[:, 0], moves[:, 1])
    steps = np.flatnonzero(np.isfinite(lengths) & (lengths > 1e-9))
    if not steps.size:
        return np.array((math.cos(_FACING_THE_VIEWER), math.sin(_FACING_THE_VIEWER)))
    return np.asarray(moves[steps[-1]] / lengths[steps[-1]])
