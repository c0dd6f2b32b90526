"""What all groups of commands have in common: they belong to one main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trekker.gui.commands.command import Command

if TYPE_CHECKING:
    from trekker.gui.main_window import MainWindow


class CommandGroup(QObject):
    """Declares some of the commands of one main window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session, self._player = window.session, window.player

    def declare(self) -> tuple[Command, ...]:
        """Return the commands, in the order of the sheet of shortcuts."""
        raise NotImplementedError
