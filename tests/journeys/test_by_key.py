"""What a pointer does to the ground is done by keys, too: reading it, placing the start, moving the eye."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea

from tests.gui.scene.masks import Mask
from trekker.gui.ground_view import GroundView
from trekker.gui.scene.eyes import Eye, Following
from trekker.messages import number

MOVE = 0.02  # of the map: as far as one press moves the cross-hair


def reading_at(robot, place):
    """Return what must be read at a place: both parameters, cost and slope."""
    cost, gradient = robot.session.ground.cost.cost_and_gradient(np.array(place))
    return [number(float(each)) for each in (*place, cost, np.linalg.norm(gradient))]


def reads(robot, place):
    readout = robot.window.mountain.readout
    return readout.isVisible() and all(each in readout.words.text() for each in reading_at(robot, place))


def on(view):
    """Return what shows the mountain alone, or the map alone."""
    return pytest.param(view, marks=pytest.mark.opengl if view is GroundView.MOUNTAIN else ())


@pytest.fixture(params=[on(GroundView.MOUNTAIN), on(GroundView.MAP)], ids=lambda view: view.value)
def cross_hair(robot_at, request):
    """A robot that has put the cross-hair on the ground, and a place two presses to the right and one up."""
    robot = robot_at("--terrain", "himmelblau", "--start=-0.5,0")
    robot.window.mountain.set_view(request.param)
    robot.until(lambda: robot.ground_picture.width() > 400)
    for key in ("Z", "Escape"):  # the ring around what has the keys stays
        robot.press(key)
    robot.plain = robot.settled_pixels()
    robot.press("Z")
    robot.until(lambda: reads(robot, robot.trail.theta[0]))
    robot.press("Right", times=2)
    robot.press("Up")
    return robot, robot.trail.theta[0] + MOVE * robot.session.ground.bounds.size * (2, 1)


def test_the_ground_is_read_at_a_cross_hair_that_arrow_keys_move_until_escape(cross_hair):
    robot, place = cross_hair
    robot.until(lambda: reads(robot, place))
    assert (robot.settled_pixels() != robot.plain).any()
    robot.press("Ctrl+Left")
    robot.until(lambda: reads(robot, place - 0.1 * MOVE * robot.session.ground.bounds.size * (1, 0)))
    robot.press("Escape")
    assert not robot.window.mountain.readout.isVisible()
    np.testing.assert_array_equal(robot.settled_pixels(), robot.plain)


def test_enter_places_the_start_at_the_cross_hair(cross_hair):
    robot, place = cross_hair
    robot.press("Return")
    robot.until(lambda: robot.session.ready)
    np.testing.assert_allclose(robot.trail.theta[0], place, atol=1e-5)


def test_a_blindfold_forbids_reading_at_the_cross_hair(cross_hair):
    robot, place = cross_hair
    robot.press("B")
    assert not robot.window.mountain.readout.isVisible()
    robot.press("Right")
    assert not robot.window.mountain.readout.isVisible()
    robot.press("B")
    robot.until(lambda: reads(robot, place + MOVE * robot.session.ground.bounds.size * (1, 0)))


def test_the_cross_hair_stays_on_the_map_and_goes_with_the_ground(cross_hair):
    robot, _ = cross_hair
    robot.press("Right", times=60)
    bounds = robot.session.ground.bounds
    robot.until(lambda: reads(robot, (bounds.x_max, bounds.size[1] * MOVE + robot.trail.theta[0][1])))
    robot.pick_mountain("Bowl")
    assert not robot.window.mountain.readout.isVisible()
    assert not robot.window.commands["cross_hair"].isChecked()


@pytest.mark.opengl
def test_right_is_to_the_right_from_wherever_one_looks(robot):
    for key, direction in (("1", (1, 0)), ("2", (0, 1)), ("3", (-1, 0)), ("4", (0, -1))):
        robot.press(key)
        robot.press("Z")
        robot.press("Right")
        place = robot.trail.theta[0] + MOVE * robot.session.ground.bounds.size * direction
        robot.until(lambda place=place: reads(robot, place))
        robot.press("Escape")


@pytest.mark.opengl
def test_the_cross_hair_is_drawn_along_both_axes_through_its_place_and_nowhere_else(robot):
    before = robot.settled_pixels()
    robot.press("Z")
    after, mask = robot.settled_pixels(), Mask(robot.scene)
    landscape, place = robot.scene.landscape, robot.trail.theta[0]
    for axis in range(2):
        line = np.tile(place, (300, 1))
        line[:, axis] = np.linspace(landscape.bounds.lower[axis], landscape.bounds.upper[axis], 300)
        points = landscape.points(line, robot.session.ground.cost.cost(line))
        mask.add_line(points, 4.0)
        across, down = np.floor(mask.pixels_of(points)).astype(int).T
        assert (before != after).any(axis=-1)[down, across].mean() > 0.85
    assert not ((before != after).any(axis=-1) & ~mask.pixels).any()


@pytest.mark.parametrize("view", [on(GroundView.MOUNTAIN), on(GroundView.MAP)], ids=lambda view: view.value)
def test_a_click_on_a_trekker_selects_it_and_moves_nobody(robot_at, view):
    robot = robot_at("--terrain", "himmelblau", "--start=-0.5,0", "--learning-rate", "0.0005")
    robot.window.mountain.set_view(view)
    robot.press("Ctrl+T")
    robot.until(lambda: robot.session.ready and len(robot.session.descents) == 2)
    robot.press(".", times=60)
    places = np.array([each.trail.theta[-1] for each in robot.session.descents])
    assert np.ptp(places, axis=0).max() > 0.8, "they stand too near each other"
    scenario = robot.session.scenario
    assert robot.session.selected == 1
    theta = robot.session.descents[0].trail.theta[-1]
    if view is GroundView.MAP:
        picture, target = robot.window.mountain.map.pixel_of(theta).toPoint(), robot.window.mountain.map.viewport()
    else:
        cost = float(robot.session.ground.cost.cost(theta))
        picture, target = robot.scene.project(theta, cost).toPoint() - QPoint(0, 20), robot.scene
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, picture)
    assert robot.session.selected == 0
    assert robot.session.scenario == scenario
    assert robot.session.length == 60


@pytest.mark.opengl
def test_every_deed_of_the_eye_has_a_key(robot):
    scene = robot.scene
    scene.setFocus()
    moves = {
        "Left": lambda old, new: new.azimuth != old.azimuth and new.elevation == old.elevation,
        "Up": lambda old, new: new.elevation > old.elevation,
        "Alt+Right": lambda old, new: new.centre != old.centre and new.distance == old.distance,
        "Alt+Down": lambda old, new: new.centre != old.centre,
        "+": lambda old, new: new.distance < old.distance,
        "-": lambda old, new: new.distance > old.distance,
        "5": lambda old, new: new.elevation == Eye.ABOVE.value[1],
        "6": lambda old, new: scene.following is Following.BESIDE,
        "7": lambda old, new: scene.following is Following.SHOULDER,
        "Home": lambda old, new: scene.following is Following.NOT and new.azimuth == -62.0,
        "2": lambda old, new: new.azimuth == Eye.EAST.value[0],
        "0": lambda old, new: new.azimuth == -62.0,
    }
    for key, has_moved in moves.items():
        before = scene.camera
        robot.press(key)
        assert has_moved(before, scene.camera), key


@pytest.mark.opengl
def test_a_trekker_is_pushed_by_key_also_while_its_step_is_explained(robot):
    robot.press("X")
    before = robot.trail.theta[0].copy()
    robot.scene.setFocus()
    robot.press("Shift+Up", times=2)
    np.testing.assert_allclose(
        robot.trail.theta[0] - before, (0.0, 0.02 * robot.session.ground.bounds.size[1]), atol=1e-4
    )


def test_the_sheet_of_keys_fits_the_screen_and_names_every_key(robot_at):
    robot = robot_at(size=(1280, 720))
    robot.press("F1")
    robot.until(lambda: robot.dialog is not None and robot.dialog.isActiveWindow())
    sheet = robot.dialog
    assert sheet.height() <= 720
    assert sheet.width() <= 1280
    said = robot.read()
    for name in ("Arrow keys", "Alt + arrow keys", "Shift + arrow keys", "+ / −", "Home", "Cross-hair"):
        assert name in said
    area = sheet.findChild(QScrollArea)
    area.verticalScrollBar().setValue(0)
    robot.press("PgDown")
    assert area.verticalScrollBar().value() > 0
    robot.press("Escape")
    robot.until(lambda: robot.dialog is None)
    robot.until(lambda: not robot.window.findChildren(QDialog, "shortcut_sheet"))


@pytest.mark.parametrize("opened_by", ["G", "F", "M", "Choose an optimizer from the list"])
def test_enter_presses_what_opens_or_takes_wherever_the_focus_has_been(robot, opened_by):
    (robot.press if len(opened_by) == 1 else robot.push)(opened_by)
    robot.until(lambda: robot.dialog is not None and robot.dialog.isActiveWindow())
    for _ in range(12):
        robot.press("Tab")
        if not isinstance(QApplication.focusWidget(), QPushButton):
            pressed = [each.text() for each in robot.dialog.findChildren(QPushButton) if each.isDefault()]
            assert [each.replace("&", "") for each in pressed] in (["Open"], ["OK"])
    robot.push("Cancel")
