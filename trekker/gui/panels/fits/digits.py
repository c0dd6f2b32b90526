"""Digits: some of those held out as they are read, the confusion matrix, the learned filters, and a digit to draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.background.latest import Latest
from trekker.gui.background.workbench import Workbench
from trekker.gui.panels.fits.accuracy import accuracy_sentence
from trekker.gui.panels.fits.confusion_table import ConfusionTable, Counts
from trekker.gui.panels.fits.digit_reader import DigitReader
from trekker.gui.panels.fits.pages import Pages
from trekker.gui.panels.fits.picture_sheet import Picture, PictureSheet, as_image, grey, two_sided
from trekker.gui.panels.fits.view import FitView, Here
from trekker.gui.theme import Theme
from trekker.learning.confusion import confusion
from trekker.learning.data_ground import DataGround
from trekker.learning.dataset import Dataset
from trekker.learning.pictures import first_filters, pictures_of, shows_pictures
from trekker.learning.softmax import SoftmaxRegression

_SHOWN = 24
_MOST_FILTERS = 32
_CHECKED = 1000
"""So many of the rows held out make up the confusion matrix at most."""


class Reading(NamedTuple):
    """All that one place makes of the pictures, ready to be shown."""

    pictures: tuple[Picture, ...]
    counts: Counts
    filters: tuple[Picture, ...]
    sentence: str


@dataclass(frozen=True, eq=False)
class Sample:
    """The pictures that are read again and again, in the theme's colours; its reader is no GUI thread.

    Attributes:
        ground: what learns to read them.
        theme: its colours.
    """

    ground: DataGround
    theme: Theme

    def read(self, theta: Array) -> Reading:
        """Read the pictures at ``theta``, shape (n,)."""
        ground = self.ground
        names = dict(zip(ground.classes.tolist(), ground.class_names, strict=True))
        with np.errstate(all="ignore"):
            said = ground.predict(theta, self._rows.numbers(ground.x))
            pictures = tuple(
                Picture(image, _words(names, true, read), wrong=bool(true != read))
                for image, true, read in zip(self._images, self._rows[ground.y], said, strict=True)
            )
            counts = confusion(ground, theta, _first(self._held_out, _CHECKED))
            return Reading(pictures, counts, self._filters(theta), accuracy_sentence(ground, theta))

    @property
    def _held_out(self) -> Dataset:
        return self.ground.validation or self.ground.dataset

    @cached_property
    def _rows(self) -> Dataset:
        """The first that are held out."""
        return _first(self._held_out, _SHOWN)

    @cached_property
    def _images(self) -> tuple[QImage, ...]:
        return tuple(as_image(grey(ink, self.theme)) for ink in pictures_of(self.ground, self._rows))

    def _filters(self, theta: Array) -> tuple[Picture, ...]:
        filters = first_filters(self.ground, theta)[:_MOST_FILTERS]
        names = _names(self.ground, len(filters))
        return tuple(
            Picture(as_image(two_sided(each, self.theme)), name) for each, name in zip(filters, names, strict=True)
        )


class Digits(FitView):
    """Four pages; what takes long on them is worked out off the GUI thread."""

    rank = 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample: Sample | None = None
        self._theta: Array | None = None
        self.pages = Pages()
        self.sheet = PictureSheet(self.tr("Digits as they are read"))
        self.table = ConfusionTable()
        self.filters = PictureSheet(self.tr("Learned filters"))
        self.filters.setToolTip(self.tr("Orange: ink there speaks for it. Blue: ink there speaks against it."))
        self.reader = DigitReader()
        for name, page in (
            (self.tr("Pictures"), self.sheet),
            (self.tr("Confusion"), self.table),
            (self.tr("Filters"), self.filters),
            (self.tr("Draw"), self.reader),
        ):
            self.pages.add(name, page)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.caption)
        self._latest = Latest(self._show, self)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Pictures of digits."""
        return shows_pictures(ground)

    def heading(self, ground: Any) -> str:
        """Say what is read."""
        return self.tr("Digits, as they are read")

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Take the pictures; they wait for the trekker to be read."""
        self._latest.forget()
        self._sample, self._theta = Sample(ground, self.theme), None
        self.sheet.show_pictures(())
        self.filters.show_pictures(())
        self.caption.setText("")

    def share(self, workbench: Workbench) -> None:
        """Take turns at this bench."""
        self._latest.share(workbench)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        for each in (self.sheet, self.table, self.filters, self.reader):
            each.dress(theme)
        if self._sample is not None:
            self._sample = Sample(self._sample.ground, theme)
            self._read()

    def arrange(self, *, large: bool) -> None:
        """Show all pages, or one."""
        self.pages.arrange(large=large)

    def draw(self, here: Here) -> None:
        """Read the pictures from this place."""
        if self._sample is None:
            return
        ground, theta = self._sample.ground, here.theta
        self._theta = theta
        self._read()
        names = ground.class_names
        self.reader.read_with(lambda picture: ground.probabilities(theta, picture.reshape(1, -1))[0], names)

    @property
    def busy(self) -> bool:
        """Whether the pictures are being read."""
        return self._latest.busy

    def finish(self) -> None:
        """Wait until nothing is read any more."""
        self._latest.finish()

    def _read(self) -> None:
        sample, theta = self._sample, self._theta
        if sample is not None and theta is not None:
            self._latest.ask(lambda: sample.read(theta))

    def _show(self, reading: Reading) -> None:
        if self._sample is None:
            return
        self.sheet.show_pictures(reading.pictures)
        self.table.show_counts(reading.counts, self._sample.ground.class_names)
        self.filters.show_pictures(reading.filters)
        self.caption.setText(reading.sentence)


def _names(ground: DataGround, count: int) -> Sequence[str]:
    """Name the filters: with one layer alone each speaks for one digit; hidden units have no names."""
    is_one_a_digit = isinstance(ground.model, SoftmaxRegression) and count == len(ground.classes)
    return ground.class_names if is_one_a_digit else [""] * count


def _first(rows: Dataset, count: int) -> Dataset:
    return rows.picked(np.arange(min(count, rows.row_count)))


def _words(names: Mapping[float, str], true: float, said: float) -> str:
    """Write what was read; where that is wrong, what it is before it: 7→1."""
    read = names.get(said, "?")
    return read if true == said else f"{names[true]}→{read}"
