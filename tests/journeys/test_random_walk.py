"""Whatever somebody does, and in whatever order: nothing is raised, and all that the window shows agrees."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from tests.journeys.wanderer import Wanderer
from trekker.gui.commands.shortcuts import ShortcutSheet
from trekker.gui.theme import TREKKER_COLOURS
from trekker.walk.applications import applications

ACTIONS, SEED = 450, 6
"""A stretch of the 5,000 that ``python -m tests.benchmarks.wander`` takes from any seed."""


def test_hundreds_of_random_actions_raise_nothing_and_leave_everything_in_agreement(robot, tmp_path):
    wanderer = Wanderer(robot.window, SEED, tmp_path)
    wanderer.wander(ACTIONS)
    assert wanderer.done == ACTIONS


# What such walks found ------------------------------------------------------------------------------------------------


def test_a_closed_sheet_of_keys_is_gone(robot):
    robot.command("shortcuts")
    robot.dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert robot.window.findChildren(ShortcutSheet) == []


def test_the_menu_knows_of_another_scale_chosen_beside_the_plot(robot):
    assert robot.window.commands["log_scale"].isChecked()
    robot.pick("Scale of the cost axis", "linear")
    assert not robot.window.commands["log_scale"].isChecked()


def test_a_rule_that_the_ground_cannot_carry_is_refused_with_a_sentence(robot):
    robot.pick_mountain("Three arms of a spiral")
    robot.press(".", times=2)
    before = robot.session.trekker.optimizer
    robot.pick_optimizer("Newton's method")
    assert robot.sees("Newton's method needs the curvature of the ground")
    assert robot.session.trekker.optimizer == before
    assert robot.find("Optimizer").currentData() == before.name


def test_plain_descent_takes_the_place_of_a_rule_that_another_ground_cannot_carry(robot):
    robot.pick_optimizer("Newton's method")
    robot.session.move_to(applications()["spiral"].scenario().ground)
    robot.until(lambda: robot.session.ready and not robot.session.ground.cost.has_hessian)
    assert robot.session.trekker.optimizer.name == "gradient_descent"
    assert robot.sees("so plain descent takes the place of Newton’s")


def test_the_timeline_tells_of_the_party_that_walks_now(robot):
    robot.command("add_trekker")
    robot.press(".", times=3)
    robot.session.select(0)
    robot.command("remove_trekker")
    slider = robot.window.timeline.slider
    robot.until(lambda: [(lane.name, lane.colour) for lane in slider.lanes] == [("Momentum", TREKKER_COLOURS[1])])


def test_the_smallest_stride_that_there_is_does_no_harm(robot):
    robot.type_into("Learning rate", "1e-320")
    robot.press(".", times=3)
    robot.settled_pixels()
    (left, right), _ = robot.window.fit.plot.getViewBox().viewRange()
    assert right - left >= 1e-250


@pytest.mark.opengl
def test_the_menu_knows_that_the_eye_does_not_follow_any_more(robot):
    robot.command("follow_beside")
    assert robot.window.commands["follow_beside"].isChecked()
    robot.scene.setFocus()
    robot.press("Home")
    assert not robot.window.commands["follow_beside"].isChecked()


def test_the_menu_knows_of_a_full_screen_that_was_left_without_it(robot):
    robot.command("full_screen")
    robot.window.showNormal()
    robot.until(lambda: not robot.window.commands["full_screen"].isChecked())


def test_the_menu_knows_that_a_step_is_explained_once_the_race_leaves_it_room_again(robot_at):
    robot = robot_at(size=(1280, 720))
    robot.window.look.set_text_scale(1.3)
    robot.press("X")
    robot.until(robot.window.step_card.isVisible)
    robot.command("race_table")
    robot.until(lambda: not robot.window.step_card.isVisible())
    robot.window.resize(1900, 1000)
    robot.until(robot.window.step_card.isVisible)
    robot.until(lambda: robot.window.commands["explain"].isChecked())


CLOSES_WITH_A_LARGE_FIT = """
import sys
from trekker.gui.start import make_application
application = make_application()
from trekker.gui.main_window import MainWindow
from trekker.walk.scenario import Scenario
window = MainWindow()
window.open(Scenario())
window.show()
while not window.session.ready:
    application.processEvents()
window.toggle_fit()
application.processEvents()
if sys.argv[1] == "close":
    window.close()
"""


@pytest.mark.parametrize("how", ["close", "leave"])
def test_the_program_ends_in_peace_while_the_fit_is_large(how):
    command = [sys.executable, "-c", CLOSES_WITH_A_LARGE_FIT, how]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
