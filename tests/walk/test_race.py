"""Races: what their clocks count, who may walk how far, and who is ahead."""

import doctest
from dataclasses import replace

import numpy as np
import pytest

from trekker.ground import Bounds
from trekker.optimizers import catalogue
from trekker.optimizers.plain import GradientDescent
from trekker.walk import race as race_module
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain, SampleData, TypedFormula
from trekker.walk.race import Race, RaceClock, clock_for
from trekker.walk.regrouping import can_go_on, edited, newcomers
from trekker.walk.scenario import Scenario, Trekker, Where
from trekker.walk.standing import outcome, standings
from trekker.walk.suiting import newcomer_to, suited_party
from trekker.walk.verdict import Reason, StopRule

HIMMELBLAU = NamedMountain("himmelblau").open()


def party(*rules, ground=HIMMELBLAU, **scenario):
    trekkers = tuple(Trekker(optimizer=catalogue()[rule]()) for rule in rules)
    return suited_party(Scenario(trekkers=trekkers, **scenario), ground)


def walks(scenario, ground=HIMMELBLAU):
    return [Descent(ground, scenario, index) for index in range(len(scenario.trekkers))]


def steps(descents):
    return [each.trail.steps for each in descents]


def test_by_steps_all_take_the_same_number_of_steps():
    descents = walks(party("gradient_descent", "adam", "lbfgs"))
    clock = RaceClock(Race.STEPS)
    clock.walk_to(descents, 7)
    assert steps(descents) == [7, 7, 7]
    assert clock.length(descents) == 7


def test_by_evaluations_a_step_that_needs_several_gradients_takes_as_many_ticks():
    descents = walks(party("gradient_descent", "lbfgs"))
    greedy = descents[1].trail
    descents[1].advance(4)
    greedy._work[1:5, 1] = (3, 6, 9, 12)  # as if each of its steps had needed three
    clock = RaceClock(Race.EVALUATIONS)
    assert [clock.step_at(greedy, tick) for tick in (0, 2, 3, 5, 6, 11, 12)] == [0, 0, 1, 1, 2, 3, 4]
    clock.walk_to(descents, 12)
    assert steps(descents) == [12, 4]


def test_by_evaluations_nobody_works_on_once_the_budget_is_spent():
    descents = walks(party("gradient_descent", "lbfgs", "line_search", "newton"))
    RaceClock(Race.EVALUATIONS).walk_to(descents, 9)
    for descent in descents:
        spent = descent.trail.work[:, 1]
        assert descent.verdict is not None or (spent[-1] >= 9 and spent[-2] < 9)


def test_by_time_a_trekker_stands_where_its_seconds_have_brought_it():
    descent = walks(party("gradient_descent"))[0]
    descent.advance(4)
    descent.trail._seconds[:5] = (0.0, 0.01, 0.02, 0.05, 0.06)
    clock = RaceClock(Race.TIME, tick=0.01)
    assert [clock.step_at(descent.trail, tick) for tick in (0, 1, 3, 5, 6)] == [0, 1, 2, 3, 4]
    assert clock.length([descent]) == 6


def test_by_time_all_have_computed_for_the_budget_or_have_ended():
    descents = walks(party("gradient_descent", "adam", stop=StopRule(tolerance=0.0)))
    clock = clock_for(Race.TIME, HIMMELBLAU)
    clock.walk_to(descents, 20)
    for descent in descents:
        assert descent.trail.seconds[-1] >= 20 * clock.tick > descent.trail.seconds[-2]


def test_a_race_changes_when_steps_are_taken_and_never_which():
    trails = []
    for race in Race:
        descents = walks(party("adam", "lbfgs", race=race))
        clock_for(race, HIMMELBLAU).walk_to(descents, 12)
        trails.append(descents)
    for one, other in zip(trails[0], trails[2], strict=True):
        shared = min(len(one.trail), len(other.trail))
        assert one.trail.theta[:shared].tobytes() == other.trail.theta[:shared].tobytes()


def test_whoever_runs_out_of_time_has_not_caught_up_and_can_go_on():
    descents = walks(party("adam", stop=StopRule(tolerance=0.0)))
    clock = RaceClock()
    assert not clock.walk_for(descents, 50, 0.0)
    assert clock.walk_for(descents, 50, 60.0)
    assert steps(descents) == [50]


def test_equal_walks_tie_and_share_their_rank():
    descents = walks(party("gradient_descent", "adam", "gradient_descent"))
    clock = RaceClock()
    clock.walk_to(descents, 10)
    table = standings(descents, clock, 10)
    assert [(each.index, each.rank, each.tied) for each in table] == [(0, 1, True), (2, 1, True), (1, 3, False)]
    sentence = str(outcome(table, Race.STEPS, ("A", "B", "C")))
    assert sentence.startswith("A, C are ahead together, at cost ")


