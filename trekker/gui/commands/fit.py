"""What can be done with the fit panel and the points in it, declared."""

from __future__ import annotations

from trekker.gui.commands.command import Command
from trekker.gui.commands.group import CommandGroup
from trekker.gui.plots.settings import PlotChoice
from trekker.walk.comparison import comparing_batches
from trekker.walk.quantities import ROW_VISITS

_FEWEST_ROWS = 3


class FitCommands(CommandGroup):
    """Declares the commands around the fit panel of one main window."""

    def declare(self) -> tuple[Command, ...]:
        """Return the commands, in the order of the sheet of shortcuts."""
        return (*self._looking(), *self._editing())

    def _looking(self) -> tuple[Command, ...]:
        window = self._window
        return (
            Command(
                "enlarge_fit",
                self.tr("Large fit"),
                self.tr("Show the fit large, over the mountain, or put it back."),
                window.toggle_fit,
                "Shift+F",
                "arrow-expand",
                checked=lambda: window.fit_is_large,
            ),
            Command(
                "shrink_fit",
                self.tr("Put the fit back"),
                self.tr("Put the large fit back into its place."),
                window.toggle_fit,
                "Esc",
                enabled=lambda: window.fit_is_large,
            ),
            Command(
                "compare_batches",
                self.tr("Compare batches"),
                self.tr("Let three trekkers feel all rows, one row and a few a step, with one budget of row visits."),
                self.compare_batches,
                "Ctrl+B",
                "account-group-outline",
                lambda: self._session.ground is not None and self._session.ground.cost.rows >= _FEWEST_ROWS,
            ),
        )

    def _editing(self) -> tuple[Command, ...]:
        editor = self._window.editor
        return (
            Command(
                "edit_data",
                self.tr("Edit points"),
                self.tr("Add, drag and delete points in the fit plot, and see the mountain change."),
                editor.toggle,
                "P",
                "pencil-outline",
                lambda: editor.active or editor.can_edit,
                lambda: editor.active,
            ),
            Command(
                "undo_edit",
                self.tr("Undo"),
                self.tr("Take the last change of a point back."),
                editor.undo,
                "Ctrl+Z",
                "undo",
                lambda: editor.can_undo,
            ),
            Command(
                "restore_data",
                self.tr("As the table was"),
                self.tr("Forget all changes of points."),
                editor.restore,
                "Shift+E",
                "restore",
                lambda: editor.is_edited,
            ),
        )

    def compare_batches(self) -> None:
        """Put three trekkers on the ground that differ in their batches alone, and plot against the rows they visit."""
        session = self._session
        if session.ground is not None:
            session.edit(comparing_batches(session.scenario, session.ground.cost.rows, session.trekker))
            self._window.cost.choose(PlotChoice(x=ROW_VISITS.name))
