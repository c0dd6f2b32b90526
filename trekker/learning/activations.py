"""Activations: what a unit of a network makes of its input, and the exact slope of that."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from trekker.cost import Array
from trekker.knobs import knob
from trekker.learning.smooth import sigmoid

_LEAK = 0.01
_GELU_SCALE = math.sqrt(2.0 / math.pi)
_GELU_CUBE = 0.044715


@dataclass(frozen=True)
class Activation:
    """An elementwise function of any shape.

    Attributes:
        name: the key in settings.
        title: what people call it.
        value: a = φ(z).
        slope: φ′(z), from z and a, for a costs less to use than to find again.
        steepest: the largest slope, against which a unit counts as asleep.
    """

    name: str
    title: str
    value: Callable[[Array], Array]
    slope: Callable[[Array, Array], Array]
    steepest: float = 1.0


def activations() -> Mapping[str, Activation]:
    """Return every activation by name."""
    return _ACTIVATIONS


def activation_knob(default: str) -> Any:
    """Declare the setting of a model that chooses among them."""
    return knob(
        default,
        choices=tuple(_ACTIVATIONS),
        titles=tuple(each.title for each in _ACTIVATIONS.values()),
        symbol="φ",
        label="Activation",
        hint="What a unit makes of its input.",
    )


def _tanh(z: Array) -> Array:
    value: Array = np.tanh(z)
    return value


def _relu(z: Array) -> Array:
    value: Array = np.maximum(z, 0.0)
    return value


def _relu_slope(z: Array, _a: Array) -> Array:
    """Return 1 above 0 and 0 elsewhere; at 0 it is 0, as in PyTorch."""
    slope: Array = (z > 0.0).astype(z.dtype)
    return slope


def _leaky(z: Array) -> Array:
    value: Array = np.maximum(z, _LEAK * z)
    return value


def _leaky_slope(z: Array, _a: Array) -> Array:
    slope: Array = np.where(z > 0.0, 1.0, _LEAK)
    return slope


def _gelu_gate(z: Array) -> Array:
    gate: Array = np.tanh(_GELU_SCALE * (z + _GELU_CUBE * z * z * z))
    return gate


def _gelu(z: Array) -> Array:
    """Return the tanh form of Hendrycks and Gimpel (2016), PyTorch's ``approximate="tanh"``."""
    return 0.5 * z * (1.0 + _gelu_gate(z))


def _gelu_slope(z: Array, _a: Array) -> Array:
    gate = _gelu_gate(z)
    inner_slope = _GELU_SCALE * (1.0 + 3.0 * _GELU_CUBE * z * z)
    return 0.5 * (1.0 + gate) + 0.5 * z * (1.0 - gate * gate) * inner_slope


_ACTIVATIONS: Mapping[str, Activation] = MappingProxyType(
    {
        each.name: each
        for each in (
            Activation("relu", "ReLU", _relu, _relu_slope),
            Activation("leaky_relu", "Leaky ReLU", _leaky, _leaky_slope),
            Activation("tanh", "tanh", _tanh, lambda _z, a: 1.0 - a * a),
            Activation("sigmoid", "Sigmoid", sigmoid, lambda _z, a: a * (1.0 - a), steepest=0.25),
            Activation("gelu", "GELU", _gelu, _gelu_slope, steepest=1.13),
        )
    }
)
