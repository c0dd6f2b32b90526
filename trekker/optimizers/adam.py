"""Adam and its closest kin: a mean of the slopes, divided by the root of a mean of their squares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.knobs import knob
from trekker.optimizers.adaptive import decay_knob, epsilon_knob, weight_decay_knob
from trekker.optimizers.optimizer import Family, Optimizer, StateT, learning_rate_knob
from trekker.optimizers.stability import stability_limit


class Moments(NamedTuple):
    """The memory of Adam: steps taken, and running means of the slopes and of their squares."""

    t: int
    m: Array
    v: Array


@dataclass(frozen=True, kw_only=True)
class AdamFamily(Optimizer[StateT]):
    """The knobs, symbols and bias corrections that all of Adam's kin share.

    A step is about α along each axis whatever the slope, so PyTorch's 0.001 would need a thousand steps to go 1;
    0.05 crosses a mountain in a hundred.
    """

    family: ClassVar[Family] = Family.ADAPTIVE
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({"m_hat": "m̂", "v_hat": "v̂", "v_max": "vₘₐₓ"})

    learning_rate: float = learning_rate_knob(0.05)
    beta1: float = decay_knob(0.9, "β₁", "Memory of slopes")
    beta2: float = decay_knob(0.999, "β₂", "Memory of squares")
    epsilon: float = epsilon_knob(1e-8)
    bias_correction: bool = knob(
        True, label="Bias correction", hint="Make up for the running means having started at zero."
    )

    def _corrections(self, t: int) -> tuple[float, float]:
        """Return 1 − β₁ᵗ and 1 − β₂ᵗ, how much of each running mean is filled after ``t`` steps; else 1 and 1."""
        if self.bias_correction and t:
            return 1 - self.beta1**t, 1 - self.beta2**t
        return 1.0, 1.0

    def _limit(
        self,
        hessian: Array,
        t: int,
        divisor: Array,
        *,
        gradient_weight: float = 0.0,
        mean_weight: float = 1.0,
        weight_decay: float = 0.0,
    ) -> float | None:
        """Return the limit with ``divisor``, by which the slopes are divided, and the correction of m held still.

        Cohen et al. 2022, arXiv:2207.14484: (2 + 2β₁)/((1 − β₁)λmax) of the Hessian so divided, for Adam itself.
        None before anything was felt along every axis.
        """
        if t == 0 or not (divisor > self.epsilon).all():
            return None
        filled_m, _ = self._corrections(t)
        return stability_limit(
            hessian,
            decay=self.beta1,
            gradient_weight=gradient_weight,
            mean_weight=mean_weight / filled_m,
            scale=1 / divisor,
            weight_decay=weight_decay,
        )


@dataclass(frozen=True, kw_only=True)
class TwoMeans(AdamFamily[Moments]):
    """What those of Adam's kin share whose memory is the two running means."""

    def init(self, theta: Array) -> Moments:
        """Start both means at zero."""
        return Moments(0, np.zeros_like(theta), np.zeros_like(theta))

    def _divisor(self, state: Moments) -> Array:
        """Return √v̂ + ε."""
        _, filled_v = self._corrections(state.t)
        divisor: Array = np.sqrt(state.v / filled_v) + self.epsilon
        return divisor

    def axis_reach(self, state: Moments, steepness: float) -> Array | float | None:
        """Return α·steepness/(√v̂ + ε)."""
        return self.learning_rate * steepness / self._divisor(state)


@dataclass(frozen=True, kw_only=True)
class Adam(TwoMeans):
    """m ← β₁m + (1−β₁)∇J, v ← β₂v + (1−β₂)∇J², θ ← θ − α m̂/(√v̂ + ε) with m̂ = m/(1−β₁ᵗ), v̂ = v/(1−β₂ᵗ).

    Kingma and Ba 2015, algorithm 1; PyTorch and optax agree. Keras folds the corrections into α, so that its ε
    weighs more at first.
    """

    name: ClassVar[str] = "adam"
    title: ClassVar[str] = "Adam"
    idea: ClassVar[str] = "Momentum divided by how steep each axis has lately been: even strides on any ground."
    reference: ClassVar[str] = "Kingma and Ba (2015), ICLR, arXiv:1412.6980"
    lines: ClassVar[tuple[str, ...]] = (
        "t = t + 1",
        "m = beta1 * m + (1 - beta1) * gradient",
        "v = beta2 * v + (1 - beta2) * gradient**2",
        "m_hat = m / (1 - beta1**t) if bias_correction else m",
        "v_hat = v / (1 - beta2**t) if bias_correction else v",
        "theta = theta - learning_rate * m_hat / (sqrt(v_hat) + epsilon)",
    )

    def update(self, gradient: Array, state: Moments, theta: Array) -> tuple[Array, Moments]:
        """Return −α m̂/(√v̂ + ε)."""
        t = state.t + 1
        m = self.beta1 * state.m + (1 - self.beta1) * gradient
        v = self.beta2 * state.v + (1 - self.beta2) * gradient * gradient
        filled_m, filled_v = self._corrections(t)
        return (-self.learning_rate / filled_m) * m / (np.sqrt(v / filled_v) + self.epsilon), Moments(t, m, v)

    def stability_limit(self, hessian: Array, state: Moments) -> float | None:
        """Return (2 + 2β₁)/((1 − β₁)λmax) of the Hessian scaled by 1/(√v̂ + ε), both corrections held still."""
        return self._limit(hessian, state.t, self._divisor(state))


