import json
from pathlib import Path

import numpy as np
import pytest

from tests.learning.numerics import assert_gradient_is_exact
from tests.learning.references import cases
from trekker.learning.activations import activations
from trekker.learning.catalogue import model
from trekker.learning.layout import Block, Layout

RECORDED = json.loads(Path(__file__).with_name("references").joinpath("recorded.json").read_text("utf-8"))["networks"]


def network(name):
    """The model, its cost, and its inputs, of a recorded case."""
    kind, activation, task = cases.NETWORKS[name]
    settings = {
        "softmax": {},
        "perceptron": {"hidden": ",".join(map(str, cases.HIDDEN)), "activation": activation, "task": task},
        "convolutional": {"filters": ",".join(map(str, cases.FILTERS)), "activation": activation},
    }[kind]
    inputs, numbers, classes = cases.rows(cases.columns_of(kind))
    chosen = model(kind, settings)
    return chosen, chosen.cost(inputs, classes if task == "classification" else numbers), inputs


@pytest.mark.parametrize("name", RECORDED)
def test_scores_cost_and_gradient_are_pytorchs(name):
    chosen, cost, inputs = network(name)
    theta, recorded = cases.parameters(cost.dimension), RECORDED[name]
    found, gradient = cost.cost_and_gradient(theta)
    assert chosen.scores(theta, inputs) == pytest.approx(np.array(recorded["scores"]), rel=1e-12, abs=1e-13)
    assert found == pytest.approx(recorded["cost"], rel=1e-12)
    assert gradient == pytest.approx(recorded["gradient"], rel=1e-10, abs=1e-14)


@pytest.mark.parametrize("rows", [None, np.array([1, 4, 4, 11])], ids=["all rows", "a batch"])
@pytest.mark.parametrize("name", RECORDED)
def test_the_gradient_is_exact(name, rows):
    _, cost, _ = network(name)
    assert_gradient_is_exact(cost, cases.parameters(cost.dimension), rows)


@pytest.mark.parametrize("name", ["perceptron tanh regression", "convolutional relu", "softmax"])
def test_many_places_cost_what_each_costs_alone(name):
    chosen, cost, inputs = network(name)
    theta = np.random.default_rng(0).normal(size=(2, 3, cost.dimension))
    costs, gradients = cost.cost_and_gradient(theta)
    assert np.array_equal(costs, cost.cost(theta))
    assert chosen.predict(theta, inputs).shape == (2, 3, len(inputs))
    for place in np.ndindex(2, 3):
        assert costs[place] == cost.cost(theta[place])
        assert np.array_equal(gradients[place], cost.gradient(theta[place]))


def test_more_rows_than_go_through_at_once_are_no_different():
    inputs, targets, _ = cases.rows(2, count=26_000)
    whole = model("perceptron", {"hidden": "3"}).cost(inputs, targets)
    theta = cases.parameters(whole.dimension)
    parts = np.arange(26_000).reshape(13, 2000)
    assert whole.cost(theta) == pytest.approx(np.mean([whole.cost(theta, rows) for rows in parts]), rel=1e-12)
    mean = np.mean([whole.gradient(theta, rows) for rows in parts], axis=0)
    assert whole.gradient(theta) == pytest.approx(mean, rel=1e-10, abs=1e-14)
    assert whole.cost(theta) == whole.cost_and_gradient(theta)[0]


