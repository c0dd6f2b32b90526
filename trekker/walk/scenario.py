"""A scenario: one frozen value that decides a whole run, bit for bit.

Camera, theme and window are not in it. Changing anything means making a new one with ``dataclasses.replace``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum

import numpy as np

from trekker.cost import Array
from trekker.ground import Ground
from trekker.messages import Refusal, message
from trekker.optimizers import AnyOptimizer
from trekker.optimizers.clipping import Clipping
from trekker.optimizers.plain import GradientDescent
from trekker.optimizers.schedules import Constant, Schedule
from trekker.walk.grounds import GroundChoice, NamedMountain
from trekker.walk.race import Race
from trekker.walk.verdict import StopRule

MOST_TREKKERS = 8


class Purpose(IntEnum):
    """What random numbers are drawn for; each purpose has a stream of its own, so that none disturbs another."""

    START = 0
    BATCHES = 1
    INITIALISATION = 2
    NOISE = 3


class Where(Enum):
    """The starts that need no coordinates."""

    GOOD = "good"
    RANDOM = "random"


Start = Where | tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Trekker:
    """One who walks: the rule of its steps and how much ground it feels.

    Attributes:
        optimizer: how a step is decided.
        schedule: how the learning rate changes as the steps go by.
        clipping: how steep a slope it takes seriously.
        batch_size: how many rows one step feels; None feels all.
        name: what people call it; empty takes the rule's own title.
        start: where it stands at first; None takes the start that the party shares.
        number: which of the party it is, 0 to 7, whoever else comes and goes: its colour, its marker and its luck go
            by it.
        steps: how many steps it may take at most; None leaves that to the stop rule alone.
    """

    optimizer: AnyOptimizer = field(default_factory=GradientDescent)
    schedule: Schedule = field(default_factory=Constant)
    clipping: Clipping = field(default_factory=Clipping)
    batch_size: int | None = None
    name: str = ""
    start: Start | None = None
    number: int = 0
    steps: int | None = None

    def __post_init__(self) -> None:
        if self.start is not None:
            _check_start(self.start)
        if not 0 <= self.number < MOST_TREKKERS:
            raise Refusal(
                "the number of a trekker must be from 0 to {last}, not {number}",
                last=MOST_TREKKERS - 1,
                number=self.number,
            )
        if self.batch_size is not None and self.batch_size < 1:
            raise Refusal(
                "batch size must be all or a whole number of at least 1, not {batch_size}", batch_size=self.batch_size
            )
        if self.steps is not None and self.steps < 1:
            raise Refusal("the number of steps must be a whole number of at least 1, not {steps}", steps=self.steps)

    @property
    def title(self) -> str:
        """What people call it."""
        return self.name or self.optimizer.title


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """Where, who, from where, with which luck, and until when.

    Attributes:
        ground: what is walked on.
        trekkers: those who walk, side by side, at most eight; who comes with a number that is taken gets a free one.
        start: where they stand at first: the ground's own good start, a random place on the map, or θ itself.
        seed: where all random numbers come from.
        stop: when a walk is over.
        race: what is the same for all of them at each tick: their steps, or the work that they have done.
    """

    ground: GroundChoice = field(default_factory=lambda: NamedMountain("himmelblau"))
    trekkers: tuple[Trekker, ...] = (Trekker(),)
    start: Start = Where.GOOD
    seed: int = 0
    stop: StopRule = field(default_factory=StopRule)
    race: Race = Race.STEPS

    def __post_init__(self) -> None:
        if self.seed < 0:
            raise Refusal("seed must be a whole number of at least 0, not {seed}", seed=self.seed)
        if not self.trekkers:
            raise Refusal("a scenario needs at least one trekker")
        if len(self.trekkers) > MOST_TREKKERS:
            raise Refusal(
                "a party has at most {most} trekkers, not {count}", most=MOST_TREKKERS, count=len(self.trekkers)
            )
        object.__setattr__(self, "trekkers", _numbered(self.trekkers))
        _check_start(self.start)

    def random(self, purpose: Purpose, trekker: int = 0) -> np.random.SeedSequence:
        """Return the source of the random numbers for one purpose of the trekker of that number."""
        return np.random.SeedSequence(self.seed, spawn_key=(int(purpose), trekker))

    def stop_rule(self, trekker: int) -> StopRule:
        """Return when the walk of one of the trekkers is over."""
        steps = self.trekkers[trekker].steps
        return self.stop if steps is None else replace(self.stop, step_limit=steps)

    def start_on(self, ground: Ground, trekker: int = 0) -> Array:
        """Return where one of the trekkers stands at first on ``ground``, shape (n,).

        The first weights of a network are drawn from the scenario's seed, be the start good or random.

        Raises:
            ValueError: where the start has not as many numbers as the ground has parameters.
        """
        walker = self.trekkers[trekker]
        luck = 0 if walker.start is None else 1 + walker.number
        start = self.start if walker.start is None else walker.start
        if start is Where.GOOD:
            return ground.start_from(self.random(Purpose.INITIALISATION, luck))
        if start is Where.RANDOM:
            return ground.start_at_random(self.random(Purpose.START, luck))
        if len(start) != ground.cost.dimension:
            raise Refusal(
                "start must be {wanted} numbers for {title}, not {count}",
                wanted=ground.cost.dimension,
                title=message(ground.title),
                count=len(start),
            )
        return np.array(start, dtype=np.float64)


def _check_start(start: Start) -> None:
    if isinstance(start, tuple) and not np.isfinite(start).all():
        raise Refusal("start must be finite numbers, not {start}", start=start)


def _numbered(trekkers: tuple[Trekker, ...]) -> tuple[Trekker, ...]:
    """Return the party with a number for each; whose number is taken gets the smallest that nobody has."""
    free = iter(sorted(set(range(MOST_TREKKERS)) - {each.number for each in trekkers}))
    taken: set[int] = set()
    party = []
    for each in trekkers:
        party.append(replace(each, number=next(free)) if each.number in taken else each)
        taken.add(party[-1].number)
    return tuple(party)
