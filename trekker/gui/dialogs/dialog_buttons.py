"""The two buttons at the foot of a dialog that opens something."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def open_and_cancel(dialog: QDialog) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the row of buttons and its Open, which Enter presses; Cancel rejects the dialog."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
    for each in buttons.buttons():
        each.setIcon(QIcon())
    buttons.rejected.connect(dialog.reject)
    opening = buttons.button(QDialogButtonBox.StandardButton.Open)
    opening.setDefault(True)
    return buttons, opening
