"""The cost of a linear score over rows that are mostly zeros, such as texts as bags of words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from trekker.cost import Array, CostFunction, Rows
from trekker.learning.losses import ScalarLoss


@dataclass(frozen=True, eq=False)
class SparseRows:
    """A matrix (m, n) of which only the numbers that are not zero are kept, row by row.

    Attributes:
        columns: n.
        ends: where each row ends, shape (m + 1,), the first number 0.
        places: the column of each number.
        values: the numbers.
    """

    columns: int
    ends: Rows
    places: Rows
    values: Array

    @classmethod
    def of(cls, rows: Sequence[tuple[Rows, Array]], columns: int) -> SparseRows:
        """Put rows together, each as the places of its numbers and the numbers."""
        ends = np.cumsum([0, *(len(places) for places, _ in rows)])
        places = np.concatenate([np.empty(0, np.intp), *(places for places, _ in rows)]).astype(np.intp)
        return cls(columns, ends, places, np.concatenate([np.empty(0), *(values for _, values in rows)]))

    def __len__(self) -> int:
        """Return m."""
        return len(self.ends) - 1

    def picked(self, rows: Rows) -> SparseRows:
        """Return only these rows, in this order."""
        lengths = np.diff(self.ends)[rows]
        ends = np.concatenate([[0], np.cumsum(lengths)])
        kept = np.arange(ends[-1]) + np.repeat(self.ends[rows] - ends[:-1], lengths)
        return SparseRows(self.columns, ends, self.places[kept], self.values[kept])

    def times(self, theta: Array) -> Array:
        """Return each row times ``theta`` (n,), shape (m,), in the precision of ``theta``."""
        products = self.values * theta[self.places]
        if products.dtype == np.float64:
            return np.asarray(np.bincount(self._row_of_each, products, len(self)), dtype=np.float64)
        total = np.zeros(len(self), dtype=products.dtype)  # of more digits than bincount keeps
        np.add.at(total, self._row_of_each, products)
        return total

    def summed(self, weights: Array) -> Array:
        """Return the rows added up, each times its weight of ``weights`` (m,), shape (n,)."""
        spread = self.values * weights[self._row_of_each]
        return np.asarray(np.bincount(self.places, spread, self.columns), dtype=np.float64)

    @cached_property
    def _row_of_each(self) -> Rows:
        return np.repeat(np.arange(len(self)), np.diff(self.ends))


class SparseScores(CostFunction):
    """J(θ) = 1/m Σ ℓ(zᵢ, yᵢ) with z = θ₀ + xθ₁₋, the x mostly zeros.

    Args:
        rows: x, one row a text.
        targets: y, shape (m,).
        loss: ℓ.
    """

    def __init__(self, rows: SparseRows, targets: Array, loss: ScalarLoss) -> None:
        self.rows, self.dimension = len(rows), rows.columns + 1
        self._table, self._targets, self._loss = rows, targets, loss

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return J(θ), shape (…); the mean over ``rows`` where they are given."""
        table, targets, count = self._picked(rows)
        with np.errstate(all="ignore"):
            return np.asarray(self._loss.values(scores(table, theta), targets).sum(axis=-1) / count)

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return ∇J(θ), shape (…, n); the mean over ``rows`` where they are given."""
        return self.cost_and_gradient(theta, rows)[1]

    def cost_and_gradient(self, theta: Array, rows: Rows | None = None) -> tuple[Array, Array]:
        """Return J(θ) and ∇J(θ) from one pass."""
        table, targets, count = self._picked(rows)
        with np.errstate(all="ignore"):
            values, slopes = self._loss.values_and_slopes(scores(table, theta), targets)
            flat = slopes.reshape(-1, len(table))
            gradient = np.empty((len(flat), self.dimension))
            gradient[:, 0] = flat.sum(axis=-1)
            for number, each in enumerate(flat):
                gradient[number, 1:] = table.summed(each)
            gradient /= count
            return np.asarray(values.sum(axis=-1) / count), gradient.reshape(theta.shape)

    def _picked(self, rows: Rows | None) -> tuple[SparseRows, Array, float]:
        if rows is None:
            return self._table, self._targets, self.rows
        return self._table.picked(rows), self._targets.take(rows), len(rows) or math.nan


def scores(table: SparseRows, theta: Array) -> Array:
    """Return θ₀ + xθ₁₋ of every row, shape (…, m), for ``theta`` of shape (…, n)."""
    flat = theta.reshape(-1, theta.shape[-1])
    found = np.array([each[0] + table.times(each[1:]) for each in flat])
    return found.reshape(*theta.shape[:-1], len(table))
