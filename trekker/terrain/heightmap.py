"""A measured landscape as ground to walk on: an elevation grid, smooth between its values.

Position is metres: x to the east, y to the north, from the south-west corner. Height is metres too, times the
vertical exaggeration.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias, cast

import numpy as np

from trekker.assets import asset
from trekker.cost import Array, CostFunction, Rows
from trekker.ground import Bounds, Ground
from trekker.knobs import Scale, knob
from trekker.messages import message
from trekker.terrain.elevation import Elevation, HeightmapError, Progress, fit_to_limit, without_holes
from trekker.terrain.heightmap_readers import read_elevation
from trekker.terrain.spline import blend, coefficients, curvature_weights, slope_weights, value_weights
from trekker.terrain.survey import high_place, sensible_strides

__all__ = ["Heightmap", "HeightmapCost", "HeightmapError", "jacksboro", "read_heightmap"]

_EVALUATED_AT_ONCE = 65_536

_Measure: TypeAlias = Callable[[Any, Any, Any, float, float], Any]
"""What is asked of the spline, from the place within a cell, the coefficients around it and the cell's size."""


class HeightmapCost(CostFunction):
    """J(θ) = the height at θ metres east and north of the south-west corner: a cubic spline through the grid.

    Twice continuously differentiable; gradient and Hessian are the spline's own. Outside the grid, and in cells that
    touch a place without data, everything is NaN.
    """

    dimension = 2
    has_hessian = True

    def __init__(self, heights: Array, cell_size: tuple[float, float]) -> None:
        """Lay the spline.

        Args:
            heights: metres, shape (columns, rows) of at least (2, 2): east along the first axis, north along the
                second; NaN where there is no data.
            cell_size: metres from column to column and from row to row.
        """
        self._columns, self._rows = heights.shape
        self._cell_x, self._cell_y = cell_size
        self._known = np.isfinite(heights)
        self._is_whole = bool(self._known.all())
        self._coefficients = coefficients(without_holes(heights))
        self._reach = ((self._columns - 1) * self._cell_x, (self._rows - 1) * self._cell_y)

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return the height, shape (…), for ``theta`` of shape (…, 2)."""
        return self._everywhere(theta, _height, ())

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return the slope, shape (…, 2): metres up for each metre to the east, to the north."""
        return self._everywhere(theta, _slopes, (2,))

    def cost_and_gradient(self, theta: Array, rows: Rows | None = None) -> tuple[Array, Array]:
        """Return height and slope, looking the grid up once."""
        both = self._everywhere(theta, _height_and_slopes, (3,))
        height: Array = both[..., 0].copy() if theta.ndim > 1 else both[0]
        return height, both[..., 1:].copy()

    def hessian(self, theta: Array) -> Array:
        """Return the second derivatives, shape (…, 2, 2), in 1/metre."""
        bends = self._everywhere(theta, _bends, (3,))
        return bends[..., np.array(((0, 1), (1, 2)))]

    def _everywhere(self, theta: Array, measure: _Measure, shape: tuple[int, ...]) -> Array:
        theta = np.asarray(theta, dtype=np.float64)
        if theta.ndim == 1:
            return self._at_place(theta, measure, shape)
        places = theta.reshape(-1, 2)
        found = np.empty((len(places), *shape))
        for first in range(0, len(places), _EVALUATED_AT_ONCE):
            part = slice(first, first + _EVALUATED_AT_ONCE)
            found[part] = self._over_arrays(places[part], measure)
        return found.reshape(*theta.shape[:-1], *shape)

    def _at_place(self, theta: Array, measure: _Measure, shape: tuple[int, ...]) -> Array:
        """Do for one place in Python's floats what is done for many in arrays: the same sums in the same order."""
        x, y = theta.tolist()
        measured: Any = math.nan if not shape else (math.nan,) * shape[0]
        if 0.0 <= x <= self._reach[0] and 0.0 <= y <= self._reach[1]:
            u, v = x / self._cell_x, y / self._cell_y
            i, j = min(int(u), self._columns - 2), min(int(v), self._rows - 2)
            s, t = u - i, v - j
            if self._is_whole or self._has_data(i, j, s, t):
                neighbours = self._coefficients[i : i + 4, j : j + 4].tolist()
                measured = measure(s, t, neighbours, self._cell_x, self._cell_y)
        answer: Any = np.array(measured) if shape else np.float64(measured)
        return cast(Array, answer)

    def _over_arrays(self, places: Array, measure: _Measure) -> Array:
        inside = np.logical_and.reduce((places >= 0) & (places <= self._reach), axis=-1)
        x, y = np.where(inside[:, np.newaxis], places, 0.0).T
        u, v = x / self._cell_x, y / self._cell_y
        i = np.minimum(u.astype(np.intp), self._columns - 2)
        j = np.minimum(v.astype(np.intp), self._rows - 2)
        s, t = u - i, v - j
        neighbours = [[self._coefficients[i + k, j + m] for m in range(4)] for k in range(4)]
        measured: Array = np.array(measure(s, t, neighbours, self._cell_x, self._cell_y)).T
        measured[~(inside & self._has_data(i, j, s, t))] = np.nan
        return measured

    def _has_data(self, i: Any, j: Any, s: Any, t: Any) -> Any:
        """Tell whether all corners that matter at a place have data."""
        k = self._known
        west = k[i, j] & (k[i, j + 1] | (t == 0))
        east = (k[i + 1, j] & (k[i + 1, j + 1] | (t == 0))) | (s == 0)
        return west & east


