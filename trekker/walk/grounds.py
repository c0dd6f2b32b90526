"""Which ground a scenario stands on: a value that can be written down, compared and opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

import numpy as np

from trekker.ground import Bounds, Ground
from trekker.knobs import Knob, knobs_of, read_knobs
from trekker.learning.bundled import bundled
from trekker.learning.catalogue import models
from trekker.learning.data_ground import DataGround, data_ground
from trekker.messages import Message, Refusal, message, number
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
    """A mountain of the gallery, or a bundled landscape, which can be stretched upwards; on its own map or another."""

    name: str
    bounds: Bounds | None = None
    exaggeration: float = 1.0

    def open(self, progress: Progress | None = None) -> Ground:
        """Look the mountain up."""
        if self.name in gallery():
            return on_map(gallery()[self.name].ground(), self.bounds)
        if self.name in landscapes():
            return on_map(_measured(landscapes()[self.name](), self.exaggeration), self.bounds)
        raise Refusal(
            "{name} is not a mountain here; there are {known}",
            name=self.name,
            known=", ".join((*gallery(), *landscapes())),
        )


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
        heightmap = read_heightmap(self.path, progress)
        notes = (_assumed(self.path, heightmap),) if heightmap.is_assumed else ()
        ground = replace(_measured(heightmap, self.exaggeration), notes=notes)
        return on_map(with_round_start(ground), self.bounds)


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
            raise Refusal("{name} is not a sample here; there are {known}", name=self.name, known=", ".join(known))
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
        raise Refusal(
            "{title} has no height anywhere near the middle of this map; choose other bounds",
            title=message(ground.title),
        )
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


def as_offered(choice: GroundChoice) -> GroundChoice:
    """Return a choice as lists of grounds have it: on its own map, true to nature."""
    if isinstance(choice, NamedMountain | Elevation):
        return replace(choice, bounds=None, exaggeration=1.0)
    return choice


def exaggeration_knob() -> Knob:
    """Return what is known about the vertical exaggeration of measured ground."""
    return knobs_of(Heightmap)["exaggeration"]


def exaggeration_of(choice: GroundChoice) -> float | None:
    """Return the vertical exaggeration of measured ground; None for ground that was not measured."""
    if isinstance(choice, Elevation) or (isinstance(choice, NamedMountain) and choice.name in landscapes()):
        return choice.exaggeration
    return None


def with_exaggeration(choice: GroundChoice, exaggeration: float) -> GroundChoice | None:
    """Return the same measured ground stretched upwards; None where it was not measured.

    Raises:
        ValueError: where the knob does not allow so much, or so little.
    """
    if exaggeration_of(choice) is None:
        return None
    exaggeration_knob().check(exaggeration)
    return replace(choice, exaggeration=exaggeration) if isinstance(choice, Elevation | NamedMountain) else None


def _measured(heightmap: Heightmap, exaggeration: float) -> Ground:
    """Return a landscape as ground, stretched; its unit says so, since its heights are no metres then."""
    ground = replace(heightmap, exaggeration=exaggeration).ground()
    return replace(ground, unit="m" if exaggeration == 1 else f"m × {number(exaggeration)}")


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
        raise Refusal("{name} is not a model here; there are {known}", name=name, known=", ".join(known))
    return known[name]
