"""Lasso-like regression: a line that does without the inputs that help too little."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from trekker.cost import Array, CostFunction
from trekker.knobs import Scale, knob
from trekker.learning.convex import convex_floor
from trekker.learning.least_squares import LeastSquares
from trekker.learning.linear import LinearModel
from trekker.learning.model import Fit
from trekker.learning.penalties import Lasso, Penalised, penalty_knob


@dataclass(frozen=True, kw_only=True)
class LassoRegression(LinearModel):
    """Linear regression with J(θ) = 1/(2m) Σ (ŷ − y)² + λ Σ (√(θⱼ² + ε²) − ε), the intercept free.

    Tibshirani (1996), with the edge of |θ| rounded off over ε, so that a walk can come to rest on it. Without
    rounding it is the lasso (scikit-learn's ``Lasso`` with alpha λ), walked on by its subgradient.
    """

    name: ClassVar[str] = "lasso"
    title: ClassVar[str] = "Lasso-like regression"
    story: ClassVar[str] = "The price of a slope makes a crease in the mountain, and many slopes end in it, at 0."

    strength: float = penalty_knob(0.1, hint="The price of a slope, for each unit of it.")
    rounding: float = knob(
        1e-3,
        low=0.0,
        high=1.0,
        slider=(1e-6, 1.0),
        scale=Scale.LOG,
        symbol="ε",
        label="Rounding",
        hint="How wide the crease at 0 is rounded off; 0 leaves it sharp.",
    )

    @property
    def penalty(self) -> Lasso:
        """The size of each slope, rounded off at 0."""
        return Lasso(self.strength, self.rounding)

    def cost(self, inputs: Array, targets: Array, classes: int | None = None) -> Penalised:
        """Return the penalised mean squared error of n = k + 1 parameters."""
        return Penalised(LeastSquares(self.design(inputs), targets), self.penalty)

    def best(self, cost: CostFunction) -> Fit | None:
        """Return the floor, where the crease is rounded and Newton's method can find it."""
        return convex_floor(cost, self.start(cost)) if self.rounding > 0.0 else None
