"""From the syntax tree to a graph of steps, with the checks that need values: no 1/0, no x^1000."""

from __future__ import annotations

import math
from functools import reduce
from types import MappingProxyType

from trekker.terrain.graph import Graph
from trekker.terrain.syntax import CONSTANTS, Binary, Call, Constant, FormulaError, Negative, Node, Number, Variable

MAX_EXPONENT = 100
"""The largest exponent that may be written as a number."""

_ARITHMETIC = MappingProxyType({"+": "add", "-": "subtract", "*": "multiply", "/": "divide"})


def translate(tree: Node, graph: Graph) -> int:
    """Add the steps that compute ``tree`` to ``graph``, as written, and return the last of them.

    Raises:
        FormulaError: where a part without x and y has no finite value, or an exponent is too large.
    """
    index = _translate(tree, graph)
    value = graph.value(index)
    if value is not None and not math.isfinite(value):
        raise FormulaError("this part has no finite value, whatever x and y are", tree.position)
    return index


def _translate(node: Node, graph: Graph) -> int:  # noqa: PLR0911 - one line for each kind of node
    match node:
        case Number(value):
            return graph.constant(value)
        case Constant(name):
            return graph.constant(CONSTANTS[name])
        case Variable(index):
            return graph.variable(index)
        case Negative(operand):
            return graph.apply("negate", translate(operand, graph))
        case Binary("^"):
            return _power(node, graph)
        case Binary(operator, left, right):
            return graph.apply(_ARITHMETIC[operator], translate(left, graph), translate(right, graph))
        case Call():
            return _call(node, graph)


def _call(call: Call, graph: Graph) -> int:
    arguments = [translate(each, graph) for each in call.arguments]
    if call.function == "relu":
        return graph.apply("max", graph.constant(0.0), *arguments)
    if call.function in ("min", "max"):
        return reduce(lambda first, second: graph.apply(call.function, first, second), arguments)
    return graph.apply(call.function, *arguments)


def _power(node: Binary, graph: Graph) -> int:
    exponent = translate(node.right, graph)
    value = graph.value(exponent)
    if node.left == Constant("e"):
        return graph.apply("exp", exponent)
    base = translate(node.left, graph)
    if value is None:
        return graph.apply("pow", base, exponent)
    if abs(value) > MAX_EXPONENT:
        raise FormulaError("exponents go from −{most} to {most}", node.right.position, most=MAX_EXPONENT)
    if value == 0.5:
        return graph.apply("sqrt", base)
    return graph.power(base, int(value)) if value.is_integer() else graph.apply("pow", base, exponent)
