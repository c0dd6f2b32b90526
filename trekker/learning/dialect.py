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
from itertools import islice
from typing import TYPE_CHECKING

from trekker.learning.amounts import CURRENCIES, Amount, amount, bare
from trekker.learning.cells import has_decimal_comma, is_empty, number
from trekker.learning.decoding import Text

if TYPE_CHECKING:
    from _csv import Reader

_DELIMITERS = ("\t", ";", "|", ",", " ")
_COMMA_FREE = ("\t", ";")
"""Where the delimiter is one of these, a comma inside a cell may be a decimal sign."""
_DOUBTFUL = re.compile(r"\D*[1-9]\d{0,2},\d{3}\D*")
"""What may be 1200 or 1.2."""
_SAMPLE = 200
_BLOCK = 100_000


@dataclass(frozen=True)
class Dialect:
    """How one table is written.

    Attributes:
        delimiter: what stands between two cells.
        decimal_comma: whether the decimal sign is a comma.
    """

    delimiter: str
    decimal_comma: bool

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
    dialect = Dialect(delimiter, decimal_comma=decimal == ",")
    if not decimal and delimiter in _COMMA_FREE and "," in text:
        return Dialect(delimiter, decimal_comma=_decimals_have_commas(dialect, text))
    return dialect


def has_header(dialect: Dialect, rows: list[list[str]]) -> bool:
    """Tell whether the first of ``rows`` holds names: a text stands above a number, or it is all text."""
    first = rows[0]
    below = [[row[i] for row in rows[1:] if i < len(row)] for i in range(len(first))]
    texts = [_is_name(dialect, cell, cells) for cell, cells in zip(first, below, strict=True)]
    if all(text or is_empty(cell) for text, cell in zip(texts, first, strict=True)) and any(texts):
        return True
    return any(text and _mostly_numbers(dialect, cells) for text, cells in zip(texts, below, strict=True))


def _is_name(dialect: Dialect, cell: str, below: list[str]) -> bool:
    """Tell whether a cell is no number; one such as 50% is a name, too, if no other below it is marked so."""
    if is_empty(cell) or not math.isnan(number(cell, dialect.decimal_comma)):
        return False
    mark = dialect.amount(cell).mark
    return not mark or all(dialect.amount(each).mark != mark for each in below)


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
    dialect = Dialect(delimiter, decimal_comma=delimiter in _COMMA_FREE)
    points = Dialect(delimiter, decimal_comma=False)
    rows: list[list[str]] = []
    with suppress(csv.Error):  # the sample may end inside a quoted cell; what came before is enough
        rows.extend(row for row in dialect.reader(sample) if any(map(str.strip, row)))
    width, agreeing = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
    if width < 2:
        return 0.0
    cells = [cell for row in rows for cell in row]
    readable = sum(dialect.has_number(cell) or points.has_number(cell) for cell in cells)
    return agreeing / len(rows) * (0.05 + readable / len(cells))


def _decimals_have_commas(dialect: Dialect, text: Text) -> bool:
    """Tell by the first cell that settles it.

    "1,200" is taken for 1.2, but "$1,200" for 1200, as prices seldom have three decimals. So where a table holds money,
    both are in doubt until there is a cell that can mean one thing alone; if none is, the money decides.
    """
    in_doubt, is_grouped = False, False
    with suppress(csv.Error):  # the reader meets it too, and says where
        for cells in dialect.reader(text):
            for cell in cells:
                if "," not in cell or (is_grouped and _DOUBTFUL.fullmatch(cell)):
                    continue
                found = bare(cell)
                comma, point = has_decimal_comma(found.text), not math.isnan(number(found.text, decimal_comma=False))
                if comma and point and (in_doubt or any(mark in text for mark in CURRENCIES)):
                    in_doubt, is_grouped = True, is_grouped or found.is_money
                elif comma or point:
                    return comma
    return in_doubt and not is_grouped
