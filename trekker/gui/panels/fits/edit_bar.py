"""The bar below the plot while points are edited: what mouse and keys do, and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trekker.gui.commands.command import Commands
from trekker.gui.panels.card import label
from trekker.gui.panels.command_buttons import small_button

_MOST_KEYS = 9


class EditBar(QWidget):
    """Says how points are edited; shown only while they are."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = label(role="hint", wrap=True)
        buttons = QHBoxLayout()
        for name in ("undo_edit", "restore_data"):
            buttons.addWidget(small_button(commands, name, text=True))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.hint)
        column.addLayout(buttons)
        self.hide()

    def show_hint(self, classes: int) -> None:
        """Say what can be done where points belong to so many classes; 0 where they have none."""
        hint = self.tr("Click: add. Drag or arrows: move. Right click or Delete: delete. Tab: next point.")
        if classes:
            keys = f"1–{min(classes, _MOST_KEYS)}"
            hint += " " + self.tr("Keys {keys}: its class.").format(keys=keys)
        self.hint.setText(hint)
