"""With everything blindfolded, nothing in the window tells of ground that the trekker can't feel."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from trekker.gui.plots.settings import PlotChoice
from trekker.gui.scene.walker import Fate
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


def test_no_card_and_no_table_tells_of_minima_formula_or_stability_and_all_of_it_comes_back(robot_at):
    robot = robot_at("--terrain", "bowl")
    robot.press("Shift+B")
    card, form = robot.window.ground, robot.window.trekker.form
    assert not card.formula.isVisible()
    assert "blindfold" in card.facts.text()
    assert form._sliders["learning_rate"]._limit is None
    assert "blindfold" in form._notes["learning_rate"].text()
    robot.press("W")
    table = robot.find("Standings")
    assert "to go" not in headings(table)
    robot.press("Shift+B")
    assert card.formula.isVisible()
    assert "lowest at" in card.facts.text()
    assert form._sliders["learning_rate"]._limit is not None
    assert "to go" in headings(table)


def test_no_plot_and_no_explanation_tells_what_lies_ahead_or_how_far_a_minimum_is(blind):
    fit = blind.window.fit.view
    blind.until(lambda: not fit.curve.isVisible())
    low, high = fit.plot.getViewBox().viewRange()[1]
    step = blind.descent.change_at(4)
    here, landing = float(blind.trail.cost[4]), float(blind.trail.cost[4] + blind.trail.gradient[4] @ step)
    assert low + high == pytest.approx(here + landing, rel=0.02)  # framed by what is believed alone
    blind.press("Shift+B")
    blind.window.cost.choose(PlotChoice(y="distance"))
    assert blind.window.cost.choice.y == "distance"
    blind.press("Shift+B")
    assert blind.window.cost.choice.y == "cost"
    assert "distance" not in blind.window.cost.plotted.known
    blind.press("Shift+B")
    assert blind.window.cost.choice.y == "distance"
    blind.press("Shift+B")
    blind.press("X")
    card = blind.window.step_card
    blind.until(lambda: card.stages)
    assert card.stages[-1].numeric.endswith("→ hidden by the blindfold")
    blind.press(",")
    blind.until(lambda: "→" in card.stages[-1].numeric and "blindfold" not in card.stages[-1].numeric)


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
def test_arrows_lie_on_the_plane_that_the_slope_promises_and_the_mini_map_is_hidden(blind):
    blind.press("A")
    (arrow, *_) = blind.scene._overlays._drawing.lines
    theta, cost, slope = blind.trail.theta[4], blind.trail.cost[4], blind.trail.gradient[4]
    landscape = blind.scene.landscape
    promised = cost + (landscape.theta(arrow.points[:, :2]) - theta) @ slope
    lift = arrow.points[:, 2] - landscape.relief.height(promised)
    assert np.ptp(lift) < 0.02
    small = blind.window.mountain.mini_map
    blind.press("Shift+B")
    blind.press("Shift+M")
    assert small.isVisible()
    blind.press("Shift+B")
    assert not small.isVisible()
    assert not blind.window.commands["mini_map"].isEnabled()
    blind.press("Shift+B")
    assert small.isVisible()


def test_the_logarithmic_cost_does_not_begin_at_the_lowest_minimum(robot_at):
    robot = robot_at("--terrain", "styblinski_tang")
    axis = robot.window.cost.plot.getAxis("left")
    assert axis.labelText == "J − lowest J"
    robot.press("Shift+B")
    assert axis.labelText == "cost J, linear: too low for log"
    robot.walk_some(5)
    robot.until(lambda: robot.window.cost.shown(0)[1].size > 5)
    assert np.allclose(robot.window.cost.shown(0)[1][-1], robot.trail.cost[-1])


def test_the_logarithmic_cost_turns_linear_when_a_blindfolded_trekker_finds_one_below_zero(robot_at):
    robot = robot_at("--formula", "x^2 + y^2 - 1", "--bounds=-3,3,-3,3", "--start=2,1", "--learning-rate", "0.1")
    axis = robot.window.cost.plot.getAxis("left")
    robot.press("Shift+B")
    assert axis.logMode
    robot.walk_some(30)
    robot.until(lambda: not axis.logMode)
    robot.until(lambda: np.allclose(robot.window.cost.shown(0)[1][-1], robot.trail.cost[-1]))
    assert robot.trail.cost[-1] < 0


def test_the_timeline_marks_no_ridge_that_a_step_has_leapt(robot_at):
    robot = robot_at("--terrain", "rastrigin", "--learning-rate", "0.03", "--start=3.2,3.1")
    robot.walk_some(30)

    def marked():
        return {event.kind for lane in robot.window.timeline.slider.lanes for event in lane.events}

    robot.until(lambda: EventKind.RIDGE in marked())
    robot.press("Shift+B")
    assert EventKind.RIDGE not in marked()


def test_no_verdict_tells_what_kind_of_place_this_is_or_how_the_ground_curves(robot_at):
    robot = robot_at("--terrain", "bowl")
    robot.walk_to_the_end()
    verdict = robot.window.mountain.verdict
    robot.until(lambda: verdict.isVisible() and "Global minimum" in verdict.text)
    robot.press("Shift+B")
    assert verdict.text.startswith("Level ground")
    assert "blindfold" in verdict.text
    robot.until(lambda: {each.kind for each in robot.window.timeline.slider.lanes[0].events} == {EventKind.STOP})
    if robot.window.mountain.can_show_mountain:
        assert robot.scene._walkers[0].fate is Fate.STUCK
    robot.press("W")
    table = robot.find("Standings")
    assert table.model().index(0, headings(table).index("verdict") + 1).data() == "level ground"
    assert not robot.sees("lobal minimum")


def test_advice_on_a_stride_that_was_too_long_waits_until_the_blindfold_is_off(robot_at):
    robot = robot_at("--terrain", "bowl", "--learning-rate", "40")
    robot.press("Shift+B")
    robot.walk_to_the_end()
    verdict = robot.window.mountain.verdict
    robot.until(verdict.isVisible)
    assert "stability limit" not in verdict.text
    robot.press("Shift+B")
    assert "stability limit" in verdict.text


def test_rows_held_out_are_not_told_of(robot_at):
    robot = robot_at("--sample", "two_moons")
    robot.walk_some(5)
    text = robot.window.cost._held_out_curve.text
    robot.until(lambda: text.isVisible() and text.text())
    robot.press("Shift+B")
    robot.until(lambda: not text.isVisible())
    assert robot.window.cost._held_out_curve._curve.getData()[0] is None


def test_who_walks_by_hand_cannot_take_the_blindfold_off(robot):
    robot.press("J")
    robot.until(lambda: robot.session.person is not None)
    robot.press("B")
    robot.press("Shift+B")
    assert not robot.window.sight.knows_the_ground
    robot.press("J")
    robot.until(lambda: robot.session.person is None)
    assert robot.window.sight.sees_the_mountain


def test_no_fit_tells_of_rows_held_out(robot_at):
    robot = robot_at("--sample", "two_moons")
    robot.walk_some(5)
    fit = robot.window.fit
    robot.until(lambda: "held out" in fit.caption.text() and len(fit.view.held_out.data))
    robot.press("Shift+B")
    robot.until(lambda: fit.caption.text() and "held out" not in fit.caption.text())
    assert fit.caption.text().startswith("Told right: ")
    assert not len(fit.view.held_out.data)
    robot.press("Shift+B")
    robot.until(lambda: "held out" in fit.caption.text() and len(fit.view.held_out.data))


@pytest.mark.parametrize("name", ["digits_softmax", "reviews_en"])
def test_pictures_and_texts_that_are_shown_blindfolded_are_those_learnt_from(robot_at, name):
    robot = robot_at("--sample", name)
    robot.walk_some(2)
    view = robot.window.fit.view
    robot.until(lambda: "held out" in view.caption.text())
    robot.press("Shift+B")
    robot.until(lambda: view.caption.text() and "held out" not in view.caption.text())
    robot.until(lambda: not view.busy)
    ground = robot.session.ground
    if name == "reviews_en":
        texts = ground.training.texts
        assert all(texts[row][:20].split("&")[0] in view.sentences.text() for row in view._rows)
    else:
        rows = ground.dataset.picked(np.arange(len(view.sheet.pictures)))
        learnt = [f"{each:g}" for each in rows[ground.y].tolist()]
        assert [each.words.split("→")[0] for each in view.sheet.pictures] == learnt
        assert view.table.counts.sum() == min(1000, ground.dataset.row_count)


def test_what_came_of_a_forecast_is_hidden(robot_at):
    robot = robot_at("--sample", "stocks_aapl_trend")
    robot.walk_some(3)
    view = robot.window.fit.view
    robot.until(lambda: "RMSE" in view.caption.text())
    top = view.plot.getViewBox().viewRange()[1][1]
    robot.press("Shift+B")
    robot.until(lambda: "RMSE" not in view.caption.text())
    assert not view.came.isVisible()
    assert view.foretold.isVisible()
    assert view.plot.getViewBox().viewRange()[1][1] < top
    robot.press("Shift+B")
    robot.until(lambda: "RMSE" in view.caption.text() and view.came.isVisible())


def test_gallery_and_formula_tell_nothing_that_the_blindfold_hides(robot):
    robot.press("Shift+B")
    robot.press("G")
    details = robot.dialog.details
    assert "blindfold" in details.facts.text()
    assert details.title.text() == "Himmelblau’s four valleys"
    assert not details.story.text()
    assert not details.formula.isVisible()
    QTest.qWait(300)
    assert "lowest" not in details.facts.text()
    icon = robot.dialog.pictures.currentItem().icon().pixmap(50, 50).toImage()
    assert all(icon.pixelColor(x, 25).alpha() == 0 for x in range(icon.width()))
    robot.dialog.reject()
    robot.until(lambda: robot.dialog is None)
    robot.press("F")
    assert not robot.dialog.field.text()
    assert robot.sees("what you type is shown")
    robot.dialog.reject()
