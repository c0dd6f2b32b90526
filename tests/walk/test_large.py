"""Walks with many parameters: what is not kept is worked out again, and steps may be taken ahead of the record."""

from dataclasses import replace

import numpy as np
import pytest

from trekker.learning.catalogue import model
from trekker.learning.data_ground import data_ground
from trekker.learning.dataset import Column, Dataset
from trekker.optimizers import optimizer
from trekker.optimizers.clipping import Clipping
from trekker.optimizers.schedules import Exponential
from trekker.walk import descent as descent_module
from trekker.walk.descent import Descent
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.verdict import StopRule

STOP = StopRule(tolerance=0.0, step_limit=100_000)
VECTORS = ("gradient", "felt", "change")


@pytest.fixture(scope="module")
def ground():
    generator = np.random.default_rng(3)
    x, z = generator.normal(size=(2, 40))
    table = Dataset("waves", (Column("x", x), Column("z", z), Column("y", np.sin(x) * z)))
    return data_ground(table, ("x", "z"), "y", model("perceptron", {"hidden": "12,4"}))


def scenario(rule="adam", batch_size=7):
    trekker = Trekker(optimizer=optimizer(rule, {}), batch_size=batch_size)
    return Scenario(trekkers=(trekker,), stop=STOP, seed=4)


def edited(run):
    trekker = run.trekkers[0]
    return replace(trekker, batch_size=3, clipping=Clipping.read("norm:0.5"), schedule=Exponential(rate=0.9, every=1))


def walked(ground, run):
    walk = Descent(ground, run)
    walk.advance(21)
    walk.edit(edited(run))
    walk.advance(12)
    return walk


@pytest.mark.parametrize("rule", ["gradient_descent", "adam", "lbfgs", "line_search"])
@pytest.mark.parametrize("batch_size", [None, 7])
def test_what_a_thrifty_trail_does_not_keep_is_worked_out_bit_for_bit(ground, rule, batch_size, monkeypatch):
    thrifty = walked(ground, scenario(rule, batch_size))
    monkeypatch.setattr(descent_module, "MOST_KEPT", 10_000)
    kept = walked(ground, scenario(rule, batch_size))
    assert np.array_equal(thrifty.trail.theta, kept.trail.theta)
    assert thrifty.trail.gradient_norm == pytest.approx(kept.trail.gradient_norm)
    for step in (0, 5, 20, 21, 32):
        assert thrifty.trail.slope_at(step) == pytest.approx(kept.trail.slope_at(step), rel=1e-12)
        assert kept.trail.slope_at(step) == pytest.approx(float(np.linalg.norm(kept.trail.gradient[step])))
        for name in VECTORS:
            assert np.array_equal(getattr(thrifty.trail, name)[step], getattr(kept.trail, name)[step]), (name, step)
        assert np.array_equal(thrifty.change_at(step), kept.change_at(step))
        assert thrifty.explain(step).last.numeric == kept.explain(step).last.numeric
        for one, other in zip(thrifty.state_at(step), kept.state_at(step), strict=True):
            assert np.array_equal(one, other)


def test_a_thrifty_trail_takes_a_quarter_of_the_room(ground, monkeypatch):
    thrifty = walked(ground, scenario())
    monkeypatch.setattr(descent_module, "MOST_KEPT", 10_000)
    kept = walked(ground, scenario())
    assert thrifty.trail._places.nbytes == kept.trail._places.nbytes / 4


def test_vectors_that_are_worked_out_have_as_many_rows_as_the_trail(ground):
    trail = walked(ground, scenario()).trail
    assert len(trail.gradient) == len(trail) == 34
    assert np.array_equal(trail.gradient[-1], trail.gradient[33])
    with pytest.raises(IndexError, match="34 rows"):
        trail.gradient[34]


@pytest.mark.parametrize("rule", ["adam", "lbfgs"])
def test_steps_taken_ahead_and_followed_are_those_that_the_walk_would_have_taken(ground, rule):
    run = scenario(rule)
    alone, led = walked(ground, run), Descent(ground, run)
    for steps, trekker in ((21, edited(run)), (12, None)):
        twin = led.twin()
        for _ in range(steps):
            led.follow(twin.look_ahead())
        if trekker is not None:
            led.edit(trekker)
    for name in ("theta", "cost", "gradient_norm", "work"):
        assert np.array_equal(getattr(led.trail, name), getattr(alone.trail, name)), name
    assert all(
        np.array_equal(led.explain(step).values["theta"], alone.explain(step).values["theta"]) for step in (3, 33)
    )


def counting(monkeypatch, cost):
    """Return a list that grows with every evaluation of a cost."""
    asked = []
    for name in ("cost", "gradient", "cost_and_gradient"):
        usual = getattr(cost, name)
        monkeypatch.setattr(cost, name, lambda *which, name=name, usual=usual: asked.append(name) or usual(*which))
    return asked


@pytest.mark.parametrize("batch_size", [None, 7])
@pytest.mark.parametrize("rule", ["adam", "lbfgs", "line_search"])
def test_who_follows_a_twin_knows_the_step_to_come_and_asks_the_ground_for_nothing(
    ground, rule, batch_size, monkeypatch
):
    walk = walked(ground, scenario(rule, batch_size))
    taken = walk.twin().look_ahead()
    asked = counting(monkeypatch, ground.cost)
    walk.follow(taken)
    told = walk.explain(walk.trail.steps).last.numeric, walk.change_at(walk.trail.steps)
    assert not asked
    walk._decided_last = None
    assert told[0] == walk.explain(walk.trail.steps).last.numeric
    assert np.array_equal(told[1], walk.change_at(walk.trail.steps))
    assert asked or (rule, batch_size) == ("adam", None)


def test_a_step_that_is_decided_already_is_taken_without_deciding_it_again(ground, monkeypatch):
    walk, other = (walked(ground, scenario("line_search", None)) for _ in range(2))
    walk.foresee()
    counts = []
    for each in (walk, other):
        asked = counting(monkeypatch, ground.cost)
        each.step()
        counts.append(len(asked))
        monkeypatch.undo()
    assert counts[0] == 1 < counts[1]
    assert np.array_equal(walk.trail.theta, other.trail.theta)
    assert np.array_equal(walk.trail.work, other.trail.work)


def test_a_twin_changes_nothing_of_the_walk_it_was_made_of(ground):
    walk = walked(ground, scenario())
    before = walk.state_at(33), walk.change_at(33), walk.trail.theta.copy()
    twin = walk.twin()
    for _ in range(20):
        twin.look_ahead()
    assert walk.trail.steps == 33
    assert walk.state_at(33) is before[0]
    assert np.array_equal(walk.change_at(33), before[1])
    assert np.array_equal(walk.trail.theta, before[2])


def test_a_twin_ends_where_the_walk_ends_and_hands_the_verdict_over(ground):
    run = replace(scenario(), stop=StopRule(tolerance=0.0, step_limit=5))
    walk = Descent(ground, run)
    twin = walk.twin()
    taken = [twin.look_ahead() for _ in range(7)]
    assert taken[5:] == [None, None]
    for each in taken[:5]:
        walk.follow(each)
    assert walk.verdict is not None
    assert walk.verdict.step == 5
