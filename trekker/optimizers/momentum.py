"""Rules that keep going the way they were going: the heavy ball and Nesterov's look ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.knobs import knob
from trekker.optimizers.optimizer import Family, Optimizer, learning_rate_knob
from trekker.optimizers.stability import stability_limit


class Velocity(NamedTuple):
    """The memory of a heavy ball."""

    velocity: Array


def momentum_knob(default: float = 0.9, symbol: str = "μ") -> Any:
    """Declare the share of the last velocity that is kept, the same way for every rule that has one."""
    return knob(
        default,
        low=0.0,
        high=1.0,
        high_open=True,
        slider=(0.0, 0.999),
        symbol=symbol,
        label="Momentum",
        hint="How much of the last step is kept: 0 forgets it, near 1 rolls almost freely.",
    )


@dataclass(frozen=True, kw_only=True)
class Rolling(Optimizer[Velocity]):
    """What rules with momentum share: a velocity that is zero at the start."""

    family: ClassVar[Family] = Family.MOMENTUM
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({"velocity": "v"})

    def init(self, theta: Array) -> Velocity:
        """Start at rest."""
        return Velocity(np.zeros_like(theta))


@dataclass(frozen=True, kw_only=True)
class Momentum(Rolling):
    """v ← μv + ∇J(θ), θ ← θ − αv, with v = 0 at the start. Polyak 1964; the form of PyTorch's SGD.

    Polyak's own form has the learning rate inside, v ← μv − α∇J: the same path while α stays the same.
    """

    name: ClassVar[str] = "momentum"
    title: ClassVar[str] = "Momentum"
    idea: ClassVar[str] = "A heavy ball: slopes felt before still push, so it rolls through dips and along valleys."
    reference: ClassVar[str] = "Polyak (1964), USSR Comput. Math. Math. Phys. 4(5), 1–17"
    lines: ClassVar[tuple[str, ...]] = (
        "velocity = momentum * velocity + gradient",
        "theta = theta - learning_rate * velocity",
    )

    learning_rate: float = learning_rate_knob()
    momentum: float = momentum_knob()

    def update(self, gradient: Array, state: Velocity, theta: Array) -> tuple[Array, Velocity]:
        """Return −αv."""
        velocity = self.momentum * state.velocity + gradient
        return -self.learning_rate * velocity, Velocity(velocity)

    def stability_limit(self, hessian: Array, state: Velocity) -> float | None:
        """Return 2(1 + μ)/λmax."""
        return stability_limit(hessian, decay=self.momentum, gradient_weight=0.0, mean_weight=1 / (1 - self.momentum))


@dataclass(frozen=True, kw_only=True)
class Nesterov(Rolling):
    """v ← μv + ∇J(θ), θ ← θ − α(∇J(θ) + μv), with v = 0 at the start. Nesterov 1983; the form of PyTorch's SGD.

    Nesterov takes the gradient at the place where the momentum alone would lead. Sutskever et al. (ICML 2013)
    change variables so that the gradient is felt where the trekker stands; that is this form, and its θ is
    Nesterov's looked-ahead place.
    """

    name: ClassVar[str] = "nesterov"
    title: ClassVar[str] = "Nesterov momentum"
    idea: ClassVar[str] = "A heavy ball that looks where it is about to roll, and brakes before the rise."
    reference: ClassVar[str] = "Nesterov (1983), Soviet Math. Dokl. 27, 372–376"
    lines: ClassVar[tuple[str, ...]] = (
        "velocity = momentum * velocity + gradient",
        "theta = theta - learning_rate * (gradient + momentum * velocity)",
    )

    learning_rate: float = learning_rate_knob()
    momentum: float = momentum_knob()

    def update(self, gradient: Array, state: Velocity, theta: Array) -> tuple[Array, Velocity]:
        """Return −α(∇J + μv)."""
        velocity = self.momentum * state.velocity + gradient
        return -self.learning_rate * (gradient + self.momentum * velocity), Velocity(velocity)

    def stability_limit(self, hessian: Array, state: Velocity) -> float | None:
        """Return 2(1 + μ)/((1 + 2μ)λmax)."""
        ahead = self.momentum / (1 - self.momentum)
        return stability_limit(hessian, decay=self.momentum, mean_weight=ahead)
