"""From a graph of steps to functions that run: straight lines of code, one for each step that is needed.

The code is generated from checked steps alone, never from a person's text, and becomes a function without ``eval``
or ``exec``. One code serves twice: with the functions for single places and with those for arrays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf, nan
from types import CodeType, FunctionType, MappingProxyType
from typing import Any

from trekker.terrain.graph import Graph, Step
from trekker.terrain.operations import ARRAY, SCALAR

_OPERATORS = MappingProxyType({"add": "+", "subtract": "-", "multiply": "*", "divide": "/"})


@dataclass(frozen=True, slots=True)
class Compiled:
    """Two functions of (x, y) that return a tuple of outputs.

    Attributes:
        at_place: for two floats; may raise :data:`~trekker.terrain.operations.ARITHMETIC_FAULTS`.
        over_arrays: for two arrays (or NumPy scalars); an output that does not vary is a plain float.
    """

    at_place: Callable[[float, float], tuple[float, ...]]
    over_arrays: Callable[[Any, Any], tuple[Any, ...]]


def compile_steps(graph: Graph, outputs: tuple[int, ...]) -> Compiled:
    """Compile the steps that ``outputs`` need. Shared steps run once; the same step always runs the same way."""
    lines = _Lines(graph)
    results = [lines.name(each) for each in sorted(set(outputs))]
    named = dict(zip(sorted(set(outputs)), results, strict=True))
    body = "".join(f"    {line}\n" for line in lines.lines)
    source = f"def formula(x, y):\n{body}    return ({', '.join(named[each] for each in outputs)},)\n"
    module = compile(source, "<formula>", "exec")
    code = next(each for each in module.co_consts if isinstance(each, CodeType))
    return Compiled(_function(code, SCALAR), _function(code, ARRAY))


def _function(code: CodeType, functions: Mapping[str, Any]) -> Callable[..., tuple[Any, ...]]:
    return FunctionType(code, {"__builtins__": {}, "inf": inf, "nan": nan, **functions})


class _Lines:
    """Lines of code as they are needed: each step gets one, in the order of the graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._names: dict[int, str] = {}
        self._powers: dict[tuple[str, int], str] = {}
        self.lines: list[str] = []

    def name(self, output: int) -> str:
        """Return the name that holds step ``output``, after writing whatever it needs."""
        for index in self._graph.ancestry(output):
            if index not in self._names:
                self._names[index] = self._write(index, self._graph.steps[index])
        return self._names[output]

    def _write(self, index: int, step: Step) -> str:
        if step.operation == "constant":
            return f"({step.value!r})" if step.value < 0 else repr(step.value)
        if step.operation == "variable":
            return "y" if step.value else "x"
        arguments = [self._names[each] for each in step.arguments]
        if step.operation == "power":
            return self._whole_power(arguments[0], int(step.value))
        return self._assign(f"s{index}", _expression(step.operation, arguments))

    def _assign(self, name: str, expression: str) -> str:
        self.lines.append(f"{name} = {expression}")
        return name

    def _whole_power(self, base: str, exponent: int) -> str:
        """Multiply rather than call ``pow``: exactly the same for one place and for arrays, and faster."""
        if exponent == 1:
            return base
        if (base, exponent) not in self._powers:
            expression = self._power_expression(base, exponent)
            self._powers[base, exponent] = self._assign(f"p{len(self._powers)}", expression)
        return self._powers[base, exponent]

    def _power_expression(self, base: str, exponent: int) -> str:
        if exponent < 0:
            return f"1.0 / {self._whole_power(base, -exponent)}"
        half = self._whole_power(base, exponent // 2)
        return f"{half} * {half}" if exponent % 2 == 0 else f"{half} * {half} * {base}"


def _expression(operation: str, arguments: list[str]) -> str:
    if operation == "negate":
        return f"-{arguments[0]}"
    if operation in _OPERATORS:
        return f"{arguments[0]} {_OPERATORS[operation]} {arguments[1]}"
    return f"{operation}({', '.join(arguments)})"