@pytest.mark.parametrize("name", ["perceptron tanh regression", "convolutional relu"])
@pytest.mark.parametrize("count", [1, 5_000])
def test_many_rows_are_scored_as_each_alone(name, count):
    chosen, cost, inputs = network(name)
    theta = cases.parameters(cost.dimension)
    many = np.random.default_rng(3).normal(size=(count, inputs.shape[1]))
    found = chosen.scores(theta, many)
    assert len(found) == count
    for row in {0, count // 2, count - 1}:
        assert found[row] == pytest.approx(chosen.scores(theta, many[row : row + 1])[0], rel=1e-12, abs=1e-13)


@pytest.mark.parametrize("name", RECORDED)
def test_far_out_of_all_bounds_nothing_is_raised(name):
    chosen, cost, inputs = network(name)
    for far in (np.nan, np.inf, 1e300):
        theta = np.full(cost.dimension, far)
        found, gradient = cost.cost_and_gradient(theta)
        assert found.shape == ()
        assert gradient.shape == theta.shape
        assert chosen.predict(theta, inputs).shape == (len(inputs),)
    theta = np.full(cost.dimension, np.nan)
    assert np.isnan(cost.cost(theta))
    assert np.isnan(chosen.predict(theta, inputs)).all()


def test_no_rows_have_no_mean():
    _, cost, _ = network("softmax")
    assert np.isnan(cost.cost(np.zeros(cost.dimension), np.array([], dtype=np.intp)))


@pytest.mark.parametrize("name", ["perceptron tanh classification", "convolutional relu", "softmax"])
def test_beliefs_add_up_to_one_and_the_likeliest_is_predicted(name):
    chosen, cost, inputs = network(name)
    theta = cases.parameters(cost.dimension)
    beliefs = chosen.probabilities(theta, inputs)
    assert beliefs.shape == (len(inputs), cases.CLASSES)
    assert beliefs.sum(axis=-1) == pytest.approx(np.ones(len(inputs)))
    assert np.array_equal(chosen.predict(theta, inputs), beliefs.argmax(axis=-1))


@pytest.mark.parametrize("name", RECORDED)
def test_every_parameter_has_a_name_of_its_own(name):
    chosen, cost, inputs = network(name)
    outputs = cases.CLASSES if chosen.classifies else 1
    names = chosen.parameters([f"x{i}" for i in range(inputs.shape[1])], outputs)
    assert len(set(names)) == len(names) == cost.dimension


def test_the_lengths_of_the_layers_gradients_make_up_the_whole():
    _, cost, _ = network("convolutional relu")
    gradient = cost.gradient(cases.parameters(cost.dimension))
    norms = cost.gradient_norms(gradient)
    assert list(norms) == ["convolution 1", "convolution 2", "scores"]
    assert np.linalg.norm(list(norms.values())) == pytest.approx(np.linalg.norm(gradient))


def test_units_that_let_no_slope_through_are_counted():
    inputs, targets, _ = cases.rows(2)
    chosen = model("perceptron", {"hidden": "4,4", "activation": "relu"})
    cost = chosen.cost(inputs, targets)
    theta = np.zeros(cost.dimension)
    biases = cost.layout.views(theta)[1]
    biases[:] = [1.0, 1.0, 1.0, -1.0]
    assert cost.asleep(theta) == [0.25, 1.0]
    assert cost.asleep(theta, np.array([0])) == [0.25, 1.0]


def test_a_unit_that_wakes_on_some_rows_is_not_asleep():
    inputs = np.linspace(-1.0, 1.0, 200)[:, np.newaxis]
    cost = model("perceptron", {"hidden": "4", "activation": "relu"}).cost(inputs, np.zeros(200))
    theta = np.zeros(cost.dimension)
    weights, biases = cost.layout.views(theta)[:2]
    weights[:] = [[1.0, -1.0, 1.0, 1.0]]
    biases[:] = [0.0, 0.5, -0.995, -0.97]  # awake on half of the rows, on three in four, on one, on three
    assert cost.asleep(theta) == [0.25]
    assert cost.asleep(theta, np.array([199])) == [0.25]


def test_a_filter_is_asleep_only_where_it_is_so_all_over_the_picture():
    inputs = np.zeros((5, 64))
    inputs[:, 0] = 1.0
    cost = model("convolutional", {"filters": "2"}).cost(inputs, np.zeros(5), classes=2)
    theta = np.zeros(cost.dimension)
    filters, biases = cost.layout.views(theta)[:2]
    filters[1, 1, 0, :] = 1.0
    biases[:] = [0.0, -2.0]
    assert cost.asleep(theta) == [0.5]


@pytest.mark.parametrize("activation", activations())
def test_of_units_that_take_in_no_numbers_nothing_is_said(activation):
    inputs, targets, _ = cases.rows(2)
    cost = model("perceptron", {"hidden": "4", "activation": activation}).cost(inputs, targets)
    assert np.isnan(cost.asleep(np.full(cost.dimension, np.nan)))
    assert np.isnan(cost.asleep(np.full(cost.dimension, np.inf)))


def test_a_hole_in_the_classes_does_not_shrink_the_network():
    inputs, _, _ = cases.rows(2)
    whole = model("softmax").cost(inputs, np.zeros(len(inputs)), classes=4)
    assert whole.dimension == 3 * 4


@pytest.mark.parametrize("targets", [[0.5, 1.0], [-1.0, 0.0], [0.0, 3.0], [np.nan, 0.0]])
def test_targets_that_are_no_class_numbers_are_refused(targets):
    with pytest.raises(ValueError, match="class numbers"):
        model("softmax").cost(np.ones((2, 2)), np.array(targets), classes=3)


@pytest.mark.parametrize("text", ["0", "a", "16;16", "1025", "-3", "3.5", "²", "1," * 80 + "1"])
def test_hidden_units_that_cannot_be_are_refused(text):
    with pytest.raises(ValueError, match=r"hidden must be 0 to 64 whole numbers from 1 to 1024 .* such as 16,16"):
        model("perceptron", {"hidden": text})


def test_no_hidden_units_are_allowed():
    cost = model("perceptron", {"hidden": ""}).cost(*cases.rows(3)[:2])
    assert cost.dimension == 4


@pytest.mark.parametrize("columns", [1, 2, 36, 63, 100])
def test_columns_that_are_no_picture_are_refused(columns):
    with pytest.raises(ValueError, match="square pictures with a side that 4 divides, such as 64 columns"):
        model("convolutional").cost(np.ones((2, columns)), np.array([0.0, 1.0]))


def test_a_layout_cuts_theta_into_views_that_write_through():
    layout = Layout([Block("a weights", (2, 3), 2, 3), Block("a biases", (3,))])
    theta = np.arange(9.0)
    weights, biases = layout.views(theta)
    assert weights.tolist() == [[0, 1, 2], [3, 4, 5]]
    biases[1] = -1
    assert theta[7] == -1
    assert layout.names()[4] == "a weights [1, 1]"
    assert layout.names()[8] == "a biases [2]"
    assert [block.is_bias for block in layout.blocks] == [False, True]
