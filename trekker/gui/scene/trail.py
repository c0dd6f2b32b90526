"""A trail made short enough to draw: a hundred thousand steps become at most a few thousand points on the ground.

The map is cut into small squares, and a trail is the sequence of squares it enters. A stretch between two squares
that was drawn once is not drawn again, so that a walk that swings to and fro for ever costs no more than its first
swing. Where that is still too much, the squares grow. The last steps are always drawn as they were.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.gui.scene.landscape import SIDE

_SQUARE = 0.002 * SIDE
_MOST_STRETCHES = 900
_RECENT = 48
_KEY_BASE = np.int64(1) << 31

Index = NDArray[np.int64]


class TrailShape:
    """The stretches of one trail that are worth drawing; longer trails of the same walk only add to it."""

    def __init__(self, unit: Array) -> None:
        """Take how much of the scene one unit of θ₀ and of θ₁ takes, shape (2,)."""
        self._unit = unit
        self._forget(_SQUARE)
        self._probed = np.empty((0, 2))

    def stretches(self, thetas: Array) -> Index:
        """Return pairs (s, 2) of indices into ``thetas`` (k, 2) between which to draw, in order of walking.

        ``thetas`` may be a longer or shorter piece of the walk seen before, or another walk.
        """
        if not self._continues(thetas):
            self._forget(_SQUARE)
            self._probed = np.empty((0, 2))
        first = _first_recent(len(thetas))
        if first >= self._read:
            self._extend(thetas[: first + 1])
            self._probed = thetas[_probes(self._read)].copy()
        early = self._pairs[: np.searchsorted(self._pairs[:, 1], first, side="right")]
        recent = np.arange(first, max(first, len(thetas) - 1), dtype=np.int64)
        return np.concatenate((early, self._link(thetas, early, first), np.stack((recent, recent + 1), axis=1)))

    def _link(self, thetas: Array, early: Index, first: int) -> Index:
        """Return the stretch (1 or 0, 2) that closes the small gap between the early part and the recent one."""
        last = int(early[-1, 1]) if len(early) else 0
        near = last < first and bool((np.abs((thetas[first] - thetas[last]) * self._unit) < 2 * self._square).all())
        return np.array([(last, first)] if near else np.empty((0, 2)), dtype=np.int64)

    def _forget(self, square: float) -> None:
        self._square = square
        self._read = 0
        self._entered = 0
        self._pairs: Index = np.empty((0, 2), dtype=np.int64)
        self._drawn: NDArray[np.int64] = np.empty(0, dtype=np.int64)

    def _continues(self, thetas: Array) -> bool:
        """Tell whether ``thetas`` belong to the walk seen before, by points at 1, 2, 4, 8… steps and the last."""
        known = _probes(self._read)
        shared = known < len(thetas)
        return np.array_equal(thetas[known[shared]], self._probed[shared], equal_nan=True)

    def _extend(self, thetas: Array) -> None:
        self._add(thetas)
        while len(self._pairs) > _MOST_STRETCHES:
            self._forget(self._square * 2)
            self._add(thetas)

    def _add(self, thetas: Array) -> None:
        """Read the thetas after those read already, and keep the stretches that are new."""
        first = max(0, self._read)
        known = np.concatenate((thetas[self._entered : self._entered + 1], thetas[first:])) if first else thetas
        indices = np.concatenate(([self._entered], np.arange(first, len(thetas)))) if first else np.arange(len(thetas))
        self._read = len(thetas)
        usable = np.isfinite(known).all(axis=1)
        indices, squares = indices[usable], np.floor(np.clip(known[usable] * self._unit, -1e3, 1e3) / self._square)
        if len(indices) < 2:
            return
        moved = np.concatenate(([True], (squares[1:] != squares[:-1]).any(axis=1)))
        indices, names = indices[moved], _names(squares[moved])
        self._entered = int(indices[-1])
        keys = names[:-1] * _KEY_BASE + names[1:]
        fresh = np.sort(np.unique(keys, return_index=True)[1])
        fresh = fresh[~np.isin(keys[fresh], self._drawn)]
        self._drawn = np.concatenate((self._drawn, keys[fresh]))
        self._pairs = np.concatenate((self._pairs, np.stack((indices[fresh], indices[fresh + 1]), axis=1)))


def _first_recent(count: int) -> int:
    """Return the step from which on all are drawn: it moves on seldom, so that what was laid before can stay.

    >>> [_first_recent(count) for count in (0, 60, 96, 97, 143, 144)]
    [0, 0, 48, 48, 48, 96]
    """
    return max(0, count // _RECENT - 1) * _RECENT


def _names(squares: Array) -> NDArray[np.int64]:
    """Give each square a number below 2³¹; far off the map several share one, which costs a stretch nobody sees."""
    whole = squares.astype(np.int64)
    return (whole[:, 0] * 40_503 + whole[:, 1]) % _KEY_BASE


def _probes(count: int) -> Index:
    """Return 0, 1, 2, 4, 8… below ``count``, and ``count`` − 1."""
    powers = 2 ** np.arange(max(count, 1).bit_length(), dtype=np.int64)
    return np.unique(np.concatenate(([0], powers[powers < count], [count - 1]))) if count else powers[:0]
