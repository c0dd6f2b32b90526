"""Those who catch up: they walk by themselves as far as the others are, and then join them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject

from trekker.gui.background.jobs import Jobs
from trekker.walk.descent import Descent
from trekker.walk.race import RaceClock
from trekker.walk.scenario import Scenario, Trekker

_PARTS = 50  # reports of how far they are


class _Latecomer(NamedTuple):
    """A walk that catches up: of somebody new, or anew of somebody whose walk had ended."""

    walk: Descent
    is_new: bool

    @property
    def number(self) -> int:
        return self.walk.trekker.number


class Latecomers(QObject):
    """Lets walks catch up off the GUI thread; several that come one after the other join together.

    Somebody new is not in the party until then; who walks anew stands where its walk had ended.

    Attributes:
        jobs: what they walk in.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        self._coming: tuple[_Latecomer, ...] = ()

    @property
    def new(self) -> tuple[Trekker, ...]:
        """Those who are in no party yet."""
        return tuple(each.walk.trekker for each in self._coming if each.is_new)

    @property
    def anew(self) -> frozenset[int]:
        """The numbers of those who are in the party, and walk anew."""
        return frozenset(each.number for each in self._coming if not each.is_new)

    def joined_to(self, before: Sequence[Trekker], after: Scenario) -> Scenario:
        """Return a scenario with those who are new in it; who is newer still gets a number that nobody has.

        Args:
            before: the party that all of them come to.
            after: what is to become of it.

        Raises:
            ValueError: where the party is too large for all.
        """
        known = {each.number for each in before}
        there = tuple(each for each in after.trekkers if each.number in known)
        newer = tuple(each for each in after.trekkers if each.number not in known)
        return replace(after, trekkers=(*there, *self.new, *newer))

    def wait_for(
        self,
        arriving: Sequence[Descent],
        party: Sequence[Trekker],
        clock: RaceClock,
        goal: int,
        join: Callable[[tuple[Descent, ...]], None],
    ) -> None:
        """Let some more walk to a tick of the clock, and then ``join`` all; who is not in the ``party`` is new."""
        numbers, behind = {each.number for each in party}, {each.trekker.number for each in arriving}
        earlier = (each for each in self._coming if each.is_new or each.number in numbers - behind)
        self._coming = (*earlier, *(_Latecomer(each, each.trekker.number not in numbers) for each in arriving))
        coming = tuple(each.walk for each in self._coming)

        def walk(progress: Callable[[float], None]) -> None:
            for share in range(_PARTS):
                progress(share / _PARTS)
                clock.walk_to(coming, goal * (share + 1) // _PARTS)

        self.jobs.start(walk, lambda _: join(coming), lambda _: None)

    def forget(self) -> None:
        """Wait for nobody any more."""
        self.jobs.cancel()
        self._coming = ()
