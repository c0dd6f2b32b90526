"""The sheet of keyboard shortcuts, made from the commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from trekker.gui.commands import Commands
from trekker.gui.panels.card import label


class ShortcutSheet(QDialog):
    """Shows every key and what it does."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        for row, command in enumerate(command for command in commands.all if command.shortcut):
            keys = commands[command.name].shortcuts()
            shown = " / ".join(each.toString(QKeySequence.SequenceFormat.NativeText) for each in keys)
            grid.addWidget(label(shown, "key"), row, 0)
            grid.addWidget(label(command.text), row, 1)
            grid.addWidget(label(command.hint, "hint"), row, 2)
        keys_of_the_scene = (
            (self.tr("Arrow keys"), self.tr("Turn the mountain"), self.tr("While the mountain has the focus.")),
            (self.tr("+ / −"), self.tr("Nearer / farther"), self.tr("While the mountain has the focus.")),
        )
        for texts in keys_of_the_scene:
            row = grid.rowCount()
            for column, (text, role) in enumerate(zip(texts, ("key", "", "hint"), strict=True)):
                grid.addWidget(label(text, role), row, column)
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
