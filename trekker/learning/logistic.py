"""Logistic regression: how likely the second of two classes is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.knobs import Scale, knob
from trekker.learning.convex import convex_floor
from trekker.learning.linear import LinearModel
from trekker.learning.losses import LogisticLoss
from trekker.learning.model import Fit, Kind, likeliest
from trekker.learning.penalties import Penalised, Ridge
from trekker.learning.scores import LinearScores
from trekker.learning.smooth import sigmoid
from trekker.messages import Refusal


@dataclass(frozen=True, kw_only=True)
class LogisticRegression(LinearModel):
    """P(1) = σ(θ₀ + θ₁x₁ + …), judged by the mean of −log P(y). Cox (1958), JRSS B 20.

    With a ``strength`` λ the slopes have the price ½λ Σ θⱼ²; scikit-learn's C is 1/(mλ).
    """

    name: ClassVar[str] = "logistic"
    title: ClassVar[str] = "Logistic regression"
    kind: ClassVar[Kind] = Kind.CLASSIFIER
    story: ClassVar[str] = "One valley; where a line parts the classes wholly, it falls for ever and ever more gently."
    formula: ClassVar[str] = "J(θ) = −1/m Σ log P(y), P(1) = 1/(1 + exp(−(θ₀ + θ₁x)))"

    strength: float = knob(
        0.0,
        low=0.0,
        high=1e6,
        slider=(1e-4, 1e2),
        scale=Scale.LOG,
        symbol="λ",
        label="Penalty",
        hint="The price of a large slope; it keeps wholly parted classes from pulling the trekker to infinity.",
    )

    @property
    def most_classes(self) -> int:
        """Two."""
        return 2

    def cost(self, inputs: Array, targets: Array, classes: int | None = None) -> CostFunction:
        """Return the mean logistic loss of n = k + 1 parameters.

        Raises:
            ValueError: where a target is neither 0 nor 1.
        """
        if not np.isin(targets, (0.0, 1.0)).all():
            raise Refusal("logistic regression needs targets of two classes, 0 and 1")
        loss = LinearScores(self.design(inputs), targets, LogisticLoss())
        return Penalised(loss, Ridge(self.strength)) if self.strength else loss

    def probabilities(self, theta: Array, inputs: Array) -> Array:
        """Return the belief in the first and in the second class, shape (…, m, 2)."""
        scores = self.scores(theta, inputs)
        with np.errstate(all="ignore"):
            return np.stack([sigmoid(-scores), sigmoid(scores)], axis=-1)

    def predict(self, theta: Array, inputs: Array) -> Array:
        """Return the number of the likelier class, shape (…, m)."""
        return likeliest(self.probabilities(theta, inputs))

    def best(self, cost: CostFunction) -> Fit | None:
        """Return the floor, where there is one."""
        return convex_floor(cost, self.start(cost))
