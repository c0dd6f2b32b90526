"""Reading a table from a file or the clipboard: what is in it is found out, what is wrong with it is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from trekker.learning.coded import Coded
from trekker.learning.dataset import Dataset
from trekker.learning.decoding import NotTextError, Text, decode, encoded, tidied_paste
from trekker.learning.dialect import Dialect, has_header, sniff
from trekker.learning.files import SIZE_LIMIT, bytes_of
from trekker.learning.misread import first_lines, misread
from trekker.learning.parsing import Body, Cells, amount_cells, exact_body, numeric_cells
from trekker.learning.preparation import numbers_alone
from trekker.learning.quick import Plain, quick_body
from trekker.learning.reading import AS_FOUND, Found, Reading, ReadingCancelled, TableError, Watch
from trekker.learning.rows import LINE_BREAK, Chunk, chunks_of, titles_of
from trekker.learning.table import Table, TableColumn, in_one_order, recognised
from trekker.learning.workbooks import is_workbook, open_sheet
from trekker.messages import message

__all__ = ["SIZE_LIMIT", "ReadingCancelled", "TableError", "open_table", "pasted_table", "read_table"]

PASTED = "the clipboard"
"""What a table is called that came by the clipboard."""
_LONGEST_LINE = 1_000_000
_LONGEST_HINT, _HEAD = 10, 10_000
_LARGE = 100_000
"""A text of more letters is worth the time that pandas takes to load."""
_SAMPLE = 100
Progress = Callable[[float], None]
_Read = Callable[[frozenset[int]], Body]
"""Reads the rows; the columns with these numbers are kept as texts."""


def read_table(
    path: str | Path, *, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> Dataset:
    """Read the columns of numbers of a table; see :func:`open_table`.

    Columns that are mostly text are left out, and so are rows in which a number is missing; :attr:`Dataset.notes`
    says which.

    Raises:
        TableError: where there is no such table; one sentence with the file, and the line where it can be named.
        ReadingCancelled: where ``cancelled`` said yes.
    """
    return numbers_alone(open_table(path, progress=progress, cancelled=cancelled))


def open_table(
    path: str | Path,
    reading: Reading = AS_FOUND,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """Read a text table (CSV, TSV and their like) or a sheet of a workbook (Excel, OpenDocument).

    Delimiter (tab, ``;``, ``|``, ``,``, spaces), decimal sign, header and encoding are found out, unless ``reading``
    has chosen them.

    Args:
        path: the file.
        reading: what is chosen about the reading.
        progress: called with the part that is done, from 0 to 1, now and then.
        cancelled: asked now and then whether to give up.

    Raises:
        TableError: where there is no such table; one sentence with the file, and the line where it can be named. It is
            a MisreadError where another ``reading`` may be right.
        ReadingCancelled: where ``cancelled`` said yes.
    """
    path, watch = Path(path), Watch(progress, cancelled)
    data = bytes_of(path)
    watch.reached(0.0)
    if is_workbook(data):
        sheet = open_sheet(path.name, data, reading, watch)
        dialect = Dialect(",", decimal_comma=sheet.decimals.sign == ",", doubt=sheet.decimals.doubt)
        header = has_header(dialect, sheet.rows[0].rows[:_SAMPLE]) if reading.header is None else reading.header
        rows = _Rows(
            path.name,
            lambda: iter(sheet.rows),
            dialect,
            header,
            lambda: sheet.row_count,
            month_first=reading.month_first,
        )
        found = Found(decimal=sheet.decimals.sign, header=header, sheet=sheet.name, sheets=sheet.names)
        notes = (*sheet.notes, *_notes_on_doubt(dialect))
        with misread(found, sheet.rows[0]):
            return _table(rows, rows.exact(watch), found, str(path), watch, notes=notes)
    try:
        text, encoding = decode(data, reading.encoding)
    except NotTextError as fault:
        raise TableError(
            "{name} is {what}; save the table as CSV (UTF-8) and open that", name=path.name, what=fault.message
        ) from None
    return _text_table(_Text(path.name, str(path), text, encoding, data), reading, watch)


def pasted_table(
    text: str,
    reading: Reading = AS_FOUND,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """Read a table that was copied out of another program; as :func:`open_table`."""
    return _text_table(_Text(PASTED, PASTED, tidied_paste(text)), reading, Watch(progress, cancelled))


@dataclass(frozen=True)
class _Rows:
    """The rows of one table, and how to get at them anew."""

    name: str
    chunks: Callable[[], Iterable[Chunk]]
    dialect: Dialect
    header: bool
    lines: Callable[[], int]
    plain: Plain | None = None
    month_first: bool | None = None

    @cached_property
    def names(self) -> list[str]:
        """A name for each column, all different."""
        first = next(iter(self.chunks())).rows[0]
        return _names(first if self.header else [""] * len(first))

    def body(self) -> Iterator[Chunk]:
        """Yield the rows below the names."""
        chunks = iter(self.chunks())
        first = next(chunks)
        below = Chunk(first.lines[self.header :], first.rows[self.header :])
        return (chunk for chunk in chain([below], chunks) if chunk.rows)

    def exact(self, watch: Watch) -> _Read:
        """Return how they are read exactly."""
        return lambda textual: exact_body(self.body(), textual, self.dialect, self.lines(), watch)

    def quick(self, watch: Watch) -> _Read:
        """Return how they are read quickly, and exactly where that cannot be done."""

        def read(textual: frozenset[int]) -> Body:
            body = self.plain and quick_body(self.plain, len(self.names), textual, self.dialect, watch)
            return self.exact(watch)(textual) if body is None else body

        return read


class _Text(NamedTuple):
    """A text that may be a table: what people call it, where it came from, how it was decoded and from what."""

    name: str
    source: str
    text: Text
    encoding: str = ""
    data: bytes = b""


def _text_table(written: _Text, reading: Reading, watch: Watch) -> Table:
    """Read a text as a table."""
    _refuse_endless_line(written.name, written.text)
    text, dialect = _dialect_of(written.text, reading)
    data = written.data if written.encoding == "utf-8" and text is written.text else b""
    sign = "," if dialect.decimal_comma else "."
    found = Found(written.encoding, dialect.delimiter, sign, header=reading.header is not False)
    with misread(found, first_lines(text)):
        return _parted(written._replace(text=text, data=data), dialect, reading, found, watch)


def _parted(written: _Text, dialect: Dialect, reading: Reading, found: Found, watch: Watch) -> Table:
    """Part a text into rows and cells."""
    name, text = written.name, written.text
    titles = titles_of(dialect, text)

    def chunks() -> Iterator[Chunk]:
        return chunks_of(name, dialect, text, titles.line)

    first = next(chunks(), None)
    if first is None:
        raise TableError("{name} is empty; a table needs two columns and two rows", name=name)
    header = has_header(dialect, first.rows[:_SAMPLE]) if reading.header is None else reading.header
    plain = _plain(text, written.data, first.lines[0] - (not header)) if len(text) > _LARGE else None
    rows = _Rows(name, chunks, dialect, header, lambda: text.count("\n") + 1, plain, reading.month_first)
    read = rows.exact(watch) if plain is None else rows.quick(watch)
    notes = (*titles.notes, *_notes_on_doubt(dialect))
    return _table(rows, read, replace(found, header=header), written.source, watch, notes=notes)


def _notes_on_doubt(dialect: Dialect) -> tuple[str, ...]:
    """Say that the decimal sign was a guess, if it was."""
    if not dialect.doubt:
        return ()
    other = replace(dialect, decimal_comma=not dialect.decimal_comma)
    return (
        message(
            "{cell} was read as {value}; with the other decimal sign it would be {other}.",
            cell=dialect.doubt,
            value=f"{dialect.amount(dialect.doubt).value:.15g}",
            other=f"{other.amount(dialect.doubt).value:.15g}",
        ),
    )


def _dialect_of(text: Text, reading: Reading) -> tuple[Text, Dialect]:
    """Return the text and how it is written; Excel's first line ``sep=;`` tells it, and is blanked."""
    hint = re.match(r"sep=([,;|\t])\r?\n", text[:_LONGEST_HINT])
    if hint is None:
        return text, sniff(text, reading.delimiter, reading.decimal)
    text = text[text.find("\n") :]  # it still counts as a line
    return text, sniff(text, reading.delimiter or hint[1], reading.decimal)


