"""Tables made up by a formula and a seed, for classifiers and networks to be seen at work on two inputs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from trekker.cost import Array
from trekker.learning.dataset import Column, Dataset

_SEED = 2026
_EACH = 100
"""How many rows each class has."""


@dataclass(frozen=True, kw_only=True)
class MadeUp:
    """A table that a formula makes, the same one every time.

    Attributes:
        name: the key on the command line and in files.
        title: what people call it.
        story: one sentence on what it teaches.
        points: draws the inputs of a class (its number, and how far along it each row lies, 0 to 1), shape (m, 2).
        classes: how many classes there are.
        noise: the spread of the normal noise on both inputs.
    """

    name: str
    title: str
    story: str
    points: Callable[[int, Array], Array]
    classes: int
    noise: float

    @property
    def x(self) -> tuple[str, ...]:
        """The names of the inputs."""
        return ("x₁", "x₂")

    @property
    def y(self) -> str:
        """The name of the target."""
        return "class"

    @property
    def model(self) -> str:
        """The name of a model that suits any number of classes."""
        return "softmax"

    @property
    def source(self) -> str:
        """How it is made."""
        return f"Made up for this program by a formula with noise of spread {self.noise:g}, NumPy's seed {_SEED}; CC0"

    def load(self) -> Dataset:
        """Make the table."""
        random = np.random.default_rng(_SEED)
        along = np.linspace(0.0, 1.0, _EACH)
        parts = [self.points(number, along) for number in range(self.classes)]
        inputs = np.concatenate(parts) + random.normal(0.0, self.noise, (self.classes * _EACH, 2))
        labels = np.repeat(np.arange(self.classes), _EACH)
        columns = (*map(Column, self.x, inputs.T), Column(self.y, labels.astype(np.float64)))
        return Dataset(self.title, columns, source=self.source)


def made_up() -> Mapping[str, MadeUp]:
    """Return every table that is made up by a formula, the simplest first."""
    return _MADE_UP


def _blob(number: int, along: Array) -> Array:
    """Return one place of the class for every row: the noise is all there is."""
    return np.tile([(-1.0, -0.5), (1.0, 0.5)][number], (len(along), 1))


def _moon(number: int, along: Array) -> Array:
    """Return half a circle of radius 1; the second class has it upside down and moved into the first."""
    angle = np.pi * along
    arc = np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    return arc if number == 0 else np.array([1.0, 0.5]) - arc


def _spiral(number: int, along: Array) -> Array:
    """Return an arm of a spiral of three quarters of a turn; each class has it turned on by a third of a circle."""
    angle = 2.0 * np.pi * (0.75 * along + number / 3.0)
    radius = 0.1 + 0.9 * along
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=-1)


_MADE_UP: Mapping[str, MadeUp] = MappingProxyType(
    {
        each.name: each
        for each in (
            MadeUp(
                name="two_blobs",
                title="Two blobs (made up)",
                story="Two clouds that overlap: the best straight border is soon found, and still has faults.",
                points=_blob,
                classes=2,
                noise=0.7,
            ),
            MadeUp(
                name="two_moons",
                title="Two moons (made up)",
                story="Two crescents that reach into one another: no straight border parts them, a bent one does.",
                points=_moon,
                classes=2,
                noise=0.15,
            ),
            MadeUp(
                name="spiral",
                title="Three arms of a spiral (made up)",
                story="Three arms wound round one another: a network needs many units and much patience for it.",
                points=_spiral,
                classes=3,
                noise=0.04,
            ),
        )
    }
)
