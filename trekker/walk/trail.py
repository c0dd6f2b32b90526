"""All that one trekker did: one row a step, in arrays that grow by doubling."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from mmap import mmap
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array

_Number = TypeVar("_Number", np.float64, np.int64)

MOST_KEPT = 64
"""With more parameters than these a trail keeps the places, but works the vectors of each step out again."""
_FIRST_CAPACITY = 256
_LARGE = 1 << 22
"""Of so many bytes an array gets pages of memory of its own."""


@dataclass(frozen=True)
class WorkedOut:
    """Vectors that are not kept, one a row, each worked out when it is asked for: the same bit for bit.

    Attributes:
        rows: how many there are.
        at: works out that of one row, from 0; shape (n,).
    """

    rows: int
    at: Callable[[int], Array]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return self.rows

    def __getitem__(self, row: int) -> Array:
        """Return one row, shape (n,); counted from the end where it is negative.

        Raises:
            IndexError: where there is no such row.
        """
        if not -self.rows <= row < self.rows:
            raise IndexError(f"there are {self.rows} rows, and none is number {row}")
        return self.at(row % self.rows)


@dataclass(frozen=True)
class Recall:
    """How a trail that does not keep them gets the vectors of a row back."""

    gradient: Callable[[int], Array]
    felt: Callable[[int], Array]
    change: Callable[[int], Array]


class Trail:
    """The record of one descent.

    Row k tells of the place θ after k steps (row 0 is the start) and of the step that left it. The row of the
    place where the trekker now stands has no step yet: its ``felt`` and ``change`` are NaN.

    The arrays handed out are read-only views, shape (rows,) or (rows, n); take them anew after each step. With a
    ``recall``, only the places and the lengths are kept: a quarter of the memory, which with thousands of parameters
    is what matters. The other vectors are then worked out again, row by row.
    """

    def __init__(self, theta: Array, cost: float, gradient: Array, recall: Recall | None = None) -> None:
        dimension = theta.shape[-1]
        self._recall = recall
        self._count = 0
        self._cost = np.empty(_FIRST_CAPACITY)
        self._slopes = np.empty(_FIRST_CAPACITY if recall else 0)
        self._places = _unwritten((_FIRST_CAPACITY, 1 if recall else 4, dimension))
        self._work = np.zeros((_FIRST_CAPACITY, 3), dtype=np.int64)
        self._worked = (0, 0, 0)
        self._visits = np.zeros(_FIRST_CAPACITY, dtype=np.int64)
        self._visited = 0
        self._seconds = np.zeros(_FIRST_CAPACITY)
        self._passed = 0.0
        self.arrive(theta, cost, gradient)

    def __len__(self) -> int:
        """Return the number of rows: one more than the number of steps."""
        return self._count

    @property
    def steps(self) -> int:
        """The number of steps taken."""
        return self._count - 1

    @property
    def theta(self) -> Array:
        """Where the trekker stood, (rows, n)."""
        return self._view(0)

    @property
    def gradient(self) -> Array | WorkedOut:
        """The true slope there, over all rows of the cost, (rows, n)."""
        return self._view(1) if self._recall is None else WorkedOut(len(self), self._recall.gradient)

    @property
    def felt(self) -> Array | WorkedOut:
        """The slope that the step was decided from: of its batch, before clipping, (rows, n)."""
        return self._view(2) if self._recall is None else WorkedOut(len(self), self._recall.felt)

    @property
    def change(self) -> Array | WorkedOut:
        """What the step changed θ by, (rows, n)."""
        return self._view(3) if self._recall is None else WorkedOut(len(self), self._recall.change)

    @property
    def cost(self) -> Array:
        """The true cost J(θ) over all rows, (rows,)."""
        return _read_only(self._cost[: self._count])

    @property
    def gradient_norm(self) -> Array:
        """How steep the ground is: ‖∇J(θ)‖, (rows,)."""
        if self._recall is not None:
            return _read_only(self._slopes[: self._count])
        return _lengths(self._view(1))

    @property
    def work(self) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
        """Cost, gradient and Hessian evaluations that the rule had asked for by then, (rows, 3).

        What the record itself needs (the true cost and slope of every place) is not counted.
        """
        view = self._work[: self._count]
        view.flags.writeable = False
        return view

    @property
    def worked(self) -> tuple[int, int, int]:
        """Cost, gradient and Hessian evaluations that the rule has asked for up to now."""
        return self._worked

    @property
    def passed(self) -> float:
        """How many seconds deciding the steps has taken up to now."""
        return self._passed

    @property
    def visits(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """How many rows of the data the rule had looked at by then, counted at each evaluation, (rows,)."""
        view = self._visits[: self._count]
        view.flags.writeable = False
        return view

    @property
    def seconds(self) -> Array:
        """How long deciding the steps had taken by then on this computer, (rows,).

        It is a measurement: the one column in which the same walk differs from one time to the next.
        """
        return _read_only(self._seconds[: self._count])

    def slope_at(self, step: int) -> float:
        """Return how steep the ground is at one recorded place: ‖∇J(θ)‖, known without working a vector out."""
        return float(self._slopes[step] if self._recall is not None else _lengths(self._view(1)[step]))

    def depart(
        self,
        felt: Array,
        change: Array,
        work: tuple[int, int, int] = (0, 1, 0),
        *,
        visits: int = 0,
        seconds: float = 0.0,
    ) -> None:
        """Note the step that leaves the newest row, and what deciding it took.

        Args:
            felt: the slope that it was decided from, shape (n,).
            change: what it changes θ by, shape (n,).
            work: the cost, gradient and Hessian evaluations that it asked for.
            visits: the rows that those looked at, all together.
            seconds: how long it took to decide.
        """
        if self._recall is None:
            row = self._places[self._count - 1]
            row[2] = felt
            row[3] = change
        costs, gradients, hessians = self._worked
        self._worked = (costs + work[0], gradients + work[1], hessians + work[2])
        self._visited += visits
        self._passed += seconds

    def arrive(self, theta: Array, cost: float, gradient: Array) -> None:
        """Add the row of a new place."""
        count = self._count
        if count == len(self._cost):
            self._double()
        row = self._places[count]
        row[0] = theta
        if self._recall is None:
            row[1] = gradient
        else:
            self._slopes[count] = _lengths(gradient)
        self._cost[count] = cost
        self._work[count] = self._worked
        self._visits[count] = self._visited
        self._seconds[count] = self._passed
        self._count = count + 1

    def _view(self, part: int) -> Array:
        return _read_only(self._places[: self._count, part])

    def _double(self) -> None:
        """Make room for as many rows again, one array after the other: no more than one of them is there twice."""
        self._cost = _doubled(self._cost)
        self._places = _doubled(self._places)
        if self._recall is None:
            self._places[self._count :] = np.nan
        else:
            self._slopes = _doubled(self._slopes)
        self._work = _doubled(self._work)
        self._visits = _doubled(self._visits)
        self._seconds = _doubled(self._seconds)


def _unwritten(shape: tuple[int, int, int]) -> Array:
    """Return room for rows: NaN where a vector may stay unwritten; else memory that is not even touched."""
    return np.full(shape, np.nan) if shape[1] > 1 else np.empty(shape)


def _doubled(rows: NDArray[_Number]) -> NDArray[_Number]:
    """Return room for twice as many rows, the first half of which are these."""
    shape = 2 * len(rows), *rows.shape[1:]
    room = np.empty(shape, rows.dtype) if 2 * rows.nbytes < _LARGE else _pages(shape, rows.dtype)
    room[: len(rows)] = rows
    return room


def _pages(shape: tuple[int, ...], kind: np.dtype[_Number]) -> NDArray[_Number]:
    """Return room in pages of its own, which the system gets back once it is outgrown: the heap would keep a hole."""
    return np.frombuffer(mmap(-1, math.prod(shape) * kind.itemsize), kind).reshape(shape)


def _lengths(vectors: Array) -> Array:
    """Return the Euclidean lengths (…) of vectors (…, n)."""
    with np.errstate(over="ignore", invalid="ignore"):
        return np.asarray(np.sqrt((vectors**2).sum(axis=-1)))


def _read_only(array: Array) -> Array:
    array.flags.writeable = False
    return array
