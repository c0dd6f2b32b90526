"""Which ground a scenario stands on: a value that can be written down, compared and opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from trekker.ground import Bounds, Ground
from trekker.knobs import read_knobs
from trekker.learning.catalogue import models
from trekker.learning.data_ground import DataGround, data_ground
from trekker.learning.readers import read_table
from trekker.learning.samples import samples
from trekker.terrain.gallery import gallery

Progress = Callable[[float], None]


class GroundChoice(Protocol):
    """A choice of ground: frozen and hashable; equal choices open equal grounds."""

    def open(self, progress: Progress | None = None) -> Ground:
        """Return the ground; may read files and take long, so the window calls it off its own thread.

        Raises:
            ValueError: with one sentence for people on what is wrong and what would be right.
        """


@dataclass(frozen=True)
class NamedMountain:
    """A mountain of the gallery, on its own map or on another one."""

    name: str
    bounds: Bounds | None = None

    def open(self, progress: Progress | None = None) -> Ground:
        """Look the mountain up."""
        mountains = gallery()
        if self.name not in mountains:
            raise ValueError(f"{self.name} is not a mountain here; there are {', '.join(mountains)}")
        ground = mountains[self.name].ground()
        return ground if self.bounds is None else replace(ground, bounds=self.bounds)


@dataclass(frozen=True)
class SampleData:
    """A model on a bundled sample."""

    name: str
    model: str = "linear"

    def open(self, progress: Progress | None = None) -> DataGround:
        """Read the sample."""
        known = samples()
        if self.name not in known:
            raise ValueError(f"{self.name} is not a sample here; there are {', '.join(known)}")
        sample = known[self.name]
        ground = data_ground(sample.load(), sample.x, sample.y, read_knobs(_model(self.model), {}))
        return replace(ground, name=sample.name, title=sample.title, story=sample.story, source=sample.source)


@dataclass(frozen=True)
class DataFile:
    """A model on columns of a person's own table."""

    path: Path
    x: tuple[str, ...]
    y: str
    model: str = "linear"
    standardise: bool = False

    def open(self, progress: Progress | None = None) -> DataGround:
        """Read the table and lay the model on it."""
        dataset = read_table(self.path, progress=progress)
        return data_ground(dataset, self.x, self.y, read_knobs(_model(self.model), {}), standardise=self.standardise)


def _model(name: str) -> type:
    known = models()
    if name not in known:
        raise ValueError(f"{name} is not a model here; there are {', '.join(known)}")
    return known[name]
