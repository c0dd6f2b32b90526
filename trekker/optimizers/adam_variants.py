"""Variations on Adam: other measures of steepness, a look ahead, a warm-up worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from types import MappingProxyType
from typing import ClassVar, NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.knobs import knob
from trekker.optimizers.adam import Adam, AdamFamily, Moments, TwoMeans
from trekker.optimizers.adaptive import epsilon_knob
from trekker.optimizers.optimizer import learning_rate_knob


class PeakMoments(NamedTuple):
    """The memory of Adamax: steps taken, the mean of the slopes, and their fading largest size."""

    t: int
    m: Array
    u: Array


@dataclass(frozen=True, kw_only=True)
class Adamax(AdamFamily[PeakMoments]):
    """m as in Adam, u ← max(β₂u, |∇J| + ε), θ ← θ − α m̂/u. Kingma and Ba 2015, section 7.1; PyTorch's form.

    The paper has no ε; optax adds it to u outside the maximum.
    """

    name: ClassVar[str] = "adamax"
    title: ClassVar[str] = "AdaMax"
    idea: ClassVar[str] = "Adam that divides by the steepest slope it still remembers instead of a mean."
    reference: ClassVar[str] = "Kingma and Ba (2015), ICLR, arXiv:1412.6980, section 7.1"
    lines: ClassVar[tuple[str, ...]] = (
        *Adam.lines[:2],
        "u = maximum(beta2 * u, abs(gradient) + epsilon)",
        "m_hat = m / (1 - beta1**t) if bias_correction else m",
        "theta = theta - learning_rate * m_hat / u",
    )

    def init(self, theta: Array) -> PeakMoments:
        """Start the mean and the peak at zero."""
        return PeakMoments(0, np.zeros_like(theta), np.zeros_like(theta))

    def update(self, gradient: Array, state: PeakMoments, theta: Array) -> tuple[Array, PeakMoments]:
        """Return −α m̂/u."""
        t = state.t + 1
        m = self.beta1 * state.m + (1 - self.beta1) * gradient
        u = np.maximum(self.beta2 * state.u, np.abs(gradient) + self.epsilon)
        filled_m, _ = self._corrections(t)
        return (-self.learning_rate / filled_m) * m / u, PeakMoments(t, m, u)

    def stability_limit(self, hessian: Array, state: PeakMoments) -> float | None:
        """Return Adam's limit with u in place of √v̂ + ε."""
        return self._limit(hessian, state.t, state.u)

    def axis_reach(self, state: PeakMoments, steepness: float) -> Array | float | None:
        """Return α·steepness/u."""
        return self.learning_rate * steepness / state.u


class NesterovMoments(NamedTuple):
    """The memory of NAdam: Adam's, and the product of all momenta so far."""

    t: int
    m: Array
    v: Array
    product: float


