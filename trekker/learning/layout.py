"""How the parameters of a network lie in the one vector θ on which every rule walks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from trekker.cost import Array


@dataclass(frozen=True)
class Block:
    """A named array of parameters.

    Attributes:
        name: what people call it.
        shape: its shape.
        fan_in: how many numbers each unit takes in; 0 for biases.
        fan_out: how many units each number goes to; 0 for biases.
    """

    name: str
    shape: tuple[int, ...]
    fan_in: int = 0
    fan_out: int = 0

    @property
    def is_bias(self) -> bool:
        """Whether these are biases, which begin at 0."""
        return self.fan_in == 0

    @property
    def size(self) -> int:
        """The number of parameters."""
        return math.prod(self.shape)


class Layout:
    """Blocks one after another in θ, each in C order (the last axis runs fastest).

    Attributes:
        blocks: the blocks, in their order.
        places: where each lies in θ.
        size: n, the length of θ.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        ends = [sum(block.size for block in blocks[: i + 1]) for i in range(len(blocks))]
        self.blocks = tuple(blocks)
        self.places = tuple(slice(end - block.size, end) for block, end in zip(blocks, ends, strict=True))
        self.size = ends[-1] if ends else 0
        self._cuts = tuple(zip(self.places, (block.shape for block in blocks), strict=True))

    def views(self, theta: Array) -> list[Array]:
        """Return each block as a view of ``theta``, shape (n,): writing into one writes into θ."""
        return [theta[place].reshape(shape) for place, shape in self._cuts]

    def names(self) -> tuple[str, ...]:
        """Return a name for each of the n parameters: "dense 1 weights [2, 0]"."""
        return tuple(f"{block.name} {list(_index(i, block.shape))}" for block in self.blocks for i in range(block.size))


def _index(flat: int, shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return the index in an array of ``shape`` of its ``flat``-th number in C order."""
    index: list[int] = []
    for length in reversed(shape):
        flat, here = divmod(flat, length)
        index.append(here)
    return tuple(reversed(index))
