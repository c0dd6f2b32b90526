"""Four fields for the map of a ground: from where to where it reaches along both axes."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from trekker.ground import Bounds
from trekker.gui.panels.card import label
from trekker.gui.texts import told


class BoundsFields(QWidget):
    """Edits a map.

    Attributes:
        edited: what stands in the fields has changed; :attr:`bounds` and :attr:`problem` say what it means.
    """

    edited = Signal()

    def __init__(self, axes: tuple[str, str], bounds: Bounds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axes = axes = (told(axes[0]), told(axes[1]))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.fields = tuple(QLineEdit() for _ in range(4))
        for row, axis in enumerate(axes):
            low, high = self.fields[2 * row : 2 * row + 2]
            low.setAccessibleName(self.tr("{axis} from").format(axis=axis))
            high.setAccessibleName(self.tr("{axis} to").format(axis=axis))
            for column, each in enumerate(
                (label(self.tr("{axis} from").format(axis=axis)), low, label(self.tr("to")), high)
            ):
                grid.addWidget(each, row, column)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.sentence = label(role="error", wrap=True)
        grid.addWidget(self.sentence, 2, 0, 1, 4)
        self.set_bounds(bounds)
        for field in self.fields:
            field.setMinimumHeight(field.sizeHint().height())
            field.textChanged.connect(self._check)

    @property
    def bounds(self) -> Bounds | None:
        """The map; None where it is not one."""
        if self.problem:
            return None
        x_min, x_max, y_min, y_max = (_number(field.text()) for field in self.fields)
        return Bounds(x_min, x_max, y_min, y_max)

    @property
    def problem(self) -> str:
        """What is wrong, and what would be right; empty where nothing is."""
        for axis, low, high in zip(self._axes, self.fields[::2], self.fields[1::2], strict=True):
            for field in (low, high):
                if not math.isfinite(_number(field.text())):
                    return self.tr("“{field}” must be a number, such as −2.5.").format(field=field.accessibleName())
            if _number(low.text()) >= _number(high.text()):
                return self.tr("{axis} must run from a smaller number to a larger one.").format(axis=axis)
        return ""

    def set_bounds(self, bounds: Bounds) -> None:
        """Show a map."""
        for field, value in zip(self.fields, (bounds.x_min, bounds.x_max, bounds.y_min, bounds.y_max), strict=True):
            field.setText(f"{value:.10g}")

    def _check(self) -> None:
        self.sentence.setText(self.problem)
        self.edited.emit()


def _number(text: str) -> float:
    """Return a typed number, whatever its minus sign and wherever its digits are from; NaN where it is none."""
    try:
        return float(text.strip().replace("−", "-"))
    except ValueError:
        return math.nan