def _height(s: Any, t: Any, neighbours: Any, _cell_x: float, _cell_y: float) -> Any:
    return blend(value_weights(s), value_weights(t), neighbours)


def _slopes(s: Any, t: Any, neighbours: Any, cell_x: float, cell_y: float) -> tuple[Any, ...]:
    return _height_and_slopes(s, t, neighbours, cell_x, cell_y)[1:]


def _height_and_slopes(s: Any, t: Any, neighbours: Any, cell_x: float, cell_y: float) -> tuple[Any, ...]:
    across, along = value_weights(s), value_weights(t)
    return (
        blend(across, along, neighbours),
        blend(slope_weights(s), along, neighbours) / cell_x,
        blend(across, slope_weights(t), neighbours) / cell_y,
    )


def _bends(s: Any, t: Any, neighbours: Any, cell_x: float, cell_y: float) -> tuple[Any, ...]:
    return (
        blend(curvature_weights(s), value_weights(t), neighbours) / (cell_x * cell_x),
        blend(slope_weights(s), slope_weights(t), neighbours) / (cell_x * cell_y),
        blend(value_weights(s), curvature_weights(t), neighbours) / (cell_y * cell_y),
    )


@dataclass(frozen=True, eq=False)
class Heightmap:
    """A measured landscape.

    Attributes:
        elevation: metres, shape (rows, columns) as in a picture or table: the first row is the northern rim; NaN
            where there is no data.
        cell_size: metres from column to column, and from row to row.
        title: what people call it.
        name: the key in files.
        source: where it was measured, or the file that it was read from.
        exaggeration: what heights are multiplied with; 1 is true to nature.
        is_assumed: whether nobody said how large a cell is, so that a size was chosen.
        start: a good start in metres, where one is known.
        story: one sentence on it.
    """

    elevation: Array = field(repr=False)
    cell_size: tuple[float, float]
    title: str
    name: str = "heightmap"
    source: str = ""
    exaggeration: float = knob(
        1.0,
        low=0.1,
        high=50.0,
        scale=Scale.LOG,
        symbol="×",
        label="Vertical exaggeration",
        hint="What measured heights are multiplied with; 1 is true to nature, more makes gentle slopes felt.",
    )
    is_assumed: bool = False
    start: tuple[float, float] | None = None
    story: str = (
        "Measured ground has no formula: the slope underfoot comes from the smooth surface through its heights."
    )

    def __post_init__(self) -> None:
        if not (all(0 < each < np.inf for each in self.cell_size) and 0 < self.exaggeration < np.inf):
            raise HeightmapError("the cell size and the vertical exaggeration of a landscape are numbers above 0")

    @property
    def bounds(self) -> Bounds:
        """The whole landscape, in metres."""
        rows, columns = self.elevation.shape
        return Bounds(0.0, (columns - 1) * self.cell_size[0], 0.0, (rows - 1) * self.cell_size[1])

    @cached_property
    def cost(self) -> HeightmapCost:
        """The landscape as a cost function."""
        return HeightmapCost(self.elevation[::-1].T * self.exaggeration, self.cell_size)

    def ground(self) -> Ground:
        """Return the landscape as ground to walk on, with strides that suit its size and steepness."""
        return Ground(
            name=self.name,
            title=self.title,
            cost=self.cost,
            bounds=self.bounds,
            start=self.start or high_place(self.cost, self.bounds) or self._some_place(),
            learning_rates=sensible_strides(self.cost, self.bounds),
            formula="",
            story=self.story,
            source=self.source,
            axes=(message("east (m)"), message("north (m)")),
        )

    def _some_place(self) -> tuple[float, float]:
        """Return a place with data, however few there are."""
        row, column = np.argwhere(np.isfinite(self.elevation))[0].tolist()
        return column * self.cell_size[0], (len(self.elevation) - 1 - row) * self.cell_size[1]


def read_heightmap(path: str | os.PathLike[str], progress: Progress | None = None) -> Heightmap:
    """Read a landscape from ``.npz``, ``.npy``, ``.csv``, ``.asc`` (ESRI ASCII grid), PNG, JPEG or (Geo)TIFF.

    A grid larger than 1,024 cells a side is averaged down to that. Where the file does not say how large a cell is, a
    round number of metres is chosen that makes the relief about a quarter of the longer side.

    Args:
        path: the file.
        progress: called with what is done, from 0 to 1; where it answers True, reading stops.

    Raises:
        HeightmapError: where the file is not an elevation grid; the message is one sentence for people.
        Cancelled: where ``progress`` asked for it.
    """
    file = Path(path)
    raw = fit_to_limit(read_elevation(file, progress), progress)
    return Heightmap(
        elevation=raw.values,
        cell_size=raw.cell_size or raw.assumed_cell_size(),
        title=raw.title or file.stem,
        source=raw.source or file.name,
        is_assumed=raw.cell_size is None,
    )


def jacksboro() -> Heightmap:
    """Return the bundled landscape: ridges and a fault valley near Jacksboro, Tennessee."""
    raw: Elevation = read_elevation(asset("terrain/jacksboro_fault_dem.npz"))
    return Heightmap(
        elevation=raw.values,
        cell_size=raw.cell_size or (1.0, 1.0),
        title="Jacksboro fault, Tennessee",
        name="jacksboro",
        start=(16_370.0, 4_470.0),
        source="Shuttle Radar Topography Mission, NASA/USGS, public domain; by way of matplotlib’s sample data",
        story="Real ridges and a real fault: on ground that nobody designed, every stream bed is a valley of its own.",
    )
