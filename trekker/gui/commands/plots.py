"""What shows plots, the step explained and the keys, declared."""

from __future__ import annotations

from trekker.gui.commands.command import Command
from trekker.gui.commands.group import CommandGroup


class PlotCommands(CommandGroup):
    """Declares the commands of one main window's plots and explanations."""

    def declare(self) -> tuple[Command, ...]:
        """Return the commands, in the order of the sheet of shortcuts."""
        window = self._window
        return (
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
