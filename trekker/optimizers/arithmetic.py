"""The arithmetic of the formulas in which rules are written: a small part of Python, evaluated node by node."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np

from trekker.cost import Array

Value: TypeAlias = Array | float | bool

_MOST_FORMULAS = 512  # of which it is known whether they hold a choice


def damped_solve(matrix: Array, damping: float, vector: Array) -> Array:
    """Return (matrix + damping·I)⁻¹ vector."""
    return np.asarray(np.linalg.solve(matrix + damping * np.eye(len(vector)), vector), dtype=np.float64)


FUNCTIONS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "sqrt": np.sqrt,
        "abs": np.abs,
        "sign": np.sign,
        "maximum": np.maximum,
        "minimum": np.minimum,
        "where": np.where,
        "norm": lambda vector: np.sqrt((vector * vector).sum(axis=-1)),
        "solve": damped_solve,
    }
)

_OPERATORS: Mapping[type[ast.AST], Callable[..., Any]] = MappingProxyType(
    {
        ast.Add: operator.add,
        ast.Sub: operator.sub,
        ast.Mult: operator.mul,
        ast.Div: operator.truediv,
        ast.Pow: operator.pow,
        ast.USub: operator.neg,
        ast.Gt: operator.gt,
        ast.Lt: operator.lt,
        ast.LtE: operator.le,
    }
)


def evaluate(node: ast.expr, values: Mapping[str, Value]) -> Any:  # noqa: PLR0911  (one return a kind of node)
    """Return the value of a formula.

    Raises:
        ValueError: where it holds anything but numbers, known names, arithmetic and the functions above.
    """
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.Name(id=name) if name in values:
            return values[name]
        case ast.UnaryOp(op=sign, operand=operand) if type(sign) in _OPERATORS:
            return _OPERATORS[type(sign)](evaluate(operand, values))
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
            return _OPERATORS[type(sign)](evaluate(left, values), evaluate(right, values))
        case ast.Compare(left=left, ops=[sign], comparators=[right]) if type(sign) in _OPERATORS:
            return _OPERATORS[type(sign)](evaluate(left, values), evaluate(right, values))
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in FUNCTIONS:
            return FUNCTIONS[name](*(evaluate(each, values) for each in arguments))
        case ast.IfExp():
            return evaluate(resolve(node, values), values)
    raise ValueError(f"a formula cannot hold {ast.unparse(node)!r}")


def resolve(node: ast.expr, values: Mapping[str, Value]) -> ast.expr:
    """Return the formula with each ``a if test else b`` replaced by the one that holds.

    A test of what is not known yet counts as false: lines are written so that ``else`` is the usual case.
    """
    if not _has_choice(node):
        return node
    resolved: ast.expr = _Choice(values).visit(deepcopy(node))
    return resolved


@lru_cache(maxsize=_MOST_FORMULAS)
def _has_choice(node: ast.expr) -> bool:
    return any(isinstance(each, ast.IfExp) for each in ast.walk(node))


class _Choice(ast.NodeTransformer):
    """Takes one side of each conditional."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        names = {each.id for each in ast.walk(node.test) if isinstance(each, ast.Name)}
        holds = names <= self._values.keys() and bool(evaluate(node.test, self._values))
        chosen: ast.expr = self.visit(node.body if holds else node.orelse)
        return chosen
