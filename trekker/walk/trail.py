"""All that one trekker did: one row a step, in arrays that grow by doubling."""

from __future__ import annotations

import numpy as np

from trekker.cost import Array

_FIRST_CAPACITY = 256


class Trail:
    """The record of one descent.

    Row k tells of the place θ after k steps (row 0 is the start) and of the step that left it. The row of the
    place where the trekker now stands has no step yet: its ``felt`` and ``change`` are NaN.

    The arrays handed out are read-only views, shape (rows,) or (rows, n); take them anew after each step.
    """

    def __init__(self, theta: Array, cost: float, gradient: Array) -> None:
        dimension = theta.shape[-1]
        self._count = 0
        self._cost = np.empty(_FIRST_CAPACITY)
        self._places = np.full((_FIRST_CAPACITY, 4, dimension), np.nan)
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
    def gradient(self) -> Array:
        """The true slope there, over all rows of the cost, (rows, n)."""
        return self._view(1)

    @property
    def felt(self) -> Array:
        """The slope that the step was decided from: of its batch, before clipping, (rows, n)."""
        return self._view(2)

    @property
    def change(self) -> Array:
        """What the step changed θ by, (rows, n)."""
        return self._view(3)

    @property
    def cost(self) -> Array:
        """The true cost J(θ) over all rows, (rows,)."""
        return _read_only(self._cost[: self._count])

    @property
    def gradient_norm(self) -> Array:
        """How steep the ground is: ‖∇J(θ)‖, (rows,)."""
        with np.errstate(over="ignore", invalid="ignore"):
            norms: Array = np.sqrt((self.gradient**2).sum(axis=-1))
        return norms

    @property
    def work(self) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
        """Cost, gradient and Hessian evaluations that the rule had asked for by then, (rows, 3).

        What the record itself needs (the true cost and slope of every place) is not counted.
        """
        view = self._work[: self._count]
        view.flags.writeable = False
        return view

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
        row[1] = gradient
        self._cost[count] = cost
        self._work[count] = self._worked
        self._visits[count] = self._visited
        self._seconds[count] = self._passed
        self._count = count + 1

    def _view(self, part: int) -> Array:
        return _read_only(self._places[: self._count, part])

    def _double(self) -> None:
        self._cost = np.concatenate([self._cost, np.empty_like(self._cost)])
        self._places = np.concatenate([self._places, np.full_like(self._places, np.nan)])
        self._work = np.concatenate([self._work, np.zeros_like(self._work)])
        self._visits = np.concatenate([self._visits, np.zeros_like(self._visits)])
        self._seconds = np.concatenate([self._seconds, np.zeros_like(self._seconds)])


def _read_only(array: Array) -> Array:
    array.flags.writeable = False
    return array
