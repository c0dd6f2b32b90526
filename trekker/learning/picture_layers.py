"""The layers that look at pictures, arrays of shape (m, height, width, channels).

In memory the pictures of a batch lie pixel by pixel, all pictures of one pixel of one channel side by side: so patches
are copied in long runs, and one product does for the whole batch.
"""

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
        """Return the filtered pictures; remember the patches, one a column."""
        pixels = _by_pixel(inputs)
        channels, height, width, rows = pixels.shape
        padded = np.zeros((channels, height + 2, width + 2, rows), inputs.dtype)
        padded[:, 1:-1, 1:-1] = pixels
        patches = np.empty((_SIDE, _SIDE, *pixels.shape), inputs.dtype)
        for i, j in _PATCH:
            patches[i, j] = padded[:, i : i + height, j : j + width]
        table = patches.reshape(-1, height * width * rows)
        outputs = np.matmul(weights[0].reshape(len(table), -1).T, table)
        outputs += weights[1][:, None]
        return _by_row(outputs.reshape(-1, height, width, rows)), (table,)

    def write_gradient(self, memory: Memory, slopes: Array, gradients: Sequence[Array]) -> None:
        """Write the patches times the slopes, and the sum of the slopes."""
        (table,) = memory
        flat = _by_pixel(slopes).reshape(-1, table.shape[1])
        np.matmul(table, flat.T, out=gradients[0].reshape(len(table), -1))
        flat.sum(axis=1, out=gradients[1])

    def pass_back(self, weights: Sequence[Array], memory: Memory, slopes: Array) -> Array:
        """Return to each pixel what all patches that hold it give back."""
        pixels = _by_pixel(slopes)
        filters, height, width, rows = pixels.shape
        channels = weights[0].shape[2]
        table = np.matmul(weights[0].reshape(-1, filters), pixels.reshape(filters, -1))
        patches = table.reshape(_SIDE, _SIDE, channels, height, width, rows)
        padded = np.zeros((channels, height + 2, width + 2, rows), table.dtype)
        for i, j in _PATCH:
            padded[:, i : i + height, j : j + width] += patches[i, j]
        return _by_row(padded[:, 1:-1, 1:-1])


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
        back = np.empty_like(inputs, slopes.dtype)
        free = np.ones_like(outputs, np.bool_)
        for i, j in _CORNERS:
            wins = free & (inputs[:, i::2, j::2] == outputs)
            np.multiply(slopes, wins, out=back[:, i::2, j::2])
            free &= ~wins
        return back


class Flatten(Layer):
    """Pictures (m, height, width, channels) laid out as rows (m, height·width·channels)."""

    name = "flatten"

    def forward(self, weights: Sequence[Array], inputs: Array) -> tuple[Array, Memory]:
        """Return the rows; remember the shape by the pictures themselves."""
        return inputs.reshape(len(inputs), -1), (inputs,)

    def pass_back(self, weights: Sequence[Array], memory: Memory, slopes: Array) -> Array:
        """Return the slopes as pictures that lie in memory as those here do."""
        return _by_row(np.ascontiguousarray(_by_pixel(slopes.reshape(memory[0].shape))))


def _by_pixel(pictures: Array) -> Array:
    """Return the view (channels, height, width, m) of pictures (m, height, width, channels)."""
    return pictures.transpose(3, 1, 2, 0)


def _by_row(pixels: Array) -> Array:
    """Return the view (m, height, width, channels) of the same."""
    return pixels.transpose(3, 1, 2, 0)
