"""The table of a race: where each of a party stands at a tick of the clock, who is ahead, and who has won.

Lower is better. Those who arrived on a valley floor count as low as that floor is, however closely they came to it
before they stopped; of several on equally deep floors the one who arrived at the earlier tick is ahead. Costs that
differ by no more than :data:`EQUAL` of the way down are equal: who is equally low, and did not arrive earlier or later,
is tied, and ties share their rank. Who diverged or left the map is out of the race, behind everybody else.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from trekker.cost import Array
from trekker.ground import Ground
from trekker.messages import Message, message, number
from trekker.optimizers.probe import Evaluations
from trekker.walk.descent import Descent
from trekker.walk.race import Race, RaceClock
from trekker.walk.verdict import Reason, Verdict

EQUAL = 1e-6
"""Of the difference between the party's highest start and its lowest place: costs closer than that are equal."""

_ARRIVED = frozenset({Reason.GLOBAL_MINIMUM, Reason.LOCAL_MINIMUM})
_MOST_NAMED = 2  # of those who came as low, but later
_OUT = frozenset({Reason.DIVERGED, Reason.LEFT_THE_MAP})


@dataclass(frozen=True, kw_only=True, eq=False)
class Standing:
    """Where one of a party stands.

    Attributes:
        index: which of the descents this is.
        step: the steps that it has taken.
        theta: its place, shape (n,).
        cost: the true cost there.
        slope: how steep it is there, ‖∇J(θ)‖.
        distance: how far the nearest known minimum is; None where none is known.
        work: how often its rule has asked for costs, gradients and Hessians.
        rows: how many rows of data it has looked at for that.
        seconds: how long it has computed for that, measured.
        tick: when it arrived where it is now, by the clock of the race.
        verdict: why its walk ended; None while it goes on.
        level: how many levels of cost are below its own; those who are equally low have the same.
        rank: 1 for the one ahead; those who are tied share theirs.
        tied: whether somebody shares the rank.
        is_estimated: whether cost and slope are told by some of very many rows.
    """

    index: int
    step: int
    theta: Array
    cost: float
    slope: float
    distance: float | None
    work: Evaluations
    rows: int
    seconds: float
    tick: int
    verdict: Verdict | None
    level: int = 0
    rank: int = 0
    tied: bool = False
    is_estimated: bool = False

    @property
    def arrived(self) -> bool:
        """Whether it has come to rest on a valley floor."""
        return self.verdict is not None and self.verdict.reason in _ARRIVED

    @property
    def out(self) -> bool:
        """Whether it is out of the race: it flew apart, or left the map."""
        return not math.isfinite(self.cost) or (self.verdict is not None and self.verdict.reason in _OUT)


def standings(descents: Sequence[Descent], clock: RaceClock, tick: int) -> tuple[Standing, ...]:
    """Return where everybody stands at a tick, those ahead first; those who are tied in the order of the party."""
    party = [_standing(index, descent, clock, tick) for index, descent in enumerate(descents)]
    levels = _levels([_height(each, descents[each.index]) for each in party], _highest_start(descents))
    placed = sorted((replace(each, level=level) for each, level in zip(party, levels, strict=True)), key=_place)
    places = [_place(each) for each in placed]
    return tuple(
        replace(each, rank=places.index(place) + 1, tied=places.count(place) > 1)
        for each, place in zip(placed, places, strict=True)
    )


def outcome(table: Sequence[Standing], race: Race, names: Sequence[str]) -> Message:
    """Say in one sentence who has won, or who is ahead.

    Args:
        table: as :func:`standings` makes it.
        race: what the clock of the race counts.
        names: what people call the trekkers, by their index.
    """
    if len(table) < 2:
        return message("Nobody to race against: add a second trekker.")
    if not any(each.step for each in table):
        return message("Nobody has taken a step yet.")
    if all(each.out for each in table):
        return message("Nobody won: all of them diverged or left the map.")
    first = [each for each in table if each.rank == 1]
    who = ", ".join(names[each.index] for each in first)
    if not all(each.verdict is not None for each in table):
        return _ahead(first, who)
    return _tie(first, who, race) if len(first) > 1 else _victory(table, who, names, race)


