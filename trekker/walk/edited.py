"""Data that somebody changed point by point: a ground choice that carries its points itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from trekker.cost import Array
from trekker.ground import Bounds, Ground
from trekker.learning.data_ground import DataGround, data_ground
from trekker.learning.dataset import Column, Dataset
from trekker.learning.model import Kind, Model
from trekker.messages import Refusal, inside
from trekker.walk.grounds import GroundChoice

Row = tuple[float, ...]

MOST_POINTS = 2000
"""Of larger tables, nobody wants to move single points, and each move would take too long."""
_FEWEST_POINTS = 2


@dataclass(frozen=True, kw_only=True)
class EditedData:
    """A model on points that were changed by hand.

    Attributes:
        points: the rows that are learnt from: the inputs, then the target.
        held_out: the rows held out, which stay as they were.
        x: the names of the input columns.
        y: the name of the target column.
        labels: what the target's numbers 0, 1, … stand for; nothing where they are plain numbers.
        model: the model, with its settings.
        standardise: whether the inputs are standardised.
        title: what people call the data.
        source: where the points came from.
        bounds: the map, kept so that the mountain is seen to change; None for the one that suits the points best.
        origin: the choice of which these were the points at first; None where there was none.
    """

    points: tuple[Row, ...]
    held_out: tuple[Row, ...] = ()
    x: tuple[str, ...]
    y: str
    labels: tuple[str, ...] = ()
    model: Model
    standardise: bool = False
    title: str = ""
    source: str = ""
    bounds: Bounds | None = None
    origin: GroundChoice | None = None

    @classmethod
    def of(cls, ground: DataGround, origin: GroundChoice) -> EditedData:
        """Return the points of a ground as they are, ready to be changed.

        Raises:
            ValueError: where there are more than 2,000; one sentence.
        """
        if len(ground.targets) > MOST_POINTS:
            raise Refusal(
                "only tables of up to {most} rows can be edited point by point; this one has {count}",
                most=f"{MOST_POINTS:,}",
                count=f"{len(ground.targets):,}",
            )
        held_out = ground.validation
        return cls(
            points=_rows(ground.inputs, ground.targets),
            held_out=() if held_out is None else _rows(held_out.numbers(ground.x), held_out[ground.y]),
            x=ground.x,
            y=ground.y,
            labels=ground.dataset.labels(ground.y),
            model=ground.model,
            standardise=bool(np.any(ground.standardisation.centre) or np.any(ground.standardisation.spread != 1.0)),
            title=ground.title,
            source=ground.source,
            bounds=ground.bounds,
            origin=origin,
        )

    def open(self, progress: Callable[[float], None] | None = None) -> DataGround:
        """Lay the model on the points."""
        ground = data_ground(
            self._dataset(self.points),
            self.x,
            self.y,
            self.model,
            standardise=self.standardise,
            validation=self._dataset(self.held_out) if self.held_out else None,
        )
        keeps = self.bounds is not None and _shows_what_matters(self.bounds, ground)
        bounds = self.bounds if keeps and self.bounds is not None else ground.bounds
        return replace(ground, title=self.title, bounds=bounds, notes=())

    def _dataset(self, rows: tuple[Row, ...]) -> Dataset:
        values = np.array(rows, dtype=np.float64).reshape(-1, len(self.x) + 1)
        inputs = (Column(name, values[:, number]) for number, name in enumerate(self.x))
        return Dataset(self.title, (*inputs, Column(self.y, values[:, -1], labels=self.labels)), source=self.source)

    def with_point(self, row: Row) -> EditedData:
        """Return the data with one more point, the last."""
        if len(self.points) >= MOST_POINTS:
            raise Refusal("more than {most} points cannot be edited; delete some first", most=f"{MOST_POINTS:,}")
        return replace(self, points=(*self.points, row))

    def with_moved(self, index: int, row: Row) -> EditedData:
        """Return the data with one point elsewhere.

        Raises:
            ValueError: where a class would lose its last point; one sentence.
        """
        if self.model.classifies and row[-1] != self.points[index][-1]:
            self._check_class_survives(index)
        return replace(self, points=(*self.points[:index], row, *self.points[index + 1 :]))

    def without_point(self, index: int) -> EditedData:
        """Return the data without one of its points.

        Raises:
            ValueError: where the model needs every point that is left, or a class would lose its last one.
        """
        fewest = self.fewest_points
        if len(self.points) <= fewest:
            raise Refusal(
                "{model} needs at least {fewest} points here; add one before you delete one",
                model=inside(self.model.title),
                fewest=fewest,
            )
        if self.model.classifies:
            self._check_class_survives(index)
        return replace(self, points=(*self.points[:index], *self.points[index + 1 :]))

    @property
    def fewest_points(self) -> int:
        """How many points the model needs: of a curve as many as it has parameters, so that it is not anyhow."""
        if self.model.kind is not Kind.CURVE or self.model.classifies:
            return _FEWEST_POINTS
        return max(_FEWEST_POINTS, len(self.model.parameters(self.x)))

    def _check_class_survives(self, index: int) -> None:
        label = self.points[index][-1]
        if Counter(row[-1] for row in self.points)[label] == 1:
            raise Refusal(
                "the last point of class {label} must stay: the model learns to tell the classes apart",
                label=self.labels[int(label)] if self.labels else f"{label:g}",
            )


def _shows_what_matters(bounds: Bounds, ground: Ground) -> bool:
    """Tell whether the start and the lowest place of a ground lie on a map, if it can be seen from them at all."""
    if ground.cost.dimension != len(bounds.size):
        return True
    places = np.array([ground.start, *(minimum.theta for minimum in ground.minima)])
    return bool(bounds.contains(places).all())


def _rows(inputs: Array, targets: Array) -> tuple[Row, ...]:
    return tuple(map(tuple, np.column_stack([inputs, targets]).tolist()))
