"""A ground that is learnt from rows, some of which may be held out to see what was learnt."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.ground import Ground
from trekker.learning.model import Model
from trekker.learning.sampling import is_quick


@dataclass(frozen=True, kw_only=True, eq=False)
class LearnedGround(Ground):
    """A ground whose height is the mean loss of a model over the rows that it learns from.

    Everything that takes ``theta`` takes (…, n) and answers (…).

    Attributes:
        model: the model.
        seed: draws the rows that stand for very many.
    """

    model: Model
    seed: int = 0

    @property
    @abstractmethod
    def sampled(self) -> LearnedGround:
        """The same ground with only some of its rows where they are very many, so that it judges at once.

        Of the rows learnt from they are those of the estimate, and of the rows held out as many. Where neither are very
        many, it is the ground itself.
        """

    @abstractmethod
    def parameter_names(self) -> Sequence[str]:
        """Return what people call each of the n parameters."""

    @abstractmethod
    def without_held_out(self) -> LearnedGround:
        """Return the same ground as if no rows were held out."""

    @property
    @abstractmethod
    def held_out(self) -> CostFunction | None:
        """The same model's cost on the rows held out; None where none are."""

    @property
    @abstractmethod
    def classifies(self) -> bool:
        """Whether the target is a class, so that there is an accuracy."""

    @property
    def held_out_task(self) -> str:
        """What the cost on the rows held out judges, where another task is judged beside it; else empty."""
        return ""

    @property
    def held_out_told_by(self) -> CostFunction | None:
        """What tells the cost on the rows held out: an estimate where they are very many; None where none are."""
        held_out = self.held_out
        return held_out if held_out is None or is_quick(held_out) else self.sampled.held_out

    @property
    def samples_training(self) -> bool:
        """Whether the share of rows learnt from that are predicted right is an estimate."""
        return self.sampled.training_rows < self.training_rows

    @property
    def samples_held_out(self) -> bool:
        """Whether the share of rows held out that are predicted right is an estimate."""
        return self.sampled.validation_rows < self.validation_rows

    @property
    def training_rows(self) -> int:
        """How many rows are learnt from."""
        return self.cost.rows

    @property
    def validation_rows(self) -> int:
        """How many rows are held out."""
        return 0 if self.held_out is None else self.held_out.rows

    def validation_cost(self, theta: Array) -> Array:
        """Return the cost on the rows held out, shape (…); NaN where none are."""
        held_out = self.held_out
        return np.full(theta.shape[:-1], np.nan) if held_out is None else held_out.cost(theta)

    @abstractmethod
    def accuracy(self, theta: Array) -> Array:
        """Return the share of the rows learnt from whose class is predicted right, shape (…).

        Raises:
            NotImplementedError: where the target is no class.
        """

    @abstractmethod
    def validation_accuracy(self, theta: Array) -> Array:
        """Return the same of the rows held out; NaN where none are."""

    def start_from(self, seed: np.random.SeedSequence) -> Array:
        """Return where a walk begins if its luck is ``seed``, shape (n,); the same for models that need no luck."""
        return self.model.start(self.cost, seed)

    def start_at_random(self, seed: np.random.SeedSequence) -> Array:
        """Return a random start, shape (n,); of a network its first weights, for others would teach it nothing."""
        return self.start_from(seed) if self.model.needs_luck else super().start_at_random(seed)
