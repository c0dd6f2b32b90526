from __future__ import annotations

import math

import numpy as np
import pytest

from tests.optimizers.grounds import GROUNDS, STARTS, Himmelblau, Quadratic
from trekker.optimizers import catalogue, optimizer
from trekker.optimizers.probe import Probe

ELEMENTWISE = [name for name, rule in catalogue().items() if rule.elementwise]


def places_of(rule, ground, start, steps):
    """Walk one trekker, or many at once, and return all places, the start first."""
    theta = np.array(start, dtype=float)
    state = rule.init(theta)
    places = [theta]
    for _ in range(steps):
        change, state = rule.update(ground.gradient(theta), state, theta)
        theta = theta + change
        places.append(theta)
    return np.array(places)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_a_thousand_trekkers_at_once_walk_as_a_thousand_alone_bit_for_bit(name):
    starts = np.random.default_rng(7).uniform(-3, 3, (1000, 2))
    rule, ground, steps = optimizer(name), Himmelblau(), 4
    together = places_of(rule, ground, starts, steps)
    alone = np.stack([places_of(rule, ground, start, steps) for start in starts], axis=1)
    assert together.tobytes() == alone.tobytes()


@pytest.mark.parametrize("name", catalogue())
def test_the_default_rule_comes_down_a_bowl(name):
    rule, ground = optimizer(name), GROUNDS["bowl"]
    theta = np.array(STARTS["bowl"])
    state, first = rule.init(theta), float(ground.cost(theta))
    for _ in range(500):
        probe = Probe(ground)
        arguments = (probe.gradient(theta), state, theta)
        change, state = rule.update(*arguments, probe) if rule.looks_further else rule.update(*arguments)
        theta = theta + change
    reached = float(ground.cost(theta)) / first
    # Adadelta's first strides are of the size of ε, whatever the mountain; that is its known weakness.
    assert reached < (0.9 if name == "adadelta" else 0.05)


@pytest.mark.parametrize("name", catalogue())
def test_nothing_that_is_handed_over_is_changed(name):
    rule, ground = optimizer(name), GROUNDS["himmelblau"]
    theta = np.array(STARTS["himmelblau"])
    state = rule.init(theta)
    for _ in range(5):
        probe = Probe(ground)
        gradient = probe.gradient(theta)
        handed = [gradient, theta, *(each for each in state if isinstance(each, np.ndarray))]
        for each in handed:
            each.setflags(write=False)
        before = [each.copy() for each in handed]
        extra = (probe,) if rule.looks_further else ()
        change, state = rule.update(gradient, state, theta, *extra)
        assert all(np.array_equal(was, now) for was, now in zip(before, handed, strict=True))
        theta = theta + change


@pytest.mark.parametrize("bad", (math.nan, math.inf, -math.inf))
@pytest.mark.parametrize("name", ELEMENTWISE)
def test_numbers_that_are_not_finite_go_through_without_an_error(name, bad):
    rule = optimizer(name)
    theta = np.array((1.0, 2.0))
    state = rule.init(theta)
    for gradient in ((1.0, 1.0), (bad, 1.0), (1.0, bad), (bad, bad)):
        change, state = rule.update(np.array(gradient), state, theta)
        assert change.shape == (2,)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_a_slope_that_is_not_a_number_gives_a_step_that_is_not_a_number(name):
    rule, theta = optimizer(name), np.array((1.0, 2.0))
    change, _ = rule.update(np.array((math.nan, 1.0)), rule.init(theta), theta)
    assert np.isnan(change).tolist() == [True, False]


def test_quasi_hyperbolic_momentum_takes_the_path_worked_out_by_hand():
    # g = 4θ from θ = 1 with β = 1/2, ν = 1/4, α = 1/8, in binary fractions, so exactly:
    # v = ½·0 + ½·4 = 2,    θ = 1 − ⅛(¾·4 + ¼·2) = 0.5625
    # v = ½·2 + ½·2.25 = 2.125,  θ = 0.5625 − ⅛(¾·2.25 + ¼·2.125) = 0.28515625
    rule = optimizer("qhm", {"learning_rate": "0.125", "momentum": "0.5", "nu": "0.25"})
    places = places_of(rule, Quadratic(np.array([[4.0]]), np.array([0.0])), [1.0], 2)
    assert places[:, 0].tolist() == [1.0, 0.5625, 0.28515625]


def test_quasi_hyperbolic_momentum_without_momentum_is_gradient_descent():
    start, ground = STARTS["beale"], GROUNDS["beale"]
    plain = optimizer("gradient_descent", {"learning_rate": "0.004"})
    blended = optimizer("qhm", {"learning_rate": "0.004", "nu": "0"})
    assert np.array_equal(places_of(plain, ground, start, 50), places_of(blended, ground, start, 50))