def test_the_sentence_is_right_of_you_as_well():
    descents = walks(party("gradient_descent", "adam"))
    clock, names = RaceClock(), ("You", "You")
    said = []
    for ticks in (10, 10_000):
        clock.walk_to(descents, ticks)
        said.append(str(outcome(standings(descents, clock, clock.length(descents)), Race.STEPS, names)))
    assert said[0].startswith("Ahead: You, at cost ")
    assert said[1].startswith("You won: ")


def test_equal_walks_tie_in_the_end_too():
    descents = walks(party("gradient_descent", "gradient_descent"))
    clock = RaceClock()
    clock.walk_to(descents, 10_000)
    table = standings(descents, clock, clock.length(descents))
    sentence = str(outcome(table, Race.STEPS, ("A", "B")))
    assert sentence == f"A tie: A, B arrived equally low after {descents[0].trail.steps} steps."


def test_of_two_on_equally_deep_floors_the_earlier_wins_however_low_the_later_stopped():
    descents = walks(party("adam", "gradient_descent"))
    clock = RaceClock()
    clock.walk_to(descents, 10_000)
    assert {each.verdict.reason for each in descents} == {Reason.GLOBAL_MINIMUM}
    table = standings(descents, clock, clock.length(descents))
    assert [each.index for each in table] == [1, 0]
    taken = descents[1].trail.steps
    assert str(outcome(table, Race.STEPS, ("Adam", "Plain"))) == (
        f"Plain won: as low as Adam, but sooner, after {taken} steps."
    )


def test_the_lower_floor_wins_though_the_other_was_there_first():
    ground = NamedMountain("six_hump_camel").open()
    near_the_higher = Trekker(start=(-1.7036, 0.7961))
    scenario = suited_party(Scenario(trekkers=(near_the_higher, Trekker(start=(-0.2, 0.5)))), ground)
    descents = walks(scenario, ground)
    clock = RaceClock()
    clock.walk_to(descents, 10_000)
    table = standings(descents, clock, clock.length(descents))
    assert [each.verdict.reason for each in table] == [Reason.GLOBAL_MINIMUM, Reason.LOCAL_MINIMUM]
    assert table[1].step <= table[0].step
    assert str(outcome(table, Race.STEPS, ("High", "Deep"))).startswith("Deep won: nobody else came as low")


def test_who_flew_off_is_behind_everybody_and_never_wins():
    wild = Trekker(optimizer=catalogue()["gradient_descent"](learning_rate=10.0))
    scenario = Scenario(trekkers=(wild, suited_party(Scenario(), HIMMELBLAU).trekkers[0], wild))
    descents = walks(scenario)
    clock = RaceClock()
    clock.walk_to(descents, 10_000)
    table = standings(descents, clock, clock.length(descents))
    assert [each.rank for each in table] == [1, 2, 2]
    assert [each.out for each in table] == [False, True, True]
    alone = walks(Scenario(trekkers=(wild, wild)))
    clock.walk_to(alone, 100)
    assert str(outcome(standings(alone, clock, clock.length(alone)), Race.STEPS, ("A", "B"))).startswith("Nobody won")


def test_a_table_of_the_past_tells_of_the_past():
    descents = walks(party("gradient_descent", "adam"))
    clock = RaceClock()
    clock.walk_to(descents, 10_000)
    for each in standings(descents, clock, 5):
        trail = descents[each.index].trail
        assert (each.step, each.cost, each.verdict) == (5, trail.cost[5], None)
        assert np.array_equal(each.theta, trail.theta[5])
        assert each.work.gradient == 5
        nearest = min(np.linalg.norm(trail.theta[5] - np.array(minimum.theta)) for minimum in HIMMELBLAU.minima)
        assert each.distance == pytest.approx(nearest)


def test_rows_are_counted_as_batches_look_at_them():
    ground = SampleData("five_points").open()
    scenario = Scenario(trekkers=(Trekker(), Trekker(batch_size=1)))
    descents = walks(scenario, ground)
    clock = RaceClock()
    clock.walk_to(descents, 3)
    rows = {each.index: each.rows for each in standings(descents, clock, 3)}
    assert rows == {0: 15, 1: 3}


def test_alone_or_before_the_first_step_nobody_is_ahead():
    clock = RaceClock()
    alone, two = walks(party("adam")), walks(party("adam", "lion"))
    assert "add a second trekker" in str(outcome(standings(alone, clock, 0), Race.STEPS, ("A",)))
    assert str(outcome(standings(two, clock, 0), Race.STEPS, ("A", "B"))) == "Nobody has taken a step yet."


# Parties that change --------------------------------------------------------------------------------------------


def test_each_of_a_party_has_a_number_of_its_own_and_keeps_it_when_another_goes():
    three = Scenario(trekkers=(Trekker(), Trekker(), Trekker()))
    assert [each.number for each in three.trekkers] == [0, 1, 2]
    two = replace(three, trekkers=(three.trekkers[0], three.trekkers[2]))
    assert [each.number for each in two.trekkers] == [0, 2]
    again = replace(two, trekkers=(*two.trekkers, two.trekkers[1]))
    assert [each.number for each in again.trekkers] == [0, 2, 1]


