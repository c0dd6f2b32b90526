"""What can be read from a walk: plots of anything against anything, a step line by line, and what happened when."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from trekker.gui.party import colour_of, names_of
from trekker.gui.theme import THEMES
from trekker.messages import number
from trekker.optimizers import catalogue, optimizer
from trekker.walk.events import EventKind
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.walkthrough import Part


def set_plot(robot, **choices):
    """Open the window of the plot's settings with its button, and pick."""
    robot.push("What is plotted")
    for name, choice in choices.items():
        robot.pick({"y": "Plot in the plot", "second": "and in the plot", "x": "against in the plot"}[name], choice)
    settings = robot.window.cost._settings
    QTest.keyClick(settings, Qt.Key.Key_Escape)
    assert not settings.isVisible()


def hover(robot, x, y):
    """Move the pointer over the place in the cost plot that has these coordinates on its axes."""
    plot = robot.window.cost.plot
    place = plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(x, y)))
    where = QPointF(plot.viewport().mapToGlobal(place))
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), where, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(plot.viewport(), moved)


def readout(robot):
    return robot.window.cost.readout.text()


def menu_of(robot, plot):
    middle = plot.rect().center()
    QApplication.sendEvent(plot, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, plot.mapToGlobal(middle)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions() if action.text()}, menu


def party(robot, *rules):
    trekkers = tuple(Trekker(optimizer=optimizer(rule, {"learning_rate": "0.01"})) for rule in rules)
    robot.session.load(Scenario(trekkers=trekkers))


def test_the_plot_shows_whatever_is_chosen_against_whatever_is_chosen(robot):
    robot.press(".", times=20)
    set_plot(robot, y="slope", x="gradient evaluations")
    x, y = robot.window.cost.shown(0)
    assert np.array_equal(x, robot.trail.work[:, 1])
    assert y == pytest.approx(np.log10(robot.trail.gradient_norm))
    assert robot.window.cost.plot.getAxis("bottom").labelText == "gradient evaluations"
    set_plot(robot, y="θ₀", x="θ₁")
    x, y = robot.window.cost.shown(0)
    assert np.array_equal(np.stack([y, x], axis=-1), robot.trail.theta)
    assert robot.sees("Phase plot")


def test_a_second_quantity_has_its_own_scale_on_the_right(robot):
    robot.press(".", times=20)
    axis = robot.window.cost.plot.getAxis("right")
    assert not axis.isVisible()
    set_plot(robot, second="step length")
    assert axis.isVisible()
    assert axis.labelText == "step length"
    _, lengths = robot.window.cost.curves.aside[0].getData()
    assert lengths[:-1] == pytest.approx(np.log10(np.linalg.norm(robot.trail.change[:-1], axis=1)))
    set_plot(robot, second="nothing else")
    assert not axis.isVisible()


def test_smoothing_draws_the_mean_over_a_fainter_curve(robot):
    robot.press(".", times=20)
    robot.command("plot_settings")
    slider = robot.find("Smoothing")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    weight = robot.window.cost.choice.smoothing
    assert 0 < weight < 0.2
    robot.window.cost._settings.close()
    _, smooth = robot.window.cost.curves.smooth[0].getData()
    first, second = robot.trail.cost[:2]
    assert 10 ** smooth[0] == pytest.approx(first)
    assert 10 ** smooth[1] == pytest.approx((weight * first + second) / (1 + weight))
    assert robot.window.cost.curves.plain[0].opts["pen"].color().alpha() < 255


def test_the_plot_of_data_can_run_along_epochs_and_terrain_falls_back_to_steps(robot_at):
    robot = robot_at()
    robot.pick_mountain("Five points")
    robot.pick("Gradient from", "one (stochastic)")
    robot.press(".", times=12)
    set_plot(robot, x="epochs")
    x, _ = robot.window.cost.shown(0)
    assert x == pytest.approx(robot.trail.visits / 5)
    robot.pick_mountain("Himmelblau")
    assert robot.window.cost.choice.x == "step"


