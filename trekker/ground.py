"""A ground: a cost function together with what a person needs to know to walk on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array, CostFunction
from trekker.messages import Refusal


@dataclass(frozen=True)
class Bounds:
    """The rectangle of parameters that the map shows: x is θ₀, y is θ₁."""

    x_min: float
    x_max: float
    y_min: float
    y_max: float

    def __post_init__(self) -> None:
        finite = all(np.isfinite((self.x_min, self.x_max, self.y_min, self.y_max)))
        if not (finite and self.x_min < self.x_max and self.y_min < self.y_max):
            raise Refusal(
                "bounds are four finite numbers x0,x1,y0,y1 with x0 < x1 and y0 < y1, not "
                "{x_min},{x_max},{y_min},{y_max}",
                x_min=f"{self.x_min:g}",
                x_max=f"{self.x_max:g}",
                y_min=f"{self.y_min:g}",
                y_max=f"{self.y_max:g}",
            )

    @cached_property
    def lower(self) -> Array:
        """The corner with the smallest parameters, shape (2,)."""
        return _fixed(np.array((self.x_min, self.y_min)))

    @cached_property
    def upper(self) -> Array:
        """The corner with the largest parameters, shape (2,)."""
        return _fixed(np.array((self.x_max, self.y_max)))

    @cached_property
    def size(self) -> Array:
        """Width and depth of the map, shape (2,)."""
        return _fixed(self.upper - self.lower)

    @cached_property
    def centre(self) -> Array:
        """The middle of the map, shape (2,)."""
        return _fixed((self.lower + self.upper) / 2)

    @property
    def diagonal(self) -> float:
        """The distance from corner to corner."""
        return float(np.hypot(*self.size))

    def contains(self, theta: Array) -> NDArray[np.bool_]:
        """Tell for each ``theta`` (…, 2) whether it is on the map, edges included; boolean, shape (…)."""
        return np.asarray(((theta >= self.lower) & (theta <= self.upper)).all(axis=-1))

    def widened(self, factor: float) -> Bounds:
        """Return the map with the same middle and ``factor`` times the size."""
        half = self.size * factor / 2
        (x_min, y_min), (x_max, y_max) = self.centre - half, self.centre + half
        return Bounds(float(x_min), float(x_max), float(y_min), float(y_max))

    def grid(self, columns: int, rows: int) -> Array:
        """Return points that cover the map, shape (columns, rows, 2); the first axis runs along x."""
        x = _evenly(self.x_min, self.x_max, columns)
        y = _evenly(self.y_min, self.y_max, rows)
        return np.stack(np.meshgrid(x, y, indexing="ij"), axis=-1)


def _fixed(array: Array) -> Array:
    """Return an array that nobody can change: it is worked out once."""
    array.setflags(write=False)
    return array


def _evenly(low: float, high: float, count: int) -> Array:
    """Return numbers from ``low`` to ``high``; what is 0 but for rounding is 0, or 1/x would be 10¹⁶ there."""
    numbers = np.linspace(low, high, count)
    numbers[np.abs(numbers) < 1e-13 * (high - low)] = 0.0
    return numbers


@dataclass(frozen=True)
class Minimum:
    """A known minimum: its place, its cost, and whether nothing lower exists anywhere on the ground."""

    theta: tuple[float, ...]
    cost: float
    is_global: bool = True


@dataclass(frozen=True, kw_only=True, eq=False)
class Ground:
    """A cost function with its map, a good start, and what is known about it.

    Attributes:
        name: the key on the command line and in files.
        title: what people call it.
        cost: J(θ).
        bounds: what the map shows.
        start: a place from which the default rule really gets somewhere, shape (n,).
        minima: every known minimum.
        learning_rates: a good first learning rate by optimizer name, where it differs from the optimizer's own.
        formula: J as people write it.
        story: one sentence on what it teaches.
        source: where it comes from.
        axes: the names of the two parameters that the map shows.
        unit: what the cost is measured in; empty where it is a plain number.
        notes: sentences worth knowing about this ground, to be shown to people when it is opened.
        caveat: one sentence on what it does not show; empty where that goes without saying.
        estimate: the same J over some of very many rows, always the same ones: it draws the mountain, and tells cost
            and slope of a walk whose steps feel a few rows at a time, so that no step waits for all of them; None where
            J is quick enough.
    """

    name: str
    title: str
    cost: CostFunction
    bounds: Bounds
    start: tuple[float, ...]
    minima: tuple[Minimum, ...] = ()
    learning_rates: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    formula: str = ""
    story: str = ""
    source: str = ""
    axes: tuple[str, str] = ("θ₀", "θ₁")
    unit: str = ""
    notes: tuple[str, ...] = ()
    caveat: str = ""
    estimate: CostFunction | None = None

    @property
    def quick_cost(self) -> CostFunction:
        """What tells the cost without keeping anybody waiting: the estimate, where there is one."""
        return self.cost if self.estimate is None else self.estimate

    def start_from(self, seed: np.random.SeedSequence) -> Array:
        """Return the good start of a walk whose luck is ``seed``, shape (n,): for most, :attr:`start`."""
        return np.array(self.start, dtype=np.float64)

    def start_at_random(self, seed: np.random.SeedSequence) -> Array:
        """Return a start drawn by ``seed``, shape (n,): anywhere on the map.

        Where there are more parameters than the map shows, it is around the good start, standard normal.
        """
        random = np.random.default_rng(seed)
        if self.cost.dimension == len(self.bounds.size):
            return random.uniform(self.bounds.lower, self.bounds.upper)
        return np.array(self.start) + random.normal(size=self.cost.dimension)
