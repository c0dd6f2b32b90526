"""Peaks and dips of a growing column, kept in buckets, so that a picture of a million rows looks at a few thousand."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array

_SMALLEST = 64  # rows in a bucket of the lowest level
_FACTOR = 4  # buckets that become one of the next level

Rows = NDArray[np.int64]


class Values(Protocol):
    """What is looked for peaks: an array, or what gives parts of one when it is asked."""

    def __len__(self) -> int: ...

    def __getitem__(self, rows: slice | Rows, /) -> Array: ...


class Peaks:
    """Knows where a column is lowest and highest within every bucket of 64, 256, 1024, … rows.

    The column may only grow, and only its newest row may change. What is not finite is no peak.
    """

    def __init__(self) -> None:
        self._levels: list[_Level] = [_Level(_SMALLEST)]

    def pick(self, values: Values, first: int, last: int, most: int) -> Rows:
        """Return at most about ``most`` rows from ``first`` to before ``last``, in order, with every peak and dip.

        Where there are no more than ``most``, all of them.
        """
        if last - first <= most:
            return np.arange(first, last)
        self._learn(values)
        wanted = 2 * (last - first) / most
        level = next((each for each in reversed(self._levels) if each.width <= wanted and each.count), None)
        if level is None:
            return first + spread(values[first:last], most)
        begin, end = -(-first // level.width), last // level.width
        if end <= begin:
            return first + spread(values[first:last], most)
        low, high = level.low[begin:end], level.high[begin:end]
        inner_first, inner_last = begin * level.width, end * level.width
        edges = [first + extremes(values[first:inner_first]), inner_last + extremes(values[inner_last:last])]
        picked = np.unique(np.concatenate([[first], low, high, *edges, [last - 1]]))
        return picked if len(picked) <= most else picked[spread(values[picked], most)]

    def _learn(self, values: Values) -> None:
        """Take in the buckets that are complete now; the newest row still waits for its step."""
        settled = len(values) - 1
        self._levels[0].extend(values, settled)
        for index in range(1, len(self._levels)):
            self._levels[index].extend_from(values, self._levels[index - 1])
        while self._levels[-1].count >= _FACTOR:
            self._levels.append(_Level(self._levels[-1].width * _FACTOR))
            self._levels[-1].extend_from(values, self._levels[-2])


class _Level:
    """The buckets of one width."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.count = 0
        self._low: Rows = np.empty(16, dtype=np.int64)
        self._high: Rows = np.empty(16, dtype=np.int64)

    @property
    def low(self) -> Rows:
        """The row of the lowest value of each bucket."""
        return self._low[: self.count]

    @property
    def high(self) -> Rows:
        """The row of the highest value of each bucket."""
        return self._high[: self.count]

    def extend(self, values: Values, settled: int) -> None:
        """Add the buckets whose rows are all settled."""
        begin, end = self.count, settled // self.width
        if end > begin:
            buckets = values[begin * self.width : end * self.width].reshape(-1, self.width)
            offsets = np.arange(begin, end) * self.width
            self._append(offsets + _lowest(buckets), offsets + _highest(buckets))

    def extend_from(self, values: Values, finer: _Level) -> None:
        """Add the buckets whose parts the level below has all."""
        begin, end = self.count, finer.count // _FACTOR
        if end > begin:
            parts = slice(begin * _FACTOR, end * _FACTOR)
            low, high = finer.low[parts].reshape(-1, _FACTOR), finer.high[parts].reshape(-1, _FACTOR)
            each = np.arange(end - begin)
            self._append(low[each, _lowest(values[low])], high[each, _highest(values[high])])

    def _append(self, low: Rows, high: Rows) -> None:
        count = self.count + len(low)
        if count > len(self._low):
            self._low, self._high = (_longer(each, count) for each in (self._low, self._high))
        self._low[self.count : count] = low
        self._high[self.count : count] = high
        self.count = count


def spread(values: Array, most: int) -> Rows:
    """Return at most about ``most`` rows of an array, in order: its ends, and the peak and dip of each even bucket."""
    count = len(values)
    if count <= most:
        return np.arange(count)
    width = -(-count // (most // 2))
    padded = np.full(width * -(-count // width), np.nan)
    padded[:count] = values
    rows = padded.reshape(-1, width)
    first = np.arange(len(rows)) * width
    picked = np.unique(np.concatenate([[0], first + _lowest(rows), first + _highest(rows), [count - 1]]))
    return picked[picked < count]


def extremes(values: Array) -> Rows:
    """Return the rows of the lowest and the highest value; none of nothing."""
    if not len(values):
        return np.empty(0, dtype=np.int64)
    return np.concatenate([_lowest(values[np.newaxis]), _highest(values[np.newaxis])])


def _lowest(rows: Array) -> Rows:
    return np.asarray(np.where(np.isfinite(rows), rows, np.inf).argmin(axis=1))


def _highest(rows: Array) -> Rows:
    return np.asarray(np.where(np.isfinite(rows), rows, -np.inf).argmax(axis=1))


def _longer(rows: Rows, count: int) -> Rows:
    longer = np.empty(max(count, 2 * len(rows)), dtype=np.int64)
    longer[: len(rows)] = rows
    return longer
