"""Ground made of a person's own table: a file, or what was pasted; which columns, which model, and how prepared."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from trekker.learning.catalogue import model as model_of
from trekker.learning.catalogue import models
from trekker.learning.data_ground import data_ground
from trekker.learning.dataset import ColumnError
from trekker.learning.labelled_columns import ground_of_texts, is_of_texts
from trekker.learning.learned_ground import LearnedGround
from trekker.learning.logistic import LogisticRegression
from trekker.learning.misread import MisreadError
from trekker.learning.model import Model
from trekker.learning.preparation import Missing, Preparation
from trekker.learning.readers import open_table, pasted_table
from trekker.learning.reading import AS_FOUND, Reading
from trekker.learning.table import ColumnKind, Table
from trekker.learning.text_ground import STRENGTH
from trekker.messages import Message, inside, listed

Progress = Callable[[float], None]


@dataclass(frozen=True)
class TableChoice(ABC):
    """A model on columns of a person's own table.

    Attributes:
        x: the input columns.
        y: the target column.
        model: the name of the model.
        standardise: whether the inputs are brought to mean 0 and spread 1.
        settings: those of the model, name and text, that are not the default.
        kinds: what columns are taken for, where that is not what they look like.
        missing: what becomes of gaps in the inputs.
        validation_share: how many of the rows are held out, at least 0 and below 1.
        seed: draws them.
        reading: how the table is read, as far as that is not to be found out.
    """

    x: tuple[str, ...]
    y: str
    model: str = "linear"
    standardise: bool = False
    settings: tuple[tuple[str, str], ...] = ()
    kinds: tuple[tuple[str, ColumnKind], ...] = ()
    missing: Missing = Missing.DROP
    validation_share: float = 0.0
    seed: int = 0
    reading: Reading = field(default=AS_FOUND)

    @property
    @abstractmethod
    def title(self) -> str:
        """What people call the table."""

    @abstractmethod
    def table(self, progress: Progress | None = None) -> Table:
        """Read the table.

        Raises:
            TableError: where there is none; one sentence.
        """

    def attempt(self, progress: Progress | None = None) -> Table | MisreadError:
        """Read the table; where another reading may be right, return what is wrong with this one.

        Raises:
            TableError: where no reading can be right; one sentence.
        """
        try:
            return self.table(progress)
        except MisreadError as problem:
            return problem

    def open(self, progress: Progress | None = None) -> LearnedGround:
        """Read the table and lay the model on it.

        Raises:
            ValueError: where table, columns and model don't suit one another; one sentence.
        """
        return self.ground(self.table(progress))

    def ground(self, table: Table) -> LearnedGround:
        """Lay the model on the table, once it is read; texts are told apart by their words, whatever the model.

        Raises:
            ValueError: where columns and model don't suit one another; one sentence.
        """
        taken = table.taking(self.kinds)
        if is_of_texts(tuple(taken[name] for name in self.x)):
            return self._ground_of_texts(taken)
        prepared = Preparation(self.x, self.y, self.kinds, self.missing).of(table)
        model = model_for(self.model, dict(self.settings), categories=bool(prepared.dataset.labels(prepared.y)))
        return data_ground(
            prepared.dataset,
            prepared.x,
            prepared.y,
            model,
            standardise=self.standardise,
            validation_share=self.validation_share,
            seed=self.seed,
        )

    def _ground_of_texts(self, table: Table) -> LearnedGround:
        model = model_for(self.model, dict(self.settings), categories=False)
        strength = (isinstance(model, LogisticRegression) and model.strength) or STRENGTH
        share, seed = self.validation_share, self.seed
        return ground_of_texts(table, self.x[0], self.y, strength=strength, validation_share=share, seed=seed)


@dataclass(frozen=True)
class _AtPath:
    path: Path


@dataclass(frozen=True)
class DataFile(TableChoice, _AtPath):
    """A model on columns of a file.

    Attributes:
        path: the file.
    """

    @property
    def title(self) -> str:
        """The file's name."""
        return self.path.name

    def table(self, progress: Progress | None = None) -> Table:
        """Read the file."""
        return open_table(self.path, self.reading, progress=progress)


@dataclass(frozen=True)
class _OfText:
    text: str


@dataclass(frozen=True)
class PastedData(TableChoice, _OfText):
    """A model on columns of a table that was copied out of another program.

    Attributes:
        text: what was pasted.
    """

    @property
    def title(self) -> str:
        """The same for all of them."""
        return "Pasted data"

    def table(self, progress: Progress | None = None) -> Table:
        """Read the text."""
        return pasted_table(self.text, self.reading, progress=progress)


def model_for(name: str, settings: dict[str, str], *, categories: bool) -> Model:
    """Build a model for a target that is categories or not; a model that does both is told which.

    Raises:
        ValueError: where the model or a setting is unknown, or the model cannot have such a target; one sentence.
    """
    made = model_of(name, settings)
    if categories and not made.classifies and hasattr(made, "task") and "task" not in settings:
        made = model_of(name, {**settings, "task": "classification"})
    if categories and not made.classifies:
        able = listed(Message(model.title, english=each) for each, model in models().items() if does_classify(each))
        raise ColumnError(
            "{model} needs a target of numbers, not categories; models for categories are {able}",
            model=inside(made.title),
            able=able,
        )
    return made


def does_classify(name: str) -> bool:
    """Tell whether a model can have categories for a target."""
    made = model_of(name)
    return made.classifies or hasattr(made, "task")
