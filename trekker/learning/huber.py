"""Robust regression: a line that outliers cannot pull far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.knobs import Scale, knob
from trekker.learning.convex import convex_floor
from trekker.learning.least_squares import LeastSquares
from trekker.learning.linear import LinearModel
from trekker.learning.losses import HuberLoss
from trekker.learning.model import Fit
from trekker.learning.scores import LinearScores

_ROUNDS = 200
_SETTLED = 1e-9


@dataclass(frozen=True, kw_only=True)
class HuberRegression(LinearModel):
    """Linear regression with Huber's loss: squared up to a miss of δ, straight beyond. Huber (1964).

    δ is in the target's own unit; scikit-learn's ``HuberRegressor`` estimates a spread along with θ instead.
    """

    name: ClassVar[str] = "huber"
    title: ClassVar[str] = "Robust regression (Huber)"
    story: ClassVar[str] = "Far from the line every point pulls alike: one outlier no longer tilts the mountain."
    formula: ClassVar[str] = "J(θ) = 1/m Σ h({score} − y), h(r) = ½r² to |r| = δ, then δ(|r| − ½δ)"

    delta: float = knob(
        1.0,
        low=0.0,
        low_open=True,
        high=1e6,
        slider=(1e-2, 1e2),
        scale=Scale.LOG,
        symbol="δ",
        label="Tolerated miss",
        hint="From this miss on a point pulls no harder.",
    )

    def cost(self, inputs: Array, targets: Array, classes: int | None = None) -> LinearScores:
        """Return the mean Huber loss of n = k + 1 parameters."""
        return LinearScores(self.design(inputs), targets, HuberLoss(self.delta))

    def best(self, cost: CostFunction) -> Fit | None:
        """Return the floor, by Newton's method from where reweighted least squares lead.

        Where no row is within δ the ground is a plane, which would tell Newton's method nothing.
        """
        if not isinstance(cost, LinearScores):
            return None
        return convex_floor(cost, self._reweighted(cost.design, cost.targets))

    def _reweighted(self, design: Array, targets: Array) -> Array:
        """Return about the floor: least squares in which a row with a miss r beyond δ counts δ/|r| only.

        Holland and Welsch (1977), Communications in Statistics 6. Every round goes down, from anywhere.
        """
        weights = np.ones(len(targets))
        theta = np.zeros(design.shape[1])
        for _ in range(_ROUNDS):
            roots = np.sqrt(weights)
            newer = LeastSquares(design * roots[:, np.newaxis], targets * roots).minimiser().theta
            if np.abs(newer - theta).max() <= _SETTLED * np.abs(newer).max():
                return newer
            theta = newer
            weights = self.delta / np.maximum(np.abs(design @ theta - targets), self.delta)
        return theta
