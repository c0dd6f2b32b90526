"""Small pictures of grounds: drawn one after the other off the GUI thread, and kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from trekker.ground import Ground
from trekker.gui.background.jobs import Jobs
from trekker.gui.relief_picture import Picture, picture_of
from trekker.walk.grounds import GroundChoice

THUMBNAIL = QSize(132, 92)
"""The size of a thumbnail in a window at text scale 1, before the screen's pixel ratio."""
_MUTED = "#808890"
"""Seen on light and on dark."""


@dataclass(frozen=True, eq=False)
class Sketch:
    """A ground that was looked at, and its picture."""

    ground: Ground
    image: QImage


class Thumbnails(QObject):
    """Draws what is wanted, the first first; what was drawn once is there at once.

    Attributes:
        drawn: the sketch of this choice is there now.
    """

    drawn = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._sketches: dict[GroundChoice, Sketch] = {}
        self._wanted: deque[GroundChoice] = deque()

    def sketch(self, choice: GroundChoice) -> Sketch | None:
        """Return the sketch of a choice; None as long as it is not there."""
        return self._sketches.get(choice)

    def want(self, choices: Iterable[GroundChoice], ratio: float) -> None:
        """Ask for these, drawn for a screen with ``ratio`` pixels to a point; what was asked for before is dropped."""
        self._wanted = deque(choice for choice in choices if choice not in self._sketches)
        if not self._jobs.busy:
            self._draw_next(ratio)

    def rest(self) -> None:
        """Draw no more than what is under way."""
        self._wanted.clear()

    def close(self) -> None:
        """Give up what is under way, and wait until it is gone."""
        self._wanted.clear()
        self._jobs.wait()

    def _draw_next(self, ratio: float) -> None:
        if not self._wanted:
            return
        choice = self._wanted.popleft()

        def keep(sketch: Sketch) -> None:
            self._sketches[choice] = sketch
            self.drawn.emit(choice)
            self._draw_next(ratio)

        self._jobs.start(lambda _: sketched(choice, THUMBNAIL, ratio), keep, lambda _: self._draw_next(ratio))


def sketched(choice: GroundChoice, size: QSize, ratio: float) -> Sketch:
    """Open a ground and draw it; takes some 30 ms, on any thread.

    Raises:
        ValueError: where the ground can't be opened; one sentence.
    """
    ground = choice.open()
    width, height = round(size.width() * ratio), round(size.height() * ratio)
    if ground.cost.dimension == len(ground.bounds.size):
        image = as_image(picture_of(ground, width, height))
    else:
        image = _without_mountain(ground.cost.dimension, width, height)
    image.setDevicePixelRatio(ratio)
    return Sketch(ground, image)


def _without_mountain(parameters: int, width: int, height: int) -> QImage:
    """Return what stands for a ground that no single picture shows, and that takes long to look over: its size."""
    image = QImage(width, height, QImage.Format.Format_RGBA8888_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    font = painter.font()
    font.setPixelSize(max(1, height // 5))
    painter.setFont(font)
    painter.setPen(QColor(_MUTED))
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, f"n = {parameters}")
    painter.end()
    return image


def as_image(picture: Picture) -> QImage:
    """Return a premultiplied picture (height, width, 4) as an image of its own."""
    height, width, _ = picture.shape
    image = QImage(picture.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888_Premultiplied)
    return image.copy()
