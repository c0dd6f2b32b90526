"""Cost and slope of walks over very many rows, a few of which are felt at a time."""

from dataclasses import replace

import numpy as np
import pytest

from trekker.learning.catalogue import model
from trekker.learning.data_ground import data_ground
from trekker.learning.dataset import Column, Dataset
from trekker.learning.scores import LinearScores
from trekker.learning.text_ground import text_ground
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain
from trekker.walk.place import Surveyor
from trekker.walk.race import RaceClock
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.standing import standings
from trekker.walk.verdict import StopRule
from trekker.walk.walkthrough import walkthrough

ROWS = 60_000


def table(rows=ROWS):
    random = np.random.default_rng(5)
    x, z = random.normal(size=(2, rows))
    passed = (x - 0.5 * z + random.normal(size=rows) > 0).astype(float)
    return Dataset("many", (Column("x", x), Column("z", z), Column("passed", passed)))


@pytest.fixture(scope="module")
def ground():
    return data_ground(table(), ("x", "z"), "passed", model("logistic", {}))


@pytest.fixture(scope="module")
def judged():
    """Of so many rows very many are learnt from, and very many held out."""
    return data_ground(table(2 * ROWS), ("x", "z"), "passed", model("logistic", {}), validation_share=0.5)


def walk_on(ground, batch_size):
    scenario = Scenario(
        ground=NamedMountain("bowl"), trekkers=(Trekker(batch_size=batch_size),), stop=StopRule(tolerance=0.0)
    )
    return Descent(ground, scenario)


def test_a_walk_that_feels_few_of_very_many_rows_is_told_its_cost_by_a_sample(ground):
    descent = walk_on(ground, 32)
    descent.advance(20)
    thetas = descent.trail.theta[:21]
    assert descent.is_estimated_at(20) and ground.estimate.rows == 20_000
    assert np.array_equal(descent.trail.cost[:21], ground.estimate.cost(thetas))
    assert np.array_equal(descent.trail.gradient[7], ground.estimate.gradient(thetas[7]))
    assert descent.trail.cost[:21] == pytest.approx(ground.cost.cost(thetas), rel=0.02)
    assert any("20,000" in note for note in ground.notes)


def test_its_steps_are_those_of_the_rows_that_it_feels_and_can_be_looked_at_again(ground):
    descent = walk_on(ground, 32)
    descent.advance(20)
    assert np.array_equal(descent.felt_at(9), descent.trail.felt[9])
    assert np.array_equal(descent.change_at(9), descent.trail.change[9])
    again = walk_on(ground, 32)
    again.advance(20)
    assert np.array_equal(again.trail.theta, descent.trail.theta)


def test_a_walk_that_feels_all_rows_is_told_by_all_of_them_also_once_it_was_changed_to_that(ground):
    whole = walk_on(ground, None)
    whole.advance(3)
    assert not whole.is_estimated_at(3)
    assert np.array_equal(whole.trail.cost[:4], ground.cost.cost(whole.trail.theta[:4]))
    changed = walk_on(ground, 32)
    changed.advance(5)
    theta = changed.trail.theta[5].copy()
    changed.edit(replace(changed.trekker, batch_size=None))
    changed.advance(1)
    assert [changed.is_estimated_at(row) for row in range(7)] == [True] * 6 + [False]
    assert np.array_equal(changed.trail.felt[5], ground.cost.gradient(theta))
    assert changed.trail.cost[6] == ground.cost.cost(changed.trail.theta[6])


def test_costs_are_exact_where_rows_are_few_or_the_model_keeps_its_sums():
    assert data_ground(table(500), ("x", "z"), "passed", model("logistic", {})).estimate is None
    linear = data_ground(table(), ("x", "z"), "passed")
    assert linear.estimate is None
    assert not walk_on(linear, 32).is_estimated_at(0)


@pytest.mark.parametrize("name", ["ridge", "linear"])
def test_costs_that_stand_summed_up_are_exact_on_the_rows_held_out_too(name):
    exact = data_ground(table(2 * ROWS), ("x",), "z", model(name, {}), validation_share=0.5)
    assert exact.estimate is None
    assert exact.held_out_told_by is exact.held_out
    assert exact.samples_held_out


