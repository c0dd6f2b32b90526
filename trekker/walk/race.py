"""A race: what its clock counts, and how far each of a party has come at each of its ticks.

What is fair depends on the question, so a person chooses:

* by **steps**, everybody takes the same number of steps. It shows what a rule makes of a step, and forgets that one
  step may cost more than another.
* by **evaluations**, everybody may ask for the same number of gradients. A rule whose steps need three of them takes a
  third of the steps. Looks at the cost alone (those of a line search) and Hessians are counted in the table, but not by
  this clock, and the slope of a small batch counts like that of the whole ground.
* by **time**, everybody may compute for equally long. That charges all of it: batches, line searches, Hessians and the
  rule's own arithmetic. It is measured on this computer, so who is how far at a tick is not the same twice; the trails
  are, since no clock changes a step, only when it is taken.

A step that has begun is finished, however much it takes; the trekker then waits until the clock has caught up, and on
the timeline it stands at its new place from the tick on at which it has paid for the step.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import Enum
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from trekker.ground import Ground
    from trekker.walk.descent import Descent
    from trekker.walk.trail import Trail

_GRADIENTS = 1  # the column of a trail's work
_TRIES = 5
_LONG = 5e-3  # seconds: what takes longer is measured once
_QUICK_S = 0.002  # between two looks at the time: what takes less is looked at less often


class Race(Enum):
    """What the clock of a race counts."""

    STEPS = "steps"
    EVALUATIONS = "gradient evaluations"
    TIME = "computing time"


class RaceClock:
    """Tells how far each descent of a party has come at each tick of the clock that they share.

    Args:
        race: what it counts.
        tick: for a race by time, how many seconds one tick is.
    """

    def __init__(self, race: Race = Race.STEPS, tick: float = 1e-3) -> None:
        self.race = race
        self.tick = tick

    def spent(self, trail: Trail, step: int) -> float:
        """Return the ticks that a trekker had used up when it had taken ``step`` steps."""
        if self.race is Race.STEPS:
            return step
        if self.race is Race.EVALUATIONS:
            return int(trail.work[step, _GRADIENTS])
        return float(trail.seconds[step]) / self.tick

    def milliseconds(self, ticks: float) -> float:
        """Return how long so many ticks of a race by time are, in milliseconds."""
        return 1000.0 * self.tick * ticks

    def tick_of(self, trail: Trail, step: int) -> int:
        """Return the first tick at which a trekker is seen to have taken ``step`` steps."""
        return math.ceil(self.spent(trail, step))

    def now(self, trail: Trail) -> float:
        """Return the ticks that a trekker has used up by now."""
        if self.race is Race.STEPS:
            return trail.steps
        return trail.worked[_GRADIENTS] if self.race is Race.EVALUATIONS else trail.passed / self.tick

    def is_due(self, descent: Descent, tick: float) -> bool:
        """Tell whether a trekker has a step to take before the clock reaches ``tick``."""
        return descent.verdict is None and self.now(descent.trail) < tick

    def step_at(self, trail: Trail, tick: float) -> int:
        """Return how many recorded steps a trekker had finished at a tick."""
        if self.race is Race.STEPS:
            return min(math.floor(tick), trail.steps)
        used = trail.work[:, _GRADIENTS] if self.race is Race.EVALUATIONS else trail.seconds
        affordable = tick if self.race is Race.EVALUATIONS else tick * self.tick
        return max(bisect_right(used, affordable) - 1, 0)

    def length(self, descents: Sequence[Descent]) -> int:
        """Return the newest tick at which the place of everybody is known."""
        walking = [each.trail for each in descents if each.verdict is None]
        if walking:
            return math.floor(min(self.spent(trail, trail.steps) for trail in walking))
        return math.ceil(max((self.spent(each.trail, each.trail.steps) for each in descents), default=0))

    def next_tick(self, descents: Sequence[Descent], tick: int) -> int:
        """Return the first tick after ``tick`` at which anybody is seen to have taken a recorded step more."""
        rows = [(each.trail, self.step_at(each.trail, tick)) for each in descents]
        return min((self.tick_of(trail, row + 1) for trail, row in rows if row < trail.steps), default=tick + 1)

    def tick_before(self, descents: Sequence[Descent], tick: int) -> int:
        """Return the last tick at which anybody is seen to have taken one step less than at ``tick``."""
        rows = [(each.trail, self.step_at(each.trail, tick)) for each in descents]
        return max((self.tick_of(trail, row) for trail, row in rows if row), default=tick) - 1

    def walk_to(self, descents: Iterable[Descent], tick: int) -> None:
        """Let everybody walk until the clock has reached ``tick``, or their walk ends."""
        for descent in descents:
            while steps := self._due(descent, tick):
                descent.advance(steps)

    def walk_for(self, descents: Iterable[Descent], tick: int, seconds: float) -> bool:
        """Let everybody walk towards ``tick``, for about so many ``seconds``; tell whether they have reached it."""
        until = perf_counter() + seconds
        for descent in descents:
            batch = 1
            while steps := self._due(descent, tick):
                begun = perf_counter()
                if begun >= until:
                    return False
                descent.advance(min(steps, batch))
                batch *= 1 + (perf_counter() - begun < _QUICK_S)
        return True

    def _due(self, descent: Descent, tick: int) -> int:
        """Return how many steps are certainly taken before the clock has reached ``tick``."""
        left = tick - self.spent(descent.trail, descent.trail.steps)
        if descent.verdict is not None or left <= 0:
            return 0
        return math.ceil(left) if self._each_step_is_a_tick(descent) else 1

    def _each_step_is_a_tick(self, descent: Descent) -> bool:
        if self.race is Race.EVALUATIONS:
            return not descent.trekker.optimizer.looks_further
        return self.race is Race.STEPS


def clock_for(race: Race, ground: Ground) -> RaceClock:
    """Return the clock of a race on a ground.

    A tick of a race by time is about as long as one look at cost and slope of the whole ground takes on this computer.
    """
    return RaceClock(race, _round_time(_time_of_a_look(ground))) if race is Race.TIME else RaceClock(race)


def _time_of_a_look(ground: Ground) -> float:
    """Measure how many seconds the cost and the slope of a ground take at its start; the best of a few tries."""
    theta, best = np.array(ground.start, dtype=np.float64), math.inf
    for _ in range(_TRIES):
        begun = perf_counter()
        ground.cost.cost_and_gradient(theta)
        best = min(best, perf_counter() - begun)
        if best > _LONG:
            break
    return best


def _round_time(seconds: float) -> float:
    """Return a time of one digit, 1, 2 or 5, near to ``seconds``: what is measured is not more exact.

    >>> _round_time(0.0173)
    0.02
    """
    seconds = max(seconds, 1e-7)
    power = 10.0 ** math.floor(math.log10(seconds))
    return float(f"{min((1, 2, 5, 10), key=lambda digit: abs(math.log(seconds / (digit * power)))) * power:.0e}")
