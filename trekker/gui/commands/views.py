"""What shows the ground, and how, declared: the blindfold, mountain and map, the cross-hair."""

from __future__ import annotations

from trekker.gui.commands.command import Command
from trekker.gui.commands.group import CommandGroup
from trekker.gui.ground_view import GroundView


class ViewCommands(CommandGroup):
    """Declares the commands of one main window's views of the ground."""

    def declare(self) -> tuple[Command, ...]:
        """Return the commands, in the order of the sheet of shortcuts."""
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
