"""What a person meets who double-clicks the icon for the first time."""

import numpy as np
import pytest
from PySide6.QtGui import QImage


@pytest.mark.opengl
def test_the_picture_is_really_drawn(robot):
    picture = robot.picture()
    assert robot.scene.isValid()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    assert len(colours) > 50
    whole = robot.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    corner = robot.scene.mapTo(robot.window, robot.scene.rect().center())
    assert whole.pixel(corner) != whole.pixel(2, 2), "the mountain is missing from the picture of the whole window"


def test_a_first_start_shows_a_mountain_a_rule_and_a_trekker_with_nothing_to_set_up(robot):
    assert robot.sees("Himmelblau’s four valleys")
    assert robot.sees("Gradient descent")
    assert robot.sees("step 0 / 0")
    assert robot.sees("θ ← θ − α·∇J")
    assert robot.window.isActiveWindow()


def test_space_walks_the_default_to_a_verdict(robot):
    start = robot.trail.theta[0].copy()
    robot.press("Space")
    assert robot.sees("Pause")
    robot.until(lambda: robot.session.ended)
    robot.until(lambda: robot.sees("Global minimum after"))
    assert robot.sees("Walk")
    assert robot.trail.cost[-1] < 1e-3 < robot.trail.cost[0]
    assert np.linalg.norm(robot.trail.theta[-1] - start) > 0.5
    assert robot.sees(f"step {robot.trail.steps} / {robot.trail.steps}")


def test_the_trekker_is_seen_to_move(robot):
    before = robot.settled_pixels()
    robot.walk_some(40)
    assert (robot.settled_pixels() != before).any(axis=-1).sum() > 200


def test_space_on_a_finished_walk_walks_it_again(robot):
    robot.walk_to_the_end()
    first = robot.trail.theta.copy()
    robot.press("Space")
    robot.until(lambda: robot.session.ended and robot.session.at_the_end)
    assert np.array_equal(robot.trail.theta, first)
    assert not robot.window.player.playing
