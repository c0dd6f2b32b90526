"""Every ground that comes with the program, in the groups in which people look for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trekker.learning.samples import samples
from trekker.terrain.gallery import gallery
from trekker.walk.applications import Application, NamedApplication, applications
from trekker.walk.grounds import GroundChoice, NamedMountain, SampleData, landscapes


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A ground that comes with the program; ``choice.open()`` brings the rest of what is known about it.

    Attributes:
        choice: what opens it.
        name: its key on the command line.
        title: what people call it.
        group: what it teaches, in a few words.
        story: one sentence on what it teaches.
        application: the trekker, patience and caveat that go with it, where it is an application.
    """

    choice: GroundChoice
    name: str
    title: str
    group: str
    story: str
    application: Application | None = None


def offers() -> tuple[Offer, ...]:
    """Return every ground that comes with the program, group by group, in the order of the gallery."""
    every = (*_mountains(), *_landscapes(), *_samples(), *_applications())
    groups = list(dict.fromkeys(offer.group for offer in every))
    return tuple(sorted(every, key=lambda offer: groups.index(offer.group)))


def _mountains() -> Iterator[Offer]:
    for name, mountain in gallery().items():
        yield Offer(
            choice=NamedMountain(name),
            name=name,
            title=mountain.title,
            group=mountain.group.value,
            story=mountain.story,
        )


def _landscapes() -> Iterator[Offer]:
    for name, read in landscapes().items():
        landscape = read()
        yield Offer(
            choice=NamedMountain(name), name=name, title=landscape.title, group="Measured", story=landscape.story
        )


def _samples() -> Iterator[Offer]:
    for name, sample in samples().items():
        yield Offer(
            choice=SampleData(name, sample.model),
            name=name,
            title=sample.title,
            group="Data: the error of a line" if sample.model == "linear" else "Data: the error of a classifier",
            story=sample.story,
        )


def _applications() -> Iterator[Offer]:
    for name, application in applications().items():
        yield Offer(
            choice=NamedApplication(name),
            name=name,
            title=application.title,
            group=application.group,
            story=application.story,
            application=application,
        )
