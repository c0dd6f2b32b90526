"""The contract of a model: a family of functions of the inputs, and the cost of its parameters on given rows.

A model is a frozen dataclass whose fields, if any, are its settings (declared as knobs). It holds no data and no
parameters: the first come with :meth:`Model.cost`, the second are the trekker's position.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import ClassVar, NamedTuple

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.knobs import check_knobs


class Kind(Enum):
    """The groups in which people look for a model, simplest first."""

    CURVE = "curve"
    CLASSIFIER = "classifier"
    NETWORK = "network"


class Fit(NamedTuple):
    """The best that a model can do on its rows.

    Attributes:
        theta: the parameters, shape (n,).
        unique: whether no other parameters do as well.
    """

    theta: Array
    unique: bool


@dataclass(frozen=True, kw_only=True)
class Model(ABC):
    """A family of functions with parameters θ.

    A classifier's targets are class numbers, whole from 0 to K − 1; the table's own labels are the ground's concern.

    Attributes:
        name: the public name on the command line and in files.
        title: what people call it.
        kind: the group it belongs to.
        story: one sentence in plain words.
        formula: its cost as people write it, or the pattern of that; see :meth:`formula_of`.
        learning_rates: what suits it, by optimizer name, where the shape of the ground does not say.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    kind: ClassVar[Kind] = Kind.CURVE
    story: ClassVar[str]
    formula: ClassVar[str]
    learning_rates: ClassVar[Mapping[str, float]] = MappingProxyType({})

    def __post_init__(self) -> None:
        check_knobs(self)

    def formula_of(self, inputs: int) -> str:
        """Return its cost as people write it, of so many inputs."""
        return self.formula

    @property
    def classifies(self) -> bool:
        """Whether the targets are classes."""
        return self.kind is Kind.CLASSIFIER

    @property
    def needs_luck(self) -> bool:
        """Whether its walk begins at parameters drawn at random."""
        return False

    @property
    def most_classes(self) -> int:
        """How many classes a classifier can tell apart."""
        return 50

    @abstractmethod
    def cost(self, inputs: Array, targets: Array, classes: int | None = None) -> CostFunction:
        """Return J(θ) on these rows.

        Args:
            inputs: shape (m, k), finite.
            targets: shape (m,), finite; of a classifier class numbers.
            classes: how many classes there are, of which these rows may miss some; None counts up to the largest.

        Raises:
            ValueError: where the rows do not suit the model; one sentence for people.
        """

    @abstractmethod
    def predict(self, theta: Array, inputs: Array) -> Array:
        """Return what the parameters say about ``inputs`` (m, k): for ``theta`` of shape (…, n), shape (…, m).

        A classifier says the number of the likeliest class.
        """

    def probabilities(self, theta: Array, inputs: Array) -> Array:
        """Return a classifier's belief in each class, shape (…, m, K).

        Raises:
            NotImplementedError: where the model is no classifier.
        """
        raise NotImplementedError(f"{self.title} has no classes")

    @abstractmethod
    def parameters(self, inputs: Sequence[str], outputs: int = 1) -> Sequence[str]:
        """Return what people call each of the n parameters.

        Args:
            inputs: the names of the input columns.
            outputs: how many scores the model gives a row: K for a classifier of K classes, else 1.
        """

    def start(self, cost: CostFunction, seed: np.random.SeedSequence | None = None) -> Array:
        """Return where a walk on ``cost`` begins, shape (n,): zeros, unless a model must begin elsewhere."""
        return np.zeros(cost.dimension)

    def best(self, cost: CostFunction) -> Fit | None:
        """Return the lowest place of ``cost``, which this model made; None where it cannot be computed."""
        return None


def likeliest(probabilities: Array) -> Array:
    """Return the number of the likeliest class, shape (…, m), of beliefs (…, m, K); NaN where they are not defined."""
    known = np.isfinite(probabilities).all(axis=-1)
    return np.where(known, probabilities.argmax(axis=-1).astype(np.float64), np.nan)


def subscript(number: int) -> str:
    """Return a whole number as small letters below the line: 12 is ₁₂."""
    return str(number).translate(_SUBSCRIPTS)


_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
