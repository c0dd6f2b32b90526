"""A table as it was read: columns of numbers, dates, categories and texts, with all their gaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.learning.cells import numbers
from trekker.learning.coded import Coded, Codes, Texts
from trekker.learning.dataset import ColumnError
from trekker.learning.dates import Dates, dates_of, is_month_first
from trekker.learning.parsing import Cells
from trekker.learning.reading import Found

MOST_CATEGORIES = 50
"""The largest number of different texts that a column of categories may have."""
_LONGEST_CATEGORY = 60


class ColumnKind(Enum):
    """What a column is taken for."""

    NUMBER = "number"
    DATE = "date"
    CATEGORY = "category"
    TEXT = "text"


@dataclass(frozen=True, eq=False)
class TableColumn:
    """One column, and what it is taken for.

    Attributes:
        name: what the table calls it.
        cells: what it holds.
        kind: what it is taken for.
        decimal_comma: whether its decimal sign is a comma.
        dates: its cells as dates; None where they are none.
    """

    name: str
    cells: Cells
    kind: ColumnKind
    decimal_comma: bool = False
    dates: Dates | None = None

    def __len__(self) -> int:
        return len(self.cells)

    def taken_as(self, kind: ColumnKind) -> TableColumn:
        """Return the column taken for another kind.

        Raises:
            ColumnError: where nothing in it is of that kind; one sentence.
        """
        column = replace(self, kind=kind)
        if kind is ColumnKind.DATE and column.dates is None:
            raise ColumnError("the column {name} holds no dates that are read here, such as 2026-01-31", name=self.name)
        if kind is ColumnKind.NUMBER and self.kind is not ColumnKind.DATE and column.missing.all():
            raise ColumnError("the column {name} holds no numbers", name=self.name)
        return column

    @property
    def unit(self) -> str:
        """What its numbers are marked with, such as € or %; "" for nothing."""
        return self.cells.unit if self.kind is ColumnKind.NUMBER else ""

    @cached_property
    def values(self) -> Array:
        """The numbers, or the days since the first date, shape (m,); NaN where one is missing."""
        if self.kind is ColumnKind.DATE and self.dates is not None:
            return self.dates.days
        if self.cells.numbers is not None:
            return self.cells.numbers
        coded = self.cells.coded
        return np.append(numbers(coded.different, self.decimal_comma), np.nan)[coded.codes]

    @property
    def texts(self) -> Texts:
        """The cells as texts, shape (m,); "" where one is missing."""
        return self.cells.coded.texts

    @cached_property
    def missing(self) -> NDArray[np.bool_]:
        """Which cells are missing, shape (m,)."""
        if self.cells.numbers is not None:
            return np.isnan(self.cells.numbers)
        if self.kind in (ColumnKind.NUMBER, ColumnKind.DATE):
            return np.isnan(self.values)
        return self.cells.coded.codes < 0

    @property
    def is_telling(self) -> bool:
        """Whether it tells rows apart by more than their number: it is not empty, not all alike and no count."""
        if self.kind in (ColumnKind.CATEGORY, ColumnKind.TEXT):
            return self.label_count > 1
        known = self.values[~self.missing]
        if not len(known) or known.min() == known.max():
            return False
        return self.kind is ColumnKind.DATE or bool((np.diff(known) != 1.0).any())

    @property
    def label_count(self) -> int:
        """How many :attr:`labels` there are, which is known sooner than what they are."""
        return self.cells.coded.count

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The different texts: in the order of their numbers where all are numbers, else of the alphabet."""
        different = self.cells.coded.different
        return tuple(different[place] for place in self._order)

    @cached_property
    def codes(self) -> Codes:
        """The place of each cell's text among the :attr:`labels`, shape (m,); −1 where it is missing."""
        places = np.full(self.label_count + 1, -1, dtype=np.intp)  # the last one is that of −1
        places[list(self._order)] = np.arange(self.label_count)
        return places[self.cells.coded.codes]

    @cached_property
    def _order(self) -> list[int]:
        """The places of the different texts in the order of the labels."""
        different = self.cells.coded.different
        values = numbers(different, self.decimal_comma)
        if np.isnan(values).any():
            return sorted(range(len(different)), key=different.__getitem__)
        return sorted(range(len(different)), key=lambda place: (values[place], different[place]))

    def shown(self, row: int) -> str:
        """Return a cell as people read it; "" where it is missing."""
        if self.cells.numbers is not None:
            value = self.cells.numbers[row]
            return "" if np.isnan(value) else f"{value:.6g}"
        return "" if self.missing[row] else self.cells.coded.different[self.cells.coded.codes[row]]


@dataclass(frozen=True, eq=False)
class Table:
    """A table as it was read.

    Attributes:
        name: what people call it; the file's name, for a file.
        columns: its columns, all of one length, their names all different.
        lines: on which line of the file, or row of the sheet, each row is.
        found: how it was read.
        source: where it came from.
        notes: sentences on what was mended while reading.
    """

    name: str
    columns: tuple[TableColumn, ...]
    lines: Sequence[int]
    found: Found = field(default_factory=Found)
    source: str = ""
    notes: tuple[str, ...] = ()

    @property
    def row_count(self) -> int:
        """The number of rows, m."""
        return len(self.columns[0])

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)

    def __getitem__(self, name: str) -> TableColumn:
        """Return a column.

        Raises:
            ColumnError: where there is no such column; the message lists those there are.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise ColumnError(
            "{table} has no column {column}; it has {names}", table=self.name, column=name, names=", ".join(self.names)
        )

    def texts(self, name: str) -> list[str]:
        """Return the texts of one column; "" where one is missing.

        Raises:
            ColumnError: where there is no such column.
        """
        return list(self[name].texts)

    def taking(self, kinds: Sequence[tuple[str, ColumnKind]]) -> Table:
        """Return the table with some columns taken for other kinds.

        Raises:
            ColumnError: where a column is not there, or holds nothing of that kind.
        """
        wanted = {name: self[name].taken_as(kind) for name, kind in kinds}
        return replace(self, columns=tuple(wanted.get(each.name, each) for each in self.columns))


def recognised(name: str, cells: Cells, decimal_comma: bool, go_on: Callable[[], None] = lambda: None) -> TableColumn:
    """Return a column, taken for what most of its cells are; ``go_on`` is called now and then, and may raise."""
    if cells.numbers is not None:
        return TableColumn(name, cells, ColumnKind.NUMBER, decimal_comma)
    dates = dates_of(cells.coded, go_on)
    if dates is not None:
        kind = ColumnKind.DATE
    else:
        kind = ColumnKind.CATEGORY if _are_categories(cells.coded) else ColumnKind.TEXT
    return TableColumn(name, cells, kind, decimal_comma, dates)


def in_one_order(columns: Sequence[TableColumn], month_first: bool | None) -> list[TableColumn]:
    """Return columns with all doubtful dates read as month, then day, or all the other way; None to find that out."""
    dates = [column.dates for column in columns if column.dates is not None]
    order = is_month_first(dates) if month_first is None else month_first
    return [replace(each, dates=each.dates.in_order(order)) if each.dates is not None else each for each in columns]


def _are_categories(coded: Coded) -> bool:
    """Tell whether a few short texts come again and again."""
    filled = int((coded.codes >= 0).sum())
    few = coded.count <= min(MOST_CATEGORIES, max(3, filled // 2))
    return few and all(len(text) <= _LONGEST_CATEGORY for text in coded.different)
