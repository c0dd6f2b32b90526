"""A table of data: named columns of numbers, and where they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from trekker.cost import Array, Rows
from trekker.messages import Refusal


class ColumnError(Refusal):
    """A column that is asked for is not there; its text is one sentence for people."""


@dataclass(frozen=True, eq=False)
class Column:
    """One named column of finite numbers.

    Attributes:
        name: what the table calls it.
        values: the numbers, shape (m,), float64; a read-only copy of what was handed over.
        labels: what the numbers 0, 1, … stand for, where they stand for categories; else empty.

    Raises:
        ValueError: where the values are not one row of finite numbers.
    """

    name: str
    values: Array
    labels: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        values = np.array(self.values, dtype=np.float64)
        if values.ndim != 1 or not np.isfinite(values).all():
            raise Refusal("the column {name} must be a plain list of finite numbers", name=self.name)
        values.flags.writeable = False
        object.__setattr__(self, "values", values)


@dataclass(frozen=True, eq=False)
class Dataset:
    """A frozen table.

    Attributes:
        name: what people call it; the file's name, for a file.
        columns: its columns, all of the same length, their names all different.
        source: where it came from.
        notes: sentences on what was done to the data while reading, to be shown to people.

    Raises:
        ValueError: where the columns do not fit together.
    """

    name: str
    columns: tuple[Column, ...]
    source: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len({len(column.values) for column in self.columns}) != 1:
            raise Refusal("the table {name} needs at least one column, and columns of one length", name=self.name)
        if len(set(self.names)) != len(self.names):
            raise Refusal(
                "the table {name} has two columns of one name among {names}",
                name=self.name,
                names=", ".join(self.names),
            )

    @property
    def row_count(self) -> int:
        """The number of rows, m."""
        return len(self.columns[0].values)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)

    def __getitem__(self, name: str) -> Array:
        """Return the numbers of one column, shape (m,), read-only.

        Raises:
            ColumnError: where there is no such column; the message lists those there are.
        """
        for column in self.columns:
            if column.name == name:
                return column.values
        raise ColumnError(
            "{table} has no column {column}; it has {names}", table=self.name, column=name, names=", ".join(self.names)
        )

    def labels(self, name: str) -> tuple[str, ...]:
        """Return what the numbers 0, 1, … of one column stand for; nothing where they are plain numbers.

        Raises:
            ColumnError: where there is no such column.
        """
        self[name]
        return next(column.labels for column in self.columns if column.name == name)

    def numbers(self, names: Sequence[str]) -> Array:
        """Return several columns side by side, shape (m, k), read-only.

        Raises:
            ColumnError: where one of them is not there.
        """
        values = np.stack([self[name] for name in names], axis=-1)
        values.flags.writeable = False
        return values

    def picked(self, rows: Rows) -> Dataset:
        """Return the table with only these rows, in this order."""
        return replace(self, columns=tuple(replace(each, values=each.values[rows]) for each in self.columns))
