"""From rows of text to columns: quickly where a table is plainly written, exactly where it is not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.learning.cells import EMPTY, is_empty, numbers
from trekker.learning.dialect import Dialect
from trekker.learning.reading import Watch
from trekker.learning.rows import LINE_BREAK, Chunk

if TYPE_CHECKING:
    from pandas import Series

Texts = NDArray[np.object_]
_PIECES = 6
_SMALL_PIECE, _LARGE_PIECE = 100_000, 8_000_000
_EMPTY_WORDS = tuple(sorted({each for word in EMPTY for each in (word, word.upper(), word.title())} | {"NaN"}))


@dataclass(frozen=True, eq=False)
class Cells:
    """What one column holds.

    Attributes:
        numbers: the numbers, shape (m,), NaN where there is none; None where the cells were read as texts.
        texts: the texts, shape (m,); None where the cells were read as numbers.
        strange: how many cells hold something, but no number; 0 for texts.
    """

    numbers: Array | None = None
    texts: Texts | None = None
    strange: int = 0

    def __len__(self) -> int:
        held = self.texts if self.numbers is None else self.numbers
        return 0 if held is None else len(held)

    def blank_among(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return those of some rows whose cells hold nothing."""
        if self.numbers is not None:
            return rows[np.isnan(self.numbers[rows])]
        assert self.texts is not None  # noqa: S101  # one of the two is there
        return np.array([row for row in rows.tolist() if not self.texts[row].strip()], dtype=np.intp)


class Body(NamedTuple):
    """The rows below the names, as columns.

    Attributes:
        columns: the cells of each column.
        lines: on which line of the file each row ends.
    """

    columns: list[Cells]
    lines: Sequence[int]


def numeric_cells(texts: Sequence[str], decimal_comma: bool) -> Cells:
    """Read cells as numbers, and count those that hold something else."""
    values = numbers(texts, decimal_comma)
    gaps = np.flatnonzero(np.isnan(values))
    return Cells(numbers=values, strange=sum(not is_empty(texts[gap]) for gap in gaps.tolist()))


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
    return Cells(numbers=values, strange=sum(part.strange for part in parts))


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


class _Manner(NamedTuple):
    """How rows are read quickly."""

    width: int
    textual: frozenset[int]
    dialect: Dialect


class _Piece(NamedTuple):
    """What was read of some lines."""

    cells: list[Cells]
    line_breaks: int


class Plain(NamedTuple):
    """The rows below the names of a table as UTF-8, which may be plain enough to be read quickly.

    Attributes:
        data: the whole table.
        begin: where the first row begins.
        line: the number of its line.
    """

    data: bytes
    begin: int
    line: int


def quick_body(plain: Plain, width: int, textual: frozenset[int], dialect: Dialect, watch: Watch) -> Body | None:
    """Read plainly written rows by pandas; None where they are not plain, so that they must be read exactly.

    Args:
        plain: the rows.
        width: how many columns there are.
        textual: the numbers of those columns that are kept as texts.
        dialect: how the rows are written.
        watch: is told how far the reading is.
    """
    data, begin, first_line = plain
    if data.find(b'"', begin) >= 0 or (dialect.delimiter == " " and data.find(b"\t", begin) >= 0):
        return None
    pieces = _read_pieces(plain, _Manner(width, textual, dialect), watch)
    if not pieces:
        return None
    columns = [joined(column) for column in zip(*(piece.cells for piece in pieces), strict=True)]
    rows = len(columns[0])
    if sum(piece.line_breaks for piece in pieces) + 1 == rows:
        return Body(columns, range(first_line, first_line + rows))
    texts = LINE_BREAK.split(data[begin:].decode())
    lines = [line for line, text in enumerate(texts, start=first_line) if text.strip()]
    return Body(columns, lines) if len(lines) == rows else None


def _read_pieces(plain: Plain, manner: _Manner, watch: Watch) -> list[_Piece] | None:
    """Read some lines at a time, on as many threads as there are processors; None where some are odd."""
    pieces = []
    pool = ThreadPoolExecutor(min(4, os.cpu_count() or 1))
    try:
        ends = list(_cut(plain.data, plain.begin))
        begins = [plain.begin, *ends[:-1]]
        for end, piece in zip(ends, pool.map(partial(_read_piece, plain.data, manner), begins, ends), strict=False):
            watch.reached(end / ends[-1])
            if piece is None:
                return None
            pieces.append(piece)
    finally:
        pool.shutdown(cancel_futures=True)
    return pieces


def _cut(data: bytes, begin: int) -> Iterator[int]:
    """Yield where each piece of whole lines ends; blank lines at the end of the text are left out."""
    last = len(data)
    while last > begin and data[last - 1] in b"\r\n":
        last -= 1
    size = min(max((last - begin) // _PIECES, _SMALL_PIECE), _LARGE_PIECE)
    while begin < last:
        begin = data.find(b"\n", begin + size, last) + 1 or last
        yield begin


def _read_piece(data: bytes, manner: _Manner, begin: int, end: int) -> _Piece | None:
    """Read some lines; None where a row has too many cells or none, as only exact reading can tell why."""
    import pandas as pd
    from pandas.errors import EmptyDataError, ParserError

    lines = data[begin:end]
    decimal_comma = manner.dialect.decimal_comma
    try:
        frame = pd.read_csv(
            BytesIO(lines),
            sep=r"\s+" if manner.dialect.delimiter == " " else manner.dialect.delimiter,
            header=None,
            dtype=dict.fromkeys(manner.textual, str),
            keep_default_na=False,
            na_values={place: list(_EMPTY_WORDS) for place in range(manner.width) if place not in manner.textual},
            quoting=3,  # there are no quotes
            skipinitialspace=manner.dialect.delimiter != "\t" and b" " in lines,  # a third slower
            decimal="," if decimal_comma else ".",
            low_memory=False,
        )
    except (ParserError, EmptyDataError):
        return None
    if list(frame.columns) != list(range(manner.width)):
        return None
    cells = [_cells_of(frame[place], place in manner.textual, decimal_comma) for place in range(manner.width)]
    return None if _has_blank_row(cells) else _Piece(cells, _line_breaks(lines))


def _cells_of(column: Series[Any], textual: bool, decimal_comma: bool) -> Cells:
    if not textual and column.dtype.kind in "iuf":
        values = column.to_numpy(dtype=np.float64)
        endless = np.isinf(values)
        if endless.any():
            values = np.where(endless, np.nan, values)
        return Cells(numbers=values, strange=int(endless.sum()))
    texts = column.astype(object).where(column.notna(), "").map(str).to_list()
    return textual_cells(texts) if textual else numeric_cells(texts, decimal_comma)


def _has_blank_row(columns: Sequence[Cells]) -> bool:
    """Tell whether a row may be no more than delimiters; one of gaps alone is told from it by exact reading."""
    rows = np.arange(len(columns[0]))
    for column in sorted(columns, key=lambda each: each.numbers is None):
        rows = column.blank_among(rows)
        if not len(rows):
            return False
    return True


def _line_breaks(data: bytes) -> int:
    breaks = data.count(b"\n")
    return breaks + data.count(b"\r") - data.count(b"\r\n") if b"\r" in data else breaks
