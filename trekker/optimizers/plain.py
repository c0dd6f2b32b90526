"""Steepest descent: step against the slope, with a fixed stride or with one that is searched for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from trekker.cost import Array
from trekker.knobs import Scale, knob
from trekker.optimizers.line import Line, backtrack
from trekker.optimizers.optimizer import Family, NoState, Optimizer, Searcher, learning_rate_knob
from trekker.optimizers.probe import Probe
from trekker.optimizers.stability import stability_limit


@dataclass(frozen=True, kw_only=True)
class GradientDescent(Optimizer[NoState]):
    """θ ← θ − α ∇J(θ). Cauchy 1847, Comptes rendus 25, 536–538. PyTorch's SGD without momentum."""

    name: ClassVar[str] = "gradient_descent"
    title: ClassVar[str] = "Gradient descent"
    family: ClassVar[Family] = Family.PLAIN
    idea: ClassVar[str] = "Step straight down the slope underfoot, further where it is steeper."
    reference: ClassVar[str] = "Cauchy (1847), Comptes rendus 25, 536–538"
    lines: ClassVar[tuple[str, ...]] = ("theta = theta - learning_rate * gradient",)

    learning_rate: float = learning_rate_knob()

    def init(self, theta: Array) -> NoState:
        """Remember nothing."""
        return NoState()

    def update(self, gradient: Array, state: NoState, theta: Array) -> tuple[Array, NoState]:
        """Return −α ∇J."""
        return -self.learning_rate * gradient, state

    def stability_limit(self, hessian: Array, state: NoState) -> float | None:
        """Return 2/λmax: beyond it each step overshoots the floor by more than it came."""
        return stability_limit(hessian)


class Stride(NamedTuple):
    """The memory of a line search: the stride that it took last, 0 where it found none."""

    step: float


@dataclass(frozen=True, kw_only=True)
class LineSearch(Searcher[Stride]):
    """θ ← θ − s∇J with the first s of α, ασ, ασ², … for which J falls by at least c·s‖∇J‖². Armijo 1966."""

    name: ClassVar[str] = "line_search"
    title: ClassVar[str] = "Line search"
    family: ClassVar[Family] = Family.PLAIN
    idea: ClassVar[str] = "Feel ahead with a long stride first, and shorten it until it really leads down."
    reference: ClassVar[str] = "Armijo (1966), Pacific J. Math. 16(1), 1–3"
    lines: ClassVar[tuple[str, ...]] = ("theta = theta - step * gradient",)
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({"step": "s"})
    note: ClassVar[str] = "s is the first of α, ασ, ασ², … after which J is lower by at least c·s·‖∇J‖²"

    # A first try, not a stride: too long costs a few more looks, too short can never be made good.
    learning_rate: float = learning_rate_knob(1.0)
    shrink: float = knob(
        0.5,
        low=0.0,
        low_open=True,
        high=1.0,
        high_open=True,
        slider=(0.1, 0.9),
        symbol="σ",
        label="Shorten by",
        hint="What a stride that does not lead down far enough is multiplied by.",
    )
    slope: float = knob(
        1e-4,
        low=0.0,
        high=1.0,
        high_open=True,
        slider=(1e-6, 0.5),
        scale=Scale.LOG,
        symbol="c",
        label="Fall asked for",
        hint="Which share of the fall that the slope promises a stride must bring.",
    )

    def init(self, theta: Array) -> Stride:
        """Start with no stride taken."""
        return Stride(0.0)

    def search(self, gradient: Array, state: Stride, theta: Array, probe: Probe) -> tuple[Array, Stride]:
        """Return −s∇J."""
        line = Line.along(probe, theta, -gradient, gradient)
        step = backtrack(line, self.learning_rate, shrink=self.shrink, share=self.slope)
        return -step * gradient, Stride(step)
