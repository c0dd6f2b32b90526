"""The sheet of keyboard shortcuts, made from the commands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from trekker.gui.commands.command import Commands
from trekker.gui.panels.card import label

_SHARE = 0.92  # of the window: so much of it the sheet may cover
_WIDEST = 150  # letters, about


class ShortcutSheet(QDialog):
    """Shows every key and what it does; longer than the window it scrolls."""

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcut_sheet")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setHorizontalSpacing(18)
        for row, texts in enumerate((*self._of_commands(commands), *self._of_the_ground())):
            for column, (text, role) in enumerate(zip(texts, ("key", "", "hint"), strict=True)):
                grid.addWidget(label(text, role, wrap=role == "hint"), row, column)
        grid.setColumnStretch(2, 1)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(self.windowTitle())
        self._area.setWidget(rows)
        layout = QVBoxLayout(self)
        layout.addWidget(self._area)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._area.setFocus()
        self.resize(parent.size().boundedTo(QSize(_WIDEST * self.fontMetrics().averageCharWidth(), 10_000)) * _SHARE)

    def _of_commands(self, commands: Commands) -> list[tuple[str, str, str]]:
        """Return the keys of every command that has some, what it is called and what it does."""
        found = []
        for command in commands.all:
            if command.shortcut:
                keys = commands[command.name].shortcuts()
                shown = " / ".join(each.toString(QKeySequence.SequenceFormat.NativeText) for each in keys)
                found.append((shown, command.text, command.hint))
        return found

    def _of_the_ground(self) -> tuple[tuple[str, str, str], ...]:
        """Return the keys that mountain and map answer themselves."""
        focused = self.tr("While the mountain or the map has the focus.")
        return (
            (self.tr("Arrow keys"), self.tr("Turn the mountain, move the map"), focused),
            (self.tr("Alt + arrow keys"), self.tr("Move the mountain"), focused),
            (self.tr("+ / −"), self.tr("Nearer / farther"), focused),
            (self.tr("Home"), self.tr("Whole mountain"), focused),
            (self.tr("Shift + arrow keys"), self.tr("Push the trekker to another start"), focused),
        )
