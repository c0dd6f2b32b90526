"""Rows held out: they teach nothing, and tell what was learnt."""

import numpy as np
import pytest

from trekker.learning.catalogue import model
from trekker.learning.data_ground import data_ground
from trekker.learning.dataset import Column, Dataset
from trekker.learning.learned_ground import LearnedGround


def table(count=40, seed=0):
    random = np.random.default_rng(seed)
    a, b = random.normal(5.0, 2.0, (2, count))
    label = (a + b + random.normal(size=count) > 10).astype(float)
    return Dataset("table", tuple(map(Column, ("a", "b", "y", "label"), (a, b, 2 * a - b, label))))


def ground(name="linear", y="y", **options):
    return data_ground(table(), ["a", "b"], y, model(name), **{"validation_share": 0.25, **options})


def test_a_share_of_the_rows_is_held_out_by_the_seed():
    first, again, other = (ground(seed=seed) for seed in (1, 1, 2))
    assert (first.training_rows, first.validation_rows) == (30, 10)
    assert first.cost.rows == len(first.inputs) == first.dataset.row_count == 30
    assert np.array_equal(first.validation["a"], again.validation["a"])
    assert not np.array_equal(first.validation["a"], other.validation["a"])
    assert sorted([*first.dataset["a"], *first.validation["a"]]) == sorted(table()["a"])


def test_nothing_is_held_out_unless_it_is_asked_for():
    whole = ground("logistic", "label", validation_share=0.0)
    assert isinstance(whole, LearnedGround)
    assert (whole.validation, whole.held_out, whole.validation_rows) == (None, None, 0)
    assert np.isnan(whole.validation_cost(np.zeros((2, 3)))).tolist() == [True, True]
    assert np.isnan(whole.validation_accuracy(np.zeros(3)))


def test_the_inputs_are_standardised_by_the_rows_learnt_from_alone():
    chosen = ground(standardise=True)
    seen = chosen.standardisation(chosen.inputs)
    assert seen.mean(axis=0) == pytest.approx([0, 0], abs=1e-12)
    assert seen.std(axis=0) == pytest.approx([1, 1])
    held_out = chosen.standardisation(chosen.validation.numbers(["a", "b"]))
    assert np.abs(held_out.mean(axis=0)).min() > 1e-3


@pytest.mark.parametrize(("name", "y"), [("linear", "y"), ("logistic", "label"), ("softmax", "label")])
def test_the_validation_cost_is_that_of_the_rows_held_out_for_one_trekker_and_for_many(name, y):
    chosen = ground(name, y, standardise=True)
    theta = np.random.default_rng(0).normal(size=(2, 3, chosen.cost.dimension))
    costs = chosen.validation_cost(theta)
    assert costs.shape == (2, 3)
    assert costs[1, 2] == pytest.approx(float(chosen.cost_on(chosen.validation).cost(theta[1, 2])))
    assert costs[1, 2] != chosen.cost.cost(theta[1, 2])


def test_accuracy_is_told_apart_for_rows_learnt_from_and_rows_held_out():
    chosen = ground("logistic", "label")
    theta = np.array([[-10.0, 1.0, 1.0], [10.0, -1.0, -1.0]])
    learnt, held_out = chosen.accuracy(theta), chosen.validation_accuracy(theta)
    said = chosen.validation.numbers(["a", "b"]).sum(axis=1) > 10
    assert held_out[0] == np.mean(said == chosen.validation["label"])
    assert learnt + learnt[::-1] == pytest.approx([1, 1])
    assert learnt[0] > 0.8


def test_a_line_has_no_accuracy():
    with pytest.raises(NotImplementedError, match="has no classes"):
        ground().accuracy(np.zeros(3))
    with pytest.raises(NotImplementedError, match="has no classes"):
        ground().validation_accuracy(np.zeros(3))


def test_a_class_that_only_rows_held_out_have_is_a_class_all_the_same():
    rare = Dataset("rare", (Column("x", np.arange(20)), Column("y", [0] * 10 + [1] * 9 + [7])))
    grounds = [data_ground(rare, ["x"], "y", model("softmax"), validation_share=0.3, seed=seed) for seed in range(8)]
    assert any(7 in each.validation["y"] for each in grounds)
    for each in grounds:
        assert each.classes.tolist() == [0, 1, 7]
        assert np.isfinite(each.validation_cost(np.zeros(each.cost.dimension)))


def test_rows_that_were_held_out_before_stay_held_out():
    data = table()
    known, later = data.picked(np.arange(30)), data.picked(np.arange(30, 40))
    chosen = data_ground(known, ["a"], "y", validation=later, validation_share=0.5)
    assert chosen.validation is later
    assert chosen.training_rows == 30


@pytest.mark.parametrize("share", [-0.1, 1.0, 2.0, np.nan])
def test_a_share_that_cannot_be_held_out_is_refused(share):
    with pytest.raises(ValueError, match="above 0 and below 1"):
        ground(validation_share=share)
