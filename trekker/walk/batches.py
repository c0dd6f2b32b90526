"""Which rows each step feels: all of them, one, or a few, from a seeded shuffle of every epoch."""

from __future__ import annotations

import numpy as np

from trekker.cost import Rows


class Batches:
    """The rows of each step.

    Every epoch walks through all rows once, in an order shuffled anew from the seed. The rows of a step follow
    from its number alone, so that a step can be looked at again without walking there.

    Args:
        rows: how many rows the cost has.
        size: how many of them one step feels; None, or at least ``rows``, feels all.
        seed: where the shuffles come from.
    """

    def __init__(self, rows: int, size: int | None, seed: np.random.SeedSequence) -> None:
        self._rows = rows
        self._size = rows if size is None else min(size, rows)
        self._seed = seed
        self._shuffled: tuple[int, Rows] = (-1, np.arange(0))

    @property
    def feels_all(self) -> bool:
        """Whether every step feels the whole ground."""
        return self._size >= self._rows

    @property
    def steps_per_epoch(self) -> int:
        """How many steps see every row once."""
        return 1 if self.feels_all else -(-self._rows // self._size)

    def rows_at(self, step: int) -> Rows | None:
        """Return the rows that step number ``step`` (from 0) feels; None for all of them."""
        if self.feels_all:
            return None
        epoch, turn = divmod(step, self.steps_per_epoch)
        shuffled, order = self._shuffled
        if epoch != shuffled:
            order = self._shuffle(epoch)
            self._shuffled = (epoch, order)  # at one stroke: another thread may look
        return order[turn * self._size : (turn + 1) * self._size]

    def count_at(self, step: int) -> int:
        """Return how many rows step number ``step`` (from 0) feels; the last step of an epoch may feel fewer."""
        if self.feels_all:
            return self._rows
        return min(self._size, self._rows - step % self.steps_per_epoch * self._size)

    def _shuffle(self, epoch: int) -> Rows:
        seed = np.random.SeedSequence(self._seed.entropy, spawn_key=(*self._seed.spawn_key, epoch))
        return np.random.default_rng(seed).permutation(self._rows)