def test_pointing_at_the_plot_reads_the_exact_value_of_every_trekker(robot):
    party(robot, "gradient_descent", "adam")
    robot.press(".", times=30)
    box = robot.window.cost.plot.getViewBox()
    robot.until(lambda: box.viewRange()[0][1] >= 30)
    hover(robot, 12.2, np.mean(box.viewRange()[1]))
    costs = [descent.trail.cost[12] for descent in robot.session.descents]
    assert "step 12" in readout(robot)
    for cost in costs:
        assert f"{cost:.5g}" in readout(robot)
    QApplication.sendEvent(robot.window.cost.plot, QEvent(QEvent.Type.Leave))
    assert "step 30" in readout(robot)


def test_a_phase_plot_reads_the_nearest_point(robot):
    robot.press(".", times=30)
    robot.command("phase_plot")
    assert robot.window.cost.is_phase_plot
    row = 17
    box = robot.window.cost.plot.getViewBox()
    robot.until(lambda: box.viewRange()[0][0] < np.log10(robot.trail.cost[row]) < box.viewRange()[0][1])
    hover(robot, np.log10(robot.trail.cost[row]), np.log10(robot.trail.gradient_norm[row]))
    assert "step 17" in readout(robot)
    robot.command("phase_plot")
    assert not robot.window.cost.is_phase_plot


def test_keys_zoom_and_pan_and_the_menu_shows_everything_again(robot):
    robot.press(".", times=30)
    plot = robot.window.cost.plot
    plot.setFocus()
    robot.until(lambda: plot.getViewBox().viewRange()[0][1] >= 30)
    whole = plot.getViewBox().viewRange()
    for key in ("+", "Right", "Up"):
        robot.press(key)
    (left, right), (bottom, _) = plot.getViewBox().viewRange()
    assert right - left == pytest.approx(0.8 * (whole[0][1] - whole[0][0]))
    assert left > whole[0][0]
    assert bottom > whole[1][0]
    assert robot.session.cursor == 30
    actions, menu = menu_of(robot, plot)
    assert list(actions) == ["Show everything", "Copy picture", "Copy data"]
    actions["Show everything"].trigger()
    menu.close()
    robot.until(lambda: np.ptp(plot.getViewBox().viewRange()[0]) >= 30)
    assert not plot.is_framed_by_hand


def test_the_data_are_copied_whole_and_read_back_exactly(robot):
    party(robot, "gradient_descent", "adam")
    robot.press(".", times=600)
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    actions, menu = menu_of(robot, robot.window.cost.plot)
    actions["Copy data"].trigger()
    menu.close()
    robot.until(clipboard.text)
    head, *rows = (line.split("\t") for line in clipboard.text().splitlines())
    assert head == ["trekker", "step", "step", "cost J"]
    assert len(rows) == sum(len(descent.trail) for descent in robot.session.descents)
    costs = [float(row[-1]) for row in rows if row[0] == "Adam"]
    assert costs == robot.session.descents[1].trail.cost.tolist()


def test_the_picture_is_copied_as_pixels_and_as_lines(robot):
    actions, menu = menu_of(robot, robot.window.fit.plot)
    actions["Copy picture"].trigger()
    menu.close()
    carried = QGuiApplication.clipboard().mimeData()
    assert carried.hasImage()
    assert b"<svg" in carried.data("image/svg+xml").data()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_step_is_explained_line_by_line_forward_and_backward(robot, theme):
    robot.window.look.set_theme(theme)
    robot.pick_optimizer("Adam")
    robot.press(".", times=5)
    robot.press("X")
    card = robot.window.step_card
    assert card.isVisible()
    assert not robot.window.fit.isVisible()
    assert robot.sees("Step 6 explained")
    told = []
    for _ in card.stages:
        told.append(card.numbers.text())
        robot.press("Ctrl+Down")
    assert told == [stage.numeric for stage in card.stages]
    assert [arrow.part for arrow in card.arrows] == [Part.SLOPE, Part.MEMORY, Part.WORKING, Part.MOVE]
    robot.press("Ctrl+Up")
    assert card.highlight.part is Part.MOVE
    assert card.highlight.vector == pytest.approx(robot.descent.change_at(5))
    robot.press(",")
    robot.until(lambda: robot.sees("Step 5 explained"))
    assert card.highlight.vector == pytest.approx(robot.trail.change[4])
    robot.press("X")
    assert not card.isVisible()
    assert card.arrows == ()
    assert robot.window.fit.isVisible()


