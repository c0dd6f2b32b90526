"""A field for the vertical exaggeration of measured ground."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from trekker.gui.panels.card import label
from trekker.gui.panels.number_field import written
from trekker.gui.texts import core_text
from trekker.walk.grounds import exaggeration_knob


class ExaggerationRow(QWidget):
    """Edits how far heights are stretched; what is typed stays as it is until it is right.

    Attributes:
        edited: what stands in the field has changed; :attr:`value` says what it means.
    """

    edited = Signal()

    def __init__(self, exaggeration: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knob = exaggeration_knob()
        name = core_text(self._knob.label)
        self.field = QLineEdit(written(exaggeration))
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(core_text(self._knob.hint))
        self.field.setToolTip(core_text(self._knob.hint))
        caption = label(f"{name} {self._knob.symbol}")
        caption.setBuddy(self.field)
        self.sentence = label(role="error", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(caption, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(label(core_text(self._knob.hint), "hint", wrap=True), 1, 0, 1, 2)
        grid.addWidget(self.sentence, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.field.setMinimumHeight(self.field.sizeHint().height())
        self.field.textChanged.connect(self._check)

    @property
    def value(self) -> float | None:
        """The exaggeration; None where the field holds none that is allowed."""
        try:
            return float(self._knob.read(self.field.text().strip().replace("−", "-")))
        except ValueError:
            return None

    def _check(self) -> None:
        sentence = self.tr("“{field}” must be a number from {low} to {high}.")
        allowed = self.value is not None
        self.sentence.setText(
            ""
            if allowed
            else sentence.format(
                field=self.field.accessibleName(), low=written(self._knob.low), high=written(self._knob.high)
            )
        )
        self.edited.emit()
