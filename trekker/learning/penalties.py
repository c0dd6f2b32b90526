"""Penalties: what large parameters cost on top of the loss."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

import numpy as np

from trekker.cost import Array, CostFunction, Rows
from trekker.knobs import Scale, knob


class Penalty(ABC):
    """A price of each weight; the prices add up.

    Attributes:
        strength: λ, by which all prices are multiplied; 0 for none.
    """

    strength: float

    @property
    @abstractmethod
    def formula(self) -> str:
        """All prices together as people write them."""

    @abstractmethod
    def prices(self, weights: Array) -> Array:
        """Return the price of each weight, any shape."""

    @abstractmethod
    def slopes(self, weights: Array) -> Array:
        """Return how the price of each weight changes with it."""

    @abstractmethod
    def curvatures(self, weights: Array) -> Array:
        """Return the second derivative of each price."""


@dataclass(frozen=True)
class Ridge(Penalty):
    """½λw². Hoerl and Kennard (1970), Technometrics 12."""

    strength: float

    @property
    def formula(self) -> str:
        """½λ Σ θⱼ²."""
        return "½λ Σ θⱼ²"

    def prices(self, weights: Array) -> Array:
        """Return ½λw²."""
        return 0.5 * self.strength * weights * weights

    def slopes(self, weights: Array) -> Array:
        """Return λw."""
        return self.strength * weights

    def curvatures(self, weights: Array) -> Array:
        """Return λ."""
        return np.full_like(weights, self.strength)


@dataclass(frozen=True)
class Lasso(Penalty):
    """λ(√(w² + ε²) − ε): λ|w| with its edge at 0 rounded off over ε. Tibshirani (1996), JRSS B 58.

    With ε = 0 it is λ|w| itself, and the slope is the subgradient λ sign(w), 0 at w = 0.
    """

    strength: float
    rounding: float = 0.0

    @property
    def formula(self) -> str:
        """With the edge as it is."""
        return "λ Σ (√(θⱼ² + ε²) − ε)" if self.rounding else "λ Σ |θⱼ|"

    def prices(self, weights: Array) -> Array:
        """Return λ(√(w² + ε²) − ε)."""
        return self.strength * (np.hypot(weights, self.rounding) - self.rounding)

    def slopes(self, weights: Array) -> Array:
        """Return λw/√(w² + ε²)."""
        lengths = np.hypot(weights, self.rounding)
        return self.strength * weights / np.where(lengths == 0.0, 1.0, lengths)

    def curvatures(self, weights: Array) -> Array:
        """Return λε²/√(w² + ε²)³."""
        lengths = np.hypot(weights, self.rounding)
        lengths = np.where(lengths == 0.0, 1.0, lengths)
        return self.strength * (self.rounding / lengths) ** 2 / lengths


class Penalised(CostFunction):
    """A cost plus a penalty on all parameters but the first, which is the intercept.

    Args:
        cost: the mean loss over rows, convex.
        penalty: the price of a weight.
    """

    def __init__(self, cost: CostFunction, penalty: Penalty) -> None:
        self.loss = cost
        self.penalty = penalty
        self.dimension, self.rows, self.has_hessian = cost.dimension, cost.rows, cost.has_hessian
        self.is_bowl = cost.is_bowl or penalty.strength > 0.0  # the price of a weight keeps the floor from infinity

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return the loss (over ``rows`` where they are given) plus the whole penalty, shape (…)."""
        with np.errstate(all="ignore"):
            total: Array = self.loss.cost(theta, rows) + self.penalty.prices(theta[..., 1:]).sum(axis=-1)
        return total

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return the gradient of both, shape (…, n)."""
        return self.cost_and_gradient(theta, rows)[1]

    def cost_and_gradient(self, theta: Array, rows: Rows | None = None) -> tuple[Array, Array]:
        """Return both, the loss in one pass."""
        cost, gradient = self.loss.cost_and_gradient(theta, rows)
        with np.errstate(all="ignore"):
            weights = theta[..., 1:]
            gradient = gradient.copy()
            gradient[..., 1:] += self.penalty.slopes(weights)
            return cost + self.penalty.prices(weights).sum(axis=-1), gradient

    def hessian(self, theta: Array) -> Array:
        """Return the loss's Hessian with the penalty's curvatures on its diagonal, shape (…, n, n)."""
        hessian = self.loss.hessian(theta).copy()
        places = np.arange(1, self.dimension)
        with np.errstate(all="ignore"):
            hessian[..., places, places] += self.penalty.curvatures(theta[..., 1:])
        return hessian


def penalty_knob(default: float, *, hint: str) -> Any:
    """Declare the setting of a model that says how strong its penalty is."""
    return knob(default, low=0.0, high=1e6, slider=(1e-4, 1e2), scale=Scale.LOG, symbol="λ", label="Penalty", hint=hint)