def test_a_trekkers_luck_stays_its_own_when_another_goes():
    ground = SampleData("five_points").open()
    felt = Trekker(batch_size=2)
    both = Scenario(trekkers=(felt, felt))
    one = replace(both, trekkers=both.trekkers[1:])
    before, after = walks(both, ground)[1], walks(one, ground)[0]
    for each in (before, after):
        each.advance(20)
    assert before.trail.theta.tobytes() == after.trail.theta.tobytes()


def test_a_random_start_of_ones_own_is_not_the_shared_one():
    shared, own = Trekker(), Trekker(start=Where.RANDOM)
    for trekkers in ((shared, own), (own, shared)):
        scenario = Scenario(trekkers=trekkers, start=Where.RANDOM)
        assert not np.array_equal(scenario.start_on(HIMMELBLAU, 0), scenario.start_on(HIMMELBLAU, 1))


def test_a_party_has_at_most_eight():
    with pytest.raises(ValueError, match="at most 8 trekkers, not 9"):
        Scenario(trekkers=(Trekker(),) * 9)


def test_a_newcomer_has_a_rule_that_nobody_has_with_a_stride_that_suits_the_ground():
    scenario = party("gradient_descent")
    while len(scenario.trekkers) < 8:
        scenario = replace(scenario, trekkers=(*scenario.trekkers, newcomer_to(scenario, HIMMELBLAU)))
    rules = [each.optimizer for each in scenario.trekkers]
    assert len({each.name for each in rules}) == 8
    for rule in rules:
        if rule.name in HIMMELBLAU.learning_rates and hasattr(rule, "learning_rate"):
            assert rule.learning_rate == HIMMELBLAU.learning_rates[rule.name]


def test_a_walk_goes_on_with_other_names_races_and_members_but_not_from_another_start_or_seed():
    before = party("gradient_descent", "adam")
    first, second = before.trekkers
    for after in (
        replace(before, race=Race.TIME),
        replace(before, trekkers=(first,)),
        replace(before, trekkers=(first, second, Trekker())),
        replace(before, trekkers=(first, replace(second, name="Eve"))),
        replace(before, stop=replace(before.stop, step_limit=before.stop.step_limit + 1)),
    ):
        assert can_go_on(before, after, in_mid_walk=False)
    other_rate = replace(before, trekkers=(replace(first, batch_size=3), second))
    assert can_go_on(before, other_rate, in_mid_walk=True)
    assert not can_go_on(before, other_rate, in_mid_walk=False)
    for after in (
        replace(before, seed=1),
        replace(before, stop=replace(before.stop, step_limit=20)),
        replace(before, stop=replace(before.stop, tolerance=0.0)),
        replace(before, start=(0.0, 0.0)),
        replace(before, trekkers=(first, replace(second, start=(0.0, 0.0)))),
    ):
        assert not can_go_on(before, after, in_mid_walk=True, walked=20)
    assert can_go_on(before, replace(before, stop=replace(before.stop, step_limit=21)), in_mid_walk=True, walked=20)


def test_whose_walk_has_ended_starts_afresh_with_other_settings_and_the_others_are_edited():
    before = party("gradient_descent", "adam")
    descents = walks(before)
    descents[0].advance(10_000)
    descents[1].advance(5)
    after = replace(before, trekkers=tuple(replace(each, batch_size=3) for each in before.trekkers))
    fresh = newcomers(HIMMELBLAU, before.trekkers, descents, after)
    assert [(each.trekker.number, each.trail.steps) for each in fresh] == [(0, 0)]
    assert edited(before.trekkers, descents, after.trekkers)
    assert [edit.step for edit in descents[1].edits] == [0, 5]


def test_the_examples_in_the_documentation_are_right():
    assert doctest.testmod(race_module).failed == 0


def test_of_whoever_left_the_map_lower_down_the_winner_is_not_said_to_be_lower_than_all():
    ground = TypedFormula("-x", Bounds(-1, 1, -1, 1)).open()
    slow, fast = (Trekker(optimizer=GradientDescent(learning_rate=rate)) for rate in (1e-4, 0.5))
    descents = walks(Scenario(trekkers=(slow, fast), start=(0.0, 0.0), stop=StopRule(step_limit=100)), ground)
    clock = RaceClock()
    clock.walk_to(descents, 100)
    table = standings(descents, clock, clock.length(descents))
    assert [each.verdict.reason for each in table] == [Reason.STEP_LIMIT, Reason.LEFT_THE_MAP]
    assert table[1].cost < table[0].cost
    assert "of those who stayed on the map nobody else came as low" in str(outcome(table, Race.STEPS, ("Slow", "Fast")))
