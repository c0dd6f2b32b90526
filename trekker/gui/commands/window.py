"""Everything that a person can do in the main window, in the order of the sheet of shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trekker.gui.commands.command import Command
from trekker.gui.commands.dressing import DressingCommands
from trekker.gui.commands.fit import FitCommands
from trekker.gui.commands.hand import HandCommands
from trekker.gui.commands.opening import OpeningCommands
from trekker.gui.commands.party import PartyCommands
from trekker.gui.commands.plots import PlotCommands
from trekker.gui.commands.scene import SceneCommands
from trekker.gui.commands.views import ViewCommands
from trekker.gui.commands.walking import WalkingCommands

if TYPE_CHECKING:
    from trekker.gui.main_window import MainWindow

_GROUPS = (
    WalkingCommands,
    PartyCommands,
    HandCommands,
    OpeningCommands,
    ViewCommands,
    PlotCommands,
    FitCommands,
    SceneCommands,
    DressingCommands,
)


def declare(window: MainWindow) -> tuple[Command, ...]:
    """Return every command of a main window."""
    return tuple(command for group in _GROUPS for command in group(window).declare())
