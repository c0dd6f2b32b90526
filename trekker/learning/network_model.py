"""What all models that are networks share: they differ in their layers only."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.learning.initialisation import initial
from trekker.learning.layers import Layer
from trekker.learning.losses import CrossEntropy, SquaredLoss
from trekker.learning.model import Kind, Model, likeliest
from trekker.learning.network import Network, layout_of, scores
from trekker.learning.smooth import softmax
from trekker.messages import Refusal, inside


@dataclass(frozen=True, kw_only=True)
class NetworkModel(Model):
    """A stack of layers, with the softmax of its scores for classes, or one score for a number."""

    kind: ClassVar[Kind] = Kind.NETWORK
    learning_rates: ClassVar[Mapping[str, float]] = MappingProxyType(
        dict.fromkeys(("adam", "amsgrad", "nadam", "adamw", "adamax", "radam", "adabelief", "qhadam"), 0.005)
        | {"rmsprop": 0.002, "adagrad": 0.05, "lion": 0.0005, "sign_descent": 0.0005, "rprop": 0.001}
    )

    @property
    def classifies(self) -> bool:
        """Whether the targets are classes."""
        return True

    @property
    def needs_luck(self) -> bool:
        """Whether the first weights are drawn: all, but for zeros."""
        return self.first_weights != "zeros"

    @abstractmethod
    def layers(self, inputs: int, outputs: int) -> tuple[Layer, ...]:
        """Return the layers from ``inputs`` columns to ``outputs`` scores.

        Raises:
            ValueError: where the model cannot take so many columns; one sentence for people.
        """

    @property
    @abstractmethod
    def first_weights(self) -> str:
        """The name of the initialisation."""

    def shaped(self, inputs: Array) -> Array:
        """Return the inputs (m, k) in the shape that the first layer takes."""
        return inputs

    def cost(self, inputs: Array, targets: Array, classes: int | None = None) -> Network:
        """Return the mean loss: cross-entropy of the classes, or half the squared error.

        Raises:
            ValueError: where the model cannot take these rows; one sentence for people.
        """
        if not self.classifies:
            layers = self.layers(inputs.shape[1], 1)
            return Network(layers, SquaredLoss(), self.shaped(inputs), targets.reshape(-1, 1))
        numbers = _class_numbers(self.title, targets, classes)
        layers = self.layers(inputs.shape[1], classes or int(numbers.max()) + 1)
        return Network(layers, CrossEntropy(), self.shaped(inputs), numbers)

    def scores(self, theta: Array, inputs: Array) -> Array:
        """Return what the last layer says, shape (…, m, outputs), for ``theta`` (…, n) and ``inputs`` (m, k)."""
        layers = self.layers(inputs.shape[1], self._outputs(inputs.shape[1], theta.shape[-1]))
        flat, shaped = theta.reshape(-1, theta.shape[-1]), self.shaped(inputs)
        found = np.stack([scores(layers, place, shaped) for place in flat])
        return found.reshape(*theta.shape[:-1], *found.shape[1:])

    def predict(self, theta: Array, inputs: Array) -> Array:
        """Return the number of the likeliest class, or the score itself; shape (…, m)."""
        if self.classifies:
            return likeliest(self.probabilities(theta, inputs))
        return self.scores(theta, inputs)[..., 0]

    def probabilities(self, theta: Array, inputs: Array) -> Array:
        """Return the belief in each class, shape (…, m, K).

        Raises:
            NotImplementedError: where the model predicts a number.
        """
        if not self.classifies:
            return super().probabilities(theta, inputs)
        found = self.scores(theta, inputs)
        with np.errstate(all="ignore"):
            return softmax(found)

    def parameters(self, inputs: Sequence[str], outputs: int = 1) -> Sequence[str]:
        """Return the block and index of each parameter: "dense 1 weights [2, 0]"."""
        return layout_of(self.layers(len(inputs), outputs)).names()

    def start(self, cost: CostFunction, seed: np.random.SeedSequence | None = None) -> Array:
        """Draw the first weights, shape (n,); from seed 0 where none is given."""
        if not isinstance(cost, Network):
            return super().start(cost, seed)
        return initial(self.first_weights, cost.layout, np.random.SeedSequence(0) if seed is None else seed)

    def _outputs(self, inputs: int, size: int) -> int:
        """Return how many scores a network with ``size`` parameters gives; each more adds as many again."""
        one, two = (layout_of(self.layers(inputs, outputs)).size for outputs in (1, 2))
        return 1 + (size - one) // (two - one)


def _class_numbers(title: str, targets: Array, classes: int | None) -> Array:
    """Return the targets, once they are known to be class numbers."""
    high = np.inf if classes is None else classes - 1
    if not (np.equal(targets, np.floor(targets)) & (targets >= 0) & (targets <= high)).all():
        raise Refusal("{model} needs targets that are class numbers, whole numbers from 0 on", model=inside(title))
    return targets
