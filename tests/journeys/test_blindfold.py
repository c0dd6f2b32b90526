"""With everything blindfolded, nothing in the window tells of ground that the trekker can't feel."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from trekker.gui.plot_settings import PlotChoice
from trekker.walk.events import EventKind


@pytest.fixture
def blind(robot):
    """A robot before the first mountain, some steps on, with everything blindfolded."""
    robot.press(".", times=4)
    robot.press("Shift+B")
    return robot


def headings(view):
    model = view.model()
    shown = [column for column in range(model.columnCount()) if not hasattr(model, "is_told") or model.is_told(column)]
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in shown]


def test_the_card_of_the_mountain_keeps_formula_story_and_minima_to_itself(blind):
    card = blind.window.ground
    assert not card.formula.isVisible()
    assert "blindfold" in card.facts.text()
    blind.press("Shift+B")
    assert card.formula.isVisible()
    assert "valleys" in card.facts.text()


def test_the_race_tells_no_distance_to_a_minimum(blind):
    blind.press("W")
    table = blind.find("Standings")
    assert "to go" not in headings(table)
    blind.press("Shift+B")
    assert "to go" in headings(table)


def test_the_slider_of_the_learning_rate_shows_no_stability_limit(robot_at):
    blind = robot_at("--terrain", "bowl")
    blind.press("Shift+B")
    form = blind.window.trekker.form
    assert form._sliders["learning_rate"]._limit is None
    assert "blindfold" in form._notes["learning_rate"].text()
    blind.press("Shift+B")
    assert form._sliders["learning_rate"]._limit is not None


def test_instruments_that_need_curvature_are_hidden_and_say_so(blind):
    overlays = blind.window.mountain.overlays
    for key in ("Q", "D", "U", "K"):
        blind.press(key)
    blind.until(lambda: len(overlays.legend.rows) == 5)
    said = {name: reading for _, name, reading in overlays.legend.rows}
    hidden = {name for name, reading in said.items() if reading == "hidden by the blindfold"}
    assert hidden == {"Quadratic model", "Newton’s step", "Curvature of the step", "Minima"}
    assert overlays._read.newton is None


@pytest.mark.opengl
def test_arrows_lie_on_the_plane_that_the_slope_promises_and_not_on_the_ground(blind):
    blind.press("A")
    (arrow, *_) = blind.scene._overlays._drawing.lines
    theta, cost, slope = blind.trail.theta[4], blind.trail.cost[4], blind.trail.gradient[4]
    landscape = blind.scene.landscape
    promised = cost + (landscape.theta(arrow.points[:, :2]) - theta) @ slope
    lift = arrow.points[:, 2] - landscape.relief.height(promised)
    assert np.ptp(lift) < 0.02


def test_no_plot_tells_the_distance_to_a_minimum_and_what_was_chosen_comes_back(blind):
    blind.press("Shift+B")
    blind.window.cost.choose(PlotChoice(y="distance"))
    assert blind.window.cost.choice.y == "distance"
    blind.press("Shift+B")
    assert blind.window.cost.choice.y == "cost"
    assert "distance" not in blind.window.cost._known
    blind.press("Shift+B")
    assert blind.window.cost.choice.y == "distance"


def test_the_logarithmic_cost_does_not_begin_at_the_lowest_minimum(robot_at):
    robot = robot_at("--terrain", "styblinski_tang")
    axis = robot.window.cost.plot.getAxis("left")
    assert axis.labelText == "J − lowest J"
    robot.press("Shift+B")
    assert axis.labelText == "cost J"
    robot.walk_some(5)
    robot.until(lambda: robot.window.cost.shown(0)[1].size > 5)
    assert np.allclose(robot.window.cost.shown(0)[1][-1], robot.trail.cost[-1])


def test_the_profile_is_framed_by_what_is_believed_alone(blind):
    fit = blind.window.fit.view
    blind.until(lambda: not fit.curve.isVisible())
    low, high = fit.plot.getViewBox().viewRange()[1]
    step = blind.descent.change_at(4)
    here, landing = float(blind.trail.cost[4]), float(blind.trail.cost[4] + blind.trail.gradient[4] @ step)
    assert low + high == pytest.approx(here + landing, rel=0.02)


def test_the_mini_map_goes_and_comes_back(blind):
    if not blind.window.mountain.can_show_mountain:
        pytest.skip("there is no mini-map where there is no mountain")
    small = blind.window.mountain.mini_map
    blind.press("Shift+B")
    blind.press("Shift+M")
    assert small.isVisible()
    blind.press("Shift+B")
    assert not small.isVisible()
    assert not blind.window.commands["mini_map"].isEnabled()
    blind.press("Shift+B")
    assert small.isVisible()


def test_the_step_explained_does_not_tell_where_a_step_to_come_will_lead(blind):
    blind.press("X")
    card = blind.window.step_card
    blind.until(lambda: card.stages)
    assert card.stages[-1].numeric.endswith("→ hidden by the blindfold")
    blind.press(",")
    blind.until(lambda: "→" in card.stages[-1].numeric and "blindfold" not in card.stages[-1].numeric)


def test_the_timeline_marks_no_ridge_that_a_step_has_leapt(robot_at):
    robot = robot_at("--terrain", "rastrigin", "--learning-rate", "0.03", "--start=3.2,3.1")
    robot.walk_some(30)

    def marked():
        return {event.kind for lane in robot.window.timeline.slider.lanes for event in lane.events}

    robot.until(lambda: EventKind.RIDGE in marked())
    robot.press("Shift+B")
    assert EventKind.RIDGE not in marked()


def test_no_verdict_tells_whether_another_valley_is_lower(robot_at):
    robot = robot_at("--terrain", "bowl")
    robot.walk_to_the_end()
    verdict = robot.window.mountain.verdict
    robot.until(lambda: verdict.isVisible() and "Global minimum" in verdict.text)
    robot.press("Shift+B")
    assert verdict.text.startswith("Valley floor")
    assert "blindfold" in verdict.text
    robot.press("W")
    table = robot.find("Standings")
    assert table.model().index(0, headings(table).index("verdict") + 1).data() == "valley floor"
    assert not robot.sees("lobal minimum")


def test_rows_held_out_are_not_told_of(robot_at):
    robot = robot_at("--sample", "two_moons")
    robot.walk_some(5)
    text = robot.window.cost._held_out_curve.text
    robot.until(lambda: text.isVisible() and text.text())
    robot.press("Shift+B")
    robot.until(lambda: not text.isVisible())
    assert robot.window.cost._held_out_curve._curve.getData()[0] is None


@pytest.mark.opengl
def test_what_the_pointer_reads_vanishes_as_the_blindfold_is_put_on(robot):
    pixel = robot.scene.project(np.array((2.0, 1.0)), float(robot.session.ground.cost.cost(np.array((2.0, 1.0)))))
    QTest.mouseMove(robot.scene, pixel.toPoint() + QPoint(0, 1))
    readout = robot.window.mountain.readout
    robot.until(readout.isVisible)
    robot.press("B")
    assert not readout.isVisible()


def test_who_walks_by_hand_cannot_take_the_blindfold_off(robot):
    robot.press("J")
    robot.until(lambda: robot.session.person is not None)
    robot.press("B")
    robot.press("Shift+B")
    assert not robot.window.sight.knows_the_ground
    robot.press("J")
    robot.until(lambda: robot.session.person is None)
    assert robot.window.sight.sees_the_mountain
