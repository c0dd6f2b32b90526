"""What the fit panel draws for each kind of ground, its large form, and points that are edited by keys."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trekker.walk.edited import EditedData
from trekker.walk.grounds import SampleData
from trekker.walk.tables import DataFile

ADDED = (3.0, 1.0)


@pytest.fixture
def at(robot_at):
    """Open the window, and go to a ground."""

    def go(choice, **options):
        robot = robot_at(**options)
        robot.session.move_to(choice)
        robot.until(lambda: robot.session.ready and robot.session.scenario.ground == choice)
        robot.until(lambda: not robot.window.fit.view.busy)
        return robot

    return go


@pytest.fixture
def editing(at):
    """Sit before the five points, with the data editor on."""
    robot = at(SampleData("five_points"))
    robot.press("P")
    assert robot.window.editor.active
    return robot


def mouse(robot, kind, place, button=Qt.MouseButton.LeftButton, held=Qt.MouseButton.LeftButton):
    viewport = robot.window.fit.plot.viewport()
    where = QPointF(viewport.mapToGlobal(place.toPoint()))
    QApplication.sendEvent(viewport, QMouseEvent(kind, place, where, button, held, Qt.KeyboardModifier.NoModifier))


def press_at(robot, x, y, button=Qt.MouseButton.LeftButton):
    place = robot.window.fit.handles.pixel_of((x, y))
    mouse(robot, QEvent.Type.MouseButtonPress, place, button, button)
    return place


def release(robot, place):
    mouse(robot, QEvent.Type.MouseButtonRelease, place, held=Qt.MouseButton.NoButton)


def points(robot):
    ground = robot.session.ground
    return np.column_stack([ground.inputs, ground.targets])


def reopened(robot, count):
    robot.until(lambda: len(points(robot)) == count and robot.session.ready)


# Views --------------------------------------------------------------------------------------------------------------


def test_a_curve_bends_and_its_residuals_reach_from_every_point_to_it(at):
    robot = at(SampleData("anscombe_1", "polynomial"))
    robot.press(".", times=5)
    view, ground, theta = robot.window.fit.view, robot.session.ground, robot.trail.theta[5]
    robot.until(lambda: np.allclose(view.curve.getData()[1], ground.predict(theta, view.curve.getData()[0])))
    assert np.ptp(np.diff(view.curve.getData()[1])) > 0.0  # no straight line
    x, ends = view.residuals.getData()
    assert np.array_equal(x[::2], ground.inputs[:, 0])
    assert np.array_equal(ends[::2], ground.targets)
    assert np.allclose(ends[1::2], ground.predict(theta, ground.inputs))


def test_the_line_is_seen_before_the_first_step_although_it_lies_below_every_point(at):
    robot = at(SampleData("anscombe_1"))
    robot.until(lambda: robot.window.fit.view.curve.getData()[1] is not None)
    heights = robot.window.fit.view.curve.getData()[1]
    _, (low, high) = robot.window.fit.plot.getViewBox().viewRange()
    assert heights.max() == 0.0 < robot.session.ground.targets.min()
    assert low < 0.0 < high


def test_points_held_out_are_drawn_hollow_and_their_miss_is_told(at):
    robot = at(SampleData("lemonade", validation_share=0.25))
    view, rows = robot.window.fit.view, robot.session.ground.validation
    x, y = view.held_out.getData()
    assert np.array_equal(x, rows["temperature"])
    assert np.array_equal(y, rows["cups"])
    assert view.held_out.opts["brush"].color() != view.dots.opts["brush"].color()
    miss = np.sqrt(2 * float(robot.session.ground.validation_cost(robot.trail.theta[0])))
    assert f"on the 50 rows held out {miss:.4g}" in view.caption.text()


def test_regions_are_coloured_by_the_likelier_class_and_points_differ_in_marker(at):
    robot = at(SampleData("two_blobs", "logistic"))
    robot.press(".", times=20)
    view, ground, theta = robot.window.fit.view, robot.session.ground, robot.trail.theta[20]
    right = f"{100 * float(ground.accuracy(theta)):.1f}"
    robot.until(lambda: right in view.caption.text() and not view.busy)
    said = ground.predict(theta, ground.inputs)
    image, area = view.image.image, view.image.mapRectToParent(view.image.boundingRect())
    cells = (ground.inputs - [area.left(), area.top()]) / [area.width(), area.height()] * image.shape[0]
    colours = image[cells[:, 1].astype(int), cells[:, 0].astype(int)].astype(int)
    blue = colours[:, 2] > colours[:, 0]
    assert np.mean(blue == (said == ground.classes[0])) > 0.97  # but for the cells that the border runs through
    markers = {spot.symbol() for spot in view.dots.points()}
    assert len(markers) == 2
    assert "Told right" in view.caption.text()


def test_several_inputs_are_shown_as_predicted_against_true(at, tmp_path):
    path = tmp_path / "stand.csv"
    path.write_text("a,b,y\n" + "".join(f"{i},{i % 3},{2 * i - i % 3}\n" for i in range(12)), encoding="utf-8")
    robot = at(DataFile(path, ("a", "b"), "y"))
    robot.press(".", times=4)
    view, ground = robot.window.fit.view, robot.session.ground
    predicted = ground.predict(robot.trail.theta[4], ground.inputs)
    robot.until(lambda: np.allclose(view.dots.getData()[1], predicted))
    assert np.array_equal(view.dots.getData()[0], ground.targets)
    assert robot.sees("Fit: y, predicted and true")


def test_the_fit_is_shown_large_over_the_mountain_and_put_back_by_escape(at):
    robot = at(SampleData("two_blobs", "logistic"))
    fit, before = robot.window.fit, robot.window.fit.geometry()
    robot.press("Shift+F")
    assert fit.width() > 1.5 * before.width()
    assert fit.geometry().contains(robot.window.mountain.geometry())
    robot.press("Space")
    robot.until(lambda: robot.session.length > 0)  # one can walk and look on
    robot.press("Esc")
    QApplication.processEvents()
    robot.until(lambda: abs(fit.height() - before.height()) <= 2 and fit.width() == before.width())


# The data editor ----------------------------------------------------------------------------------------------------


def test_a_right_click_deletes_and_the_last_two_points_of_a_line_stay(editing):
    for count in (4, 3, 2):
        press_at(editing, *points(editing)[0], Qt.MouseButton.RightButton)
        reopened(editing, count)
    press_at(editing, *points(editing)[0], Qt.MouseButton.RightButton)
    assert editing.sees("linear regression needs at least 2 points")
    assert len(points(editing)) == 2


def test_everything_can_be_done_by_keys(editing):
    plot = editing.window.fit.plot
    plot.setFocus()
    before = points(editing)
    QTest.keyClick(plot, Qt.Key.Key_Tab)
    QTest.keyClick(plot, Qt.Key.Key_Tab)
    assert editing.window.editor.chosen == 1
    QTest.keyClick(plot, Qt.Key.Key_Up)
    editing.until(lambda: points(editing)[1, 1] > before[1, 1])
    QTest.keyClick(plot, Qt.Key.Key_Insert)
    reopened(editing, 6)
    QTest.keyClick(plot, Qt.Key.Key_Delete)
    reopened(editing, 5)
    for _ in range(2 + 5):
        QTest.keyClick(plot, Qt.Key.Key_Tab)
    assert not plot.hasFocus()  # the keys are no trap


def test_a_point_gets_another_class_by_a_number_key(at):
    robot = at(SampleData("two_blobs", "logistic"))
    robot.push("Edit points")
    robot.window.editor.choose(0)
    other = next(each for each in robot.session.ground.classes if each != robot.session.ground.targets[0])
    plot = robot.window.fit.plot
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_1 if other == robot.session.ground.classes[0] else Qt.Key.Key_2)
    robot.until(lambda: robot.session.ground.targets[0] == other)


def test_another_mountain_ends_the_editing(editing):
    editing.pick_mountain("Himmelblau")
    assert not editing.window.editor.active
    assert not editing.window.commands["edit_data"].isEnabled()


def test_many_edits_leave_one_entry_in_the_list_of_grounds(editing):
    for number in range(3):
        release(editing, press_at(editing, 1.5 + number, 2.5))
        reopened(editing, 6 + number)
    picker = editing.find("Mountain or data")
    assert sum("edited" in picker.itemText(row) for row in range(picker.count())) == 1
    assert isinstance(editing.session.scenario.ground, EditedData)


@pytest.fixture
def editing_a_file(at, tmp_path):
    """Sit before a curve through the points of a file, of which one has been deleted."""
    path = tmp_path / "points.csv"
    path.write_text("x,y\n" + "".join(f"{x},{x * x % 7}\n" for x in range(9)), encoding="utf-8")
    robot = at(DataFile(path, ("x",), "y", "polynomial"))
    robot.press("P")
    press_at(robot, *points(robot)[4], Qt.MouseButton.RightButton)
    reopened(robot, 8)
    return robot


def test_the_model_of_edited_points_can_be_set_up_and_comes_with_the_table_as_it_was(editing_a_file):
    robot = editing_a_file
    kept = points(robot)
    robot.type_into("Degree", "4")
    robot.until(lambda: robot.session.ready and robot.session.ground.model.degree == 4)
    assert np.array_equal(points(robot), kept)
    robot.command("edit_data")
    press_at(robot, *kept[0], Qt.MouseButton.RightButton)
    reopened(robot, 7)
    assert robot.session.ground.model.degree == 4
    robot.command("restore_data")
    reopened(robot, 9)
    assert robot.session.ground.model.degree == 4


def test_edited_points_of_a_file_are_called_by_its_name_once_whatever_the_model(editing_a_file):
    robot = editing_a_file
    picker = robot.find("Mountain or data")
    assert picker.currentText().strip() == "points.csv, edited"
    robot.type_into("Degree", "3")
    robot.until(lambda: robot.session.ready and robot.session.ground.model.degree == 3)
    assert picker.currentText().strip() == "points.csv, edited"
    assert sum("edited" in picker.itemText(row) for row in range(picker.count())) == 1


def test_the_last_move_counts_although_the_editor_is_switched_off_at_once(editing):
    place = press_at(editing, *points(editing)[0])
    for step in range(1, 6):
        mouse(editing, QEvent.Type.MouseMove, place + QPointF(4 * step, 0))
    last = editing.window.editor.points
    release(editing, place + QPointF(20, 0))
    editing.command("edit_data")
    editing.until(lambda: editing.session.ready and tuple(map(tuple, points(editing).tolist())) == last)


@pytest.mark.parametrize("point", [0, -1])
def test_a_point_that_is_deleted_while_it_is_dragged_drags_no_other_along(editing, point):
    before = points(editing)
    place = press_at(editing, *before[point])
    mouse(editing, QEvent.Type.MouseMove, place + QPointF(4, 0))
    QTest.keyClick(editing.window.fit.plot, Qt.Key.Key_Delete)
    reopened(editing, 4)
    mouse(editing, QEvent.Type.MouseMove, place + QPointF(40, -40))
    assert editing.window.editor.points == tuple(map(tuple, np.delete(before, point, axis=0).tolist()))
    release(editing, place)


def test_columns_called_as_questions_are_asked_leave_the_plot_its_room(robot, tmp_path):
    question = "How likely are you to recommend this product to your friends and colleagues, and if so, why"
    table = tmp_path / "survey.csv"
    table.write_text(
        f'"{question} now","{question} then"\n' + "".join(f"{i},{2 * i}\n" for i in range(9)), encoding="utf-8"
    )
    robot.drop_file(table)
    robot.choose_columns(f"{question} now", f"{question} then")
    robot.settled_pixels()
    fit = robot.window.fit
    assert fit.heading.height() <= 3.5 * fit.heading.fontMetrics().lineSpacing()
    assert fit.heading.toolTip() == f"Fit: {question} then by {question} now"
    for side, room in (("left", fit.plot.height()), ("bottom", fit.plot.width())):
        assert fit.plot.getAxis(side).label.boundingRect().width() <= room


KINDS = "length,width,kind\n" + "".join(
    f"{length},{width},{kind}\n"
    for kind, places in {
        "setosa": ((1.4, 0.2), (1.3, 0.3), (1.5, 0.1)),
        "versicolor <7": ((4.5, 1.4), (4.7, 1.5), (4.1, 1.3)),
        "virginica": ((6.0, 2.5), (5.8, 2.2), (6.3, 1.9)),
    }.items()
    for length, width in places
)


@pytest.mark.parametrize("inputs", ["length", "length,width"])
def test_classes_are_called_by_the_names_of_the_table(robot_at, tmp_path, inputs):
    table = tmp_path / "kinds.csv"
    table.write_text(KINDS, encoding="utf-8")
    robot = robot_at("--data", str(table), "--x", inputs, "--y", "kind", "--model", "softmax")
    legend = robot.window.fit.view.legend.text()
    assert all(name in legend for name in ("setosa", "versicolor &lt;7", "virginica"))


def test_the_table_of_confusion_has_the_names_of_the_classes(robot_at, tmp_path):
    table = tmp_path / "kinds.csv"
    rows = [line.split(",") for line in KINDS.splitlines()]
    third = ["third", *(str(number % 4) for number in range(len(rows) - 1))]
    table.write_text("\n".join(",".join((*row[:2], more, row[2])) for row, more in zip(rows, third, strict=True)))
    robot = robot_at("--data", str(table), "--x", "length,width,third", "--y", "kind", "--model", "softmax")
    view = robot.window.fit.view
    robot.until(lambda: not view.busy and view.table._labels == ("setosa", "versicolor <7", "virginica"))