def _plain(text: Text, data: bytes, lines: int) -> Plain:
    """Return the text below its first lines; ``data`` is the whole as UTF-8, if that is at hand."""
    size = _HEAD
    ends = _line_ends(text[:size], lines)
    while len(ends) <= lines and size < len(text):
        size *= 8
        ends = _line_ends(text[:size], lines)
    begin = [0, *ends][min(lines, len(ends))]
    return Plain(data or encoded(text), len(text[:begin].encode()), lines + 1)


def _line_ends(text: str, lines: int) -> list[int]:
    """Return where the first lines end, and one more: the last line break found might be half of one."""
    return [found.end() for found in islice(LINE_BREAK.finditer(text), lines + 1)]


def _refuse_endless_line(name: str, text: Text) -> None:
    begin = 0
    while len(text) - begin > _LONGEST_LINE:
        end = begin + _LONGEST_LINE
        last = max(text.rfind("\n", begin, end + 1), text.rfind("\r", begin, end + 1))
        if last < 0:
            raise TableError(
                "{name} has a line of more than {most} characters; it is no table",
                name=name,
                most=f"{_LONGEST_LINE:,}",
            )
        begin = last + 1


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


def _table(rows: _Rows, read: _Read, found: Found, source: str, watch: Watch, *, notes: tuple[str, ...] = ()) -> Table:
    """Read the columns, and find out what each holds."""
    names = rows.names
    sample = next(rows.body(), None)
    if sample is None:
        raise TableError("{name} has names but no row below them; a table needs at least two rows", name=rows.name)
    body = _read(read, _textual(sample.rows[:_SAMPLE], rows.dialect))
    comma = rows.dialect.decimal_comma
    columns = [
        recognised(name, _numbers_after_all(cells, comma), comma, partial(watch.reached, 1.0))
        for name, cells in zip(names, body.columns, strict=True)
    ]
    ordered = in_one_order(columns, rows.month_first)
    kept = tuple(each for place, each in enumerate(ordered) if not _is_no_column(each, place))
    if len(kept) < 2:
        raise TableError("{name} has one column; a table needs two, one for x and one for y", name=rows.name)
    if len(body.lines) < 2:
        raise TableError("{name} has one row; a table needs at least two", name=rows.name)
    doubted = next((each.dates for each in kept if each.dates is not None and each.dates.doubtful), None)
    found = replace(found, month_first=None if doubted is None else doubted.month_first)
    return Table(rows.name, kept, body.lines, found, source, (*notes, *_notes_on(kept)))