def test_rules_that_search_are_explained_in_the_window_too(robot):
    robot.press("X")
    for name in ("line_search", "conjugate_gradient", "lbfgs", "newton"):
        robot.pick_optimizer(catalogue()[name].title)
        robot.press("R")
        robot.press(".", times=2)
        robot.until(lambda: f"Step {robot.session.step + 1} explained" == robot.window.step_card.title.text())
        robot.window.step_card.go_to(99)
        assert robot.sees("J: ")
        assert Part.FOUND in {stage.part for stage in robot.window.step_card.stages}


def event_steps(robot, kind):
    return [event.step for lane in robot.window.timeline.slider.lanes for event in lane.events if event.kind is kind]


def test_events_are_marked_and_can_be_gone_to_both_ways(robot):
    robot.pick_optimizer("Momentum")
    robot.walk_to_the_end()
    end = robot.session.length
    robot.window.player.seek(0)
    robot.command("next_event")
    ascent = event_steps(robot, EventKind.ASCENT)
    assert robot.session.cursor == ascent[0]
    assert robot.trail.cost[ascent[0]] > robot.trail.cost[ascent[0] - 1]
    assert f"step {ascent[0]}: first ascent" in robot.window.timeline.slider.accessibleDescription()
    for _ in range(len(robot.window.timeline.slider.ticks())):
        robot.window.timeline.go_to_event(1)
    assert robot.session.cursor == end
    robot.command("previous_event")
    assert robot.session.cursor < end
    QToolTip.hideText()


def test_an_edit_in_mid_walk_is_an_event(robot):
    robot.press(".", times=7)
    robot.type_into("Learning rate", "0.004")
    robot.command("previous_event")
    assert event_steps(robot, EventKind.EDIT) == [7]
    QToolTip.hideText()


def test_a_shorter_trail_is_marked_where_it_ends(robot):
    party(robot, "gradient_descent", "adam")
    robot.session.advance(3000)
    robot.command("previous_event")
    lanes = robot.window.timeline.slider.lanes
    assert [lane.length for lane in lanes] == [descent.trail.steps for descent in robot.session.descents]
    assert {lane.length for lane in lanes} != {robot.session.length}
    last = lanes[0].length
    assert any(line.startswith("Gradient descent, step") for line in robot.window.timeline.slider.told_at(last))
    QToolTip.hideText()


