"""Ridge regression: a line whose slopes have a price."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from trekker.cost import Array, CostFunction
from trekker.learning.convex import convex_floor
from trekker.learning.least_squares import LeastSquares
from trekker.learning.linear import LinearModel
from trekker.learning.model import Fit
from trekker.learning.penalties import Penalised, Ridge, penalty_knob


@dataclass(frozen=True, kw_only=True)
class RidgeRegression(LinearModel):
    """Linear regression with J(θ) = 1/(2m) Σ (ŷ − y)² + ½λ Σ θⱼ², the intercept free. Hoerl and Kennard (1970).

    scikit-learn's ``Ridge`` sums over the rows where this takes the mean: its alpha is mλ.
    """

    name: ClassVar[str] = "ridge"
    title: ClassVar[str] = "Ridge regression"
    story: ClassVar[str] = "A price on steep slopes rounds the bowl off, so that the walk to its floor is short."

    strength: float = penalty_knob(0.1, hint="The price of a large slope.")

    @property
    def penalty(self) -> Ridge:
        """The square of each slope."""
        return Ridge(self.strength)

    def cost(self, inputs: Array, targets: Array, classes: int | None = None) -> Penalised:
        """Return the penalised mean squared error of n = k + 1 parameters."""
        return Penalised(LeastSquares(self.design(inputs), targets), self.penalty)

    def best(self, cost: CostFunction) -> Fit | None:
        """Return the floor of the bowl."""
        return convex_floor(cost, self.start(cost))
