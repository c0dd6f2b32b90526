"""Where trekkers start, moved on mountain and map: by a click, by dragging, by keys."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal

from trekker.cost import Array
from trekker.gui.session import Session
from trekker.gui.setup import starting_one_at
from trekker.plane import Plane
from trekker.walk.hand import aimed

_PUSH = 0.01  # of the map: as far as one press pushes a trekker


class Starts(QObject):
    """Moves starts; where a person walks by hand, the same points the next step.

    Attributes:
        pointed: a person who walks by hand has pointed the next step at a place.
    """

    pointed = Signal()

    def __init__(self, session: Session, drawn_over: Callable[[], Plane], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._drawn_over = session, drawn_over

    def take_click(self, x: float, y: float) -> None:
        """Start here; where a person chooses the next step, point it here."""
        if self._session.person is None:
            self._start_here(x, y)
        else:
            self._point_at(self._session.person, np.array((x, y)))

    def _point_at(self, person: int, place: Array) -> None:
        here = self._session.descents[person].trail.theta[-1]
        self._session.edit(aimed(self._session.scenario, (self._drawn_over().theta(place) - here).tolist()))
        self.pointed.emit()

    def drag(self, shown: int, x: float, y: float) -> None:
        """Move the start of one of the trekkers that are shown; a person who is dragged only points there."""
        if self._session.person is not None:
            self._point_at(self._session.person, np.array((x, y)))
            return
        self._start_trekker(self._visible[shown], np.array((x, y)))

    def look_at(self, shown: int) -> None:
        """Look at one of the trekkers that are shown."""
        self._session.select(self._visible[shown])

    @property
    def _visible(self) -> list[int]:
        """Which of the trekkers are shown."""
        return [index for index in range(len(self._session.descents)) if index not in self._session.hidden]

    def push(self, right: float, up: float) -> None:
        """Move the start of the looked-at trekker by so many small pushes."""
        if self._session.person is None and self._session.ready and self._session.shown is not None:
            place = self._drawn_over().place(self._session.descent.trail.theta[0])
            bounds = self._session.shown.bounds
            pushed = np.clip(place + np.array((right, up)) * _PUSH * bounds.size, bounds.lower, bounds.upper)
            self._start_trekker(self._session.selected, pushed)

    def _start_trekker(self, index: int, place: Array) -> None:
        """Give one trekker its start; where it walks alone, or shares the start, that start itself is moved."""
        start = tuple(float(f"{each:.6g}") for each in self._drawn_over().theta(place))
        self._session.edit(starting_one_at(self._session.scenario, start, index))

    def _start_here(self, x: float, y: float) -> None:
        place = np.array((float(f"{x:.6g}"), float(f"{y:.6g}")))
        start = tuple(self._drawn_over().theta(place).tolist())
        self._session.edit(starting_one_at(self._session.scenario, start, self._session.selected))
