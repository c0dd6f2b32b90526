"""The cells of a column with each different one kept once: many rows have few different dates and categories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.learning.cells import FAULTS

Texts = NDArray[np.object_]
Codes = NDArray[np.intp]
_NOTHING = FAULTS | {"", "na", "n/a", "nan", "null"}
"""What is written where a text is missing; "none" and "-" may be answers."""
_AT_ONCE = 20_000


@dataclass(frozen=True, eq=False)
class Coded:
    """Cells as numbers of different texts.

    Attributes:
        codes: for each cell the number of its text among those that are different, shape (m,); −1 where it is missing.
        count: how many texts are different.
        write: makes those texts.
    """

    codes: Codes
    count: int
    write: Callable[[], Sequence[str]]

    @classmethod
    def of_texts(cls, texts: Texts) -> Coded:
        """Code texts; those that say that one is missing count as missing, and spaces around them as nothing."""
        places: dict[str, int] = {}
        codes = np.empty(len(texts), dtype=np.intp)
        for begin in range(0, len(texts), _AT_ONCE):  # a single long step would hold up the window's thread
            part = texts[begin : begin + _AT_ONCE].tolist()
            codes[begin : begin + _AT_ONCE] = [places.setdefault(text, len(places)) for text in part]
        tidy: dict[str, int] = {}
        tidied = [_code_of(text.strip(), tidy) for text in places]
        return cls(np.array(tidied, dtype=np.intp)[codes], len(tidy), lambda: tuple(tidy))

    @classmethod
    def of_numbers(cls, numbers: Array) -> Coded:
        """Code numbers, in their order, as people write them; NaN is missing."""
        codes = np.full(len(numbers), -1, dtype=np.intp)
        there = ~np.isnan(numbers)
        different, codes[there] = np.unique(numbers[there], return_inverse=True)
        return cls(codes, len(different), lambda: [_written(value) for value in different.tolist()])

    @cached_property
    def different(self) -> tuple[str, ...]:
        """The different texts."""
        return tuple(self.write())

    @cached_property
    def texts(self) -> Texts:
        """The texts, shape (m,); "" where one is missing."""
        kept = np.empty(self.count + 1, dtype=np.object_)
        kept[:-1], kept[-1] = self.different, ""
        return kept[self.codes]


def _code_of(text: str, tidy: dict[str, int]) -> int:
    return -1 if text.lower() in _NOTHING else tidy.setdefault(text, len(tidy))


def _written(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
