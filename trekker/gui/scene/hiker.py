"""The trekkers' item: a small hiker where each one stands, seen as a shadow of itself where a ridge hides it."""

from __future__ import annotations

import math
from types import MappingProxyType

import numpy as np
from OpenGL import GL
from PySide6.QtGui import QVector3D

from trekker.cost import Array
from trekker.gui.scene.camera import FIELD_OF_VIEW, project
from trekker.gui.scene.crowd import Crowd, Pose, Shape
from trekker.gui.scene.flag import flag
from trekker.gui.scene.item import SceneItem
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.signs import Signs
from trekker.gui.scene.stance import TALLNESS, Stance, stance_of
from trekker.gui.scene.surface_mesh import rgb
from trekker.gui.scene.walker import Fate, SceneColours, Walker

_LEAST_PIXELS = 54.0
_MOST_OF_PICTURE = 0.12  # of its shorter side: what a figure takes, however large the text is
_PITCHES = MappingProxyType({Fate.DIVERGED: (0.05, -0.9987), Fate.LEFT: (0.34, 0.94)})
"""How far over a figure has fallen, as cosine and sine: on its back where the walk blew up, headlong over the edge."""

_HIKERS = MappingProxyType({Fate.ARRIVED: Shape.CHEERING})
_BALLS = MappingProxyType(
    {Fate.ARRIVED: Shape.RESTING_BALL, Fate.DIVERGED: Shape.BURST_BALL, Fate.LEFT: Shape.FALLING_BALL}
)
_OUTLINE_PIXELS = 1.0
_ABOVE_HEAD = 1.12


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
        self._casing = SceneColours.light().casing
        self._crowd, self._flags = Crowd(), Signs()

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
        self._casing = colours.casing
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
        """Draw nobody smaller than this many times the usual least size, as far as the picture has room for that."""
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
        """Compile the programs and forget buffers of an earlier context."""
        self._crowd.initialise()
        self._flags.initialise()

    def paint(self) -> None:
        """Draw everybody: what is hidden first, then outlines and figures, then the flags above them."""
        if not self._stances:
            return
        self.setupGLState()
        poses = [self._pose(each) for each in self._stances]
        self._clear_stencil(poses)
        self._crowd.begin(poses, self.mvpMatrix())
        self._draw_ghosts()
        self._crowd.draw_figures()
        self._crowd.end()
        self._draw_flags(poses)

    def _pose(self, stance: Stance) -> Pose:
        walker, per_unit = stance.walker, self._pixels_per_unit(stance)
        shapes, usual = (_BALLS, Shape.BALL) if self._simple else (_HIKERS, Shape.WALKING)
        return Pose(
            shape=shapes.get(walker.fate, usual),
            feet=self.drawn_feet(stance),
            heading=stance.heading,
            pitch=(1.0, 0.0) if self._simple else _PITCHES.get(walker.fate, (1.0, 0.0)),
            tall=self._tallness(stance),
            stride=stance.stride,
            colour=rgb(walker.colour),
            outline=_OUTLINE_PIXELS * self._scale / per_unit,
            only_shadow=stance.gone,
        )

    def _draw_ghosts(self) -> None:
        """Draw flat silhouettes where ground hides a figure; the stencil lets each pixel be tinted only once."""
        GL.glDepthMask(False)
        GL.glEnable(GL.GL_STENCIL_TEST)
        GL.glStencilFunc(GL.GL_EQUAL, 0, 1)
        GL.glStencilOp(GL.GL_KEEP, GL.GL_KEEP, GL.GL_INCR)
        self._crowd.draw_ghosts()
        GL.glDisable(GL.GL_STENCIL_TEST)
        GL.glDepthMask(True)

    def _clear_stencil(self, poses: list[Pose]) -> None:
        """Clear the stencil around each figure; clearing all of it takes longer than drawing the figures."""
        (width, height), ratio = self.picture_size(), self.view().devicePixelRatioF()
        matrix = self.mvpMatrix()
        GL.glEnable(GL.GL_SCISSOR_TEST)
        for pose, stance in zip(poses, self._stances, strict=True):
            here = matrix.map(QVector3D(*pose.feet))
            reach = 1.5 * pose.tall * self._pixels_per_unit(stance)
            left, bottom = (here.x() + 1) / 2 * width - reach, (here.y() + 1) / 2 * height - reach
            side = math.ceil(2 * reach * ratio) + 1
            GL.glScissor(math.floor(left * ratio), math.floor(bottom * ratio), side, side)
            GL.glClear(GL.GL_STENCIL_BUFFER_BIT)
        GL.glDisable(GL.GL_SCISSOR_TEST)

    def _draw_flags(self, poses: list[Pose]) -> None:
        signs, places = [], []
        for pose, stance in zip(poses, self._stances, strict=True):
            if stance.walker.marker is not None:
                signs.append(flag(stance.walker.marker, stance.walker.colour, self._casing))
                places.append(pose.feet + np.array((0.0, 0.0, _ABOVE_HEAD * pose.tall)))
        if not signs:
            return
        self._flags.upload(signs, places)
        GL.glDisable(GL.GL_DEPTH_TEST)
        self._flags.begin(self.mvpMatrix(), self.picture_size(), self._scale)
        self._flags.draw(1.0)
        self._flags.end()
        GL.glEnable(GL.GL_DEPTH_TEST)

    def _pixels_per_unit(self, stance: Stance) -> float:
        camera = self.view().camera
        away = max(0.2, float((camera.eye - stance.feet) @ camera.basis[2]))
        return min(self.picture_size()) / (2 * math.tan(math.radians(FIELD_OF_VIEW) / 2) * away)

    def _tallness(self, stance: Stance) -> float:
        least = min(_LEAST_PIXELS * self._scale, _MOST_OF_PICTURE * min(self.picture_size()))
        return max(TALLNESS, least / self._pixels_per_unit(stance))
