"""A classifier of many inputs, which no plane can show: the confusion matrix of its classes."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.background.latest import Latest
from trekker.gui.background.workbench import Workbench
from trekker.gui.panels.fits.accuracy import accuracy_sentence
from trekker.gui.panels.fits.confusion_table import ConfusionTable, Counts
from trekker.gui.panels.fits.thinning import most_judged
from trekker.gui.panels.fits.view import FitView, Here
from trekker.gui.texts import told
from trekker.gui.theme import Theme
from trekker.learning.confusion import confusion
from trekker.learning.data_ground import DataGround


class Count(NamedTuple):
    """Which classes are taken for which, and a sentence on it."""

    counts: Counts
    sentence: str


class Classes(FitView):
    """Shows which classes are taken for which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground: DataGround | None = None
        self.table = ConfusionTable()
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.caption)
        self._latest = Latest(self._show, self)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Classes told by more than two numbers."""
        return isinstance(ground, DataGround) and ground.classifies and len(ground.x) > 2

    def heading(self, ground: Any) -> str:
        """Say what is told."""
        return self.tr("Classes of {target}: true and told").format(target=told(ground.y))

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Take the classes; they wait for the trekker to be told."""
        self._latest.forget()
        self._ground = ground
        self.caption.setText("")

    def share(self, workbench: Workbench) -> None:
        """Take turns at this bench."""
        self._latest.share(workbench)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.table.dress(theme)

    def draw(self, here: Here) -> None:
        """Tell the classes from this place."""
        ground, theta = self._ground, here.theta
        if ground is not None:
            self._latest.ask(lambda: _count(ground, theta))

    @property
    def busy(self) -> bool:
        """Whether classes are being told."""
        return self._latest.busy

    def finish(self) -> None:
        """Wait until nothing is told any more."""
        self._latest.finish()

    def _show(self, count: Count) -> None:
        if self._ground is not None:
            self.table.show_counts(count.counts, self._ground.class_names)
            self.caption.setText(count.sentence)


def _count(ground: DataGround, theta: Array) -> Count:
    rows = ground.validation or ground.dataset
    every = max(1, -(-rows.row_count // most_judged(len(theta))))
    picked = rows.picked(slice(None, None, every))  # type: ignore[arg-type]  # any index of rows will do
    return Count(confusion(ground, theta, picked), accuracy_sentence(ground, theta))
