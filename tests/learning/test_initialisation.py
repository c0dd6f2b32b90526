import numpy as np
import pytest

from trekker.learning.catalogue import model
from trekker.learning.initialisation import initial, initialisations
from trekker.learning.layout import Block, Layout
from trekker.optimizers import optimizer
from trekker.optimizers.clipping import Clipping

IN, OUT = 300, 150
LAYOUT = Layout([Block("weights", (IN, OUT), fan_in=IN, fan_out=OUT), Block("biases", (OUT,))])
XAVIER, HE = 2 / (IN + OUT), 2 / IN
VARIANCES = {
    "small_normal": 1e-4,
    "large_normal": 1.0,
    "xavier_uniform": XAVIER,
    "xavier_normal": XAVIER,
    "he_uniform": HE,
    "he_normal": HE,
}


def seed(number=0):
    return np.random.SeedSequence(number)


def test_every_way_is_tested():
    assert set(initialisations()) == {"zeros", *VARIANCES}


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("name", VARIANCES)
def test_the_weights_have_the_variance_that_the_papers_say(name, number):
    weights, biases = LAYOUT.views(initial(name, LAYOUT, seed(number)))
    sharp = 5.0 / np.sqrt(weights.size)  # five standard errors of the mean, and more of the variance's
    assert abs(weights.mean()) < sharp * np.sqrt(VARIANCES[name])
    assert weights.var() == pytest.approx(VARIANCES[name], rel=sharp * np.sqrt(2.0))
    assert not biases.any()


@pytest.mark.parametrize("name", VARIANCES)
def test_the_draw_has_its_shape(name):
    spreads = LAYOUT.views(initial(name, LAYOUT, seed()))[0].ravel() / np.sqrt(VARIANCES[name])
    fourth = float(np.mean(spreads**4))
    if name.endswith("uniform"):
        assert np.abs(spreads).max() <= np.sqrt(3.0)
        assert fourth == pytest.approx(1.8, rel=0.03)
    else:
        assert np.abs(spreads).max() > 3.5
        assert fourth == pytest.approx(3.0, rel=0.1)


@pytest.mark.parametrize("name", initialisations())
def test_the_same_seed_gives_the_same_weights_and_another_gives_others(name):
    first, again, other = (initial(name, LAYOUT, seed(number)) for number in (7, 7, 8))
    assert np.array_equal(first, again)
    assert np.array_equal(first, other) == (name == "zeros")


def test_filters_count_their_whole_patch_as_their_fan():
    chosen = model("convolutional", {"filters": "64,128", "initialisation": "he_normal"})
    cost = chosen.cost(np.zeros((2, 64)), np.array([0.0, 1.0]))
    second = cost.layout.views(chosen.start(cost, seed()))[2]
    assert second.shape == (3, 3, 64, 128)
    assert second.var() == pytest.approx(2 / (9 * 64), rel=0.03)


def test_a_model_starts_from_its_seed():
    chosen = model("perceptron")
    cost = chosen.cost(np.ones((3, 2)), np.ones(3))
    assert np.array_equal(chosen.start(cost), chosen.start(cost, seed(0)))
    assert not np.array_equal(chosen.start(cost), chosen.start(cost, seed(1)))


def deep(activation, initialisation, task="classification", layers=8):
    random = np.random.default_rng(0)
    inputs = random.normal(size=(200, 2))
    hidden = ",".join(["16"] * layers)
    settings = {"task": task, "hidden": hidden, "activation": activation, "initialisation": initialisation}
    chosen = model("perceptron", settings)
    targets = (inputs.prod(axis=1) > 0) * 1.0 if task == "classification" else np.sin(inputs[:, 0]) + inputs[:, 1]
    return chosen, chosen.cost(inputs, targets)


def first_and_last(chosen, cost, number):
    norms = list(cost.gradient_norms(cost.gradient(chosen.start(cost, seed(number)))).values())
    return norms[0], norms[-1]


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("initialisation", ["xavier_uniform", "small_normal"])
def test_the_first_layer_of_a_deep_sigmoid_network_starves(initialisation, number):
    first, last = first_and_last(*deep("sigmoid", initialisation), number)
    assert 0.0 < first < last / 1000


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize(("activation", "initialisation"), [("relu", "he_normal"), ("tanh", "xavier_normal")])
def test_the_initialisation_that_suits_the_activation_feeds_it(activation, initialisation, number):
    first, last = first_and_last(*deep(activation, initialisation), number)
    assert last / 10 < first < last * 10


def walked(cost, theta, clipping, steps):
    rule = optimizer("gradient_descent", {"learning_rate": "0.1"})
    state, costs = rule.init(theta), []
    with np.errstate(all="ignore"):
        for _ in range(steps):
            found, gradient = cost.cost_and_gradient(theta)
            costs.append(float(found))
            change, state = rule.update(clipping.apply(gradient), state, theta)
            theta = theta + change
    return costs


def test_a_network_whose_gradients_explode_overflows_without_clipping_and_trains_with_it():
    chosen, cost = deep("relu", "large_normal", task="regression", layers=6)
    start = chosen.start(cost)
    assert not np.isfinite(walked(cost, start, Clipping(), 50)[-1])
    costs = walked(cost, start, Clipping.read("norm:1.0"), 600)
    assert costs[-1] < 1e-3 * costs[0]
    assert costs[-1] < 0.75  # what the mean of the targets would cost
