"""Pictures that take a while: one is worked out at a time, and of those asked for meanwhile only the newest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from trekker.gui.background.jobs import Jobs
from trekker.gui.background.workbench import Workbench


class Latest(QObject):
    """Works out what is asked for off the GUI thread, and hands each result to ``done``.

    Unlike :class:`Jobs` it lets what is under way finish, so that asking often never starves the picture.
    """

    def __init__(self, done: Callable[[Any], None], parent: QObject) -> None:
        super().__init__(parent)
        self._done = done
        self._jobs = Jobs(self)
        self._next: Callable[[], Any] | None = None

    def share(self, workbench: Workbench) -> None:
        """Take turns with others at this bench."""
        self._jobs.share(workbench)

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return self._jobs.busy

    def ask(self, work: Callable[[], Any]) -> None:
        """Work this out next."""
        if self._jobs.busy:
            self._next = work
        else:
            self._jobs.start(lambda _: work(), self._take, self._give_up)

    def forget(self) -> None:
        """Want nothing any more of what was asked for."""
        self._next = None
        self._jobs.cancel()

    def finish(self) -> None:
        """Want nothing any more, and wait until the thread is free."""
        self._next = None
        self._jobs.wait()

    def _take(self, result: Any) -> None:
        self._done(result)
        self._go_on()

    def _give_up(self, _: str) -> None:
        """Draw nothing new: what cannot be worked out at one place may be at the next."""
        self._go_on()

    def _go_on(self) -> None:
        work, self._next = self._next, None
        if work is not None:
            self.ask(work)
