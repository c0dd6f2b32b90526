"""The cost of a model whose score is linear in its parameters, with any loss: J(θ) = mean ℓ(Xθ, y)."""

from __future__ import annotations

import math

import numpy as np

from trekker.cost import Array, CostFunction, Rows
from trekker.learning.losses import ScalarLoss

_CHUNK = 1 << 18
"""How many scores are held at once."""


class LinearScores(CostFunction):
    """J(θ) = 1/m Σ ℓ(zᵢ, yᵢ) with z = Xθ; ∇J = Xᵀℓ′/m; ∇²J = Xᵀ diag(ℓ″) X/m.

    Args:
        design: X, shape (m, n), finite.
        targets: y, shape (m,), finite.
        loss: ℓ.

    Raises:
        ValueError: where the shapes do not fit.
    """

    has_hessian = True

    def __init__(self, design: Array, targets: Array, loss: ScalarLoss) -> None:
        if design.ndim != 2 or targets.shape != design.shape[:1] or not design.size:
            raise ValueError(f"the design {design.shape} and the targets {targets.shape} must be (m, n) and (m,)")
        self.rows, self.dimension = design.shape
        self.design = np.ascontiguousarray(design, dtype=np.float64)
        self.targets = np.ascontiguousarray(targets, dtype=np.float64)
        self._loss = loss

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return J(θ), shape (…); the mean over ``rows`` where they are given."""
        design, targets, count = self._picked(rows)
        with np.errstate(all="ignore"):
            if theta.ndim == 1:
                mean: Array = self._loss.values(np.dot(design, theta), targets).sum() / count
                return mean
            flat = theta.reshape(-1, self.dimension)
            sums = [
                self._loss.values(np.dot(flat[part], design.T), targets).sum(axis=-1) for part in _parts(flat, design)
            ]
            return np.concatenate(sums).reshape(theta.shape[:-1]) / count

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return ∇J(θ), shape (…, n); the mean over ``rows`` where they are given."""
        return self.cost_and_gradient(theta, rows)[1]

    def cost_and_gradient(self, theta: Array, rows: Rows | None = None) -> tuple[Array, Array]:
        """Return J(θ) and ∇J(θ) from one pass over the scores."""
        design, targets, count = self._picked(rows)
        with np.errstate(all="ignore"):
            if theta.ndim == 1:
                values, slopes = self._loss.values_and_slopes(np.dot(design, theta), targets)
                return values.sum() / count, np.dot(slopes, design) / count
            flat = theta.reshape(-1, self.dimension)
            costs, gradients = np.empty(len(flat), theta.dtype), np.empty(flat.shape, theta.dtype)
            for part in _parts(flat, design):
                values, slopes = self._loss.values_and_slopes(np.dot(flat[part], design.T), targets)
                costs[part] = values.sum(axis=-1) / count
                gradients[part] = np.dot(slopes, design) / count
            return costs.reshape(theta.shape[:-1]), gradients.reshape(theta.shape)

    def hessian(self, theta: Array) -> Array:
        """Return Xᵀ diag(ℓ″) X/m, shape (…, n, n)."""
        flat = theta.reshape(-1, self.dimension)
        with np.errstate(all="ignore"):
            found = np.stack([self._hessian_at(place) for place in flat])
        return found.reshape(*theta.shape, self.dimension)

    def _hessian_at(self, theta: Array) -> Array:
        bent = self._loss.curvatures(np.dot(self.design, theta), self.targets)
        half: Array = np.dot((self.design * bent[:, np.newaxis]).T, self.design) / self.rows
        return (half + half.T) / 2

    def _picked(self, rows: Rows | None) -> tuple[Array, Array, float]:
        if rows is None:
            return self.design, self.targets, self.rows
        return self.design.take(rows, 0), self.targets.take(rows), len(rows) or math.nan


def _parts(places: Array, design: Array) -> list[slice]:
    """Return slices of the places whose scores fit into the memory that is allowed."""
    stride = max(1, _CHUNK // max(1, len(design)))
    return [slice(first, first + stride) for first in range(0, len(places), stride)]
