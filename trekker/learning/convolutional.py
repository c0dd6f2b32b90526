"""A small convolutional network, which reads pictures such as hand-written digits."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from trekker.cost import Array
from trekker.knobs import knob, knobs_of
from trekker.learning.activations import activation_knob, activations
from trekker.learning.initialisation import initialisation_knob
from trekker.learning.layers import Activate, Dense, Layer
from trekker.learning.model import subscript
from trekker.learning.network_model import NetworkModel
from trekker.learning.picture_layers import Convolution, Flatten, MaxPool
from trekker.learning.sizes import read_sizes
from trekker.messages import Refusal, message

_MOST_STAGES, _MOST_FILTERS = 4, 128
_MOST_WRITTEN = 2  # stages, in its formula


@dataclass(frozen=True, kw_only=True)
class ConvolutionalNetwork(NetworkModel):
    """Stages of 3×3 filters, activation and 2×2 pooling, then a dense softmax head. LeCun et al. (1998), Proc. IEEE 86.

    The inputs are the pixels of a square grey picture, row by row. θ holds for each stage the filters (3, 3, channels
    in, channels out) in C order, then their biases; at the end W and b of the head.
    """

    name: ClassVar[str] = "convolutional"
    title: ClassVar[str] = "Convolutional network"
    story: ClassVar[str] = (
        "The same few filters slide over the whole picture, and find what they look for wherever it stands."
    )
    formula: ClassVar[str] = "J(θ) = −1/m Σ log P(y), P = softmax(W·pool(φ(F ∗ x + c)) + b)"

    filters: str = knob("8,16", label="Filters", hint="The number of filters of each stage, with commas between.")
    activation: str = activation_knob("relu")
    initialisation: str = initialisation_knob("he_normal")

    def __post_init__(self) -> None:
        super().__post_init__()
        self._stages()

    def formula_of(self, inputs: int) -> str:
        """Return its cost as people write it, stage within stage."""
        stages, inside = len(self._stages()), "x"
        for number in range(1, stages + 1):
            of = subscript(number)
            inside = f"pool(φ(F{of} ∗ {inside if number <= _MOST_WRITTEN else '…'} + c{of}))"
        return self.formula.replace("pool(φ(F ∗ x + c))", inside) if stages > 1 else self.formula

    @property
    def first_weights(self) -> str:
        """What the setting says."""
        return self.initialisation

    def shaped(self, inputs: Array) -> Array:
        """Return rows of pixels as pictures with one channel, shape (m, side, side, 1)."""
        side = math.isqrt(inputs.shape[1])
        return inputs.reshape(-1, side, side, 1)

    def layers(self, inputs: int, outputs: int) -> tuple[Layer, ...]:
        """Return the stages and the head.

        Raises:
            ValueError: where the columns make no square that can be halved at every stage.
        """
        stages = self._stages()
        side, half = math.isqrt(inputs), 2 ** len(stages)
        if side * side != inputs or side % half or not side:
            raise Refusal(
                "a convolutional network with {stages} stages needs square pictures with a side that {half} "
                "divides, such as {fitting} columns, not {inputs}",
                stages=len(stages),
                half=half,
                fitting=max(8, half) ** 2,
                inputs=inputs,
            )
        stack: list[Layer] = []
        channels = 1
        for number, filters in enumerate(stages, start=1):
            stack += [Convolution(message("convolution {number}", number=number), channels, filters)]
            stack += [Activate(activations()[self.activation]), MaxPool()]
            channels, side = filters, side // 2
        return (*stack, Flatten(), Dense(message("scores"), side * side * channels, outputs))

    def _stages(self) -> tuple[int, ...]:
        return read_sizes(knobs_of(self)["filters"].called, self.filters, _MOST_STAGES, _MOST_FILTERS, least=1)
