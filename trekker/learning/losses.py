"""Losses: what one row costs, given the scores that a model gives it, and how that changes with the scores."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np

from trekker.cost import Array
from trekker.learning.smooth import log_softmax, sigmoid, softplus


class Loss(ABC):
    """A loss ℓ(z, y) of the scores z of each row. All methods are elementwise over rows and leading axes."""

    @abstractmethod
    def values(self, scores: Array, targets: Array) -> Array:
        """Return ℓ, one number a row."""

    @abstractmethod
    def values_and_slopes(self, scores: Array, targets: Array) -> tuple[Array, Array]:
        """Return ℓ, one number a row and bit for bit that of :meth:`values`, and ∂ℓ/∂z, shaped like ``scores``."""


class ScalarLoss(Loss):
    """A loss of one score a row: ``scores`` (…, m), ``targets`` (m,), and a second derivative."""

    @abstractmethod
    def curvatures(self, scores: Array, targets: Array) -> Array:
        """Return ∂²ℓ/∂z², shape (…, m)."""


@dataclass(frozen=True)
class SquaredLoss(ScalarLoss):
    """ℓ = ½(z − y)²."""

    def values(self, scores: Array, targets: Array) -> Array:
        """Return half the squared residual."""
        return self.values_and_slopes(scores, targets)[0]

    def values_and_slopes(self, scores: Array, targets: Array) -> tuple[Array, Array]:
        """Return half the squared residual, and the residual."""
        residuals = scores - targets
        return 0.5 * residuals * residuals, residuals

    def curvatures(self, scores: Array, targets: Array) -> Array:
        """Return ones."""
        return np.ones_like(scores)


@dataclass(frozen=True)
class HuberLoss(ScalarLoss):
    """ℓ = ½r² for |r| ≤ δ, else δ(|r| − ½δ), with r = z − y. Huber (1964), Annals of Mathematical Statistics 35."""

    delta: float = 1.0

    def values(self, scores: Array, targets: Array) -> Array:
        """Return the loss of each row."""
        return self.values_and_slopes(scores, targets)[0]

    def values_and_slopes(self, scores: Array, targets: Array) -> tuple[Array, Array]:
        """Return ℓ = c(r − ½c) and its slope c, which is r clipped to [−δ, δ]."""
        residuals = scores - targets
        clipped = np.clip(residuals, -self.delta, self.delta)
        return clipped * (residuals - 0.5 * clipped), clipped

    def curvatures(self, scores: Array, targets: Array) -> Array:
        """Return 1 near the line and 0 beyond δ, where the loss is straight."""
        curved: Array = (np.abs(scores - targets) <= self.delta).astype(scores.dtype)
        return curved


@dataclass(frozen=True)
class LogisticLoss(ScalarLoss):
    """ℓ = −log P(y) for y of 0 or 1, with P(1) = σ(z): the cross-entropy of two classes, from their score."""

    def values(self, scores: Array, targets: Array) -> Array:
        """Return log(1 + eᶻ) − yz as log(1 + e^∓z), which keeps its digits far from the border."""
        return softplus(_against(scores, targets))

    def values_and_slopes(self, scores: Array, targets: Array) -> tuple[Array, Array]:
        """Return the loss, and its slope σ(z) − y without cancellation: ±σ(±z) of the wrong class."""
        against = _against(scores, targets)
        return softplus(against), np.where(targets > 0.5, -1.0, 1.0) * sigmoid(against)

    def curvatures(self, scores: Array, targets: Array) -> Array:
        """Return σ(z)(1 − σ(z))."""
        return sigmoid(scores) * sigmoid(-scores)


def _against(scores: Array, targets: Array) -> Array:
    """Return the score of the wrong class over the right one."""
    against: Array = np.where(targets > 0.5, -scores, scores)
    return against


@dataclass(frozen=True)
class CrossEntropy(Loss):
    """ℓ = −log softmax(z)_y of K scores a row: ``scores`` (…, m, K), ``targets`` (m,) whole numbers 0 to K − 1."""

    def values(self, scores: Array, targets: Array) -> Array:
        """Return the loss of each row, shape (…, m)."""
        return -_of_the_right_class(log_softmax(scores), targets)

    def values_and_slopes(self, scores: Array, targets: Array) -> tuple[Array, Array]:
        """Return the loss, and its slopes softmax(z) − onehot(y), shape (…, m, K)."""
        logarithms = log_softmax(scores)
        slopes = np.exp(logarithms)
        slopes[..., np.arange(len(targets)), targets.astype(np.intp)] -= 1.0
        return -_of_the_right_class(logarithms, targets), slopes


def _of_the_right_class(numbers: Array, targets: Array) -> Array:
    """Return, of the K numbers of each row, that of its class."""
    picked: Array = numbers[..., np.arange(len(targets)), targets.astype(np.intp)]
    return picked