def _notes_on(columns: Sequence[TableColumn]) -> list[str]:
    return [
        message("Numbers such as {cell} in {column} were read as negative.", cell=column.cells.loss, column=column.name)
        for column in columns
        if column.cells.loss
    ]


def _read(read: _Read, textual: frozenset[int]) -> Body:
    """Read the columns; those that turn out to hold texts mostly, or marks, are read once more, as texts."""
    while True:
        body = read(textual)
        wrong = {place for place, cells in enumerate(body.columns) if not _are_plain_numbers(cells)}
        if not wrong:
            return body
        textual |= wrong


def _count(cells: Cells) -> int:
    """Return how many numbers there are."""
    return 0 if cells.numbers is None else int((cells.numbers == cells.numbers).sum())


def _textual(rows: Sequence[Sequence[str]], dialect: Dialect) -> frozenset[int]:
    """Return the numbers of the columns that look like texts, or like marked numbers, by their first rows."""
    columns = enumerate(zip(*rows, strict=True))
    comma = dialect.decimal_comma
    return frozenset(place for place, texts in columns if not _are_plain_numbers(numeric_cells(texts, comma)))


def _are_plain_numbers(cells: Cells) -> bool:
    return not cells.strange or (not cells.marked and _are_numbers(cells))


def _are_numbers(cells: Cells) -> bool:
    return _count(cells) >= cells.strange


def _numbers_after_all(cells: Cells, decimal_comma: bool) -> Cells:
    """Return cells that were kept as texts as numbers where most of them are, by a sample first; marked ones, too."""
    if cells.texts is None:
        return cells
    sample = Coded.of_texts(cells.texts[:: max(1, len(cells) // (2 * _SAMPLE))])
    if not _are_numbers(amount_cells(sample, decimal_comma)):
        return cells
    read = amount_cells(cells.coded, decimal_comma)
    return read if _are_numbers(read) else cells


def _is_no_column(column: TableColumn, place: int) -> bool:
    """Tell whether a column is no more than a delimiter at the end of each line."""
    return column.name == f"column {place + 1}" and bool(column.missing.all())
