"""The cost of a network: its layers forward to the loss, and back to the gradient (Rumelhart et al. 1986)."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from trekker.breath import breathe
from trekker.cost import Array, CostFunction, Rows
from trekker.learning.activations import Activation
from trekker.learning.layers import Activate, Layer, Memory
from trekker.learning.layout import Layout
from trekker.learning.losses import Loss

_NUMBERS_AT_ONCE = 1 << 19
"""How many numbers the layers may hold at once: 4 MB, so that they stay in the processor's cache."""
_FEWEST_AT_ONCE = 32
_NUMBERS_KEPT = 1 << 21
"""16 MB, more than the layers hold at once: the C library keeps up to twice as much once it was asked for this."""
_ASLEEP = 0.01
"""Of an activation's steepest slope: a unit with less lets nothing through."""
NEARLY_ALL = 0.99
"""Of the rows: a unit that lets nothing through on so many is asleep."""


class Network(CostFunction):
    """J(θ) = mean loss of what the layers make of the rows.

    Args:
        layers: the layers, first to last.
        loss: judges what the last one puts out.
        inputs: what the first one takes in, shape (m, …).
        targets: what the loss compares with, shape (m,) or (m, 1).

    Attributes:
        layers: the layers.
        layout: where their parameters lie in θ.
    """

    def __init__(self, layers: Sequence[Layer], loss: Loss, inputs: Array, targets: Array) -> None:
        self.layers = tuple(layers)
        self.layout = layout_of(layers)
        self.dimension, self.rows = self.layout.size, len(inputs)
        self._loss = loss
        self._inputs = np.ascontiguousarray(inputs, dtype=np.float64)
        self._targets = targets
        _keep_memory()
        self._stride = _rows_at_once(self.layers, self._inputs[:1])
        self._first = next(i for i, layer in enumerate(layers) if layer.blocks)

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return J(θ), shape (…); the mean over ``rows`` where they are given."""
        with np.errstate(all="ignore"):
            if theta.ndim == 1:
                return self._cost_at(theta, rows)
            flat = theta.reshape(-1, self.dimension)
            costs = np.array([self._cost_at(place, rows) for place in flat], dtype=theta.dtype)
        return costs.reshape(theta.shape[:-1])

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return ∇J(θ), shape (…, n); the mean over ``rows`` where they are given."""
        return self.cost_and_gradient(theta, rows)[1]

    def cost_and_gradient(self, theta: Array, rows: Rows | None = None) -> tuple[Array, Array]:
        """Return J(θ) and ∇J(θ) from one way forward and one back."""
        with np.errstate(all="ignore"):
            if theta.ndim == 1:
                return self._cost_and_gradient_at(theta, rows)
            flat = theta.reshape(-1, self.dimension)
            costs, gradients = np.empty(len(flat), theta.dtype), np.empty(flat.shape, theta.dtype)
            for i, place in enumerate(flat):
                costs[i], gradients[i] = self._cost_and_gradient_at(place, rows)
        return costs.reshape(theta.shape[:-1]), gradients.reshape(theta.shape)

    def gradient_norms(self, gradient: Array) -> dict[str, float]:
        """Return the length of the gradient's part in each layer that has parameters, first to last, by its name."""
        views = self._views(gradient)
        squares = {
            layer.name: sum(float(np.sum(part * part)) for part in parts)
            for layer, parts in zip(self.layers, views, strict=True)
            if parts
        }
        return {name: math.sqrt(square) for name, square in squares.items()}

    def asleep(self, theta: Array, rows: Rows | None = None) -> list[float]:
        """Return for each activation, first to last, the share of its units that let no slope through.

        Asleep is a unit whose activation's slope is less than a hundredth of the steepest on nearly all of the rows: a
        ReLU that is dead, a sigmoid or tanh that is saturated. A filter is one unit, at all its places. The share is
        NaN where what a unit takes in is not finite.
        """
        inputs = self._inputs if rows is None else self._inputs.take(rows, 0)
        with np.errstate(all="ignore"):
            memories = _forward(self.layers, self._views(theta), inputs)[1]
            return [
                _share_asleep(layer.activation, memory)
                for layer, memory in zip(self.layers, memories, strict=True)
                if isinstance(layer, Activate)
            ]

    def _views(self, theta: Array) -> list[list[Array]]:
        return views_by_layer(self.layers, self.layout, theta)

    def _batches(self, rows: Rows | None) -> tuple[Array, Array, list[slice], float]:
        """Return inputs, targets, the slices in which they go through the layers, and how many rows there are."""
        inputs, targets = self._inputs, self._targets
        if rows is not None:
            inputs, targets = inputs.take(rows, 0), targets.take(rows, 0)
        count = len(inputs)
        parts = [slice(first, first + self._stride) for first in range(0, count, self._stride)]
        return inputs, targets, parts, count or math.nan

    def _cost_at(self, theta: Array, rows: Rows | None) -> Array:
        inputs, targets, parts, count = self._batches(rows)
        views = self._views(theta)
        total = np.zeros((), theta.dtype)
        for part in parts:
            breathe()
            scores = _forward(self.layers, views, inputs[part])[0]
            total = total + self._loss.values(scores, targets[part]).sum()
        return total / count

    def _cost_and_gradient_at(self, theta: Array, rows: Rows | None) -> tuple[Array, Array]:
        inputs, targets, parts, count = self._batches(rows)
        views = self._views(theta)
        total, gradient = np.zeros((), theta.dtype), np.zeros(len(theta), theta.dtype)
        for part in parts:
            breathe()
            here = gradient if len(parts) == 1 else np.empty_like(gradient)
            total = total + self._add_up(views, inputs[part], targets[part], self._views(here))
            if here is not gradient:
                gradient += here
        gradient /= count
        return total / count, gradient

    def _add_up(self, views: list[list[Array]], inputs: Array, targets: Array, gradients: list[list[Array]]) -> Array:
        """Return the sum of the losses of some rows, and write its gradient; what the layers held is free again then.

        So the next rows go through the same memory, while it is in the processor's cache.
        """
        scores, memories = _forward(self.layers, views, inputs)
        values, slopes = self._loss.values_and_slopes(scores, targets)
        self._backward(views, memories, slopes, gradients)
        total: Array = values.sum()
        return total

    def _backward(
        self, views: list[list[Array]], memories: list[Memory], slopes: Array, gradients: list[list[Array]]
    ) -> None:
        """Write the gradient, from the last layer to the first that has parameters."""
        for i in range(len(self.layers) - 1, self._first - 1, -1):
            self.layers[i].write_gradient(memories[i], slopes, gradients[i])
            if i > self._first:
                slopes = self.layers[i].pass_back(views[i], memories[i], slopes)


