"""Where a long computation draws breath, and may be held up for a moment by whoever runs it.

The core knows nothing of a window that has to be drawn meanwhile: it breathes, and who runs it for a window says what
happens then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_hold: ContextVar[Callable[[], object] | None] = ContextVar("hold", default=None)


def breathe() -> None:
    """Let whoever runs this hold it up for a moment; called between two parts of what takes long."""
    hold = _hold.get()
    if hold is not None:
        hold()


@contextmanager
def held_up_by(hold: Callable[[], object]) -> Iterator[None]:
    """Call ``hold`` at every breath that this thread draws within the block."""
    before = _hold.set(hold)
    try:
        yield
    finally:
        _hold.reset(before)
