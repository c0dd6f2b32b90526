"""Walks without a window."""

from dataclasses import replace

import numpy as np
import pytest

from trekker.cost import Array, CostFunction, Rows
from trekker.ground import Bounds, Ground
from trekker.optimizers import catalogue, optimizer
from trekker.optimizers.clipping import Clipping
from trekker.optimizers.schedules import Exponential
from trekker.walk import memories
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain, SampleData
from trekker.walk.scenario import Scenario, Trekker, Where
from trekker.walk.verdict import Reason, StopRule

ENDLESS = StopRule(tolerance=0.0, step_limit=100_000)


def scenario(rule: str = "gradient_descent", mountain: str = "himmelblau", **settings: object) -> Scenario:
    known = {name: str(value) for name, value in settings.items()}
    return Scenario(ground=NamedMountain(mountain), trekkers=(Trekker(optimizer=optimizer(rule, known)),), stop=ENDLESS)


def walked(run: Scenario, steps: int) -> Descent:
    descent = Descent(run.ground.open(), run)
    descent.advance(steps)
    return descent


def test_plain_descent_does_what_the_formula_says() -> None:
    descent = walked(scenario(learning_rate=0.005), 3)
    trail, cost = descent.trail, descent.ground.cost
    theta = np.array(descent.ground.start)
    for step in range(3):
        assert np.array_equal(trail.theta[step], theta)
        assert trail.cost[step] == cost.cost(theta)
        theta = theta + -0.005 * cost.gradient(theta)
    assert np.array_equal(trail.theta[3], theta)


@pytest.mark.parametrize("rule", catalogue())
def test_the_same_scenario_gives_the_same_trail_bit_for_bit(rule: str) -> None:
    one, other = walked(scenario(rule), 60), walked(scenario(rule), 60)
    for name in ("theta", "cost", "gradient", "felt", "change", "work"):
        assert np.array_equal(getattr(one.trail, name), getattr(other.trail, name), equal_nan=True)


def test_steps_taken_one_by_one_or_all_at_once_are_the_same() -> None:
    at_once, one_by_one = walked(scenario("adam"), 50), walked(scenario("adam"), 0)
    for _ in range(50):
        one_by_one.step()
    assert np.array_equal(at_once.trail.theta, one_by_one.trail.theta)


@pytest.mark.parametrize("size", [1, 3])
def test_a_stochastic_walk_feels_its_batches_and_records_the_true_cost(size: int) -> None:
    run = Scenario(ground=SampleData("five_points"), trekkers=(Trekker(batch_size=size),), stop=ENDLESS, seed=4)
    descent = walked(run, 20)
    cost = descent.ground.cost
    assert not np.allclose(descent.trail.felt[:20], descent.trail.gradient[:20])
    assert np.array_equal(descent.trail.cost, [cost.cost(theta) for theta in descent.trail.theta])
    assert np.array_equal(descent.trail.theta, walked(run, 20).trail.theta)
    assert not np.array_equal(descent.trail.theta, walked(replace(run, seed=5), 20).trail.theta)


def test_one_epoch_of_single_rows_feels_the_whole_slope_on_average() -> None:
    run = Scenario(
        ground=SampleData("five_points"),
        trekkers=(Trekker(batch_size=1, optimizer=optimizer("gradient_descent", {"learning_rate": "1e-9"})),),
        stop=ENDLESS,
    )
    descent = walked(run, 5)
    assert descent.trail.felt[:5].mean(axis=0) == pytest.approx(descent.trail.gradient[0], rel=1e-6)


def test_a_mountain_without_rows_gusts_when_a_batch_is_asked_for() -> None:
    calm = scenario(learning_rate=0.002)
    gusty = replace(calm, trekkers=(replace(calm.trekkers[0], batch_size=4),))
    descent = walked(gusty, 30)
    assert not np.array_equal(descent.trail.felt[:30], descent.trail.gradient[:30])
    assert np.array_equal(descent.trail.theta, walked(gusty, 30).trail.theta)
    assert not np.array_equal(descent.trail.theta, walked(calm, 30).trail.theta)


