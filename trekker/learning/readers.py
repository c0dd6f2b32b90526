"""Reading a table from a file: what is in it is found out, what is wrong with it is said."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, chain, islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.learning.cells import numbers
from trekker.learning.dataset import Column, Dataset
from trekker.learning.decoding import NotTextError, decode
from trekker.learning.dialect import Dialect, has_header, sniff

SIZE_LIMIT = 100_000_000
"""The largest file that is read, in bytes."""
_LONGEST_LINE = 1_000_000
_CHUNK = 5_000
_SHOWN = 5
_BREAK = re.compile(r"\r\n|\r|\n")


class TableError(ValueError):
    """A file cannot be read as a table; its text is one sentence for people."""


class ReadingCancelled(Exception):  # noqa: N818  # it is not an error
    """The reading was given up because ``cancelled`` said so."""


def read_table(
    path: str | Path,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Dataset:
    """Read the columns of numbers of a text table (CSV, TSV and their like).

    Delimiter (tab, ``;``, ``|``, ``,``, spaces), decimal sign, header and encoding are found out. Columns that are
    mostly text are left out, and so are rows in which a number is missing; :attr:`Dataset.notes` says which.

    Args:
        path: the file.
        progress: called with the part that is done, from 0 to 1, now and then.
        cancelled: asked now and then whether to give up.

    Raises:
        TableError: where there is no such table; one sentence with the file, and the line where it can be named.
        ReadingCancelled: where ``cancelled`` said yes.
    """
    path = Path(path)
    text, told = _text_of(path)
    dialect = told or sniff(text)
    chunks = _chunks(path, dialect, _without_hint(text) if told else text)
    first = next((chunk for chunk in chunks if chunk.rows), None)
    if first is None:
        raise TableError(f"{path.name} is empty; a table needs two columns of numbers and two rows")
    header = has_header(dialect, first.rows[:100])
    width = len(first.rows[0])
    names = _names(first.rows[0] if header else [""] * width)
    body = _Chunk(first.lines[1:], first.rows[1:]) if header else first
    watch = _Watch(progress, cancelled, text.count("\n") + 1)
    lines, columns = _numbers_of(chain([body], chunks), width, dialect, watch)
    return _assembled(path, names, lines, columns)


class _Chunk(NamedTuple):
    """Some rows: the last line of each, and their cells."""

    lines: list[int]
    rows: list[list[str]]


class _Watch:
    """Tells somebody how far the reading is, and asks whether to go on."""

    def __init__(
        self, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None, lines: int
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._lines = lines

    def reached(self, line: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise ReadingCancelled
        if self._progress is not None:
            self._progress(min(1.0, line / self._lines))


def _text_of(path: Path) -> tuple[str, Dialect | None]:
    """Return the text of the file, and the dialect where its first line tells it (Excel's ``sep=;``)."""
    try:
        text = decode(_bytes_of(path))
    except NotTextError as fault:
        raise TableError(f"{path.name} is {fault}; save the table as CSV (UTF-8) and open that") from None
    if len(text) > _LONGEST_LINE and max(map(len, text.splitlines())) > _LONGEST_LINE:
        raise TableError(f"{path.name} has a line of more than {_LONGEST_LINE:,} characters; it is no table")
    hint = re.match(r"sep=([,;|\t])\r?\n", text)
    if hint is None:
        return text, None
    guessed = sniff(_without_hint(text))
    return text, guessed if guessed.delimiter == hint[1] else Dialect(hint[1], decimal_comma=False)


def _without_hint(text: str) -> str:
    """Blank the first line; it still counts as one."""
    return text[text.index("\n") :]


def _bytes_of(path: Path) -> bytes:
    """Return what is in the file, unless it is too large to be opened."""
    try:
        if path.is_dir():
            raise TableError(f"{path.name or path} is a folder; open a CSV file inside it")
        if not path.exists():
            raise TableError(f"there is no file {path}")
        if not path.is_file():
            raise TableError(f"{path.name} is not an ordinary file; open a CSV file")
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise TableError(
                f"{path.name} is {size / 1e6:,.0f} MB; tables up to {SIZE_LIMIT / 1e6:.0f} MB can be opened"
            )
        return path.read_bytes()
    except OSError as fault:
        raise TableError(f"{path.name} cannot be read: {fault.strerror or fault}") from None
    except TableError:
        raise
    except ValueError:  # a name that no file can have, such as one with a zero byte
        raise TableError(f"there is no file {str(path)!r}") from None


def _chunks(path: Path, dialect: Dialect, text: str) -> Iterator[_Chunk]:
    """Yield the rows that are not blank, some thousands at a time, all with as many cells as the first.

    Raises:
        TableError: at a row with more cells than the first or at quotes gone wrong.
    """
    reader, width, line = dialect.reader(text), 0, 0
    try:
        while rows := list(islice(reader, _CHUNK)):
            lines = _last_lines(rows, line, reader.line_num)
            line = reader.line_num
            width = width or (len(rows[0]) if any(map(str.strip, rows[0])) else 0)
            if not width or set(map(len, rows)) != {width} or not all(map(itemgetter(0), rows)):
                lines, rows = _tidied(path, lines, rows, width)
                width = len(rows[0]) if rows else width
            yield _Chunk(lines, rows)
    except csv.Error:
        line = dialect.last_good_line(text)
        raise TableError(f"{path.name}, after line {line}: a cell in quotes does not end as it should") from None


def _last_lines(rows: list[list[str]], before: int, after: int) -> list[int]:
    """Return the line on which each row ends; a quoted cell may hold line breaks."""
    if after - before == len(rows):
        return list(range(before + 1, after + 1))
    heights = (1 + sum(len(_BREAK.findall(cell)) for cell in row) for row in rows)
    return list(accumulate(heights, initial=before))[1:]


def _tidied(path: Path, lines: list[int], rows: list[list[str]], width: int) -> tuple[list[int], list[list[str]]]:
    """Drop blank rows and fill up short ones; ``width`` 0 means that the first row is among them."""
    tidy_lines, tidy_rows = [], []
    for line, cells in zip(lines, rows, strict=True):
        if not any(map(str.strip, cells)):
            continue
        width = width or len(cells)
        if any(map(str.strip, cells[width:])):
            raise TableError(f"{path.name}, line {line}: {len(cells)} cells where the first row has {width}")
        tidy_lines.append(line)
        tidy_rows.append(cells[:width] + [""] * (width - len(cells)))
    return tidy_lines, tidy_rows


def _names(cells: list[str]) -> list[str]:
    """Return a name for each column, all different."""
    names: list[str] = []
    for place, cell in enumerate(cells, start=1):
        wanted = " ".join(cell.split()) or f"column {place}"
        name, copy = wanted, 2
        while name in names:
            name, copy = f"{wanted} ({copy})", copy + 1
        names.append(name)
    return names


def _numbers_of(chunks: Iterable[_Chunk], width: int, dialect: Dialect, watch: _Watch) -> tuple[Array, list[Array]]:
    """Return the line of each row, shape (m,), and the columns, each of shape (m,), NaN where there is no number."""
    lines: list[Array] = [np.empty(0)]
    columns: list[list[Array]] = [[np.empty(0)] for _ in range(width)]
    for chunk in chunks:
        if not chunk.rows:
            continue
        watch.reached(chunk.lines[-1])
        lines.append(np.array(chunk.lines, dtype=np.float64))
        for column, cells in zip(columns, zip(*chunk.rows, strict=True), strict=True):
            column.append(numbers(cells, dialect.decimal_comma))
    return np.concatenate(lines), [np.concatenate(column) for column in columns]


def _assembled(path: Path, names: list[str], lines: Array, columns: list[Array]) -> Dataset:
    """Return the table of those rows and columns that are whole."""
    if not len(lines):
        raise TableError(f"{path.name} has names but no row of numbers; a table needs at least two rows")
    shares = [np.isfinite(column).mean() for column in columns]
    kept = [i for i, share in enumerate(shares) if 2 * share >= 1]
    if len(kept) < 2:
        found = "one column of numbers" if kept else "no column of numbers"
        raise TableError(f"{path.name} has {found}; a table needs two, one for x and one for y")
    if len(lines) < 2:
        raise TableError(f"{path.name} has one row of numbers; a table needs at least two rows")
    notes = [
        f"The column {names[i]} was left out: {_share(column)} of its cells are numbers."
        for i, column in enumerate(columns)
        if i not in kept and not _is_blank(names[i], i, column)
    ]
    whole = np.logical_and.reduce([np.isfinite(columns[i]) for i in kept])
    if whole.sum() < 2:
        raise TableError(f"{path.name} has fewer than two rows without a missing number")
    if not whole.all():
        notes.append(_missing(lines, {names[i]: columns[i] for i in kept}, whole))
    table = tuple(Column(names[i], columns[i][whole]) for i in kept)
    return Dataset(path.name, table, source=str(path), notes=tuple(notes))


def _is_blank(name: str, place: int, column: Array) -> bool:
    """Tell whether a column is no more than a delimiter at the end of each line."""
    return name == f"column {place + 1}" and not np.isfinite(column).any()


def _share(column: Array) -> str:
    count = int(np.isfinite(column).sum())
    return f"{count or 'none'} of {len(column)}" if count else "none"


def _missing(lines: Array, columns: dict[str, Array], whole: NDArray[np.bool_]) -> str:
    """Say how many rows lack a number, and where."""
    gone = np.flatnonzero(~whole)
    places = []
    for row in gone[:_SHOWN]:
        lacking = ", ".join(name for name, column in columns.items() if not np.isfinite(column[row]))
        places.append(f"line {int(lines[row])} ({lacking})")
    more = f" and {len(gone) - _SHOWN} more" if len(gone) > _SHOWN else ""
    rows = "1 row was" if len(gone) == 1 else f"{len(gone)} rows were"
    return f"{rows} left out for want of a number: {', '.join(places)}{more}."
