"""Elevation grids that are text: a table of numbers, and the ESRI ASCII grid."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from trekker.cost import Array
from trekker.terrain.elevation import (
    MAX_CELLS,
    Elevation,
    HeightmapError,
    Progress,
    check_size,
    check_values,
    report,
)

_METRES_PER_DEGREE = 111_195.0
"""Of latitude, on a sphere of 6,371 km."""

_LONGEST_LINE = 2_000_000
_EMPTY = ("", "na", "n/a", "nodata", "null", "-", "nan")


def metres_of_degrees(east: float, north: float, latitude: float) -> tuple[float, float]:
    """Return cell sizes in metres for cell sizes in degrees."""
    return abs(east) * _METRES_PER_DEGREE * math.cos(math.radians(latitude)), abs(north) * _METRES_PER_DEGREE


def read_table(path: Path, progress: Progress | None = None) -> Elevation:
    """Read rows of numbers, the northern rim first; commas, semicolons, tabs or spaces between them.

    Raises:
        HeightmapError: with the line and the column that are wrong.
    """
    rows: list[Array] = []
    delimiter: str | None = None
    for number, line in _lines(path, progress):
        if not line.strip():
            continue
        if not rows:
            delimiter = next((each for each in (";", "\t", ",") if each in line), None)
        rows.append(_row(line, delimiter, path.name, number))
        if len(rows[-1]) != len(rows[0]):
            raise HeightmapError(
                "{name}, line {number}: {count} numbers, but {first} in the first line; every line must have as many",
                name=path.name,
                number=number,
                count=len(rows[-1]),
                first=len(rows[0]),
            )
        if len(rows) * len(rows[0]) > MAX_CELLS:
            check_size(len(rows), len(rows[0]), path.name)
    if not rows:
        raise HeightmapError("{name} is empty; write one line of numbers for each row of the landscape", name=path.name)
    check_size(len(rows), len(rows[0]), path.name)
    return Elevation(check_values(np.array(rows), path.name))


def read_esri_grid(path: Path, progress: Progress | None = None) -> Elevation:
    """Read an ESRI ASCII grid: ncols, nrows, a corner, cellsize, perhaps NODATA_value, then the heights.

    Raises:
        HeightmapError: where the header or the number of heights is wrong.
    """
    header: dict[str, float] = {}
    heights: list[Array] = []
    count = 0
    for number, line in _lines(path, progress):
        words = line.split()
        if not heights and words and words[0][0].isalpha() and words[0].lower() not in _EMPTY:
            header[words[0].lower()] = _header_number(words, path.name, number)
            if len(header) > 20:
                break
        elif words:
            if not heights:
                check_size(*_shape(header, path.name), path.name)
            heights.append(_row(line, None, path.name, number))
            count += len(heights[-1])
            if count > MAX_CELLS:
                break
    rows, columns = _shape(header, path.name)
    check_size(rows, columns, path.name)
    if count != rows * columns:
        raise HeightmapError(
            "{name} announces {columns} × {rows} heights and has {count}; it is broken or cut off",
            name=path.name,
            columns=f"{columns:,}",
            rows=f"{rows:,}",
            count=f"{count:,}",
        )
    values = np.concatenate(heights).reshape(rows, columns)
    if "nodata_value" in header:
        values[values == header["nodata_value"]] = np.nan
    return Elevation(check_values(values, path.name), _cell_size(header, rows, path.name))


def _lines(path: Path, progress: Progress | None) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a text, telling how far it is."""
    size = max(path.stat().st_size, 1)
    read = 0
    with path.open("rb") as file:
        number = 0
        while line := file.readline(_LONGEST_LINE):
            number += 1
            read += len(line)
            if len(line) == _LONGEST_LINE or b"\x00" in line:
                raise HeightmapError(
                    "{name}, line {number}: this is not a table of numbers written as text",
                    name=path.name,
                    number=number,
                )
            if number % 64 == 1:
                report(progress, 0.85 * read / size)
            yield number, line.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace")


def _row(line: str, delimiter: str | None, name: str, number: int) -> Array:
    cells = [cell.strip() for cell in line.split(delimiter)] if delimiter else line.split()
    if delimiter in (";", "\t"):
        cells = [cell.replace(",", ".") for cell in cells]
    try:
        return np.array(cells, dtype=np.float64)
    except ValueError:
        return np.array(list(_cells_one_by_one(cells, name, number)))


def _cells_one_by_one(cells: Iterable[str], name: str, number: int) -> Iterator[float]:
    for column, cell in enumerate(cells, start=1):
        try:
            yield math.nan if cell.strip('"').lower() in _EMPTY else float(cell.strip('"'))
        except ValueError:
            shown = cell if len(cell) <= 20 else cell[:20] + "…"
            raise HeightmapError(
                "{name}, line {number}, column {column}: “{shown}” is not a number; leave it empty for no data",
                name=name,
                number=number,
                column=column,
                shown=shown,
            ) from None


def _header_number(words: list[str], name: str, number: int) -> float:
    try:
        value = float(words[1])
    except (IndexError, ValueError):
        raise HeightmapError(
            "{name}, line {number}: “{word}” must be followed by a number",
            name=name,
            number=number,
            word=words[0][:20],
        ) from None
    return value


def _shape(header: dict[str, float], name: str) -> tuple[int, int]:
    sizes = [header.get(key, math.nan) for key in ("nrows", "ncols")]
    if not all(math.isfinite(size) and size == int(size) and size > 0 for size in sizes):
        raise HeightmapError(
            "{name} is not an ESRI grid: its first lines must give ncols and nrows as whole numbers", name=name
        )
    return int(sizes[0]), int(sizes[1])


def _cell_size(header: dict[str, float], rows: int, name: str) -> tuple[float, float] | None:
    east, north = header.get("dx", header.get("cellsize")), header.get("dy", header.get("cellsize"))
    if east is None or north is None:
        return None
    if not (0 < east < math.inf and 0 < north < math.inf):
        raise HeightmapError("{name}: cellsize must be a number above 0, not {east}", name=name, east=f"{east:g}")
    south = header.get("yllcorner", header.get("yllcenter", math.nan))
    if east < 0.1 and abs(south) <= 90:
        return metres_of_degrees(east, north, south + north * rows / 2)
    return east, north
