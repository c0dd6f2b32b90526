"""Who of a party is looked at, and who is hidden: each known by its own number, whoever else comes and goes."""

from __future__ import annotations

from collections.abc import Sequence

from trekker.walk.scenario import Trekker

Party = Sequence[Trekker]


class Attention:
    """Remembers whom a person looks at and whom they have hidden."""

    def __init__(self) -> None:
        self._selected = 0
        self._hidden: frozenset[int] = frozenset()

    def selected(self, party: Party) -> int:
        """Return which of a party is looked at."""
        return [each.number for each in party].index(self._selected)

    def hidden(self, party: Party) -> frozenset[int]:
        """Return which of a party are hidden."""
        return frozenset(index for index, each in enumerate(party) if each.number in self._hidden)

    def select(self, party: Party, index: int) -> None:
        """Look at one of a party."""
        self._selected = party[index].number

    def hide(self, party: Party, index: int, *, hidden: bool) -> None:
        """Hide one of a party, or show it again."""
        number = frozenset({party[index].number})
        self._hidden = self._hidden | number if hidden else self._hidden - number

    def follow(self, before: Party, after: Party) -> None:
        """Go on with a changed party: who has gone is forgotten.

        Where the one who was looked at is gone, look at who now stands in its place.
        """
        row = self.selected(before)
        there = {each.number for each in after}
        self._hidden &= there
        if self._selected not in there:
            self.select(after, min(row, len(after) - 1))
