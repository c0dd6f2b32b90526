"""Which columns of a table to begin with, until somebody chooses."""

from __future__ import annotations

from trekker.learning.table import ColumnKind, Table, TableColumn


def likely_columns(table: Table) -> tuple[tuple[str, ...], str]:
    """Return the likely inputs and the likely target.

    The target is the last number or category that tells anything, the input the first such number among the others.
    Where there is none, other columns are taken rather than those that tell nothing; texts only where nothing else is
    left, unless they have a target of two labels to be told apart by.
    """
    target = max(reversed(table.columns), key=_merit_as_target)
    are_labels = target.kind is ColumnKind.CATEGORY and target.label_count == 2

    def merit(column: TableColumn) -> tuple[bool, ...]:
        may_be_learnt_from = are_labels or column.kind is not ColumnKind.TEXT
        return may_be_learnt_from, column.is_telling, column.kind is ColumnKind.NUMBER

    others = [column for column in table.columns if column is not target]
    return (max(others, key=merit).name,), target.name


def _merit_as_target(column: TableColumn) -> tuple[bool, ...]:
    is_learnt = column.kind in (ColumnKind.NUMBER, ColumnKind.CATEGORY)
    return column.kind is not ColumnKind.TEXT, column.is_telling, is_learnt
