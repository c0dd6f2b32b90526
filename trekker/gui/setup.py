"""Edits of a scenario that more than one part of the window makes: pure functions from scenario to scenario."""

from __future__ import annotations

from dataclasses import replace

from trekker.knobs import Knob
from trekker.walk.grounds import Elevation, GroundChoice, NamedMountain, TypedFormula
from trekker.walk.race import Race
from trekker.walk.scenario import Scenario, Start, Trekker, Where
from trekker.walk.verdict import StopRule

_WITHOUT_ROWS = (NamedMountain, TypedFormula, Elevation)

SEED = Knob("seed", 0, low=0, high=2**31 - 1)
"""What luck is drawn from: that of a walk, and that of the rows held out."""


def moved_to(scenario: Scenario, ground: GroundChoice) -> Scenario:
    """Return the scenario on another ground, from that ground's own good start.

    What belonged to the old one is forgotten: places on it, budgets of its rows, the patience that suited it, and how
    many of its rows were felt, where the new one has none.
    """
    if ground == scenario.ground:
        return replace(scenario, start=Where.GOOD, trekkers=tuple(map(_without_place, scenario.trekkers)))
    loses_rows = isinstance(ground, _WITHOUT_ROWS) and not isinstance(scenario.ground, _WITHOUT_ROWS)
    trekkers = tuple(
        replace(_without_place(each), steps=None, batch_size=None if loses_rows else each.batch_size)
        for each in scenario.trekkers
    )
    return replace(scenario, ground=ground, start=Where.GOOD, trekkers=trekkers, stop=StopRule())


def _without_place(trekker: Trekker) -> Trekker:
    return replace(trekker, start=None) if isinstance(trekker.start, tuple) else trekker


def starting_at(scenario: Scenario, start: Start) -> Scenario:
    """Return the scenario with another start."""
    return replace(scenario, start=start)


def with_trekker(scenario: Scenario, trekker: Trekker, index: int = 0) -> Scenario:
    """Return the scenario with one trekker replaced."""
    trekkers = (*scenario.trekkers[:index], trekker, *scenario.trekkers[index + 1 :])
    return replace(scenario, trekkers=trekkers)


def starting_at_random(scenario: Scenario) -> Scenario:
    """Return the scenario with a random start; asked again, with the next seed's."""
    return replace(scenario, start=Where.RANDOM, seed=scenario.seed + (scenario.start is Where.RANDOM))


def starting_one_at(scenario: Scenario, start: Start, index: int) -> Scenario:
    """Return the scenario with another start of one trekker: its own if it has one, else the one that all share."""
    trekker = scenario.trekkers[index]
    return starting_at(scenario, start) if trekker.start is None else starting_apart(scenario, start, index)


def starting_one_at_random(scenario: Scenario, index: int) -> Scenario:
    """Return the scenario with a random start for one trekker; asked again, with the next seed's."""
    start = scenario.trekkers[index].start
    if start is None:
        return starting_at_random(scenario)
    return starting_apart(replace(scenario, seed=scenario.seed + (start is Where.RANDOM)), Where.RANDOM, index)


def starting_apart(scenario: Scenario, start: Start | None, index: int) -> Scenario:
    """Return the scenario with a start of its own for one trekker; with None it goes back to the one that all share."""
    return with_trekker(scenario, replace(scenario.trekkers[index], start=start), index)


def with_another(scenario: Scenario, trekker: Trekker) -> Scenario:
    """Return the scenario with one more trekker, who gets a number that nobody has.

    Raises:
        ValueError: where the party is complete.
    """
    return replace(scenario, trekkers=(*scenario.trekkers, trekker))


def without(scenario: Scenario, index: int) -> Scenario:
    """Return the scenario without one of its trekkers.

    Raises:
        ValueError: where nobody would be left.
    """
    return replace(scenario, trekkers=scenario.trekkers[:index] + scenario.trekkers[index + 1 :])


def renamed(scenario: Scenario, name: str, index: int) -> Scenario:
    """Return the scenario with another name for one trekker; without a name it is called after its rule."""
    return with_trekker(scenario, replace(scenario.trekkers[index], name=name.strip()), index)


def racing_by(scenario: Scenario, race: Race) -> Scenario:
    """Return the scenario with a race of another kind."""
    return replace(scenario, race=race)