def test_the_timeline_tells_under_the_pointer_what_happened(robot):
    robot.walk_to_the_end()
    robot.command("previous_event")
    slider = robot.window.timeline.slider
    QTest.mouseMove(slider, QPoint(round(slider._x_of(slider.maximum())), slider.height() // 2))
    assert slider.told_at(robot.session.length)


def test_the_walk_plays_backwards_and_loops(robot):
    robot.walk_to_the_end()
    end = robot.session.length
    robot.command("loop")
    robot.press("Shift+Space")
    cursors = []
    robot.session.moved.connect(lambda: cursors.append(robot.session.cursor))
    robot.until(lambda: 0 in cursors and cursors[-1] < end and end in cursors[cursors.index(0) :])
    assert robot.session.length == end
    robot.command("loop")
    robot.until(lambda: not robot.window.player.playing)
    assert robot.session.cursor == 0


def test_the_timeline_knows_who_has_joined_and_who_has_left_by_name_and_colour(robot):
    robot.press(".", times=3)
    robot.press("Ctrl+T")
    robot.until(lambda: robot.session.ready and len(robot.session.descents) == 2)
    robot.walk_to_the_end()

    def told():
        return [(lane.name, lane.colour, lane.length) for lane in robot.window.timeline.slider.lanes]

    def true():
        trekkers, descents = robot.session.scenario.trekkers, robot.session.descents
        lengths = [descent.trail.steps for descent in descents]
        return list(zip(names_of(trekkers), map(colour_of, trekkers), lengths, strict=True))

    robot.until(lambda: told() == true())
    slider = robot.window.timeline.slider
    (shorter,) = (lane for lane in slider.lanes if lane.length < robot.session.length)
    picture = slider.grab().toImage()
    dot = picture.pixelColor(
        round(slider._x_of(shorter.length)), round(slider.height() / 2 + slider._handle_size() / 2)
    )
    assert dot.name() == shorter.colour
    robot.window.session.select(0)
    robot.command("remove_trekker")
    robot.until(lambda: len(robot.session.descents) == 1 and told() == true())


@pytest.mark.parametrize("is_phase", [False, True])
def test_the_dots_at_the_cursor_are_whole_also_at_the_edge_of_what_is_plotted(robot, is_phase):
    party(robot, "gradient_descent", "adam")
    robot.press(".", times=40)
    if is_phase:
        robot.command("phase_plot")
    robot.window.cost.plot.frame_all()
    robot.until(lambda: robot.window.cost.plot._framed is not None)
    box = robot.window.cost.plot.getViewBox()
    whole = box.sceneBoundingRect().adjusted(4.5, 4.5, -4.5, -4.5)
    for spot in robot.window.cost.reader.here.points():
        assert whole.contains(box.mapViewToScene(spot.pos()))


def test_what_is_read_of_two_trekkers_and_two_quantities_is_not_cut_off(robot):
    party(robot, "gradient_descent", "adam")
    robot.press(".", times=40)
    set_plot(robot, y="cost J", second="slope ‖∇J‖", x="seconds")
    robot.until(lambda: "|" in readout(robot))
    shown = robot.window.cost.readout
    assert shown.needed_lines() <= 2


def test_of_eight_trekkers_each_value_at_the_cursor_is_seen_however_long_the_numbers(robot_at):
    robot = robot_at("--terrain", "bowl", "--tolerance", "0")
    rates = (0.31, 0.32, 0.33, 0.34, 0.36, 0.37, 0.38, 0.39)
    trekkers = tuple(Trekker(optimizer=optimizer("gradient_descent", {"learning_rate": str(rate)})) for rate in rates)
    robot.session.edit(replace(robot.session.scenario, trekkers=trekkers))
    robot.press(".", times=15)
    robot.window.cost._redraw()
    shown = robot.window.cost.readout
    assert len(shown._readings) == 8
    assert all("×10" in each.text for each in shown._readings)
    robot.until(lambda: shown.needed_lines() * shown.fontMetrics().lineSpacing() <= shown.height())


def test_where_trekkers_stand_at_several_places_along_the_bottom_each_value_is_read_with_its_own(robot):
    party(robot, "gradient_descent", "adam")
    robot.press(".", times=20)
    robot.command("phase_plot")
    trails = [each.trail for each in robot.session.descents]
    wanted = [f"({number(float(each.cost[20]), 4)}, {number(each.slope_at(20), 4)})" for each in trails]
    robot.until(lambda: all(each in readout(robot) for each in wanted))
    assert readout(robot).startswith("step 20 · ")


def test_who_diverges_leaves_the_plot_and_the_others_are_still_seen(robot):
    steady = Trekker(optimizer=optimizer("gradient_descent", {"learning_rate": "0.005"}))
    wild = Trekker(optimizer=optimizer("gradient_descent", {"learning_rate": "0.2"}))
    robot.session.edit(replace(robot.session.scenario, trekkers=(steady, wild)))
    robot.until(lambda: robot.session.ready and len(robot.session.descents) == 2)
    robot.walk_to_the_end()
    plot = robot.window.cost.plot
    costs = robot.session.descents[0].trail.cost
    assert robot.session.descents[1].trail.cost.max() > 1e6 * costs.max()
    robot.until(lambda: plot.getViewBox().viewRange()[1][1] < np.log10(costs.max()) + 2)
    robot.session.select(0)
    robot.command("hide_trekker")
    robot.until(lambda: plot.getViewBox().viewRange()[1][1] > np.log10(costs.max()) + 6)


def test_costs_that_fall_below_what_a_logarithm_shows_are_drawn_on_a_linear_axis_that_says_so(robot_at):
    robot = robot_at("--terrain", "monkey_saddle")
    axis, panel = robot.window.cost.plot.getAxis("left"), robot.window.cost
    assert axis.logMode
    robot.walk_to_the_end()
    assert robot.trail.cost.min() < -1
    robot.until(lambda: not axis.logMode)
    robot.until(lambda: len(panel.shown(0)[1]) == len(robot.trail))
    assert np.array_equal(panel.shown(0)[1], robot.trail.cost)
    assert panel.logarithmic
    assert axis.labelText == "cost J, linear: too low for log"
    panel.toggle_scale()
    assert axis.labelText == "cost J"
