"""The rows of a text, read exactly: every quote and every line is accounted for."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import accumulate, islice
from operator import itemgetter
from typing import NamedTuple

from trekker.learning.decoding import Text
from trekker.learning.dialect import Dialect
from trekker.learning.reading import TableError
from trekker.messages import message

LINE_BREAK = re.compile(r"\r\n|\r|\n")
_AT_FIRST, _AT_ONCE = 200, 5_000
_MOST_SHOWN = 200


class Chunk(NamedTuple):
    """Some rows: the last line of each, and their cells."""

    lines: list[int]
    rows: list[list[str]]


class Titles(NamedTuple):
    """What stands above a table: the last line of it, and its texts."""

    line: int = 0
    texts: tuple[str, ...] = ()

    @property
    def notes(self) -> list[str]:
        """Say that it was left out, if it is anything."""
        if not self.texts:
            return []
        texts = "; ".join(self.texts)
        shown = texts if len(texts) <= _MOST_SHOWN else f"{texts[:_MOST_SHOWN]} …"
        return [message("What stands above the table was left out: {texts}.", texts=shown)]


def titles_of(dialect: Dialect, text: Text) -> Titles:
    """Return the texts that stand alone on their lines, if below them there is a row of several cells.

    "1,5" below a text is more likely one cell of a column with that name, which no other delimiter parts.
    """
    reader, titles = dialect.reader(text), Titles()
    with suppress(csv.Error):  # who reads the rows meets it, too, and says where
        for cells in islice(reader, _AT_FIRST):
            title, *others = map(str.strip, cells or [""])
            if any(others) or (others and not title):
                is_decimal = dialect.delimiter == "," and all(map(dialect.has_number, cells))
                return Titles() if is_decimal else titles
            if dialect.has_number(title):
                break
            titles = Titles(reader.line_num, titles.texts + ((title,) if title else ()))
    return Titles()


def chunks_of(name: str, dialect: Dialect, text: Text, above: int = 0) -> Iterator[Chunk]:
    """Yield the rows that are not blank, all with as many cells as the first: at first a few, then thousands at a time.

    Args:
        name: what people call the table.
        dialect: how it is written.
        text: the whole of it.
        above: so many lines are left out at the beginning.

    Raises:
        TableError: at a row with more cells than the first or at quotes gone wrong; it names the line.
    """
    reader, width, line, at_once = dialect.reader(text), 0, 0, _AT_FIRST
    try:
        while line < above:
            next(reader)
            line = reader.line_num
        while rows := list(islice(reader, at_once)):
            at_once = _AT_ONCE
            lines = _last_lines(rows, line, reader.line_num)
            line = reader.line_num
            width = width or (len(rows[0]) if any(map(str.strip, rows[0])) else 0)
            if not width or set(map(len, rows)) != {width} or not all(map(itemgetter(0), rows)):
                lines, rows = _tidied(name, lines, rows, width)
                width = len(rows[0]) if rows else width
            if rows:
                yield Chunk(lines, rows)
    except csv.Error:
        line = dialect.last_good_line(text)
        raise TableError(
            "{name}, after line {line}: a cell in quotes does not end as it should", name=name, line=line
        ) from None


def _last_lines(rows: list[list[str]], before: int, after: int) -> list[int]:
    """Return the line on which each row ends; a quoted cell may hold line breaks."""
    if after - before == len(rows):
        return list(range(before + 1, after + 1))
    heights = (1 + sum(len(LINE_BREAK.findall(cell)) for cell in row) for row in rows)
    return list(accumulate(heights, initial=before))[1:]


def _tidied(name: str, lines: list[int], rows: list[list[str]], width: int) -> tuple[list[int], list[list[str]]]:
    """Drop blank rows and fill up short ones; ``width`` 0 means that the first row is among them."""
    tidy_lines, tidy_rows = [], []
    for line, cells in zip(lines, rows, strict=True):
        if not any(map(str.strip, cells)):
            continue
        width = width or len(cells)
        if any(map(str.strip, cells[width:])):
            raise TableError(
                "{name}, line {line}: {count} cells where the first row has {width}",
                name=name,
                line=line,
                count=len(cells),
                width=width,
            )
        tidy_lines.append(line)
        tidy_rows.append(cells[:width] + [""] * (width - len(cells)))
    return tidy_lines, tidy_rows
