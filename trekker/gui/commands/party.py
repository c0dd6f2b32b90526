"""Everything that a person can do with a party of trekkers, declared."""

from __future__ import annotations

from trekker.gui.commands.command import Command
from trekker.gui.commands.group import CommandGroup
from trekker.gui.setup import with_another, without
from trekker.walk.scenario import MOST_TREKKERS
from trekker.walk.suiting import newcomer_to


class PartyCommands(CommandGroup):
    """Declares the commands that add, change and compare trekkers."""

    def declare(self) -> tuple[Command, ...]:
        """Return the commands, in the order of the sheet of shortcuts."""
        return (*self._changing(), *self._looking())

    def _changing(self) -> tuple[Command, ...]:
        return (
            Command(
                "add_trekker",
                self.tr("Add a trekker"),
                self.tr("Let one more trekker walk, up to eight, with a rule that nobody has yet."),
                self._add,
                "Ctrl+T",
                "plus",
                self._has_room,
            ),
            Command(
                "duplicate_trekker",
                self.tr("Duplicate the trekker"),
                self.tr("Let another trekker walk with the same rule and settings, to change one of them."),
                self._duplicate,
                "Ctrl+D",
                "content-copy",
                self._has_room,
            ),
            Command(
                "rename_trekker",
                self.tr("Rename the trekker"),
                self.tr("Give the trekker another name; an empty one calls it after its rule."),
                lambda: self._window.party.rename(),
                "F2",
                "pencil-outline",
                lambda: self._session.ground is not None,
            ),
            Command(
                "remove_trekker",
                self.tr("Remove the trekker"),
                self.tr("Take the trekker out of the party; the others walk on."),
                lambda: self._session.edit(without(self._session.scenario, self._session.selected)),
                "Ctrl+Backspace",
                "delete-outline",
                lambda: self._session.ground is not None and self._count() > 1,
            ),
        )

    def _looking(self) -> tuple[Command, ...]:
        session = self._session
        return (
            Command(
                "hide_trekker",
                self.tr("Hide the trekker"),
                self.tr("Take the trekker out of the pictures, or show it again; it walks all the same."),
                lambda: session.hide(session.selected, hidden=session.selected not in session.hidden),
                "H",
                "account-off-outline",
                lambda: session.ground is not None,
                lambda: session.selected in session.hidden,
            ),
            Command(
                "previous_trekker",
                self.tr("Previous trekker"),
                self.tr("Look at the trekker before this one."),
                lambda: self._look_at(-1),
                "Ctrl+PgUp",
                enabled=lambda: self._count() > 1,
            ),
            Command(
                "next_trekker",
                self.tr("Next trekker"),
                self.tr("Look at the trekker after this one."),
                lambda: self._look_at(1),
                "Ctrl+PgDown",
                enabled=lambda: self._count() > 1,
            ),
            Command(
                "race_table",
                self.tr("Race table"),
                self.tr("Show where all trekkers stand and who is ahead, in place of the rule, or the rule again."),
                self._window.toggle_race_table,
                "W",
                "podium",
                checked=lambda: self._window.foot.shows_race,
            ),
        )

    def _count(self) -> int:
        return len(self._session.scenario.trekkers)

    def _has_room(self) -> bool:
        return self._session.ground is not None and self._count() < MOST_TREKKERS

    def _add(self) -> None:
        session = self._session
        if session.ground is not None:
            session.edit(with_another(session.scenario, newcomer_to(session.scenario, session.ground)))

    def _duplicate(self) -> None:
        self._session.edit(with_another(self._session.scenario, self._session.trekker))

    def _look_at(self, further: int) -> None:
        self._session.select((self._session.selected + further) % self._count())
