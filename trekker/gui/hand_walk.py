"""You are the trekker: a person takes the blindfold, walks by feel, and is compared with the rules afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from trekker.gui.session import Session
from trekker.gui.setup import moved_to
from trekker.gui.sight import Sight, Worn
from trekker.walk.hand import aimed, alone, can_be_walked_by_hand, person_in, with_rivals, without_a_person
from trekker.walk.scenario import Scenario


class HandWalk(QObject):
    """Puts a person in the place of the trekkers, and the trekkers back.

    What a person may see is what the blindfold leaves; it comes off for the comparison.

    Attributes:
        compared: the rules have walked, too, and can be compared with the person.
        begun: a person walks now, or has stopped doing so.
    """

    compared = Signal()
    begun = Signal()

    def __init__(self, session: Session, sight: Sight, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._sight = session, sight
        self._before: Scenario | None = None
        self._worn = Worn()
        self._looked_at, self._hidden = 0, frozenset[int]()
        session.ground_changed.connect(lambda: QTimer.singleShot(0, self, self._give_way))

    @property
    def active(self) -> bool:
        """Whether a person is in the party."""
        return person_in(self._session.scenario.trekkers) is not None

    @property
    def can_begin(self) -> bool:
        """Whether the ground can be walked by hand."""
        ground = self._session.ground
        return ground is not None and self._session.ready and can_be_walked_by_hand(ground)

    @property
    def can_compare(self) -> bool:
        """Whether the person has walked, and nobody else has yet."""
        session = self._session
        return self.active and session.ready and session.length > 0 and len(session.scenario.trekkers) == 1

    def begin(self) -> None:
        """Let a person walk alone, from where the looked-at trekker starts, with the blindfold on; or once more."""
        session = self._session
        ground = session.ground
        if ground is None or not self.can_begin:
            return
        if not self.active:
            self._before = session.scenario
            self._worn = self._sight.worn
            self._looked_at, self._hidden = session.selected, session.hidden
        person = person_in(session.scenario.trekkers)
        session.load(alone(session.scenario, ground, session.selected if person is None else person))
        session.hide(0, hidden=False)
        self._sight.walk_by_hand(True)
        self.begun.emit()

    def aim(self, change: Sequence[float]) -> None:
        """Choose ``change``, (2,), as the next step; nothing where none is a person's to take."""
        if self._session.person is not None:
            self._session.edit(aimed(self._session.scenario, change))

    def compare(self) -> None:
        """Take the blindfold off, and let the rules walk as many steps from the same place."""
        session = self._session
        ground = session.ground
        if ground is None or not self.can_compare:
            return
        rivals = () if self._before is None else self._before.trekkers
        party = with_rivals(session.scenario, rivals, ground)
        self._see(Worn())
        session.edit(party)
        person = person_in(session.scenario.trekkers)
        session.select(0 if person is None else person)
        self.compared.emit()

    def leave(self) -> None:
        """Bring back the trekkers who were there before, at their start."""
        if self.active:
            self._restore(self._before or without_a_person(self._session.scenario))

    def _give_way(self) -> None:
        """Leave where another ground is opened: a person's walk is about the one they began on."""
        if self.active and self._before is not None:
            self._restore(moved_to(self._before, self._session.scenario.ground), suit=True)

    def _restore(self, scenario: Scenario, *, suit: bool = False) -> None:
        self._before = None
        self._session.load(scenario, suit=suit)
        for index in range(len(scenario.trekkers)):
            self._session.hide(index, hidden=index in self._hidden)
        self._session.select(self._looked_at)
        self._see(self._worn)
        self.begun.emit()

    def _see(self, worn: Worn) -> None:
        self._sight.wear(worn)
        self._sight.walk_by_hand(False)
