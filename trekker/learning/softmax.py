"""Softmax regression: how likely each of several classes is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from trekker.learning.layers import Dense, Layer
from trekker.learning.model import Kind
from trekker.learning.network_model import NetworkModel
from trekker.messages import message


@dataclass(frozen=True, kw_only=True)
class SoftmaxRegression(NetworkModel):
    """P(k) = softmax(xW + b)ₖ, judged by the mean of −log P(y): a network without a hidden layer.

    θ holds W (inputs, classes) row by row, then b (classes,). One number added to all scores changes nothing, so the
    floor is a line of places; walks from zeros stay on the shortest.
    """

    name: ClassVar[str] = "softmax"
    title: ClassVar[str] = "Softmax regression"
    kind: ClassVar[Kind] = Kind.CLASSIFIER
    story: ClassVar[str] = (
        "Every class has a plane of its own, and the highest plane wins; still a valley without a trap."
    )
    formula: ClassVar[str] = "J(θ) = −1/m Σ log P(y), P(k) = exp(zₖ) / Σ exp(z), z = xW + b"

    @property
    def first_weights(self) -> str:
        """Zeros: there is no symmetry to break."""
        return "zeros"

    def layers(self, inputs: int, outputs: int) -> tuple[Layer, ...]:
        """Return the one layer."""
        return (Dense(message("scores"), inputs, outputs),)