@dataclass(frozen=True, kw_only=True)
class NAdam(AdamFamily[NesterovMoments]):
    """Adam with Nesterov's look ahead: m̂ ← μ₊m/(1 − Πμ₊) + (1 − μ)∇J/(1 − Π). Dozat 2016; PyTorch's form.

    The momentum grows with the steps, μ = β₁(1 − ½·0.96^(tψ)), μ₊ is the next step's, Π the product so far. optax
    keeps the momentum at β₁ and has no ψ.
    """

    name: ClassVar[str] = "nadam"
    title: ClassVar[str] = "NAdam"
    idea: ClassVar[str] = "Adam that looks where its momentum is about to carry it."
    reference: ClassVar[str] = "Dozat (2016), ICLR workshop"
    lines: ClassVar[tuple[str, ...]] = (
        *Adam.lines[:3],
        "pace = beta1 * (1 - 0.96 ** (t * momentum_decay) / 2)",
        "next_pace = beta1 * (1 - 0.96 ** ((t + 1) * momentum_decay) / 2)",
        "product = product * pace",
        "m_hat = next_pace * m / (1 - product * next_pace) + (1 - pace) * gradient / (1 - product)"
        " if bias_correction else next_pace * m + (1 - pace) * gradient",
        "v_hat = v / (1 - beta2**t) if bias_correction else v",
        "theta = theta - learning_rate * m_hat / (sqrt(v_hat) + epsilon)",
    )
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType(
        {
            **AdamFamily.symbols,
            "pace": "μ",
            "next_pace": "μ₊",
            "product": "Π",
        }
    )

    momentum_decay: float = knob(
        0.004,
        low=0.0,
        high=1.0,
        slider=(0.0, 0.1),
        symbol="ψ",
        label="Momentum's growth",
        hint="How fast the momentum grows from half of β₁ to all of it: 0 keeps it at half.",
    )

    def init(self, theta: Array) -> NesterovMoments:
        """Start both means at zero."""
        return NesterovMoments(0, np.zeros_like(theta), np.zeros_like(theta), 1.0)

    def update(self, gradient: Array, state: NesterovMoments, theta: Array) -> tuple[Array, NesterovMoments]:
        """Return −α m̂/(√v̂ + ε)."""
        t = state.t + 1
        m = self.beta1 * state.m + (1 - self.beta1) * gradient
        v = self.beta2 * state.v + (1 - self.beta2) * gradient * gradient
        product = state.product * self._pace(t)
        gradient_weight, mean_weight = self._weights(t, product)
        _, filled_v = self._corrections(t)
        m_hat = mean_weight * m + gradient_weight * gradient
        change = -self.learning_rate * m_hat / (np.sqrt(v / filled_v) + self.epsilon)
        return change, NesterovMoments(t, m, v, product)

    def stability_limit(self, hessian: Array, state: NesterovMoments) -> float | None:
        """Return the limit with √v̂ + ε and the weights of ∇J and m held still."""
        filled_m, filled_v = self._corrections(state.t)
        gradient_weight, mean_weight = self._weights(state.t, state.product)
        return self._limit(
            hessian,
            state.t,
            np.sqrt(state.v / filled_v) + self.epsilon,
            gradient_weight=gradient_weight,
            mean_weight=mean_weight * filled_m,
        )

    def axis_reach(self, state: NesterovMoments, steepness: float) -> Array | float | None:
        """Return α·steepness/(√v̂ + ε)."""
        _, filled_v = self._corrections(state.t)
        return self.learning_rate * steepness / (np.sqrt(state.v / filled_v) + self.epsilon)

    def _pace(self, t: int) -> float:
        """Return the momentum of step ``t``."""
        return float(self.beta1 * (1 - 0.96 ** (t * self.momentum_decay) / 2))

    def _weights(self, t: int, product: float) -> tuple[float, float]:
        """Return how much ∇J and m weigh in m̂ at step ``t``, counted from 1."""
        pace, next_pace = self._pace(t), self._pace(t + 1)
        if self.bias_correction and t:
            return (1 - pace) / (1 - product), next_pace / (1 - product * next_pace)
        return 1 - pace, next_pace


