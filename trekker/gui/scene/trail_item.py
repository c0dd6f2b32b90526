"""The trails' item: bright lines on the ground, and paler ones where a ridge hides them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL

from trekker.gui.scene.draped_trail import DrapedTrail, lay
from trekker.gui.scene.gpu import Mesh
from trekker.gui.scene.item import SceneItem
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.ribbon import RIBBON, ribbon_program, triangulated
from trekker.gui.scene.speed import speed_colours, stretch_shares
from trekker.gui.scene.surface_mesh import opaque, rgb
from trekker.gui.scene.walker import SceneColours, Walker

GHOST = 0.36
"""How opaque a hidden trail is drawn."""

_HALF_WIDTH = 3.1
_CASING = 1.0
_BIAS = 2e-4


class TrailItem(SceneItem):
    """Draws every walker's trail, all of them from one buffer."""

    def __init__(self) -> None:
        super().__init__()
        self.setGLOptions("translucent")
        self._landscape: Landscape | None = None
        self._walkers: tuple[Walker, ...] = ()
        self._trails: list[DrapedTrail] = []
        self._casing = rgb(SceneColours.light().casing)
        self._scale = 1.0
        self._by_speed = False
        self._stale = True

    def show_landscape(self, landscape: Landscape | None) -> None:
        """Lay the trails on this ground from now on."""
        self._landscape = landscape
        self._trails = []
        self._forget_mesh()

    def show_walkers(self, walkers: tuple[Walker, ...]) -> None:
        """Show these trails."""
        self._walkers = walkers
        self._forget_mesh()

    def colour_by_speed(self, by_speed: bool) -> None:
        """Colour each stretch by how far its steps went, or the whole trail in its trekker's colour."""
        if by_speed != self._by_speed:
            self._by_speed = by_speed
            self._forget_mesh()

    def set_colours(self, colours: SceneColours) -> None:
        """Edge the trails in this theme's colour."""
        self._casing = rgb(colours.casing)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Draw lines so many times as wide."""
        self._scale = scale
        self.update()

    def initializeGL(self) -> None:
        """Compile the program and forget the buffer of an earlier context."""
        self._program = ribbon_program()
        self._mesh = Mesh(RIBBON)
        self._stale = True

    def paint(self) -> None:
        """Draw all hidden stretches, then all visible ones."""
        if self._landscape is None or not self._walkers:
            return
        if self._stale:
            self._refresh(self._landscape)
            self._stale = False
        self.setupGLState()
        GL.glDepthMask(False)
        self._use_program()
        self._mesh.bind()
        GL.glDepthFunc(GL.GL_GREATER)
        self._program.set(u_casing_width=_CASING * self._scale, u_alpha=GHOST)
        self._mesh.draw()
        GL.glDepthFunc(GL.GL_LEQUAL)
        self._program.set(u_casing_width=_CASING * self._scale, u_alpha=1.0)
        self._mesh.draw()
        self._mesh.release()
        self._program.release()
        GL.glDepthFunc(GL.GL_LESS)
        GL.glDepthMask(True)

    def _forget_mesh(self) -> None:
        self._stale = True
        self.update()

    def _refresh(self, landscape: Landscape) -> None:
        self._trails += [DrapedTrail(landscape) for _ in range(len(self._walkers) - len(self._trails))]
        trails = self._trails[: len(self._walkers)]
        lay(landscape, trails, [(each.points, each.costs) for each in self._walkers])
        lines = [each.lines for each in trails]
        self._mesh.upload(
            *triangulated(
                np.concatenate([each.points for each in lines]),
                np.concatenate([each.joined for each in lines]),
                colours=self._speeds(landscape, trails) if self._by_speed else self._own_colours(trails),
            )
        )

    def _own_colours(self, trails: list[DrapedTrail]) -> NDArray[np.uint8]:
        """Return for each point of all trails the colour (v, 4) of its trekker."""
        colours = np.array([opaque(each.colour) for each in self._walkers], dtype=np.uint8)
        return np.repeat(colours, [len(each.lines.points) for each in trails], axis=0)

    def _speeds(self, landscape: Landscape, trails: list[DrapedTrail]) -> NDArray[np.uint8]:
        """Return for each point of all trails the colour (v, 4) of how fast its stretch was walked."""
        shares = [
            stretch_shares(walker.points, landscape.unit, trail.pairs)[trail.lines.stretch]
            for trail, walker in zip(trails, self._walkers, strict=True)
        ]
        return speed_colours(np.concatenate(shares))

    def _use_program(self) -> None:
        width, height = self.picture_size()
        self._program.use(
            u_matrix=self.mvpMatrix(),
            u_size=(float(width), float(height)),
            u_half=_HALF_WIDTH * self._scale,
            u_bias=_BIAS,
            u_colour=self._casing,
            u_casing=self._casing,
        )
