"""From rows of text to columns, exactly: every cell is read by itself."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.learning.amounts import Amount, amount, common_unit
from trekker.learning.cells import is_empty, numbers
from trekker.learning.coded import Coded, Texts
from trekker.learning.dialect import Dialect
from trekker.learning.reading import Watch
from trekker.learning.rows import Chunk


@dataclass(frozen=True, eq=False)
class Cells:
    """What one column holds.

    Attributes:
        numbers: the numbers, shape (m,), NaN where there is none; None where the cells were read as texts.
        texts: the texts, shape (m,); None where the cells were read as numbers.
        strange: how many cells hold something, but no number; 0 for texts.
        marked: whether some of the strange ones hold a number with a mark, such as "12 %".
        unit: the mark that its numbers have, as far as they were read; "" for none.
        loss: one of the cells that were read as negative for their parentheses or the like; "" for none.
    """

    numbers: Array | None = None
    texts: Texts | None = None
    strange: int = 0
    marked: bool = False
    unit: str = ""
    loss: str = ""

    def __len__(self) -> int:
        held = self.texts if self.numbers is None else self.numbers
        return 0 if held is None else len(held)

    @cached_property
    def coded(self) -> Coded:
        """The cells as texts, each different one once."""
        if self.numbers is not None:
            return Coded.of_numbers(self.numbers)
        assert self.texts is not None  # noqa: S101  # one of the two is there
        return Coded.of_texts(self.texts)

    def blank_among(self, rows: NDArray[np.intp] | None = None) -> NDArray[np.intp]:
        """Return those of some rows, or of all, whose cells hold nothing."""
        if self.numbers is not None:
            return np.flatnonzero(np.isnan(self.numbers)) if rows is None else rows[np.isnan(self.numbers[rows])]
        texts = self.texts
        assert texts is not None  # noqa: S101  # one of the two is there
        some = range(len(texts)) if rows is None else rows.tolist()
        return np.array([row for row in some if not texts[row].strip()], dtype=np.intp)


class Body(NamedTuple):
    """The rows below the names, as columns.

    Attributes:
        columns: the cells of each column.
        lines: on which line of the file each row ends.
    """

    columns: list[Cells]
    lines: Sequence[int]


def numeric_cells(texts: Sequence[str], decimal_comma: bool) -> Cells:
    """Read cells as plain numbers, and count those that hold something else."""
    values = numbers(texts, decimal_comma)
    gaps = np.flatnonzero(np.isnan(values))
    strange = [texts[gap] for gap in gaps.tolist() if not is_empty(texts[gap])]
    marked = any(not math.isnan(amount(text, decimal_comma).value) for text in set(strange))
    return Cells(numbers=values, strange=len(strange), marked=marked)


def amount_cells(coded: Coded, decimal_comma: bool) -> Cells:
    """Return cells as numbers, plain or marked; where their marks are not to be taken for one unit, as plain ones."""
    amounts = [amount(text, decimal_comma) for text in coded.different]
    unit = common_unit({(each.mark, each.manner) for each in amounts if not math.isnan(each.value)})
    if unit is None:
        amounts = [Amount(math.nan) if each.mark or each.manner else each for each in amounts]
    values = np.array([*(each.value for each in amounts), np.nan])[coded.codes]  # the last one is that of −1
    empty = np.array([*map(is_empty, coded.different), True])[coded.codes]
    strange = int((np.isnan(values) & ~empty).sum())
    losses = (text for text, each in zip(coded.different, amounts, strict=True) if each.is_loss and each.value < 0)
    return Cells(numbers=values, strange=strange, unit=unit or "", loss=next(losses, ""))


def textual_cells(texts: Sequence[str]) -> Cells:
    """Keep cells as they are."""
    kept = np.empty(len(texts), dtype=np.object_)
    kept[:] = texts
    return Cells(texts=kept)


def joined(parts: Sequence[Cells]) -> Cells:
    """Return the parts of one column as one."""
    if parts[0].numbers is None:
        return Cells(texts=np.concatenate([part.texts for part in parts if part.texts is not None]))
    values = np.concatenate([part.numbers for part in parts if part.numbers is not None])
    marked = any(part.marked for part in parts)
    return Cells(numbers=values, strange=sum(part.strange for part in parts), marked=marked)


def exact_body(
    chunks: Iterable[Chunk], textual: frozenset[int], dialect: Dialect, lines_in_all: int, watch: Watch
) -> Body:
    """Read chunks of rows; the columns whose numbers are in ``textual`` are kept as texts."""
    lines: list[list[int]] = []
    parts: list[list[Cells]] = []
    for chunk in chunks:
        watch.reached(chunk.lines[-1] / max(1, lines_in_all))
        lines.append(chunk.lines)
        parts.append(
            [
                textual_cells(cells) if place in textual else numeric_cells(cells, dialect.decimal_comma)
                for place, cells in enumerate(zip(*chunk.rows, strict=True))
            ]
        )
    return Body([joined(column) for column in zip(*parts, strict=True)], tuple(chain.from_iterable(lines)))