@dataclass(frozen=True, kw_only=True)
class AdamW(Adam):
    """Adam, and θ ← θ − αλθ beside it. Loshchilov and Hutter 2019; PyTorch and optax agree.

    The decay does not go through the division as it would if it were added to the gradient. The paper's decay is
    not multiplied by α; libraries' is.
    """

    name: ClassVar[str] = "adamw"
    title: ClassVar[str] = "AdamW"
    idea: ClassVar[str] = "Adam, with a steady pull towards the origin that the division does not touch."
    reference: ClassVar[str] = "Loshchilov and Hutter (2019), ICLR, arXiv:1711.05101"
    lines: ClassVar[tuple[str, ...]] = (
        *Adam.lines[:-1],
        "theta = theta - learning_rate * (m_hat / (sqrt(v_hat) + epsilon) + weight_decay * theta)",
    )

    weight_decay: float = weight_decay_knob(0.01)

    def update(self, gradient: Array, state: Moments, theta: Array) -> tuple[Array, Moments]:
        """Return −α[m̂/(√v̂ + ε) + λθ]."""
        change, moments = super().update(gradient, state, theta)
        change -= (self.learning_rate * self.weight_decay) * theta
        return change, moments

    def stability_limit(self, hessian: Array, state: Moments) -> float | None:
        """Return Adam's limit with the decay's pull added: 2(1 + β₁)/(λ(1 + β₁) + (1 − β₁)λmax)."""
        return self._limit(hessian, state.t, self._divisor(state), weight_decay=self.weight_decay)


class MaximumMoments(NamedTuple):
    """The memory of AMSGrad: Adam's, and the largest mean of squares so far."""

    t: int
    m: Array
    v: Array
    v_max: Array


@dataclass(frozen=True, kw_only=True)
class AMSGrad(AdamFamily[MaximumMoments]):
    """Adam with v̂ = max(v, the largest v before)/(1 − β₂ᵗ). Reddi, Kale and Kumar 2018; PyTorch's form.

    The paper has no bias correction. optax takes the largest of the corrected v̂ instead.
    """

    name: ClassVar[str] = "amsgrad"
    title: ClassVar[str] = "AMSGrad"
    idea: ClassVar[str] = "Adam that never forgets the steepest it has felt: what it divides by can only grow."
    reference: ClassVar[str] = "Reddi, Kale and Kumar (2018), ICLR, arXiv:1904.09237"
    lines: ClassVar[tuple[str, ...]] = (
        *Adam.lines[:3],
        "v_max = maximum(v_max, v)",
        "m_hat = m / (1 - beta1**t) if bias_correction else m",
        "v_hat = v_max / (1 - beta2**t) if bias_correction else v_max",
        "theta = theta - learning_rate * m_hat / (sqrt(v_hat) + epsilon)",
    )

    def init(self, theta: Array) -> MaximumMoments:
        """Start the means and the maximum at zero."""
        return MaximumMoments(0, np.zeros_like(theta), np.zeros_like(theta), np.zeros_like(theta))

    def update(self, gradient: Array, state: MaximumMoments, theta: Array) -> tuple[Array, MaximumMoments]:
        """Return −α m̂/(√v̂ + ε)."""
        t = state.t + 1
        m = self.beta1 * state.m + (1 - self.beta1) * gradient
        v = self.beta2 * state.v + (1 - self.beta2) * gradient * gradient
        v_max = np.maximum(state.v_max, v)
        filled_m, filled_v = self._corrections(t)
        change = (-self.learning_rate / filled_m) * m / (np.sqrt(v_max / filled_v) + self.epsilon)
        return change, MaximumMoments(t, m, v, v_max)

    def stability_limit(self, hessian: Array, state: MaximumMoments) -> float | None:
        """Return Adam's limit with √v̂ of the largest v."""
        return self._limit(hessian, state.t, self._divisor(state))

    def axis_reach(self, state: MaximumMoments, steepness: float) -> Array | float | None:
        """Return α·steepness/(√v̂ + ε)."""
        return self.learning_rate * steepness / self._divisor(state)

    def _divisor(self, state: MaximumMoments) -> Array:
        """Return √v̂ + ε."""
        _, filled_v = self._corrections(state.t)
        divisor: Array = np.sqrt(state.v_max / filled_v) + self.epsilon
        return divisor
