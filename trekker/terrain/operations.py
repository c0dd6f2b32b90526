"""What each operation of a formula computes: one function for a single place, one for whole arrays.

The functions for a single place are those of ``math``: ten times faster there than NumPy's. Where they would
raise (a hole in the domain, an overflow) the caller turns to the array functions, which answer NaN or infinity.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np

Function: TypeAlias = Callable[..., Any]

ARITHMETIC_FAULTS = (ZeroDivisionError, OverflowError, ValueError)
"""What the functions for a single place raise where the array functions answer NaN or infinity."""


def _sign(u: float) -> float:
    return math.copysign(1.0, u) if u else 0.0


def _least(a: float, b: float) -> float:
    if a <= b:
        return a
    return b if b < a else math.nan


def _greatest(a: float, b: float) -> float:
    if a >= b:
        return a
    return b if b > a else math.nan


def _slope_ratio(p: float, q: float) -> float:
    return 0.0 if p == 0.0 and q == 0.0 else p / q


def _softplus(u: float) -> float:
    return max(u, 0.0) + math.log1p(math.exp(-abs(u)))


_TRIGONOMETRIC = ("sin", "cos", "tan")
_HYPERBOLIC = ("sinh", "cosh", "tanh")
_INVERSE = ("asin", "acos", "atan", "asinh", "acosh", "atanh")
_GROWING = ("exp", "log", "log10", "log2", "sqrt", "cbrt")

SCALAR: Mapping[str, Function] = MappingProxyType(
    {
        **{name: getattr(math, name) for name in (*_TRIGONOMETRIC, *_HYPERBOLIC, *_INVERSE, *_GROWING)},
        "atan2": math.atan2,
        "hypot": math.hypot,
        "pow": math.pow,
        "abs": abs,
        "sign": _sign,
        "floor": lambda u: float(math.floor(u)),
        "ceil": lambda u: float(math.ceil(u)),
        "round": lambda u: float(round(u)),
        "sigmoid": lambda u: 1.0 / (1.0 + math.exp(-u)),
        "softplus": _softplus,
        "min": _least,
        "max": _greatest,
        "choose": lambda a, b, p, q: p if a <= b else q,
        "slope_ratio": _slope_ratio,
    }
)
"""Operations on single floats; they may raise :data:`ARITHMETIC_FAULTS`.

Besides the functions of a formula there are three that derivatives need: ``pow``, ``choose(a, b, p, q)``, which is p
where a ≤ b and q elsewhere, and ``slope_ratio(p, q)``, which is p/q, but 0 where both are 0.
"""

ARRAY: Mapping[str, Function] = MappingProxyType(
    {
        **{name: getattr(np, name) for name in (*_TRIGONOMETRIC, *_HYPERBOLIC, *_GROWING)},
        **{name: getattr(np, "arc" + name[1:]) for name in _INVERSE},
        "atan2": np.arctan2,
        "hypot": np.hypot,
        "pow": np.power,
        "abs": np.abs,
        "sign": np.sign,
        "floor": np.floor,
        "ceil": np.ceil,
        "round": np.rint,
        "sigmoid": lambda u: 1.0 / (1.0 + np.exp(-u)),
        "softplus": lambda u: np.maximum(u, 0.0) + np.log1p(np.exp(-np.abs(u))),
        "min": np.minimum,
        "max": np.maximum,
        "choose": lambda a, b, p, q: np.where(a <= b, p, q),
        "slope_ratio": lambda p, q: np.where((p == 0) & (q == 0), 0.0, np.divide(p, q)),
    }
)
"""The same operations on arrays; they never raise."""

_ARITHMETIC: Mapping[str, Function] = MappingProxyType(
    {"add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide}
)


def fold(operation: str, values: tuple[float, ...]) -> float:
    """Apply an operation, arithmetic included, to plain numbers; NaN or infinity where it has no value."""
    function = _ARITHMETIC.get(operation) or ARRAY[operation]
    with np.errstate(all="ignore"):
        return float(function(*(np.float64(value) for value in values)))
