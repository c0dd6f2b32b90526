"""What the blindfold allows: the one place that every view asks before it shows anything of the ground."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal


class Worn(NamedTuple):
    """What a person has covered: the mountain and its map, and everything else that tells of the ground."""

    mountain: bool = False
    everything: bool = False


class Sight(QObject):
    """Knows how much of the ground may be seen; the window makes it, and hands it to its views.

    Under the blindfold the mountain and its map show what feet can feel and have walked on, and no known minima. With
    everything blindfolded, no panel tells either what the trekker can't know: where the minima are and how far, how
    the ground curves, what lies ahead. A person who walks by hand is blindfolded so, until the walk is compared.

    Attributes:
        changed: something else may be shown now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worn = Worn()
        self._by_hand = False

    @property
    def worn(self) -> Worn:
        """What a person has covered, whether or not somebody walks by hand."""
        return self._worn

    @property
    def sees_the_mountain(self) -> bool:
        """Whether all ground is shown, with its minima, and not only what is felt and remembered."""
        return not (self._by_hand or self._worn.mountain or self._worn.everything)

    @property
    def knows_the_ground(self) -> bool:
        """Whether panels, plots and instruments may tell of ground that the trekker can't feel."""
        return not (self._by_hand or self._worn.everything)

    @property
    def by_hand(self) -> bool:
        """Whether a person walks by hand, who must not take the blindfold off before the walk is compared."""
        return self._by_hand

    def wear(self, worn: Worn) -> None:
        """Cover this much, and no more."""
        self._change(worn, self._by_hand)

    def walk_by_hand(self, on: bool) -> None:
        """Blindfold a person who walks by hand, or leave the sight to what is worn."""
        self._change(self._worn, on)

    def toggle(self) -> None:
        """Put the blindfold on, or take off all that is worn."""
        self.wear(Worn(mountain=True) if not any(self._worn) else Worn())

    def toggle_everything(self) -> None:
        """Blindfold everything, or go back to what was worn before."""
        self.wear(self._worn._replace(everything=not self._worn.everything))

    def _change(self, worn: Worn, by_hand: bool) -> None:
        if (worn, by_hand) != (self._worn, self._by_hand):
            before = (self.sees_the_mountain, self.knows_the_ground, self._by_hand)
            self._worn, self._by_hand = worn, by_hand
            if before != (self.sees_the_mountain, self.knows_the_ground, self._by_hand):
                self.changed.emit()
