"""The readout: what the ground is like under the pointer, at the edge of the mountain or the map."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trekker.cost import Array
from trekker.gui.background.throttle import Throttle
from trekker.gui.panels.card import label
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.texts import told
from trekker.messages import number

_READ_MS = 60
_GAP = 10


class Readout(QFrame):
    """Reads place, cost and slope of the ground; hidden where there is none, or where nothing may be known."""

    def __init__(self, session: Session, sight: Sight, room: QWidget) -> None:
        super().__init__(room)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Ground under the pointer"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        self.words = label(role="hint")
        layout.addWidget(self.words)
        self._session, self._sight, self._room = session, sight, room
        self._place: tuple[float, float] | None = None
        self._resting: tuple[float, float] | None = None
        self._top = _GAP
        self._throttle = Throttle(_READ_MS, self._read, self)
        room.installEventFilter(self)
        session.ground_changed.connect(self.forget)
        sight.changed.connect(self.forget)
        self.hide()

    def read_at(self, x: float, y: float) -> None:
        """Read the ground at a place of the map."""
        if self._sight.sees_the_mountain:
            self._place = (x, y)
            self._throttle.request()
        else:
            self.forget()

    def rest_at(self, place: Array | None) -> None:
        """Read there whenever no pointer points anywhere, from now on; None: read nothing then."""
        self._resting = None if place is None else (float(place[0]), float(place[1]))
        self.forget()

    def keep_below(self, taken: int) -> None:
        """Stand below so many pixels, which something else covers."""
        self._top = _GAP + taken
        self._settle()

    def forget(self) -> None:
        """Read nothing, or where a cross-hair stands."""
        self._place = self._resting if self._sight.sees_the_mountain else None
        if self._place is None:
            self.hide()
        else:
            self._throttle.request()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the upper right corner, and vanish with the pointer."""
        if event.type() == QEvent.Type.Resize:
            self._settle()
        elif event.type() == QEvent.Type.Leave:
            self.forget()
        return super().eventFilter(watched, event)

    def _read(self) -> None:
        ground = self._session.shown
        if self._place is None or ground is None or not self._session.ready:
            return
        with np.errstate(all="ignore"):
            cost, gradient = ground.cost.cost_and_gradient(np.array(self._place))
            slope = float(np.linalg.norm(gradient))
        self.words.setText(
            self.tr("{x_name} {x}   {y_name} {y}   cost {cost}   slope {slope}").format(
                x_name=told(ground.axes[0]),
                x=number(self._place[0]),
                y_name=told(ground.axes[1]),
                y=number(self._place[1]),
                cost=number(float(cost)),
                slope=number(slope),
            )
        )
        self._settle()
        self.show()
        self.raise_()

    def _settle(self) -> None:
        self.adjustSize()
        self.move(max(_GAP, self._room.width() - self.width() - _GAP), self._top)
