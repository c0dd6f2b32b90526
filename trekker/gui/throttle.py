"""At most so often: many calls in a short time become one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer


class Throttle(QObject):
    """Calls ``action`` at most once every ``interval_ms``; the last request is never lost."""

    def __init__(self, interval_ms: int, action: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._interval = interval_ms
        self._action = action
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._act)

    def request(self) -> None:
        """Ask for the action: now if the last one is long enough ago, else as soon as it is."""
        if self._timer.isActive():
            return
        wait = self._interval - self._clock.elapsed() if self._clock.isValid() else 0
        if wait <= 0:
            self._act()
        else:
            self._timer.start(int(wait))

    def _act(self) -> None:
        self._clock.start()
        self._action()
