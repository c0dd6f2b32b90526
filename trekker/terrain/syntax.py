"""The syntax tree of a typed formula: a handful of small frozen nodes, and the names that a formula may use.

Nothing else can be in a formula: what the parser cannot express in these nodes, it refuses.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from trekker.messages import Refusal


class FormulaError(Refusal):
    """A formula that cannot be read.

    Attributes:
        position: the index of the character, in the text as typed, where reading stopped making sense.
    """

    def __init__(self, text: str, position: int, /, **values: object) -> None:
        super().__init__(text, **values)
        self.position = position


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was written out; ``position`` is where it stands in the text."""

    value: float
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Constant:
    """A number that has a name: one of :data:`CONSTANTS`."""

    name: str
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Variable:
    """A parameter: index 0 is x, also called θ₀; index 1 is y, also called θ₁."""

    index: int
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Negative:
    """−operand."""

    operand: Node
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands joined by one of ``+ - * / ^``."""

    operator: str
    left: Node
    right: Node
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function of :data:`ARITY` applied to its arguments."""

    function: str
    arguments: tuple[Node, ...]
    position: int = field(default=0, compare=False)


Node: TypeAlias = Number | Constant | Variable | Negative | Binary | Call

CONSTANTS: Mapping[str, float] = MappingProxyType({"pi": math.pi, "e": math.e, "tau": math.tau})

_FUNCTIONS_OF_ONE = (
    *("sin", "cos", "tan", "asin", "acos", "atan"),
    *("sinh", "cosh", "tanh", "asinh", "acosh", "atanh"),
    *("exp", "log", "log10", "log2", "sqrt", "cbrt"),
    *("abs", "sign", "floor", "ceil", "round"),
    *("sigmoid", "softplus", "relu"),
)

ARITY: Mapping[str, tuple[int, int]] = MappingProxyType(
    dict.fromkeys(_FUNCTIONS_OF_ONE, (1, 1)) | {"atan2": (2, 2), "hypot": (2, 2), "min": (2, 8), "max": (2, 8)}
)
"""How many arguments each function takes: at least, at most."""

SPELLINGS: Mapping[str, str] = MappingProxyType(
    {
        "π": "pi",
        "τ": "tau",
        "ln": "log",
        "arcsin": "asin",
        "arccos": "acos",
        "arctan": "atan",
        "arsinh": "asinh",
        "arcosh": "acosh",
        "artanh": "atanh",
        "sgn": "sign",
        "theta0": "x",
        "theta1": "y",
        "theta_0": "x",
        "theta_1": "y",
        "θ0": "x",
        "θ1": "y",
        "θ_0": "x",
        "θ_1": "y",
    }
)
"""Other ways to write a name."""

VARIABLES: Mapping[str, int] = MappingProxyType({"x": 0, "y": 1})

NAMES: frozenset[str] = frozenset({*CONSTANTS, *ARITY, *SPELLINGS, *VARIABLES})
"""Every word that a formula may contain."""


def canonical(name: str) -> str:
    """Return the one spelling that the tree uses for a known ``name``."""
    return SPELLINGS.get(name, name)
