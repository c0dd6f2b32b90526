"""The contract of a model: a family of functions of the inputs, and the cost of its parameters on given rows.

A model is a frozen dataclass whose fields, if any, are its settings (declared as knobs). It holds no data and no
parameters: the first come with :meth:`Model.cost`, the second are the trekker's position.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.knobs import check_knobs


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

    Attributes:
        name: the public name on the command line and in files.
        title: what people call it.
        story: one sentence in plain words.
        formula: its cost as people write it.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    story: ClassVar[str]
    formula: ClassVar[str]

    def __post_init__(self) -> None:
        check_knobs(self)

    @abstractmethod
    def cost(self, inputs: Array, targets: Array) -> CostFunction:
        """Return J(θ) on these rows: ``inputs`` of shape (m, k), ``targets`` of shape (m,), all finite."""

    @abstractmethod
    def predict(self, theta: Array, inputs: Array) -> Array:
        """Return what the parameters say about ``inputs`` (m, k): for ``theta`` of shape (…, n), shape (…, m)."""

    @abstractmethod
    def parameters(self, inputs: Sequence[str]) -> tuple[str, ...]:
        """Return what people call each of the n parameters, where the inputs have these names."""

    def start(self, cost: CostFunction) -> Array:
        """Return where a walk on ``cost`` begins, shape (n,): zeros, unless a model must begin elsewhere."""
        return np.zeros(cost.dimension)

    def best(self, cost: CostFunction) -> Fit | None:
        """Return the lowest place of ``cost``, which this model made; None where it cannot be computed."""
        return None
