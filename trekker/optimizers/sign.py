"""Rules that follow only the sign of a slope, not its size: sign descent, Lion, Rprop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.knobs import Scale, knob
from trekker.optimizers.adaptive import decay_knob, weight_decay_knob
from trekker.optimizers.optimizer import Family, NoState, Optimizer, learning_rate_knob


@dataclass(frozen=True, kw_only=True)
class SignDescent(Optimizer[NoState]):
    """θ ← θ − α sign(∇J), with sign(0) = 0. Riedmiller and Braun's "Manhattan" update; Bernstein et al. 2018."""

    name: ClassVar[str] = "sign_descent"
    title: ClassVar[str] = "Sign descent"
    family: ClassVar[Family] = Family.SIGN
    idea: ClassVar[str] = "Take the same stride along each axis, downhill, however steep it is."
    reference: ClassVar[str] = "Bernstein et al. (2018), ICML, arXiv:1802.04434"
    lines: ClassVar[tuple[str, ...]] = ("theta = theta - learning_rate * sign(gradient)",)

    # α is the stride itself: 0.02 crosses a mountain in some hundred steps and ends within 0.02 of the floor.
    learning_rate: float = learning_rate_knob(0.02)

    def init(self, theta: Array) -> NoState:
        """Remember nothing."""
        return NoState()

    def update(self, gradient: Array, state: NoState, theta: Array) -> tuple[Array, NoState]:
        """Return −α sign(∇J)."""
        return -self.learning_rate * np.sign(gradient), state

    def axis_reach(self, state: NoState, steepness: float) -> Array | float | None:
        """Return α, however steep it is."""
        return self.learning_rate


class Mean(NamedTuple):
    """The memory of Lion: a running mean of slopes."""

    m: Array


@dataclass(frozen=True, kw_only=True)
class Lion(Optimizer[Mean]):
    """c ← β₁m + (1−β₁)∇J, θ ← θ − α[sign(c) + λθ], m ← β₂m + (1−β₂)∇J. Chen et al. 2023; optax agrees."""

    name: ClassVar[str] = "lion"
    title: ClassVar[str] = "Lion"
    family: ClassVar[Family] = Family.SIGN
    idea: ClassVar[str] = "Take the same stride along each axis, in the direction that slopes have lately agreed on."
    reference: ClassVar[str] = "Chen et al. (2023), NeurIPS, arXiv:2302.06675"
    lines: ClassVar[tuple[str, ...]] = (
        "c = beta1 * m + (1 - beta1) * gradient",
        "m = beta2 * m + (1 - beta2) * gradient",
        "theta = theta - learning_rate * (sign(c) + weight_decay * theta)"
        " if weight_decay else theta - learning_rate * sign(c)",
    )

    learning_rate: float = learning_rate_knob(0.02)
    beta1: float = decay_knob(0.9, "β₁", "Memory for the step")
    beta2: float = decay_knob(0.99, "β₂", "Memory kept")
    weight_decay: float = weight_decay_knob(0.0)

    def init(self, theta: Array) -> Mean:
        """Start the mean at zero."""
        return Mean(np.zeros_like(theta))

    def update(self, gradient: Array, state: Mean, theta: Array) -> tuple[Array, Mean]:
        """Return −α[sign(c) + λθ]."""
        direction = np.sign(self.beta1 * state.m + (1 - self.beta1) * gradient)
        if self.weight_decay:
            direction += self.weight_decay * theta
        return -self.learning_rate * direction, Mean(self.beta2 * state.m + (1 - self.beta2) * gradient)

    def axis_reach(self, state: Mean, steepness: float) -> Array | float | None:
        """Return α, however steep it is."""
        return self.learning_rate


class Strides(NamedTuple):
    """The memory of Rprop: the stride along each axis, and the slopes of the last step (0 where it turned)."""

    stride: Array
    last_gradient: Array


@dataclass(frozen=True, kw_only=True)
class Rprop(Optimizer[Strides]):
    """Each axis has its stride Δ: × η₊ where the slope keeps its sign, × η₋ and no step where it turns.

    Riedmiller and Braun 1993, without weight backtracking: PyTorch's form (iRprop− of Igel and Hüsken 2000). The
    learning rate is only the first stride.
    """

    name: ClassVar[str] = "rprop"
    title: ClassVar[str] = "Rprop"
    family: ClassVar[Family] = Family.SIGN
    idea: ClassVar[str] = "Along each axis lengthen the stride while it goes down, halve it where it overshot."
    reference: ClassVar[str] = "Riedmiller and Braun (1993), IEEE ICNN, 586–591"
    lines: ClassVar[tuple[str, ...]] = (
        "turn = sign(gradient * last_gradient)",
        "stride = stride * where(turn > 0, eta_plus, where(turn < 0, eta_minus, 1))",
        "stride = minimum(maximum(stride, step_min), step_max)",
        "last_gradient = where(turn < 0, 0, gradient)",
        "theta = theta - stride * sign(last_gradient)",
    )
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({"turn": "a", "stride": "Δ", "last_gradient": "g"})

    # PyTorch's; the strides soon find their own lengths.
    learning_rate: float = learning_rate_knob(0.01)
    eta_minus: float = knob(
        0.5,
        low=0.0,
        low_open=True,
        high=1.0,
        high_open=True,
        slider=(0.01, 0.99),
        symbol="η₋",
        label="Shorten by",
        hint="What a stride is multiplied by where the slope has turned.",
    )
    eta_plus: float = knob(
        1.2,
        low=1.0,
        high=10.0,
        slider=(1.0, 2.0),
        symbol="η₊",
        label="Lengthen by",
        hint="What a stride is multiplied by where the slope has kept its sign.",
    )
    step_min: float = knob(
        1e-6,
        low=0.0,
        high=1e6,
        slider=(1e-12, 1.0),
        scale=Scale.LOG,
        symbol="Δₘᵢₙ",
        label="Shortest stride",
        hint="No stride becomes shorter than this.",
    )
    step_max: float = knob(
        50.0,
        low=0.0,
        low_open=True,
        high=1e6,
        slider=(1e-3, 1e3),
        scale=Scale.LOG,
        symbol="Δₘₐₓ",
        label="Longest stride",
        hint="No stride becomes longer than this.",
    )

    def init(self, theta: Array) -> Strides:
        """Start every stride at the learning rate, with no slope before."""
        return Strides(np.full_like(theta, self.learning_rate), np.zeros_like(theta))

    def update(self, gradient: Array, state: Strides, theta: Array) -> tuple[Array, Strides]:
        """Return −Δ sign(∇J), and no step along an axis that has just turned."""
        turn = np.sign(gradient * state.last_gradient)
        factor = np.where(turn > 0, self.eta_plus, np.where(turn < 0, self.eta_minus, 1.0))
        stride = np.minimum(np.maximum(state.stride * factor, self.step_min), self.step_max)
        felt = np.where(turn < 0, 0.0, gradient)
        return -stride * np.sign(felt), Strides(stride, felt)

    def axis_reach(self, state: Strides, steepness: float) -> Array | float | None:
        """Return Δ, however steep it is."""
        return state.stride
