"""One step, told in the order in which it is decided: slope, what becomes of it, memory, step, new place."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from enum import Enum

import numpy as np

from trekker.cost import Array
from trekker.knobs import knobs_of
from trekker.messages import about
from trekker.optimizers.arithmetic import Value, resolve
from trekker.optimizers.notation import Explanation, Line, parse
from trekker.optimizers.optimizer import AnyOptimizer
from trekker.optimizers.writers import FIRST, Shown, number_text, tex_symbol, value_text
from trekker.walk.descent import Descent

_NO_MEMORY = frozenset({"gradient", "theta", "first_rate", "schedule_factor", "clip_limit"})
_PLACE = "theta"

#: The names in the rules' lines that stand for a direction on the map; a test holds them against the rules' symmetry.
DIRECTIONS = frozenset({"gradient", "velocity", "m", "m_hat", "mean", "c", "last_gradient", "direction", "change"})


class Part(Enum):
    """What a stage of a step is about."""

    SLOPE = "what is felt"
    DOWNHILL = "straight against it"
    ADJUSTED = "made ready"
    FOUND = "found by searching"
    MEMORY = "remembered"
    WORKING = "on the way"
    MOVE = "the step"
    ARRIVAL = "what it brought"


@dataclass(frozen=True, eq=False)
class Arrow:
    """A vector of one step, to be drawn from where the trekker stands.

    Attributes:
        start: the place θ before the step, shape (n,).
        vector: where it points, shape (n,).
        part: what it is, which decides its colour.
        is_distance: whether its length is a distance on the map. Others are slopes, or made of slopes: they tell a
            direction, and how long they are drawn is free.
    """

    start: Array
    vector: Array
    part: Part
    is_distance: bool = False


@dataclass(frozen=True, eq=False)
class Stage:
    """One line of the story of a step.

    Attributes:
        part: what it is about.
        symbolic: the formula with symbols.
        numeric: the same with this step's numbers.
        tex: the formula for a TeX renderer; empty where the symbols say it as well.
        arrow: what it adds to the picture, where it is a direction.
    """

    part: Part
    symbolic: str
    numeric: str
    tex: str = ""
    arrow: Arrow | None = None


def walkthrough(descent: Descent, step: int, shown: Shown = FIRST) -> tuple[Stage, ...]:
    """Tell how step number ``step`` is decided and what comes of it; the newest place tells of the step to come.

    Of many parameters two are ``shown``.
    """
    told = descent.explain(step, shown)
    rule = descent.trekker_at(step).optimizer
    theta = np.asarray(told.start[_PLACE])
    memory = told.start.keys() - _NO_MEMORY - knobs_of(rule).keys()
    searched = _searched(rule, told, memory)
    stages = [_felt(told, theta)]
    for line in told.lines:
        stages += [_found(name, told, theta) for name, user in searched.items() if user == line.name]
        stages.append(_stage(line, theta, memory))
    return (*stages, _brought(descent, step, told))


def _felt(told: Explanation, theta: Array) -> Stage:
    gradient = np.asarray(told.start["gradient"])
    symbol = f"{told.symbols['gradient']}(θ)"
    arrow = Arrow(theta, gradient, Part.SLOPE)
    return Stage(Part.SLOPE, symbol, f"{symbol} = {value_text(gradient, told.shown)}", tex_symbol(symbol), arrow)


def _found(name: str, told: Explanation, theta: Array) -> Stage:
    """Return the stage of something that no line tells, since the rule had to search for it."""
    symbol, value = told.symbols.get(name, name), told.start[name]
    arrow = Arrow(theta, np.asarray(value), Part.FOUND) if _points(name, value, theta) else None
    return Stage(Part.FOUND, symbol, f"{symbol} = {value_text(value, told.shown)}", tex_symbol(symbol), arrow)


def _stage(line: Line, theta: Array, memory: set[str]) -> Stage:
    part = _part_of(line.name, memory)
    arrow = None
    if part is Part.MOVE:
        arrow = Arrow(theta, np.asarray(line.value) - theta, part, is_distance=True)
    elif _points(line.name, line.value, theta):
        arrow = Arrow(theta, np.asarray(line.value), part)
    return Stage(part, line.symbolic, line.numeric, line.tex, arrow)


def _part_of(name: str, memory: set[str]) -> Part:
    if name == _PLACE:
        return Part.MOVE
    if name in ("gradient", "learning_rate"):
        return Part.ADJUSTED
    return Part.MEMORY if name in memory else Part.WORKING


def _points(name: str, value: Value, theta: Array) -> bool:
    return name in DIRECTIONS and np.shape(value) == theta.shape


def _searched(rule: AnyOptimizer, told: Explanation, memory: set[str]) -> dict[str, str]:
    """Return the memories that the lines use and none assigns, each with the line that uses it first."""
    lines = [(name, resolve(formula, told.start)) for name, formula in parse(rule.lines)]
    wanted = memory - {name for name, _ in lines}
    found: dict[str, str] = {}
    for line, formula in lines:
        used = [each.id for each in ast.walk(formula) if isinstance(each, ast.Name)]
        found |= {name: line for name in used if name in wanted and name not in found}
    return found


def _brought(descent: Descent, step: int, told: Explanation) -> Stage:
    """Return what the step does to the cost."""
    before = float(descent.trail.cost[step])
    with np.errstate(all="ignore"):
        walked = step < descent.trail.steps
        after = (
            descent.trail.cost[step + 1] if walked else descent.told_by_at(step).cost(np.asarray(told.values[_PLACE]))
        )
        rise = float(after) - before
    sign = "+" if rise > 0 else ""
    begun = about(number_text(before), descent.is_estimated_at(step))
    numbers = f"J: {begun} → {number_text(float(after))} ({sign}{number_text(rise)})"
    return Stage(Part.ARRIVAL, "J(θ)", numbers, tex_symbol("J(θ)"))
