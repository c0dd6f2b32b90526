"""Everything that a person who walks by hand can do, declared."""

from __future__ import annotations

from trekker.gui.commands.command import Command
from trekker.gui.commands.group import CommandGroup


class HandCommands(CommandGroup):
    """Declares the commands of the mode in which you are the trekker."""

    def declare(self) -> tuple[Command, ...]:
        """Return the commands, in the order of the sheet of shortcuts."""
        window, session = self._window, self._session
        return (
            Command(
                "hand",
                self.tr("You are the trekker"),
                self.tr(
                    "Walk blindfolded yourself, by the slope alone, on ground of two parameters; or stop doing so."
                ),
                lambda: window.hand.leave() if window.hand.active else window.hand.begin(),
                "J",
                "hiking",
                lambda: window.hand.active or window.hand.can_begin,
                lambda: window.hand.active,
            ),
            Command(
                "hand_step",
                self.tr("Take the step"),
                self.tr("Step where you point, as far as you have chosen."),
                window.player.step,
                "Shift+J",
                "shoe-print",
                lambda: session.person is not None,
            ),
            Command(
                "hand_compare",
                self.tr("Compare with the rules"),
                self.tr("Take the blindfold off, and let the rules walk as many steps from the same place."),
                lambda: window.hand.compare(),
                "Ctrl+J",
                "podium",
                lambda: window.hand.can_compare,
            ),
            Command(
                "hand_again",
                self.tr("Try again"),
                self.tr("Put the blindfold on again, and walk by hand from the same start once more."),
                lambda: window.hand.begin(),
                "Ctrl+Shift+J",
                "restart",
                lambda: window.hand.active and session.ready,
            ),
        )
