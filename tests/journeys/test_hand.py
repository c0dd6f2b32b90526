"""You are the trekker: a person walks blindfolded by keys or by mouse, and is compared with the rules afterwards."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import as_numbers
from tests.journeys.room import want_of_room
from trekker.gui.step_colours import STEP_COLOURS
from trekker.walk.hand import person_in
from trekker.walk.walkthrough import Part


@pytest.fixture
def walker(robot):
    """A robot who walks by hand."""
    robot.press("J")
    robot.until(lambda: robot.session.person is not None and robot.window.by_hand.isVisible())
    return robot


def dial(robot):
    return robot.find("Direction and stride")


def towards(robot, heading, share=0.7):
    """Return the pixel of the dial in a direction of the map."""
    angle = math.radians(heading - robot.window.by_hand.dial._azimuth - 90.0)
    centre = dial(robot).rect().center()
    radius = 0.39 * dial(robot).width() * share
    return centre + QPoint(round(radius * math.cos(angle)), round(-radius * math.sin(angle)))


def test_a_person_walks_downhill_and_is_compared_with_keys_alone(walker):
    assert QApplication.focusWidget() is dial(walker)
    assert not walker.window.sight.sees_the_mountain
    assert [each.title for each in walker.session.scenario.trekkers] == ["You"]
    before = walker.session.scenario.trekkers[0].optimizer
    walker.press("Left", times=4)
    walker.press("Up")
    chosen = walker.session.scenario.trekkers[0].optimizer
    assert (chosen.heading, chosen.stride) == (20.0, pytest.approx(1.25 * before.stride, rel=5e-3))
    walker.press("Return")
    walker.press("Shift+Right")
    walker.press("Space")
    walker.press(".")
    trail = walker.trail
    assert trail.steps == 3
    assert not walker.window.player.playing
    assert [math.degrees(math.atan2(y, x)) for x, y in trail.change[:3]] == pytest.approx([20.0, 19.0, 19.0])
    walker.press("Ctrl+J")
    walker.until(lambda: len(walker.session.descents) == 4)
    assert walker.window.sight.sees_the_mountain
    assert {each.trail.steps for each in walker.session.descents} == {3}
    assert walker.session.descents[0].trail is trail
    assert {tuple(each.trail.theta[0]) for each in walker.session.descents} == {tuple(trail.theta[0])}
    walker.until(lambda: walker.find("Standings").isVisible() and "Ahead" in walker.window.race.sentence.text())
    assert walker.sees("You")


def test_everybody_who_was_there_comes_back_when_the_person_leaves(robot):
    robot.press("Ctrl+T", times=2)
    robot.press("H")
    robot.press("Ctrl+PgUp")
    before = robot.session.scenario
    robot.press("J")
    robot.until(lambda: robot.session.person is not None)
    robot.press("Return")
    assert robot.session.length == 1
    robot.press("J")
    robot.until(lambda: robot.session.person is None and robot.session.ready)
    assert robot.session.scenario == before
    assert (robot.session.selected, robot.session.hidden) == (1, {2})
    assert robot.window.sight.sees_the_mountain
    assert robot.window.rule.isVisible()
    assert not robot.window.by_hand.isVisible()


def pointed_at(robot, heading):
    """Click the dial where this direction of the map is drawn, and return the direction that is chosen then."""
    QTest.mouseClick(dial(robot), Qt.MouseButton.LeftButton, pos=towards(robot, heading))
    return robot.session.scenario.trekkers[0].optimizer.heading


def test_the_dial_is_turned_by_mouse_and_as_the_ground_is_turned(walker):
    panel = walker.window.by_hand.dial
    for turn in (0.0, 40.0):
        if walker.scene.isVisible():
            walker.scene.orbit_by(turn, 0.0)
            assert panel._azimuth == walker.scene.camera.azimuth
        for heading in (10.0, 120.0, 300.0):
            assert abs((pointed_at(walker, heading) - heading + 180.0) % 360.0 - 180.0) < 4.0
    if walker.window.mountain.can_show_mountain:
        walker.command("view_map")
    assert panel._azimuth == -90.0
    east = panel._spot(0.0, 1.0) - panel._centre
    assert east.x() > 0
    assert abs(east.y()) < 1e-6
    QTest.mouseDClick(dial(walker), Qt.MouseButton.LeftButton, pos=towards(walker, 300.0))
    assert walker.session.length == 1


@pytest.mark.opengl
def test_what_the_dial_points_at_is_where_the_arrow_on_the_mountain_points(walker):
    walker.scene.orbit_by(30.0, 0.0)
    walker.type_into("Direction", "75")
    start, change = walker.trail.theta[0], walker.descent.change_at(0)
    places = (start, start + 0.3 * change)
    feet, tip = (walker.scene.project(theta, float(walker.session.ground.cost.cost(theta))) for theta in places)
    spot = walker.window.by_hand.dial._spot(75.0, 1.0) - walker.window.by_hand.dial._centre
    on_screen = tip - feet
    # The mountain is seen from above at a slant: what points up on the dial is shortened there, and never turned over.
    assert np.sign(spot.x()) == np.sign(on_screen.x())
    assert np.sign(spot.y()) == np.sign(on_screen.y())


def test_a_click_on_the_ground_points_the_step_there_and_moves_no_start(walker):
    start = walker.trail.theta[0].copy()
    there = start + np.array((1.0, -1.5))
    walker.click_on_the_ground(*there)
    assert np.array_equal(walker.trail.theta[0], start)
    assert QApplication.focusWidget() is dial(walker)
    walker.press("Return")
    assert walker.trail.theta[1] == pytest.approx(there, abs=0.08)


def test_what_is_felt_and_chosen_is_told_truly_and_the_ground_ahead_is_not(walker):
    walker.until(lambda: "not known" in walker.window.fit.caption.text())
    walker.type_into("Direction", "0")
    walker.type_into("Stride", "0.5")
    walker.type_into("Direction", "400")
    chosen = walker.session.scenario.trekkers[0].optimizer
    assert (chosen.heading, chosen.stride) == (0.0, 0.5)
    gradient = walker.session.ground.cost.gradient(walker.trail.theta[0])
    steepness = float(np.linalg.norm(gradient))
    beside = math.degrees(math.acos(-gradient[0] / steepness))
    walker.until(lambda: f"{beside:.0f}° beside" in walker.window.by_hand.meaning.text())
    assert f"{chosen.stride / steepness:.3g}" in walker.window.by_hand.meaning.text()
    assert f"{steepness:.3g}" in walker.window.by_hand.feel.text()
    walker.press("Space")
    assert walker.trail.change[0] == pytest.approx((0.5, 0.0))


def test_scrubbing_shows_what_was_chosen_then_and_lets_nothing_be_chosen(walker):
    for heading in ("90", "180", "270"):
        walker.type_into("Direction", heading)
        walker.press("Space")
    dial(walker).setFocus()
    walker.press(",", times=2)
    walker.until(lambda: walker.find("Direction").text() == "180")
    assert not dial(walker).isEnabled()
    walker.press("Space")
    walker.until(lambda: walker.session.cursor == 3 and not walker.window.player.playing)
    assert walker.trail.steps == 3
    walker.until(dial(walker).isEnabled)


def test_trying_again_starts_from_the_same_place_with_the_blindfold_on(walker):
    start = walker.trail.theta[0].copy()
    walker.press("Return", times=2)
    walker.press("Ctrl+J")
    walker.until(lambda: len(walker.session.descents) > 1)
    walker.push("Try again")
    walker.until(lambda: len(walker.session.descents) == 1)
    assert np.array_equal(walker.trail.theta[0], start)
    assert walker.trail.steps == 0
    assert not walker.window.sight.sees_the_mountain
    assert walker.window.by_hand.isVisible()


def test_a_walk_by_hand_that_leaves_the_map_ends_and_can_be_compared(walker):
    walker.type_into("Stride", "400")
    for _ in range(60):
        walker.press("Space")
        if walker.session.ended:
            break
    assert walker.descent.verdict is not None
    walker.until(lambda: walker.window.mountain.verdict.isVisible())
    steps = walker.trail.steps
    walker.press("Ctrl+J")
    walker.until(lambda: len(walker.session.descents) == 4)
    assert walker.trail.steps == steps
    assert person_in(walker.session.scenario.trekkers) == 0


def test_another_mountain_ends_the_walk_by_hand_and_brings_the_trekkers_back(walker):
    walker.pick_mountain("Bowl")
    walker.until(lambda: walker.session.person is None and walker.session.ready and not walker.window.hand.active)
    assert [each.title for each in walker.session.scenario.trekkers] == ["Gradient descent"]
    assert walker.window.sight.sees_the_mountain


def test_ground_of_many_parameters_cannot_be_walked_by_hand(robot_at):
    robot = robot_at("--sample", "two_moons")
    assert not robot.window.commands["hand"].isEnabled()
    robot.press("J")
    assert not robot.window.hand.active


def test_who_takes_the_place_of_a_hidden_trekker_is_seen(robot):
    robot.press("H")
    robot.press("J")
    robot.until(lambda: robot.session.person is not None)
    assert not robot.session.hidden
    robot.press("J")
    robot.until(lambda: robot.session.person is None)
    assert robot.session.hidden == {0}


def test_who_walks_on_data_by_hand_sees_no_fit_before_the_comparison(robot_at):
    robot = robot_at("--sample", "lemonade")
    assert robot.window.fit.plot.isVisible()
    robot.press("J")
    robot.until(robot.window.by_hand.isVisible)
    assert not robot.window.fit.view.isVisible()
    assert robot.sees("the fit is shown afterwards")
    robot.press("Return", times=2)
    robot.press("Ctrl+J")
    robot.until(lambda: robot.window.fit.plot.isVisible())
    assert not robot.sees("the fit is shown afterwards")


def test_who_walks_on_data_by_hand_edits_no_points_that_cannot_be_seen(robot_at):
    robot = robot_at("--sample", "lemonade")
    robot.press("P")
    assert robot.window.editor.active
    robot.press("J")
    robot.until(lambda: robot.session.person is not None)
    assert not robot.window.editor.active
    assert not robot.window.fit.bar.isVisible()
    assert not robot.window.commands["edit_data"].isEnabled()
    robot.press("Return")
    robot.press("Ctrl+J")
    robot.until(lambda: robot.window.sight.knows_the_ground)
    robot.press("P")
    assert robot.window.editor.active


def test_downhill_wears_another_colour_than_the_slope_which_points_uphill_and_the_words_name_it(walker):
    downhill, move = walker.window.by_hand.arrows
    assert np.allclose(downhill.vector, -walker.descent.gradient_at(0))
    assert len({STEP_COLOURS[part] for part in (Part.SLOPE, downhill.part, move.part)}) == 3
    assert QColor(STEP_COLOURS[downhill.part]).hue() == pytest.approx(QColor("blue").hue(), abs=40)
    assert "Blue points downhill" in walker.window.by_hand.meaning.text()
    wanted = QColor(STEP_COLOURS[downhill.part]).getRgb()[:3]
    assert (np.abs(as_numbers(dial(walker).grab().toImage())[..., :3] - wanted).max(axis=-1) <= 3).any()


@pytest.mark.parametrize(("size", "scale"), [((1024, 600), 1.0), ((1280, 720), 1.5), ((1280, 720), 2.0)])
def test_what_is_chosen_keeps_its_captions_in_little_room(walker, size, scale):
    walker.window.look.set_text_scale(scale)
    walker.window.resize(*size)
    walker.until(lambda: not want_of_room(walker.window.by_hand))
    assert walker.window.by_hand._is_compact
    for caption in ("Direction", "Stride"):
        assert walker.sees(caption)
