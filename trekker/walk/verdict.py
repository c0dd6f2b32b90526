"""Why a walk ended, and in one plain sentence what to make of it.

The article's rule says when to look: the cost has not changed by anything that matters for several steps. What
kind of place that is, is then told from slope, motion and curvature, never from the cost change alone: a walk
with momentum left, or on a slope with a tiny stride, has not arrived.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

import numpy as np

from trekker.cost import Array
from trekker.knobs import Scale, check_knobs, knob
from trekker.messages import Message, message
from trekker.walk.place import Place, Surveyor

_EXPLODED = 1e6  # times the map's typical height, or the height of the start: no trekker comes back from there
_FAR = 3.0  # times the map: beyond that the trekker has left it
_GONE = 50  # steps in a row far off the map
_RISING = 3  # steps in a row that lead higher: who comes that high so flies apart
_MUCH = 1e4  # times the change of the cost that counts as none: so much lower it must not be, where one has arrived
_LITTLE = 1e-5  # of the cost: who could come so much lower, and no more, has nothing left to walk for
_FAR_TO_GO = 100  # times the last step: where so much is left, the stride has become too short
_MOVING = 1e-3  # of the map's diagonal: a longer step is motion
_PERIOD = 40  # steps that repeat the step before last
_FRUITLESS = 500  # steps in motion without a new lowest cost


class Reason(Enum):
    """The ways in which a walk can end."""

    GLOBAL_MINIMUM = "global minimum"
    LOCAL_MINIMUM = "local minimum"
    SADDLE = "saddle"
    PLATEAU = "plateau"
    MAXIMUM = "maximum"
    OSCILLATING = "oscillating"
    DIVERGED = "diverged"
    LEFT_THE_MAP = "left the map"
    STEP_LIMIT = "step limit"


@dataclass(frozen=True)
class Verdict:
    """Why a walk ended.

    Attributes:
        reason: the reason.
        step: how many steps were taken.
        because: one sentence on it.
        advice: what to try, where there is something.
        at_rest: whether the steps ran out where nothing was left to be gained; the sentence says what place that is.
    """

    reason: Reason
    step: int
    because: Message
    advice: Message | None = None
    at_rest: bool = False


@dataclass(frozen=True, kw_only=True)
class StopRule:
    """When a walk stops: the cost is quiet for ``patience`` steps, or ``step_limit`` steps are done."""

    tolerance: float = knob(
        1e-9,
        low=0.0,
        high=1.0,
        scale=Scale.LOG,
        slider=(1e-12, 1e-2),
        label="Tolerance",
        hint="A smaller change of the cost counts as none; 0 never stops early.",
    )
    patience: int = knob(
        10,
        low=1,
        high=10_000,
        label="Patience",
        hint="How many steps in a row must change nothing before the walk ends.",
    )
    step_limit: int = knob(
        10_000,
        low=1,
        high=10_000_000,
        scale=Scale.LOG,
        label="Step limit",
        hint="The walk ends after this many steps.",
    )

    def __post_init__(self) -> None:
        check_knobs(self)


class Judge:
    """Watches one walk, step by step, and says when it is over."""

    def __init__(self, surveyor: Surveyor, rule: StopRule, theta: Array, cost: float) -> None:
        self._surveyor = surveyor
        self._rule = rule
        self._step = 0
        self._first_cost = cost
        self._cost = self._cost_before = cost
        self._best = cost
        self._best_step = 0
        self._watches = rule.tolerance > 0
        self._step_limit = rule.step_limit
        self._near = surveyor.ground.bounds.widened(_FAR)
        self._quiet = 0
        self._far = 0
        self._rising = 0
        self._repeats = 0
        self._theta = theta
        self._before = theta
        self._on_map = theta

    @cached_property
    def _exploded(self) -> float:
        """The cost from which no trekker comes back."""
        lowest = self._surveyor.lowest
        if math.isfinite(lowest):
            return lowest + _EXPLODED * max(self._surveyor.typical_height, self._first_cost - lowest)
        return _EXPLODED * max(1.0, abs(self._first_cost))

    @cached_property
    def _unit(self) -> float:
        """The least that a change of the cost is measured against: 1, or less where all is small."""
        return min(1.0, self._surveyor.typical_height)

    @property
    def surveyor(self) -> Surveyor:
        """The judge's knowledge of the ground."""
        return self._surveyor

    @property
    def last_on_map(self) -> Array:
        """The newest place on the map, shape (n,): where a walk that flew off was last itself."""
        return self._on_map

    def allow(self, step_limit: int) -> None:
        """End the walk after another number of steps."""
        self._step_limit = step_limit

    def start(self) -> Verdict | None:
        """Judge the start: a trekker can't walk from where the ground is not defined."""
        return None if math.isfinite(self._cost) else self._not_finite(self._theta, self._cost)

    def after(self, theta: Array, cost: float, gradient: Array) -> Verdict | None:
        """Judge the place reached by one more step; None while the walk goes on."""
        self._step += 1
        if not math.isfinite(cost):  # a slope that is not finite makes the next cost so
            return self._not_finite(theta, cost)
        before_last, self._before, self._theta = self._before, self._theta, theta
        cost_before_last, self._cost_before, self._cost = self._cost_before, self._cost, cost
        self._rising = self._rising + 1 if cost > self._cost_before else 0
        is_near = self._is_near(theta)
        if is_near:
            self._on_map = theta
        if self._watches:
            verdict = self._at_rest_after_a_while(gradient) or self._off_the_map(is_near=is_near)
            verdict = verdict or self._getting_nowhere(before_last, cost_before_last, gradient)
            if verdict is not None:
                return verdict
        if self._step >= self._step_limit:
            return self._limit_reached(gradient)
        return None

    # Flying off -------------------------------------------------------------------------------------------------

    def _not_finite(self, theta: Array, cost: float) -> Verdict:
        if cost == -math.inf or self._cost < self._surveyor.lowest - self._surveyor.typical_height:
            return self._went_down_for_ever()
        if self._is_undefined_at(theta):
            return self._verdict(
                Reason.LEFT_THE_MAP,
                message("The trekker stepped where the ground is not defined: there is no cost here."),
            )
        if self._step <= 1:
            return self._verdict(Reason.DIVERGED, message("The step overshot so far that the numbers overflowed."))
        return self._verdict(Reason.DIVERGED, message("Each step overshot further, until the numbers overflowed."))

    def _is_undefined_at(self, theta: Array) -> bool:
        """Tell whether no cost is to be had at a place that numbers can still be told of: only terrain has such."""
        ground = self._surveyor.ground
        if ground.cost.rows or not np.isfinite(theta).all():
            return False
        return float(np.abs(theta).max()) < _EXPLODED * ground.bounds.diagonal

    def _off_the_map(self, *, is_near: bool) -> Verdict | None:
        cost = self._cost
        if cost > self._exploded and self._rising >= _RISING:
            return self._verdict(
                Reason.DIVERGED,
                message("Each step overshot further: the cost has grown to {cost} and goes on growing.", cost=cost),
            )
        if is_near:
            self._far = 0
            return None
        self._far += cost <= self._surveyor.highest  # above the map's summits it is flying apart, not walking off
        lowest = self._surveyor.lowest
        if cost < lowest - _EXPLODED * self._surveyor.typical_height:
            return self._went_down_for_ever()
        if self._far >= _GONE and cost < lowest:
            return self._verdict(
                Reason.LEFT_THE_MAP,
                message("The trekker walked off the map, and stands lower than anything on it: {cost}.", cost=cost),
            )
        if self._far >= _GONE:
            return self._verdict(Reason.LEFT_THE_MAP, message("The trekker walked off the map and did not come back."))
        return None

    def _went_down_for_ever(self) -> Verdict:
        return self._verdict(
            Reason.LEFT_THE_MAP,
            message("The trekker walked off the map, and down without end: no valley floor is in sight."),
        )

    def _is_near(self, theta: Array) -> bool:
        if len(theta) != 2:
            return True
        near = self._near
        return near.x_min <= theta.item(0) <= near.x_max and near.y_min <= theta.item(1) <= near.y_max

    # Coming to rest ---------------------------------------------------------------------------------------------

    def _at_rest_after_a_while(self, gradient: Array) -> Verdict | None:
        """Count the steps that change nothing; quick, since every step comes by here."""
        if abs(self._cost - self._cost_before) > self._counts_as_none():
            self._quiet = 0
            return None
        self._quiet += 1
        return self._at_rest(gradient) if self._quiet % self._rule.patience == 0 else None

    def _at_rest(self, gradient: Array) -> Verdict | None:
        if self._is_moving():
            return None
        place = self._surveyor.place(self._theta, self._cost, gradient)
        if place is Place.SLOPE or self._is_short_of(place, gradient):
            return None
        return self._verdict(Reason(place.value), self._describe(place))

    def _is_short_of(self, place: Place, gradient: Array) -> bool:
        """Tell whether only a stride that has become too short keeps the trekker from coming lower."""
        if place not in (Place.GLOBAL_MINIMUM, Place.LOCAL_MINIMUM):
            return False
        left = self._surveyor.left(self._theta, self._cost, gradient)
        last_step = float(np.linalg.norm(self._theta - self._before))
        return left.drop > _MUCH * self._counts_as_none() and left.way > _FAR_TO_GO * last_step

    def _counts_as_none(self) -> float:
        """Return how small a change of the cost is none."""
        return self._rule.tolerance * self._size()

    def _size(self) -> float:
        """Return what a change of the cost is measured against."""
        return max(self._unit, abs(self._cost))

    def _describe(self, place: Place) -> Message:
        if place is Place.GLOBAL_MINIMUM:
            return self._describe_global(self._cost)
        if place is Place.LOCAL_MINIMUM:
            return self._describe_local(self._cost)
        if place is Place.SADDLE:
            return message("A saddle: level underfoot, with ground that falls away on some sides and rises on others.")
        if place is Place.MAXIMUM:
            return message(
                "A summit: level underfoot, and every direction leads down, but a level slope gives no hint which."
            )
        return message("A plateau: the ground is so flat here that the slope says nothing about where to go.")

    def _describe_global(self, cost: float) -> Message:
        if self._surveyor.ground.cost.is_bowl:
            return message(
                "The valley floor: this ground is one bowl without another, and the cost is {cost}.", cost=cost
            )
        if self._surveyor.is_without_fault(cost):
            return message("The valley floor: the model makes no fault, the cost is 0, and no cost is lower.")
        return message("The valley floor: no lower place is known on this ground, and the cost is {cost}.", cost=cost)

    def _describe_local(self, cost: float) -> Message:
        best = [minimum.cost for minimum in self._surveyor.ground.minima if minimum.is_global]
        if best:
            return message(
                "A valley floor, but not the deepest: the cost here is {cost}, and {best} exists elsewhere.",
                cost=cost,
                best=best[0],
            )
        return message("A valley floor: nothing around it is lower, and the cost is {cost}.", cost=cost)

    def _is_moving(self) -> bool:
        last_step = float(np.linalg.norm(self._theta - self._before))
        return last_step > _MOVING * self._surveyor.ground.bounds.diagonal

    # Getting nowhere --------------------------------------------------------------------------------------------

    def _getting_nowhere(self, before_last: Array, cost_before_last: float, gradient: Array) -> Verdict | None:
        if self._cost < self._best:
            self._best, self._best_step = self._cost, self._step
        if abs(self._cost - cost_before_last) > 1e-6 * abs(self._cost - self._cost_before):
            self._repeats = 0
        elif self._repeats_itself(before_last):
            return self._to_and_fro()
        if self._step - self._best_step >= _FRUITLESS and not self._quiet:
            return self._without_progress(gradient)
        return None

    def _repeats_itself(self, before_last: Array) -> bool:
        step = float(np.abs(self._theta - self._before).max())
        returned = float(np.abs(self._theta - before_last).max())
        self._repeats = self._repeats + 1 if self._step > 1 and step > 0 and returned <= 1e-6 * step else 0
        return self._repeats >= _PERIOD and self._is_moving()

    def _to_and_fro(self) -> Verdict:
        return self._verdict(
            Reason.OSCILLATING,
            message("The trekker steps to and fro between two places: each step overshoots as far as the last."),
        )

    def _without_progress(self, gradient: Array) -> Verdict:
        self._best_step = self._step
        return self._at_rest(gradient) or self._verdict(
            Reason.OSCILLATING,
            message(
                "The trekker wanders without getting lower: the lowest cost, {best}, was {count} steps ago.",
                best=self._best,
                count=str(_FRUITLESS),
            ),
        )

    def _limit_reached(self, gradient: Array) -> Verdict:
        there = self._at_rest(gradient)
        if there is not None and self._surveyor.left(self._theta, self._cost, gradient).drop <= _LITTLE * self._size():
            because = message("All steps are taken. {place}", place=there.because)
            return replace(there, reason=Reason.STEP_LIMIT, because=because, at_rest=True)
        slope = float(np.linalg.norm(gradient))
        return self._verdict(
            Reason.STEP_LIMIT,
            message("Still walking when the steps ran out: the slope underfoot is {slope}.", slope=slope),
        )

    def _verdict(self, reason: Reason, because: Message) -> Verdict:
        return Verdict(reason, self._step, because)
