"""What a rule remembered, kept now and then, so that any step of a walk can be replayed from close by."""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import Any, NamedTuple, TypeAlias

State: TypeAlias = tuple[Any, ...]

_APART = 128  # steps between two that are kept
_CLOSE = 8  # the same where the slope of every step between them has to be worked out again
_MOST = 4096  # of a longer walk fewer are kept


class Memory(NamedTuple):
    """What a rule remembered before a step, and whether a rule of its kind began with it."""

    step: int
    state: State
    is_beginning: bool = False


class Memories:
    """The memories of one walk.

    Args:
        state: the rule's memory at the start.
        is_close: whether replaying a step takes long, so that memories are kept closer together.
    """

    def __init__(self, state: State, *, is_close: bool) -> None:
        self._apart, self._most = (_CLOSE, sys.maxsize) if is_close else (_APART, _MOST)
        self._kept = [Memory(0, state, is_beginning=True)]

    def __len__(self) -> int:
        """Return how many are kept."""
        return len(self._kept)

    def begin(self, step: int, state: State) -> None:
        """Keep the memory with which a rule of another kind begins."""
        self._kept.append(Memory(step, state, is_beginning=True))

    def pass_by(self, step: int, state: State) -> None:
        """Keep the memory before a step now and then."""
        if step % self._apart == 0:
            self._kept.append(Memory(step, state))
            if len(self._kept) > self._most:
                self._thin()

    def before(self, step: int) -> Memory:
        """Return the last one from which a step can be replayed."""
        return self._kept[bisect_right(self._kept, step, key=lambda memory: memory.step) - 1]

    def _thin(self) -> None:
        """Let go of every other one, but of none with which a rule began."""
        self._apart *= 2
        self._kept = [each for each in self._kept if each.is_beginning or each.step % self._apart == 0]


class NoMemories(Memories):
    """Those of a walk that nobody looks back on."""

    def __init__(self) -> None:
        """Keep nothing."""

    def begin(self, step: int, state: State) -> None:
        """Keep nothing."""

    def pass_by(self, step: int, state: State) -> None:
        """Keep nothing."""
