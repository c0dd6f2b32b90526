"""What a walk can be plotted by: every recorded quantity, read from the trail for those rows that are looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.ground import Ground
from trekker.walk.descent import Descent
from trekker.walk.trail import MOST_KEPT, Trail, WorkedOut

_FIRST_CAPACITY = 256
_MOST_PARAMETERS = 6
_AT_ONCE = 65_536  # rows whose distances to all minima are in memory together

Which: TypeAlias = slice | NDArray[np.intp]
"""Some rows: one after another, or by their numbers, in an array of any shape."""


@dataclass(frozen=True)
class Quantity:
    """Something of a walk that has one number at every row of its trail.

    Attributes:
        name: the key in the code and in files.
        label: what people call it.
        symbol: how an axis writes it; the label where there is none.
        rows: works out some rows, shape of their numbers; what is not known yet is NaN.
        is_effort: whether it only ever grows, so that others can be plotted against it as a race.
        spans_decades: whether a logarithmic axis suits it.
        tells_of_minima: whether it tells where minima are, which no trekker can know.
    """

    name: str
    label: str
    rows: Callable[[Descent, Which], Array]
    symbol: str = ""
    is_effort: bool = False
    spans_decades: bool = False
    tells_of_minima: bool = False


STEP = Quantity("step", label="step", rows=lambda d, rows: _steps(len(d.trail), rows), is_effort=True)
COST = Quantity("cost", label="cost J", rows=lambda d, rows: d.trail.cost[rows], symbol="J", spans_decades=True)
SLOPE = Quantity(
    "slope",
    label="slope ‖∇J‖",
    rows=lambda d, rows: _slopes(d.trail, rows),
    symbol="‖∇J‖",
    spans_decades=True,
)
FELT_SLOPE = Quantity(
    "felt_slope", label="felt slope", rows=lambda d, rows: _felt_slopes(d.trail, rows), spans_decades=True
)
STEP_LENGTH = Quantity(
    "step_length",
    label="step length",
    rows=lambda d, rows: _step_lengths(d.trail, rows),
    symbol="‖Δθ‖",
    spans_decades=True,
)
GRADIENTS = Quantity(
    "gradients",
    label="gradient evaluations",
    rows=lambda d, rows: d.trail.work[rows, 1].astype(float),
    is_effort=True,
)
COSTS = Quantity(
    "costs",
    label="cost evaluations",
    rows=lambda d, rows: d.trail.work[rows, 0].astype(float),
    is_effort=True,
)
ROW_VISITS = Quantity(
    "row_visits",
    label="row visits",
    rows=lambda d, rows: d.trail.visits[rows].astype(float),
    is_effort=True,
)
EPOCHS = Quantity(
    "epochs",
    label="epochs",
    rows=lambda d, rows: d.trail.visits[rows] / max(1, d.rows_in_an_epoch),
    is_effort=True,
)
SECONDS = Quantity("seconds", label="seconds", rows=lambda d, rows: d.trail.seconds[rows], is_effort=True)


def quantities(ground: Ground) -> tuple[Quantity, ...]:
    """Return what can be plotted of walks on a ground: efforts first, then what was found, then places.

    Row visits and epochs are there where the ground has rows, the distance where it has known minima; of many
    parameters only the first six can be chosen.
    """
    of_data = (ROW_VISITS, EPOCHS) if ground.cost.rows else ()
    known = (_distance_to(ground),) if ground.minima else ()
    places = tuple(_parameter(index) for index in range(min(ground.cost.dimension, _MOST_PARAMETERS)))
    efforts = (STEP, GRADIENTS, COSTS, *of_data, SECONDS)
    slopes = (SLOPE, FELT_SLOPE) if ground.cost.dimension <= MOST_KEPT else (SLOPE,)
    return (*efforts, COST, *slopes, STEP_LENGTH, *known, *places)


class Column:
    """One quantity of one walk, as long as its trail is by now.

    Its rows are worked out when they are asked for, and nothing of them is kept: an hour's walk has a million. Only
    with many parameters, where each takes long and the trail is so large that it does not matter, all are.
    """

    def __init__(self, descent: Descent, quantity: Quantity) -> None:
        self._descent = descent
        self._quantity = quantity
        self._is_kept = descent.ground.cost.dimension > MOST_KEPT
        self._kept = np.empty(_FIRST_CAPACITY if self._is_kept else 0)
        self._settled = 0

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._descent.trail)

    @overload
    def __getitem__(self, rows: int) -> float: ...

    @overload
    def __getitem__(self, rows: Which) -> Array: ...

    def __getitem__(self, rows: int | Which) -> float | Array:
        """Return one row, or some."""
        if isinstance(rows, int | np.integer):
            return float(self[np.array([rows])][0])
        return self._all()[rows] if self._is_kept else self._quantity.rows(self._descent, rows)

    def values(self) -> Array:
        """Return all rows up to now, shape (rows,)."""
        return self[:]

    def _all(self) -> Array:
        """Return all rows, of which only those added since the last call cost time; read-only."""
        count = len(self)
        if count > len(self._kept):
            room = np.empty(max(count, 2 * len(self._kept)))
            room[: self._settled] = self._kept[: self._settled]
            self._kept = room
        if count > self._settled:
            self._kept[self._settled : count] = self._quantity.rows(self._descent, slice(self._settled, count))
            self._settled = count - 1  # the newest row has no step yet: it is worked out once more
        view = self._kept[:count]
        view.flags.writeable = False
        return view


def _steps(count: int, rows: Which) -> Array:
    """Return the numbers of some rows of so many."""
    return np.arange(*rows.indices(count), dtype=np.float64) if isinstance(rows, slice) else rows.astype(np.float64)


def _slopes(trail: Trail, rows: Which) -> Array:
    gradients = trail.gradient
    return trail.gradient_norm[rows] if isinstance(gradients, WorkedOut) else _length(gradients[rows])


def _felt_slopes(trail: Trail, rows: Which) -> Array:
    felt = trail.felt
    return np.full(len(trail), np.nan)[rows] if isinstance(felt, WorkedOut) else _length(felt[rows])


def _step_lengths(trail: Trail, rows: Which) -> Array:
    """Return how long the steps are that left some rows; where they are not kept, from place to place."""
    changes = trail.change
    if not isinstance(changes, WorkedOut):
        return _length(changes[rows])
    newest = trail.steps
    numbers = np.arange(*rows.indices(newest + 1)) if isinstance(rows, slice) else rows
    lengths = _length(trail.theta[np.minimum(numbers + 1, newest)] - trail.theta[numbers])
    lengths[numbers == newest] = np.nan
    return lengths


def _length(vectors: Array) -> Array:
    """Return how long vectors are, (…, n) to (…)."""
    with np.errstate(over="ignore", invalid="ignore"):
        lengths: Array = np.sqrt(np.einsum("...j,...j->...", vectors, vectors))
    return lengths


def _parameter(index: int) -> Quantity:
    symbol = "θ" + str(index).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
    return Quantity(f"theta_{index}", symbol, rows=lambda d, rows: d.trail.theta[rows, index], symbol=symbol)


def _distance_to(ground: Ground) -> Quantity:
    """Return how far a walk is from the nearest known minimum of its ground."""
    minima = np.array([minimum.theta for minimum in ground.minima], dtype=np.float64)

    def rows(descent: Descent, rows: Which) -> Array:
        theta = descent.trail.theta[rows]
        parts = [theta[begin : begin + _AT_ONCE] for begin in range(0, max(1, len(theta)), _AT_ONCE)]
        return np.concatenate([_nearest(part, minima) for part in parts])

    return Quantity("distance", label="distance to a minimum", rows=rows, spans_decades=True, tells_of_minima=True)


def _nearest(theta: Array, minima: Array) -> Array:
    with np.errstate(over="ignore", invalid="ignore"):
        nearest: Array = np.stack([_length(theta - minimum) for minimum in minima]).min(axis=0)
    return nearest
