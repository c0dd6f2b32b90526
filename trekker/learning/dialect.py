"""How a table is written: what parts its cells, how decimals are written, whether its first row has names."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import dropwhile, islice, pairwise
from typing import TYPE_CHECKING

from trekker.learning.amounts import Amount, amount
from trekker.learning.cells import is_empty
from trekker.learning.decimals import Decimals, decimals_of
from trekker.learning.decoding import Text

if TYPE_CHECKING:
    from _csv import Reader

_DELIMITERS = ("\t", ";", "|", ",", " ")
_COMMA_FREE = ("\t", ";")
"""Where the delimiter is one of these, decimal commas are usual."""
_YEAR = re.compile(r"(?:18|19|20)\d\d|2100")
_SAMPLE = 200
_FAR = 50_000
"""So many rows are asked for the decimal sign of a table where no comma can be one."""
_BLOCK = 100_000


@dataclass(frozen=True)
class Dialect:
    """How one table is written.

    Attributes:
        delimiter: what stands between two cells.
        decimal_comma: whether the decimal sign is a comma.
        doubt: a number that might as well be meant with the other decimal sign; "" where that is certain.
    """

    delimiter: str
    decimal_comma: bool
    doubt: str = ""

    def reader(self, text: Text) -> Reader:
        """Return a CSV reader; blank lines give blank rows.

        It raises ``csv.Error`` where quotes do not close, or where text follows a closing quote.
        """
        lines: Iterable[str] = _lines(text)
        if self.delimiter == " ":
            lines = (f"{line.strip()}\n" for line in lines)
        return csv.reader(lines, delimiter=self.delimiter, skipinitialspace=self.delimiter != "\t", strict=True)

    def last_good_line(self, text: Text) -> int:
        """Return the last line before which all quotes are right."""
        reader, line = self.reader(text), 0
        with suppress(csv.Error):
            for _ in reader:
                line = reader.line_num
        return line

    def amount(self, cell: str) -> Amount:
        """Return the number in a cell, plain or marked."""
        return amount(cell, self.decimal_comma)

    def has_number(self, cell: str) -> bool:
        """Tell whether there is a number in a cell, plain or marked."""
        return not math.isnan(self.amount(cell).value)


def sniff(text: Text, delimiter: str = "", decimal: str = "") -> Dialect:
    """Find out how ``text`` is written: as that in which its rows agree most in length and give most numbers.

    What is chosen already, ``delimiter`` or ``decimal``, is not asked for any more.
    """
    sample = "".join(islice(_lines(text), _SAMPLE))
    delimiter = delimiter or max(_DELIMITERS, key=lambda each: _merit(each, sample))
    if decimal:
        return Dialect(delimiter, decimal_comma=decimal == ",")
    found = _decimals(Dialect(delimiter, decimal_comma=False), text)
    return Dialect(delimiter, decimal_comma=found.sign == ",", doubt=found.doubt if delimiter != "," else "")


def has_header(dialect: Dialect, rows: list[list[str]]) -> bool:
    """Tell whether the first of ``rows`` holds names: a text stands above a number, or it is all text, or years."""
    first = rows[0]
    if _are_years(dialect, first) and not any(_are_years(dialect, row) for row in rows[1:2]):
        return True
    below = [[row[i] for row in rows[1:] if i < len(row)] for i in range(len(first))]
    texts = [_is_name(dialect, cell, cells) for cell, cells in zip(first, below, strict=True)]
    if all(text or is_empty(cell) for text, cell in zip(texts, first, strict=True)) and any(texts):
        return True
    return any(text and _mostly_numbers(dialect, cells) for text, cells in zip(texts, below, strict=True))


def _are_years(dialect: Dialect, cells: list[str]) -> bool:
    """Tell whether cells are years one after the other, up or down, beside a first one that is none; or empty ones."""
    years = [int(cell) for cell in cells if _YEAR.fullmatch(cell.strip())]
    others = [cell for cell in cells if not _YEAR.fullmatch(cell.strip())]
    steps = {after - before for before, after in pairwise(years)}
    in_front = others[:1] == cells[:1]
    return in_front and steps in ({1}, {-1}) and not any(map(dialect.has_number, others))


def _is_name(dialect: Dialect, cell: str, below: list[str]) -> bool:
    """Tell whether a cell is no number; (1) is a name, too, and so is 50% if no other below it is marked so."""
    found = dialect.amount(cell)
    if is_empty(cell) or not (math.isnan(found.value) or found.mark or found.manner == "("):
        return False
    return not found.mark or all(dialect.amount(each).mark != found.mark for each in below)


def _mostly_numbers(dialect: Dialect, cells: list[str]) -> bool:
    return 2 * sum(map(dialect.has_number, cells)) > len(cells)


def _lines(text: Text) -> Iterator[str]:
    """Yield the lines of a text with their ends; a long text is not copied as a whole."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin + _BLOCK) + 1 or len(text)
        yield from io.StringIO(text[begin:end], newline="")
        begin = end


def _merit(delimiter: str, sample: str) -> float:
    """Return how well a delimiter explains a sample; 0 where it parts nothing."""
    points, commas = (Dialect(delimiter, decimal_comma) for decimal_comma in (False, True))
    rows = [row for row in _good_rows(points, sample) if any(map(str.strip, row))]
    below_titles = dropwhile(lambda row: len(row) < 2, rows)
    width, agreeing = next(iter(Counter(map(len, below_titles)).most_common(1)), (0, 0))
    if width < 2:
        return 0.0
    cells = [cell for row in rows for cell in row]
    readable = sum(not cell.endswith(",") and (points.has_number(cell) or commas.has_number(cell)) for cell in cells)
    return agreeing / len(rows) * (0.05 + readable / len(cells))


def _decimals(dialect: Dialect, text: Text) -> Decimals:
    """Find out the decimal sign; by the beginning of a long table where it can hardly be a comma."""
    if "." not in text and ('"' if dialect.delimiter == "," else ",") not in text:
        return Decimals()
    rows = _good_rows(dialect, text)
    if dialect.delimiter == "," or "," not in text:
        rows = islice(rows, _FAR)
    return decimals_of(rows, commas_are_usual=dialect.delimiter in _COMMA_FREE)


def _good_rows(dialect: Dialect, text: Text) -> Iterator[list[str]]:
    """Yield the rows up to the first whose quotes are wrong; who reads them all meets that, too, and says where."""
    with suppress(csv.Error):
        yield from dialect.reader(text)
