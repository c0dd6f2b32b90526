"""Rules that learn for each parameter how far to step: Adagrad, Adadelta, RMSprop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.knobs import Scale, knob
from trekker.optimizers.momentum import momentum_knob
from trekker.optimizers.optimizer import Family, Optimizer, learning_rate_knob
from trekker.optimizers.stability import stability_limit


def decay_knob(default: float, symbol: str = "ρ", label: str = "Memory") -> Any:
    """Declare the share of a running mean that is kept at each step."""
    return knob(
        default,
        low=0.0,
        high=1.0,
        high_open=True,
        slider=(0.0, 0.9999),
        symbol=symbol,
        label=label,
        hint="How much of the running mean is kept at each step: near 1 remembers many steps.",
    )


def epsilon_knob(default: float) -> Any:
    """Declare the small number that keeps a division from exploding."""
    return knob(
        default,
        low=0.0,
        high=1.0,
        slider=(1e-16, 1e-2),
        scale=Scale.LOG,
        symbol="ε",
        label="Epsilon",
        hint="A small number beside the root, so that flat ground does not divide by zero.",
    )


def weight_decay_knob(default: float) -> Any:
    """Declare the strength of decoupled weight decay."""
    return knob(
        default,
        low=0.0,
        high=1e3,
        slider=(0.0, 1.0),
        symbol="λ",
        label="Weight decay",
        hint="How strongly every step also pulls the trekker towards the origin: 0 not at all.",
    )


class SquareSum(NamedTuple):
    """The memory of Adagrad: the sum of all squared slopes."""

    square_sum: Array


@dataclass(frozen=True, kw_only=True)
class Adagrad(Optimizer[SquareSum]):
    """G ← G + ∇J², θ ← θ − α∇J/(√G + ε). Duchi, Hazan and Singer 2011; ε outside the root, as in PyTorch.

    optax starts G at 0.1 and has ε = 1e-7 inside the root. PyTorch's ``lr_decay`` is a schedule here.
    """

    name: ClassVar[str] = "adagrad"
    title: ClassVar[str] = "Adagrad"
    family: ClassVar[Family] = Family.ADAPTIVE
    idea: ClassVar[str] = "Along each axis step less, the more steep ground was felt there in all the walk so far."
    reference: ClassVar[str] = "Duchi, Hazan and Singer (2011), JMLR 12, 2121–2159"
    lines: ClassVar[tuple[str, ...]] = (
        "square_sum = square_sum + gradient**2",
        "theta = theta - learning_rate * gradient / (sqrt(square_sum) + epsilon)",
    )
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({"square_sum": "G"})

    # The first step is α long along each axis and the t-th about α/√t: 0.01 would take 2,500 steps to go 1.
    learning_rate: float = learning_rate_knob(0.5)
    epsilon: float = epsilon_knob(1e-10)
    initial_accumulator: float = knob(
        0.0,
        low=0.0,
        high=1e6,
        slider=(0.0, 10.0),
        symbol="G₀",
        label="First sum",
        hint="The sum of squared slopes to start from: above 0 it makes the first steps shorter.",
    )

    def init(self, theta: Array) -> SquareSum:
        """Start the sum at ``initial_accumulator``."""
        return SquareSum(np.full_like(theta, self.initial_accumulator))

    def update(self, gradient: Array, state: SquareSum, theta: Array) -> tuple[Array, SquareSum]:
        """Return −α∇J/(√G + ε)."""
        square_sum = state.square_sum + gradient * gradient
        return -self.learning_rate * gradient / (np.sqrt(square_sum) + self.epsilon), SquareSum(square_sum)

    def stability_limit(self, hessian: Array, state: SquareSum) -> float | None:
        """Return 2/λmax of the Hessian scaled by 1/(√G + ε), once something was felt along every axis."""
        return _scaled_limit(hessian, state.square_sum, self.epsilon)

    def axis_reach(self, state: SquareSum, steepness: float) -> Array | float | None:
        """Return α·steepness/(√G + ε)."""
        return self.learning_rate * steepness / (np.sqrt(state.square_sum) + self.epsilon)


class DeltaState(NamedTuple):
    """The memory of Adadelta: running means of squared slopes and of squared steps."""

    square: Array
    change_square: Array


@dataclass(frozen=True, kw_only=True)
class Adadelta(Optimizer[DeltaState]):
    """v ← ρv + (1−ρ)∇J², d = √(u + ε)/√(v + ε)·∇J, u ← ρu + (1−ρ)d², θ ← θ − αd. Zeiler 2012; PyTorch's form.

    The paper has no learning rate (α = 1).
    """

    name: ClassVar[str] = "adadelta"
    title: ClassVar[str] = "Adadelta"
    family: ClassVar[Family] = Family.ADAPTIVE
    idea: ClassVar[str] = "Step about as far as the last steps went, against how steep the last slopes were."
    reference: ClassVar[str] = "Zeiler (2012), arXiv:1212.5701"
    lines: ClassVar[tuple[str, ...]] = (
        "square = decay * square + (1 - decay) * gradient**2",
        "change = sqrt(change_square + epsilon) / sqrt(square + epsilon) * gradient",
        "change_square = decay * change_square + (1 - decay) * change**2",
        "theta = theta - learning_rate * change",
    )
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({"square": "v", "change": "d", "change_square": "u"})

    learning_rate: float = learning_rate_knob(1.0)
    decay: float = decay_knob(0.9)
    epsilon: float = epsilon_knob(1e-6)

    def init(self, theta: Array) -> DeltaState:
        """Start both means at zero."""
        return DeltaState(np.zeros_like(theta), np.zeros_like(theta))

    def update(self, gradient: Array, state: DeltaState, theta: Array) -> tuple[Array, DeltaState]:
        """Return −αd."""
        square = self.decay * state.square + (1 - self.decay) * gradient * gradient
        change = np.sqrt(state.change_square + self.epsilon) / np.sqrt(square + self.epsilon) * gradient
        change_square = self.decay * state.change_square + (1 - self.decay) * change * change
        return -self.learning_rate * change, DeltaState(square, change_square)

    def axis_reach(self, state: DeltaState, steepness: float) -> Array | float | None:
        """Return α·steepness·√(u + ε)/√(v + ε)."""
        scale = np.sqrt(state.change_square + self.epsilon) / np.sqrt(state.square + self.epsilon)
        return self.learning_rate * steepness * scale


class SpreadState(NamedTuple):
    """The memory of RMSprop: running means of squared slopes and of slopes, and a velocity."""

    square: Array
    mean: Array
    velocity: Array


@dataclass(frozen=True, kw_only=True)
class RMSprop(Optimizer[SpreadState]):
    """v ← ρv + (1−ρ)∇J², b ← μb + ∇J/(√v + ε), θ ← θ − αb. Tieleman and Hinton 2012; ε outside the root, PyTorch's.

    Centred, v is replaced by v − m² with m ← ρm + (1−ρ)∇J (Graves 2013). optax has ε inside the root.
    """

    name: ClassVar[str] = "rmsprop"
    title: ClassVar[str] = "RMSprop"
    family: ClassVar[Family] = Family.ADAPTIVE
    idea: ClassVar[str] = "Divide the slope along each axis by how steep it has lately been there."
    reference: ClassVar[str] = "Tieleman and Hinton (2012), Neural Networks for Machine Learning, lecture 6.5"
    lines: ClassVar[tuple[str, ...]] = (
        "square = decay * square + (1 - decay) * gradient**2",
        "mean = decay * mean + (1 - decay) * gradient if centered else mean",
        "root = sqrt(square - mean**2 if centered else square) + epsilon",
        "velocity = momentum * velocity + gradient / root if momentum else gradient / root",
        "theta = theta - learning_rate * velocity",
    )
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({"square": "v", "mean": "m", "root": "r", "velocity": "b"})

    # A step is about α along each axis whatever the slope: 0.01, PyTorch's, is slow on a map a few units wide.
    learning_rate: float = learning_rate_knob(0.02)
    decay: float = decay_knob(0.99)
    epsilon: float = epsilon_knob(1e-8)
    momentum: float = momentum_knob(0.0)
    centered: bool = knob(
        False, label="Centered", hint="Divide by the spread of the slopes about their mean, not by their size."
    )

    def init(self, theta: Array) -> SpreadState:
        """Start the means at zero, at rest."""
        return SpreadState(np.zeros_like(theta), np.zeros_like(theta), np.zeros_like(theta))

    def update(self, gradient: Array, state: SpreadState, theta: Array) -> tuple[Array, SpreadState]:
        """Return −αb."""
        square = self.decay * state.square + (1 - self.decay) * gradient * gradient
        mean, spread = state.mean, square
        if self.centered:
            mean = self.decay * mean + (1 - self.decay) * gradient
            spread = square - mean * mean
        velocity = gradient / (np.sqrt(spread) + self.epsilon)
        if self.momentum:
            velocity += self.momentum * state.velocity
        return -self.learning_rate * velocity, SpreadState(square, mean, velocity)

    def stability_limit(self, hessian: Array, state: SpreadState) -> float | None:
        """Return 2(1 + μ)/λmax of the Hessian scaled by 1/(√v + ε), once something was felt along every axis."""
        return _scaled_limit(hessian, self._spread(state), self.epsilon, self.momentum)

    def axis_reach(self, state: SpreadState, steepness: float) -> Array | float | None:
        """Return α·steepness/(√v + ε)."""
        return self.learning_rate * steepness / (np.sqrt(self._spread(state)) + self.epsilon)

    def _spread(self, state: SpreadState) -> Array:
        """Return what the slopes are divided by the root of."""
        return state.square - state.mean * state.mean if self.centered else state.square


def _scaled_limit(hessian: Array, square: Array, epsilon: float, momentum: float = 0.0) -> float | None:
    """Return the limit of a heavy ball whose slopes are divided by √square + ε, held still."""
    if not (square > 0).all():
        return None
    scale = 1 / (np.sqrt(square) + epsilon)
    return stability_limit(hessian, decay=momentum, gradient_weight=0, mean_weight=1 / (1 - momentum), scale=scale)
