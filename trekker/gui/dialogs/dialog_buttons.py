"""The two buttons at the foot of a dialog that opens something."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def open_and_cancel(dialog: QDialog) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the row of buttons and its Open, which Enter presses; Cancel rejects the dialog."""
    standard = QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
    buttons = QDialogButtonBox(standard, dialog)  # only a button inside the dialog stays its default
    for each in buttons.buttons():
        each.setIcon(QIcon())
    buttons.rejected.connect(dialog.reject)
    opening = buttons.button(QDialogButtonBox.StandardButton.Open)
    opening.setDefault(True)
    return buttons, opening
