"""The sheet of keyboard shortcuts, made from the commands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from trekker.gui.commands import Commands
from trekker.gui.panels.card import label

_SHARE = 0.9  # of the window, at most
_LETTERS = 130  # in a line: more are harder to read than two lines


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
            grid.addWidget(label(command.hint, "hint", wrap=True), row, 2)
        keys_of_the_scene = (
            (self.tr("Arrow keys"), self.tr("Turn the mountain"), self.tr("While the mountain has the focus.")),
            (self.tr("+ / −"), self.tr("Nearer / farther"), self.tr("While the mountain has the focus.")),
        )
        for texts in keys_of_the_scene:
            row = grid.rowCount()
            for column, (text, role) in enumerate(zip(texts, ("key", "", "hint"), strict=True)):
                grid.addWidget(label(text, role, wrap=role == "hint"), row, column)
        grid.setColumnStretch(2, 1)
        sheet = QWidget()
        sheet.setObjectName("column")
        sheet.setLayout(grid)
        area = QScrollArea()
        area.setAccessibleName(self.tr("Keys"))
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        room = self.screen().availableSize() if parent is None else parent.window().size()
        most = QSize(round(_SHARE * room.width()), round(_SHARE * room.height()))
        self.resize(min(most.width(), _LETTERS * self.fontMetrics().averageCharWidth()), most.height())
