"""What a walk can be plotted by: every recorded quantity, worked out once for each row and then kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from trekker.cost import Array
from trekker.ground import Ground
from trekker.walk.descent import Descent
from trekker.walk.trail import MOST_KEPT, Trail, WorkedOut

_FIRST_CAPACITY = 256
_MOST_PARAMETERS = 6
_AT_ONCE = 65_536  # rows whose distances to all minima are in memory together


@dataclass(frozen=True)
class Quantity:
    """Something of a walk that has one number at every row of its trail.

    Attributes:
        name: the key in the code and in files.
        label: what people call it.
        symbol: how an axis writes it; the label where there is none.
        rows: works out the rows from the first to before the last of some; what is not known yet is NaN.
        is_effort: whether it only ever grows, so that others can be plotted against it as a race.
        spans_decades: whether a logarithmic axis suits it.
        tells_of_minima: whether it tells where minima are, which no trekker can know.
    """

    name: str
    label: str
    rows: Callable[[Descent, int, int], Array]
    symbol: str = ""
    is_effort: bool = False
    spans_decades: bool = False
    tells_of_minima: bool = False


STEP = Quantity(
    "step", label="step", rows=lambda _, first, last: np.arange(first, last, dtype=np.float64), is_effort=True
)
COST = Quantity(
    "cost", label="cost J", rows=lambda d, first, last: d.trail.cost[first:last], symbol="J", spans_decades=True
)
SLOPE = Quantity(
    "slope",
    label="slope ‖∇J‖",
    rows=lambda d, first, last: _slopes(d.trail, first, last),
    symbol="‖∇J‖",
    spans_decades=True,
)
FELT_SLOPE = Quantity(
    "felt_slope", label="felt slope", rows=lambda d, first, last: _felt_slopes(d.trail, first, last), spans_decades=True
)
STEP_LENGTH = Quantity(
    "step_length",
    label="step length",
    rows=lambda d, first, last: _step_lengths(d.trail, first, last),
    symbol="‖Δθ‖",
    spans_decades=True,
)
GRADIENTS = Quantity(
    "gradients",
    label="gradient evaluations",
    rows=lambda d, first, last: d.trail.work[first:last, 1].astype(float),
    is_effort=True,
)
COSTS = Quantity(
    "costs",
    label="cost evaluations",
    rows=lambda d, first, last: d.trail.work[first:last, 0].astype(float),
    is_effort=True,
)
ROW_VISITS = Quantity(
    "row_visits",
    label="row visits",
    rows=lambda d, first, last: d.trail.visits[first:last].astype(float),
    is_effort=True,
)
EPOCHS = Quantity(
    "epochs",
    label="epochs",
    rows=lambda d, first, last: d.trail.visits[first:last] / max(1, d.rows_in_an_epoch),
    is_effort=True,
)
SECONDS = Quantity("seconds", label="seconds", rows=lambda d, first, last: d.trail.seconds[first:last], is_effort=True)


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
    """One quantity of one walk; a row is worked out when it is first asked for, and kept."""

    def __init__(self, descent: Descent, quantity: Quantity) -> None:
        self._descent = descent
        self._quantity = quantity
        self._values = np.empty(_FIRST_CAPACITY)
        self._settled = 0

    def values(self) -> Array:
        """Return all rows up to now, shape (rows,), read-only; only those added since the last call cost time."""
        count = len(self._descent.trail)
        if count > len(self._values):
            room = np.empty(max(count, 2 * len(self._values)))
            room[: self._settled] = self._values[: self._settled]
            self._values = room
        if count > self._settled:
            self._values[self._settled : count] = self._quantity.rows(self._descent, self._settled, count)
            self._settled = count - 1  # the newest row has no step yet: it is worked out once more
        view = self._values[:count]
        view.flags.writeable = False
        return view


def _slopes(trail: Trail, first: int, last: int) -> Array:
    gradients = trail.gradient
    return trail.gradient_norm[first:last] if isinstance(gradients, WorkedOut) else _length(gradients[first:last])


def _felt_slopes(trail: Trail, first: int, last: int) -> Array:
    felt = trail.felt
    return np.full(last - first, np.nan) if isinstance(felt, WorkedOut) else _length(felt[first:last])


def _step_lengths(trail: Trail, first: int, last: int) -> Array:
    """Return how long the steps are that left some rows; where they are not kept, from place to place."""
    changes = trail.change
    if not isinstance(changes, WorkedOut):
        return _length(changes[first:last])
    known = _length(np.diff(trail.theta[first : last + 1], axis=0))
    return np.append(known, np.full(last - first - len(known), np.nan))


def _length(vectors: Array) -> Array:
    """Return how long vectors are, (rows, n) to (rows,)."""
    with np.errstate(over="ignore", invalid="ignore"):
        lengths: Array = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    return lengths


def _parameter(index: int) -> Quantity:
    symbol = "θ" + str(index).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
    return Quantity(
        f"theta_{index}", symbol, rows=lambda d, first, last: d.trail.theta[first:last, index], symbol=symbol
    )


def _distance_to(ground: Ground) -> Quantity:
    """Return how far a walk is from the nearest known minimum of its ground."""
    minima = np.array([minimum.theta for minimum in ground.minima], dtype=np.float64)

    def rows(descent: Descent, first: int, last: int) -> Array:
        theta = descent.trail.theta[first:last]
        parts = [theta[begin : begin + _AT_ONCE] for begin in range(0, len(theta), _AT_ONCE)]
        return np.concatenate([_nearest(part, minima) for part in parts])

    return Quantity("distance", label="distance to a minimum", rows=rows, spans_decades=True, tells_of_minima=True)


def _nearest(theta: Array, minima: Array) -> Array:
    with np.errstate(over="ignore", invalid="ignore"):
        nearest: Array = np.stack([_length(theta - minimum) for minimum in minima]).min(axis=0)
    return nearest
