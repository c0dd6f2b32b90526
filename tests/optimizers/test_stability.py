"""Each stability limit against the rule itself, walking on a quadratic just below it and just above."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from tests.optimizers.grounds import Quadratic
from trekker.optimizers import catalogue, optimizer
from trekker.optimizers.adam import MaximumMoments, Moments
from trekker.optimizers.adam_variants import NesterovMoments, PeakMoments
from trekker.optimizers.adaptive import SpreadState, SquareSum
from trekker.optimizers.momentum import Velocity

HESSIAN = np.array([[3.0, 1.2], [1.2, 1.0]])
STEEPEST = float(np.linalg.eigvalsh(HESSIAN)[-1])
REST = np.zeros(2)
SQUARE = np.array([0.5, 6.0])
STILL = 1 - 1e-9  # so long a memory that second moments hold still
T = 1_000_000

CASES = {
    "gradient_descent": (optimizer("gradient_descent"), ()),
    "momentum": (catalogue()["momentum"](momentum=0.8), Velocity(REST)),
    "momentum at 0": (catalogue()["momentum"](momentum=0.0), Velocity(REST)),
    "nesterov": (catalogue()["nesterov"](momentum=0.8), Velocity(REST)),
    "qhm": (catalogue()["qhm"](momentum=0.9, nu=0.7), Velocity(REST)),
    "qhm with a small share": (catalogue()["qhm"](momentum=0.9, nu=0.2), Velocity(REST)),
    "adagrad": (optimizer("adagrad"), SquareSum(SQUARE)),
    "rmsprop": (catalogue()["rmsprop"](decay=STILL), SpreadState(SQUARE, REST, REST)),
    "rmsprop with momentum": (catalogue()["rmsprop"](decay=STILL, momentum=0.7), SpreadState(SQUARE, REST, REST)),
    "rmsprop centered": (
        catalogue()["rmsprop"](decay=STILL, centered=True),
        SpreadState(SQUARE, np.array([0.5, -1.0]), REST),
    ),
    "adam": (catalogue()["adam"](beta2=STILL), Moments(T, REST, SQUARE)),
    "adam with a large epsilon": (catalogue()["adam"](beta2=STILL, epsilon=0.5), Moments(T, REST, SQUARE)),
    "adam uncorrected": (catalogue()["adam"](beta2=STILL, bias_correction=False), Moments(3, REST, SQUARE)),
    "adamw": (catalogue()["adamw"](beta2=STILL, weight_decay=0.4), Moments(T, REST, SQUARE)),
    "amsgrad": (catalogue()["amsgrad"](beta2=STILL), MaximumMoments(T, REST, SQUARE / 2, SQUARE)),
    "adamax": (catalogue()["adamax"](beta2=STILL), PeakMoments(T, REST, SQUARE)),
    "nadam": (catalogue()["nadam"](beta2=STILL, beta1=0.7), NesterovMoments(T, REST, SQUARE, 0.0)),
    "nadam uncorrected": (
        catalogue()["nadam"](beta2=STILL, beta1=0.7, momentum_decay=0.0, bias_correction=False),
        NesterovMoments(3, REST, SQUARE, 0.1),
    ),
    "radam": (catalogue()["radam"](beta2=STILL), Moments(T, REST, SQUARE)),
    "radam before it divides": (catalogue()["radam"](beta1=0.5, beta2=0.5), Moments(40, REST, SQUARE)),
    "adabelief": (catalogue()["adabelief"](beta2=STILL), Moments(T, REST, SQUARE)),
    "qhadam": (catalogue()["qhadam"](beta1=0.9, beta2=STILL), Moments(T, REST, SQUARE)),
}


def grows(rule, state, steps=4000):
    """Walk from close to the floor, so that second moments feel nothing; tell whether the walk leads away."""
    ground, theta = Quadratic(HESSIAN, REST), np.array([1e-7, -2e-7])
    for _ in range(steps):
        change, state = rule.update(ground.gradient(theta), state, theta)
        theta = theta + change
        away = np.linalg.norm(theta)
        if away > 1e-4:
            return True
        if away < 1e-11:
            return False
    raise AssertionError("neither came down nor got away")


@pytest.mark.parametrize("case", CASES)
def test_just_below_the_limit_a_walk_comes_down(case):
    rule, state = CASES[case]
    limit = rule.stability_limit(HESSIAN, state)
    assert not grows(replace(rule, learning_rate=0.98 * limit), state)


@pytest.mark.parametrize("case", CASES)
def test_just_above_the_limit_a_walk_gets_away(case):
    rule, state = CASES[case]
    limit = rule.stability_limit(HESSIAN, state)
    assert grows(replace(rule, learning_rate=1.02 * limit), state)


def test_plain_descent_is_stable_up_to_two_over_the_steepest_curvature():
    assert optimizer("gradient_descent").stability_limit(HESSIAN, ()) == pytest.approx(2 / STEEPEST, rel=1e-14)


def test_the_heavy_ball_and_nesterov_have_their_closed_forms():
    ball = catalogue()["momentum"](momentum=0.9).stability_limit(HESSIAN, Velocity(REST))
    ahead = catalogue()["nesterov"](momentum=0.9).stability_limit(HESSIAN, Velocity(REST))
    assert ball == pytest.approx(2 * 1.9 / STEEPEST, rel=1e-14)
    assert ahead == pytest.approx(2 * 1.9 / (2.8 * STEEPEST), rel=1e-14)


def test_adam_has_the_limit_of_the_adaptive_edge_of_stability():
    # Cohen et al. 2022: 38/α for β₁ = 0.9, with the preconditioner as it is in the middle of a walk.
    rule, state = optimizer("adam"), Moments(5, REST, SQUARE)
    scale = np.diag(1 / (np.sqrt(SQUARE / (1 - 0.999**5)) + 1e-8) / (1 - 0.9**5))
    steepest = np.linalg.eigvals(scale @ HESSIAN).max()
    assert rule.stability_limit(HESSIAN, state) == pytest.approx(38 / steepest, rel=1e-12)


@pytest.mark.parametrize(
    "hessian", ([[-1.0, 0.0], [0.0, -2.0]], [[0.0, 0.0], [0.0, 0.0]], [[math.nan, 0.0], [0.0, 1.0]])
)
def test_where_nothing_curves_upwards_there_is_no_limit(hessian):
    for rule, state in CASES.values():
        assert rule.stability_limit(np.array(hessian), state) is None


def test_on_a_saddle_the_direction_that_curves_upwards_decides():
    saddle = np.diag((4.0, -1.0))
    assert optimizer("gradient_descent").stability_limit(saddle, ()) == pytest.approx(0.5)


@pytest.mark.parametrize(
    "name", ("adagrad", "rmsprop", "adam", "adamw", "amsgrad", "adamax", "nadam", "radam", "qhadam")
)
def test_an_adaptive_rule_that_has_felt_nothing_yet_has_no_limit(name):
    rule = optimizer(name)
    assert rule.stability_limit(HESSIAN, rule.init(REST)) is None


def test_rules_whose_stride_does_not_follow_a_slope_have_no_limit():
    for name in ("sign_descent", "lion", "rprop", "adadelta", "newton", "lbfgs", "line_search", "conjugate_gradient"):
        rule = optimizer(name)
        state = rule.init(np.ones(2))
        assert rule.stability_limit(HESSIAN, state) is None
