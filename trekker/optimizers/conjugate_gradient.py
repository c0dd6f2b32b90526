"""Nonlinear conjugate gradients: each direction leaves alone what the last ones have settled."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.optimizers.line import Line, interpolate, minimise
from trekker.optimizers.optimizer import Family, Searcher, learning_rate_knob
from trekker.optimizers.probe import Probe


class ConjugateState(NamedTuple):
    """The memory of conjugate gradients: the last slope and direction, the weight of that one, and the stride."""

    last_gradient: Array
    direction: Array
    beta: float
    step: float


@dataclass(frozen=True, kw_only=True)
class ConjugateGradient(Searcher[ConjugateState]):
    """d ← βd − ∇J, θ ← θ + s·d, with β = max(0, ∇J·(∇J − last ∇J)/‖last ∇J‖²). Polak and Ribière 1969.

    The maximum with 0 is Powell's restart (1984). It starts anew too where d would not lead down. s is about the
    lowest point along d: where the ground knows its Hessian H, −∇J·d/(d·Hd) is tried first, which on a quadratic
    is that point.
    """

    name: ClassVar[str] = "conjugate_gradient"
    title: ClassVar[str] = "Conjugate gradient"
    family: ClassVar[Family] = Family.SECOND_ORDER
    idea: ClassVar[str] = "Go to the lowest point along a direction, then choose one that does not undo what was won."
    reference: ClassVar[str] = "Polak and Ribière (1969), Rev. Fr. Inform. Rech. Opér. 3(16), 35–43"
    lines: ClassVar[tuple[str, ...]] = (
        "direction = beta * direction - gradient",
        "theta = theta + step * direction",
    )
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"direction": "d", "beta": "β", "step": "s", "last_gradient": "g"}
    )
    note: ClassVar[str] = "β is ∇J·(∇J − last ∇J)/‖last ∇J‖², or 0 to start anew; s leads to the lowest point along d"

    # A first try, not a stride: the search lengthens or shortens it as it needs.
    learning_rate: float = learning_rate_knob(0.1)

    def init(self, theta: Array) -> ConjugateState:
        """Start with no direction."""
        return ConjugateState(np.zeros_like(theta), np.zeros_like(theta), 0.0, 0.0)

    def search(
        self, gradient: Array, state: ConjugateState, theta: Array, probe: Probe
    ) -> tuple[Array, ConjugateState]:
        """Return s·d."""
        beta = _polak_ribiere(gradient, state.last_gradient)
        direction = beta * state.direction - gradient
        if not gradient @ direction < 0:
            beta, direction = 0.0, 0.0 * state.direction - gradient
        step = self._stride(Line.along(probe, theta, direction, gradient))
        return step * direction, ConjugateState(gradient, direction, beta, step)

    def _stride(self, line: Line) -> float:
        """Return how far to go along the line."""
        if line.probe.has_hessian and line.is_downhill():
            bend = float(line.direction @ line.probe.hessian(line.theta) @ line.direction)
            if 0 < bend < math.inf:
                return interpolate(line, -line.slope / bend)
        return minimise(line, self.learning_rate)


def _polak_ribiere(gradient: Array, last: Array) -> float:
    """Return β; 0 at the start, where there is no last slope, and where a number is not finite."""
    square = float(last @ last)
    beta = float(gradient @ (gradient - last)) / square if square > 0 else 0.0
    return beta if 0 < beta < math.inf else 0.0
