"""The contract that every ground keeps: a cost J(θ), its gradient, and where two parameters allow it, its Hessian.

Everything the trekker can walk on is a :class:`CostFunction`: a formula, a measured landscape, the mean loss of
a model over its data. The optimizers, the walk and the scene know nothing else about the ground.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Rows: TypeAlias = NDArray[np.intp]


class CostFunction(ABC):
    """A cost J(θ) over ``dimension`` parameters, with its exact gradient.

    Vectorised over leading axes: ``theta`` of shape (…, n) gives a cost of shape (…) and a gradient of shape
    (…, n), in float64. Pure: the same argument gives the same answer, bit for bit, and nothing is printed.
    Outside its domain, or where numbers overflow, it answers NaN or infinity and never raises.

    Attributes:
        dimension: n, the number of parameters.
        rows: the number of rows whose mean loss J is; 0 for a plain terrain, which has none.
        has_hessian: whether :meth:`hessian` is there.
        is_bowl: whether J is known to be convex and to have a lowest place, so that every valley floor is the lowest.
    """

    dimension: int
    rows: int = 0
    has_hessian: bool = False
    is_bowl: bool = False

    @abstractmethod
    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return J(θ), shape (…), for ``theta`` of shape (…, n); over ``rows`` alone where they are given."""

    @abstractmethod
    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return ∇J(θ), shape (…, n), exact; over ``rows`` alone where they are given."""

    def cost_and_gradient(self, theta: Array, rows: Rows | None = None) -> tuple[Array, Array]:
        """Return J(θ) and ∇J(θ), equal bit for bit to the two apart; in one pass where that saves work."""
        return self.cost(theta, rows), self.gradient(theta, rows)

    def hessian(self, theta: Array) -> Array:
        """Return the second derivatives, shape (…, n, n), exact and symmetric.

        Raises:
            NotImplementedError: where ``has_hessian`` is false.
        """
        raise NotImplementedError(f"{type(self).__name__} has no Hessian")

    def prepare(self) -> None:  # noqa: B027 - optional: most grounds have nothing to prepare
        """Do slow one-time work now (compiling derivatives, say), on whichever thread calls; again costs nothing.

        :meth:`cost` answers at once without it. Whatever else needs the work does it when first called.
        """
