"""The contract of an optimizer: how one step is decided from the slope underfoot.

An optimizer is a frozen dataclass whose fields are its hyperparameters (declared as knobs), and two pure
functions: ``init`` makes its memory, ``update`` decides one step and makes the next memory. The memory, called
state, is kept outside, so that a hyperparameter can be changed in mid-walk and momentum is not lost.

A rule that needs more than the one gradient that it is given is a :class:`Searcher`: its ``update`` also gets a
:class:`~trekker.optimizers.probe.Probe`, the ground as one step may feel it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Any, ClassVar, Generic, NamedTuple, Self, TypeAlias, TypeVar

from trekker.cost import Array
from trekker.knobs import Scale, check_knobs, knob
from trekker.optimizers.probe import Probe

StateT = TypeVar("StateT", bound=tuple[Any, ...])


class Family(Enum):
    """The groups in which people look for a rule."""

    PLAIN = "plain"
    MOMENTUM = "momentum"
    ADAPTIVE = "adaptive"
    SIGN = "sign"
    SECOND_ORDER = "second order"


class NoState(NamedTuple):
    """The memory of a rule that remembers nothing."""


def learning_rate_knob(default: float = 0.01) -> Any:
    """Declare the learning rate α, the same way for every rule that has one.

    The defaults are chosen for mountains a few units wide, not for networks: a rule whose stride follows the
    slope gets 0.01, one whose stride is about α whatever the slope gets more, so that it crosses the map in
    some hundred steps.
    """
    return knob(
        default,
        low=0.0,
        low_open=True,
        high=1e6,
        slider=(1e-5, 10.0),
        scale=Scale.LOG,
        symbol="α",
        label="Learning rate",
        hint="The stride: how far one step goes for a given slope.",
    )


@dataclass(frozen=True, kw_only=True)
class Optimizer(ABC, Generic[StateT]):
    """A rule that turns gradients into steps.

    Elementwise rules take ``gradient``, ``theta`` and the arrays of ``state`` in any shape (…, n), so that one
    trekker and a hundred thousand share one code path. NaN in gives NaN out; nothing is raised. NumPy may warn
    of overflow: whoever walks holds ``np.errstate`` around the walk.

    Attributes:
        name: the public name on the command line and in files.
        title: what people call it.
        family: the group it belongs to.
        idea: one sentence in plain words.
        reference: the paper.
        lines: the rule as formulas, one a line, in Python's syntax, over its knobs, the fields of its state,
            ``gradient`` and ``theta``; see :mod:`trekker.optimizers.notation`. A test holds them against ``update``.
        symbols: how formulas write the fields of the state and the names that the lines make on their way.
        note: what the symbols in the lines mean where the lines alone do not tell; empty where they do.
        elementwise: whether each component of each trekker is stepped for itself, in any shape (…, n).
        looks_further: whether ``update`` needs a probe; see :class:`Searcher`.
        needs_hessian: whether it can walk only where the ground knows its Hessian.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    family: ClassVar[Family]
    idea: ClassVar[str]
    reference: ClassVar[str]
    lines: ClassVar[tuple[str, ...]]
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({})
    note: ClassVar[str] = ""
    elementwise: ClassVar[bool] = True
    looks_further: ClassVar[bool] = False
    needs_hessian: ClassVar[bool] = False

    def __post_init__(self) -> None:
        check_knobs(self)

    @abstractmethod
    def init(self, theta: Array) -> StateT:
        """Return the memory of a trekker who stands at ``theta``, shape (…, n), and has not stepped yet."""

    @abstractmethod
    def update(self, gradient: Array, state: StateT, theta: Array) -> tuple[Array, StateT]:
        """Return the change of θ, shape (…, n), and the next memory. Changes none of its arguments."""

    def with_settings(self, **settings: Any) -> Self:
        """Return the same rule with other values for some of its settings.

        Raises:
            ValueError: where a value is not allowed.
            TypeError: where the rule has no such setting.
        """
        return replace(self, **settings)

    def stability_limit(self, hessian: Array, state: StateT) -> float | None:
        """Return the largest learning rate that is stable here, or None where no closed form says.

        It is the limit of the rule on the quadratic with this ``hessian``, shape (n, n), along the directions
        that curve upwards, with whatever the rule has learnt about scale so far (``state``) held still.
        """
        return None

    def axis_reach(self, state: StateT, steepness: float) -> Array | float | None:
        """Return how far a slope of this ``steepness`` along any one axis moves θ along it, (n,) or the same for all.

        It is told without momentum, with whatever the rule has learnt about scale (``state``, after a step) held
        still; None where the rule has no such strides.
        """
        rate: float | None = getattr(self, "learning_rate", None)
        return None if rate is None else rate * steepness


@dataclass(frozen=True, kw_only=True)
class Searcher(Optimizer[StateT]):
    """A rule that looks further than the one gradient it is given, through a probe. One trekker at a time: (n,).

    Searching never raises and always ends: a cost that is NaN or infinite counts as uphill.
    """

    elementwise: ClassVar[bool] = False
    looks_further: ClassVar[bool] = True

    def update(self, gradient: Array, state: StateT, theta: Array, probe: Probe | None = None) -> tuple[Array, StateT]:
        """Return the change of θ, shape (n,), and the next memory.

        Raises:
            TypeError: without a ``probe``; it is optional only to keep the contract of :class:`Optimizer`.
        """
        if probe is None:
            raise TypeError(f"{self.name} looks further than one gradient: its update needs a probe")
        return self.search(gradient, state, theta, probe)

    @abstractmethod
    def search(self, gradient: Array, state: StateT, theta: Array, probe: Probe) -> tuple[Array, StateT]:
        """Decide one step, feeling the ground through ``probe``."""

    def axis_reach(self, state: StateT, steepness: float) -> Array | float | None:
        """Return None: how far a search goes is not known before it is done."""
        return None


AnyOptimizer: TypeAlias = Optimizer[Any]
