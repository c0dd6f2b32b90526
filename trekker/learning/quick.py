"""From the bytes of a plainly written table to columns: pandas reads some lines at a time, on all processors."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from trekker.learning.cells import EMPTY
from trekker.learning.decoding import line_break_count
from trekker.learning.dialect import Dialect
from trekker.learning.parsing import Body, Cells, joined, numeric_cells
from trekker.learning.reading import Watch
from trekker.learning.rows import LINE_BREAK

if TYPE_CHECKING:
    from pandas import DataFrame, Series

_PIECES = 6
_SMALL_PIECE, _LARGE_PIECE = 100_000, 8_000_000
_PIECE_OF_TEXTS = 1_000_000
"""While pandas makes texts nothing else can run, the window neither: that must not last long."""
_AT_ONCE = 1 << 18
_EMPTY_WORDS = tuple(sorted({each for word in EMPTY for each in (word, word.upper(), word.title())} | {"NaN"}))


class _Manner(NamedTuple):
    """How rows are read quickly; ``gaps`` is set as soon as anything but a number is met where numbers stand."""

    width: int
    textual: frozenset[int]
    dialect: Dialect
    gaps: Event


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


class _Lines:
    """A part of a table as a file of bytes, which pandas reads as they are: UTF-8 that was looked through before.

    A ``BytesIO`` it would decode and encode again, which takes a tenth of the whole time.
    """

    def __init__(self, data: bytes, begin: int, end: int) -> None:
        self._data, self._place, self._end = data, begin, end

    def read(self, size: int) -> bytes:
        """Return up to so many of the next bytes; none at the end."""
        begin, self._place = self._place, min(self._place + size, self._end)
        return self._data[begin : self._place]

    def __iter__(self) -> Iterator[bytes]:
        """Yield what is left; pandas takes a thing for a file only where it can be iterated over."""
        return iter(partial(self.read, _AT_ONCE), b"")


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
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        pieces = _read_pieces(plain, _Manner(width, textual, dialect, Event()), watch, pool)
        if not pieces:
            return None
        columns = list(pool.map(joined, zip(*(piece.cells for piece in pieces), strict=True)))
    rows = len(columns[0])
    if sum(piece.line_breaks for piece in pieces) + 1 == rows:
        return Body(columns, range(first_line, first_line + rows))
    texts = LINE_BREAK.split(data[begin:].decode())
    lines = [line for line, text in enumerate(texts, start=first_line) if text.strip()]
    return Body(columns, lines) if len(lines) == rows else None


def _read_pieces(plain: Plain, manner: _Manner, watch: Watch, pool: ThreadPoolExecutor) -> list[_Piece] | None:
    """Read some lines at a time, on as many threads as there are processors; None where some are odd."""
    ends = list(_cut(plain.data, plain.begin, _PIECE_OF_TEXTS if manner.textual else _LARGE_PIECE))
    waiting = [
        pool.submit(_read_piece, plain.data, manner, begin, end)
        for begin, end in zip([plain.begin, *ends[:-1]], ends, strict=True)
    ]
    pieces = []
    try:
        for end, future in zip(ends, waiting, strict=True):
            watch.reached(end / ends[-1])
            piece = future.result()
            if piece is None:
                return None
            pieces.append(piece)
    finally:
        for future in waiting:
            future.cancel()
    return pieces


def _cut(data: bytes, begin: int, largest: int) -> Iterator[int]:
    """Yield where each piece of whole lines ends; blank lines at the end of the text are left out."""
    last = len(data)
    while last > begin and data[last - 1] in b"\r\n":
        last -= 1
    size = min(max((last - begin) // _PIECES, _SMALL_PIECE), largest)
    while begin < last:
        begin = data.find(b"\n", begin + size, last) + 1 or last
        yield begin


def _read_piece(data: bytes, manner: _Manner, begin: int, end: int) -> _Piece | None:
    """Read some lines; None where a row has too many cells or none, as only exact reading can tell why."""
    from pandas.errors import EmptyDataError, ParserError

    try:
        frame = _frame(data, manner, begin, end)
    except (ParserError, EmptyDataError):
        return None
    if list(frame.columns) != list(range(manner.width)):
        return None
    comma = manner.dialect.decimal_comma
    cells = [_cells_of(frame[place], place in manner.textual, comma) for place in range(manner.width)]
    return None if _has_blank_row(cells) else _Piece(cells, line_break_count(data, begin, end))


def _frame(data: bytes, manner: _Manner, begin: int, end: int) -> DataFrame:
    """Read some lines as if there were no gaps among their numbers, which is quicker; as they are where there are."""
    import pandas as pd

    read = partial(
        pd.read_csv,
        sep=r"\s+" if manner.dialect.delimiter == " " else manner.dialect.delimiter,
        header=None,
        quoting=3,  # there are no quotes
        skipinitialspace=manner.dialect.delimiter != "\t" and data.find(b" ", begin, end) >= 0,  # a third slower
        decimal="," if manner.dialect.decimal_comma else ".",
        low_memory=False,
    )
    texts = dict.fromkeys(manner.textual, str)
    numeric = [place for place in range(manner.width) if place not in manner.textual]
    if not manner.gaps.is_set():
        with suppress(ValueError):
            return read(_Lines(data, begin, end), dtype=dict.fromkeys(numeric, np.float64) | texts, na_filter=False)
        manner.gaps.set()
    words = {place: list(_EMPTY_WORDS) for place in numeric}
    return read(_Lines(data, begin, end), dtype=texts, na_values=words, keep_default_na=False)


def _cells_of(column: Series[Any], textual: bool, decimal_comma: bool) -> Cells:
    if not textual and column.dtype.kind in "iuf":
        values = column.to_numpy(dtype=np.float64)
        with np.errstate(all="ignore"):
            if np.isfinite(values.sum()):  # a look at each would take longer
                return Cells(numbers=values)
        endless = np.isinf(values)
        if endless.any():
            values = np.where(endless, np.nan, values)
        return Cells(numbers=values, strange=int(endless.sum()))
    texts = (column.map(str) if column.dtype.kind == "b" else column).to_numpy(dtype=object, na_value="")
    return Cells(texts=texts) if textual else numeric_cells(texts.tolist(), decimal_comma)


def _has_blank_row(columns: Sequence[Cells]) -> bool:
    """Tell whether a row may be no more than delimiters; one of gaps alone is told from it by exact reading."""
    rows = None
    for column in sorted(columns, key=lambda each: each.numbers is None):
        rows = column.blank_among(rows)
        if not len(rows):
            return False
    return True
