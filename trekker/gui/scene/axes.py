"""The axes' item: ticks as thin lines, and words from one small texture, so that a still camera costs nothing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from OpenGL import GL
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from trekker.gui.scene.axis_layout import Label, Layout, height_label_width, layout
from trekker.gui.scene.camera import Camera
from trekker.gui.scene.gpu import Mesh, Program, Texture
from trekker.gui.scene.item import SceneItem
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.ribbon import RIBBON, ribbon_program, triangulated
from trekker.gui.scene.surface_mesh import rgb
from trekker.gui.scene.walker import SceneColours

_LAYOUT = np.dtype([("a_pixel", "f4", 2), ("a_texel", "f4", 2)])
_PAD = 3
_HALO_ALPHA = 90
_AROUND = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]

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

Word = tuple[str, bool]


class AxesItem(SceneItem):
    """Draws the three axes."""

    def __init__(self) -> None:
        super().__init__()
        self.setGLOptions("translucent")
        self._landscape: Landscape | None = None
        self._colours = SceneColours.light()
        self._font = QFont()
        self._sheet = _Sheet()
        self._drawn_for: tuple[Camera, tuple[int, int]] | None = None

    def show_landscape(self, landscape: Landscape | None) -> None:
        """Number this ground."""
        self._landscape = landscape
        self._forget()

    def set_colours(self, colours: SceneColours) -> None:
        """Write in this theme's colours."""
        self._colours = colours
        self._forget()

    def set_font(self, font: QFont) -> None:
        """Write in this font."""
        self._font = QFont(font)
        self._forget()

    def margins(self) -> tuple[float, float, float, float]:
        """Return how many pixels the words need at the left, top, right and bottom of the block."""
        line = self._line
        numbers = height_label_width(self._landscape, line) if self._landscape else 0.0
        return numbers + 1.4 * line, 2.2 * line, 1.8 * line, 2.4 * line

    def initializeGL(self) -> None:
        """Compile the programs and forget what an earlier context held."""
        self._program = Program(_VERTEX_CODE, _FRAGMENT_CODE, _LAYOUT)
        self._ticks_program = ribbon_program()
        self._quads = Mesh(_LAYOUT)
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
        self._sheet = _Sheet()
        self.update()

    def _height_name(self, landscape: Landscape) -> str:
        if landscape.relief.compressed:
            return str(self.tr("height: cost, compressed"))
        return str(self.tr("height: cost"))

    def _refresh(self, landscape: Landscape, camera: Camera, size: tuple[int, int]) -> None:
        found = layout(landscape, camera, size, self._line, self._height_name(landscape))
        words = [(each.text, each.is_name) for each in found.labels]
        ratio = self.view().devicePixelRatioF()
        if self._sheet.add(words):
            text, halo = QColor(self._colours.text), QColor(self._colours.background)
            halo.setAlpha(_HALO_ALPHA)
            self._texture.upload(self._sheet.painted(self._font, text, halo, ratio))
        self._quads.upload(*self._sheet.quads(found.labels, ratio))
        self._upload_ticks(found)

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


class _Sheet:
    """Words written once, one below the other, on one picture."""

    def __init__(self) -> None:
        self._places: dict[Word, QRect] = {}
        self._size = (1, 1)

    def add(self, words: list[Word]) -> bool:
        """Make room for words; tell whether any was new, so that the picture must be painted again."""
        fresh = dict.fromkeys(word for word in words if word not in self._places)
        self._places.update({word: QRect() for word in fresh})
        return bool(fresh)

    def painted(self, font: QFont, colour: QColor, halo: QColor, ratio: float) -> QImage:
        """Paint all words, sharp at this device pixel ratio, each with a ``halo`` that parts it from the ground."""
        fonts = {False: QFont(font), True: QFont(font)}
        fonts[True].setBold(True)
        metrics = {is_name: QFontMetrics(each) for is_name, each in fonts.items()}
        top = wide = 0
        for word in self._places:
            text, is_name = word
            across = metrics[is_name].horizontalAdvance(text) + 2 * _PAD
            self._places[word] = QRect(0, top, across, metrics[is_name].height() + 2 * _PAD)
            top, wide = top + self._places[word].height(), max(wide, across)
        self._size = (max(1, wide), max(1, top))
        image = QImage(
            round(self._size[0] * ratio), round(self._size[1] * ratio), QImage.Format.Format_ARGB32_Premultiplied
        )
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        for (text, is_name), place in self._places.items():
            painter.setFont(fonts[is_name])
            painter.setPen(halo)
            for across, along in _AROUND:
                painter.drawText(place.translated(across, along), Qt.AlignmentFlag.AlignCenter, text)
            painter.setPen(colour)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return image

    def quads(self, labels: tuple[Label, ...], ratio: float) -> tuple[NDArray[np.void], NDArray[np.uint32]]:
        """Return the rectangles that show each label at its place, on whole device pixels."""
        vertices = np.zeros((len(labels), 4), dtype=_LAYOUT)
        for corners, label in zip(vertices, labels, strict=True):
            place = self._places[label.text, label.is_name]
            left = round((label.x - place.width() / 2) * ratio) / ratio
            top = round((label.y - place.height() / 2) * ratio) / ratio
            for corner, (x, y) in zip(corners, ((0, 0), (1, 0), (1, 1), (0, 1)), strict=True):
                corner["a_pixel"] = (left + x * place.width(), top + y * place.height())
                corner["a_texel"] = (
                    (place.left() + x * place.width()) / self._size[0],
                    (place.top() + y * place.height()) / self._size[1],
                )
        first = np.arange(len(labels), dtype=np.uint32)[:, None] * np.uint32(4)
        return vertices.ravel(), np.concatenate((first + [[0, 1, 2]], first + [[0, 2, 3]])).astype(np.uint32)
