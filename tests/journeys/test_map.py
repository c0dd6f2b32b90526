"""The map in the real window: beside the mountain, or in its place."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from trekker.gui.ground_view import GroundView


@pytest.fixture
def on_the_map(robot):
    """A robot before a window that shows the map alone."""
    robot.window.mountain.set_view(GroundView.MAP)
    robot.until(lambda: robot.ground_picture is robot.window.mountain.map)
    return robot


def test_a_click_on_the_map_moves_the_start_and_the_verdict_is_read_over_the_map(on_the_map):
    robot = on_the_map
    robot.click_on_the_ground(2.5, 2.5)
    robot.until(lambda: robot.session.ready)
    assert robot.session.scenario.start == pytest.approx((2.5, 2.5), abs=0.1)
    robot.walk_to_the_end()
    robot.until(robot.window.mountain.verdict.isVisible)
    assert robot.sees(robot.window.mountain.verdict.title.text())


def test_the_ground_is_read_under_the_pointer_over_the_map_and_not_beside_it(on_the_map):
    robot = on_the_map
    chart, readout = robot.window.mountain.map, robot.window.mountain.readout
    middle = robot.session.ground.bounds.lower + robot.session.ground.bounds.size / 2
    QTest.mouseMove(chart.viewport(), chart.pixel_of(middle).toPoint() + QPoint(20, 20))
    QTest.mouseMove(chart.viewport(), chart.pixel_of(middle).toPoint())
    robot.until(readout.isVisible)
    assert readout.words.text()
    QTest.mouseMove(chart.viewport(), QPoint(3, 3))
    robot.until(lambda: not readout.isVisible())


def test_the_blindfold_hides_the_map_and_lets_it_be_seen_again(on_the_map):
    robot = on_the_map
    seen = robot.settled_pixels()
    robot.command("blindfold")
    assert (robot.settled_pixels() != seen).any(axis=-1).mean() > 0.3
    robot.command("blindfold")
    assert np.array_equal(robot.settled_pixels(), seen)


def test_overlays_and_their_legend_are_there_on_the_map_alone(on_the_map):
    robot, legend = on_the_map, on_the_map.window.mountain.overlays.legend
    robot.press(".")
    before = robot.settled_pixels()
    robot.press("A")
    robot.until(lambda: legend.isVisible() and legend.rows[0][1] == "Gradient, uphill")
    assert robot.window.mountain.map.geometry().contains(legend.geometry())
    assert (robot.settled_pixels() != before).any(axis=-1).sum() > 40
    robot.press("A")
    robot.until(lambda: not legend.isVisible())
    assert np.array_equal(robot.settled_pixels(), before)


@pytest.mark.opengl
def test_the_mini_map_comes_and_goes(robot):
    small = robot.window.mountain.mini_map
    assert not small.isVisible()
    robot.press("Shift+M")
    assert small.isVisible()
    robot.press("Shift+M")
    assert not small.isVisible()


@pytest.mark.opengl
def test_mountain_and_map_have_room_side_by_side_in_a_small_window(robot_at):
    robot = robot_at(size=(1280, 720))
    robot.window.mountain.set_view(GroundView.BOTH)
    scene, chart = robot.scene, robot.window.mountain.map
    robot.until(lambda: scene.isVisible() and chart.isVisible() and scene.width() < robot.window.mountain.width())
    assert min(scene.width(), chart.width()) >= 240
    assert robot.window.width() <= 1280
