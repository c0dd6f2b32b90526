"""Everything that a person can do in the main window, declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trekker.gui.commands.command import Command
from trekker.gui.commands.fit import FitCommands
from trekker.gui.commands.hand import HandCommands
from trekker.gui.commands.party import PartyCommands
from trekker.gui.commands.scene import SceneCommands
from trekker.gui.ground_view import GroundView
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
        return (
            *self._walking(),
            *PartyCommands(self._window).declare(),
            *HandCommands(self._window).declare(),
            *self._opening(),
            *self._looking(),
            *FitCommands(self._window).declare(),
            *SceneCommands(self._window).declare(),
            *self._dressing(),
        )

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
                self.tr("Open a table of your own, and let a model learn from it."),
                window.ask_for_table,
                "Ctrl+O",
                "table",
            ),
            Command(
                "paste",
                self.tr("Paste data"),
                self.tr("Learn from rows that were copied out of a spreadsheet."),
                window.opener.paste,
                "Ctrl+V",
                "content-paste",
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
                window.sight.toggle,
                "B",
                "eye-off-outline",
                lambda: not window.sight.by_hand,
                lambda: not window.sight.sees_the_mountain,
            ),
            Command(
                "whole_mountain",
                self.tr("Whole mountain"),
                self.tr("Look at the whole mountain again."),
                lambda: window.mountain.look_at_all(),
                "0",
                "image-filter-hdr",
            ),
            *self._views(),
            self._cross_hair(),
            Command(
                "log_scale",
                self.tr("Logarithmic cost"),
                self.tr("Show the cost on a logarithmic or a linear axis."),
                lambda: window.cost.toggle_scale(),
                "L",
                checked=lambda: window.cost.logarithmic,
            ),
            Command(
                "layers",
                self.tr("Gradient by layer"),
                self.tr("Show how steep the cost is in each layer of a network, in place of the cost."),
                window.toggle_layers,
                "Y",
                enabled=lambda: window.layers.network is not None,
                checked=lambda: window.shows_layers,
            ),
            Command(
                "plot_settings",
                self.tr("What is plotted…"),
                self.tr("Choose what is plotted, against what, and how much it is smoothed."),
                lambda: window.cost.open_settings(),
                "Ctrl+P",
                enabled=lambda: self._session.ready,
            ),
            Command(
                "phase_plot",
                self.tr("Phase plot"),
                self.tr("Plot two quantities against each other, the slope against the cost at first."),
                lambda: window.cost.toggle_phase_plot(),
                "Ctrl+Shift+P",
                enabled=lambda: self._session.ready,
                checked=lambda: window.cost.is_phase_plot,
            ),
            Command(
                "explain",
                self.tr("Explain this step"),
                self.tr("Go through the step under the cursor line by line, with its numbers."),
                window.toggle_explanation,
                "X",
                "school-outline",
                lambda: self._session.ready,
                checked=lambda: window.step_card.isVisible(),
            ),
            Command(
                "next_line",
                self.tr("Next line"),
                self.tr("Go on to the next line of the step explained."),
                lambda: window.step_card.next_line(),
                "Ctrl+Down",
                "chevron-down",
                lambda: window.step_card.isVisible(),
            ),
            Command(
                "previous_line",
                self.tr("Previous line"),
                self.tr("Go back to the line before of the step explained."),
                lambda: window.step_card.previous_line(),
                "Ctrl+Up",
                "chevron-up",
                lambda: window.step_card.isVisible(),
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

    def _views(self) -> tuple[Command, ...]:
        window = self._window
        told = (
            (GroundView.MOUNTAIN, self.tr("Mountain"), self.tr("Show the ground in relief.")),
            (GroundView.MAP, self.tr("Map"), self.tr("Show the ground from above, with contour lines.")),
            (GroundView.BOTH, self.tr("Mountain and map"), self.tr("Show the mountain and the map side by side.")),
        )
        return (
            Command(
                "next_view",
                self.tr("Mountain, map or both"),
                self.tr("Change between mountain, map, and both side by side."),
                lambda: window.mountain.set_view(window.mountain.view.following),
                "V",
                enabled=lambda: window.mountain.can_show_mountain,
            ),
            *(self._view(view, name, hint) for view, name, hint in told),
            Command(
                "mini_map",
                self.tr("Mini-map"),
                self.tr("Show a small map in the corner of the mountain."),
                lambda: window.mountain.toggle_mini_map(),
                "Shift+M",
                enabled=lambda: window.mountain.can_show_mountain and window.sight.knows_the_ground,
                checked=lambda: window.mountain.wants_mini_map,
            ),
        )

    def _cross_hair(self) -> Command:
        window = self._window
        return Command(
            "cross_hair",
            self.tr("Cross-hair"),
            self.tr("Read the ground by arrow keys, finely with Ctrl; Enter starts there, Esc ends it."),
            lambda: window.mountain.toggle_cross_hair(),
            "Z",
            enabled=lambda: self._session.ready,
            checked=lambda: window.mountain.cross_hair.place is not None,
        )

    def _view(self, view: GroundView, name: str, hint: str) -> Command:
        window = self._window
        return Command(
            f"view_{view.value}",
            name,
            hint,
            lambda: window.mountain.set_view(view),
            enabled=lambda: window.mountain.can_show_mountain or view is GroundView.MAP,
            checked=lambda: window.mountain.view is view,
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
