"""Which figures walk on the mountain: hikers, balls, or what this computer is quick enough for."""

from __future__ import annotations

from collections import deque
from enum import Enum
from statistics import median

from PySide6.QtCore import QObject, QSettings, Signal

SLOW_MS = 60.0
"""A frame that takes longer than this is a slow one: fewer than about sixteen fit into a second."""

FRAMES = 60
"""So many frames in a row are looked at; where half of them are slow, so is the computer."""

_KEY = "figures"


class Figures(Enum):
    """What a person wants to see walk."""

    AUTOMATIC = "automatic"
    HIKERS = "hikers"
    BALLS = "balls"


class FigureChoice(QObject):
    """Remembers which figures are wanted, and decides where the choice is left to it.

    It decides once: who has been drawn as a ball because frames took long stays one until the program starts again,
    or another choice is made, so that figures don't change to and fro.

    Attributes:
        changed: other figures are wanted, or have to be drawn.
        gave_up_hikers: frames have taken long, so many milliseconds in the median, and balls are drawn from now on.
    """

    changed = Signal()
    gave_up_hikers = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = _remembered()
        self._is_slow = False
        self._frames: deque[float] = deque(maxlen=FRAMES)

    @property
    def wanted(self) -> Figures:
        """What a person has chosen."""
        return self._wanted

    @property
    def simple(self) -> bool:
        """Whether balls have to be drawn."""
        return self._wanted is Figures.BALLS or (self._wanted is Figures.AUTOMATIC and self._is_slow)

    def choose(self, wanted: Figures) -> None:
        """Draw these figures, now and at the next start."""
        QSettings().setValue(_KEY, wanted.value)
        self._wanted, self._is_slow = wanted, False
        self._frames.clear()
        self.changed.emit()

    def take_frame(self, milliseconds: float) -> None:
        """Take notice of how long one frame of a walk has taken."""
        if self._wanted is not Figures.AUTOMATIC or self._is_slow:
            return
        self._frames.append(milliseconds)
        if len(self._frames) == FRAMES and median(self._frames) > SLOW_MS:
            self._is_slow = True
            self.changed.emit()
            self.gave_up_hikers.emit(median(self._frames))


def _remembered() -> Figures:
    """Return what was chosen at an earlier start."""
    known = {each.value: each for each in Figures}
    return known.get(str(QSettings().value(_KEY, "")), Figures.AUTOMATIC)
