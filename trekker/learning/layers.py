"""The layers of a network: each takes rows forward, and slopes of the cost back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from trekker.cost import Array
from trekker.learning.activations import Activation
from trekker.learning.layout import Block
from trekker.messages import message

Memory: TypeAlias = tuple[Array, ...]


class Layer(ABC):
    """One stage of a network. It holds no parameters: these are views of θ, one for each of its blocks.

    Attributes:
        name: what people call it.
        blocks: its parameters; none where it has none.
    """

    name: str
    blocks: tuple[Block, ...] = ()

    @abstractmethod
    def forward(self, weights: Sequence[Array], inputs: Array) -> tuple[Array, Memory]:
        """Return the outputs for ``inputs`` (m, …), and what the way back needs to know."""

    def write_gradient(  # noqa: B027 - optional: most layers have no parameters
        self, memory: Memory, slopes: Array, gradients: Sequence[Array]
    ) -> None:
        """Write the slopes of the cost in the parameters, from those in the outputs, into ``gradients``."""

    @abstractmethod
    def pass_back(self, weights: Sequence[Array], memory: Memory, slopes: Array) -> Array:
        """Return the slopes of the cost in the inputs, from those in the outputs."""


class Dense(Layer):
    """z = xW + b, for x of shape (m, inputs), W (inputs, units) and b (units,)."""

    def __init__(self, name: str, inputs: int, units: int) -> None:
        self.name = name
        self.blocks = (
            Block(message("{layer} weights", layer=name), (inputs, units), fan_in=inputs, fan_out=units),
            Block(message("{layer} biases", layer=name), (units,)),
        )

    def forward(self, weights: Sequence[Array], inputs: Array) -> tuple[Array, Memory]:
        """Return xW + b; remember x."""
        outputs = np.matmul(inputs, weights[0])
        outputs += weights[1]
        return outputs, (inputs,)

    def write_gradient(self, memory: Memory, slopes: Array, gradients: Sequence[Array]) -> None:
        """Write xᵀs and Σ s."""
        np.matmul(memory[0].T, slopes, out=gradients[0])
        slopes.sum(axis=0, out=gradients[1])

    def pass_back(self, weights: Sequence[Array], memory: Memory, slopes: Array) -> Array:
        """Return sWᵀ."""
        back: Array = np.matmul(slopes, weights[0].T)
        return back


class Activate(Layer):
    """a = φ(z), elementwise."""

    def __init__(self, activation: Activation) -> None:
        self.name = activation.title
        self.activation = activation

    def forward(self, weights: Sequence[Array], inputs: Array) -> tuple[Array, Memory]:
        """Return φ(z); remember z and a."""
        outputs = self.activation.value(inputs)
        return outputs, (inputs, outputs)

    def pass_back(self, weights: Sequence[Array], memory: Memory, slopes: Array) -> Array:
        """Return s·φ′(z)."""
        return slopes * self.activation.slope(*memory)
