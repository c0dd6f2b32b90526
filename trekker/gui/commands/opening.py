"""What opens something else to walk on, or otherwise, declared."""

from __future__ import annotations

from trekker.gui.commands.command import Command
from trekker.gui.commands.group import CommandGroup
from trekker.gui.setup import starting_one_at_random


class OpeningCommands(CommandGroup):
    """Declares the commands of one main window that open grounds, data and choices."""

    def declare(self) -> tuple[Command, ...]:
        """Return the commands, in the order of the sheet of shortcuts."""
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
