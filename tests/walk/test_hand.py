"""A person as a trekker: what they choose is what is walked, recorded, judged and compared."""

import math
from dataclasses import replace

import numpy as np
import pytest

from trekker.optimizers import catalogue
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain
from trekker.walk.hand import (
    ByHand,
    aimed,
    alone,
    can_be_walked_by_hand,
    choice_at,
    person_in,
    strides,
    turned,
    with_rivals,
    without_a_person,
)
from trekker.walk.scenario import MOST_TREKKERS, Scenario, Trekker
from trekker.walk.verdict import Reason
from trekker.walk.walkthrough import Part, walkthrough

BOWL = NamedMountain("bowl").open()
HIMMELBLAU = NamedMountain("himmelblau").open()


def walking(*changes, ground=BOWL, start=(3.0, 4.0)):
    """A person's walk that takes these steps one after the other."""
    scenario = alone(Scenario(trekkers=(Trekker(start=start),)), ground, 0)
    descent = Descent(ground, scenario)
    for change in changes:
        scenario = aimed(scenario, change)
        descent.edit(scenario.trekkers[0])
        descent.step()
    return descent


def test_every_step_goes_where_the_person_pointed():
    descent = walking((-1.0, 0.0), (0.0, -2.0), (-0.3, 0.4))
    assert np.allclose(descent.trail.theta, [(3, 4), (2, 4), (2, 2), (1.7, 2.4)], atol=1e-3)
    assert np.array_equal(descent.trail.cost, [BOWL.cost.cost(theta) for theta in descent.trail.theta])


def test_every_choice_is_a_timed_change_of_the_walk_so_that_a_replay_takes_the_same_steps():
    descent = walking((-1.0, 0.0), (0.0, -2.0), (0.0, -2.0), (-0.3, 0.4))
    assert [edit.step for edit in descent.edits] == [0, 1, 3]
    again = Descent(BOWL, replace(Scenario(), trekkers=(descent.edits[0].trekker,)))
    for edit in descent.edits[1:]:
        again.advance(edit.step - again.trail.steps)
        again.edit(edit.trekker)
    again.advance(descent.trail.steps - again.trail.steps)
    assert again.trail.theta.tobytes() == descent.trail.theta.tobytes()


def test_a_person_who_finds_the_floor_and_stays_there_gets_the_same_verdict_as_a_rule():
    floor = BOWL.minima[0].theta
    descent = walking(np.array(floor) - (3.0, 4.0), ground=BOWL)
    scenario = aimed(replace(Scenario(), trekkers=(descent.trekker,)), (1e-7, 0.0))
    descent.edit(scenario.trekkers[0])
    descent.advance(30)
    assert descent.verdict is not None
    assert descent.verdict.reason is Reason.GLOBAL_MINIMUM


def test_the_choice_is_told_beside_what_the_slope_says():
    descent = walking()
    descent.edit(aimed(replace(Scenario(), trekkers=(descent.trekker,)), (0.0, -2.0)).trekkers[0])
    choice = choice_at(descent, 0)
    gradient = BOWL.cost.gradient(np.array((3.0, 4.0)))
    downhill = math.degrees(math.atan2(-gradient[1], -gradient[0])) % 360
    assert choice.heading == 270.0
    assert choice.downhill == pytest.approx(downhill, abs=0.05)
    assert choice.astray == pytest.approx(abs(270.0 - downhill), abs=0.05)
    assert choice.steepness == pytest.approx(float(np.linalg.norm(gradient)))
    rate = choice.learning_rate
    by_rule = Descent(
        BOWL,
        Scenario(start=(3.0, 4.0), trekkers=(Trekker(optimizer=catalogue()["gradient_descent"](learning_rate=rate)),)),
    )
    by_rule.step()
    assert np.linalg.norm(by_rule.trail.change[0]) == pytest.approx(2.0)


def test_where_it_is_level_every_direction_is_a_guess():
    descent = walking(start=tuple(float(each) for each in BOWL.minima[0].theta))
    choice = choice_at(descent, 0)
    assert choice.downhill is choice.astray is choice.learning_rate is None


