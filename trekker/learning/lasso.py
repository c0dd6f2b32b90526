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
from trekker.learning.penalties import Lasso, Penalised


@dataclass(frozen=True, kw_only=True)
class LassoRegression(LinearModel):
    """Linear regression with J(θ) = 1/(2m) Σ (ŷ − y)² + λ Σ (√(θⱼ² + ε²) − ε), the intercept free.

    Tibshirani (1996), with the edge of |θ| rounded off over ε, so that a walk can come to rest on it. Without
    rounding it is the lasso (scikit-learn's ``Lasso`` with alpha λ), walked on by its subgradient.
    """

    name: ClassVar[str] = "lasso"
    title: ClassVar[str] = "Lasso-like regression"
    story: ClassVar[str] = "The price of a slope makes a crease in the mountain, and many slopes end in it, at 0."
    formula: ClassVar[str] = "J(θ) = 1/(2m) Σ (θ₀ + θ₁x − y)² + λ Σ |θⱼ|"

    strength: float = knob(
        0.1,
        low=0.0,
        high=1e6,
        slider=(1e-4, 1e2),
        scale=Scale.LOG,
        symbol="λ",
        label="Penalty",
        hint="The price of a slope, for each unit of it.",
    )
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

    def cost(self, inputs: Array, targets: Array, classes: int | None = None) -> Penalised:
        """Return the penalised mean squared error of n = k + 1 parameters."""
        return Penalised(LeastSquares(self.design(inputs), targets), Lasso(self.strength, self.rounding))

    def best(self, cost: CostFunction) -> Fit | None:
        """Return the floor, where the crease is rounded and Newton's method can find it."""
        return convex_floor(cost, self.start(cost)) if self.rounding > 0.0 else None
