"""The person as the trekker: steps that somebody chooses by feel, and the rules that they are compared with.

A person is one more trekker, with :class:`ByHand` as its rule: what they choose, direction and stride, are its
settings, so that trail, verdict, race and pictures are those of every other trekker, and each choice is a timed change
of the walk like any other edit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import ClassVar, NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.ground import Ground
from trekker.knobs import Scale, knob
from trekker.optimizers.clipping import Clipping
from trekker.optimizers.optimizer import Family, Optimizer
from trekker.optimizers.plain import GradientDescent
from trekker.optimizers.schedules import Constant
from trekker.walk.descent import Descent
from trekker.walk.scenario import MOST_TREKKERS, Scenario, Trekker
from trekker.walk.suiting import newcomer_to

FIRST_STRIDE = 0.05
"""Of the map's diagonal: the stride that a person begins with."""
SHORTEST, LONGEST = 1e-4, 0.5
"""Of the map's diagonal: the strides that can be pointed at."""
_FEWEST_RIVALS = 3
_TURN = 360.0


class Chosen(NamedTuple):
    """What a person has chosen: the change of θ that the last step made, shape (n,)."""

    chosen: Array


@dataclass(frozen=True, kw_only=True)
class ByHand(Optimizer[Chosen]):
    """θ ← θ + d, where a person chooses d: ``stride`` in the direction ``heading``, along the first two parameters.

    It is nobody's rule, so it stands in no list of rules; left alone it walks straight on.
    """

    name: ClassVar[str] = "by_hand"
    title: ClassVar[str] = "You"
    family: ClassVar[Family] = Family.PLAIN
    idea: ClassVar[str] = "You feel the slope underfoot, and choose the direction and the stride of every step."
    reference: ClassVar[str] = "You"
    lines: ClassVar[tuple[str, ...]] = ("theta = theta + chosen",)
    symbols: ClassVar[MappingProxyType[str, str]] = MappingProxyType({"chosen": "d"})
    note: ClassVar[str] = "d is what you chose: a direction and a stride"
    elementwise: ClassVar[bool] = False

    heading: float = knob(
        0.0,
        low=0.0,
        high=_TURN,
        high_open=True,
        symbol="φ",
        unit="°",
        label="Direction",
        hint="Where the step goes: 0° along the first axis, 90° along the second.",
    )
    stride: float = knob(
        0.1,
        low=0.0,
        low_open=True,
        high=1e12,
        scale=Scale.LOG,
        label="Stride",
        hint="How far the step goes, in units of the map.",
    )

    def init(self, theta: Array) -> Chosen:
        """Have chosen nothing yet."""
        return Chosen(np.zeros_like(theta))

    def update(self, gradient: Array, state: Chosen, theta: Array) -> tuple[Array, Chosen]:
        """Return what was chosen, whatever the slope."""
        angle = math.radians(self.heading)
        change = np.zeros_like(theta)
        change[:2] = np.array((math.cos(angle), math.sin(angle)))[: len(theta)] * self.stride
        return change, Chosen(change)

    def aimed(self, change: Sequence[float]) -> ByHand:
        """Return the same with direction and length of ``change``, (2,), as a person reads them: 0.1° and three digits.

        It stays as it is where the change has no length.
        """
        right, up = (float(each) for each in change)
        stride = math.hypot(right, up)
        if not (math.isfinite(stride) and stride > 0):
            return self
        return self.with_settings(heading=turned(math.degrees(math.atan2(up, right))), stride=float(f"{stride:.3g}"))


def turned(angle: float) -> float:
    """Return an angle in degrees as one from 0 up to, and not with, 360, to a tenth."""
    return round(angle % _TURN, 1) % _TURN


def can_be_walked_by_hand(ground: Ground) -> bool:
    """Tell whether a person can feel all of the slope there: of two parameters."""
    return ground.cost.dimension == 2


def person_in(party: Sequence[Trekker]) -> int | None:
    """Return which of a party is a person; None where all go by rules."""
    return next((index for index, each in enumerate(party) if isinstance(each.optimizer, ByHand)), None)


