"""Linear regression, a straight line or a plane through the data; and what all models with one linear score share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.learning.least_squares import LeastSquares
from trekker.learning.model import Fit, Model, subscript
from trekker.messages import message


@dataclass(frozen=True, kw_only=True)
class LinearModel(Model):
    """A model whose score is linear in its parameters: z = Xθ, the design X made of the inputs."""

    def design(self, inputs: Array) -> Array:
        """Return X, shape (m, n), whose first column is ones; here the inputs themselves follow."""
        return with_intercept(inputs)

    def scores(self, theta: Array, inputs: Array) -> Array:
        """Return Xθ, shape (…, m)."""
        with np.errstate(all="ignore"):
            score: Array = theta @ self.design(inputs).T
        return score

    def predict(self, theta: Array, inputs: Array) -> Array:
        """Return the score, shape (…, m)."""
        return self.scores(theta, inputs)

    def parameters(self, inputs: Sequence[str], outputs: int = 1) -> Sequence[str]:
        """Return "θ₀ (intercept)" and "θ₁ (slope of …)" for each input."""
        slopes = (
            message("{symbol} (slope of {column})", symbol=f"θ{subscript(i)}", column=name)
            for i, name in enumerate(inputs, start=1)
        )
        return (message("{symbol} (intercept)", symbol="θ₀"), *slopes)


@dataclass(frozen=True, kw_only=True)
class LinearRegression(LinearModel):
    """ŷ = θ₀ + θ₁x₁ + …, judged by J(θ) = 1/(2m) Σ (ŷ − y)². Legendre (1805), Nouvelles méthodes, 72–80."""

    name: ClassVar[str] = "linear"
    title: ClassVar[str] = "Linear regression"
    story: ClassVar[str] = "A bowl without a trap: every walk that is not too hasty ends at the one best line."
    formula: ClassVar[str] = "J(θ) = 1/(2m) Σ (θ₀ + θ₁x − y)²"

    def cost(self, inputs: Array, targets: Array, classes: int | None = None) -> LeastSquares:
        """Return the mean squared error, halved, of n = k + 1 parameters."""
        return LeastSquares(self.design(inputs), targets)

    def predict(self, theta: Array, inputs: Array) -> Array:
        """Return θ₀ + θ₁x₁ + …, shape (…, m)."""
        with np.errstate(all="ignore"):
            line: Array = theta[..., :1] + theta[..., 1:] @ inputs.T
        return line

    def best(self, cost: CostFunction) -> Fit | None:
        """Return the least squares."""
        return cost.minimiser() if isinstance(cost, LeastSquares) else None


def with_intercept(inputs: Array) -> Array:
    """Return ``inputs`` (m, k) behind a column of ones, shape (m, k + 1)."""
    return np.column_stack([np.ones(len(inputs)), inputs])
