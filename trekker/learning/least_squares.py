"""The mean squared error of a model that is linear in its parameters: J(θ) = 1/(2m) ‖Xθ − y‖²."""

from __future__ import annotations

import math

import numpy as np

from trekker.cost import Array, CostFunction, Rows
from trekker.learning.model import Fit

_FEW_ROWS = 64
"""Up to here the rows themselves are summed: that is as quick as anything shorter."""
_MANY_PARAMETERS = 64
"""Above this, finding the short form costs more than it is worth."""
_CHUNK = 1 << 18
"""How many residuals are held at once."""


class LeastSquares(CostFunction):
    """J(θ) = 1/(2m) ‖Xθ − y‖², ∇J(θ) = Xᵀ(Xθ − y)/m, ∇²J = XᵀX/m.

    An orthogonal transform changes no length. So Householder's QR of [X y] turns m rows into n + 1 rows that have
    the same cost and gradient everywhere, as accurate as the sum over all rows and without the cancellation of
    the normal equations (Golub & Van Loan, Matrix Computations, 5.3). The whole cost of a million rows then takes
    microseconds. Batches use the rows themselves.

    Args:
        design: X, shape (m, n), finite.
        targets: y, shape (m,), finite.

    Raises:
        ValueError: where the shapes do not fit.
    """

    has_hessian = is_bowl = True

    def __init__(self, design: Array, targets: Array) -> None:
        if design.ndim != 2 or targets.shape != design.shape[:1] or not design.size:
            raise ValueError(f"the design {design.shape} and the targets {targets.shape} must be (m, n) and (m,)")
        self.rows, self.dimension = design.shape
        self._design = np.ascontiguousarray(design, dtype=np.float64)
        self._targets = np.ascontiguousarray(targets, dtype=np.float64)
        self._short_design, self._short_targets = _shortened(self._design, self._targets)
        with np.errstate(all="ignore"):
            self._hessian = np.dot(self._short_design.T, self._short_design) / self.rows

    @property
    def summed_rows(self) -> int:
        """How many rows are gone through for the cost of all: mostly n + 1."""
        return len(self._short_targets)

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return J(θ), shape (…), for ``theta`` of shape (…, n); the mean over ``rows`` where they are given."""
        return self.cost_and_gradient(theta, rows)[0]

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return ∇J(θ), shape (…, n); the mean over ``rows`` where they are given."""
        return self.cost_and_gradient(theta, rows)[1]

    def cost_and_gradient(self, theta: Array, rows: Rows | None = None) -> tuple[Array, Array]:
        """Return J(θ) and ∇J(θ) from one pass over the residuals."""
        count: float
        if rows is None:
            design, targets, count = self._short_design, self._short_targets, self.rows
        else:
            design, targets, count = self._design.take(rows, 0), self._targets.take(rows), len(rows) or math.nan
        with np.errstate(all="ignore"):
            if theta.ndim == 1:
                residuals = np.dot(design, theta)
                residuals -= targets
                return np.dot(residuals, residuals) * (0.5 / count), np.dot(residuals, design) / count
            return _at_many(theta, design, targets, count)

    def hessian(self, theta: Array) -> Array:
        """Return XᵀX/m, the same everywhere, shape (…, n, n)."""
        return np.tile(self._hessian, (*theta.shape[:-1], 1, 1))

    def minimiser(self) -> Fit:
        """Return the place of the least squares, found with the columns brought to one length."""
        lengths = np.linalg.norm(self._short_design, axis=0)
        lengths[lengths == 0.0] = 1.0
        theta, _, rank, _ = np.linalg.lstsq(self._short_design / lengths, self._short_targets, rcond=None)
        return Fit(theta / lengths, bool(rank == self.dimension))


def _at_many(theta: Array, design: Array, targets: Array, count: float) -> tuple[Array, Array]:
    """Evaluate at ``theta`` (…, n) in chunks, so that memory stays bounded however many rows there are."""
    flat = theta.reshape(-1, theta.shape[-1])
    costs, gradients = np.empty(len(flat)), np.empty(flat.shape)
    stride = max(1, _CHUNK // len(targets)) if len(targets) else max(1, len(flat))
    for first in range(0, len(flat), stride):
        chunk = slice(first, first + stride)
        residuals = np.dot(flat[chunk], design.T)
        residuals -= targets
        np.einsum("ij,ij->i", residuals, residuals, out=costs[chunk])
        np.dot(residuals, design, out=gradients[chunk])
    costs *= 0.5 / count
    gradients /= count
    return costs.reshape(theta.shape[:-1]), gradients.reshape(theta.shape)


def _shortened(design: Array, targets: Array) -> tuple[Array, Array]:
    """Return the n + 1 rows that cost the same as all m; the rows themselves where that is not worth while."""
    rows, dimension = design.shape
    if rows <= max(_FEW_ROWS, dimension + 1) or dimension > _MANY_PARAMETERS:
        return design, targets
    triangle = np.asarray(np.linalg.qr(np.column_stack([design, targets]), mode="r"))
    return np.ascontiguousarray(triangle[:, :-1]), np.ascontiguousarray(triangle[:, -1])
