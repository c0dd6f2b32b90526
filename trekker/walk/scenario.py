"""A scenario: one frozen value that decides a whole run, bit for bit.

Camera, theme and window are not in it. Changing anything means making a new one with ``dataclasses.replace``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum

import numpy as np

from trekker.cost import Array
from trekker.ground import Ground
from trekker.optimizers import AnyOptimizer
from trekker.optimizers.clipping import Clipping
from trekker.optimizers.plain import GradientDescent
from trekker.optimizers.schedules import Constant, Schedule
from trekker.walk.grounds import GroundChoice, NamedMountain
from trekker.walk.verdict import StopRule


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
        steps: how many steps it may take at most; None leaves that to the stop rule alone.
    """

    optimizer: AnyOptimizer = field(default_factory=GradientDescent)
    schedule: Schedule = field(default_factory=Constant)
    clipping: Clipping = field(default_factory=Clipping)
    batch_size: int | None = None
    name: str = ""
    start: Start | None = None
    steps: int | None = None

    def __post_init__(self) -> None:
        if self.start is not None:
            _check_start(self.start)
        if self.batch_size is not None and self.batch_size < 1:
            raise ValueError(f"batch size must be all or a whole number of at least 1, not {self.batch_size}")
        if self.steps is not None and self.steps < 1:
            raise ValueError(f"the number of steps must be a whole number of at least 1, not {self.steps}")

    @property
    def title(self) -> str:
        """What people call it."""
        return self.name or self.optimizer.title


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """Where, who, from where, with which luck, and until when.

    Attributes:
        ground: what is walked on.
        trekkers: those who walk, side by side.
        start: where they stand at first: the ground's own good start, a random place on the map, or θ itself.
        seed: where all random numbers come from.
        stop: when a walk is over.
    """

    ground: GroundChoice = field(default_factory=lambda: NamedMountain("himmelblau"))
    trekkers: tuple[Trekker, ...] = (Trekker(),)
    start: Start = Where.GOOD
    seed: int = 0
    stop: StopRule = field(default_factory=StopRule)

    def __post_init__(self) -> None:
        if self.seed < 0:
            raise ValueError(f"seed must be a whole number of at least 0, not {self.seed}")
        if not self.trekkers:
            raise ValueError("a scenario needs at least one trekker")
        _check_start(self.start)

    def random(self, purpose: Purpose, trekker: int = 0) -> np.random.SeedSequence:
        """Return the source of the random numbers for one purpose of one trekker."""
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
        start = self.trekkers[trekker].start
        luck = 0 if start is None else trekker
        start = self.start if start is None else start
        if start is Where.GOOD:
            return ground.start_from(self.random(Purpose.INITIALISATION, luck))
        if start is Where.RANDOM:
            return ground.start_at_random(self.random(Purpose.START, luck))
        if len(start) != ground.cost.dimension:
            raise ValueError(f"start must be {ground.cost.dimension} numbers for {ground.title}, not {len(start)}")
        return np.array(start, dtype=np.float64)


def _check_start(start: Start) -> None:
    if isinstance(start, tuple) and not np.isfinite(start).all():
        raise ValueError(f"start must be finite numbers, not {start}")
