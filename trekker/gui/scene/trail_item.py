"""The trails' item: bright lines on the ground, and paler ones where a ridge hides them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL

from trekker.cost import Array
from trekker.gui.scene.gpu import Mesh
from trekker.gui.scene.item import SceneItem
from trekker.gui.scene.landscape import SIDE, Landscape
from trekker.gui.scene.ribbon import RIBBON, ribbon_program, triangulated
from trekker.gui.scene.speed import speed_colours
from trekker.gui.scene.surface_mesh import rgb
from trekker.gui.scene.trail import Index, TrailShape, draped
from trekker.gui.scene.walker import SceneColours, Walker

GHOST = 0.36
"""How opaque a hidden trail is drawn."""

_HALF_WIDTH = 3.1
_CASING = 1.0
_BIAS = 2e-4


@dataclass(eq=False)
class _Slot:
    """What one trail keeps between frames."""

    shape: TrailShape | None = None
    mesh: Mesh = field(default_factory=lambda: Mesh(RIBBON))
    stale: bool = True


class TrailItem(SceneItem):
    """Draws every walker's trail."""

    def __init__(self) -> None:
        super().__init__()
        self.setGLOptions("translucent")
        self._landscape: Landscape | None = None
        self._walkers: tuple[Walker, ...] = ()
        self._slots: list[_Slot] = []
        self._casing = rgb(SceneColours.light().casing)
        self._scale = 1.0
        self._by_speed = False

    def show_landscape(self, landscape: Landscape | None) -> None:
        """Lay the trails on this ground from now on."""
        self._landscape = landscape
        self._slots = [_Slot() for _ in self._slots]
        self.update()

    def show_walkers(self, walkers: tuple[Walker, ...]) -> None:
        """Show these trails."""
        self._walkers = walkers
        self._slots += [_Slot() for _ in range(len(walkers) - len(self._slots))]
        self._forget_meshes()

    def colour_by_speed(self, by_speed: bool) -> None:
        """Colour each stretch by how far its steps went, or the whole trail in its trekker's colour."""
        if by_speed != self._by_speed:
            self._by_speed = by_speed
            self._forget_meshes()

    def set_colours(self, colours: SceneColours) -> None:
        """Edge the trails in this theme's colour."""
        self._casing = rgb(colours.casing)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Draw lines so many times as wide."""
        self._scale = scale
        self.update()

    def initializeGL(self) -> None:
        """Compile the program and forget buffers of an earlier context."""
        self._program = ribbon_program()
        self._slots = [_Slot() for _ in self._slots]

    def paint(self) -> None:
        """Draw each trail's hidden stretches, then its visible ones."""
        if self._landscape is None:
            return
        for slot, walker in zip(self._slots, self._walkers, strict=False):
            if slot.stale:
                self._refresh(self._landscape, slot, walker)
        self.setupGLState()
        GL.glDepthMask(False)
        self._use_program()
        for slot, walker in zip(self._slots, self._walkers, strict=False):
            self._draw(slot.mesh, rgb(walker.colour))
        self._program.release()
        GL.glDepthFunc(GL.GL_LESS)
        GL.glDepthMask(True)

    def _forget_meshes(self) -> None:
        for slot in self._slots:
            slot.stale = True
        self.update()

    def _refresh(self, landscape: Landscape, slot: _Slot, walker: Walker) -> None:
        slot.stale = False
        if slot.shape is None:
            slot.shape = TrailShape(landscape.unit)
        pairs = slot.shape.stretches(walker.points)
        indices = np.unique(pairs)
        points = landscape.points(walker.points[indices], walker.costs[indices])
        lines = draped(landscape, points, np.searchsorted(indices, pairs))
        colours = _colours(landscape, walker, pairs)[lines.stretch] if self._by_speed else None
        slot.mesh.upload(*triangulated(lines.points, lines.joined, colours=colours))

    def _use_program(self) -> None:
        width, height = self.picture_size()
        self._program.use(
            u_matrix=self.mvpMatrix(),
            u_size=(float(width), float(height)),
            u_half=_HALF_WIDTH * self._scale,
            u_bias=_BIAS,
        )

    def _draw(self, mesh: Mesh, colour: Array) -> None:
        mesh.bind()
        GL.glDepthFunc(GL.GL_GREATER)
        self._program.set(u_colour=colour, u_casing_width=0.0, u_alpha=GHOST)
        mesh.draw()
        GL.glDepthFunc(GL.GL_LEQUAL)
        self._program.set(u_casing=self._casing, u_casing_width=_CASING * self._scale, u_alpha=1.0)
        mesh.draw()
        mesh.release()


def _colours(landscape: Landscape, walker: Walker, pairs: Index) -> NDArray[np.uint8]:
    """Return a colour (s, 4) for each of the stretches ``pairs`` (s, 2): how far its steps went on an average."""
    if not len(pairs):
        return np.empty((0, 4), dtype=np.uint8)
    with np.errstate(all="ignore"):
        places = landscape.place(walker.points[pairs])
        lengths = np.linalg.norm(places[:, 1] - places[:, 0], axis=1)
    return speed_colours(lengths / (pairs[:, 1] - pairs[:, 0]) / SIDE)
