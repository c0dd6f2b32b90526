"""Every table that comes with the program: those in files, those that a formula makes, and the digits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from trekker.learning.dataset import Dataset
from trekker.learning.digits import PIXELS, TARGET, digits
from trekker.learning.made_up import MadeUp, made_up
from trekker.learning.samples import Sample, samples


@dataclass(frozen=True, kw_only=True)
class Bundled:
    """A table that comes with the program, and the columns that it is meant for.

    Attributes:
        name: the key on the command line and in files.
        title: what people call it.
        story: one sentence on what it teaches.
        x: the input columns.
        y: the target column.
        model: the name of the model that it is meant for.
        load: reads or makes it.
    """

    name: str
    title: str
    story: str
    x: tuple[str, ...]
    y: str
    model: str
    load: Callable[[], Dataset]


@cache
def bundled() -> Mapping[str, Bundled]:
    """Return every bundled table by name, the article's five points first.

    Raises:
        FileNotFoundError: where the bundled files are missing.
    """
    known: tuple[Sample | MadeUp, ...] = (*samples().values(), *made_up().values())
    return MappingProxyType({each.name: each for each in (*map(_bundled, known), _DIGITS)})


def _bundled(table: Sample | MadeUp) -> Bundled:
    return Bundled(
        name=table.name,
        title=table.title,
        story=table.story,
        x=table.x,
        y=table.y,
        model=table.model,
        load=table.load,
    )


_DIGITS = Bundled(
    name="digits",
    title="Hand-written digits",
    story="Nearly two thousand digits, each a picture of 64 pixels: what people read at a glance, a model must learn.",
    x=PIXELS,
    y=TARGET,
    model="softmax",
    load=digits,
)
