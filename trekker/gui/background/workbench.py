"""One place to compute at: the steps of a walk and the pictures of it take turns, and leave a processor to the window.

Each on a thread of its own they would all work at once, and on a computer with two processors the window would wait
for its share between them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Workbench:
    """Lets one thread work at a time; who comes first goes first."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._queue: deque[object] = deque()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and keep it until the end of the block."""
        with self._changed:
            self._line_up(object())
        try:
            yield
        finally:
            with self._changed:
                self._leave()

    def let_others_in(self) -> None:
        """In the midst of a turn, let everybody go first who waits by now."""
        with self._changed:
            if len(self._queue) > 1:
                self._line_up(self._leave())

    def _line_up(self, who: object) -> None:
        self._queue.append(who)
        self._changed.wait_for(lambda: self._queue[0] is who)

    def _leave(self) -> object:
        who = self._queue.popleft()
        self._changed.notify_all()
        return who
