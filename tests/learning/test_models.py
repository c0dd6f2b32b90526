import json
from pathlib import Path

import numpy as np
import pytest

from tests.learning.references import cases
from trekker.knobs import knobs_of
from trekker.learning.catalogue import model, models
from trekker.learning.model import Kind
from trekker.optimizers import optimizer

LINES = json.loads(Path(__file__).with_name("references").joinpath("recorded.json").read_text("utf-8"))["lines"]
SETTINGS = {
    "linear": {},
    "ridge": {"strength": repr(cases.RIDGE)},
    "lasso": {"strength": repr(cases.LASSO), "rounding": "1e-6"},
    "logistic": {"strength": repr(cases.LOGISTIC)},
}


def ground(name):
    inputs, targets, classes = cases.table()
    chosen = model(name, SETTINGS[name])
    return chosen, chosen.cost(inputs, classes if name == "logistic" else targets)


def walk(cost, theta, rule, steps):
    state = rule.init(theta)
    for _ in range(steps):
        change, state = rule.update(cost.gradient(theta), state, theta)
        theta = theta + change
    return theta


@pytest.mark.parametrize("name", ["linear", "ridge", "logistic"])
@pytest.mark.parametrize("rule", ["gradient_descent", "momentum", "adam"])
def test_walks_converge_to_scikit_learns_solution(name, rule):
    chosen, cost = ground(name)
    rates = {"gradient_descent": "0.3", "momentum": "0.05", "adam": "0.01"}
    theta = walk(cost, chosen.start(cost), optimizer(rule, {"learning_rate": rates[rule]}), 4000)
    assert theta == pytest.approx(LINES[name], abs=1e-6)


@pytest.mark.parametrize("name", LINES)
def test_the_floor_is_scikit_learns_solution(name):
    chosen, cost = ground(name)
    best = chosen.best(cost)
    assert best.unique
    assert best.theta == pytest.approx(LINES[name], abs=3e-6 if name == "lasso" else 1e-8)


def test_the_sharp_lasso_has_its_floor_where_scikit_learn_says():
    inputs, targets, _ = cases.table()
    cost = model("lasso", {"strength": repr(cases.LASSO), "rounding": "0"}).cost(inputs, targets)
    floor = np.array(LINES["lasso"])
    around = floor + np.random.default_rng(0).normal(0.0, 1e-3, (1000, 4))
    assert (cost.cost(around) > cost.cost(floor)).all()
    assert LINES["lasso"][3] == 0.0


def test_a_lasso_walk_leaves_out_the_input_that_does_not_help():
    chosen, cost = ground("lasso")
    theta = walk(cost, chosen.start(cost), optimizer("gradient_descent", {"learning_rate": "1e-5"}), 5)
    assert np.isfinite(theta).all()
    best = chosen.best(cost).theta
    assert abs(best[3]) < 1e-5 < abs(best[1])


def test_a_wide_hubers_floor_is_the_least_squares_and_a_narrow_one_ignores_an_outlier():
    inputs, targets, _ = cases.table()
    wide, narrow = model("huber", {"delta": "1e6"}), model("huber", {"delta": "0.5"})
    assert wide.best(wide.cost(inputs, targets)).theta == pytest.approx(LINES["linear"], abs=1e-8)
    spoilt = targets.copy()
    spoilt[0] += 1000.0
    before, after = (narrow.best(narrow.cost(inputs, each)).theta for each in (targets, spoilt))
    line = model("linear")
    moved = np.abs(line.best(line.cost(inputs, spoilt)).theta - LINES["linear"]).max()
    assert np.abs(after - before).max() < 0.1 < 5 < moved


@pytest.mark.parametrize("strength", ["0", "0.1"])
def test_classes_that_a_line_parts_wholly_have_a_floor_only_with_a_penalty(strength):
    chosen = model("logistic", {"strength": strength})
    cost = chosen.cost(np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0.0, 0.0, 1.0, 1.0]))
    best = chosen.best(cost)
    assert (best is None) == (strength == "0")


def test_a_polynomial_goes_through_as_many_points_as_it_has_parameters():
    x = np.array([[-1.0], [0.5], [2.0], [3.0]])
    y = np.array([4.0, -1.0, 0.0, 7.0])
    chosen = model("polynomial", {"degree": "3"})
    best = chosen.best(chosen.cost(x, y))
    assert chosen.predict(best.theta, x) == pytest.approx(y)
    assert best.theta[::-1] == pytest.approx(np.polyfit(x[:, 0], y, 3))


def test_a_polynomial_has_powers_of_each_input():
    chosen = model("polynomial", {"degree": "2"})
    inputs = np.array([[2.0, 3.0]])
    assert chosen.design(inputs).tolist() == [[1, 2, 4, 3, 9]]
    assert chosen.parameters(["a", "b"]) == ("θ₀ (intercept)", "θ₁ (a)", "θ₂ (a²)", "θ₃ (b)", "θ₄ (b²)")


def test_a_polynomial_whose_powers_overflow_is_refused():
    with pytest.raises(ValueError, match=r"too large for a polynomial of degree 12; standardise"):
        model("polynomial", {"degree": "12"}).cost(np.full((3, 1), 1e10), np.ones(3))


