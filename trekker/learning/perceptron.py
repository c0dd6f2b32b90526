"""The multilayer perceptron: layers of units, each feeding all of the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from trekker.knobs import knob, knobs_of
from trekker.learning.activations import activation_knob, activations
from trekker.learning.initialisation import initialisation_knob
from trekker.learning.layers import Activate, Dense, Layer
from trekker.learning.model import subscript
from trekker.learning.network_model import NetworkModel
from trekker.learning.sizes import read_sizes
from trekker.messages import message

_MOST_LAYERS, _MOST_UNITS = 64, 1024
_MOST_WRITTEN = 2  # hidden layers, in its formula


@dataclass(frozen=True, kw_only=True)
class Perceptron(NetworkModel):
    """Dense layers with an activation between; a softmax head for classes, a plain one for a number.

    Rumelhart, Hinton and Williams (1986), Nature 323. θ holds for each layer W (inputs, units) row by row, then its
    biases (units,).
    """

    name: ClassVar[str] = "perceptron"
    title: ClassVar[str] = "Multilayer perceptron"
    story: ClassVar[str] = "Hidden units bend the mountain: many valleys, ridges and plateaus, and no map of them."
    formula: ClassVar[str] = "J(θ) = 1/m Σ ℓ(W₂φ(W₁x + b₁) + b₂, y)"

    task: str = knob(
        "regression",
        choices=("regression", "classification"),
        label="Task",
        hint="Whether the target is a number, or the number of a class.",
    )
    hidden: str = knob(
        "16,16", label="Hidden units", hint="The units of each hidden layer, with commas between; empty for none."
    )
    activation: str = activation_knob("tanh")
    initialisation: str = initialisation_knob("xavier_uniform")

    def __post_init__(self) -> None:
        super().__post_init__()
        self._sizes()

    def formula_of(self, inputs: int) -> str:
        """Return its cost as people write it, layer within layer."""
        hidden = len(self._sizes())
        last = subscript(hidden + 1)
        inside = f"W{last}φ(… φ(W₁x + b₁) …) + b{last}" if hidden > _MOST_WRITTEN else "W₁x + b₁"
        for number in range(2, hidden + 2 if hidden <= _MOST_WRITTEN else 0):
            inside = f"W{subscript(number)}φ({inside}) + b{subscript(number)}"
        return self.formula.replace("W₂φ(W₁x + b₁) + b₂", inside)

    @property
    def classifies(self) -> bool:
        """Whether the task is classification."""
        return self.task == "classification"

    @property
    def first_weights(self) -> str:
        """What the setting says."""
        return self.initialisation

    def layers(self, inputs: int, outputs: int) -> tuple[Layer, ...]:
        """Return dense layers, with an activation after each but the last."""
        stack: list[Layer] = []
        for number, units in enumerate(self._sizes(), start=1):
            stack += [Dense(message("dense {number}", number=number), inputs, units)]
            stack += [Activate(activations()[self.activation])]
            inputs = units
        return (*stack, Dense(message("scores"), inputs, outputs))

    def _sizes(self) -> tuple[int, ...]:
        return read_sizes(knobs_of(self)["hidden"].called, self.hidden, _MOST_LAYERS, _MOST_UNITS)