def test_a_choice_leads_beside_steepest_descent_by_no_more_than_half_a_turn():
    for heading in range(0, 360, 15):
        angle = math.radians(heading)
        descent = walking()
        party = replace(Scenario(), trekkers=(descent.trekker,))
        descent.edit(aimed(party, (math.cos(angle), math.sin(angle))).trekkers[0])
        choice = choice_at(descent, 0)
        along = -BOWL.cost.gradient(np.array((3.0, 4.0))) @ (math.cos(angle), math.sin(angle)) / choice.steepness
        assert math.cos(math.radians(choice.astray)) == pytest.approx(along, abs=2e-3)


def test_the_step_of_a_person_is_explained_like_that_of_a_rule():
    descent = walking((-1.0, 0.0))
    stages = walkthrough(descent, 0)
    move = next(stage for stage in stages if stage.part is Part.MOVE)
    assert move.symbolic == "θ ← θ + d"
    assert np.allclose(move.arrow.vector, (-1.0, 0.0))


def test_a_person_stands_in_no_list_of_rules():
    assert "by_hand" not in catalogue()


def test_a_person_takes_the_place_of_one_trekker_and_walks_alone_from_its_start():
    rival = Trekker(optimizer=catalogue()["adam"](), start=(1.0, 2.0), number=3, name="Eve", batch_size=4, steps=50)
    scenario = alone(Scenario(trekkers=(Trekker(), rival)), HIMMELBLAU, 1)
    (person,) = scenario.trekkers
    assert person_in(scenario.trekkers) == 0
    assert (person.start, person.number, person.steps) == ((1.0, 2.0), 3, 50)
    assert (person.title, person.batch_size) == ("You", None)
    shortest, longest = strides(HIMMELBLAU)
    assert shortest < person.optimizer.stride < longest


def test_rivals_set_out_from_the_same_place_and_there_are_at_least_three():
    before = (Trekker(optimizer=catalogue()["adam"](), start=(1.0, 2.0)),)
    scenario = alone(Scenario(), HIMMELBLAU, 0)
    party = with_rivals(scenario, before, HIMMELBLAU)
    assert [each.title for each in party.trekkers] == ["You", "Adam", "Gradient descent", "Momentum"]
    starts = [Descent(HIMMELBLAU, party, index).trail.theta[0] for index in range(4)]
    assert all(np.array_equal(starts[0], each) for each in starts)


def test_a_full_party_still_has_room_for_the_person():
    before = tuple(Trekker(number=number) for number in range(MOST_TREKKERS))
    party = with_rivals(alone(Scenario(), HIMMELBLAU, 0), before, HIMMELBLAU)
    assert len(party.trekkers) == MOST_TREKKERS
    assert person_in(party.trekkers) == 0


def test_a_person_at_a_random_start_is_compared_from_there():
    scenario = Scenario(trekkers=(Trekker(start=(0.5, 0.25), number=2),), seed=5)
    party = with_rivals(alone(scenario, HIMMELBLAU, 0), scenario.trekkers, HIMMELBLAU)
    assert {each.start for each in party.trekkers} == {(0.5, 0.25)}


def test_without_the_person_a_rule_walks_in_its_place():
    scenario = without_a_person(alone(Scenario(), HIMMELBLAU, 0))
    assert person_in(scenario.trekkers) is None
    assert scenario.trekkers[0].optimizer.name == "gradient_descent"


def test_pointing_nowhere_changes_nothing():
    scenario = alone(Scenario(), HIMMELBLAU, 0)
    for nowhere in ((0.0, 0.0), (math.nan, 1.0), (math.inf, 0.0)):
        assert aimed(scenario, nowhere) == scenario
    assert aimed(Scenario(), (1.0, 1.0)) == Scenario()


def test_directions_are_angles_from_0_up_to_360():
    assert [turned(each) for each in (-90.0, 0.0, 360.0, 725.0, 359.99)] == [270.0, 0.0, 0.0, 5.0, 0.0]
    with pytest.raises(ValueError, match="heading must be"):
        ByHand(heading=360.0)
    with pytest.raises(ValueError, match="stride must be"):
        ByHand(stride=0.0)


def test_only_two_parameters_can_be_felt_whole():
    assert can_be_walked_by_hand(HIMMELBLAU)
    theta = np.arange(5.0)
    change, _ = ByHand(heading=90.0, stride=2.0).update(theta, ByHand().init(theta), theta)
    assert np.allclose(change, (0, 2, 0, 0, 0))
