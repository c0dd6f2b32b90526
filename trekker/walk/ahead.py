"""A step that is taken ahead of the record: what is noted of it, until the record takes it over."""

from __future__ import annotations

from typing import Any, NamedTuple

from trekker.cost import Array
from trekker.optimizers.probe import Evaluations
from trekker.walk.memories import State
from trekker.walk.trail import Trail
from trekker.walk.verdict import Judge, Verdict


class Decision(NamedTuple):
    """What a rule decided: the change of θ, its next memory, and what it looked at for that."""

    change: Array
    state: State
    work: Evaluations


class Decided(NamedTuple):
    """A step that is decided, whether it was taken or is to come: what was felt and remembered, and what came of it."""

    step: int
    felt: Array
    state: State
    decision: Decision
    seconds: float


class Departure(NamedTuple):
    """What a trail is told of a step that leaves; see :meth:`Trail.depart`."""

    felt: Array
    change: Array
    work: tuple[int, int, int]
    visits: int
    seconds: float


class Taken(NamedTuple):
    """A step taken ahead of the record by the twin of a walk, what the walk knew after it, and the step to come."""

    departure: Departure
    arrival: tuple[Array, float, Array]
    state: State
    slope_took: float
    judge: Judge
    verdict: Verdict | None
    to_come: Decided


class NoTrail:
    """Where a twin writes: it knows the newest step, and the totals of a trail."""

    def __init__(self, trail: Trail) -> None:
        self.steps, self.worked, self.passed = trail.steps, trail.worked, trail.passed

    def depart(
        self, felt: Array, change: Array, work: tuple[int, int, int], *, visits: int = 0, seconds: float = 0.0
    ) -> None:
        """Note the step that leaves."""
        self.departure = Departure(felt, change, work, visits, seconds)
        costs, gradients, hessians = self.departure.work
        self.worked = self.worked[0] + costs, self.worked[1] + gradients, self.worked[2] + hessians
        self.passed += seconds

    def arrive(self, *arrival: Any) -> None:
        """Note the place that it leads to."""
        self.arrival = arrival
        self.steps += 1