def strides(ground: Ground) -> tuple[float, float]:
    """Return the shortest and the longest stride that can be pointed at on a ground, in units of θ."""
    return SHORTEST * ground.bounds.diagonal, LONGEST * ground.bounds.diagonal


def alone(scenario: Scenario, ground: Ground, trekker: int) -> Scenario:
    """Return the scenario in which a person walks in the place of one of the trekkers, and nobody else does."""
    stride = float(f"{FIRST_STRIDE * ground.bounds.diagonal:.2g}")
    person = replace(
        scenario.trekkers[trekker],
        optimizer=ByHand(stride=stride),
        schedule=Constant(),
        clipping=Clipping(),
        batch_size=None,
        name="",
    )
    return replace(scenario, trekkers=(person,))


def with_rivals(scenario: Scenario, rivals: Sequence[Trekker], ground: Ground) -> Scenario:
    """Return the scenario with others beside the person, who set out from the same place with as many steps at most.

    They are ``rivals``, as many as there is room for, and further rules suited to the ground until there are three.
    """
    index = person_in(scenario.trekkers)
    if index is None:
        return scenario
    person = scenario.trekkers[index]

    def beside(party: Scenario, rival: Trekker) -> Scenario:
        return replace(party, trekkers=(*party.trekkers, replace(rival, start=person.start, steps=person.steps)))

    party = replace(scenario, trekkers=(person,))
    for rival in [each for each in rivals if not isinstance(each.optimizer, ByHand)][: MOST_TREKKERS - 1]:
        party = beside(party, rival)
    while len(party.trekkers) <= _FEWEST_RIVALS:
        party = beside(party, newcomer_to(party, ground))
    return party


def without_a_person(scenario: Scenario) -> Scenario:
    """Return the scenario with a rule's trekker in the place of the person."""
    party = (
        replace(each, optimizer=GradientDescent()) if isinstance(each.optimizer, ByHand) else each
        for each in scenario.trekkers
    )
    return replace(scenario, trekkers=tuple(party))


def aimed(scenario: Scenario, change: Sequence[float]) -> Scenario:
    """Return the scenario with ``change``, (2,), as what the person has chosen for the next step."""
    index = person_in(scenario.trekkers)
    if index is None:
        return scenario
    person = scenario.trekkers[index]
    rule = person.optimizer
    assert isinstance(rule, ByHand)  # noqa: S101 - what makes a trekker a person
    party = list(scenario.trekkers)
    party[index] = replace(person, optimizer=rule.aimed(change))
    return replace(scenario, trekkers=tuple(party))


class Choice(NamedTuple):
    """What was chosen for one step, beside what the slope says of it.

    Attributes:
        heading: the direction in degrees.
        stride: its length in units of θ.
        downhill: the direction of steepest descent in degrees; None where none can be felt.
        steepness: ‖∇J‖.
        cost: J.
    """

    heading: float
    stride: float
    downhill: float | None
    steepness: float
    cost: float

    @property
    def astray(self) -> float | None:
        """How many degrees, 0 to 180, the step leads beside the steepest descent."""
        if self.downhill is None:
            return None
        return abs((self.heading - self.downhill + _TURN / 2) % _TURN - _TURN / 2)

    @property
    def learning_rate(self) -> float | None:
        """The learning rate with which gradient descent would take a stride of this length here."""
        if self.downhill is None:
            return None
        return self.stride / self.steepness


def choice_at(descent: Descent, step: int) -> Choice | None:
    """Tell of the step that a person took or will take from a recorded place; None where a rule decided it."""
    rule = descent.trekker_at(step).optimizer
    if not isinstance(rule, ByHand):
        return None
    gradient = descent.gradient_at(step)
    steepness = float(np.linalg.norm(gradient))
    can_be_felt = math.isfinite(steepness) and steepness > 0
    downhill = turned(math.degrees(math.atan2(-gradient[1], -gradient[0]))) if can_be_felt else None
    return Choice(rule.heading, rule.stride, downhill, steepness, float(descent.trail.cost[step]))
