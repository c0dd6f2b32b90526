"""The bundled tables: each is a CSV file with a note of the same name beside it on where it comes from."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from trekker.assets import asset
from trekker.learning.dataset import Dataset
from trekker.learning.readers import read_table


@dataclass(frozen=True)
class Sample:
    """A bundled table and what is known about it.

    Attributes:
        name: the key on the command line and in files.
        title: what people call it.
        story: one sentence on what it teaches.
        source: where the numbers come from.
        licence: on what terms they are here.
        x: the input columns that it is meant for.
        y: the target column that it is meant for.
        path: the CSV file.
        model: the model that it is meant for.
    """

    name: str
    title: str
    story: str
    source: str
    licence: str
    x: tuple[str, ...]
    y: str
    path: Path
    model: str = "linear"

    def load(self) -> Dataset:
        """Read the table.

        Raises:
            TableError: where the bundled file was damaged.
        """
        return replace(read_table(self.path), name=self.title, source=f"{self.source}. Licence: {self.licence}.")


@cache
def samples() -> Mapping[str, Sample]:
    """Return the bundled tables by name, the article's five points first.

    Raises:
        FileNotFoundError: where the bundled files are missing.
    """
    notes = [(tomllib.loads(path.read_text("utf-8")), path) for path in asset("samples").glob("*.toml")]
    ordered = sorted(notes, key=lambda each: int(each[0]["order"]))
    return MappingProxyType({path.stem: _sample(path, note) for note, path in ordered})


def _sample(path: Path, note: Mapping[str, object]) -> Sample:
    told = {key: str(note[key]) for key in ("title", "story", "source", "licence", "y")}
    inputs, model = note["x"], str(note.get("model", "linear"))
    assert isinstance(inputs, list)  # noqa: S101  # narrows the type of a bundled file
    return Sample(name=path.stem, x=tuple(map(str, inputs)), path=path.with_suffix(".csv"), model=model, **told)
