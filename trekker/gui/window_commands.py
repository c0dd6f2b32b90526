"""Everything that a person can do in the main window, declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trekker.gui.commands import Command
from trekker.gui.party_commands import PartyCommands
from trekker.gui.setup import starting_one_at_random
from trekker.gui.theme import THEMES, Theme

if TYPE_CHECKING:
    from trekker.gui.main_window import MainWindow

_TEXT_STEP = 1.1
_PACE_STEP = 1.5


class WindowCommands(QObject):
    """Declares the commands of one main window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session, self._player = window.session, window.player

    def declare(self) -> tuple[Command, ...]:
        """Return every command, in the order of the sheet of shortcuts."""
        party = PartyCommands(self._window).declare()
        return (*self._walking(), *party, *self._opening(), *self._looking(), *self._dressing())

    def _walking(self) -> tuple[Command, ...]:
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

    def _opening(self) -> tuple[Command, ...]:
        window = self._window
        return (
            Command(
                "gallery",
                self.tr("Gallery…"),
                self.tr("Choose a mountain by its picture, its name or its story."),
                window.chooser.show_gallery,
                "G",
                "image-multiple-outline",
            ),
            Command(
                "formula",
                self.tr("Type a formula…"),
                self.tr("Type a mountain of your own: z = f(x, y)."),
                window.chooser.ask_for_formula,
                "F",
                "function-variant",
            ),
            Command(
                "bounds",
                self.tr("Change the map…"),
                self.tr("Show another part of this mountain, or more of it."),
                window.chooser.ask_for_bounds,
                "M",
                "arrow-expand-all",
                lambda: window.chooser.can_change_map,
            ),
            Command(
                "open_elevation",
                self.tr("Open elevation…"),
                self.tr("Open a measured mountain: an elevation grid, or a grey-scale picture."),
                window.chooser.ask_for_elevation,
                "Ctrl+E",
                "terrain",
            ),
            Command(
                "open",
                self.tr("Open data…"),
                self.tr("Open a table of your own and fit a line to it."),
                window.ask_for_table,
                "Ctrl+O",
                "table",
            ),
            Command(
                "random_start",
                self.tr("Random start"),
                self.tr("Start at a random place, drawn from the next seed."),
                lambda: self._session.edit(starting_one_at_random(self._session.scenario, self._session.selected)),
                "N",
                "dice-multiple-outline",
                lambda: self._session.ground is not None,
            ),
            Command(
                "optimizer",
                self.tr("Choose an optimizer…"),
                self.tr("See all optimizers with their formulas, ideas and papers."),
                lambda: window.trekker.choose_rule(),
                "O",
                "magnify",
            ),
            Command("quit", self.tr("Quit"), self.tr("Close the program."), window.close, "Ctrl+Q", "exit-to-app"),
        )

    def _looking(self) -> tuple[Command, ...]:
        window = self._window
        return (
            Command(
                "blindfold",
                self.tr("Blindfold"),
                self.tr("Hide all but the ground that the trekker can feel, or show it again."),
                window.toggle_blindfold,
                "B",
                "eye-off-outline",
                checked=lambda: window.mountain.blindfolded,
            ),
            Command(
                "whole_mountain",
                self.tr("Whole mountain"),
                self.tr("Look at the whole mountain again."),
                lambda: window.mountain.look_at_all(),
                "0",
                "image-filter-hdr",
            ),
            Command(
                "log_scale",
                self.tr("Logarithmic cost"),
                self.tr("Show the cost on a logarithmic or a linear axis."),
                lambda: window.cost.toggle_scale(),
                "L",
                checked=lambda: window.cost.logarithmic,
            ),
            Command(
                "full_screen",
                self.tr("Full screen"),
                self.tr("Fill the screen, for a class to see."),
                window.toggle_full_screen,
                "F11",
                "fullscreen",
                checked=window.isFullScreen,
            ),
            Command(
                "shortcuts",
                self.tr("Keys"),
                self.tr("Show every key and what it does."),
                window.show_shortcuts,
                "F1; ?",
                "keyboard-outline",
            ),
        )

    def _dressing(self) -> tuple[Command, ...]:
        window = self._window
        names = (self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        return (
            *(self._theme(theme, name) for theme, name in zip(THEMES, names, strict=True)),
            Command(
                "larger",
                self.tr("Larger text"),
                self.tr("Make every text larger."),
                lambda: window.set_text_scale(window.text_scale * _TEXT_STEP),
                "Ctrl++; Ctrl+=",
            ),
            Command(
                "smaller",
                self.tr("Smaller text"),
                self.tr("Make every text smaller."),
                lambda: window.set_text_scale(window.text_scale / _TEXT_STEP),
                "Ctrl+-",
            ),
            Command(
                "normal_size",
                self.tr("Normal text"),
                self.tr("Give every text its normal size."),
                lambda: window.set_text_scale(1.0),
                "Ctrl+0",
            ),
        )

    def _theme(self, theme: Theme, name: str) -> Command:
        return Command(
            f"theme_{theme.name}",
            name,
            self.tr("Wear these colours: {name}.").format(name=name),
            lambda: self._window.set_theme(theme),
            checked=lambda: self._window.theme is theme,
        )
