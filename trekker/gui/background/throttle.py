"""At most so often: many calls in a short time become one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer


class Turns:
    """Lets several throttles act one after the other instead of all in the same frame, which would then take long."""

    def __init__(self, gap_ms: int = 15) -> None:
        self._gap = gap_ms
        self._clock = QElapsedTimer()

    def take(self) -> bool:
        """Take a turn; tell whether there is one, that is, whether nobody took one just now."""
        if self._clock.isValid() and self._clock.elapsed() < self._gap:
            return False
        self._clock.start()
        return True


class Throttle(QObject):
    """Calls ``action`` at most once every ``interval_ms``; the last request is never lost.

    The action runs inside a request wherever one comes in time, so that all that a step changes is painted in
    one go: every separate painting of a window with an OpenGL view in it composes the whole window.
    """

    def __init__(
        self, interval_ms: int, action: Callable[[], None], parent: QObject, turns: Turns | None = None
    ) -> None:
        super().__init__(parent)
        self._turns = turns
        self._interval = interval_ms
        self._action = action
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._act)

    def request(self) -> None:
        """Ask for the action: now if the last one is long enough ago, else at a later request, or soon after all."""
        due = not self._clock.isValid() or self._clock.elapsed() >= self._interval
        if due and (self._turns is None or self._turns.take()):
            self._act()
        elif not self._timer.isActive():  # not put off by further requests: those drawn first would leave no turn
            self._timer.start(self._interval)

    def flush(self) -> None:
        """Act now, if a request still waits."""
        if self._timer.isActive():
            self._act()

    def _act(self) -> None:
        self._timer.stop()
        self._clock.start()
        self._action()
