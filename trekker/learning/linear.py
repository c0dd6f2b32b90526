"""Linear regression, a straight line or a plane through the data; and what all models with one linear score share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.learning.least_squares import LeastSquares
from trekker.learning.model import Fit, Model, subscript
from trekker.learning.penalties import Penalty
from trekker.messages import message

_MOST_TERMS = 4  # of a sum that are written down


@dataclass(frozen=True, kw_only=True)
class LinearModel(Model):
    """A model whose score is linear in its parameters: z = Xθ, the design X made of the inputs.

    Its formula has a place for the score and one for the penalty.
    """

    formula: ClassVar[str] = "J(θ) = 1/(2m) Σ ({score} − y)²{penalty}"

    @property
    def penalty(self) -> Penalty | None:
        """The price of large parameters; None where they are free."""
        return None

    def formula_of(self, inputs: int) -> str:
        """Return its cost as people write it, of so many inputs."""
        names = ["x"] if inputs == 1 else [f"x{subscript(i)}" for i in range(1, inputs + 1)]
        return self.formula_with(_sum_of(self.columns(names)))

    def formula_with(self, score: str) -> str:
        """Return its cost as people write it, of a score that is written already."""
        penalty = "" if self.penalty is None else f" + {self.penalty.formula}"
        return self.formula.format(score=score, penalty=penalty)

    def columns(self, inputs: Sequence[str]) -> Sequence[str]:
        """Return what people call the columns of the design but for the ones, by the names of the inputs."""
        return inputs

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


def _sum_of(columns: Iterable[str]) -> str:
    """Write down the score.

    >>> _sum_of("ab"), _sum_of("abcdefgh")
    ('θ₀ + θ₁a + θ₂b', 'θ₀ + θ₁a + θ₂b + … + θ₈h')
    """
    terms = [f"θ{subscript(i)}{column}" for i, column in enumerate(columns, start=1)]
    return " + ".join(("θ₀", *(terms if len(terms) <= _MOST_TERMS else (*terms[:2], "…", terms[-1]))))
