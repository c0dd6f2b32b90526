"""How the parameters of a network lie in the one vector θ on which every rule walks."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from trekker.cost import Array
from trekker.messages import message


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

    def names(self) -> Sequence[str]:
        """Return a name for each of the n parameters: "dense 1 weights [2, 0]"."""
        return _Names(self)


class _Names(Sequence[str]):
    """Names that are written when they are asked for: a network has up to millions, of which people read two."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._ends = [place.stop for place in layout.places]

    def __len__(self) -> int:
        return self._layout.size

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...

    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        at = range(len(self))[index]
        number = bisect_right(self._ends, at)
        block, place = self._layout.blocks[number], self._layout.places[number]
        return message("{block} {index}", block=block.name, index=str(list(_index(at - place.start, block.shape))))


def _index(flat: int, shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return the index in an array of ``shape`` of its ``flat``-th number in C order."""
    index: list[int] = []
    for length in reversed(shape):
        flat, here = divmod(flat, length)
        index.append(here)
    return tuple(reversed(index))
