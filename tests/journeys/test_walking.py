"""Walking, pausing, scrubbing, changing the stride under way, and walking into disaster."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trekker.walk.descent import Descent
from trekker.walk.verdict import Reason


def test_a_learning_rate_typed_in_mid_walk_keeps_the_memory_and_the_trail_so_far(robot):
    robot.pick_optimizer("Momentum")
    robot.walk_some(20)
    steps = robot.trail.steps
    before, memory = robot.trail.theta.copy(), robot.descent.state_at(steps)
    robot.type_into("Learning rate", "0.0003")
    assert np.array_equal(robot.trail.theta, before)
    assert np.array_equal(robot.descent.state_at(steps)[0], memory[0])
    assert np.linalg.norm(memory[0]) > 0
    assert robot.descent.edits[-1].step == steps
    assert robot.descent.edits[-1].trekker.optimizer.learning_rate == 0.0003
    robot.command("step")
    velocity = 0.9 * memory[0] + robot.trail.gradient[steps]
    assert np.allclose(robot.trail.change[steps], -0.0003 * velocity, rtol=1e-12)


def test_the_slider_changes_the_learning_rate_in_mid_walk(robot):
    robot.walk_some(10)
    steps = robot.trail.steps
    robot.drag_slider("Learning rate, slider", 0.3)
    rate = robot.session.scenario.trekkers[0].optimizer.learning_rate
    assert rate == pytest.approx(1e-5 * (10 / 1e-5) ** 0.3, rel=0.02)
    assert float(robot.find("Learning rate").text()) == rate
    assert robot.trail.steps == steps
    assert [edit.step for edit in robot.descent.edits] == [0, steps]


def test_a_walk_with_an_edit_is_replayed_exactly_from_its_record(robot):
    first = robot.session.scenario
    robot.walk_some(10)
    robot.type_into("Learning rate", "0.004")
    robot.walk_some(10)
    assert len(robot.descent.edits) == 2
    again = Descent(robot.session.ground, first)
    for step in range(robot.trail.steps):
        again.edit(robot.descent.trekker_at(step))
        again.step()
    assert np.array_equal(again.trail.theta, robot.trail.theta)


@pytest.mark.parametrize("text", ["fast", "0", "-1", "1e999"])
def test_a_learning_rate_that_is_not_allowed_gets_a_sentence_and_the_old_one_stays(robot, text):
    rate = robot.session.scenario.trekkers[0].optimizer.learning_rate
    robot.type_into("Learning rate", text, enter=False)
    assert robot.sees("Learning rate must be a number above 0")
    assert robot.session.scenario.trekkers[0].optimizer.learning_rate == rate
    robot.press("Return")
    assert float(robot.find("Learning rate").text()) == rate
    assert not robot.sees("learning_rate must be")


def test_the_timeline_scrubs_back_and_forth_and_changes_nothing(robot):
    robot.walk_to_the_end()
    length, recorded = robot.trail.steps, robot.trail.theta.copy()
    robot.until(lambda: robot.sees("Global minimum after"))
    robot.drag_slider("Timeline", 0.5)
    assert robot.session.cursor == round(length / 2)
    assert robot.sees(f"step {round(length / 2)} / {length}")
    assert not robot.sees("Global minimum after")
    robot.drag_slider("Timeline", 1.0)
    assert robot.session.cursor == length
    assert robot.sees("Global minimum after")
    assert np.array_equal(robot.trail.theta, recorded)


def test_scrubbing_back_moves_the_trekker_in_the_picture_and_forth_puts_it_back(robot):
    robot.walk_to_the_end()
    robot.until(lambda: robot.window.mountain.verdict.isVisible())
    end = robot.settled_pixels()
    robot.drag_slider("Timeline", 0.0)
    start = robot.settled_pixels()
    assert (start != end).any(axis=-1).sum() > 200
    robot.drag_slider("Timeline", 1.0)
    assert (robot.settled_pixels() != end).any(axis=-1).sum() < 20


def test_the_mountain_keeps_its_room_whatever_is_walked_or_picked(robot):
    room = robot.scene.geometry()
    robot.walk_to_the_end()
    robot.until(lambda: robot.window.mountain.verdict.isVisible())
    for mountain in ("Rosenbrock", "Bowl", "Five points"):
        robot.pick_mountain(mountain)
        robot.walk_some(3)
        QApplication.processEvents()
        assert robot.scene.geometry() == room


def test_one_step_at_a_time_forth_and_back(robot):
    robot.press(".", times=3)
    assert robot.sees("step 3 / 3")
    robot.push("Step back")
    robot.press(",")
    assert robot.sees("step 1 / 3")
    robot.push("One step")
    assert robot.sees("step 2 / 3")
    assert robot.trail.steps == 3


def test_walking_on_from_a_place_in_the_past_follows_the_record_first(robot):
    robot.walk_some(30)
    length, recorded = robot.trail.steps, robot.trail.theta.copy()
    robot.drag_slider("Timeline", 0.0)
    robot.press(".", times=2)
    assert (robot.session.cursor, robot.trail.steps) == (2, length)
    robot.walk_some(5)
    assert np.array_equal(robot.trail.theta[: length + 1], recorded)


def test_commands_that_make_no_sense_now_are_off(robot):
    commands = robot.window.commands
    assert not commands["step_back"].isEnabled()
    robot.press(".")
    assert commands["step_back"].isEnabled()
    robot.walk_to_the_end()
    assert not commands["step"].isEnabled()
    robot.press(",")
    assert commands["step"].isEnabled()


def test_reset_and_the_same_walk_again_bit_for_bit(robot):
    robot.pick_optimizer("Adam")
    robot.walk_to_the_end()
    first = robot.trail
    robot.press("R")
    assert robot.sees("step 0 / 0")
    robot.walk_to_the_end()
    assert robot.trail is not first
    for part in ("theta", "cost", "gradient", "change"):
        assert getattr(robot.trail, part).tobytes() == getattr(first, part).tobytes()


@pytest.mark.opengl
def test_rosenbrock_with_too_long_a_stride_diverges_says_so_and_nothing_freezes(robot_at):
    robot = robot_at("--terrain", "rosenbrock", "--learning-rate", "0.01", "--seed", "3")
    distance = robot.scene.camera.distance
    robot.walk_to_the_end()
    assert robot.descent.verdict.reason is Reason.DIVERGED
    robot.until(lambda: robot.sees("Diverged after"))
    assert robot.sees("Each step overshot further")
    assert robot.scene.camera.distance < 1.05 * distance  # nobody who flies off takes the eye along
    robot.window.grab()  # paints everything once more: an exception or a warning fails this test
    robot.press("R")
    assert robot.sees("step 0 / 0")
    assert not robot.sees("Diverged")
    robot.press(".")
    assert robot.session.length == 1


@pytest.mark.parametrize("scale", ["log", "linear"])
def test_after_a_walk_whose_numbers_overflow_every_plot_can_still_be_drawn(robot_at, scale):
    robot = robot_at("--terrain", "rosenbrock", "--learning-rate", "0.5", "--tolerance", "0")
    robot.pick("Scale of the cost axis", scale)
    robot.walk_to_the_end()
    assert not np.isfinite(robot.trail.cost[-1])
    robot.until(lambda: robot.sees("Diverged after"))
    robot.until(lambda: robot.sees("no slope can be felt here"))
    for step in range(robot.trail.steps, -1, -1):
        robot.window.player.seek(step)
        robot.picture()
    assert np.isfinite(robot.window.cost.shown(0)[1]).any()


def test_the_pace_goes_from_one_to_a_thousand_steps_a_second(robot):
    robot.drag_slider("Speed", 1.0)
    assert robot.sees("1000 steps/s")
    assert robot.window.player.speed == 1000
    robot.drag_slider("Speed", 0.0)
    assert robot.window.player.speed == 1
    robot.press("]", times=3)
    assert robot.window.player.speed == pytest.approx(1.5**3)
    robot.press("[")
    assert robot.window.player.speed == pytest.approx(1.5**2)


def test_half_of_a_number_does_not_count_while_it_is_typed(robot):
    rate = robot.session.scenario.trekkers[0].optimizer.learning_rate
    robot.walk_some(5)
    robot.type_into("Learning rate", "1", enter=False)
    assert robot.session.scenario.trekkers[0].optimizer.learning_rate == rate
    robot.type_into("Learning rate", "1e-3", enter=False)
    assert robot.session.scenario.trekkers[0].optimizer.learning_rate == rate
    robot.press("Return")
    assert robot.session.scenario.trekkers[0].optimizer.learning_rate == 1e-3


def test_space_walks_straight_after_a_number_was_typed_and_takes_the_number(robot):
    robot.type_into("Learning rate", "0.004", enter=False)
    robot.press("Space")
    assert robot.window.player.playing
    assert robot.session.scenario.trekkers[0].optimizer.learning_rate == 0.004


def test_another_rule_in_mid_walk_goes_on_from_the_same_place(robot):
    robot.walk_some(10)
    steps, before = robot.trail.steps, robot.trail.theta.copy()
    robot.pick_optimizer("Adam")
    assert np.array_equal(robot.trail.theta, before)
    robot.press(".")
    assert robot.trail.steps == steps + 1
    assert robot.descent.trekker_at(steps).optimizer.name == "adam"
    assert robot.descent.trekker_at(0).optimizer.name == "gradient_descent"


def test_who_ran_out_of_steps_is_given_more_and_goes_on_from_there(robot):
    robot.type_into("Step limit", "20")
    robot.walk_to_the_end()
    trail = robot.trail
    assert robot.sees("Step limit after 20 steps")
    robot.type_into("Step limit", "30")
    assert not robot.sees("Step limit after")
    robot.walk_to_the_end()
    assert robot.trail is trail
    assert robot.sees("Step limit after 30 steps")
    robot.type_into("Step limit", "10")
    assert robot.session.length == 0


def test_a_coarser_tolerance_ends_the_walk_earlier_and_0_never_ends_it(robot):
    robot.walk_to_the_end()
    steps = robot.session.length
    robot.type_into("Tolerance", "0.0001")
    robot.walk_to_the_end()
    assert robot.session.length < steps
    robot.type_into("Tolerance", "0")
    robot.walk_some(steps + 50)
    assert not robot.session.ended


def test_who_explodes_in_a_network_is_told_after_how_many_steps_and_that_clipping_helps_which_it_does(robot_at):
    robot = robot_at("--sample", "exploding")
    robot.walk_to_the_end()
    assert robot.sees("Diverged after 2 steps\n")
    assert robot.sees("or clip the gradient")
    robot.pick("Clip gradient", "by norm")
    robot.walk_some(30)
    assert robot.trail.cost[-1] < 0.5 * robot.trail.cost[0]


@pytest.mark.opengl
def test_the_mountain_stays_where_it_is_as_the_verdict_comes_and_goes(robot_at):
    robot = robot_at(size=(1280, 720))
    robot.settled_pixels()
    before = robot.scene.camera
    robot.walk_to_the_end()
    robot.until(lambda: robot.window.mountain.verdict.isVisible())
    assert robot.scene.camera == before
    robot.press(",")
    assert not robot.window.mountain.verdict.isVisible()
    assert robot.scene.camera == before


def test_space_walks_after_a_start_was_typed_and_escape_gives_it_up(robot):
    robot.type_into("Start", "1.5, 0.5")
    assert robot.session.scenario.start == (1.5, 0.5)
    field = robot.find("Start")
    field.setFocus()
    QTest.keyClicks(field, "9")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "1.5, 0.5"
    robot.press("Space")
    robot.until(lambda: robot.session.length > 2)
    assert field.text() == "1.5, 0.5"


@pytest.mark.opengl
def test_a_trekker_beyond_all_numbers_of_a_graphics_card_is_drawn_without_a_fault(robot_at):
    robot = robot_at("--sample", "exploding", "--learning-rate", "1e6", "--tolerance", "0")
    robot.walk_to_the_end()
    assert np.abs(robot.trail.theta[-1]).max() > 1e38
    robot.settled_pixels()
    robot.press(",")
    robot.settled_pixels()