def _standing(index: int, descent: Descent, clock: RaceClock, tick: int) -> Standing:
    trail = descent.trail
    step = clock.step_at(trail, tick)
    theta = trail.theta[step]
    return Standing(
        index=index,
        step=step,
        theta=theta,
        cost=float(trail.cost[step]),
        slope=trail.slope_at(step),
        distance=_distance(theta, descent.ground),
        work=Evaluations(*(int(count) for count in trail.work[step])),
        rows=int(trail.visits[step]),
        seconds=float(trail.seconds[step]),
        tick=clock.tick_of(trail, step),
        verdict=descent.verdict if step == trail.steps else None,
        is_estimated=descent.is_estimated_at(step),
    )


def _distance(theta: Array, ground: Ground) -> float | None:
    if not ground.minima:
        return None
    with np.errstate(all="ignore"):
        return min(float(np.linalg.norm(theta - np.asarray(minimum.theta))) for minimum in ground.minima)


def _height(standing: Standing, descent: Descent) -> float:
    """Return the cost that counts: of the floor, where a known one is reached; infinite for who is out of the race."""
    if standing.out:
        return math.inf
    if not standing.arrived:
        return standing.cost
    floor = descent.surveyor.known_minimum(standing.theta, standing.cost, descent.trail.gradient[standing.step])
    return standing.cost if floor is None else floor.cost


def _highest_start(descents: Sequence[Descent]) -> float:
    starts = (float(each.trail.cost[0]) for each in descents)
    return max((cost for cost in starts if math.isfinite(cost)), default=0.0)


def _levels(heights: Sequence[float], highest: float) -> list[int]:
    """Return for each height how many levels are below it; a level reaches up from its lowest by the tolerance."""
    ordered = sorted(set(heights))
    tolerance = EQUAL * max(highest - ordered[0], 0.0) if math.isfinite(ordered[0]) else 0.0
    levels, bottom, level = {}, ordered[0], 0
    for height in ordered:
        if height > bottom + tolerance:
            bottom, level = height, level + 1
        levels[height] = level
    return [levels[height] for height in heights]


def _place(standing: Standing) -> tuple[bool, int, bool, int]:
    """Return what ranks a trekker: out or not, how low, arrived or not, and then when."""
    return (standing.out, standing.level, not standing.arrived, standing.tick if standing.arrived else 0)


def _ahead(first: Sequence[Standing], who: str) -> Message:
    if len(first) > 1:
        return message("{names} are ahead together, at cost {cost}.", names=who, cost=first[0].cost)
    return message("Ahead: {name}, at cost {cost}.", name=who, cost=first[0].cost)


def _tie(first: Sequence[Standing], who: str, race: Race) -> Message:
    cost = number(first[0].cost)
    if first[0].arrived:
        return _after(
            race,
            first[0],
            message("A tie: {names} arrived equally low after {count} steps."),
            message("A tie: {names} arrived equally low after {count} gradient evaluations."),
            message("A tie: {names} arrived equally low after {count} ms of computing."),
            names=who,
        )
    return message("A tie: {names} came equally low, to cost {cost}.", names=who, cost=cost)


def _victory(table: Sequence[Standing], who: str, names: Sequence[str], race: Race) -> Message:
    """Say who won alone: lower than all others, or as low as others but earlier."""
    winner = table[0]
    beaten = [each for each in table[1:] if each.arrived and winner.arrived and each.level == winner.level]
    if not beaten and any(each.out and each.cost <= winner.cost for each in table):
        return message(
            "{name} won: of those who stayed on the map nobody else came as low as cost {cost}.",
            name=who,
            cost=winner.cost,
        )
    if not beaten:
        return message("{name} won: nobody else came as low as cost {cost}.", name=who, cost=winner.cost)
    others = ", ".join(names[each.index] for each in beaten[:_MOST_NAMED])
    if len(beaten) > _MOST_NAMED:
        others += " …"
    return _after(
        race,
        winner,
        message("{name} won: as low as {others}, but sooner, after {count} steps."),
        message("{name} won: as low as {others}, but sooner, after {count} gradient evaluations."),
        message("{name} won: as low as {others}, but sooner, after {count} ms of computing."),
        name=who,
        others=others,
    )


def _after(race: Race, first: Standing, steps: str, evaluations: str, time: str, **values: str) -> Message:
    """Fill in the sentence of the race, with what its winner needed."""
    sentence, count = {
        Race.STEPS: (steps, str(first.step)),
        Race.EVALUATIONS: (evaluations, str(first.work.gradient)),
        Race.TIME: (time, number(1000 * first.seconds, 3)),
    }[race]
    return message(sentence, count=count, **values)