def test_a_change_in_mid_walk_keeps_the_memory_of_the_rule() -> None:
    run = scenario("momentum", learning_rate=0.001)
    descent = walked(run, 10)
    before = descent.state_at(10)
    slower = replace(run.trekkers[0], optimizer=optimizer("momentum", {"learning_rate": "0.0005"}))
    descent.edit(slower)
    assert descent.state_at(10) is before
    descent.step()
    expected = -0.0005 * (0.9 * before.velocity + descent.trail.gradient[10])
    assert np.array_equal(descent.trail.change[10], expected)
    assert [edit.step for edit in descent.edits] == [0, 10]


def test_a_walk_replayed_with_its_edits_is_the_same() -> None:
    def edited() -> Descent:
        run = scenario("adam", learning_rate=0.05)
        descent = walked(run, 37)
        descent.edit(replace(run.trekkers[0], optimizer=optimizer("adam", {"learning_rate": "0.2"})))
        descent.advance(200)
        descent.edit(replace(run.trekkers[0], optimizer=optimizer("momentum", {"learning_rate": "0.001"})))
        descent.advance(100)
        return descent

    one, other = edited(), edited()
    assert np.array_equal(one.trail.theta, other.trail.theta)
    for step in (0, 36, 37, 128, 200, 237, 300):
        assert all(map(np.array_equal, one.state_at(step), other.state_at(step)))


@pytest.mark.parametrize("rule", catalogue())
def test_the_memory_at_any_recorded_step_can_be_looked_up(rule: str) -> None:
    descent, kept = walked(scenario(rule), 0), []
    for _ in range(140):
        kept.append(descent.state_at(descent.trail.steps))
        descent.step()
    for step in (0, 1, 5, 127, 128, 129, 139):
        if step < descent.trail.steps:
            for looked_up, known in zip(descent.state_at(step), kept[step], strict=True):
                assert np.array_equal(looked_up, known, equal_nan=False)


@pytest.mark.parametrize("rule", catalogue())
def test_every_step_can_be_explained_and_the_explanation_ends_where_the_trekker_did(rule: str) -> None:
    descent = walked(scenario(rule), 12)
    for step in range(min(12, descent.trail.steps)):
        told = descent.explain(step)
        assert told.values["theta"] == pytest.approx(descent.trail.theta[step + 1], rel=1e-9, abs=1e-12)


def test_the_step_to_come_can_be_foretold() -> None:
    descent = walked(scenario("adam"), 5)
    foretold = descent.change_at(5)
    descent.step()
    assert np.array_equal(descent.trail.change[5], foretold)


def test_schedules_and_clipping_shape_the_step() -> None:
    run = scenario(learning_rate=0.01)
    trekker = replace(run.trekkers[0], schedule=Exponential(rate=0.5, every=1), clipping=Clipping.read("norm:1"))
    descent = walked(replace(run, trekkers=(trekker,)), 4)
    lengths = np.linalg.norm(descent.trail.change[:4], axis=1)
    assert lengths == pytest.approx([0.01, 0.005, 0.0025, 0.00125])


class Hollow(CostFunction):
    """x² + y², not defined where x < 1."""

    dimension = 2

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        return np.where(theta[..., 0] < 1, np.nan, (theta**2).sum(axis=-1))

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        return np.where(theta[..., :1] < 1, np.nan, 2 * theta)


def test_a_step_into_a_hole_ends_the_walk_and_raises_nothing() -> None:
    ground = Ground(name="h", title="h", cost=Hollow(), bounds=Bounds(-3, 3, -3, 3), start=(2.0, 2.0))
    trekker = Trekker(optimizer=optimizer("gradient_descent", {"learning_rate": "0.1"}))
    descent = Descent(ground, Scenario(trekkers=(trekker,)))
    descent.advance(100)
    assert descent.verdict is not None
    assert descent.verdict.reason is Reason.LEFT_THE_MAP
    assert "not defined" in str(descent.verdict.because)
    steps = descent.trail.steps
    descent.advance(10)
    assert descent.trail.steps == steps


def test_a_start_in_a_hole_is_said_at_once() -> None:
    ground = Ground(name="h", title="h", cost=Hollow(), bounds=Bounds(-3, 3, -3, 3), start=(0.0, 2.0))
    descent = Descent(ground, Scenario())
    assert descent.verdict is not None
    assert descent.advance(5) == 0


