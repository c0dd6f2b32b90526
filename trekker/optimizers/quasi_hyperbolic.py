"""Quasi-hyperbolic rules: the slope underfoot keeps a say beside the mean of the slopes before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from trekker.cost import Array
from trekker.knobs import knob
from trekker.optimizers.adam import Adam, Moments, TwoMeans
from trekker.optimizers.adaptive import decay_knob
from trekker.optimizers.momentum import Rolling, Velocity, momentum_knob
from trekker.optimizers.optimizer import learning_rate_knob
from trekker.optimizers.stability import stability_limit


@dataclass(frozen=True, kw_only=True)
class QuasiHyperbolicMomentum(Rolling):
    """v ← βv + (1 − β)∇J, θ ← θ − α[(1 − ν)∇J + νv], with v = 0 at the start. Ma and Yarats 2019.

    Here v is a mean of slopes, not their sum: the same learning rate goes 1/(1 − β) times less far than with
    ``momentum``.
    """

    name: ClassVar[str] = "qhm"
    title: ClassVar[str] = "Quasi-hyperbolic momentum"
    idea: ClassVar[str] = "A blend, in shares one can choose, of the slope underfoot and the mean of those before."
    reference: ClassVar[str] = "Ma and Yarats (2019), ICLR, arXiv:1810.06801"
    lines: ClassVar[tuple[str, ...]] = (
        "velocity = momentum * velocity + (1 - momentum) * gradient",
        "theta = theta - learning_rate * ((1 - nu) * gradient + nu * velocity)",
    )

    # With the paper's ν = 0.7 little but the 0.3 of the slope underfoot moves the trekker at first.
    learning_rate: float = learning_rate_knob(0.02)
    momentum: float = momentum_knob(0.999, symbol="β")
    nu: float = knob(
        0.7,
        low=0.0,
        high=1.0,
        symbol="ν",
        label="Share of momentum",
        hint="0 follows the slope underfoot alone, 1 the mean of the slopes before alone.",
    )

    def update(self, gradient: Array, state: Velocity, theta: Array) -> tuple[Array, Velocity]:
        """Return −α[(1 − ν)∇J + νv]."""
        velocity = self.momentum * state.velocity + (1 - self.momentum) * gradient
        return -self.learning_rate * ((1 - self.nu) * gradient + self.nu * velocity), Velocity(velocity)

    def stability_limit(self, hessian: Array, state: Velocity) -> float | None:
        """Return 2(1 + β)/((1 + β − 2βν)λmax)."""
        return stability_limit(hessian, decay=self.momentum, gradient_weight=1 - self.nu, mean_weight=self.nu)


@dataclass(frozen=True, kw_only=True)
class QHAdam(TwoMeans):
    """Adam with ∇J blended into both means: θ ← θ − α[(1−ν₁)∇J + ν₁m̂]/(√((1−ν₂)∇J² + ν₂v̂) + ε).

    Ma and Yarats 2019. With ν₁ = ν₂ = 1 it is Adam, with ν₁ = 0 and ν₂ = 1 RMSprop with corrected v.
    """

    name: ClassVar[str] = "qhadam"
    title: ClassVar[str] = "QHAdam"
    idea: ClassVar[str] = "Adam in which the slope underfoot keeps a say of its own."
    reference: ClassVar[str] = "Ma and Yarats (2019), ICLR, arXiv:1810.06801"
    lines: ClassVar[tuple[str, ...]] = (
        *Adam.lines[:5],
        "theta = theta - learning_rate * ((1 - nu1) * gradient + nu1 * m_hat)"
        " / (sqrt((1 - nu2) * gradient**2 + nu2 * v_hat) + epsilon)",
    )

    beta1: float = decay_knob(0.995, "β₁", "Memory of slopes")
    nu1: float = knob(
        0.7,
        low=0.0,
        high=1.0,
        symbol="ν₁",
        label="Share of mean",
        hint="0 follows the slope underfoot alone, 1 the mean of the slopes alone.",
    )
    nu2: float = knob(
        1.0,
        low=0.0,
        high=1.0,
        symbol="ν₂",
        label="Share of mean square",
        hint="0 divides by the size of the slope underfoot alone, 1 by the mean alone.",
    )

    def update(self, gradient: Array, state: Moments, theta: Array) -> tuple[Array, Moments]:
        """Return −α[(1−ν₁)∇J + ν₁m̂]/(√((1−ν₂)∇J² + ν₂v̂) + ε)."""
        t = state.t + 1
        square = gradient * gradient
        m = self.beta1 * state.m + (1 - self.beta1) * gradient
        v = self.beta2 * state.v + (1 - self.beta2) * square
        filled_m, filled_v = self._corrections(t)
        push = (1 - self.nu1) * gradient + (self.nu1 / filled_m) * m
        root = np.sqrt((1 - self.nu2) * square + (self.nu2 / filled_v) * v)
        return -self.learning_rate * push / (root + self.epsilon), Moments(t, m, v)

    def stability_limit(self, hessian: Array, state: Moments) -> float | None:
        """Return the limit with √v̂ + ε held still; None where ∇J itself is in the root: that never holds still."""
        if self.nu2 < 1:
            return None
        return self._limit(hessian, state.t, self._divisor(state), gradient_weight=1 - self.nu1, mean_weight=self.nu1)
