"""The axes' item: ticks as thin lines, and words from one small texture, so that a still camera costs nothing."""

from __future__ import annotations

import numpy as np
from OpenGL import GL
from PySide6.QtGui import QColor, QFont, QFontMetrics

from trekker.cost import Array
from trekker.gui.scene.axis_layout import Layout, far_corner, height_label_width, layout
from trekker.gui.scene.camera import Camera, project
from trekker.gui.scene.gpu import Mesh, Program, Texture
from trekker.gui.scene.item import SceneItem
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.ribbon import RIBBON, ribbon_program, triangulated
from trekker.gui.scene.surface_mesh import rgb
from trekker.gui.scene.walker import SceneColours
from trekker.gui.scene.words import HALO_ALPHA, WORDS, Sheet

_VERTEX_CODE = """#version 120
uniform vec2 u_size;
attribute vec2 a_pixel;
attribute vec2 a_texel;
varying vec2 v_texel;
void main() {
    v_texel = a_texel;
    gl_Position = vec4(a_pixel.x / u_size.x * 2.0 - 1.0, 1.0 - a_pixel.y / u_size.y * 2.0, 0.0, 1.0);
}
"""

_FRAGMENT_CODE = """#version 120
uniform sampler2D u_texture;
varying vec2 v_texel;
void main() { gl_FragColor = texture2D(u_texture, v_texel); }
"""


_MOST_ASIDE = 0.2  # of the picture's width: what words at the right may take of the mountain's room


class AxesItem(SceneItem):
    """Draws the three axes."""

    def __init__(self) -> None:
        super().__init__()
        self.setGLOptions("translucent")
        self._landscape: Landscape | None = None
        self._colours = SceneColours.light()
        self._font = QFont()
        self._hides_heights = False
        self._below: float | None = None
        self._taken_above = 0
        self._sheet = Sheet()
        self._drawn_for: tuple[Camera, tuple[int, int]] | None = None

    def show_landscape(self, landscape: Landscape | None) -> None:
        """Put this ground's numbers on the axes."""
        self._landscape = landscape
        self._forget()

    def hide_heights(self, hidden: bool) -> None:
        """Leave out how high the ground is, or tell it again."""
        if hidden != self._hides_heights:
            self._hides_heights = hidden
            self._forget()

    def reach_down(self, cost: float | None) -> None:
        """Let the height axis reach down to about this cost, far below the drawn ground; None: to the ground alone."""
        below = None if cost is None else float(f"{cost:.1g}")
        if below != self._below:
            self._below = below
            self._forget()

    def keep_below(self, taken: int) -> None:
        """Write below so many pixels, which something else covers."""
        if taken != self._taken_above:
            self._taken_above = taken
            self._forget()

    def set_colours(self, colours: SceneColours) -> None:
        """Write in this theme's colours."""
        self._colours = colours
        self._forget()

    def set_font(self, font: QFont) -> None:
        """Write in this font."""
        if font != self._font:
            self._font = QFont(font)
            self._forget()

    def margins(self, camera: Camera, block: Array, size: tuple[int, int]) -> tuple[float, float, float, float]:
        """Return how many pixels the words need at the left, top, right and bottom of the ``block`` (k, 3), seen so."""
        line = self._line
        if self._landscape is None:
            return 1.4 * line, 2.2 * line, 1.8 * line, line
        reach = far_corner(self._layout(self._landscape, camera, size), line) - project(block, camera, size)[:, :2].max(
            0
        )
        right = max(1.8 * line, min(float(reach[0]) + 0.4 * line, _MOST_ASIDE * size[0]))
        below = max(0.0, float(reach[1])) + 0.6 * line
        return height_label_width(self._landscape, line) + 1.4 * line, 2.2 * line, right, below

    def initializeGL(self) -> None:
        """Compile the programs and forget what an earlier context held."""
        self._program = Program(_VERTEX_CODE, _FRAGMENT_CODE, WORDS)
        self._ticks_program = ribbon_program()
        self._quads = Mesh(WORDS)
        self._ticks = Mesh(RIBBON)
        self._texture = Texture()
        self._forget()

    def paint(self) -> None:
        """Draw ticks behind the ground's front, and words over everything."""
        if self._landscape is None:
            return
        camera, size = self.view().camera, self.picture_size()
        if self._drawn_for != (camera, size):
            self._refresh(self._landscape, camera, size)
            self._drawn_for = (camera, size)
        self.setupGLState()
        self._draw_ticks(size)
        self._draw_words(size)

    @property
    def _line(self) -> float:
        return float(QFontMetrics(self._font).height())

    def _forget(self) -> None:
        self._drawn_for = None
        self._sheet = Sheet()
        self.update()

    def _height_name(self, landscape: Landscape) -> str:
        unit = landscape.height_unit
        name = self.tr("height ({unit})").format(unit=unit) if unit else self.tr("height: cost")
        if landscape.relief.compressed:
            return str(self.tr("{height}, compressed").format(height=name))
        if self._below is not None:
            return str(self.tr("{height}, compressed below the ground").format(height=name))
        return str(name)

    def _refresh(self, landscape: Landscape, camera: Camera, size: tuple[int, int]) -> None:
        found = self._layout(landscape, camera, size)
        words = [(each.text, each.is_name) for each in found.labels]
        ratio = self.view().devicePixelRatioF()
        if self._sheet.add(words):
            text, halo = QColor(self._colours.text), QColor(self._colours.background)
            halo.setAlpha(HALO_ALPHA)
            self._texture.upload(self._sheet.painted(self._font, text, halo, ratio))
        self._quads.upload(*self._sheet.quads(found.labels, ratio))
        self._upload_ticks(found)

    def _layout(self, landscape: Landscape, camera: Camera, size: tuple[int, int]) -> Layout:
        name = None if self._hides_heights else self._height_name(landscape)
        return layout(landscape, camera, size, self._line, name, top=self._taken_above, below=self._below)

    def _upload_ticks(self, found: Layout) -> None:
        joined = np.tile((False, True), len(found.ticks))
        self._ticks.upload(*triangulated(found.ticks.reshape(-1, 3), joined))

    def _draw_ticks(self, size: tuple[int, int]) -> None:
        colour = rgb(self._colours.line)
        GL.glDepthFunc(GL.GL_LEQUAL)
        self._ticks_program.use(
            u_matrix=self.mvpMatrix(),
            u_size=(float(size[0]), float(size[1])),
            u_half=0.045 * self._line,
            u_bias=0.0,
            u_colour=colour,
            u_casing=colour,
            u_casing_width=0.0,
            u_alpha=1.0,
        )
        self._ticks.draw_once()
        GL.glDepthFunc(GL.GL_LESS)
        self._ticks_program.release()

    def _draw_words(self, size: tuple[int, int]) -> None:
        GL.glDisable(GL.GL_DEPTH_TEST)
        self._texture.bind()
        self._program.use(u_size=(float(size[0]), float(size[1])), u_texture=0)
        self._quads.draw_once()
        self._program.release()
        self._texture.release()
        GL.glEnable(GL.GL_DEPTH_TEST)
