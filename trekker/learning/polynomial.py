"""Polynomial regression: a curve that bends as often as its degree allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.knobs import knob
from trekker.learning.least_squares import LeastSquares
from trekker.learning.linear import LinearModel
from trekker.learning.model import Fit, subscript
from trekker.messages import Refusal, message

_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, kw_only=True)
class PolynomialRegression(LinearModel):
    """ŷ = θ₀ + θ₁x + θ₂x² + …, judged by J(θ) = 1/(2m) Σ (ŷ − y)²; every input has powers of its own, no products.

    Gergonne (1815), Annales de mathématiques 6. θ holds the intercept, then the powers 1 to d of the first input,
    then those of the second.
    """

    name: ClassVar[str] = "polynomial"
    title: ClassVar[str] = "Polynomial regression"
    story: ClassVar[str] = "Still a bowl, but the higher the degree, the longer and narrower its valley."

    degree: int = knob(2, low=1, high=12, symbol="d", label="Degree", hint="The highest power of an input.")

    def columns(self, inputs: Sequence[str]) -> Sequence[str]:
        """Return "x", "x²" and so on, for each input."""
        exponents = ("", *(str(power).translate(_POWERS) for power in range(2, self.degree + 1)))
        return [name + exponent for name in inputs for exponent in exponents]

    def design(self, inputs: Array) -> Array:
        """Return ones and the powers of each input, shape (m, 1 + k·d)."""
        with np.errstate(all="ignore"):
            powers = inputs[:, :, np.newaxis] ** np.arange(1, self.degree + 1)
        return np.column_stack([np.ones(len(inputs)), powers.reshape(len(inputs), -1)])

    def cost(self, inputs: Array, targets: Array, classes: int | None = None) -> LeastSquares:
        """Return the mean squared error, halved, of n = 1 + k·d parameters.

        Raises:
            ValueError: where a power overflows.
        """
        design = self.design(inputs)
        if not np.abs(design).max() < 1e100:
            raise Refusal(
                "the inputs are too large for a polynomial of degree {degree}; standardise them or lower the degree",
                degree=self.degree,
            )
        return LeastSquares(design, targets)

    def parameters(self, inputs: Sequence[str], outputs: int = 1) -> Sequence[str]:
        """Return "θ₀ (intercept)" and "θ₂ (x²)" for each power of each input."""
        named = (f"θ{subscript(i)} ({power})" for i, power in enumerate(self.columns(inputs), start=1))
        return (message("{symbol} (intercept)", symbol="θ₀"), *named)

    def best(self, cost: CostFunction) -> Fit | None:
        """Return the least squares."""
        return cost.minimiser() if isinstance(cost, LeastSquares) else None
