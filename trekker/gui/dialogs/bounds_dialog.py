"""Another map of what is open: a part of it, or more of it; of measured ground, stretched upwards, too."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from trekker.ground import Ground
from trekker.gui.dialogs.bounds_fields import BoundsFields
from trekker.gui.dialogs.dialog_buttons import open_and_cancel
from trekker.gui.dialogs.exaggeration_row import ExaggerationRow
from trekker.gui.panels.card import label
from trekker.gui.texts import core_text
from trekker.walk.grounds import GroundChoice, exaggeration_of, with_bounds, with_exaggeration

_FACTOR = 1.5


class BoundsDialog(QDialog):
    """Lets a person choose the map; stays until the ground is open on it.

    Attributes:
        wanted: this ground is wanted, a GroundChoice.
        exaggeration: the row for the vertical exaggeration; None where the ground was not measured.
    """

    wanted = Signal(object)

    def __init__(self, choice: GroundChoice, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Map of {title}").format(title=core_text(ground.title)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choice = choice
        self.fields = BoundsFields(ground.axes, ground.bounds)
        self._shown = self.fields.bounds  # the map of what is open, in as many digits as the fields have
        stretched = exaggeration_of(choice)
        self.exaggeration = None if stretched is None else ExaggerationRow(stretched)
        self.problem = label(role="error", wrap=True)
        nearer, farther = QPushButton(self.tr("Closer")), QPushButton(self.tr("Wider"))
        nearer.clicked.connect(lambda: self._widen(1 / _FACTOR))
        farther.clicked.connect(lambda: self._widen(_FACTOR))
        row = QHBoxLayout()
        for button in (nearer, farther):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        buttons, self._open = open_and_cancel(self)
        self._open.clicked.connect(self._want)
        layout = QVBoxLayout(self)
        layout.addWidget(label(self.tr("The map shows this part of the ground."), "hint", wrap=True))
        layout.addWidget(self.fields)
        layout.addLayout(row)
        if self.exaggeration is not None:
            layout.addWidget(self.exaggeration)
            self.exaggeration.edited.connect(self._check)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        self.setMinimumWidth(380)
        self.fields.edited.connect(self._check)
        self.fields.fields[0].selectAll()

    def refuse(self, sentence: str) -> None:
        """Say why the ground can't be opened on this map."""
        self.problem.setText(sentence)

    def _widen(self, factor: float) -> None:
        if self.fields.bounds is not None:
            self.fields.set_bounds(self.fields.bounds.widened(factor))

    @property
    def choice(self) -> GroundChoice | None:
        """The ground as the fields say; None where one of them is wrong."""
        bounds = self.fields.bounds
        if bounds is None:
            return None
        choice = self._choice if bounds == self._shown else with_bounds(self._choice, bounds)
        if choice is None or self.exaggeration is None:
            return choice
        return None if self.exaggeration.value is None else with_exaggeration(choice, self.exaggeration.value)

    def _check(self) -> None:
        self._open.setEnabled(self.choice is not None)

    def _want(self) -> None:
        if self.choice is not None:
            self.problem.clear()
            self.wanted.emit(self.choice)
