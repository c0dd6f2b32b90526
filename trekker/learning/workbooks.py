"""One sheet of a workbook (Excel, OpenDocument), as rows of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from trekker.learning.decimals import Decimals, decimals_of
from trekker.learning.reading import Reading, TableError, Watch
from trekker.learning.rows import Chunk, Titles
from trekker.messages import message

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_AT_ONCE = 5_000


class Sheet(NamedTuple):
    """What was read of a workbook.

    Attributes:
        name: the name of the sheet.
        names: the names of all sheets.
        rows: the rows that are not blank, in parts; a line is a row of the sheet, counted from 1.
        row_count: the number of the last row.
        decimals: how decimals are written, in the numbers that are kept as texts and so here in all.
        notes: sentences on what was mended.
    """

    name: str
    names: tuple[str, ...]
    rows: list[Chunk]
    row_count: int
    decimals: Decimals
    notes: tuple[str, ...]


def is_workbook(data: bytes) -> bool:
    """Tell by its first bytes whether a file may be a workbook."""
    return data.startswith(_MAGIC)


def open_sheet(name: str, data: bytes, reading: Reading, watch: Watch) -> Sheet:
    """Read one sheet: the one chosen, else the first that holds a table, or anything at all.

    Rows of fewer than two cells above the table are titles, and left out; a cell merged over several rows stands in
    each of them; where a formula went wrong there is a gap.

    Raises:
        TableError: where this is no workbook, or the sheet is not there or empty; one sentence.
    """
    workbook = _workbook(name, data)
    names = tuple(workbook.sheet_names)
    if reading.sheet and reading.sheet not in names:
        raise TableError(
            "{name} has no sheet {sheet}; it has {names}", name=name, sheet=reading.sheet, names=", ".join(names)
        )
    sheets = (_sheet(name, workbook, each) for each in ((reading.sheet,) if reading.sheet else names))
    filled = (sheet for sheet in sheets if sheet is not None and sheet.start is not None and sheet.height)
    if first := next(filled, None):
        sheet = next(filter(_holds_table, chain([first], filled)), first)
        return _read(name, sheet, names, reading, watch)
    where = message("the sheet {sheet} of {name}", sheet=reading.sheet, name=name) if reading.sheet else name
    raise TableError("{name} is empty; a table needs two columns and two rows", name=where)


def _workbook(name: str, data: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError:
        raise TableError("{name} is locked by a password; save a copy without one", name=name) from None
    except CalamineError:
        raise TableError(
            "{name} is a zip archive or a damaged workbook; save the table as CSV (UTF-8) and open that", name=name
        ) from None


def _sheet(name: str, workbook: CalamineWorkbook, sheet: str) -> CalamineSheet | None:
    """Return a sheet; None where it is a chart or the like."""
    from python_calamine import CalamineError, WorksheetNotFound

    try:
        return workbook.get_sheet_by_name(sheet)
    except WorksheetNotFound:
        return None
    except CalamineError:
        raise TableError(
            "the sheet {sheet} of {name} is damaged; save the table as CSV and open that", sheet=sheet, name=name
        ) from None


def _holds_table(sheet: CalamineSheet) -> bool:
    """Tell whether two rows of a sheet have two cells; a cover seldom has."""
    rows = (row for row in sheet.iter_rows() if _filled(row) > 1)
    return len(list(islice(rows, 2))) > 1


def _read(name: str, sheet: CalamineSheet, names: tuple[str, ...], reading: Reading, watch: Watch) -> Sheet:
    top, left = sheet.start or (0, 0)
    cells: list[list[object]] = []
    for row in sheet.iter_rows():
        if len(cells) % _AT_ONCE == 0:
            watch.reached(0.0)
        cells.append(list(row))
    del cells[: len(cells) - sheet.height]  # rows above the first that is filled
    titles = _titles(cells)
    merged = _fill_merged(cells, sheet.merged_cell_ranges or [], top, left, titles)
    filled = [(top + 1 + place, row) for place, row in enumerate(cells) if place >= titles and not _is_blank(row)]
    if not filled:
        raise TableError("{name} is empty; a table needs two columns and two rows", name=name)
    decimals = Decimals(reading.decimal) if reading.decimal else _decimals(row for _, row in filled)
    chunks = []
    for begin in range(0, len(filled), _AT_ONCE):
        part = filled[begin : begin + _AT_ONCE]
        chunks.append(
            Chunk([line for line, _ in part], [[_written(cell, decimals.sign) for cell in row] for _, row in part])
        )
    texts = (_written(cell) for row in cells[:titles] for cell in row if not _is_empty(cell))
    notes = Titles(titles, tuple(texts)).notes
    if merged:
        filled_cells = (
            message("1 merged cell was") if merged == 1 else message("{count} merged cells were", count=str(merged))
        )
        notes.append(message("{cells} filled with what the cell above shows.", cells=filled_cells))
    return Sheet(sheet.name, names, chunks, filled[-1][0], decimals, tuple(notes))


def _decimals(rows: Iterable[Sequence[object]]) -> Decimals:
    """Find out how decimals are written where numbers are kept as texts; as in what is copied out of a workbook."""
    texts = ([cell for cell in row if isinstance(cell, str)] for row in rows)
    return decimals_of(texts, commas_are_usual=False)


def _titles(cells: Sequence[Sequence[object]]) -> int:
    """Return how many rows stand above the first that has two cells; 0 where there is none."""
    return next((place for place, row in enumerate(cells) if _filled(row) > 1), 0)


def _fill_merged(
    cells: list[list[object]],
    ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    top: int,
    left: int,
    titles: int,
) -> int:
    """Repeat what a merged cell shows in each of its rows; returns how many cells were filled."""
    count = 0
    for (begin, side), (end, _) in ranges:
        first, last, column = begin - top, min(end - top, len(cells) - 1), side - left
        if first < titles or not 0 <= column < len(cells[first]):
            continue
        for row in cells[first + 1 : last + 1]:
            row[column] = cells[first][column]
            count += 1
    return count


def _filled(row: Sequence[object]) -> int:
    return sum(not _is_empty(cell) for cell in row)


def _is_blank(row: Sequence[object]) -> bool:
    return all(map(_is_empty, row))


def _is_empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _written(cell: object, decimal: str = "") -> str:
    """Return a cell as a CSV file would hold it in which decimals are written so."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, date):  # with or without a time
        return cell.isoformat()
    return repr(cell).replace(".", decimal or ".") if isinstance(cell, float) else str(cell)
