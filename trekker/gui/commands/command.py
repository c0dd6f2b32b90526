"""Commands: each declared once, with its text, shortcut, icon, and when it can be used.

Menus, tool buttons, the sheet of shortcuts and the tests all go by this one declaration.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from trekker.gui.icons import blank_icon, icon


def _always() -> bool:
    return True


@dataclass(frozen=True)
class Command:
    """One thing that a person can do.

    Attributes:
        name: the name in the code and in tests.
        text: what it is called on screen, translated.
        hint: one sentence on what it does, translated.
        run: does it.
        shortcut: the keys; several are separated by "; ".
        icon: the name of its picture; empty for none.
        enabled: whether it can be done now.
        checked: whether it is switched on; None for a command that is no switch.
    """

    name: str
    text: str
    hint: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[], bool] = _always
    checked: Callable[[], bool] | None = None


class Commands(QObject):
    """The window's commands, as Qt actions by name; call :meth:`refresh` once what they look at is there."""

    def __init__(self, commands: Iterable[Command], parent: QObject) -> None:
        super().__init__(parent)
        self.all: tuple[Command, ...] = tuple(commands)
        self._actions = {command.name: self._action(command) for command in self.all}

    def __getitem__(self, name: str) -> QAction:
        """Return the action of a command."""
        return self._actions[name]

    def refresh(self) -> None:
        """Show which commands can be used now, and which are switched on."""
        for command in self.all:
            action = self._actions[command.name]
            action.setEnabled(command.enabled())
            if command.checked is not None:
                action.setChecked(command.checked())

    def redraw_icons(self) -> None:
        """Draw the icons in the palette's colours."""
        for command in self.all:
            if command.icon:
                self._actions[command.name].setIcon(icon(command.icon))

    def _action(self, command: Command) -> QAction:
        action = QAction(command.text, self)
        action.setObjectName(command.name)
        if command.icon:
            action.setIcon(blank_icon())
        keys = [QKeySequence(each) for each in command.shortcut.split("; ") if each]
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        action.setToolTip(f"{command.hint} ({shown})" if shown else command.hint)
        action.setStatusTip(command.hint)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda: self._run(command))
        return action

    def _run(self, command: Command) -> None:
        command.run()
        self.refresh()
