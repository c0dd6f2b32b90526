"""Edits of a scenario that more than one part of the window makes: pure functions from scenario to scenario."""

from __future__ import annotations

from dataclasses import replace

from trekker.walk.grounds import GroundChoice
from trekker.walk.scenario import Scenario, Start, Trekker, Where


def moved_to(scenario: Scenario, ground: GroundChoice) -> Scenario:
    """Return the scenario on another ground, from that ground's own good start."""
    return replace(scenario, ground=ground, start=Where.GOOD)


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
