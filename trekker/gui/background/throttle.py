"""At most so often: many calls in a short time become one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer


class Turns:
    """Lets several throttles act one after the other instead of all in the same frame, which would then take long.

    Who is turned away first has the first turn that comes, however slow the frames are. ``begun`` is called whenever
    somebody has taken one.
    """

    def __init__(self, gap_ms: int = 15, begun: Callable[[], None] | None = None) -> None:
        self.gap_ms, self._begun = gap_ms, begun
        self._clock = QElapsedTimer()
        self._waiting: list[object] = []

    def take(self, who: object) -> bool:
        """Take a turn; tell whether there is one: nobody took one just now, and nobody waits for one longer."""
        if who not in self._waiting:
            self._waiting.append(who)
        just_now = self._clock.isValid() and self._clock.elapsed() < self.gap_ms
        if just_now or self._waiting[0] is not who:
            return False
        self._waiting.pop(0)
        self._clock.start()
        if self._begun is not None:
            self._begun()
        return True

    def leave(self, who: object) -> None:
        """Wait for no turn any more."""
        if who in self._waiting:
            self._waiting.remove(who)


class Throttle(QObject):
    """Calls ``action`` at most once every ``interval_ms``; the last request is never lost.

    The action runs inside a request wherever one comes in time, so that all that a step changes is painted in
    one go: every separate painting of a window with an OpenGL view in it composes the whole window.
    """

    def __init__(
        self, interval_ms: int, action: Callable[[], None], parent: QObject, turns: Turns | None = None
    ) -> None:
        super().__init__(parent)
        self._turns, self._ticket = turns or Turns(0), object()
        self.destroyed.connect(partial(_leave, self._turns, self._ticket))
        self._interval = interval_ms
        self._action = action
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._try)

    def request(self) -> None:
        """Ask for the action: now if the last one is long enough ago, else at a later request, or soon after all."""
        if not self._clock.isValid() or self._clock.elapsed() >= self._interval:
            self._try()
        elif not self._timer.isActive():  # not put off by further requests: those drawn first would leave no turn
            self._timer.start(self._interval)

    def flush(self) -> None:
        """Act now, if a request still waits."""
        if self._timer.isActive():
            self._act()

    def _try(self) -> None:
        if self._turns.take(self._ticket):
            self._act()
        elif not self._timer.isActive():
            self._timer.start(self._turns.gap_ms)

    def _act(self) -> None:
        self._timer.stop()
        self._turns.leave(self._ticket)
        self._clock.start()
        self._action()


def _leave(turns: Turns, ticket: object, *_: object) -> None:
    turns.leave(ticket)
