"""Picking mountains, and choosing where on them the walk starts."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF

MOUNTAINS = {
    "bowl": "Bowl",
    "stretched_bowl": "Stretched bowl",
    "rosenbrock": "Rosenbrock’s banana",
    "himmelblau": "Himmelblau’s four valleys",
    "beale": "Beale’s corner",
    "six_hump_camel": "Six-hump camel",
    "rastrigin": "Rastrigin’s egg box",
    "monkey_saddle": "Monkey saddle",
    "saddle": "Mountain pass",
}


@pytest.mark.parametrize("name", MOUNTAINS)
def test_a_mountain_is_picked_and_walked_down(robot_at, name):
    robot = robot_at("--terrain", "bowl" if name != "bowl" else "saddle")
    before = robot.settled_pixels()
    robot.pick_mountain(MOUNTAINS[name])
    assert robot.session.ground.name == name
    assert robot.window.header.title.text() == MOUNTAINS[name]
    assert (robot.settled_pixels() != before).any(axis=-1).sum() > 5000, "another mountain looks the same"
    robot.window.player.set_speed(200)
    robot.walk_some(10)
    assert robot.trail.cost[-1] < robot.trail.cost[0]
    assert np.isfinite(robot.trail.theta).all()
    assert not robot.window.notice.isVisible()


def test_a_picked_mountain_gets_a_stride_that_suits_it(robot):
    robot.pick_mountain("Rosenbrock")
    rate = robot.session.ground.learning_rates["gradient_descent"]
    assert robot.descent.trekker.optimizer.learning_rate == rate
    assert float(robot.find("Learning rate").text()) == rate


def test_the_headings_between_the_mountains_cannot_be_picked(robot):
    picker = robot.find("Mountain or data")
    row = picker.findText("Narrow valleys")
    assert row >= 0
    picker.activated.emit(row)
    assert robot.session.ground.name == "himmelblau"


def test_a_click_on_the_ground_puts_the_start_there(robot):
    robot.walk_some(5)
    robot.click_on_the_ground(2.0, -1.0)
    robot.until(lambda: robot.session.length == 0)
    theta = robot.trail.theta[0]
    width = robot.session.ground.bounds.size
    assert (np.abs(theta - (2.0, -1.0)) < 0.02 * width).all()
    typed = [float(part) for part in robot.find("Start").text().split(",")]
    assert typed == theta.tolist()


@pytest.mark.opengl
def test_a_click_beside_the_ground_changes_nothing(robot):
    robot.walk_some(5)
    start, steps = robot.session.scenario.start, robot.session.length
    assert robot.scene.pick(QPointF(3, 3)) is None
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    QTest.mouseClick(robot.scene, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(3, 3))
    assert (robot.session.scenario.start, robot.session.length) == (start, steps)


@pytest.mark.opengl
def test_a_drag_turns_the_mountain_and_leaves_the_start_alone(robot):
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    start, camera = robot.session.scenario.start, robot.scene.camera
    middle = robot.scene.rect().center()
    QTest.mousePress(robot.scene, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    for across in (10, 30, 60):
        robot.send_drag(middle + QPoint(across, 0))
    QTest.mouseRelease(robot.scene, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle + QPoint(60, 0))
    assert robot.scene.camera.azimuth != camera.azimuth
    assert robot.session.scenario.start == start
    robot.command("whole_mountain")
    again = robot.scene.camera
    assert (again.azimuth, again.elevation) == (camera.azimuth, camera.elevation)
    assert again.distance == pytest.approx(camera.distance, rel=1e-5)
    assert again.centre == pytest.approx(camera.centre, abs=1e-5)


def test_a_start_is_typed(robot):
    robot.walk_some(5)
    robot.type_into("Start", "1.5, -2.25")
    assert robot.trail.theta.tolist() == [[1.5, -2.25]]
    assert robot.sees("step 0 / 0")


def test_a_start_with_a_typographic_minus_is_understood(robot):
    robot.type_into("Start", "(−1.5; 2)")
    assert robot.trail.theta[0].tolist() == [-1.5, 2.0]


@pytest.mark.parametrize("text", ["north", "1", "1, 2, 3", "1, inf", "nan, 2", "", "1,,2"])
def test_a_start_that_cannot_be_understood_gets_a_sentence_and_the_walk_stays(robot, text):
    robot.walk_some(5)
    before = robot.trail.theta.copy()
    robot.type_into("Start", text)
    assert robot.sees("A start is two numbers with a comma between them")
    assert np.array_equal(robot.trail.theta, before)
    robot.type_into("Start", "1, 1")
    assert not robot.sees("A start is two numbers")


def test_random_starts_differ_and_come_back_with_their_seed(robot):
    robot.push("Random start")
    first = robot.trail.theta[0].copy()
    assert robot.session.ground.bounds.contains(first)
    robot.press("N")
    second = robot.trail.theta[0].copy()
    assert not np.array_equal(first, second)
    robot.type_into("Seed", "0")
    assert np.array_equal(robot.trail.theta[0], first)
