"""Cost and slope of walks over very many rows, a few of which are felt at a time."""

from dataclasses import replace

import numpy as np
import pytest

from trekker.learning.catalogue import model
from trekker.learning.data_ground import data_ground
from trekker.learning.dataset import Column, Dataset
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.verdict import StopRule

ROWS = 60_000


def table(rows=ROWS):
    random = np.random.default_rng(5)
    x, z = random.normal(size=(2, rows))
    passed = (x - 0.5 * z + random.normal(size=rows) > 0).astype(float)
    return Dataset("many", (Column("x", x), Column("z", z), Column("passed", passed)))


@pytest.fixture(scope="module")
def ground():
    return data_ground(table(), ("x", "z"), "passed", model("logistic", {}))


def walk_on(ground, batch_size):
    scenario = Scenario(
        ground=NamedMountain("bowl"), trekkers=(Trekker(batch_size=batch_size),), stop=StopRule(tolerance=0.0)
    )
    return Descent(ground, scenario)


def test_a_walk_that_feels_few_of_very_many_rows_is_told_its_cost_by_a_sample(ground):
    descent = walk_on(ground, 32)
    descent.advance(20)
    thetas = descent.trail.theta[:21]
    assert descent.is_estimated and ground.estimate.rows == 20_000
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
    assert not whole.is_estimated
    assert np.array_equal(whole.trail.cost[:4], ground.cost.cost(whole.trail.theta[:4]))
    changed = walk_on(ground, 32)
    changed.advance(5)
    theta = changed.trail.theta[5].copy()
    changed.edit(replace(changed.trekker, batch_size=None))
    changed.advance(1)
    assert not changed.is_estimated
    assert np.array_equal(changed.trail.felt[5], ground.cost.gradient(theta))
    assert changed.trail.cost[6] == ground.cost.cost(changed.trail.theta[6])


def test_costs_are_exact_where_rows_are_few_or_the_model_keeps_its_sums():
    assert data_ground(table(500), ("x", "z"), "passed", model("logistic", {})).estimate is None
    linear = data_ground(table(), ("x", "z"), "passed")
    assert linear.estimate is None
    assert not walk_on(linear, 32).is_estimated
