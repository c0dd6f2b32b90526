"""The layers that look at pictures, arrays of shape (m, height, width, channels)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np

from trekker.cost import Array
from trekker.learning.layers import Layer, Memory
from trekker.learning.layout import Block
from trekker.messages import message

_SIDE = 3
_PATCH = tuple(product(range(_SIDE), repeat=2))
_CORNERS = tuple(product(range(2), repeat=2))


class Convolution(Layer):
    """Each 3×3 patch of the picture times one filter a channel, plus b; beyond the edge the picture is 0.

    The filters have the shape (3, 3, channels in, channels out), b (channels out,). As everywhere in this field it
    is a correlation: the filters are not turned round. LeCun et al. (1989), Neural Computation 1.

    Each picture is multiplied by itself: products so small stay on one thread, while larger ones are spread over
    several, which then wait for one another on a busy machine far longer than they work.
    """

    def __init__(self, name: str, channels: int, filters: int) -> None:
        self.name = name
        shape = (_SIDE, _SIDE, channels, filters)
        area = _SIDE * _SIDE
        self.blocks = (
            Block(message("{layer} filters", layer=name), shape, fan_in=area * channels, fan_out=area * filters),
            Block(message("{layer} biases", layer=name), (filters,)),
        )

    def forward(self, weights: Sequence[Array], inputs: Array) -> tuple[Array, Memory]:
        """Return the filtered pictures; remember the patches, one a row."""
        rows, height, width, channels = inputs.shape
        padded = np.zeros((rows, height + 2, width + 2, channels), inputs.dtype)
        padded[:, 1:-1, 1:-1] = inputs
        patches = np.empty((rows, height, width, _SIDE, _SIDE, channels), inputs.dtype)
        for i, j in _PATCH:
            patches[:, :, :, i, j] = padded[:, i : i + height, j : j + width]
        table = patches.reshape(rows, height * width, -1)
        outputs = np.matmul(table, weights[0].reshape(table.shape[2], -1))
        outputs += weights[1]
        return outputs.reshape(rows, height, width, -1), (table,)

    def write_gradient(self, memory: Memory, slopes: Array, gradients: Sequence[Array]) -> None:
        """Write the patches times the slopes, and the sum of the slopes."""
        (table,) = memory
        flat = slopes.reshape(*table.shape[:2], -1)
        of_each = np.matmul(table.transpose(0, 2, 1), flat)
        of_each.sum(axis=0, out=gradients[0].reshape(of_each.shape[1:]))
        flat.sum(axis=(0, 1), out=gradients[1])

    def pass_back(self, weights: Sequence[Array], memory: Memory, slopes: Array) -> Array:
        """Return to each pixel what all patches that hold it give back."""
        rows, height, width, filters = slopes.shape
        channels = weights[0].shape[2]
        table = np.matmul(slopes.reshape(rows, -1, filters), weights[0].reshape(-1, filters).T)
        patches = table.reshape(rows, height, width, _SIDE, _SIDE, channels)
        padded = np.zeros((rows, height + 2, width + 2, channels), table.dtype)
        for i, j in _PATCH:
            padded[:, i : i + height, j : j + width] += patches[:, :, :, i, j]
        return padded[:, 1:-1, 1:-1]


class MaxPool(Layer):
    """The largest of each 2×2 pixels; height and width, both even, are halved."""

    name = "pool"

    def forward(self, weights: Sequence[Array], inputs: Array) -> tuple[Array, Memory]:
        """Return the largest; remember all."""
        first, *others = (inputs[:, i::2, j::2] for i, j in _CORNERS)
        outputs = first
        for corner in others:
            outputs = np.maximum(outputs, corner)
        return outputs, (inputs, outputs)

    def pass_back(self, weights: Sequence[Array], memory: Memory, slopes: Array) -> Array:
        """Return each slope to the pixel that was the largest; to the first of several."""
        inputs, outputs = memory
        back = np.empty(inputs.shape, slopes.dtype)
        free = np.ones(outputs.shape, np.bool_)
        for i, j in _CORNERS:
            wins = free & (inputs[:, i::2, j::2] == outputs)
            np.multiply(slopes, wins, out=back[:, i::2, j::2])
            free &= ~wins
        return back
