"""An elevation grid as it comes out of a file, and what is done to it before anybody walks on it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import numpy as np

from trekker.cost import Array
from trekker.messages import Refusal

MAX_SIDE = 1024
"""A longer grid is averaged down to this many cells a side."""

MAX_CELLS = 64_000_000
"""A file with more cells than this is refused before any of them is read."""

Progress: TypeAlias = Callable[[float], bool | None]
"""Is told what part is done, from 0 to 1; answers True to stop."""


class HeightmapError(Refusal):
    """A file that holds no landscape; the message is one sentence for people."""


class Cancelled(Exception):  # noqa: N818 - a wish, not an error
    """Reading was stopped because somebody asked for it."""


@dataclass(frozen=True, eq=False)
class Elevation:
    """A checked grid of heights.

    Attributes:
        values: metres, shape (rows, columns), the northern rim first; NaN where there is no data.
        cell_size: metres from column to column and from row to row; None where the file does not say.
        title: what the file says it is.
        source: where the file says it comes from.
    """

    values: Array = field(repr=False)
    cell_size: tuple[float, float] | None = None
    title: str = ""
    source: str = ""

    def assumed_cell_size(self) -> tuple[float, float]:
        """Return a round number of metres that makes the relief about a quarter of the longer side."""
        relief = float(np.nanmax(self.values) - np.nanmin(self.values)) or 1.0
        cell = max(4 * relief / max(self.values.shape), 1e-300)
        decade = 10.0 ** math.floor(math.log10(cell))
        cell = min((1.0, 2.0, 5.0, 10.0), key=lambda each: abs(math.log(each * decade / cell))) * decade
        return cell, cell


def report(progress: Progress | None, done: float) -> None:
    """Tell ``progress`` what part is done.

    Raises:
        Cancelled: where it wants no more.
    """
    if progress is not None and progress(done):
        raise Cancelled


def check_size(rows: int, columns: int, name: str) -> None:
    """Refuse a size that is no landscape, before memory is taken for it.

    Raises:
        HeightmapError: where there are too few cells or too many.
    """
    if rows < 2 or columns < 2:
        raise HeightmapError(
            "{name} is {columns} × {rows} cells; a landscape needs at least 2 × 2",
            name=name,
            columns=columns,
            rows=rows,
        )
    if rows * columns > MAX_CELLS:
        raise HeightmapError(
            "{name} has {columns} × {rows} cells; at most {most} are read, so make it smaller first",
            name=name,
            columns=f"{columns:,}",
            rows=f"{rows:,}",
            most=f"{MAX_CELLS:,}",
        )


def check_values(values: Array, name: str) -> Array:
    """Return ``values`` as floats, with NaN for whatever is not finite.

    Raises:
        HeightmapError: where no cell holds a height.
    """
    heights = np.array(values, dtype=np.float64)
    heights[~np.isfinite(heights)] = np.nan
    if np.isnan(heights).all():
        raise HeightmapError("{name} has no heights in it: every cell is empty or NaN", name=name)
    if np.nanmax(np.abs(heights)) > 1e100:
        raise HeightmapError("{name} holds heights above 1e100 m; if they mean “no data”, write NaN instead", name=name)
    return heights


def fit_to_limit(elevation: Elevation, progress: Progress | None = None) -> Elevation:
    """Return the grid averaged down, cell by cell, until it has at most :data:`MAX_SIDE` cells a side."""
    rows, columns = elevation.values.shape
    values = elevation.values
    if rows > MAX_SIDE:
        values = _averaged(values, min(rows, MAX_SIDE))
    report(progress, 0.95)
    if columns > MAX_SIDE:
        values = _averaged(values.T, min(columns, MAX_SIDE)).T
    report(progress, 1.0)
    if values is elevation.values:
        return elevation
    size = elevation.cell_size
    if size is not None:
        size = size[0] * columns / values.shape[1], size[1] * rows / values.shape[0]
    return replace(elevation, values=values.copy(), cell_size=size)


def _averaged(values: Array, count: int) -> Array:
    """Average the first axis down to ``count``, with each old cell in one new one; NaN where all were NaN."""
    edges = np.linspace(0, len(values), count + 1).astype(np.intp)[:-1]
    known = np.isfinite(values)
    total = np.add.reduceat(np.where(known, values, 0.0), edges, axis=0)
    weight = np.add.reduceat(known, edges, axis=0, dtype=np.float64)
    averaged: Array = np.divide(total, weight, out=np.full(total.shape, np.nan), where=weight > 0)
    return averaged


def without_holes(heights: Array) -> Array:
    """Return ``heights`` with every NaN replaced by a smooth guess, so that a spline can be laid through.

    Coarser and coarser averages of what is known fill the holes from their rims inwards (push and pull).
    """
    known = np.isfinite(heights)
    if known.all():
        return heights
    coarse = _halved(heights)
    if coarse.shape == heights.shape or not np.isfinite(coarse).all():
        coarse = without_holes(coarse) if coarse.shape != heights.shape else np.nan_to_num(coarse)
    filled = coarse.repeat(2, axis=0)[: heights.shape[0]].repeat(2, axis=1)[:, : heights.shape[1]]
    return np.where(known, heights, filled)


def _halved(heights: Array) -> Array:
    halved = [-(-side // 2) for side in heights.shape]
    padded = np.full((2 * halved[0], 2 * halved[1]), np.nan)
    padded[: heights.shape[0], : heights.shape[1]] = heights
    blocks = padded.reshape(halved[0], 2, halved[1], 2)
    known = np.isfinite(blocks)
    total, weight = np.where(known, blocks, 0.0).sum(axis=(1, 3)), known.sum(axis=(1, 3))
    mean: Array = np.divide(total, weight, out=np.full(total.shape, np.nan), where=weight > 0)
    return mean