def test_quasi_hyperbolic_momentum_at_full_share_is_a_heavy_ball_with_a_shorter_stride():
    start, ground = STARTS["beale"], GROUNDS["beale"]
    ball = optimizer("momentum", {"learning_rate": "0.001", "momentum": "0.75"})
    blended = optimizer("qhm", {"learning_rate": "0.004", "momentum": "0.75", "nu": "1"})
    np.testing.assert_allclose(places_of(ball, ground, start, 50), places_of(blended, ground, start, 50), rtol=1e-12)


def test_qhadam_at_full_shares_is_adam():
    start, ground = STARTS["himmelblau"], GROUNDS["himmelblau"]
    adam = optimizer("adam", {"beta1": "0.995"})
    blended = optimizer("qhadam", {"nu1": "1"})
    np.testing.assert_allclose(places_of(adam, ground, start, 100), places_of(blended, ground, start, 100), rtol=1e-10)


def test_qhadam_takes_the_path_of_its_paper_written_out_as_sums():
    # Closed sums instead of recursions: m̂ₜ = (1−β₁)Σβ₁^(t−i)gᵢ/(1−β₁ᵗ), v̂ₜ alike.
    beta1, beta2, nu1, nu2, rate, epsilon = 0.8, 0.95, 0.6, 0.7, 0.03, 1e-3
    settings = {"beta1": beta1, "beta2": beta2, "nu1": nu1, "nu2": nu2, "learning_rate": rate, "epsilon": epsilon}
    ground = GROUNDS["beale"]
    theta, slopes = np.array(STARTS["beale"]), []
    for _ in range(40):
        slopes.append(ground.gradient(theta))
        ages = np.arange(len(slopes))[::-1, np.newaxis]
        mean = (beta1**ages * slopes).sum(axis=0) / (beta1**ages).sum()
        square = (beta2**ages * np.square(slopes)).sum(axis=0) / (beta2**ages).sum()
        push = (1 - nu1) * slopes[-1] + nu1 * mean
        theta = theta - rate * push / (np.sqrt((1 - nu2) * slopes[-1] ** 2 + nu2 * square) + epsilon)
    walked = places_of(catalogue()["qhadam"](**settings), ground, STARTS["beale"], 40)
    np.testing.assert_allclose(walked[-1], theta, rtol=1e-11)


def test_adam_without_bias_correction_takes_its_first_step_from_means_that_are_nearly_empty():
    rule = catalogue()["adam"](learning_rate=0.1, beta1=0.5, beta2=0.75, epsilon=1.0, bias_correction=False)
    theta = np.array([0.0])
    change, state = rule.update(np.array([4.0]), rule.init(theta), theta)
    assert (state.m[0], state.v[0]) == (2.0, 4.0)
    assert change[0] == pytest.approx(-0.1 * 2 / (2 + 1), rel=1e-15)


@pytest.mark.parametrize("name", ("adam", "adamw", "amsgrad", "adamax", "nadam", "adabelief", "qhadam"))
def test_bias_correction_fades_with_the_steps(name):
    theta, gradient = np.array([1.0]), np.array([0.5])
    changes = []
    for correction in (True, False):
        rule = catalogue()[name](bias_correction=correction, epsilon=1e-3)
        state = rule.init(theta)
        walked = []
        for _ in range(10_000):
            change, state = rule.update(gradient, state, theta)
            walked.append(change[0])
        changes.append(walked)
    with_it, without = changes
    assert abs(with_it[0] / without[0] - 1) > 0.1
    assert with_it[-1] == pytest.approx(without[-1], rel=1e-4)


def test_momentum_survives_a_new_learning_rate_in_mid_walk():
    theta, gradient = np.array([1.0]), np.array([2.0])
    _, state = optimizer("momentum").update(gradient, optimizer("momentum").init(theta), theta)
    change, _ = optimizer("momentum", {"learning_rate": "0.5"}).update(gradient, state, theta)
    assert change[0] == pytest.approx(-0.5 * (0.9 * 2 + 2))


def test_the_heavy_ball_falls_at_the_rate_of_polyaks_theorem():
    # On a quadratic with curvatures from 1 to κ the best ball falls by (√κ − 1)/(√κ + 1) a step.
    kappa = 50.0
    root = math.sqrt(kappa)
    rate = (root - 1) / (root + 1)
    rule = catalogue()["momentum"](learning_rate=4 / (root + 1) ** 2, momentum=rate**2)
    places = places_of(rule, Quadratic(np.diag((1.0, 7.0, kappa)), np.zeros(3)), np.ones(3), 800)
    # A double root makes the fall k·rateᵏ: from step 400 to 800 the k adds a factor of 2 in all.
    fall = np.linalg.norm(places[800]) / np.linalg.norm(places[400]) / 2
    assert fall ** (1 / 400) == pytest.approx(rate, rel=1e-3)