def test_of_very_many_rows_a_sample_judges_how_many_are_told_right_and_what_those_held_out_cost(judged):
    jury, theta = judged.sampled, np.array([0.1, 1.0, -0.4])
    assert (jury.training_rows, jury.validation_rows) == (20_000, 20_000)
    assert jury.cost is judged.estimate
    assert jury.held_out is judged.held_out_told_by
    assert jury.held_out.cost(theta) == pytest.approx(judged.validation_cost(theta), rel=0.02)
    assert jury.accuracy(theta) == pytest.approx(judged.accuracy(theta), abs=0.02)
    assert jury.validation_accuracy(theta) == pytest.approx(judged.validation_accuracy(theta), abs=0.02)
    assert set(jury.validation["x"]) <= set(judged.validation["x"])
    assert (judged.samples_training, judged.samples_held_out) == (True, True)
    assert any("judged by 20,000 of them" in note for note in judged.notes)


def test_few_rows_are_all_judged():
    few = data_ground(table(500), ("x", "z"), "passed", model("logistic", {}), validation_share=0.5)
    assert few.sampled is few
    assert few.held_out_told_by is few.held_out
    assert (few.samples_training, few.samples_held_out) == (False, False)
    assert not few.notes


def test_very_many_texts_have_an_estimate_and_are_judged_by_a_sample():
    words = np.array(["good", "nice", "fine", "bad", "dull", "poor"])
    picked = np.random.default_rng(3).integers(6, size=2 * ROWS)
    texts = words[picked].tolist()
    labels = np.where((picked < 3) == (np.arange(2 * ROWS) % 5 > 0), "pos", "neg").tolist()
    ground = text_ground(texts, labels, validation_share=0.5)
    theta = np.random.default_rng(4).normal(size=ground.cost.dimension)
    assert ground.estimate.rows == 20_000
    assert ground.estimate.cost(theta) == pytest.approx(ground.cost.cost(theta), rel=0.02)
    assert ground.held_out_told_by.rows == ground.sampled.validation_rows == 20_000
    assert ground.sampled.accuracy(theta) == pytest.approx(ground.accuracy(theta), abs=0.02)
    assert set(ground.sampled.validation.texts) <= set(ground.validation.texts)
    assert any("20,000 of the 60,000 rows" in note for note in ground.notes)
    assert walk_on(ground, 32).is_estimated_at(0)


def test_the_map_of_a_table_is_measured_by_few_looks_at_its_rows_and_once_for_all_walks(monkeypatch):
    ground = data_ground(table(), ("x",), "passed", model("logistic", {}))
    looks = 0
    whole = LinearScores.cost

    def counted(self, theta, rows=None):
        nonlocal looks
        looks += (theta.size // theta.shape[-1]) * (self.rows if rows is None else len(rows))
        return whole(self, theta, rows)

    monkeypatch.setattr(LinearScores, "cost", counted)
    first = walk_on(ground, 32)
    measured = first.surveyor.highest, first.surveyor.typical_height
    assert 0 < looks <= 2_100_000
    looks = 0
    second = Descent(ground, Scenario(ground=NamedMountain("bowl")), 0, (first,))
    second.advance(1)
    assert looks < 10 * ROWS
    monkeypatch.undo()
    true = ground.estimate.cost(ground.bounds.grid(64, 64))
    assert measured[0] == pytest.approx(true.max(), rel=0.02)
    assert measured[1] == pytest.approx(np.quantile(true, 0.9) - true.min(), rel=0.1)


def test_a_few_rows_are_all_looked_at_as_finely_as_ever():
    ground = data_ground(table(400), ("x",), "passed", model("logistic", {}))
    costs = ground.cost.cost(ground.bounds.grid(64, 64))
    assert np.array_equal(Surveyor(ground).heights, np.sort(costs.ravel()))


def test_where_a_step_leads_is_told_by_the_sample_that_tells_where_it_begins(ground):
    descent = walk_on(ground, 32)
    descent.advance(3)
    told = walkthrough(descent, 3)[-1].numeric
    descent.advance(1)
    assert walkthrough(descent, 3)[-1].numeric == told
    assert told.startswith("J: ≈")


def test_a_race_says_of_which_costs_it_has_but_estimates(ground):
    party = (walk_on(ground, 32), walk_on(ground, None))
    assert [each.is_estimated for each in sorted(standings(party, RaceClock(), 0), key=lambda each: each.index)] == [
        True,
        False,
    ]
