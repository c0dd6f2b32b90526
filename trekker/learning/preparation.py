"""From a table to numbers that a model can learn: which columns, taken for what, and what becomes of gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.learning.dataset import Column, ColumnError, Dataset
from trekker.learning.reading import TableError
from trekker.learning.table import MOST_CATEGORIES, ColumnKind, Table, TableColumn
from trekker.messages import listed, message

_SHOWN = 5


class Missing(Enum):
    """What becomes of a row in which an input is missing; one without a target is always left out."""

    DROP = "drop"
    MEAN = "mean"
    MEDIAN = "median"


@dataclass(frozen=True)
class Preparation:
    """What is taken out of a table.

    Attributes:
        x: the input columns.
        y: the target column.
        kinds: what columns are taken for, by name, where that is not what they look like.
        missing: what becomes of gaps in the inputs: numbers and dates are filled with the mean or median of the
            column, categories with the most frequent one.
    """

    x: tuple[str, ...]
    y: str
    kinds: tuple[tuple[str, ColumnKind], ...] = ()
    missing: Missing = Missing.DROP

    def of(self, table: Table) -> Prepared:
        """Return the numbers.

        A date becomes the days since the first one in the table; a category among the inputs becomes columns of 0 and
        1, one for each but the first; the target's categories become class numbers, with their labels.

        Raises:
            ColumnError: where a column is not there, is chosen twice, or cannot be taken so; one sentence.
        """
        table = table.taking(self.kinds)
        self._check(table)
        inputs, target = [table[name] for name in self.x], table[self.y]
        kept = ~target.missing
        if self.missing is Missing.DROP:
            kept = np.logical_and.reduce([kept, *(~each.missing for each in inputs)])
        if kept.sum() < 2:
            raise ColumnError("{table} has fewer than two rows without a missing value", table=table.name)
        notes = [*table.notes, *_left_out(table, [*inputs, target], kept)]
        columns: list[Column] = []
        for each in inputs:
            made, said = _input_columns(each, kept, self.missing)
            columns += made
            notes += said
        y = _target_column(target, kept)
        names = tuple(column.name for column in columns)
        dataset = Dataset(table.name, (*columns, y), source=table.source, notes=tuple(notes))
        return Prepared(dataset, names, y.name)

    def _check(self, table: Table) -> None:
        if not self.x:
            raise ColumnError(
                "choose at least one input column of {table}: {columns}",
                table=table.name,
                columns=", ".join(table.names),
            )
        twice = next((name for name, count in Counter((*self.x, self.y)).items() if count > 1), None)
        if twice is not None:
            raise ColumnError(
                "the column {name} is chosen twice; inputs and target must be different columns", name=twice
            )
        for name in (*self.x, self.y):
            if table[name].kind is ColumnKind.TEXT:
                raise ColumnError(
                    "the column {name} holds texts; choose columns of numbers, dates or categories, which have at "
                    "most {most} different texts",
                    name=name,
                    most=MOST_CATEGORIES,
                )


@dataclass(frozen=True, eq=False)
class Prepared:
    """Numbers that a model can learn.

    Attributes:
        dataset: the table of numbers.
        x: the names of its input columns.
        y: the name of its target column.
    """

    dataset: Dataset
    x: tuple[str, ...]
    y: str


def numbers_alone(table: Table) -> Dataset:
    """Return the columns that are numbers mostly, and the rows in which none of them is missing.

    Raises:
        TableError: where that leaves fewer than two columns or two rows; one sentence.
    """
    shares = [float(np.isfinite(_plain_numbers(column)).mean()) for column in table.columns]
    pairs = zip(table.columns, shares, strict=True)
    kept = [column for column, share in pairs if column.kind is ColumnKind.NUMBER and 2 * share >= 1]
    if len(kept) < 2:
        found = message("one column of numbers") if kept else message("no column of numbers")
        raise TableError(
            "{table} has {found}; a table needs two, one for x and one for y", table=table.name, found=found
        )
    notes: list[str] = [
        message(
            "The column {column} was left out: {share} of its cells are numbers.",
            column=column.name,
            share=_share(column),
        )
        for column in table.columns
        if column not in kept
    ]
    whole = ~np.logical_or.reduce([column.missing for column in kept])
    if whole.sum() < 2:
        raise TableError("{table} has fewer than two rows without a missing number", table=table.name)
    notes += _left_out(table, kept, whole)
    columns = tuple(Column(column.name, column.values[whole]) for column in kept)
    return Dataset(table.name, columns, source=table.source, notes=(*table.notes, *notes))


def _plain_numbers(column: TableColumn) -> Array:
    return replace(column, kind=ColumnKind.NUMBER).values


def _share(column: TableColumn) -> str:
    count = int(np.isfinite(_plain_numbers(column)).sum())
    return message("{count} of {total}", count=str(count), total=str(len(column))) if count else message("none")


def _left_out(table: Table, columns: Sequence[TableColumn], kept: NDArray[np.bool_]) -> list[str]:
    """Say how many rows were left out, and where; nothing where none was."""
    gone = np.flatnonzero(~kept)
    if not len(gone):
        return []
    where = message("row {line} ({columns})") if table.found.sheet else message("line {line} ({columns})")
    places = listed(
        message(where, line=str(table.lines[row]), columns=listed(each.name for each in columns if each.missing[row]))
        for row in gone[:_SHOWN].tolist()
    )
    if len(gone) > _SHOWN:
        places = message("{places} and {count} more", places=places, count=str(len(gone) - _SHOWN))
    rows = message("1 row was") if len(gone) == 1 else message("{count} rows were", count=str(len(gone)))
    if all(column.kind is ColumnKind.NUMBER for column in columns):
        return [message("{rows} left out for want of a number: {places}.", rows=rows, places=places)]
    return [message("{rows} left out for want of a value: {places}.", rows=rows, places=places)]


def _input_columns(column: TableColumn, kept: NDArray[np.bool_], missing: Missing) -> tuple[list[Column], list[str]]:
    """Return what one input becomes, and what is to be said about it."""
    if column.kind is ColumnKind.CATEGORY:
        return _indicators(column, kept)
    values = column.values
    notes: list[str] = []
    gaps = kept & column.missing
    if gaps.any():
        known = values[~column.missing]
        if not len(known):
            raise ColumnError("the column {name} holds nothing that gaps could be filled with", name=column.name)
        filling = float(np.mean(known) if missing is Missing.MEAN else np.median(known))
        values = np.where(gaps, filling, values)
        notes.append(
            message(
                "{gaps} in {column}: filled with the {statistic}, {value}.",
                gaps=_gaps(gaps),
                column=column.name,
                statistic=message(missing.value),
                value=filling,
            )
        )
    return [Column(_named(column), values[kept])], notes + on_dates(column)


def _indicators(column: TableColumn, kept: NDArray[np.bool_]) -> tuple[list[Column], list[str]]:
    """Return a column of 0 and 1 for each category but the first, which is the one where all are 0."""
    labels, codes = _categories(column, kept)
    notes: list[str] = []
    gaps = codes < 0
    if gaps.any():
        usual = int(np.bincount(codes[~gaps]).argmax())
        codes = np.where(gaps, usual, codes)
        notes.append(
            message(
                "{gaps} in {column}: filled with the most frequent, {label}.",
                gaps=_gaps(gaps),
                column=column.name,
                label=labels[usual],
            )
        )
    made = [
        Column(f"{column.name} = {label}", (codes == code).astype(np.float64))
        for code, label in enumerate(labels)
        if code
    ]
    columns = message("a column") if len(made) == 1 else message("{count} columns", count=str(len(made)))
    notes.append(
        message(
            "{column} became {columns} of 0 and 1; where all are 0 it is {label}.",
            column=column.name,
            columns=columns,
            label=labels[0],
        )
    )
    return made, notes


def _target_column(column: TableColumn, kept: NDArray[np.bool_]) -> Column:
    if column.kind is ColumnKind.CATEGORY:
        labels, codes = _categories(column, kept)
        return Column(column.name, codes.astype(np.float64), labels)
    return Column(_named(column), column.values[kept])


def _categories(column: TableColumn, kept: NDArray[np.bool_]) -> tuple[tuple[str, ...], NDArray[np.intp]]:
    """Return the categories that occur in the rows kept, and the number of each row's, −1 where it is missing.

    Raises:
        ColumnError: where there are too few or too many.
    """
    codes = column.codes[kept]
    used = np.unique(codes[codes >= 0])
    if not 2 <= len(used) <= MOST_CATEGORIES:
        raise ColumnError(
            "the column {name} has {count} different values in the rows that are left; categories are 2 to {most}",
            name=column.name,
            count=f"{len(used):,}",
            most=MOST_CATEGORIES,
        )
    place = np.full(len(column.labels) + 1, -1, dtype=np.intp)  # the last one is that of −1
    place[used] = np.arange(len(used))
    return tuple(column.labels[code] for code in used.tolist()), place[codes]


def _named(column: TableColumn) -> str:
    """Return a column's name; a date's with what its numbers count."""
    if column.kind is ColumnKind.DATE and column.dates is not None:
        return message("{column} (days since {date})", column=column.name, date=str(column.dates.first))
    return column.name


def on_dates(column: TableColumn) -> list[str]:
    """Say in which order doubtful dates were read; nothing of other columns."""
    if column.kind is not ColumnKind.DATE or column.dates is None or not column.dates.doubtful:
        return []
    if column.dates.month_first:
        said = message("The dates in {column} were read as month, then day; the other way round would be possible too.")
    else:
        said = message("The dates in {column} were read as day, then month; the other way round would be possible too.")
    return [message(said, column=column.name)]


def _gaps(gaps: NDArray[np.bool_]) -> str:
    count = int(gaps.sum())
    return message("1 gap") if count == 1 else message("{count} gaps", count=f"{count:,}")
