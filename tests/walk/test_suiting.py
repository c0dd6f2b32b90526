"""Suited learning rates: with them every rule gets down, or at least not up, every mountain of the gallery."""

import numpy as np
import pytest

from trekker.cost import Array
from trekker.ground import Ground
from trekker.optimizers import AnyOptimizer, catalogue
from trekker.terrain.gallery import gallery
from trekker.terrain.typed import typed_ground
from trekker.walk.applications import applications
from trekker.walk.descent import Descent
from trekker.walk.grounds import SampleData
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.suiting import able_party, suited_party, suited_to
from trekker.walk.verdict import StopRule

STEPS = 200
BOTTOMLESS = frozenset({"monkey_saddle", "saddle"})
"""Mountains that fall for ever: beyond their map, heights of minus infinity are the truth, and no fault."""


def heights_on_the_way(ground: Ground, rule: AnyOptimizer) -> Array:
    """The heights of a walk of 200 steps; of a bottomless mountain only those on the map."""
    trekker = Trekker(optimizer=suited_to(rule, ground))
    descent = Descent(ground, Scenario(trekkers=(trekker,), stop=StopRule(tolerance=0.0, step_limit=STEPS)))
    descent.advance(STEPS)
    heights = descent.trail.cost
    if ground.name not in BOTTOMLESS:
        return heights
    beyond = np.flatnonzero(~ground.bounds.contains(descent.trail.theta))
    return heights[: beyond[0]] if beyond.size else heights


def rules_that_fail_on(ground: Ground) -> list[str]:
    """The rules whose walk does not stay finite, or ends higher than it began by more than a thousandth."""
    failing = []
    for name, rule in catalogue().items():
        heights = heights_on_the_way(ground, rule())
        allowed = heights[0] + 1e-3 * abs(heights[0])
        if not (np.isfinite(heights).all() and heights[-1] <= allowed):
            failing.append(f"{name}: from {heights[0]:.4g} to {heights[-1]:.4g} in {len(heights) - 1} steps")
    return failing


@pytest.mark.slow
@pytest.mark.parametrize("name", gallery())
def test_every_rule_stays_finite_and_climbs_no_mountain_of_the_gallery(name: str) -> None:
    assert rules_that_fail_on(gallery()[name].ground()) == []


@pytest.mark.parametrize("text", ["x^2 + y^2", "(1-x)^2 + 100(y-x^2)^2", "1000x^2 + y^4", "x^6 + y^2", "|x| + |y|"])
def test_every_rule_stays_finite_and_climbs_no_typed_mountain(text: str) -> None:
    assert rules_that_fail_on(typed_ground(text)) == []


@pytest.mark.parametrize("name", ["five_points", "lemonade"])
def test_every_rule_stays_finite_and_climbs_no_bundled_data(name: str) -> None:
    assert rules_that_fail_on(SampleData(name).open()) == []


def test_the_rates_of_the_gallery_are_numbers_that_people_would_write() -> None:
    rates = [rate for mountain in gallery().values() for rate in mountain.learning_rates.values()]
    assert [rate for rate in rates if rate != float(f"{rate:.3g}")] == []


def test_a_rule_keeps_its_other_settings_and_a_rule_without_a_learning_rate_keeps_all() -> None:
    ground = gallery()["rosenbrock"].ground()
    adam = catalogue()["adam"]().with_settings(beta1=0.8)
    assert suited_to(adam, ground) == adam.with_settings(learning_rate=ground.learning_rates["adam"])
    newton = catalogue()["newton"]()
    assert suited_to(newton, ground) is newton


def test_every_trekker_of_a_party_is_suited() -> None:
    ground = gallery()["rosenbrock"].ground()
    party = tuple(Trekker(optimizer=catalogue()[name]()) for name in ("gradient_descent", "adam"))
    suited = suited_party(Scenario(trekkers=party), ground)
    rates = [each.optimizer.learning_rate for each in suited.trekkers]
    assert rates == [ground.learning_rates["gradient_descent"], ground.learning_rates["adam"]]


def test_a_rule_that_asks_for_what_the_ground_does_not_know_is_refused_in_one_sentence() -> None:
    ground = applications()["two_moons"].scenario().ground.open()
    newton = Trekker(optimizer=catalogue()["newton"]())
    scenario = Scenario(trekkers=(newton, Trekker()))
    with pytest.raises(ValueError, match="Newton's method needs the curvature of the ground"):
        Descent(ground, scenario)
    descent = Descent(ground, scenario, 1)
    with pytest.raises(ValueError, match="every other rule can walk there"):
        descent.edit(newton)
    assert [each.optimizer.name for each in able_party(scenario, ground).trekkers] == ["gradient_descent"] * 2
    assert able_party(scenario, gallery()["bowl"].ground()) == scenario
