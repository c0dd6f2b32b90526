"""Elevation grids from files: NumPy's arrays, tables of numbers, ESRI grids, and pictures.

Nothing in a file is ever executed (``allow_pickle`` stays off), and sizes are checked before memory is taken.
"""

from __future__ import annotations

import math
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, TypeAlias

import numpy as np

from trekker.cost import Array
from trekker.messages import Message, message
from trekker.terrain.elevation import Elevation, HeightmapError, Progress, check_size, check_values, report
from trekker.terrain.heightmap_pictures import read_picture
from trekker.terrain.heightmap_tables import metres_of_degrees, read_esri_grid, read_table

Reader: TypeAlias = Callable[[Path, Progress | None], Elevation]


def read_elevation(path: Path, progress: Progress | None = None) -> Elevation:
    """Read the grid in ``path``, whatever its format; told by the end of the name.

    Raises:
        HeightmapError: where there is none; one sentence that names the file.
        Cancelled: where ``progress`` asked for it.
    """
    report(progress, 0.0)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise HeightmapError(
            "{name} is not a kind of file that is read here; there are {kinds}",
            name=path.name,
            kinds=", ".join(_READERS),
        )
    if path.is_dir():
        raise HeightmapError("{name} is a folder; choose a file in it", name=path.name)
    try:
        elevation = reader(path, progress)
    except FileNotFoundError:
        raise HeightmapError("there is no file {path}", path=path) from None
    except PermissionError:
        raise HeightmapError("{name} may not be read; its permissions forbid it", name=path.name) from None
    report(progress, 0.9)
    return elevation


def _read_npy(path: Path, _progress: Progress | None) -> Elevation:
    with path.open("rb") as file:
        return Elevation(check_values(_array(file, path.name), path.name))


def _read_npz(path: Path, _progress: Progress | None) -> Elevation:
    try:
        with zipfile.ZipFile(path) as archive:
            arrays = _members(archive, path.name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError):
        raise HeightmapError("{name} is broken or cut off; save it again with numpy.savez", name=path.name) from None
    grids = [name for name, array in arrays.items() if array.ndim == 2]
    name = "elevation" if "elevation" in grids else grids[0] if len(grids) == 1 else None
    if name is None:
        if not grids:
            raise HeightmapError(
                "{name} has no table of numbers in it; save a 2-D array named elevation", name=path.name
            )
        raise HeightmapError(
            "{name} has {count} tables of numbers; one of them must be named elevation",
            name=path.name,
            count=len(grids),
        )
    return Elevation(check_values(arrays[name], path.name), _cell_size(arrays))


def _members(archive: zipfile.ZipFile, name: str) -> dict[str, Array]:
    arrays = {}
    for member in archive.namelist():
        if member.endswith(".npy"):
            with archive.open(member) as file:
                arrays[member.removesuffix(".npy")] = _array(file, name, is_table=False)
    return arrays


def _array(file: IO[bytes], name: str, *, is_table: bool = True) -> Array:
    """Read one array, its size checked before memory is taken."""
    try:
        version = np.lib.format.read_magic(file)
        read_header = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
        shape, is_fortran, dtype = read_header(file)
    except ValueError:
        raise HeightmapError("{name} is not an array of NumPy; save it with numpy.save", name=name) from None
    if dtype.kind not in "biuf":
        raise HeightmapError(
            "{name} holds {kind}, not plain numbers; save an array of numbers", name=name, kind=_kind(dtype)
        )
    if len(shape) == 2:
        check_size(*shape, name)
    elif is_table or math.prod(shape) > 1000:
        raise HeightmapError(
            "{name} has {count} axes; an elevation grid has 2: rows and columns", name=name, count=len(shape)
        )
    return _numbers(file, shape, dtype, is_fortran, name)


def _numbers(file: IO[bytes], shape: tuple[int, ...], dtype: np.dtype[Any], is_fortran: bool, name: str) -> Array:
    wanted = math.prod(shape) * dtype.itemsize
    data = file.read(wanted)
    if len(data) < wanted:
        raise HeightmapError(
            "{name} is cut off: {wanted} bytes of heights are announced and {count} are there",
            name=name,
            wanted=f"{wanted:,}",
            count=f"{len(data):,}",
        )
    array: Array = np.frombuffer(data, dtype).reshape(shape, order="F" if is_fortran else "C").astype(np.float64)
    return array


def _kind(dtype: np.dtype[Any]) -> Message:
    if dtype.hasobject:
        return message("Python objects (a pickle), which could run anything")
    return message("values of type {kind}", kind=str(dtype))


def _cell_size(arrays: Mapping[str, Array]) -> tuple[float, float] | None:
    """Find the cell size: ``cell_size`` in metres, or ``dx`` and ``dy`` in degrees with ``ymin`` and ``ymax``."""
    if "cell_size" in arrays:
        sizes = np.broadcast_to(np.ravel(arrays["cell_size"]), 2) if arrays["cell_size"].size in (1, 2) else (1.0, 1.0)
        return float(sizes[0]), float(sizes[1])
    if {"dx", "dy", "ymin", "ymax"} <= arrays.keys():
        dx, dy, south, north = (float(np.ravel(arrays[key])[0]) for key in ("dx", "dy", "ymin", "ymax"))
        return metres_of_degrees(dx, dy, (south + north) / 2)
    return None


_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".npz": _read_npz,
        ".npy": _read_npy,
        ".csv": read_table,
        ".asc": read_esri_grid,
        **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), read_picture),
    }
)
