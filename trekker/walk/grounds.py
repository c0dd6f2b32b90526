"""Which ground a scenario stands on: a value that can be written down, compared and opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

import numpy as np

from trekker.ground import Bounds, Ground
from trekker.knobs import read_knobs
from trekker.learning.bundled import bundled
from trekker.learning.catalogue import models
from trekker.learning.data_ground import DataGround, data_ground
from trekker.learning.readers import read_table
from trekker.messages import Message, message
from trekker.terrain.gallery import gallery
from trekker.terrain.heightmap import Heightmap, jacksboro, read_heightmap
from trekker.terrain.survey import high_place
from trekker.terrain.typed import DEFAULT_BOUNDS, typed_ground

Progress = Callable[[float], None]

_LONGEST_TITLE = 44


class GroundChoice(Protocol):
    """A choice of ground: frozen and hashable; equal choices open equal grounds."""

    def open(self, progress: Progress | None = None) -> Ground:
        """Return the ground; may read files and take long, so the window calls it off its own thread.

        Raises:
            ValueError: with one sentence for people on what is wrong and what would be right.
        """


@dataclass(frozen=True)
class NamedMountain:
    """A mountain of the gallery or a bundled landscape, on its own map or on another one."""

    name: str
    bounds: Bounds | None = None

    def open(self, progress: Progress | None = None) -> Ground:
        """Look the mountain up."""
        if self.name in gallery():
            return on_map(gallery()[self.name].ground(), self.bounds)
        if self.name in landscapes():
            return on_map(replace(landscapes()[self.name]().ground(), unit="m"), self.bounds)
        raise ValueError(f"{self.name} is not a mountain here; there are {', '.join((*gallery(), *landscapes()))}")


@dataclass(frozen=True)
class TypedFormula:
    """A mountain that somebody typed: z = f(x, y)."""

    text: str
    bounds: Bounds = DEFAULT_BOUNDS

    def open(self, progress: Progress | None = None) -> Ground:
        """Read the formula, derive its slopes, and look around for a start and a stride."""
        ground = with_round_start(typed_ground(self.text, self.bounds))
        title = f"z = {ground.formula}"
        return replace(ground, title=title if len(title) <= _LONGEST_TITLE else "Typed mountain")


@dataclass(frozen=True)
class Elevation:
    """A measured mountain: an elevation grid or a grey-scale picture in a file, or a part of one."""

    path: Path
    exaggeration: float = 1.0
    bounds: Bounds | None = None

    def open(self, progress: Progress | None = None) -> Ground:
        """Read the file and lay a smooth surface through its heights."""
        heightmap = replace(read_heightmap(self.path, progress), exaggeration=self.exaggeration)
        notes = (_assumed(self.path, heightmap),) if heightmap.is_assumed else ()
        return on_map(with_round_start(replace(heightmap.ground(), unit="m", notes=notes)), self.bounds)


@dataclass(frozen=True)
class SampleData:
    """A model on a bundled table.

    Attributes:
        name: the table.
        model: the model.
        settings: those of the model, name and text, that are not the default.
        standardise: whether the inputs are brought to mean 0 and spread 1.
        validation_share: how many of the rows are held out.
        seed: draws them.
    """

    name: str
    model: str = "linear"
    settings: tuple[tuple[str, str], ...] = ()
    standardise: bool = False
    validation_share: float = 0.0
    seed: int = 0

    def open(self, progress: Progress | None = None) -> DataGround:
        """Read the table, hold rows out, and lay the model on the others."""
        known = bundled()
        if self.name not in known:
            raise ValueError(f"{self.name} is not a sample here; there are {', '.join(known)}")
        sample = known[self.name]
        dataset = sample.load()
        ground = data_ground(
            dataset,
            sample.x,
            sample.y,
            read_knobs(_model(self.model), dict(self.settings)),
            standardise=self.standardise,
            validation_share=self.validation_share,
            seed=self.seed,
        )
        return replace(ground, name=sample.name, title=sample.title, story=sample.story)


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


def landscapes() -> Mapping[str, Callable[[], Heightmap]]:
    """Return the bundled landscapes by name; each is read when it is called."""
    return _LANDSCAPES


def on_map(ground: Ground, bounds: Bounds | None) -> Ground:
    """Return a terrain on another map; where its start is not on that, with one that is.

    Raises:
        ValueError: where the terrain has no height anywhere near the middle of the new map.
    """
    if bounds is None:
        return ground
    ground = replace(ground, bounds=bounds)
    if bounds.contains(np.array(ground.start)):
        return ground
    start = high_place(ground.cost, bounds)
    if start is None:
        raise ValueError(f"{ground.title} has no height anywhere near the middle of this map; choose other bounds")
    return with_round_start(replace(ground, start=start))


def with_round_start(ground: Ground) -> Ground:
    """Return the ground with a start that takes few digits to write, if that is on firm ground too."""
    start = tuple(float(f"{each:.3g}") for each in ground.start)
    place = np.array(start)
    firm = bool(ground.bounds.contains(place)) and bool(np.isfinite(ground.cost.cost(place)))
    return replace(ground, start=start) if firm else ground


def with_bounds(choice: GroundChoice, bounds: Bounds) -> GroundChoice | None:
    """Return the same ground on another map; None where the map is not for choosing, as with data."""
    return replace(choice, bounds=bounds) if isinstance(choice, NamedMountain | TypedFormula | Elevation) else None


def _assumed(path: Path, heightmap: Heightmap) -> Message:
    return message(
        "{file} does not say how large its cells are: each is taken to measure {size} m.",
        file=path.name,
        size=heightmap.cell_size[0],
    )


_LANDSCAPES: Mapping[str, Callable[[], Heightmap]] = MappingProxyType({"jacksboro": jacksboro})


def _model(name: str) -> type:
    known = models()
    if name not in known:
        raise ValueError(f"{name} is not a model here; there are {', '.join(known)}")
    return known[name]
