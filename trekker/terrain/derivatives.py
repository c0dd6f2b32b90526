"""Exact derivatives of a graph of steps: the chain rule, once for each step, whatever shares it.

The rules are the textbook's (Abramowitz & Stegun, chapters 3 and 4). The program does this itself rather than hand
the formula to a computer algebra system, because such systems evaluate numbers eagerly (9^9^9 hangs them), leave
Dirac deltas in the second derivatives of ``abs`` and ``max``, and take half a second to import.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from trekker.terrain.graph import Graph


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the chain rule is applied, in the textbook's letters.

    ``f`` is the step whose slope is wanted, ``u`` and ``v`` what it works on, ``du`` and ``dv`` their slopes; all
    are indices of ``g``. ``arguments`` and ``slopes`` hold all of them, for operations on more than two.
    """

    g: Graph
    f: int
    arguments: tuple[int, ...]
    slopes: tuple[int, ...]

    @property
    def u(self) -> int:
        return self.arguments[0]

    @property
    def v(self) -> int:
        return self.arguments[1]

    @property
    def du(self) -> int:
        return self.slopes[0]

    @property
    def dv(self) -> int:
        return self.slopes[1]


_Rule: TypeAlias = Callable[[_Place], int]


def derivative(graph: Graph, index: int, variable: int) -> int:
    """Return the step that is the derivative of step ``index`` with respect to parameter ``variable``.

    Adds the steps that it needs to ``graph``.
    """
    slopes: dict[int, int] = {}
    for each in graph.ancestry(index):
        slopes[each] = _slope(graph, each, slopes, variable)
    return slopes[index]


def _slope(graph: Graph, index: int, slopes: Mapping[int, int], variable: int) -> int:
    step = graph.steps[index]
    if step.operation == "variable":
        return graph.constant(1.0 if step.value == variable else 0.0)
    inner = tuple(slopes[each] for each in step.arguments)
    if all(graph.value(each) == 0.0 for each in inner):
        return graph.constant(0.0)
    at = _Place(graph, index, step.arguments, inner)
    if step.operation in _OUTER_SLOPES:
        return graph.times(_OUTER_SLOPES[step.operation](at), at.du)
    return _WHOLE_RULES[step.operation](at)


def _one_minus_square(g: Graph, u: int) -> int:
    return g.minus(g.constant(1.0), g.power(u, 2))


def _reciprocal(g: Graph, u: int) -> int:
    return g.over(g.constant(1.0), u)


_OUTER_SLOPES: Mapping[str, _Rule] = MappingProxyType(
    {
        "negate": lambda at: at.g.constant(-1.0),
        "sin": lambda at: at.g.apply("cos", at.u),
        "cos": lambda at: at.g.negative(at.g.apply("sin", at.u)),
        "tan": lambda at: at.g.plus(at.g.constant(1.0), at.g.power(at.f, 2)),
        "asin": lambda at: _reciprocal(at.g, at.g.apply("sqrt", _one_minus_square(at.g, at.u))),
        "acos": lambda at: at.g.negative(_reciprocal(at.g, at.g.apply("sqrt", _one_minus_square(at.g, at.u)))),
        "atan": lambda at: _reciprocal(at.g, at.g.plus(at.g.constant(1.0), at.g.power(at.u, 2))),
        "sinh": lambda at: at.g.apply("cosh", at.u),
        "cosh": lambda at: at.g.apply("sinh", at.u),
        "tanh": lambda at: at.g.power(at.g.apply("cosh", at.u), -2),
        "asinh": lambda at: _reciprocal(at.g, at.g.apply("sqrt", at.g.plus(at.g.power(at.u, 2), at.g.constant(1.0)))),
        "acosh": lambda at: _reciprocal(at.g, at.g.apply("sqrt", at.g.minus(at.g.power(at.u, 2), at.g.constant(1.0)))),
        "atanh": lambda at: _reciprocal(at.g, _one_minus_square(at.g, at.u)),
        "exp": lambda at: at.f,
        "log": lambda at: _reciprocal(at.g, at.u),
        "log10": lambda at: _reciprocal(at.g, at.g.times(at.g.constant(math.log(10.0)), at.u)),
        "log2": lambda at: _reciprocal(at.g, at.g.times(at.g.constant(math.log(2.0)), at.u)),
        "cbrt": lambda at: _reciprocal(at.g, at.g.times(at.g.constant(3.0), at.g.power(at.f, 2))),
        "abs": lambda at: at.g.apply("sign", at.u),
        "sign": lambda at: at.g.constant(0.0),
        "floor": lambda at: at.g.constant(0.0),
        "ceil": lambda at: at.g.constant(0.0),
        "round": lambda at: at.g.constant(0.0),
        "sigmoid": lambda at: at.g.times(at.f, at.g.apply("sigmoid", at.g.negative(at.u))),
        "softplus": lambda at: at.g.apply("sigmoid", at.u),
    }
)
"""f′(u), by the name of f: what the slope of the argument is multiplied with."""


def _of_product(at: _Place) -> int:
    return at.g.plus(at.g.times(at.du, at.v), at.g.times(at.u, at.dv))


def _of_quotient(at: _Place) -> int:
    return at.g.over(at.g.minus(at.du, at.g.times(at.f, at.dv)), at.v)


def _of_whole_power(at: _Place) -> int:
    exponent = int(at.g.steps[at.f].value)
    return at.g.times(at.g.times(at.g.constant(exponent), at.g.power(at.u, exponent - 1)), at.du)


def _of_power(at: _Place) -> int:
    g = at.g
    along_base = along_exponent = g.constant(0.0)
    if g.value(at.du) != 0.0:
        along_base = g.times(g.times(at.v, g.apply("pow", at.u, g.minus(at.v, g.constant(1.0)))), at.du)
    if g.value(at.dv) != 0.0:
        along_exponent = g.times(g.times(at.f, g.apply("log", at.u)), at.dv)
    return g.plus(along_base, along_exponent)


def _of_sqrt(at: _Place) -> int:
    return at.g.over(at.du, at.g.times(at.g.constant(2.0), at.f), "slope_ratio")


def _of_hypot(at: _Place) -> int:
    along = at.g.plus(at.g.times(at.u, at.du), at.g.times(at.v, at.dv))
    return at.g.over(along, at.f, "slope_ratio")


def _of_angle(at: _Place) -> int:
    across = at.g.minus(at.g.times(at.v, at.du), at.g.times(at.u, at.dv))
    return at.g.over(across, at.g.plus(at.g.power(at.u, 2), at.g.power(at.v, 2)))


def _chosen(g: Graph, smaller: int, larger: int, then: int, otherwise: int) -> int:
    return then if then == otherwise else g.apply("choose", smaller, larger, then, otherwise)


_WHOLE_RULES: Mapping[str, _Rule] = MappingProxyType(
    {
        "add": lambda at: at.g.plus(at.du, at.dv),
        "subtract": lambda at: at.g.minus(at.du, at.dv),
        "multiply": _of_product,
        "divide": _of_quotient,
        "slope_ratio": _of_quotient,
        "power": _of_whole_power,
        "pow": _of_power,
        "sqrt": _of_sqrt,
        "hypot": _of_hypot,
        "atan2": _of_angle,
        "min": lambda at: _chosen(at.g, at.u, at.v, at.du, at.dv),
        "max": lambda at: _chosen(at.g, at.v, at.u, at.du, at.dv),
        "choose": lambda at: _chosen(at.g, at.u, at.v, at.slopes[2], at.slopes[3]),
    }
)
"""The slope of a step, for operations that are not functions of one argument."""
