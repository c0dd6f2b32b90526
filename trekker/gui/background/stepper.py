"""Slow steps, off the GUI thread: they are taken ahead of the record, and recorded when the GUI thread is ready.

A thread of its own walks with twins of the descents. What it finds waits in a queue until the session takes it over,
on the GUI thread; so whoever looks at a trail sees whole steps only, nobody waits for a lock while a step is taken,
and an edit, a reset or another ground simply sends for new twins. The steps are those that the descents would have
taken themselves, bit for bit.
"""

from __future__ import annotations

import time
import traceback
from collections import deque
from collections.abc import Sequence
from threading import Condition, Thread
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from trekker.breath import breathe
from trekker.gui.background.giving_way import give_way
from trekker.gui.background.workbench import Workbench
from trekker.gui.texts import sorry
from trekker.walk.ahead import Taken
from trekker.walk.descent import Descent
from trekker.walk.race import RaceClock

Found: TypeAlias = tuple[Taken | None, ...]
"""One step of each trekker; None of one who has none to take."""

_SLOW_S = 0.0005
"""Of the processor's time: twenty steps of a tenth of this a frame would be felt."""
_MOST_AHEAD = 8
"""Ticks that the walk may be behind: more are not made up for, where the machine cannot keep the pace."""
_SURELY_SLOW_S = 0.1
"""By the clock, however busy the machine is: measuring again would hold up the window."""
_TRIES = 3
_TURN_S = 0.03
"""As long as the walk keeps its turn at the bench: no shorter than the pictures of it keep theirs."""


def are_slow(descents: Sequence[Descent]) -> bool:
    """Tell whether one step of all these takes so long that the GUI thread must not wait for it.

    A step feels the slope of every row, which is what is measured. A terrain is always quick.
    """
    learning = [descent for descent in descents if descent.ground.cost.rows]
    if not learning:
        return False
    if learning[0].first.took > _SURELY_SLOW_S:
        return True
    cost, theta = learning[0].told_by, learning[0].trail.theta[0]
    quickest = float("inf")
    for _ in range(_TRIES):
        begun = time.thread_time()
        cost.cost_and_gradient(theta)
        quickest = min(quickest, (time.thread_time() - begun) * len(learning))
        if quickest < _SLOW_S:
            return False
    return True


class Stepper(QObject):
    """Takes steps of several descents on a thread of its own, in turn with others at the ``workbench``.

    Attributes:
        stepped: there is something to :meth:`collect`.
        failed: a step could not be taken, through a fault of the program.
    """

    stepped = Signal()
    failed = Signal(str)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._turn = Condition()
        self._thread: Thread | None = None
        self._twins: tuple[Descent, ...] = ()
        self._clock, self._goal = RaceClock(), 0
        self._found: deque[Found] = deque()
        self._closed = False

    def want(self, descents: tuple[Descent, ...], clock: RaceClock, now: int, ticks: int) -> None:
        """Ask for the steps of ``ticks`` more than are asked for already; ``now`` is how far the record is."""
        with self._turn:
            if not self._twins:
                self._twins, self._clock = tuple(descent.twin() for descent in descents), clock
            self._goal = min(max(self._goal, now) + ticks, now + max(ticks, _MOST_AHEAD))
            self._turn.notify()
        if self._thread is None and not self._closed:
            self._thread = Thread(target=self._work, name="stepper", daemon=True)
            self._thread.start()

    def halt(self) -> None:
        """Take no more steps, and forget those that nobody has collected."""
        with self._turn:
            self._twins, self._goal = (), 0
            self._found.clear()

    def collect(self) -> list[Found]:
        """Return the steps taken since the last time, oldest first."""
        with self._turn:
            found = list(self._found)
            self._found.clear()
        return found

    def close(self) -> None:
        """Halt, and wait until the thread has ended."""
        self.halt()
        with self._turn:
            self._closed = True
            self._turn.notify()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        give_way()
        while self._waits_for_work():
            try:
                with self._workbench.turn():
                    self._walk_for(_TURN_S)
            except Exception as fault:
                traceback.print_exception(fault)
                self.halt()
                self.failed.emit(sorry(fault))

    def _walk_for(self, seconds: float) -> None:
        """Take steps for about so long: as a turn goes by time, quick steps are many."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end and (twins := self._due()):
            breathe()
            due = [self._is_due(twin) for twin in twins]
            found = tuple(twin.look_ahead() if is_due else None for twin, is_due in zip(twins, due, strict=True))
            if self._keep(twins, found):
                self.stepped.emit()

    def _is_due(self, twin: Descent) -> bool:
        return self._clock.is_due(twin, self._goal)

    def _waits_for_work(self) -> bool:
        """Wait until a step is wanted; tell whether there is one, or everything is over."""
        with self._turn:
            self._turn.wait_for(lambda: self._closed or any(map(self._is_due, self._twins)))
            return not self._closed

    def _due(self) -> tuple[Descent, ...]:
        """Return whose step is wanted now; nobody's where none is, or everything is over."""
        with self._turn:
            return self._twins if not self._closed and any(map(self._is_due, self._twins)) else ()

    def _keep(self, twins: tuple[Descent, ...], found: Found) -> bool:
        """Keep what was found unless it was called off meanwhile; tell whether somebody has to be told of it."""
        with self._turn:
            if twins is not self._twins:
                return False
            self._found.append(found)
            return len(self._found) == 1
