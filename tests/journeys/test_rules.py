"""The update rule under the mountain: what it says is what the trail did."""

import re

import numpy as np
import pytest

from trekker.optimizers import catalogue

MAIN = ("gradient_descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam")
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
NUMBER = re.compile(r"−?\d+(?:\.\d+)?(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?")


def numbers_in(text):
    """Return the numbers of a text as people write them: −1.5×10⁻³."""
    found = []
    for written in NUMBER.findall(text):
        mantissa, _, power = written.replace("−", "-").partition("×10")
        found.append(float(mantissa) * 10.0 ** int(power.translate(SUPERSCRIPTS) or "0"))
    return found


@pytest.mark.parametrize("name", MAIN)
def test_the_numbers_of_the_update_line_are_those_of_the_trail(robot, name):
    robot.pick_optimizer(catalogue()[name].title)
    assert robot.descent.trekker.optimizer.name == name
    robot.press(".", times=7)
    robot.press(",")
    robot.until(lambda: robot.session.cursor == 6)
    step = robot.session.cursor
    arrived = robot.trail.theta[step + 1]
    expected = pytest.approx(arrived, rel=5e-4)
    line = lambda: robot.find("Update rule with its numbers").text()  # noqa: E731
    robot.until(lambda: numbers_in(line().partition("←")[0]) == expected)
    right = numbers_in(line().partition("←")[2])
    assert right[:2] == pytest.approx(robot.trail.theta[step], rel=5e-4), "the line does not begin where the step does"
    assert np.abs(robot.trail.change[step]).max() > 0


def test_every_rule_shows_its_own_formula(robot):
    seen = set()
    for name in MAIN:
        robot.pick_optimizer(catalogue()[name].title)
        before = len(seen)
        robot.until(lambda: not seen.add(robot.find("Update rule").text()) and len(seen) > before)
    assert len(seen) == len(MAIN)


def test_what_the_trekker_feels_is_the_cost_and_slope_underfoot(robot):
    robot.press(".", times=4)
    cost, slope = robot.trail.cost[4], robot.trail.gradient_norm[4]
    stride = np.linalg.norm(robot.descent.change_at(4))
    expected = pytest.approx([cost, slope, stride], rel=5e-3)
    robot.until(lambda: numbers_in(robot.find("What the trekker feels").text()) == expected)


def test_the_direction_named_is_downhill(robot):
    robot.type_into("Start", "4.5, 2")  # east of a valley floor at (3, 2)
    robot.until(lambda: robot.sees("downhill to the west"))


def test_the_stability_limit_shown_is_two_over_the_largest_curvature(robot):
    robot.pick_mountain("Stretched bowl")
    robot.until(lambda: robot.sees("stable here up to α ≈ 0.04"))


@pytest.mark.parametrize("name", MAIN)
def test_every_main_rule_walks_the_bowl_to_its_floor(robot_at, name):
    robot = robot_at("--terrain", "bowl", "--optimizer", name)
    robot.walk_to_the_end()
    robot.until(lambda: robot.sees("Global minimum after"))


def test_the_slope_that_is_told_is_the_one_that_decides_the_step(robot_at):
    robot = robot_at("--terrain", "bowl", "--batch-size", "1", "--learning-rate", "0.02")
    robot.press(".", times=3)
    felt, stride = robot.descent.felt_at(3), robot.descent.change_at(3)
    slope = np.linalg.norm(felt)
    assert np.linalg.norm(stride) == pytest.approx(0.02 * slope)
    told = robot.find("What the trekker feels")
    robot.until(lambda: f"slope felt {slope:.3g}" in told.text())
    assert f"next step {np.linalg.norm(stride):.3g}" in told.text()
    assert "∇J\u0302" in robot.find("Update rule").text()


def test_what_a_schedule_shortens_may_be_longer(robot_at):
    robot = robot_at("--formula", "x^2+y^2", "--learning-rate", "0.4", "--schedule", "inverse_time", "--tolerance", "0")
    robot.until(lambda: robot.sees("stable here up to α ≈ 1"))
    robot.press(".", times=100)
    robot.until(lambda: robot.sees("stable here up to α ≈ 2"))


def test_of_many_parameters_the_numbers_of_those_along_the_axes_are_told(robot_at):
    robot = robot_at("--sample", "digits_softmax")
    robot.press(".", times=3)
    first, second = robot.session.plane.parameters
    assert (first, second) != (0, 1)
    told = robot.find("Update rule with its numbers")
    robot.until(lambda: robot.session.step == 3)
    place = robot.trail.theta[3]
    robot.until(lambda: numbers_in(told.text())[2:4] == pytest.approx([place[first], place[second]], rel=1e-3))
    robot.until(lambda: "numbers of θ" in robot.find("What the trekker feels").text())
    robot.press("X")
    robot.until(lambda: robot.window.step_card.isVisible())
    stages = robot.window.step_card._told()
    felt = robot.descent.felt_at(3)
    assert numbers_in(stages[0].numeric)[-2:] == pytest.approx([felt[first], felt[second]], rel=1e-3)