def test_a_polynomial_of_degree_one_is_a_line():
    inputs, targets, _ = cases.table()
    one, line = model("polynomial", {"degree": "1"}), model("linear")
    theta = np.array([0.1, 0.2, 0.3, 0.4])
    assert one.cost(inputs, targets).cost(theta) == line.cost(inputs, targets).cost(theta)
    assert one.predict(theta, inputs) == pytest.approx(line.predict(theta, inputs))


def test_logistic_beliefs_follow_the_score():
    chosen = model("logistic")
    inputs = np.array([[0.0], [2.0], [-2.0]])
    theta = np.array([0.0, 1.0])
    beliefs = chosen.probabilities(theta, inputs)
    assert beliefs[:, 1] == pytest.approx(1 / (1 + np.exp([0.0, -2.0, 2.0])))
    assert chosen.predict(theta, inputs).tolist() == [0, 1, 0]
    assert np.isnan(chosen.predict(np.array([np.nan, 1.0]), inputs)).all()
    assert chosen.predict(np.zeros((4, 5, 2)), inputs).shape == (4, 5, 3)


def test_logistic_regression_and_the_softmax_of_two_classes_agree():
    inputs, _, classes = cases.table()
    two, many = model("logistic").cost(inputs, classes), model("softmax").cost(inputs, classes)
    theta = np.array([0.3, -0.2, 0.8, 0.5])
    both = np.concatenate([np.stack([np.zeros(3), theta[1:]], axis=-1).ravel(), [0.0, theta[0]]])
    assert many.cost(both) == pytest.approx(two.cost(theta), rel=1e-13)


def test_a_softmax_walk_reaches_the_floor_of_the_logistic_one():
    inputs, _, classes = cases.table()
    softmax, logistic = model("softmax"), model("logistic")
    cost, other = softmax.cost(inputs, classes), logistic.cost(inputs, classes)
    theta = walk(cost, softmax.start(cost), optimizer("gradient_descent", {"learning_rate": "0.5"}), 4000)
    assert cost.cost(theta) == pytest.approx(other.cost(logistic.best(other).theta), rel=1e-10)


@pytest.mark.parametrize("targets", [[0.0, 2.0], [1.0, -1.0], [0.5, 1.0]])
def test_targets_that_are_not_of_two_classes_are_refused(targets):
    with pytest.raises(ValueError, match="two classes, 0 and 1"):
        model("logistic").cost(np.ones((2, 1)), np.array(targets))


def test_a_perceptron_learns_what_no_line_can():
    random = np.random.default_rng(0)
    inputs = random.uniform(-1, 1, (200, 2))
    classes = (inputs.prod(axis=1) > 0) * 1.0
    chosen = model("perceptron", {"task": "classification"})
    cost = chosen.cost(inputs, classes)
    theta = walk(cost, chosen.start(cost), optimizer("adam", {"learning_rate": "0.01"}), 400)
    assert (chosen.predict(theta, inputs) == classes).mean() > 0.97


def test_the_line_comes_first_and_networks_last():
    assert next(iter(models())) == "linear"
    kinds = [each.kind for each in models().values()]
    assert kinds == sorted(kinds, key=list(Kind).index)


@pytest.mark.parametrize("name", models())
def test_every_model_tells_about_itself(name):
    each = models()[name]
    assert all((each.title, each.story.endswith("."), each.formula.startswith("J(θ) = ")))
    for setting in knobs_of(each).values():
        assert setting.label
        assert setting.hint.endswith(".")


@pytest.mark.parametrize(
    ("name", "settings", "inputs", "part"),
    [
        ("linear", {}, 1, "Σ (θ₀ + θ₁x − y)²"),
        ("linear", {}, 3, "Σ (θ₀ + θ₁x₁ + θ₂x₂ + θ₃x₃ − y)²"),
        ("ridge", {}, 12, "Σ (θ₀ + θ₁x₁ + … + θ₁₂x₁₂ − y)²"),
        ("logistic", {}, 2, "exp(−(θ₀ + θ₁x₁ + θ₂x₂))"),
        ("perceptron", {"hidden": ""}, 2, "ℓ(W₁x + b₁, y)"),
        ("perceptron", {"hidden": "4"}, 2, "ℓ(W₂φ(W₁x + b₁) + b₂, y)"),
        ("perceptron", {"hidden": "4,4"}, 2, "ℓ(W₃φ(W₂φ(W₁x + b₁) + b₂) + b₃, y)"),
        ("perceptron", {"hidden": "4,4,4"}, 2, "ℓ(W₄φ(… φ(W₁x + b₁) …) + b₄, y)"),
        ("convolutional", {"filters": "8"}, 64, "W·pool(φ(F ∗ x + c)) + b"),
        ("convolutional", {"filters": "8,16"}, 64, "W·pool(φ(F₂ ∗ pool(φ(F₁ ∗ x + c₁)) + c₂)) + b"),
    ],
)
def test_the_formula_tells_of_as_many_inputs_and_layers_as_there_are(name, settings, inputs, part):
    assert part in model(name, settings).formula_of(inputs)
