"""A sheet of small grey pictures, each with a few words below, and a frame where something is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.gui.fitted_font import fitted
from trekker.gui.theme import LIGHT, Theme

_GAP = 6.0
_WORST = 1e-9


@dataclass(frozen=True, eq=False)
class Picture:
    """One picture of the sheet.

    Attributes:
        image: what is seen.
        words: what stands below.
        wrong: whether it is framed as a fault, and its words struck out in red.
    """

    image: QImage
    words: str = ""
    wrong: bool = False


class PictureSheet(QWidget):
    """Draws as large as they fit the pictures that it is given."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.pictures: tuple[Picture, ...] = ()
        self.setAccessibleName(accessible_name)
        self.setMinimumSize(120, 80)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def show_pictures(self, pictures: tuple[Picture, ...]) -> None:
        """Show other pictures."""
        self.pictures = pictures
        wrong = sum(each.wrong for each in pictures)
        words = ", ".join(each.words for each in pictures if each.words)
        self.setAccessibleDescription(f"{words} ({len(pictures) - wrong}/{len(pictures)})" if words else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Want little."""
        return QSize(240, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pictures in rows."""
        if not self.pictures:
            return
        painter = QPainter(self)
        has_words = any(each.words for each in self.pictures)
        below = self.fontMetrics().lineSpacing() if has_words else 0
        columns, side = _best_columns(len(self.pictures), self.width(), self.height(), below)
        painter.setFont(fitted(self.font(), (each.words for each in self.pictures), side + _GAP - 2, below or 1))
        left = (self.width() - columns * (side + _GAP) + _GAP) / 2
        for index, picture in enumerate(self.pictures):
            row, column = divmod(index, columns)
            box = QRectF(left + column * (side + _GAP), row * (side + below + _GAP), side, side)
            self._paint(painter, picture, box, below)

    def _paint(self, painter: QPainter, picture: Picture, box: QRectF, below: int) -> None:
        painter.drawImage(box, picture.image)
        theme, wrong = self._theme, picture.wrong
        painter.setPen(QPen(QColor(theme.bad if wrong else theme.border), 2 if wrong else 1))
        painter.drawRect(box)
        if below:
            painter.setPen(QColor(theme.bad if wrong else theme.text))
            words = QRectF(box.left() - _GAP / 2, box.bottom() + 1, box.width() + _GAP, below)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, picture.words)


def as_image(pixels: Array) -> QImage:
    """Return an image of its own of pixels (height, width, 3), uint8."""
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels, dtype=np.uint8)
    return QImage(data.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def grey(ink: Array, theme: Theme) -> Array:
    """Return the pixels of ink from 0 to 1, shape (h, w), from the theme's paper to its text; (h, w, 3), uint8."""
    return _mixed(np.clip(np.nan_to_num(ink), 0.0, 1.0)[..., np.newaxis], theme.field, theme.text)


def two_sided(weights: Array, theme: Theme, largest: float | None = None) -> Array:
    """Return the pixels of weights, shape (h, w): orange above 0, blue below, paper at 0; (h, w, 3), uint8."""
    with np.errstate(all="ignore"):
        share = np.nan_to_num(weights / max(largest or float(np.abs(weights).max()), _WORST))[..., np.newaxis]
    above, below = np.clip(share, 0.0, 1.0), np.clip(-share, 0.0, 1.0)
    warm, cold = _mixed(above, theme.field, "#e69f00"), _mixed(below, theme.field, "#0072b2")
    return np.where(share >= 0.0, warm, cold).astype(np.uint8)


def _mixed(share: Array, paper: str, ink: str) -> Array:
    ends = [np.array([each.red(), each.green(), each.blue()]) for each in (QColor(paper), QColor(ink))]
    return np.asarray(ends[0] * (1.0 - share) + ends[1] * share).round().astype(np.uint8)


def _best_columns(count: int, width: float, height: float, below: float) -> tuple[int, float]:
    """Return in how many columns the pictures are largest, and their side then."""

    def side(columns: int) -> float:
        rows = -(-count // columns)
        return max(4.0, min((width + _GAP) / columns - _GAP, (height + _GAP) / rows - below - _GAP) - 1.0)

    best = max(range(1, count + 1), key=side)
    return best, float(np.floor(side(best)))
