"""The mountain's instruments and the eye, in the real window."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.journeys.conftest import is_seen
from trekker.gui.figure_choice import FRAMES
from trekker.gui.scene.eyes import Eye, Following
from trekker.gui.scene.walker import Fate
from trekker.messages import number

pytestmark = pytest.mark.opengl


def changed(before, after):
    return (np.abs(before - after) > 6).any(axis=-1)


def feet_of(robot):
    theta, cost = robot.trail.theta[robot.session.cursor], float(robot.trail.cost[robot.session.cursor])
    return robot.scene.project(theta, cost)


def test_the_legend_names_what_is_on_with_its_true_numbers(robot):
    robot.press(".", times=2)
    legend = robot.window.mountain.overlays.legend
    assert not legend.isVisible()
    robot.press("A")
    robot.press("Q")
    robot.until(lambda: len(legend.rows) == 2)
    norm = number(float(robot.trail.gradient_norm[2]))
    assert legend.rows[0][1:] == ("Gradient, uphill", f"‖∇J‖ = {norm}")
    robot.press(".")
    norm = number(float(robot.trail.gradient_norm[3]))
    robot.until(lambda: legend.rows[0][2] == f"‖∇J‖ = {norm}")
    robot.press("A")
    robot.press("Q")
    robot.until(lambda: not legend.isVisible())


def test_the_blindfold_hides_the_flags_of_the_minima(robot):
    robot.press("K")
    legend = robot.window.mountain.overlays.legend
    robot.until(lambda: legend.rows and legend.rows[0][1] == "Lowest ground known")
    robot.press("B")
    robot.until(lambda: legend.rows[0][2] == "hidden by the blindfold")


@pytest.mark.parametrize("key", "12345")
def test_every_named_view_shows_the_whole_mountain_from_its_side(robot, key):
    robot.press(key)
    eye = list(Eye)[int(key) - 1]
    assert (robot.scene.camera.azimuth, robot.scene.camera.elevation) == eye.value
    picture = robot.settled_pixels()
    assert not changed(picture[:3], np.broadcast_to(picture[0, 0], picture[:3].shape)).any()


@pytest.mark.parametrize(("key", "how"), [("6", Following.BESIDE), ("7", Following.SHOULDER)])
def test_the_eye_goes_with_the_trekker_and_comes_back(robot, key, how):
    home = robot.scene.camera
    robot.press(key)
    assert robot.scene.following is how
    robot.press(".", times=10)
    centre = robot.scene.rect().center()
    feet = feet_of(robot)
    assert np.hypot(feet.x() - centre.x(), feet.y() - centre.y()) < 0.3 * robot.scene.width()
    robot.press(key)
    back = robot.scene.camera
    assert (back.azimuth, back.elevation) == (home.azimuth, home.elevation)
    np.testing.assert_allclose((*back.centre, back.distance), (*home.centre, home.distance), atol=1e-3)


def test_the_eye_glides_unless_motion_is_reduced(robot_at):
    robot = robot_at(moving=True)
    robot.press("1")
    assert robot.scene.gliding
    robot.until(lambda: not robot.scene.gliding)
    assert robot.scene.camera.azimuth == Eye.SOUTH.value[0]
    robot.command("reduced_motion")
    assert QSettings().value("reduced_motion", type=bool)
    robot.press("2")
    assert not robot.scene.gliding
    assert robot.scene.camera.azimuth == Eye.EAST.value[0]


def test_whoever_computes_is_held_until_what_has_changed_is_painted(robot, monkeypatch):
    robot.settled_pixels()
    told, bench = [], robot.session.workbench
    robot.until(lambda: not robot.scene.draws_finely)
    hold, let_go = bench.hold, bench.let_go
    monkeypatch.setattr(bench, "hold", lambda: (told.append("hold"), hold()))
    monkeypatch.setattr(bench, "let_go", lambda: (told.append("let go"), let_go()))
    robot.scene.frameSwapped.connect(lambda: told.append("drawn"))
    QTest.mousePress(robot.scene, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    robot.send_drag(QPoint(90, 60))
    robot.until(lambda: "let go" in told)
    QTest.mouseRelease(robot.scene, Qt.MouseButton.LeftButton, pos=QPoint(90, 60))
    assert told[:3] == ["hold", "drawn", "let go"]


def test_mountain_map_and_verdict_come_to_the_screen_in_every_view_and_size(robot):
    mountain = robot.window.mountain
    robot.until(lambda: is_seen(mountain))
    robot.session.advance(5)
    robot.until(lambda: is_seen(mountain))
    for size in ((1280, 720), (1366, 768)):
        robot.command("next_view")
        robot.until(lambda: is_seen(mountain))
        robot.window.resize(*size)
        robot.until(lambda size=size: (robot.window.width(), robot.window.height()) == size and is_seen(mountain))
        robot.until(lambda: is_seen(robot.window))


def test_what_changes_over_the_mountain_draws_no_new_frame_of_it(robot):
    robot.settled_pixels()
    robot.scene.refine()
    robot.until(lambda: not robot.scene.draws_finely)
    before, drawn = robot.window.mountain.grab().toImage(), []
    robot.scene.frameSwapped.connect(lambda: drawn.append(True))
    note = QLabel("Over the mountain", robot.window.mountain)
    note.move(robot.scene.geometry().center())
    note.show()
    robot.until(lambda: is_seen(robot.window.mountain))
    note.hide()
    note.setParent(None)
    robot.until(lambda: robot.window.mountain.grab().toImage() == before)
    assert drawn == []


def test_keys_and_clicks_that_the_screen_sends_reach_the_mountain(robot):
    """A test may speak to a widget; a person's screen speaks to the window, which has to find the widget."""
    scene, root = robot.scene, robot.window
    place = scene.project(np.array((2.0, 1.0)), float(robot.session.ground.cost.cost(np.array((2.0, 1.0)))))
    before = robot.session.scenario.start
    QTest.mouseClick(root.windowHandle(), Qt.MouseButton.LeftButton, pos=scene.mapTo(root, place.toPoint()))
    robot.until(lambda: robot.session.scenario.start != before)
    azimuth = scene.camera.azimuth
    QTest.keyClick(root.windowHandle(), Qt.Key.Key_Left)
    robot.until(lambda: scene.camera.azimuth != azimuth)


