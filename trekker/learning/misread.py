"""A table that cannot be read as it was taken, but perhaps otherwise: by another delimiter, from another sheet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from trekker.learning.decoding import Text
from trekker.learning.reading import Found, TableError
from trekker.learning.rows import LINE_BREAK, Chunk

_HEAD = 10_000


class MisreadError(TableError):
    """Says what is wrong, how the table was taken, and how it begins, so that somebody can choose better.

    Attributes:
        found: how it was taken.
        beginning: its first rows: of a text its lines, each as one cell.
    """

    def __init__(self, problem: TableError, found: Found, beginning: Chunk) -> None:
        super().__init__(problem.message)
        self.found, self.beginning = found, beginning


@contextmanager
def misread(found: Found, beginning: Chunk) -> Iterator[None]:
    """Turn a refusal in here into one of this reading alone, unless there is nothing to be read at all."""
    try:
        yield
    except TableError as problem:
        if not any(cell.strip() for row in beginning.rows for cell in row):
            raise
        raise MisreadError(problem, found, beginning) from None


def first_lines(text: Text) -> Chunk:
    """Return the lines with which a text begins."""
    lines = LINE_BREAK.split(text[:_HEAD])
    return Chunk([*range(1, len(lines) + 1)], [[line] for line in lines])