def layout_of(layers: Sequence[Layer]) -> Layout:
    """Return the blocks of all layers, first to last."""
    return Layout([block for layer in layers for block in layer.blocks])


def views_by_layer(layers: Sequence[Layer], layout: Layout, theta: Array) -> list[list[Array]]:
    """Return for each layer the views of its blocks."""
    views = iter(layout.views(theta))
    return [[next(views) for _ in layer.blocks] for layer in layers]


def scores(layers: Sequence[Layer], theta: Array, inputs: Array) -> Array:
    """Return what the last layer puts out for ``theta`` (n,), shape (m, outputs)."""
    views = views_by_layer(layers, layout_of(layers), theta)
    with np.errstate(all="ignore"):
        stride = _FEWEST_AT_ONCE if len(inputs) <= _FEWEST_AT_ONCE else _rows_at_once(layers, inputs[:1])
        found = []
        for first in range(0, max(1, len(inputs)), stride):
            breathe()
            found.append(_forward(layers, views, inputs[first : first + stride])[0])
        return np.concatenate(found)


def _keep_memory() -> None:
    """Let Linux's C library keep what is freed between two steps, which take twice as long where each begins anew.

    It gives memory back to the system once twice the largest block that was ever freed lies idle (mallopt(3)).
    """
    np.empty(_NUMBERS_KEPT)


def _rows_at_once(layers: Sequence[Layer], row: Array) -> int:
    """Return how many rows go through the layers together, judged by what they hold of one."""
    memories = _forward(layers, views_by_layer(layers, layout_of(layers), np.zeros(layout_of(layers).size)), row)[1]
    held = sum(each.size for memory in memories for each in memory)
    return max(_FEWEST_AT_ONCE, _NUMBERS_AT_ONCE // held)


def _share_asleep(activation: Activation, memory: Memory) -> float:
    if not np.isfinite(memory[0]).all():
        return math.nan
    is_shut = np.abs(activation.slope(*memory)) < _ASLEEP * activation.steepest
    rows_shut = is_shut.mean(axis=tuple(range(is_shut.ndim - 1)))
    return float(np.mean(rows_shut >= NEARLY_ALL))


def _forward(layers: Sequence[Layer], views: list[list[Array]], inputs: Array) -> tuple[Array, list[Memory]]:
    memories: list[Memory] = []
    for layer, weights in zip(layers, views, strict=True):
        inputs, memory = layer.forward(weights, inputs)
        memories.append(memory)
    return inputs, memories