@dataclass(frozen=True, kw_only=True)
class RAdam(TwoMeans):
    """Adam whose division waits until v is reliable, then is rectified by r. Liu et al. 2020; PyTorch's form.

    ε stands beside √v before its correction; in the paper and optax beside the corrected root. optax rectifies
    from ρ = 5 on, PyTorch above it.
    """

    name: ClassVar[str] = "radam"
    title: ClassVar[str] = "RAdam"
    idea: ClassVar[str] = "Adam with a warm-up worked out: it divides by steepness only once it knows it well."
    reference: ClassVar[str] = "Liu et al. (2020), ICLR, arXiv:1908.03265"
    lines: ClassVar[tuple[str, ...]] = (
        *Adam.lines[:4],
        "rho_max = 2 / (1 - beta2) - 1",
        "rho = rho_max - 2 * t * beta2**t / (1 - beta2**t)",
        "r = 1 if rho <= 5 else sqrt((rho - 4) * (rho - 2) * rho_max / ((rho_max - 4) * (rho_max - 2) * rho))",
        "root = sqrt(v) + epsilon",
        "root = 1 if rho <= 5 else root / sqrt(1 - beta2**t) if bias_correction else root",
        "theta = theta - learning_rate * r * m_hat / root",
    )
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType(
        {
            **AdamFamily.symbols,
            "rho_max": "ρₘₐₓ",
            "rho": "ρ",
            "root": "s",
        }
    )

    # Its first five strides are not divided but follow the slope, and Adam's 0.05 throws it off steep ground; the
    # many after them are rectified to be short, and want more. Ground as steep as Rosenbrock's wants 0.005.
    learning_rate: float = learning_rate_knob(0.02)

    def update(self, gradient: Array, state: Moments, theta: Array) -> tuple[Array, Moments]:
        """Return −α r m̂/s, with r = s = 1 while ρ is at most 5."""
        t = state.t + 1
        m = self.beta1 * state.m + (1 - self.beta1) * gradient
        v = self.beta2 * state.v + (1 - self.beta2) * gradient * gradient
        filled_m, filled_v = self._corrections(t)
        change = (-self.learning_rate / filled_m) * m
        rectification = self._rectification(t)
        if rectification is not None:
            change *= rectification * sqrt(filled_v) / (np.sqrt(v) + self.epsilon)
        return change, Moments(t, m, v)

    def stability_limit(self, hessian: Array, state: Moments) -> float | None:
        """Return Adam's limit with s/r in place of √v̂ + ε."""
        return self._limit(hessian, state.t, self._divisor(state))

    def _divisor(self, state: Moments) -> Array:
        """Return s/r."""
        rectification = self._rectification(state.t) if state.t else None
        if rectification is None:
            return np.ones_like(state.v)
        _, filled_v = self._corrections(state.t)
        divisor: Array = (np.sqrt(state.v) + self.epsilon) / (rectification * sqrt(filled_v))
        return divisor

    def _rectification(self, t: int) -> float | None:
        """Return r, or None while the variance of the division is not known to be finite."""
        filled = self.beta2**t
        rho_max = 2 / (1 - self.beta2) - 1
        rho = rho_max - 2 * t * filled / (1 - filled)
        if rho <= 5:
            return None
        return sqrt((rho - 4) * (rho - 2) * rho_max / ((rho_max - 4) * (rho_max - 2) * rho))


@dataclass(frozen=True, kw_only=True)
class AdaBelief(TwoMeans):
    """Adam with v ← β₂v + (1−β₂)(∇J − m)² + ε, the spread of slopes about their mean. Zhuang et al. 2020.

    ε is inside the running mean and beside the root too, as in the paper and optax.
    """

    name: ClassVar[str] = "adabelief"
    title: ClassVar[str] = "AdaBelief"
    idea: ClassVar[str] = "Adam that strides out where the slope is as it expected, and shortens where it is surprised."
    reference: ClassVar[str] = "Zhuang et al. (2020), NeurIPS, arXiv:2010.07468"
    lines: ClassVar[tuple[str, ...]] = (
        *Adam.lines[:2],
        "v = beta2 * v + (1 - beta2) * (gradient - m)**2 + epsilon",
        *Adam.lines[3:],
    )

    epsilon: float = epsilon_knob(1e-16)

    def update(self, gradient: Array, state: Moments, theta: Array) -> tuple[Array, Moments]:
        """Return −α m̂/(√v̂ + ε)."""
        t = state.t + 1
        m = self.beta1 * state.m + (1 - self.beta1) * gradient
        surprise = gradient - m
        v = self.beta2 * state.v + (1 - self.beta2) * surprise * surprise + self.epsilon
        filled_m, filled_v = self._corrections(t)
        return (-self.learning_rate / filled_m) * m / (np.sqrt(v / filled_v) + self.epsilon), Moments(t, m, v)

    def stability_limit(self, hessian: Array, state: Moments) -> float | None:
        """Return Adam's limit."""
        return self._limit(hessian, state.t, self._divisor(state))
