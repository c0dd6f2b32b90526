"""A party that changes in mid-walk: who stays and walks on, who comes and must catch up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trekker.ground import Ground
from trekker.walk.descent import Descent
from trekker.walk.scenario import Scenario, Trekker

Party = Sequence[Trekker]


def same_walk(one: Trekker, other: Trekker) -> bool:
    """Tell whether two trekkers take the same steps: their names change none."""
    return replace(one, name="") == replace(other, name="")


def stayers(before: Party, after: Party) -> list[tuple[Trekker, Trekker]]:
    """Return those who are in both parties, known by their numbers: as they were, and as they will be."""
    known = {each.number: each for each in before}
    return [(known[each.number], each) for each in after if each.number in known]


def can_go_on(before: Scenario, after: Scenario, *, in_mid_walk: bool, walked: int = 0) -> bool:
    """Tell whether a walk can go on as another scenario, with its trails.

    It must be on the same ground, with the same luck and stop rule but for another step limit, which is beyond the
    ``walked`` steps; and those who stay must have started where they did. Other settings of theirs can be taken only in
    mid-walk.
    """
    if replace(after, trekkers=before.trekkers, race=before.race, stop=before.stop) != before:
        return False
    steps = after.stop.step_limit
    if replace(before.stop, step_limit=steps) != after.stop or (after.stop != before.stop and steps <= walked):
        return False
    pairs = stayers(before.trekkers, after.trekkers)
    return bool(pairs) and all(
        (old.start, old.steps) == (new.start, new.steps) and (in_mid_walk or same_walk(old, new)) for old, new in pairs
    )


def newcomers(ground: Ground, before: Party, descents: Sequence[Descent], after: Scenario) -> tuple[Descent, ...]:
    """Return fresh descents of those who are new in ``after``, or whose ended walk would be another one now.

    Args:
        ground: what is walked on.
        before: the party as it was.
        descents: its walks.
        after: the scenario that is to be walked now.

    Raises:
        ValueError: where somebody can't start on this ground.
    """
    walked = {each.number: (each, descent) for each, descent in zip(before, descents, strict=True)}

    def walks_on(trekker: Trekker) -> bool:
        if trekker.number not in walked:
            return False
        was, descent = walked[trekker.number]
        return descent.verdict is None or same_walk(was, trekker)

    party = enumerate(after.trekkers)
    return tuple(Descent(ground, after, index, descents) for index, each in party if not walks_on(each))


def edited(before: Party, descents: Sequence[Descent], after: Party) -> bool:
    """Give those who stay the settings that they have after; tell whether that changed anybody's steps to come."""
    walks = {each.number: descent for each, descent in zip(before, descents, strict=True)}
    changed = [new for old, new in stayers(before, after) if not same_walk(old, new)]
    changed = [each for each in changed if walks[each.number].verdict is None]
    for each in changed:
        walks[each.number].edit(each)
    return bool(changed)


def arrivals(before: Party, after: Party) -> list[int]:
    """Return which of a changed party were not there before."""
    known = {each.number for each in before}
    return [index for index, each in enumerate(after) if each.number not in known]
