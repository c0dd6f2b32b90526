"""All words of the axes on one small picture, from which rectangles show each at its place."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from trekker.gui.scene.axis_layout import Label

WORDS = np.dtype([("a_pixel", "f4", 2), ("a_texel", "f4", 2)])
"""A rectangle's corner: its place in the widget's pixels, and in the picture of words from 0 to 1."""

HALO_ALPHA = 90
"""How opaque the edge is that parts words from the ground behind them."""

_PAD = 3
_EDGE = 2.0  # pixels: no word is cut off by the left or upper edge of the picture
_CORNERS = np.array(((0, 0), (1, 0), (1, 1), (0, 1)))
_AROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)

Word = tuple[str, bool]


class Sheet:
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
        for is_name, each in fonts.items():  # what is not set here, a painter takes from the application's font
            each.setPointSizeF(font.pointSizeF())
            each.setBold(is_name)
        metrics = {is_name: QFontMetrics(each) for is_name, each in fonts.items()}
        top = wide = 0
        for word in self._places:
            text, is_name = word
            lines = text.split("\n")
            across = max(map(metrics[is_name].horizontalAdvance, lines)) + 2 * _PAD
            self._places[word] = QRect(0, top, across, len(lines) * metrics[is_name].lineSpacing() + 2 * _PAD)
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
        places = [self._places[label.text, label.is_name] for label in labels]
        sizes = np.array([(place.width(), place.height()) for place in places]).reshape(-1, 2)
        middles = np.array([(label.x, label.y) for label in labels]).reshape(-1, 2)
        corners = np.round(np.maximum(middles - sizes / 2, _EDGE) * ratio) / ratio
        tops = np.array([(place.left(), place.top()) for place in places]).reshape(-1, 2)
        vertices = np.zeros((len(labels), 4), dtype=WORDS)
        spread = sizes[:, None] * _CORNERS
        vertices["a_pixel"] = corners[:, None] + spread
        vertices["a_texel"] = (tops[:, None] + spread) / self._size
        halves = np.array(((0, 1, 2), (0, 2, 3)), dtype=np.uint32)
        first = np.arange(len(labels), dtype=np.uint32) * np.uint32(4)
        return vertices.ravel(), (first[:, None, None] + halves).reshape(-1, 3)
