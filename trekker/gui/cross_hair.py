"""A cross-hair on the ground for those who use no pointer: arrow keys move it, Enter takes its place."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.gui.handling import arrow_of
from trekker.gui.session import Session

_MOVE, _FINE_MOVE = 0.02, 0.002  # of the map, with each press
_FINELY = Qt.KeyboardModifier.ControlModifier
_ENDS, _TAKES = (Qt.Key.Key_Escape,), (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CrossHair(QObject):
    """Stands on the ground while it is on, and listens to the keys of whatever picture has the focus.

    Right is to the right as the ground is seen; each press moves it along one of the map's axes.

    Attributes:
        moved: it stands somewhere else now, is put on, or is off.
        taken: a person has taken this place.
    """

    moved = Signal()
    taken = Signal(float, float)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place: Array | None = None
        self._azimuths: dict[QObject, Callable[[], float]] = {}
        session.ground_changed.connect(self.end)
        session.plane_changed.connect(self._stay_on_the_map)

    @property
    def place(self) -> Array | None:
        """Where on the map it stands, shape (2,); None while it is off."""
        return self._place

    def begin(self, place: Array) -> None:
        """Stand at a place of the map, or at the point of the map that is nearest to it."""
        if self._session.shown is not None:
            self._stand(np.nan_to_num(place))

    def end(self) -> None:
        """Go away."""
        if self._place is not None:
            self._place = None
            self.moved.emit()

    def listen_to(self, picture: QWidget, azimuth: Callable[[], float]) -> None:
        """Take the keys that are pressed while this picture has the focus; it is looked at from this azimuth."""
        self._azimuths[picture] = azimuth
        picture.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the cross-hair's own keys while it is on, also from the commands that have them otherwise."""
        if self._place is None or not isinstance(event, QKeyEvent) or not self._is_mine(event):
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._answer(event, self._azimuths[watched]())
        return True

    def _is_mine(self, event: QKeyEvent) -> bool:
        if event.key() in (*_ENDS, *_TAKES):
            return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        return arrow_of(event) is not None or arrow_of(event, _FINELY) is not None

    def _answer(self, event: QKeyEvent, azimuth: float) -> None:
        assert self._place is not None  # noqa: S101 - the filter has looked
        if event.key() in _ENDS:
            self.end()
        elif event.key() in _TAKES:
            self.taken.emit(float(self._place[0]), float(self._place[1]))
        else:
            plain, fine = arrow_of(event), arrow_of(event, _FINELY)
            share, arrow = (_MOVE, plain) if plain is not None else (_FINE_MOVE, fine)
            if arrow is not None and self._session.shown is not None:
                self._stand(self._place + share * _turned(arrow, azimuth) * self._session.shown.bounds.size)

    def _stand(self, place: Array) -> None:
        shown = self._session.shown
        assert shown is not None  # noqa: S101 - the callers have looked
        self._place = np.clip(place, shown.bounds.lower, shown.bounds.upper)
        self.moved.emit()

    def _stay_on_the_map(self) -> None:
        if self._place is not None and self._session.shown is not None:
            self._stand(self._place)


def _turned(arrow: tuple[float, float], azimuth: float) -> Array:
    """Return an arrow of the screen as the nearest one along the map's axes, as seen from an azimuth in degrees."""
    quarters = round((azimuth + 90.0) / 90.0)
    cosine, sine = round(math.cos(quarters * math.pi / 2)), round(math.sin(quarters * math.pi / 2))
    return np.array((arrow[0] * cosine - arrow[1] * sine, arrow[0] * sine + arrow[1] * cosine))