@pytest.mark.parametrize("sample", ["digits_convolutional", "five_points"])
def test_only_what_there_is_to_show_is_drawn_while_slow_steps_are_computed(robot_at, sample):
    robot = robot_at("--sample", sample, moving=True)
    robot.settled_pixels()
    robot.window.player.set_speed(1)
    robot.press("Space")
    robot.until(lambda: robot.session.length >= 2)
    assert robot.scene.is_sparing == robot.session.is_slow == (sample == "digits_convolutional")
    robot.until(lambda: robot.session.length >= 3)
    assert robot.scene.striding != robot.session.is_slow
    finely = []
    robot.scene.frameSwapped.connect(lambda: finely.append(robot.scene._smooth is not None))
    robot.until(lambda: any(finely) or robot.session.length >= 5)
    assert any(finely) != robot.session.is_slow
    robot.press("Space")
    robot.until(lambda: finely[-1])


def test_hovering_reads_the_ground_and_a_blindfold_forbids_it(robot):
    readout = robot.window.mountain.readout
    place = np.array((2.0, 1.0))
    cost = float(robot.session.ground.cost.cost(place))
    pixel = robot.scene.project(place, cost).toPoint()
    QTest.mouseMove(robot.scene, pixel + QPoint(20, 20))  # the pointer may already be where it would go
    QTest.mouseMove(robot.scene, pixel)
    x, y = robot.scene.pick(pixel.toPointF())
    robot.until(lambda: readout.isVisible() and number(x) in readout.words.text())
    assert number(float(robot.session.ground.cost.cost(np.array((x, y))))) in readout.words.text()
    robot.press("B")
    assert not readout.isVisible()
    QTest.mouseMove(robot.scene, pixel + QPoint(3, 3))
    robot.until(lambda: not readout.isVisible())


def test_a_trekker_is_dragged_to_another_start(robot):
    robot.press(".", times=3)
    grip = feet_of(robot).toPoint() - QPoint(0, 20)
    QTest.mousePress(robot.scene, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip)
    camera = robot.scene.camera
    for away in (30, 60, 90):
        robot.send_drag(grip + QPoint(away, 30))
    goal = robot.scene.pick((grip + QPoint(90, 30)).toPointF())
    QTest.mouseRelease(robot.scene, Qt.MouseButton.LeftButton, pos=grip + QPoint(90, 30))
    assert robot.scene.camera == camera
    assert robot.session.length == 0
    np.testing.assert_allclose(robot.trail.theta[0], goal, atol=1e-4)


def test_a_trekker_is_pushed_to_another_start_by_keyboard(robot):
    before = robot.trail.theta[0].copy()
    robot.scene.setFocus()
    robot.press("Shift+Right", times=3)
    np.testing.assert_allclose(
        robot.trail.theta[0] - before, (0.03 * robot.session.ground.bounds.size[0], 0.0), atol=1e-4
    )


