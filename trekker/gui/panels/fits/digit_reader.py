"""A digit is drawn, and read as one draws: paper, what the model sees of it, and how likely it holds each digit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from trekker.cost import Array
from trekker.gui.panels.fits.belief_bars import BeliefBars
from trekker.gui.panels.fits.digit_pad import DigitPad
from trekker.gui.panels.fits.picture_sheet import Picture, PictureSheet, as_image, grey
from trekker.gui.panels.fits.strokes import reduced
from trekker.gui.panels.live_text import LiveText
from trekker.gui.theme import LIGHT, Theme
from trekker.messages import percent

Reader = Callable[[Array], Array]
"""Tells how likely a picture (8, 8) shows each of the K digits, shape (K,)."""


class DigitReader(QWidget):
    """Paper on the left, the ten bars on the right, and the answer below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._reader: Reader | None = None
        self._labels: tuple[str, ...] = ()
        self.pad = DigitPad()
        self.bars = BeliefBars(self.tr("How likely each digit is"))
        self.seen = PictureSheet(self.tr("What the model sees"))
        self.seen.setFixedSize(40, 40)
        self.seen.hide()  # nothing is drawn, and so nothing seen
        self.seen.setToolTip(self.seen.accessibleName())
        self.answer = LiveText()
        self.clear = QPushButton(self.tr("Clear"))
        self.clear.setAccessibleName(self.tr("Clear the paper"))
        self.clear.clicked.connect(self.pad.clear)
        self.pad.drawn.connect(self.read)
        pictures = QHBoxLayout()
        pictures.addWidget(self.pad, 1)
        pictures.addWidget(self.bars, 1)
        below = QHBoxLayout()
        below.addWidget(self.clear)
        below.addWidget(self.seen)
        below.addWidget(self.answer, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(pictures, 1)
        column.addLayout(below)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        for each in (self.pad, self.bars, self.seen):
            each.dress(theme)
        self.read()

    def read_with(self, reader: Reader, labels: Sequence[str]) -> None:
        """Read what is drawn with another model, or with the same at another place."""
        self._reader, self._labels = reader, tuple(labels)
        self.read()

    def read(self) -> None:
        """Read what is drawn."""
        strokes = self.pad.strokes
        picture = reduced(strokes)
        self.seen.show_pictures((Picture(as_image(grey(picture, self._theme))),) if strokes else ())
        self.seen.setVisible(bool(strokes))
        if self._reader is None or not strokes:
            self.bars.show_beliefs(self._labels, np.zeros(len(self._labels)))
            self.answer.setText("")
            return
        believed = self._reader(picture)
        self.bars.show_beliefs(self._labels, believed)
        if not np.isfinite(believed).all():
            self.answer.setText(self.tr("Nothing can be read from here."))
            return
        best = int(believed.argmax())
        self.answer.setText(
            self.tr("Read as {digit}: {share}").format(digit=self._labels[best], share=percent(believed[best]))
        )
