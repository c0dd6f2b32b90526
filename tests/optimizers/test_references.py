"""The rules against paths that PyTorch and optax walked; how they were recorded: ``references/record.py``."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.optimizers.grounds import GROUNDS, STARTS
from tests.optimizers.references.cases import CLIPPINGS, EVERY, GRADIENTS, SCHEDULES, SETTINGS, STEPS, settings_on
from trekker.optimizers import catalogue
from trekker.optimizers.clipping import Clipping
from trekker.optimizers.schedules import schedules

RECORDED = json.loads(Path(__file__).with_name("references").joinpath("recorded.json").read_text(encoding="utf-8"))
ELEMENTARY = ("gradient_descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam")


def walk(optimizer, ground, start):
    theta = np.array(start)
    state = optimizer.init(theta)
    places = [theta]
    for step in range(1, STEPS + 1):
        change, state = optimizer.update(ground.gradient(theta), state, theta)
        theta = theta + change
        if step % EVERY == 0:
            places.append(theta)
    return np.array(places)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("which", (0, 1))
@pytest.mark.parametrize("rule", SETTINGS)
def test_a_walk_of_200_steps_is_the_one_that_the_library_walked(rule, which, ground):
    expected = np.array(RECORDED["walks"][f"{rule}/{which}/{ground}"])
    optimizer = catalogue()[rule](**settings_on(rule, which, ground))
    walked = walk(optimizer, GROUNDS[ground], STARTS[ground])
    difference = np.linalg.norm(walked - expected, axis=-1) / np.linalg.norm(expected, axis=-1)
    assert difference.max() <= (1e-12 if rule in ELEMENTARY else 1e-10)


@pytest.mark.parametrize("rule", SETTINGS)
def test_the_recorded_walks_get_somewhere_and_stay_tame(rule):
    for which in (0, 1):
        for ground, cost_function in GROUNDS.items():
            places = np.array(RECORDED["walks"][f"{rule}/{which}/{ground}"])
            assert cost_function.cost(places[-1]) < cost_function.cost(places[0])


def test_every_rule_but_those_that_neither_library_has_is_recorded():
    elsewhere = {"qhm", "qhadam", "line_search", "conjugate_gradient", "newton", "lbfgs"}
    assert set(SETTINGS) == set(catalogue()) - elsewhere


@pytest.mark.parametrize("name", SCHEDULES)
def test_a_schedule_gives_the_factors_of_the_library(name):
    schedule = schedules()[name](**SCHEDULES[name])
    factors = [schedule.factor(step) for step in range(STEPS)]
    assert factors == pytest.approx(RECORDED["schedules"][name], rel=1e-12)


@pytest.mark.parametrize("text", CLIPPINGS)
def test_gradients_are_clipped_as_optax_clips_them(text):
    clipped = Clipping.read(text).apply(np.array(GRADIENTS))
    np.testing.assert_allclose(clipped, RECORDED["clipped"][text], rtol=1e-14, atol=0)
