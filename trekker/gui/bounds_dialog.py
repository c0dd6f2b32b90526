"""Another map of what is open: a part of it, or more of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from trekker.ground import Ground
from trekker.gui.bounds_fields import BoundsFields
from trekker.gui.dialog_buttons import open_and_cancel
from trekker.gui.panels.card import label
from trekker.gui.texts import core_text

_FACTOR = 1.5


class BoundsDialog(QDialog):
    """Lets a person choose the map; stays until the ground is open on it.

    Attributes:
        wanted: this map is wanted, as Bounds.
    """

    wanted = Signal(object)

    def __init__(self, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Map of {title}").format(title=core_text(ground.title)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields = BoundsFields(ground.axes, ground.bounds)
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
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        self.setMinimumWidth(380)
        self.fields.edited.connect(lambda: self._open.setEnabled(self.fields.bounds is not None))
        self.fields.fields[0].selectAll()

    def refuse(self, sentence: str) -> None:
        """Say why the ground can't be opened on this map."""
        self.problem.setText(sentence)

    def _widen(self, factor: float) -> None:
        if self.fields.bounds is not None:
            self.fields.set_bounds(self.fields.bounds.widened(factor))

    def _want(self) -> None:
        if self.fields.bounds is not None:
            self.problem.clear()
            self.wanted.emit(self.fields.bounds)
