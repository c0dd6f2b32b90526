"""What a step costs: the gradient, the rule and the record, against the article's bare loop of the same rule."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from trekker.cost import Array
from trekker.learning.article import FIVE_POINTS
from trekker.optimizers import optimizer
from trekker.walk.descent import Descent
from trekker.walk.grounds import SampleData
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.verdict import StopRule

Walk: TypeAlias = Callable[[int], object]
"""Takes so many steps and records them; set up anew at each call."""

LEARNING_RATE = 0.01
_STEPS = 20_000
_ROUNDS = 5


def core_speed() -> dict[str, dict[str, float]]:
    """Compare a recorded step on the article's five points with a bare NumPy loop of the same rule, in µs."""
    return {name: _compared(name) for name in BARE_WALKS}


def step_times(walks: Mapping[str, Walk], steps: int = _STEPS) -> dict[str, float]:
    """Return what one step of each walk takes, in µs: the best of several rounds, in which they take turns."""
    rounds = [{name: _seconds(walk, steps) for name, walk in walks.items()} for _ in range(_ROUNDS)]
    return {name: min(each[name] for each in rounds) / steps * 1e6 for name in walks}


def recorded_walk(rule: str) -> Walk:
    """Return a trekker's walk on the article's five points, never stopped early."""
    choice = SampleData("five_points")
    ground = choice.open()
    trekker = Trekker(optimizer=optimizer(rule, {"learning_rate": str(LEARNING_RATE)}))
    scenario = Scenario(ground=choice, trekkers=(trekker,), stop=StopRule(tolerance=0.0, step_limit=10_000_000))
    return lambda steps: Descent(ground, scenario).advance(steps)


def _compared(rule: str) -> dict[str, float]:
    step = step_times({"bare": BARE_WALKS[rule], "ours": recorded_walk(rule)})
    return {
        "step_us": step["ours"],
        "bare_us": step["bare"],
        "ratio": step["ours"] / step["bare"],
        "steps_per_second": 1e6 / step["ours"],
    }


def _seconds(walk: Walk, steps: int) -> float:
    begun = time.perf_counter()
    walk(steps)
    return time.perf_counter() - begun


def _bare_walk(update: Callable[[Array, Array, list[Array], int], Array]) -> Walk:
    """Return the article's loop, as one types it, with another rule in the place of the plain one."""
    x, y = FIVE_POINTS

    def walk(steps: int) -> list[float]:
        design = np.c_[np.ones((len(x), 1)), x]
        m = len(y)
        theta = np.zeros(2)
        memory = [np.zeros(2), np.zeros(2)]
        history = []
        for t in range(1, steps + 1):
            errors = design.dot(theta) - y
            gradient = (1 / m) * design.T.dot(errors)
            theta = update(theta, gradient, memory, t)
            history.append((1 / (2 * m)) * np.sum((design.dot(theta) - y) ** 2))
        return history

    return walk


def _plain(theta: Array, gradient: Array, _memory: list[Array], _t: int) -> Array:
    return theta - LEARNING_RATE * gradient


def _heavy_ball(theta: Array, gradient: Array, memory: list[Array], _t: int) -> Array:
    memory[0] = 0.9 * memory[0] + gradient
    return theta - LEARNING_RATE * memory[0]


def _adam(theta: Array, gradient: Array, memory: list[Array], t: int) -> Array:
    memory[0] = 0.9 * memory[0] + 0.1 * gradient
    memory[1] = 0.999 * memory[1] + 0.001 * gradient**2
    m_hat, v_hat = memory[0] / (1 - 0.9**t), memory[1] / (1 - 0.999**t)
    moved: Array = theta - LEARNING_RATE * m_hat / (np.sqrt(v_hat) + 1e-8)
    return moved


BARE_WALKS: Mapping[str, Walk] = MappingProxyType(
    {"gradient_descent": _bare_walk(_plain), "momentum": _bare_walk(_heavy_ball), "adam": _bare_walk(_adam)}
)
"""The article's program with each of three rules, by the rule's name."""
