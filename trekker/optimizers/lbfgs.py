"""L-BFGS: the curvature of the ground, learnt from the last few steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.knobs import knob
from trekker.optimizers.line import Line, interpolate
from trekker.optimizers.optimizer import Family, Searcher
from trekker.optimizers.probe import Probe

_LEAST_CURVATURE = 1e-10


class Pairs(NamedTuple):
    """The memory of L-BFGS.

    Attributes:
        last_theta: where the last step began, shape (n,).
        last_gradient: the slope there, shape (n,).
        moves: the last changes of θ, oldest first, shape (k, n) with k up to the history.
        turns: how the slope changed over each, shape (k, n).
        direction: where the last step went, shape (n,).
        step: how far along it, 0 where the search found nothing.
    """

    last_theta: Array
    last_gradient: Array
    moves: Array
    turns: Array
    direction: Array
    step: float


@dataclass(frozen=True, kw_only=True)
class LBFGS(Searcher[Pairs]):
    """θ ← θ + s·d with d = −B∇J, B the inverse Hessian learnt from the last steps. Nocedal 1980.

    The two-loop recursion with backtracking from s = 1; a pair over which the slope did not rise is not learnt.
    Where d does not lead down, and at the first step, d = −∇J.
    """

    name: ClassVar[str] = "lbfgs"
    title: ClassVar[str] = "L-BFGS"
    family: ClassVar[Family] = Family.SECOND_ORDER
    idea: ClassVar[str] = "Learn the curvature of the ground from how the slope changed over the last steps."
    reference: ClassVar[str] = "Nocedal (1980), Math. Comput. 35(151), 773–782"
    lines: ClassVar[tuple[str, ...]] = ("theta = theta + step * direction",)
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({"direction": "d", "step": "s"})
    note: ClassVar[str] = (
        "d is −B∇J, with the inverse Hessian B learnt from the last steps; s is the first of 1, … that leads down"
    )

    history: int = knob(
        10,
        low=1,
        high=100,
        slider=(1, 30),
        symbol="m",
        label="History",
        hint="From how many of the last steps the curvature is learnt.",
    )

    def init(self, theta: Array) -> Pairs:
        """Start knowing nothing of the curvature."""
        none_yet = np.empty((0, theta.size))
        return Pairs(theta, np.zeros_like(theta), none_yet, none_yet, np.zeros_like(theta), 0.0)

    def search(self, gradient: Array, state: Pairs, theta: Array, probe: Probe) -> tuple[Array, Pairs]:
        """Return s·d."""
        moves, turns = self._learnt(gradient, state, theta)
        direction = -two_loop(gradient, moves, turns)
        if not gradient @ direction < 0:
            moves, turns = moves[:0], turns[:0]
            direction = -gradient
        first = 1.0 if len(moves) else _first_try(gradient)
        step = interpolate(Line.along(probe, theta, direction, gradient), first)
        return step * direction, Pairs(theta, gradient, moves, turns, direction, step)

    def _learnt(self, gradient: Array, state: Pairs, theta: Array) -> tuple[Array, Array]:
        """Return the pairs with the last step's added, if it tells of a curvature; the oldest ones dropped."""
        move, turn = theta - state.last_theta, gradient - state.last_gradient
        enough = _LEAST_CURVATURE * np.sqrt((move @ move) * (turn @ turn))
        if not move @ turn > enough:
            return state.moves[-self.history :], state.turns[-self.history :]
        moves, turns = np.vstack((state.moves, move)), np.vstack((state.turns, turn))
        return moves[-self.history :], turns[-self.history :]


def two_loop(gradient: Array, moves: Array, turns: Array) -> Array:
    """Return B∇J for the inverse Hessian B that the pairs tell of; ∇J itself where there are none. Nocedal 1980.

    Args:
        gradient: ∇J, shape (n,).
        moves: changes of θ, oldest first, shape (k, n).
        turns: changes of ∇J over them, shape (k, n), each with moves·turns above 0.
    """
    if not len(moves):
        return gradient
    result = gradient.copy()
    curvatures = (moves * turns).sum(axis=-1)
    weights = np.empty(len(moves))
    for i in reversed(range(len(moves))):
        weights[i] = moves[i] @ result / curvatures[i]
        result -= weights[i] * turns[i]
    result *= curvatures[-1] / (turns[-1] @ turns[-1])
    for i in range(len(moves)):
        result += (weights[i] - turns[i] @ result / curvatures[i]) * moves[i]
    return result


def _first_try(gradient: Array) -> float:
    """Return a first stride for unknown ground: at most one unit of length."""
    length = float(np.sqrt(gradient @ gradient))
    return 1 / max(length, 1.0)