def test_with_tolerance_zero_every_step_is_taken() -> None:
    descent = walked(replace(scenario(learning_rate=0.01), stop=StopRule(tolerance=0.0, step_limit=700)), 10_000)
    assert descent.trail.steps == 700
    assert descent.verdict is not None
    assert descent.verdict.reason is Reason.STEP_LIMIT


@pytest.mark.parametrize("seed", range(200))
def test_rosenbrock_with_a_large_stride_always_diverges(seed: int) -> None:
    run = replace(scenario(mountain="rosenbrock", learning_rate=0.01), start=Where.RANDOM, seed=seed, stop=StopRule())
    descent = walked(run, 10_000)
    assert descent.verdict is not None
    assert descent.verdict.reason is Reason.DIVERGED


def test_work_is_counted_as_the_rule_asks_for_it() -> None:
    plain, searching = walked(scenario(), 10), walked(scenario("line_search"), 10)
    assert plain.trail.work[-1].tolist() == [0, 10, 0]
    cost_evaluations, gradient_evaluations, _ = searching.trail.work[searching.trail.steps]
    assert cost_evaluations > searching.trail.steps
    assert gradient_evaluations == searching.trail.steps


def test_the_memory_after_a_step_is_that_of_the_rule_that_took_it_although_another_rule_takes_the_next() -> None:
    descent = walked(scenario("adam", learning_rate=0.01), 3)
    descent.edit(replace(descent.trekker, optimizer=optimizer("gradient_descent", {})))
    descent.advance(2)
    assert [descent.state_after(step).t for step in range(3)] == [1, 2, 3]
    assert not hasattr(descent.state_after(3), "t")


def test_of_a_long_walk_few_memories_are_kept_and_each_can_be_looked_up_all_the_same(monkeypatch) -> None:
    monkeypatch.setattr(memories, "_MOST", 6)
    descent, known = walked(scenario("adam", learning_rate=0.001), 0), []
    for _ in range(3000):
        known.append(descent.state_at(descent.trail.steps))
        descent.step()
        if descent.trail.steps == 500:
            descent.edit(replace(descent.trekker, optimizer=optimizer("momentum", {"learning_rate": "0.0001"})))
    assert len(descent._memories) <= 6 + len(descent.edits)
    for step in (0, 1, 300, 499, 500, 501, 1023, 2900):
        assert all(map(np.array_equal, descent.state_at(step), known[step])), step


def test_a_walk_that_ran_out_of_steps_and_is_allowed_more_is_the_walk_that_had_them_all_along() -> None:
    run = replace(scenario("adam", learning_rate=0.05), stop=StopRule(step_limit=20))
    descent = walked(run, 100)
    assert descent.verdict is not None
    assert descent.verdict.reason is Reason.STEP_LIMIT
    descent.allow(50)
    descent.advance(100)
    whole = walked(replace(run, stop=StopRule(step_limit=50)), 100)
    assert np.array_equal(descent.trail.theta, whole.trail.theta)
    assert descent.verdict == whole.verdict


def test_a_walk_that_arrived_stays_there_however_many_steps_it_is_allowed() -> None:
    descent = walked(replace(scenario("newton", "bowl"), stop=StopRule()), 100)
    verdict = descent.verdict
    assert verdict is not None
    descent.allow(20_000)
    assert descent.verdict is verdict


def test_a_rule_that_is_left_and_taken_again_without_a_step_keeps_its_memory():
    scenario = Scenario(trekkers=(Trekker(optimizer=optimizer("adam")),), stop=StopRule(tolerance=0.0))
    plain, changed = (Descent(scenario.ground.open(), scenario) for _ in range(2))
    for each in (plain, changed):
        each.advance(20)
    (adam,) = scenario.trekkers
    changed.edit(replace(adam, optimizer=optimizer("momentum")))
    changed.edit(adam)
    for each in (plain, changed):
        each.advance(20)
    assert np.array_equal(plain.trail.theta, changed.trail.theta)
    assert np.array_equal(plain.state_at(30).m, changed.state_at(30).m)
