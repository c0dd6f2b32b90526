"""A party of trekkers in the real window: added, named, hidden, raced and compared, with keys alone."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trekker.gui.theme import TREKKER_COLOURS
from trekker.messages import number
from trekker.walk.race import Race


def cells(view):
    """Return what a table shows, row by row, as a person reads it from left to right."""
    model = view.model()
    shown = [column for column in range(model.columnCount()) if not hasattr(model, "is_told") or model.is_told(column)]
    return [[model.index(row, column).data() for column in shown] for row in range(model.rowCount())]


def heading(view):
    model = view.model()
    shown = [column for column in range(model.columnCount()) if not hasattr(model, "is_told") or model.is_told(column)]
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in shown]


def names(robot):
    return [row[0] for row in cells(robot.find("Trekkers"))]


def test_a_party_is_made_raced_and_compared_with_keys_alone(robot):
    robot.press("Ctrl+T")
    robot.press("Ctrl+T")
    assert names(robot) == ["Gradient descent", "Momentum", "Adam"]
    robot.press("Ctrl+PgUp")
    assert robot.session.selected == 1
    robot.press("F2")
    editor = QApplication.focusWidget()
    QTest.keyClicks(editor, "Rolling stone")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    robot.until(lambda: names(robot)[1] == "Rolling stone")
    assert robot.window.trekker.heading.text() == "Rolling stone"
    robot.press("W")
    robot.walk_to_the_end()
    robot.until(lambda: "won" in robot.window.race.sentence.text())
    table = robot.find("Standings")
    assert cells(table)[0][0] == "1"
    best = cells(table)[0][heading(table).index("trekker")]
    assert robot.window.race.sentence.text().startswith(f"{best} won")
    robot.until(lambda: robot.window.mountain.verdict.isVisible())
    assert f"{best} won" in robot.window.mountain.verdict.text
    robot.press("Ctrl+Backspace")
    assert names(robot) == ["Gradient descent", "Adam"]
    assert robot.session.ended


def test_a_newcomer_in_mid_walk_catches_up_and_the_others_keep_their_trails(robot):
    robot.walk_some(20)
    trail, length = robot.trail, robot.session.length
    recorded = trail.theta.copy()
    robot.press("Ctrl+T")
    assert robot.session.descents[0].trail is trail
    assert np.array_equal(trail.theta, recorded)
    assert robot.session.descents[1].trail.steps == length == robot.session.length
    robot.press("Ctrl+D")
    robot.press("Ctrl+PgUp", times=2)
    robot.command("remove_trekker")
    assert robot.session.length == length
    again = [each.trail.theta.tobytes() for each in robot.session.descents]
    assert again[0] == again[1]


def test_a_trekker_keeps_colour_and_marker_when_another_goes_and_its_trail_goes_when_it_is_hidden(robot):
    robot.press("Ctrl+T")
    robot.walk_some(20)
    robot.command("previous_trekker")
    robot.command("remove_trekker")
    (walker,) = robot.ground_picture._walkers
    assert walker.colour == TREKKER_COLOURS[1]
    assert robot.window.cost.shown(0)[0].size > 2
    robot.press("H")
    assert robot.ground_picture._walkers == ()
    robot.until(lambda: robot.window.cost.curves.plain[0].getData()[0] is None)
    assert cells(robot.find("Trekkers")) == [["Momentum", "hidden"]]
    robot.press("H")
    assert len(robot.ground_picture._walkers) == 1


def test_eight_at_most_and_one_at_least(robot):
    robot.press("Ctrl+T", times=9)
    assert len(names(robot)) == len(set(names(robot))) == 8
    assert not robot.window.commands["add_trekker"].isEnabled()
    assert not robot.window.commands["duplicate_trekker"].isEnabled()
    for _ in range(7):
        robot.command("remove_trekker")
    assert not robot.window.commands["remove_trekker"].isEnabled()
    assert robot.window.commands["add_trekker"].isEnabled()


def test_twins_tie_and_who_is_edited_falls_behind(robot):
    robot.press("Ctrl+D")
    assert names(robot) == ["Gradient descent 1", "Gradient descent 2"]
    robot.press("W")
    robot.walk_some(10)
    table = robot.find("Standings")
    robot.until(lambda: [row[0] for row in cells(table)] == ["1=", "1="])
    robot.type_into("Learning rate", "0.0001")
    robot.walk_some(10)
    robot.until(lambda: [row[0] for row in cells(table)] == ["1", "2"])
    assert cells(table)[0][1] == "Gradient descent 1"


def test_by_evaluations_the_timeline_counts_evaluations_and_by_time_the_screen_says_that_it_is_measured(robot):
    robot.press("Ctrl+T")
    robot.pick_optimizer("L-BFGS")
    robot.press("W")
    robot.pick("Race by", "by gradient evaluations")
    assert robot.session.scenario.race is Race.EVALUATIONS
    robot.press(".", times=6)
    table = robot.find("Standings")
    gradients = heading(table).index("gradients")
    robot.until(lambda: all(int(row[gradients]) <= 6 for row in cells(table)))
    assert robot.session.descents[0].trail.work[-1, 1] == 6
    assert not robot.window.race.measured.isVisible()
    assert robot.sees("6 / 6 gradients")
    robot.pick("Race by", "by time")
    assert robot.sees("not the same twice")
    robot.walk_to_the_end()
    robot.until(lambda: robot.session.at_the_end)


def test_by_time_every_view_shows_the_step_that_each_had_finished_by_then(robot):
    robot.press("Ctrl+T")
    robot.pick_optimizer("Newton")
    robot.press("W")
    robot.pick("Race by", "by time")
    robot.walk_to_the_end()
    session, timeline, cost = robot.session, robot.window.timeline, robot.window.cost
    session.seek(session.length // 2)
    before = [session.step_of(index) for index in (0, 1)]
    robot.press(".")
    assert sum(session.step_of(index) for index in (0, 1)) > sum(before)
    robot.press(",")
    assert [session.step_of(index) for index in (0, 1)] == before
    rows = [session.step_of(index) for index in (0, 1)]
    costs = [float(each.trail.cost[row]) for each, row in zip(session.descents, rows, strict=True)]
    robot.until(lambda: [each.text for each in cost.readout._readings] == [number(each, 5) for each in costs])
    timeline._mark_events()
    lanes = timeline.slider.lanes
    assert max(lane.length for lane in lanes) == session.length
    for lane, descent in zip(lanes, session.descents, strict=True):
        seconds = [float(descent.trail.seconds[event.step]) for event in lane.events]
        assert lane.ticks == tuple(np.ceil(np.array(seconds) / session.clock.tick).astype(int))
    assert robot.sees(f"/ {number(1000 * session.clock.tick * session.length, 3)} ms")
    assert not robot.sees("steps/s")
    assert cost.plot.getViewBox().viewRange()[0][1] < 1.5 * max(each.trail.steps for each in session.descents)


def test_a_click_moves_the_shared_start_or_that_of_the_trekker_who_has_its_own(robot):
    robot.press("Ctrl+T")
    robot.click_on_the_ground(-2.0, 0.5)
    first, second = (each.trail.theta[0] for each in robot.session.descents)
    assert np.array_equal(first, second)
    box = robot.find("A start of its own")
    robot.reveal(box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert robot.session.trekker.start == tuple(second)
    robot.click_on_the_ground(1.5, -0.5)
    moved = [each.trail.theta[0] for each in robot.session.descents]
    assert np.array_equal(moved[0], first)
    assert not np.array_equal(moved[1], second)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert np.array_equal(robot.session.descents[1].trail.theta[0], first)


def test_a_name_changes_nothing_of_a_walk_that_has_ended(robot):
    robot.walk_to_the_end()
    trail = robot.trail
    robot.press("F2")
    QTest.keyClicks(QApplication.focusWidget(), "Eve")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    robot.until(lambda: names(robot) == ["Eve"])
    assert robot.trail is trail
    assert robot.session.at_the_end


def test_a_long_name_makes_the_window_no_wider(robot):
    widths = robot.window.width(), robot.window.trekker.minimumSizeHint().width()
    robot.press("F2")
    QTest.keyClicks(QApplication.focusWidget(), "Whoever was given this name 123 " * 4 + "W" * 60)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    robot.until(lambda: robot.window.trekker.heading.text().startswith("Whoever"))
    robot.settled_pixels()
    assert (robot.window.width(), robot.window.trekker.minimumSizeHint().width()) == widths


def test_a_button_on_the_card_lets_the_trekker_be_renamed_wherever_the_keys_go(robot):
    robot.press("Ctrl+T")
    robot.press("W")
    robot.find("Standings").setFocus()
    robot.push("Rename the trekker")
    editor = QApplication.focusWidget()
    robot.command("rename_trekker")
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, "Ada")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    robot.until(lambda: names(robot)[1] == "Ada")
    table = robot.find("Standings")
    robot.until(lambda: "Ada" in [row[1] for row in cells(table)])
    table.setFocus()
    robot.press("F2")
    assert QApplication.focusWidget().text() == "Ada"


def test_the_timeline_tells_of_each_trekker_in_its_own_colour_and_by_its_own_name_when_others_come_and_go(robot):
    robot.press("Ctrl+T", times=2)
    robot.walk_some(20)
    robot.command("previous_trekker")
    robot.command("previous_trekker")
    robot.command("remove_trekker")
    robot.press("Ctrl+D")
    robot.window.timeline._mark_events()
    lanes = robot.window.timeline.slider.lanes
    assert [each.colour for each in lanes] == [TREKKER_COLOURS[index] for index in (1, 2, 0)]
    assert [each.name for each in lanes] == ["Momentum 1", "Adam", "Momentum 2"]
    watched = [each.descent for each in robot.window.timeline._watches.values()]
    assert watched == list(robot.session.descents)


def test_a_walk_that_begins_anew_among_others_is_drawn_anew_everywhere(robot):
    robot.press("Ctrl+T")
    robot.pick_optimizer("L-BFGS")
    robot.press(".", times=40)  # few enough for one of the two
    old = robot.session.descents[1]
    assert old.verdict is not None
    assert robot.session.descents[0].verdict is None
    robot.pick("Clip gradient", "by norm")
    assert robot.session.descents[1] is not old
    assert robot.window.cost.plotted.series[1].descent is robot.session.descents[1]
    robot.window.timeline._mark_events()
    assert list(robot.window.timeline._watches) == list(robot.session.descents)


def test_a_number_that_is_typed_for_a_trekker_is_not_given_to_the_next(robot_at):
    robot = robot_at("--terrain", "bowl", "--learning-rate", "0.005")
    robot.press("Ctrl+D")
    robot.press("Ctrl+PgUp")
    assert robot.session.selected == 0
    field = robot.find("Learning rate")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "0.003")
    robot.press("Ctrl+PgDown")
    assert robot.session.selected == 1
    robot.press("Return")
    assert [each.optimizer.learning_rate for each in robot.session.scenario.trekkers] == [0.003, 0.005]
