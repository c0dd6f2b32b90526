import numpy as np
import pytest

from trekker.learning.catalogue import model
from trekker.learning.data_ground import data_ground
from trekker.learning.digits import PIXELS, TARGET, digits
from trekker.learning.samples import samples
from trekker.learning.split import split
from trekker.optimizers import optimizer


def test_the_digits_are_those_of_the_source():
    data = digits()
    assert data.row_count == 1797
    assert np.bincount(data[TARGET].astype(int)).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    pixels = data.numbers(PIXELS)
    assert pixels.sum() * 16 == 561718
    assert (pixels.min(), pixels.max()) == (0.0, 1.0)
    assert "CC BY 4.0" in data.source


def test_the_first_picture_is_a_zero_row_by_row():
    picture = digits().numbers(PIXELS)[0].reshape(8, 8)
    assert digits()[TARGET][0] == 0
    assert (picture[0] * 16).tolist() == [0, 0, 5, 13, 9, 1, 0, 0]


def test_the_window_is_not_offered_pictures_as_a_line():
    assert "digits" not in samples()


def accuracy(name, settings, rule_name, steps):
    training, validation = split(digits(), 0.2, np.random.SeedSequence(0))
    ground = data_ground(training, PIXELS, TARGET, model(name, settings))
    rule = optimizer(rule_name, {"learning_rate": repr(ground.learning_rates[rule_name])})
    theta, random = np.array(ground.start), np.random.default_rng(0)
    state = rule.init(theta)
    for _ in range(steps):
        rows = random.choice(training.row_count, 32, replace=False)
        change, state = rule.update(ground.cost.gradient(theta, rows), state, theta)
        theta = theta + change
    return float(ground.accuracy_on(theta, validation))


@pytest.mark.slow
@pytest.mark.parametrize("rule", ["adam", "momentum"])
def test_the_convolutional_network_reads_digits_that_it_never_saw(rule):
    assert accuracy("convolutional", {}, rule, 900) >= 0.95


@pytest.mark.parametrize(("name", "settings"), [("softmax", {}), ("perceptron", {"task": "classification"})])
def test_softmax_and_perceptron_read_them_too(name, settings):
    assert accuracy(name, settings, "adam", 600) >= 0.93
