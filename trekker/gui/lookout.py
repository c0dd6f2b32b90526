"""Where the mountain of many parameters is looked at from: which plane is drawn, and how much of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from trekker.cost import Array
from trekker.gui.background.throttle import Throttle
from trekker.gui.projected import Projected
from trekker.gui.session import Session
from trekker.gui.texts import core_problem
from trekker.plane import length
from trekker.walk.planes import PlaneChoice, PlaneKind, View, laid, outgrown, telling_parameters

_LOOK_MS = 400  # between two looks whether the walk has left the map
_ON_IT = 1e-9  # of the length of θ: so near to the plane is on it


class Lookout(QObject):
    """Lays planes through the session's ground as a person chooses, and moves the map after the walk.

    Attributes:
        chosen: another choice holds now.
        refused: a plane cannot be laid, and why.
    """

    chosen = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, projected: Projected, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._projected = projected
        self._is_new = self._has_followed = False
        self.choice = PlaneChoice()
        self._throttle = Throttle(_LOOK_MS, self._follow_walk, self)
        session.ground_changed.connect(self._begin)
        session.restarted.connect(self._begin_anew)
        session.moved.connect(self._throttle.request)
        session.party_changed.connect(self._throttle.request)

    @property
    def has_choice(self) -> bool:
        """Whether the ground has more parameters than a map can show."""
        return self._session.ground is not None and not self._session.plane.is_whole

    @property
    def distance(self) -> float:
        """How far off the plane the looked-at trekker stands under the cursor; 0 where that is only rounding."""
        theta = self._session.descent.trail.theta[self._session.step]
        distance = float(self._session.plane.distance(theta))
        return 0.0 if distance < _ON_IT * float(length(theta)) else distance

    def choose(self, choice: PlaneChoice) -> None:
        """Lay a plane as chosen through where the looked-at trekker stands."""
        if self._lay(choice):
            self.choice = choice
        self.chosen.emit()

    def lay_here(self) -> None:
        """Lay the plane anew through where the looked-at trekker stands."""
        self._lay(self.choice)

    def _begin(self) -> None:
        self._is_new, self._has_followed = True, False
        self.choice = PlaneChoice()
        self.chosen.emit()

    def _begin_anew(self) -> None:
        """Show the ground's own map again, where a walk had led away from it.

        The first plane of new ground is laid through where the trekker really starts: a network draws its start.
        """
        session = self._session
        if self._has_followed and not self.has_choice and session.ground is not None:
            session.look_along(session.plane, session.ground.bounds)
            self._has_followed = False
        if self._is_new and self.has_choice:
            choice = PlaneChoice(parameters=telling_parameters(session.descent.trail.gradient[0]))
            if choice != self.choice or self.distance > 0:
                self.choose(choice)
        self._is_new = False

    def _lay(self, choice: PlaneChoice) -> bool:
        session = self._session
        if session.ground is None or not session.ready or not self.has_choice:
            return False
        walk = session.descent.trail.theta[: session.step + 1]
        try:
            view = laid(session.ground, choice, walk)
        except ValueError as problem:
            self.refused.emit(core_problem(problem))
            return False
        session.look_along(view.plane, view.bounds)
        return True

    @property
    def _follows(self) -> bool:
        """Whether the map moves after the walk: over data, whose map is a guess; a mountain's has its edges."""
        session = self._session
        return session.ready and session.ground is not None and session.ground.cost.rows > 0

    def _follow_walk(self) -> None:
        """Draw the map anew where the walk has left it."""
        session = self._session
        if not self._follows or session.shown is None:
            return
        view = View(session.plane, session.shown.bounds)
        wider = outgrown(view, *(self._walk_of(each) for each in self._followed()))
        if wider is None:
            return
        self._has_followed = True
        leads = outgrown(view, self._walk_of(session.selected)) is not None
        if leads and self.has_choice and self.choice.kind is PlaneKind.PRINCIPAL:
            self._lay(self.choice)
        else:
            session.look_along(session.plane, wider)

    def _walk_of(self, trekker: int) -> Array:
        """Return where the walk of a trekker lies on the plane up to the cursor, shape (k, 2)."""
        session = self._session
        return self._projected.places(session.descents[trekker].trail, session.plane, session.step_of(trekker) + 1)

    def _followed(self) -> tuple[int, ...]:
        """Return whom the map has room for: the looked-at trekker, and who else is shown, unless they only went up."""
        session = self._session
        rest = [index for index in range(len(session.descents)) if index not in session.hidden | {session.selected}]
        return (session.selected, *(index for index in rest if self._has_gone_down(index)))

    def _has_gone_down(self, trekker: int) -> bool:
        cost = self._session.descents[trekker].trail.cost
        return bool(cost[self._session.step_of(trekker)] <= cost[0])
