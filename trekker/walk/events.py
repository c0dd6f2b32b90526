"""The moments of a walk that are worth going back to, found in its trail as it grows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array, CostFunction
from trekker.walk.descent import Descent
from trekker.walk.verdict import Reason

_SAMPLES = 15  # places looked at between the two ends of a step
_CLEARLY = 1e-9  # of the costs' size: a smaller rise is rounding
_AFFORDABLE = 4096  # numbers that one look at the cost goes through: beyond that ridges are not looked for
_AT_ONCE = 1024  # steps looked at together


class EventKind(Enum):
    """What can happen on a walk."""

    ASCENT = "first ascent"
    RIDGE = "crossing a ridge"
    EDIT = "edit"
    DIVERGENCE = "divergence"
    ARRIVAL = "arrival"
    STOP = "the walk ends"


@dataclass(frozen=True, order=True)
class Event:
    """Something that happened: at which row of the trail it can be seen, and what it was."""

    step: int
    kind: EventKind


class Events:
    """Finds the events of one walk; each step is looked at once."""

    def __init__(self, descent: Descent) -> None:
        self._descent = descent
        self._looks_for_ridges = can_look_for_ridges(descent)
        self._looked = 0
        self._ascent: int | None = None
        self._ridges: list[int] = []

    @property
    def descent(self) -> Descent:
        """The walk that is watched."""
        return self._descent

    def look(self, most: int = 4 * _AT_ONCE) -> bool:
        """Look at up to ``most`` steps that were not looked at yet; tell whether any are left."""
        trail = self._descent.trail
        last = min(trail.steps, self._looked + most)
        for begin in range(self._looked, last, _AT_ONCE):
            end = min(begin + _AT_ONCE, last)
            costs = trail.cost[begin : end + 1]
            if self._ascent is None:
                found = first_ascent(costs)
                self._ascent = None if found is None else begin + found
            if self._looks_for_ridges:
                crossed = ridge_crossings(self._descent.ground.cost, trail.theta[begin : end + 1], costs)
                self._ridges += (begin + crossed).tolist()
        self._looked = last
        return last < trail.steps

    def found(self) -> tuple[Event, ...]:
        """Return what was found so far, in order."""
        events = [Event(step, EventKind.RIDGE) for step in self._ridges]
        events += [Event(edit.step, EventKind.EDIT) for edit in self._descent.edits if edit.step > 0]
        if self._ascent is not None:
            events.append(Event(self._ascent, EventKind.ASCENT))
        verdict = self._descent.verdict
        if verdict is not None:
            events.append(Event(verdict.step, end_kind(verdict.reason)))
        return tuple(sorted(events, key=lambda event: (event.step, list(EventKind).index(event.kind))))


def end_kind(reason: Reason) -> EventKind:
    """Return what kind of event the end of a walk is: an arrival at a minimum, a divergence, or another stop."""
    if reason in (Reason.GLOBAL_MINIMUM, Reason.LOCAL_MINIMUM):
        return EventKind.ARRIVAL
    if reason in (Reason.DIVERGED, Reason.LEFT_THE_MAP):
        return EventKind.DIVERGENCE
    return EventKind.STOP


def first_ascent(costs: Array) -> int | None:
    """Return the first row that is higher than the row before it, by more than rounding; None where there is none.

    A cost that is no number is not higher; an infinite one is.
    """
    before, after = costs[:-1], costs[1:]
    with np.errstate(all="ignore"):
        rises = after - before > _CLEARLY * np.maximum(np.abs(before), np.abs(after))
    rises |= np.isposinf(after) & np.isfinite(before)
    return int(rises.argmax()) + 1 if rises.any() else None


def ridge_crossings(cost: CostFunction, theta: Array, costs: Array) -> NDArray[np.int64]:
    """Return the rows that a step over a ridge leads to.

    A step crosses a ridge where the ground on the straight way between its two ends rises, by more than rounding,
    above both ends. That is looked for at 15 evenly spaced places; a narrower ridge between two of them is missed. A
    step that merely ends higher than it began crosses none.

    Args:
        cost: the ground.
        theta: where the trekker stood, shape (rows, n).
        costs: the cost there, shape (rows,).
    """
    begins, ends = theta[:-1], theta[1:]
    higher = np.maximum(costs[:-1], costs[1:])
    usable = np.isfinite(begins).all(axis=-1) & np.isfinite(ends).all(axis=-1) & np.isfinite(higher)
    rows = np.flatnonzero(usable)
    if not len(rows):
        return rows
    shares = (np.arange(1, _SAMPLES + 1) / (_SAMPLES + 1))[:, np.newaxis]
    between = begins[rows, np.newaxis] + shares * (ends - begins)[rows, np.newaxis]
    with np.errstate(all="ignore"):
        heights = cost.cost(between)
        top = np.where(np.isfinite(heights), heights, -np.inf).max(axis=-1)
        crossed = top - higher[rows] > _CLEARLY * np.maximum(np.abs(top), np.abs(higher[rows]))
    return np.asarray(rows[crossed] + 1)


def can_look_for_ridges(descent: Descent) -> bool:
    """Tell whether 15 looks at the cost for every step are affordable; on ground made of much data they are not."""
    cost = descent.ground.cost
    return max(1, cost.rows) * cost.dimension <= _AFFORDABLE
