"""The data editor: points are added, moved and deleted, and the mountain is made of them anew each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from trekker.ground import Ground
from trekker.gui.background.throttle import Throttle
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.texts import core_problem
from trekker.learning.data_ground import DataGround
from trekker.walk.edited import EditedData, Row
from trekker.walk.grounds import GroundChoice

_REOPEN_MS = 60  # between two grounds while a point is dragged
_MOST_UNDONE = 200


class DataEditor(QObject):
    """Changes the points of the ground that is open; every change can be undone.

    A drag is one change, however many places it comes by: it begins with :meth:`begin`, and every :meth:`move` until
    the next :meth:`begin` belongs to it.

    Attributes:
        changed: it was switched on or off, or another point is chosen.
        moved: the points are others now; the ground follows a moment later.
        active: whether it is on.
        chosen: which point the keys move and delete; None for none.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, session: Session, sight: Sight, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._sight = session, sight
        self.active = False
        self.chosen: int | None = None
        self._data: EditedData | None = None
        self._sent: GroundChoice | None = None
        self._begins = False
        self._undone: list[EditedData] = []
        self._throttle = Throttle(_REOPEN_MS, self._reopen, self)
        session.ground_changed.connect(self._follow)
        sight.changed.connect(self._follow_sight)

    @property
    def can_edit(self) -> bool:
        """Whether the ground that is open is made of points on a plane, and they can be seen."""
        return can_be_edited(self._session.ground) and not self._sight.by_hand

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self.active and bool(self._undone)

    @property
    def is_edited(self) -> bool:
        """Whether the points differ from those of the table."""
        return self.active and isinstance(self._session.scenario.ground, EditedData)

    @property
    def points(self) -> tuple[Row, ...]:
        """The points as they are now; none while it is off."""
        return () if self._data is None else self._data.points

    def toggle(self) -> None:
        """Switch on or off; off, the ground stays as it was edited."""
        if self.active:
            self._throttle.flush()
            self._switch_off()
        elif self.can_edit:
            self._switch_on()
        self.changed.emit()

    def choose(self, index: int | None) -> None:
        """Choose the point that the keys move."""
        if index != self.chosen:
            self.chosen = index
            self.changed.emit()

    def choose_next(self, by: int = 1) -> None:
        """Choose the next point, or the one before; after the last comes the first."""
        count = len(self.points)
        if count:
            self.choose(((-1 if self.chosen is None else self.chosen) + by) % count)

    def begin(self) -> None:
        """Let what comes next be a change of its own, which :meth:`undo` takes back at one stroke."""
        self._begins = True

    def add(self, row: Row) -> None:
        """Add a point, and choose it."""
        self.begin()
        if self._take(lambda data: data.with_point(row)):
            self.choose(len(self.points) - 1)

    def move(self, index: int, row: Row) -> None:
        """Move a point, as part of the change that is under way."""
        if row != self.points[index]:
            self._take(lambda data: data.with_moved(index, row))

    def remove(self, index: int) -> None:
        """Delete a point, if the model can do without."""
        self.begin()
        self.choose(None)
        self._take(lambda data: data.without_point(index))

    def undo(self) -> None:
        """Take the last change back."""
        if self._undone:
            self.chosen = None
            self._show(self._undone.pop())
            self.changed.emit()

    def restore(self) -> None:
        """Open the table again, as it was."""
        edited = self._session.scenario.ground
        if isinstance(edited, EditedData) and edited.origin is not None:
            self._switch_off()
            self._session.load(replace(self._session.scenario, ground=edited.origin))
            self.changed.emit()

    def _follow_sight(self) -> None:
        """Let nobody edit points that a walk by hand covers."""
        if self.active and not self.can_edit:
            self.toggle()

    def _take(self, change: Callable[[EditedData], EditedData]) -> bool:
        """Make a change; where the model cannot do with it, say why and leave all as it is."""
        if self._data is None:
            return False
        try:
            changed = change(self._data)
        except ValueError as problem:
            self._session.refused.emit(core_problem(problem))
            return False
        if self._begins:
            self._undone = [*self._undone, self._data][-_MOST_UNDONE:]
            self._begins = False
        self._show(changed)
        return True

    def _show(self, data: EditedData) -> None:
        self._data = data
        self.moved.emit()
        self._throttle.request()

    def _reopen(self) -> None:
        if self._data is not None:
            self._sent = self._data
            self._session.load(replace(self._session.scenario, ground=self._data))

    def _switch_on(self) -> None:
        ground, choice = self._session.ground, self._session.scenario.ground
        if not isinstance(ground, DataGround):
            return
        try:
            if isinstance(choice, EditedData):
                self._data = replace(choice, bounds=ground.bounds)
            else:
                self._data = EditedData.of(ground, choice)
        except ValueError as problem:
            self._session.refused.emit(core_problem(problem))
            return
        self.active, self._undone, self.chosen, self._sent = True, [], None, choice

    def _switch_off(self) -> None:
        self.active, self._data, self._undone, self.chosen = False, None, [], None

    def _follow(self) -> None:
        """Switch off where another ground is opened than this one's."""
        if self.active and self._session.scenario.ground != self._sent:
            self._switch_off()
        self.changed.emit()


def can_be_edited(ground: Ground | None) -> bool:
    """Tell whether a ground's points can be seen on a plane: an input and a number, or two inputs and a class."""
    return type(ground) is DataGround and len(ground.x) == (2 if ground.classifies else 1)
