"""From steps back to a syntax tree that is pleasant to read: −400x(y − x²) rather than −(400((y − x²)·x)).

Only for showing derivatives: what is computed is left as it is.
"""

from __future__ import annotations

import math
from types import MappingProxyType

from trekker.terrain.graph import Graph
from trekker.terrain.syntax import Binary, Call, Constant, Negative, Node, Number, Variable

MAX_SHOWN = 150
"""The longest formula, in steps written out, that is shown; longer ones are an ellipsis."""

ELLIPSIS = Constant("…")

_SYMBOLS = MappingProxyType({"divide": "/", "slope_ratio": "/", "pow": "^"})


def readable(graph: Graph, index: int) -> Node:
    """Return step ``index`` as a syntax tree to be written out; :data:`ELLIPSIS` where that is too long."""
    sizes: dict[int, int] = {}
    nodes: dict[int, Node] = {}
    for each in graph.ancestry(index):
        step = graph.steps[each]
        sizes[each] = 1 + sum(sizes[argument] for argument in step.arguments)
        arguments = tuple(nodes[argument] for argument in step.arguments)
        nodes[each] = _node(step.operation, step.value, arguments) if sizes[each] <= MAX_SHOWN else ELLIPSIS
    return nodes[index]


def _node(  # noqa: PLR0911 - one line for each kind of step
    operation: str, value: float, arguments: tuple[Node, ...]
) -> Node:
    match operation, arguments:
        case "constant", _:
            return _number(value)
        case "variable", _:
            return Variable(int(value))
        case "power", (base,):
            return Binary("^", base, Number(value))
        case "negate", (operand,):
            return _negated(operand)
        case (("add" | "subtract"), (left, right)):
            return _sum(left, right if operation == "add" else _negated(right))
        case "multiply", (left, right):
            return _product([*_factors(left), *_factors(right)])
    if operation in _SYMBOLS:
        return Binary(_SYMBOLS[operation], arguments[0], arguments[1])
    return Call(operation, arguments)


def _number(value: float) -> Node:
    """Return a computed number as people would write it: 20π rather than 62.83185307179586."""
    turns = round(value / math.pi, 12)
    if turns and turns.is_integer() and abs(turns) < 1000:
        return _product([Number(turns), Constant("pi")])
    return Number(float(f"{value:.12g}"))


def _sum(left: Node, right: Node) -> Node:
    return Binary("-", left, _negated(right)) if _is_negative(right) else Binary("+", left, right)


def _is_negative(node: Node) -> bool:
    while isinstance(node, Binary) and node.operator in "*/":
        node = node.left
    return isinstance(node, Negative) or (isinstance(node, Number) and node.value < 0)


def _negated(node: Node) -> Node:
    """Return −node, with the sign on its first factor."""
    if isinstance(node, Negative):
        return node.operand
    if isinstance(node, Number):
        return Number(-node.value)
    if isinstance(node, Binary) and node.operator == "-":
        return Binary("-", node.right, node.left)
    if isinstance(node, Binary) and node.operator == "/":
        return Binary("/", _negated(node.left), node.right)
    if isinstance(node, Binary) and node.operator == "*":
        return _product([Number(-1.0), *_factors(node)])
    return Negative(node)


def _factors(node: Node) -> list[Node]:
    if isinstance(node, Binary) and node.operator == "*":
        return [*_factors(node.left), *_factors(node.right)]
    if isinstance(node, Negative):
        return [Number(-1.0), *_factors(node.operand)]
    return [node]


def _product(factors: list[Node]) -> Node:
    """Multiply: one number in front, then what is simple, then brackets; equal factors become a power."""
    number = math.prod(each.value for each in factors if isinstance(each, Number))
    exponents: dict[Node, float] = {}
    for each in factors:
        if not isinstance(each, Number):
            base, exponent = _base(each)
            exponents[base] = exponents.get(base, 0.0) + exponent
    powers = [base if exponent == 1 else Binary("^", base, Number(exponent)) for base, exponent in exponents.items()]
    ordered: list[Node] = sorted(powers, key=_rank)
    if number == -1 and ordered:
        ordered[0] = Negative(ordered[0])
    elif number != 1 or not ordered:
        ordered.insert(0, Number(float(f"{number:.12g}")))
    product = ordered[0]
    for each in ordered[1:]:
        product = Binary("*", product, each)
    return product


def _base(node: Node) -> tuple[Node, float]:
    if isinstance(node, Binary) and node.operator == "^" and isinstance(node.right, Number) and node.right.value > 0:
        return node.left, node.right.value
    return node, 1.0


def _rank(node: Node) -> int:
    """Return where in a product a factor stands: constants, variables, functions, brackets."""
    if isinstance(node, Binary) and node.operator == "^":
        return _rank(node.left)
    return {Constant: 0, Variable: 1, Call: 2}.get(type(node), 3)
