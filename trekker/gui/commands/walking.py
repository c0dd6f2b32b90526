"""What makes the trekkers walk, declared: steps, pace, the timeline's events."""

from __future__ import annotations

from trekker.gui.commands.command import Command
from trekker.gui.commands.group import CommandGroup

_PACE_STEP = 1.5


class WalkingCommands(CommandGroup):
    """Declares the commands of one main window's walk."""

    def declare(self) -> tuple[Command, ...]:
        """Return the commands, in the order of the sheet of shortcuts."""
        session, player = self._session, self._player
        return (
            Command(
                "walk",
                self.tr("Walk"),
                self.tr("Walk down the mountain, or pause."),
                player.toggle,
                "Space",
                "play",
                lambda: session.ground is not None,
            ),
            Command(
                "step",
                self.tr("One step"),
                self.tr("Take one step."),
                player.step,
                ".; Ctrl+Right",
                "step-forward",
                lambda: session.ready and not session.at_the_end,
            ),
            Command(
                "step_back",
                self.tr("Step back"),
                self.tr("Go back by one step."),
                player.step_back,
                ",; Ctrl+Left",
                "step-backward",
                lambda: session.cursor > 0,
            ),
            Command(
                "reset",
                self.tr("Reset"),
                self.tr("Go back to the start."),
                player.reset,
                "R",
                "skip-backward",
                lambda: session.ready,
            ),
            Command(
                "walk_backwards",
                self.tr("Walk backwards"),
                self.tr("Play the walk backwards, or pause."),
                player.toggle_backwards,
                "Shift+Space",
                "play",
                lambda: session.cursor > 0 or player.playing,
            ),
            Command(
                "loop",
                self.tr("Loop"),
                self.tr("Play a walk that has ended over and over."),
                lambda: player.set_looping(not player.looping),
                "Shift+L",
                "repeat",
                checked=lambda: player.looping,
            ),
            Command(
                "next_event",
                self.tr("Next event"),
                self.tr("Go to the next marked step: an ascent, a ridge, an edit, an end."),
                lambda: self._window.timeline.go_to_event(1),
                "Shift+.; >",
                "skip-next",
                lambda: session.cursor < session.length,
            ),
            Command(
                "previous_event",
                self.tr("Previous event"),
                self.tr("Go back to the marked step before."),
                lambda: self._window.timeline.go_to_event(-1),
                "Shift+,; <",
                "skip-previous",
                lambda: session.cursor > 0,
            ),
            Command(
                "faster",
                self.tr("Faster"),
                self.tr("Walk at a quicker pace."),
                lambda: player.set_speed(player.speed * _PACE_STEP),
                "]",
            ),
            Command(
                "slower",
                self.tr("Slower"),
                self.tr("Walk at a slower pace."),
                lambda: player.set_speed(player.speed / _PACE_STEP),
                "[",
            ),
        )