def test_no_two_commands_have_the_same_key(robot):
    keys = [key for command in robot.window.commands.all for key in command.shortcut.split("; ") if key]
    assert len(keys) == len(set(keys))


def test_ground_once_walked_stays_faintly_remembered_under_the_blindfold(robot_at):
    robot = robot_at("--optimizer", "adam", "--start=-3,-1")
    robot.press("5")
    robot.press(".", times=60)
    start, end = robot.trail.theta[0], robot.trail.theta[-1]
    behind = start - 0.5 * (end - start) / np.linalg.norm(end - start)
    clear = robot.settled_pixels()
    robot.press("B")
    folded = robot.settled_pixels()

    def hidden(theta):
        """Return what the blindfold changes there."""
        at = robot.scene.project(theta, float(robot.session.ground.cost.cost(theta)))
        part = slice(round(at.y()) - 2, round(at.y()) + 3), slice(round(at.x()) - 2, round(at.x()) + 3)
        return np.abs(clear[part] - folded[part]).mean()

    assert np.linalg.norm(end - start) > 1.5
    assert hidden(end + 0.3) < 2
    assert 10 < hidden(behind) < 0.85 * hidden(behind * (-1, 1))


def test_taking_the_blindfold_off_reveals_the_mountain_and_any_click_ends_that(robot_at):
    robot = robot_at(moving=True)
    robot.press("B")
    robot.press("B")
    assert robot.scene.revealing
    halfway = robot.pixels()
    QTest.mouseClick(robot.scene, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    assert not robot.scene.revealing
    assert changed(halfway, robot.pixels()).sum() > 1000
    robot.command("reduced_motion")
    robot.press("B")
    robot.press("B")
    assert not robot.scene.revealing


def test_arrival_divergence_and_the_maps_edge_look_different(robot_at):
    fates = set()
    for options in (
        ("--terrain", "bowl"),
        ("--terrain", "bowl", "--learning-rate", "40"),
        ("--formula", "x", "--bounds=-1,1,-1,1", "--start=0,0", "--learning-rate", "0.3"),
    ):
        robot = robot_at(*options)
        robot.walk_to_the_end()
        fates.add(robot.scene._walkers[0].fate)
        robot.press(",")
        assert robot.scene._walkers[0].fate is Fate.WALKING
    assert fates == {Fate.ARRIVED, Fate.DIVERGED, Fate.LEFT}


def test_simple_figures_are_balls_on_request(robot):
    before = robot.settled_pixels()
    robot.press("Shift+H")
    assert changed(before, robot.settled_pixels()).sum() > 100
    robot.press("Shift+H")
    assert not changed(before, robot.settled_pixels()).any()
    robot.command("figures_automatic")
    robot.press(".")
    robot.settled_pixels()
    assert not robot.window.figures._frames
    robot.walk_some(5)
    robot.until(lambda: robot.window.figures._frames)
    for _ in range(FRAMES):
        robot.window.figures.take_frame(1000.0)
    robot.until(lambda: robot.sees("A frame takes 1000 ms here"))
    assert robot.scene._hikers._simple
    robot.command("figures_hikers")
    assert not robot.scene._hikers._simple


def test_the_plots_are_blindfolded_too_on_request(robot):
    fit = robot.window.fit.view
    robot.press(".", times=2)
    robot.press("B")
    assert fit.curve.isVisible()
    robot.press("Shift+B")
    robot.until(lambda: not fit.curve.isVisible())
    assert robot.sees("The ground ahead is not known")
    assert np.isfinite(fit._believed.getData()[1]).all()
    robot.press("B")
    robot.until(lambda: fit.curve.isVisible())


def test_a_single_step_is_strode_and_ends_exactly_where_the_trekker_stands(robot_at):
    robot = robot_at("--terrain", "bowl", moving=True)
    robot.settled_pixels()
    robot.until(lambda: robot.scene._since_step.hasExpired(500))  # only slow walks stride
    robot.press(".")
    assert robot.scene.striding
    hikers = robot.scene._hikers
    assert not np.array_equal(hikers.drawn_feet(hikers.stances[0]), hikers.stances[0].feet)
    robot.until(lambda: not robot.scene.striding)
    assert np.array_equal(hikers.drawn_feet(hikers.stances[0]), hikers.stances[0].feet)
    robot.command("reduced_motion")
    robot.press(".")
    assert not robot.scene.striding
