"""Journeys through the fit panel: digits, regions, points edited by hand, and batches compared."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import is_seen
from trekker.gui.panels.fits.strokes import reduced
from trekker.walk.applications import applications
from trekker.walk.edited import EditedData

DIGITS = "digits_softmax"
ZERO = [(0.5 + 0.22 * np.sin(turn), 0.5 - 0.35 * np.cos(turn)) for turn in np.linspace(0, 2 * np.pi, 25)]


def wait_for_the_fit(robot):
    """Wait until the view shows the place where the trekker stands."""
    robot.window.fit._throttle._act()
    robot.until(lambda: not robot.window.fit.view.busy)


def drag(widget, *places):
    first, *others = [place.toPoint() if isinstance(place, QPointF) else place for place in places]
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=first)
    for place in others:
        QTest.mouseMove(widget, place)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=(others or [first])[-1])


@pytest.fixture
def reading(robot_at):
    """A robot before digits, which the trekker has learnt to read a little."""
    robot = robot_at("--sample", DIGITS)
    robot.session.advance(20)  # off the GUI thread: they arrive one by one
    robot.until(lambda: robot.session.step == 20)
    wait_for_the_fit(robot)
    return robot


def test_digits_are_shown_as_they_are_read_and_counted_and_large_with_the_filter_of_each(reading):
    view, ground, theta = reading.window.fit.view, reading.session.ground, reading.trail.theta[reading.session.step]
    held_out = ground.validation
    true = held_out[ground.y]
    said = ground.predict(theta, held_out.numbers(ground.x))
    wrong = [picture.wrong for picture in view.sheet.pictures]
    assert len(wrong) > 10
    assert wrong == (said != true)[: len(wrong)].tolist()
    assert view.table.counts.trace() == int((said == true).sum())
    assert f"{100 * (said == true).mean():.1f}" in view.caption.text()
    reading.command("enlarge_fit")
    assert all(each.isVisible() for each in (view.sheet, view.table, view.filters, view.reader))
    assert [each.words for each in view.filters.pictures] == list("0123456789")  # each speaks for one digit
    reading.press("Esc")
    assert not view.filters.isVisible()


def test_a_digit_drawn_with_the_mouse_is_read_and_keys_draw_too_and_are_no_shortcuts_there(reading):
    reading.push("Draw")
    pad, bars = reading.find("Paper for a digit"), reading.find("How likely each digit is")
    drag(pad, *(pad.pixel_of(point) for point in ZERO))
    theta = reading.trail.theta[reading.session.step]
    expected = reading.session.ground.probabilities(theta, reduced(pad.strokes).reshape(1, -1))[0]
    assert bars.shares == pytest.approx(expected)
    assert int(np.argmax(bars.shares)) == 0
    assert reading.sees(f"Read as 0: {100 * expected[0]:.0f}\u202f%")
    reading.push("Clear the paper")
    assert not reading.sees("Read as 0")
    pad.setFocus()
    reading.press("Space")
    assert len(pad.strokes) == 1
    assert not reading.window.player.playing
    reading.press("Shift+Down", times=3)
    assert len(pad.strokes[-1]) > 1


def test_regions_have_other_colours_on_either_side_of_the_border(robot_at):
    robot = robot_at("--sample", "two_blobs")
    robot.session.advance(60)
    wait_for_the_fit(robot)
    view, ground = robot.window.fit.view, robot.session.ground
    theta = robot.trail.theta[robot.session.step]
    corners = np.array(np.meshgrid(*zip(ground.inputs.min(axis=0), ground.inputs.max(axis=0), strict=True)))
    places = corners.reshape(2, -1).T
    said = ground.predict(theta, places)
    assert len(set(said.tolist())) == 2
    picture = view.plot.grab().toImage()
    hues = {label: set() for label in said.tolist()}
    for place, label in zip(places, said.tolist(), strict=True):
        spot = view.plot.mapFromScene(view.plot.getViewBox().mapViewToScene(QPointF(*place)))
        colour = picture.pixelColor(spot)
        hues[label].add(colour.red() > colour.blue())
    assert sorted(map(sorted, hues.values())) == [[False], [True]]


def test_a_large_fit_is_seen_whole_also_while_somebody_walks(reading):
    fit, mountain = reading.window.fit, reading.window.mountain
    ground = mountain.scene if mountain.can_show_mountain else mountain.map
    ground.setFocus()
    reading.command("enlarge_fit")
    assert QApplication.focusWidget() is fit
    reading.session.advance(1)
    reading.until(lambda: reading.session.step == 21)
    wait_for_the_fit(reading)
    reading.until(lambda: is_seen(fit))
    reading.command("enlarge_fit")
    assert QApplication.focusWidget() is ground
    assert ground.isVisible()


@pytest.fixture
def editing(robot_at):
    """A robot before five points that it may edit, in the large fit."""
    robot = robot_at("--sample", "five_points")
    robot.command("enlarge_fit")
    robot.command("edit_data")
    robot.until(lambda: robot.window.fit.handles is not None)
    return robot


def points(robot):
    """The points of the ground that is open, once it is made of those that the editor holds."""
    choice = lambda: robot.session.scenario.ground  # noqa: E731
    robot.until(
        lambda: (
            isinstance(choice(), EditedData)
            and choice().points == robot.window.editor.points
            and robot.session.ready
            and len(robot.session.ground.targets) == len(choice().points)
        )
    )
    return choice().points


def cost_here(robot):
    return float(robot.session.ground.cost.cost(np.array([1.0, 1.0])))


def test_points_are_added_dragged_and_deleted_and_the_mountain_changes(editing):
    robot, handles = editing, editing.window.fit.handles
    paper = robot.window.fit.plot.viewport()
    first, costs = robot.window.editor.points, [cost_here(robot)]
    middle = paper.rect().center()
    drag(paper, middle)
    added = points(robot)
    costs.append(cost_here(robot))
    assert added[:-1] == first
    place = handles.pixel_of(added[-1]).toPoint()
    assert (place - middle).manhattanLength() <= 3
    drag(paper, place, place + (paper.rect().topLeft() - place) / 4)
    moved = points(robot)
    costs.append(cost_here(robot))
    assert moved[:-1] == first
    assert moved[-1][0] < added[-1][0]
    assert moved[-1][1] > added[-1][1]
    QTest.mouseClick(paper, Qt.MouseButton.RightButton, pos=handles.pixel_of(moved[0]).toPoint())
    assert points(robot) == moved[1:]
    costs.append(cost_here(robot))
    assert len(set(costs)) == 4


def test_changes_of_points_are_taken_back_one_by_one_or_all_at_once(editing):
    robot, choice = editing, editing.session.scenario.ground
    first, cost = robot.window.editor.points, cost_here(robot)
    paper = robot.window.fit.plot.viewport()
    drag(paper, paper.rect().center())
    points(robot)
    robot.press("Right", times=2)
    assert len(set(points(robot))) == 6
    for _ in range(3):
        robot.command("undo_edit")
    assert points(robot) == first
    assert cost_here(robot) == cost
    assert not robot.window.commands["undo_edit"].isEnabled()
    drag(paper, paper.rect().center())
    points(robot)
    robot.command("restore_data")
    robot.until(lambda: robot.session.scenario.ground == choice and robot.session.ready)
    assert len(robot.session.ground.targets) == 5


def test_compared_batches_are_three_trekkers_with_one_budget_of_row_visits(robot_at):
    robot = robot_at("--sample", "five_points")
    robot.command("compare_batches")
    robot.until(lambda: robot.session.ready and len(robot.session.descents) == 3)
    rows = robot.session.ground.cost.rows
    party = robot.session.scenario.trekkers
    assert [each.batch_size for each in party] == [None, 1, 2]
    epochs = [each.steps / -(-rows // (each.batch_size or rows)) for each in party]
    assert len(set(epochs)) == 1
    assert len({each.optimizer for each in party}) == 1
    robot.walk_to_the_end()
    visits = [int(each.trail.visits[-1]) for each in robot.session.descents]
    assert len(set(visits)) == 1
    robot.until(lambda: all(robot.window.cost.shown(index)[0][-1] == visits[0] for index in range(3)))


def test_an_application_from_the_picker_brings_its_rule_its_batches_and_its_patience(robot):
    wanted = applications()["two_moons"]
    robot.pick_mountain(wanted.title)
    (trekker,) = robot.session.scenario.trekkers
    assert trekker.optimizer == wanted.trekker.optimizer
    assert trekker.batch_size == wanted.trekker.batch_size
    assert robot.session.scenario.stop == wanted.stop
    assert robot.find("Mountain or data").currentText().strip() == wanted.title
