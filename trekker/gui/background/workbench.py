"""One place to compute at: the steps of a walk and the pictures of it take turns, and leave a processor to the window.

Each on a thread of its own they would all work at once, and on a computer with two processors the window would wait
for its share between them. For the same reason nobody works while a frame is drawn: on a computer without a graphics
card that takes both.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, Event
from time import perf_counter

from trekker.breath import held_up_by

_LONGEST_FRAME_S = 0.05
"""A frame that takes longer, or never comes to the screen, holds nobody up any more."""


class Workbench:
    """Lets one thread work at a time; who comes first goes first."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._queue: deque[object] = deque()
        self._drawn = Event()
        self._held_until = 0.0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and keep it until the end of the block."""
        with self._changed:
            self._line_up(object())
        try:
            with held_up_by(self._wait_for_the_frame):
                yield
        finally:
            with self._changed:
                self._leave()

    def hold(self) -> None:
        """Let who works here pause at the next breath: a frame is being drawn."""
        self._drawn.clear()
        self._held_until = perf_counter() + _LONGEST_FRAME_S

    def let_go(self) -> None:
        """Let the work go on: the frame is drawn."""
        self._held_until = 0.0
        self._drawn.set()

    def let_others_in(self) -> None:
        """In the midst of a turn, let everybody go first who waits by now."""
        with self._changed:
            if len(self._queue) > 1:
                self._line_up(self._leave())

    def _wait_for_the_frame(self) -> None:
        left = self._held_until - perf_counter()
        if left > 0:
            self._drawn.wait(left)

    def _line_up(self, who: object) -> None:
        self._queue.append(who)
        self._changed.wait_for(lambda: self._queue[0] is who)

    def _leave(self) -> object:
        who = self._queue.popleft()
        self._changed.notify_all()
        return who
