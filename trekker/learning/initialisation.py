"""Where the parameters of a network begin: too small and nothing moves, too large and it flies apart."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from trekker.cost import Array
from trekker.knobs import knob
from trekker.learning.layout import Block, Layout

_SMALL, _TOO_LARGE = 0.01, 1.0

Draw = Callable[[np.random.Generator, Block], Array]


def initialisations() -> Mapping[str, Draw]:
    """Return every way to draw the weights of a block, by name."""
    return MappingProxyType({name: draw for name, (_, draw) in _INITIALISATIONS.items()})


def initial(name: str, layout: Layout, seed: np.random.SeedSequence) -> Array:
    """Draw θ, shape (n,): the weights as ``name`` says, the biases 0. The same seed gives the same, bit for bit.

    Raises:
        KeyError: where there is no such initialisation.
    """
    _, draw = _INITIALISATIONS[name]
    random = np.random.default_rng(seed)
    theta = np.zeros(layout.size)
    for block, view in zip(layout.blocks, layout.views(theta), strict=True):
        if not block.is_bias:
            view[...] = draw(random, block)
    return theta


def initialisation_knob(default: str) -> Any:
    """Declare the setting of a model that chooses among them."""
    return knob(
        default,
        choices=tuple(_INITIALISATIONS),
        titles=tuple(title for title, _ in _INITIALISATIONS.values()),
        label="Initialisation",
        hint="From which spread the first weights are drawn.",
    )


def _normal(spread: Callable[[Block], float]) -> Draw:
    return lambda random, block: random.normal(0.0, spread(block), block.shape)


def _uniform(spread: Callable[[Block], float]) -> Draw:
    """Return a draw from [−a, a], where a = √3 times the spread gives that spread."""

    def draw(random: np.random.Generator, block: Block) -> Array:
        reach = math.sqrt(3.0) * spread(block)
        return random.uniform(-reach, reach, block.shape)

    return draw


def _xavier(block: Block) -> float:
    """√(2/(fan_in + fan_out)). Glorot and Bengio (2010), AISTATS, equations 12 and 16."""
    return math.sqrt(2.0 / (block.fan_in + block.fan_out))


def _he(block: Block) -> float:
    """√(2/fan_in). He et al. (2015), ICCV, equation 10."""
    return math.sqrt(2.0 / block.fan_in)


_INITIALISATIONS: Mapping[str, tuple[str, Draw]] = MappingProxyType(
    {
        "zeros": ("zeros", lambda _random, block: np.zeros(block.shape)),
        "small_normal": ("small normal", _normal(lambda _block: _SMALL)),
        "large_normal": ("too large normal", _normal(lambda _block: _TOO_LARGE)),
        "xavier_uniform": ("Xavier uniform", _uniform(_xavier)),
        "xavier_normal": ("Xavier normal", _normal(_xavier)),
        "he_uniform": ("He uniform", _uniform(_he)),
        "he_normal": ("He normal", _normal(_he)),
    }
)
"""What people call each, and how it draws the weights."""
