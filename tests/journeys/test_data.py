"""Opening one's own table: by menu, by drag and drop, from the command line; and all that can be wrong with it."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog

from tests.learning.workbooks import write_xlsx
from trekker.gui import start
from trekker.learning.reading import Reading
from trekker.learning.scores import LinearScores
from trekker.learning.table import ColumnKind
from trekker.walk.tables import DataFile

TABLE = "day,temperature,cups\n" + "".join(
    f"{day},{15 + day % 7},{40 + 3 * (day % 7) + day % 3}\n" for day in range(24)
)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "stand.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def choose_file(monkeypatch):
    """Let the file dialog of the desktop answer with a path."""

    def choose(path):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return choose


def test_a_table_is_opened_by_menu_its_columns_are_chosen_and_a_line_is_fitted(robot, table, choose_file):
    choose_file(table)
    robot.press("Ctrl+O")
    robot.until(lambda: robot.dialog is not None)
    assert robot.sees("Learn from stand.csv")
    assert robot.sees("24 rows")
    robot.choose_columns("temperature", "cups")
    assert robot.session.scenario.ground == DataFile(table, ("temperature",), "cups")
    assert robot.sees("Fit: cups by temperature")
    assert robot.sees("stand.csv")
    before = robot.window.fit.caption.text()
    line_before = robot.window.fit.view.curve.getData()[1].copy()
    robot.window.player.set_speed(300)
    robot.walk_some(50)
    robot.until(lambda: robot.window.fit.caption.text() != before)
    assert typical_miss(robot.window.fit.caption.text()) < typical_miss(before)
    assert not np.array_equal(robot.window.fit.view.curve.getData()[1], line_before)


def typical_miss(caption):
    return float(caption.removeprefix("Typical miss ").replace("−", "-"))


def test_the_miss_shown_is_the_root_of_twice_the_cost(robot, table):
    robot.drop_file(table)
    robot.choose_columns("temperature", "cups")
    robot.press(".", times=3)
    expected = np.sqrt(2 * robot.trail.cost[3])
    robot.until(lambda: abs(typical_miss(robot.window.fit.caption.text()) / expected - 1) < 1e-3)


def test_a_table_is_opened_by_drag_and_drop(robot, table):
    robot.drop_file(table)
    robot.choose_columns("day", "temperature")
    assert robot.sees("Fit: temperature by day")
    assert robot.sees("step 0 / 0")


def test_a_dropped_link_gets_a_sentence(robot):
    assert robot.drop(QUrl("https://example.org/table.csv"))
    assert robot.sees("Only files can be dropped here")
    assert robot.dialog is None


def test_a_table_named_on_the_command_line_is_asked_about_and_opened(
    application, qtbot, table, monkeypatch, robot_before
):
    class Screen:
        """The application, with a robot in place of the person who sits before it until it is closed."""

        def exec(self):
            robot = robot_before()
            robot.choose_columns("temperature", "cups")
            seen.append(robot.session.scenario.ground)
            robot.window.close()
            return 0

    seen = []
    monkeypatch.setattr(start, "make_application", Screen)
    from trekker import app

    assert app.main([str(table)]) == 0
    assert seen == [DataFile(table, ("temperature",), "cups")]


def test_the_same_column_twice_cannot_be_chosen(robot, table):
    robot.drop_file(table)
    robot.until(lambda: robot.dialog is not None)
    robot.pick("Input column x", "cups")
    robot.pick("Target column y", "cups")
    assert robot.sees("Choose two different columns")
    with pytest.raises(AssertionError, match="disabled"):
        robot.push("Open")


def test_a_cancelled_dialog_leaves_everything_as_it_was(robot, table):
    robot.walk_some(5)
    ground, steps = robot.session.ground, robot.session.length
    robot.drop_file(table)
    robot.until(lambda: robot.dialog is not None)
    robot.push("Cancel")
    robot.until(lambda: robot.dialog is None)
    assert robot.session.ground is ground
    assert robot.session.length == steps


def test_rows_with_missing_cells_are_left_out_and_the_window_says_which(robot, tmp_path):
    path = tmp_path / "gaps.csv"
    path.write_text("x,y\n1,2\n2,\n3,5\n,7\n5,9\n", encoding="utf-8")
    robot.drop_file(path)
    robot.until(lambda: robot.dialog is not None)
    assert robot.sees("5 rows, 2 columns")
    assert robot.sees("0 of 3 rows")
    robot.choose_columns("x", "y")
    assert robot.session.ground.cost.rows == 3
    robot.until(lambda: robot.window.notice.isVisible())
    assert "2 rows were left out" in robot.window.notice.sentence.text()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (bytes(range(256)) * 40, "a binary file"),
        (b"\xff\xfe1\x00,\x002", "a damaged UTF-16 text"),
        (b"PK\x03\x04" + bytes(100), "a zip archive or a damaged workbook"),
    ],
    ids=["empty", "binary", "encoding", "excel"],
)
def test_a_bad_table_gets_a_sentence_and_what_was_open_stays(robot_at, tmp_path, content, sentence):
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    refused(robot_at, path, sentence)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("x,y\n1,2\n", "has one row"),
        ("x,y\n", "has names but no row below them"),
        ("x\n1\n2\n3\n", "has one column"),
        ("x,y\n1,2\n3,4,5\n", "line 3: 3 cells where the first row has 2"),
        ('x,y\n1,2\n3,"4', "a cell in quotes does not end as it should"),
    ],
    ids=["one row", "names alone", "one column", "ragged", "quotes"],
)
def test_what_may_be_a_table_after_all_is_asked_about_and_what_was_open_stays(robot, tmp_path, content, sentence):
    path = tmp_path / "odd.csv"
    path.write_text(content, encoding="utf-8")
    ground = robot.session.ground
    dialog = asked(robot, path)
    assert sentence in dialog.problem.text()
    assert dialog.preview.item(0, 0).text() == content.split("\n")[0]
    assert not dialog._open.isEnabled()
    robot.press("Return")
    assert robot.dialog is dialog
    robot.push("Cancel")
    robot.until(lambda: robot.dialog is None)
    assert robot.session.ground is ground


def test_a_table_of_200_megabytes_gets_a_sentence_and_what_was_open_stays(robot_at, tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    refused(robot_at, path, "huge.csv is 200 MB; tables up to 100 MB can be opened")


def test_a_folder_gets_a_sentence_and_what_was_open_stays(robot_at, tmp_path):
    refused(robot_at, tmp_path, "is a folder; open a CSV file inside it")


def test_a_missing_file_gets_a_sentence_and_what_was_open_stays(robot_at, tmp_path):
    refused(robot_at, tmp_path / "gone.csv", "there is no file")


def refused(robot_at, path, sentence):
    robot = robot_at("--terrain", "bowl")
    robot.walk_some(4)
    ground, trail = robot.session.ground, robot.trail.theta.copy()
    robot.drop_file(path)
    robot.until(lambda: robot.window.notice.isVisible())
    assert sentence in robot.window.notice.sentence.text()
    assert robot.dialog is None
    assert robot.session.ground is ground
    assert np.array_equal(robot.trail.theta, trail)
    assert robot.find("Mountain or data").currentText().strip() == "Bowl"
    robot.push("Close this notice")
    assert not robot.window.notice.isVisible()
    robot.press(".")
    assert robot.session.length == len(trail)


def test_ground_is_drawn_in_the_theme_s_colour_again_after_data(robot):
    colour = robot.window.fit.view.curve.opts["pen"].color().name()
    robot.pick_mountain("Five points")
    assert robot.window.fit.view.curve.opts["pen"].color().name() != colour
    robot.pick_mountain("Himmelblau")
    assert robot.window.fit.view.curve.opts["pen"].color().name() == colour


def test_ground_of_three_parameters_is_walked_on_and_seen_on_a_plane(robot, table):
    robot.session.move_to(DataFile(table, ("day", "temperature"), "cups"))
    robot.until(lambda: robot.session.ready and robot.session.ground.cost.dimension == 3)
    robot.press(".", times=3)
    assert robot.trail.theta.shape == (4, 3)
    assert robot.session.shown.cost.dimension == 2
    assert not robot.window.notice.isVisible()


def test_a_table_that_has_changed_since_is_read_anew(robot, table):
    robot.drop_file(table)
    robot.choose_columns("temperature", "cups")
    table.write_text(TABLE + "24,30,200\n", encoding="utf-8")
    robot.drop_file(table)
    robot.choose_columns("temperature", "cups")
    assert robot.session.ground.cost.rows == 25


def test_a_file_that_vanishes_while_its_columns_are_chosen_is_missed_politely(robot, table):
    ground = robot.session.ground
    robot.drop_file(table)
    robot.until(lambda: robot.dialog is not None)
    table.unlink()
    robot.push("Open")
    robot.until(lambda: robot.sees("there is no file"))
    robot.push("Cancel")
    assert robot.session.ground is ground
    assert robot.find("Mountain or data").currentText().strip() == "Himmelblau’s four valleys"


@pytest.mark.parametrize(("choice", "size"), [("all (batch)", None), ("one (stochastic)", 1), ("mini-batch", 8)])
def test_data_is_walked_on_in_batches_of_every_kind(robot_at, choice, size):
    robot = robot_at()
    robot.pick_mountain("Lemonade")
    robot.pick("Gradient from", choice)
    assert robot.session.scenario.trekkers[0].batch_size == size
    robot.press(".", times=5)
    felt, true = robot.trail.felt[:5], robot.trail.gradient[:5]
    assert np.array_equal(felt, true) == (size is None)
    assert np.isfinite(robot.trail.theta).all()


def test_the_size_of_a_mini_batch_is_typed(robot_at):
    robot = robot_at()
    robot.pick_mountain("Lemonade")
    robot.pick("Gradient from", "mini-batch")
    robot.type_into("Rows in a mini-batch", "32")
    assert robot.session.scenario.trekkers[0].batch_size == 32
    robot.type_into("Rows in a mini-batch", "many", enter=False)
    assert robot.sees("batch size must be a whole number from 2")
    assert robot.session.scenario.trekkers[0].batch_size == 32


def test_a_stochastic_walk_comes_back_bit_for_bit_after_a_reset(robot_at):
    robot = robot_at()
    robot.pick_mountain("Lemonade")
    robot.pick("Gradient from", "one")
    robot.press(".", times=30)
    first = robot.trail.theta.tobytes()
    robot.press("R")
    robot.press(".", times=30)
    assert robot.trail.theta.tobytes() == first
    robot.type_into("Seed", "7")
    robot.press(".", times=30)
    assert robot.trail.theta.tobytes() != first


def test_the_article_s_five_points_are_fitted(robot):
    robot.pick_mountain("Five points")
    robot.walk_to_the_end()
    assert robot.trail.theta[-1] == pytest.approx([2.2, 0.6], abs=0.01)
    robot.until(lambda: robot.sees("Global minimum after"))


SHOP = "day,city,temperature,remark,sold\n" + "".join(
    f"2026-03-{day:02},{('Paris', 'Osaka')[day % 3 == 0]},{12 + day % 9},note no. {day},{'' if day == 4 else day}\n"
    for day in range(1, 29)
)


@pytest.fixture
def shop(tmp_path):
    path = tmp_path / "shop.csv"
    path.write_text(SHOP, encoding="utf-8")
    return path


def asked(robot, path):
    """Drop a table, and wait until its dialog asks about it."""
    robot.drop_file(path)
    robot.until(lambda: robot.dialog is not None)
    return robot.dialog


def tick(dialog, *names):
    """Tick these input columns alone, by keyboard."""
    for item in dialog.columns._items():
        if (item.text(0) in names) != (item.text(0) in dialog.columns.inputs):
            dialog.columns.list.setCurrentItem(item)
            QTest.keyClick(dialog.columns.list, Qt.Key.Key_Space)
    assert dialog.columns.inputs == names


@pytest.fixture
def pixels(tmp_path):
    """A table of 64 columns and a label."""
    path = tmp_path / "pixels.csv"
    names = [f"p{place}" for place in range(64)]
    rows = [[str((row * place) % 17) for place in range(64)] for row in range(12)]
    lines = [["label", *names], *([("odd", "even")[row % 2], *cells] for row, cells in enumerate(rows))]
    path.write_text("\n".join(map(",".join, lines)), encoding="utf-8")
    return path


def test_all_columns_are_ticked_and_unticked_at_once_by_key(robot, pixels):
    columns = asked(robot, pixels).columns
    changes = []
    columns.changed.connect(lambda: changes.append(columns.inputs))
    columns.list.setFocus()
    robot.press("Ctrl+A")
    robot.press("Space")
    assert columns.inputs == columns.table.names
    robot.press("Space")
    assert columns.inputs == ()
    assert changes == [columns.table.names, ()]


def test_one_of_many_columns_ticked_at_once_is_unticked_by_a_click(robot, pixels):
    columns = asked(robot, pixels).columns
    columns.choose(("label",))
    columns.list.setFocus()
    robot.press("Ctrl+A")
    robot.press("Space")
    assert columns.inputs == columns.table.names
    box = columns.list.visualItemRect(columns._items()[0])
    QTest.mouseClick(columns.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 9, box.center().y()))
    assert columns.inputs == columns.table.names[1:]
    robot.pick("Target column y", "label")
    before = robot.session.ground
    robot.press("Return")
    robot.until(lambda: robot.session.ground is not before and robot.session.ready)
    assert len(robot.session.ground.x) == 64


def test_a_range_of_columns_is_ticked_at_once_by_mouse(robot, pixels):
    columns = asked(robot, pixels).columns
    columns.choose(("label",))
    for row, modifier in ((1, Qt.KeyboardModifier.NoModifier), (4, Qt.KeyboardModifier.ShiftModifier)):
        place = columns.list.visualItemRect(columns._items()[row]).center()
        QTest.mouseClick(columns.list.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    robot.press("Space")
    assert columns.inputs == columns.table.names[:5]
    robot.push("Cancel")


def test_enter_alone_opens_a_simple_table(robot, table):
    before = robot.session.ground
    asked(robot, table)
    robot.press("Return")
    robot.until(lambda: robot.session.ground is not before and robot.dialog is None)
    assert robot.session.scenario.ground == DataFile(table, ("temperature",), "cups")


def test_enter_opens_the_table_after_anything_was_clicked_or_typed(robot, table):
    asked(robot, table)
    robot.push("Standardise the inputs")
    robot.pick("Input column x", "day")
    robot.pick("Rows held out", "30%")
    robot.type_into("Seed of the draw", "7", enter=False)
    before = robot.session.ground
    robot.press("Return")
    robot.until(lambda: robot.session.ground is not before and robot.dialog is None)
    chosen = DataFile(table, ("day",), "cups", standardise=True, validation_share=0.3, seed=7)
    assert robot.session.scenario.ground == chosen


def test_dates_are_learnt_from_as_days(robot, shop):
    robot.drop_file(shop)
    robot.choose_columns("day", "temperature")
    assert robot.session.ground.x == ("day (days since 2026-03-01)",)
    assert robot.session.ground.inputs[:3, 0].tolist() == [0, 1, 2]


def test_a_category_is_learnt_by_a_classifier_and_the_other_models_are_grey(robot, shop):
    dialog = asked(robot, shop)
    robot.pick("Input column x", "temperature")
    robot.pick("Target column y", "city")
    assert robot.sees("The target has 2 categories: models of numbers are grey.")
    assert robot.find("Model").currentText() == "Logistic regression"
    with pytest.raises(AssertionError, match="no entry"):
        robot.pick("Model", "Linear regression")
    before = robot.session.ground
    robot.push("Open")
    robot.until(lambda: robot.session.ground is not before)
    assert robot.session.ground.model.name == "logistic"
    assert robot.session.ground.dataset.labels("city") == ("Osaka", "Paris")
    assert dialog is not robot.dialog


def test_the_model_comes_back_when_the_target_is_a_number_again(robot, shop):
    asked(robot, shop)
    robot.pick("Input column x", "temperature")
    robot.pick("Target column y", "sold")
    robot.pick("Model", "Polynomial regression")
    robot.pick("Target column y", "city")
    assert robot.find("Model").currentText() == "Logistic regression"
    robot.pick("Target column y", "sold")
    assert robot.find("Model").currentText() == "Polynomial regression"
    before = robot.session.ground
    robot.push("Open")
    robot.until(lambda: robot.session.ground is not before)
    assert robot.session.ground.model.name == "polynomial"


def test_a_column_of_text_without_labels_says_that_it_holds_texts(robot, tmp_path):
    path = tmp_path / "quarters.csv"
    path.write_text("quarter,gdp\n" + "".join(f"{2015 + n // 4}Q{1 + n % 4},{15 + n * n}\n" for n in range(12)))
    asked(robot, path)
    assert robot.sees("quarter holds texts, which need a target of exactly 2 different labels; gdp has 12.")
    robot.push("Cancel")


def test_gaps_are_counted_and_filled_on_request_and_rows_are_held_out(robot, shop):
    asked(robot, shop)
    robot.pick("Input column x", "sold")
    robot.pick("Target column y", "temperature")
    assert robot.sees("0 of 27 rows")
    robot.pick("Missing inputs", "fill with the mean")
    robot.pick("Rows held out", "50%")
    assert robot.sees("14 of 28 rows")
    before = robot.session.ground
    robot.push("Standardise the inputs")
    robot.push("Open")
    robot.until(lambda: robot.session.ground is not before)
    ground = robot.session.ground
    assert ground.cost.rows == 14
    assert ground.standardisation(ground.inputs).mean() == pytest.approx(0.0, abs=1e-12)
    assert any("1 gap in sold: filled with the mean" in note for note in ground.notes)


def test_two_inputs_and_a_model_of_one_s_own_are_opened(robot, shop):
    dialog = asked(robot, shop)
    tick(dialog, "city", "temperature")
    robot.pick("Target column y", "sold")
    robot.pick("Model", "Polynomial regression")
    robot.type_into("Degree", "3", enter=False)
    before = robot.session.ground
    robot.push("Open")
    robot.until(lambda: robot.session.ground is not before)
    choice = robot.session.scenario.ground
    assert (choice.x, choice.model, choice.settings) == (("city", "temperature"), "polynomial", (("degree", "3"),))
    assert robot.session.ground.x == ("city = Paris", "temperature")


def test_a_column_of_text_needs_a_target_of_two_labels_and_numbers_can_be_categories(robot, shop):
    dialog = asked(robot, shop)
    robot.pick("Input column x", "remark")
    assert robot.sees("remark holds texts, which need a target of exactly 2 different labels; ")
    assert not dialog._open.isEnabled()
    robot.pick("Input column x", "sold")
    dialog.columns.list.setCurrentItem(dialog.columns._items()[2])
    robot.pick("Take the marked column as", "category")
    robot.pick("Target column y", "temperature")
    assert robot.find("Model").currentText() == "Softmax regression"
    robot.push("Cancel")


def test_what_was_found_out_can_be_changed(robot, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_bytes("Größe;y\n1,5;2\n2,5;3\n3,5;5\n".encode("latin-1"))
    dialog = asked(robot, path)
    assert robot.find("Decimal sign").currentText() == "comma 1,5"
    assert robot.find("Delimiter").currentText() == "semicolon ;"
    robot.pick("First row", "values")
    robot.until(lambda: robot.sees("4 rows, 2 columns"))
    robot.pick("First row", "names")
    robot.until(lambda: robot.sees("3 rows, 2 columns"))
    assert dialog.preview.item(0, 0).text() == "1.5"
    robot.pick("Encoding", "UTF-8")
    robot.until(lambda: robot.sees("is not a text in UTF-8"))
    assert robot.sees("3 rows, 2 columns")
    assert robot.find("Encoding").currentText() == "Latin-1"
    robot.pick("First row", "values")
    robot.until(lambda: robot.sees("4 rows, 2 columns"))
    robot.push("Cancel")


def test_the_order_of_day_and_month_can_be_chosen_where_it_is_in_doubt(robot, tmp_path):
    path = tmp_path / "months.csv"
    path.write_text("when,sold\n" + "".join(f"{month}/1/2020,{month % 5}\n" for month in range(1, 13)))
    asked(robot, path)
    doubt = "The dates in when were read as {order}; the other way round would be possible too."
    assert robot.find("Dates").currentText() == "day/month"
    assert robot.sees(doubt.format(order="day, then month"))
    robot.pick("Dates", "month/day")
    robot.until(lambda: robot.sees(doubt.format(order="month, then day")))
    assert robot.find("Dates").currentText() == "month/day"
    robot.choose_columns("when", "sold")
    assert robot.session.scenario.ground == DataFile(path, ("when",), "sold", reading=Reading(month_first=True))
    assert robot.session.ground.inputs[:3, 0].tolist() == [0, 31, 60]


def test_dates_that_are_in_no_doubt_have_no_order_to_choose(robot, shop):
    asked(robot, shop)
    assert robot.find("First row").isVisible()
    with pytest.raises(AssertionError, match="nothing that can be seen is called Dates"):
        robot.find("Dates")
    robot.push("Cancel")


def test_what_cannot_be_read_as_it_is_found_is_shown_as_it_stands_until_a_reading_works(robot, tmp_path):
    path = tmp_path / "bars.csv"
    path.write_text("x|y|z\n1,5|2,25|1\n2,5|3,75|2\n3,25|5,5|4\n", encoding="utf-8")
    dialog = asked(robot, path)
    robot.pick("Delimiter", "tab")
    robot.until(lambda: robot.sees("bars.csv has one column"))
    assert [dialog.preview.item(row, 0).text() for row in range(2)] == ["x|y|z", "1,5|2,25|1"]
    assert robot.sees("The first lines")
    assert not dialog._open.isEnabled()
    assert not robot.find("Target column y").isEnabled()
    robot.pick("Delimiter", "bar")
    robot.pick("Decimal sign", "comma")
    robot.until(lambda: robot.sees("3 rows, 3 columns") and dialog.preview.item(0, 0).text() == "1.5")
    assert not robot.sees("has one column")
    robot.choose_columns("x", "y")
    assert robot.session.ground.inputs[:, 0].tolist() == [1.5, 2.5, 3.25]


def test_another_sheet_can_be_chosen_where_the_first_holds_no_table(robot, tmp_path):
    rows = [["x", "y"], [1, 2], [2, 3], [3, 5]]
    path = write_xlsx(tmp_path / "book.xlsx", {"Cover": [["Our figures"], ["of 2025"]], "Figures": rows})
    dialog = asked(robot, path)
    robot.pick("Sheet", "Cover")
    robot.until(lambda: robot.sees("book.xlsx has one column; a table needs two"))
    assert dialog.preview.item(0, 0).text() == "Our figures"
    robot.pick("Sheet", "Figures")
    robot.until(lambda: robot.sees("3 rows, 2 columns"))
    robot.choose_columns("x", "y")
    assert robot.session.ground.x == ("x",)


def test_the_columns_chosen_stay_chosen_when_the_table_is_read_otherwise(robot, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("a;b;c;d\n1.234;2;3;1\n2.345;3;5;2\n3.456;5;8;2\n", encoding="utf-8")
    dialog = asked(robot, path)
    tick(dialog, "a", "c")
    robot.pick("Target column y", "b")
    robot.pick("Decimal sign", "comma")
    robot.until(lambda: dialog.preview.item(0, 0).text() == "1234")
    assert dialog.columns.inputs == ("a", "c")
    assert robot.find("Target column y").currentText() == "b"
    robot.pick("First row", "values")
    robot.until(lambda: robot.sees("4 rows, 4 columns"))
    assert robot.find("Target column y").currentText() in ("column 3", "column 4")
    robot.push("Cancel")


def test_columns_that_nobody_chose_follow_the_reading(robot, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("a;b;c\n1,5;2;3\n2,6;3;5\n3,7;5;8\n4,8;9;9\n5,9;7;7\n", encoding="utf-8")
    dialog = asked(robot, path)
    for decimal, expected in (("comma", "a"), ("point", "b"), ("comma", "a")):
        robot.pick("Decimal sign", decimal)
        robot.until(lambda expected=expected: dialog.columns.inputs == (expected,))
        assert robot.find("Target column y").currentText() == "c"
        assert dialog._open.isEnabled()
    robot.push("Cancel")


def take_as(robot, name, kind):
    """Take a column for something else."""
    columns = robot.dialog.columns
    columns.list.setCurrentItem(columns._items()[columns.table.names.index(name)])
    robot.pick("Take the marked column as", kind)


def test_what_columns_are_taken_for_is_kept_when_the_table_is_read_otherwise(robot, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("a;b;c\n1.234;2;3\n2.345;3;5\n3.456;5;8\n", encoding="utf-8")
    dialog = asked(robot, path)
    take_as(robot, "b", "category")
    robot.pick("Decimal sign", "comma")
    robot.until(lambda: dialog.preview.item(0, 0).text() == "1234")
    assert dialog.choice.kinds == (("b", ColumnKind.CATEGORY),)
    assert dialog.columns.list.topLevelItem(1).text(1) == "category"
    robot.pick("First row", "values")
    robot.until(lambda: robot.sees("4 rows, 3 columns"))
    assert dialog.choice.kinds == ()
    robot.pick("First row", "names")
    robot.until(lambda: robot.sees("3 rows, 3 columns"))
    assert dialog.choice.kinds == (("b", ColumnKind.CATEGORY),)
    take_as(robot, "b", "number")
    assert dialog.choice.kinds == ()
    robot.push("Cancel")


def test_why_a_column_cannot_be_taken_so_is_said_even_where_something_else_is_wrong_too(robot, shop):
    asked(robot, shop)
    robot.pick("Input column x", "remark")
    assert robot.sees("remark holds texts, which need a target of exactly 2 different labels; ")
    take_as(robot, "remark", "date")
    assert robot.sees("the column remark holds no dates that are read here")
    assert robot.find("Take the marked column as").currentText() == "text"
    robot.pick("Target column y", "city")
    assert not robot.sees("holds no dates")
    robot.push("Cancel")


def test_the_rows_held_out_are_drawn_by_a_seed_that_can_be_chosen(robot, table):
    drawn = []
    for seed in ("0", "7", "7"):
        asked(robot, table)
        robot.pick("Input column x", "day")
        robot.pick("Rows held out", "30%")
        robot.type_into("Seed of the draw", seed, enter=False)
        before = robot.session.ground
        robot.push("Open")
        robot.until(lambda before=before: robot.session.ground is not before and robot.session.ready)
        assert robot.session.scenario.ground.seed == int(seed)
        drawn.append(robot.session.ground.validation["day"].tolist())
    assert drawn[0] != drawn[1] == drawn[2]


def test_copied_rows_are_pasted_and_learnt_from(robot):
    QGuiApplication.clipboard().setText("price\tsold\n1,5\t30\n2,5\t20\n3,5\t12\n")
    robot.press("Ctrl+V")
    robot.until(lambda: robot.dialog is not None)
    assert robot.sees("Learn from Pasted data")
    robot.choose_columns("price", "sold")
    assert robot.session.ground.inputs[:, 0].tolist() == [1.5, 2.5, 3.5]
    assert robot.find("Mountain or data").currentText().strip() == "Pasted data"


def test_money_and_per_cent_are_numbers_whose_units_are_shown(robot):
    rows = ["item\tprice\toff\tprofit", "tea\t3,50 €\t12 %\t(1.200)", "rice\t1 200 €\t7,5%\t300", "salt\t€ 4\t0 %\t5"]
    QGuiApplication.clipboard().setText("\n".join(rows))
    robot.press("Ctrl+V")
    robot.until(lambda: robot.dialog is not None)
    columns = robot.dialog.columns.list
    taken = [columns.topLevelItem(place).text(1) for place in range(4)]
    assert taken[1:] == ["number (€)", "number (%)", "number"]
    assert robot.find("Decimal sign").currentText() == "comma 1,5"
    assert robot.dialog.preview.item(0, 2).text() == "12"
    assert robot.sees("Numbers such as (1.200) in profit were read as negative.")
    robot.choose_columns("price", "off")
    assert robot.session.ground.inputs[:, 0].tolist() == [3.5, 1200, 4]


def test_an_empty_clipboard_gets_a_sentence(robot):
    QGuiApplication.clipboard().clear()
    robot.press("Ctrl+V")
    robot.until(robot.window.notice.isVisible)
    assert robot.sees("There is no text to paste")


def test_a_sheet_of_a_workbook_is_chosen_and_opened(robot, tmp_path):
    rows = [["x", "y"], [1, 2], [2, 3], [3, 5]]
    path = write_xlsx(tmp_path / "book.xlsx", {"First": rows, "Second": [["a", "b"], [1, 1], [2, 2], [3, 4], [4, 4]]})
    asked(robot, path)
    robot.pick("Sheet", "Second")
    robot.until(lambda: robot.sees("4 rows, 2 columns"))
    robot.choose_columns("a", "b")
    assert robot.session.ground.x == ("a",)


def test_a_table_that_is_being_read_can_be_given_up(robot, shop, monkeypatch):
    def endless(self, progress=None):
        while True:
            progress(0.5)
            never.wait(0.02)

    never = threading.Event()
    monkeypatch.setattr(DataFile, "table", endless)
    ground = robot.session.ground
    robot.drop_file(shop)
    robot.until(robot.window.reading.isVisible)
    robot.push("Cancel opening")
    robot.until(lambda: not robot.window.opener.jobs.busy)
    assert robot.dialog is None
    assert robot.session.ground is ground


@pytest.fixture
def many_rows(tmp_path):
    """A table of 100,000 rows with dates, categories and gaps."""
    path = tmp_path / "many.csv"
    rows = (
        f"2026-{1 + row % 12:02}-{1 + row % 28:02},{('Paris', 'Osaka')[row % 3 == 0]},{row % 900 / 10},"
        f"{'' if row % 50 == 7 else row % 900 / 5 + row % 7}\n"
        for row in range(100_000)
    )
    path.write_text("day,city,width,price\n" + "".join(rows), encoding="utf-8")
    return path


def test_many_rows_are_given_up_in_the_middle_and_opened_the_next_time(robot, many_rows, monkeypatch):
    gate, read = threading.Event(), DataFile.table

    def read_haltingly(self, progress=None):
        def pass_on(share):
            progress(share)
            assert share < 0.3 or gate.wait(20)

        return read(self, pass_on)

    monkeypatch.setattr(DataFile, "table", read_haltingly)
    robot.drop_file(many_rows)
    robot.until(robot.window.reading.isVisible)
    robot.until(lambda: robot.window.reading.bar.value() >= 300)
    assert robot.window.reading.bar.value() < 1000
    robot.push("Cancel opening")
    gate.set()
    robot.press(".", times=3)
    assert robot.session.length == 3
    assert not robot.window.reading.isVisible()
    robot.drop_file(many_rows)
    robot.until(lambda: robot.dialog is not None)
    assert robot.sees("100,000 rows, 4 columns")
    assert robot.dialog.columns._items()[3].text(2) == "2,000"
    robot.pick("Rows held out", "20%")
    assert robot.sees("19,600 of 98,000 rows")
    robot.choose_columns("width", "price")
    assert robot.session.ground.cost.rows == 78_400
    assert 100 <= sum(len(dots.data) for dots in dots_of(robot)) <= 4000
    robot.pick("Gradient from", "mini-batch")
    robot.press(".", times=20)
    assert np.isfinite(robot.trail.theta).all()
    robot.until(lambda: robot.sees("on the 19,600 rows held out"))


def dots_of(robot):
    """Return all points on the fit plot."""
    return robot.window.fit.view.dots, robot.window.fit.view.held_out


def test_what_shows_the_progress_moves_nothing_else(robot):
    before = robot.window.mountain.geometry()
    robot.window.reading.show()
    QCoreApplication.processEvents()
    assert robot.window.mountain.geometry() == before
    assert robot.window.reading.width() > 150
    robot.window.reading.hide()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_dialog_fits_into_a_small_window(robot_at, shop, scale):
    robot = robot_at(size=(1280, 720))
    robot.window.look.set_text_scale(scale)
    dialog = asked(robot, shop)
    assert dialog.width() <= 1280
    assert dialog.height() <= 720
    names = [each.accessibleName() for each in dialog.findChildren(QComboBox) if each.isVisible()]
    assert all(names)
    robot.window.look.set_text_scale(1.0)
    robot.push("Cancel")


def test_of_very_many_rows_a_few_tell_the_cost_and_the_window_says_so(robot_at, tmp_path, monkeypatch):
    looked_at = []
    whole = LinearScores.hessian
    monkeypatch.setattr(LinearScores, "hessian", lambda cost, at: looked_at.append(cost.rows) or whole(cost, at))
    random = np.random.default_rng(8)
    x, z = random.normal(size=(2, 60_000)).round(3)
    path = tmp_path / "many.csv"
    path.write_text("x,z,passed\n" + "".join(f"{a},{b},{int(a > b)}\n" for a, b in zip(x, z, strict=True)))
    chosen = ("--x", "x,z", "--y", "passed", "--model", "logistic", "--batch-size", "32", "--validation", "0.1")
    robot = robot_at("--data", str(path), *chosen)
    assert robot.sees("The mountain is drawn by 20,000 of the 54,000 rows")
    assert robot.sees("How well rows are predicted is judged by 20,000 of them")
    looked_at.clear()
    robot.walk_some(5)
    robot.until(lambda: robot.sees("Cost ≈\u202f"))
    robot.until(lambda: looked_at)  # for the stability limit, as the window waits
    assert set(looked_at) == {20_000}
    robot.until(lambda: robot.sees("on rows learnt from ≈\u202f"))
    robot.until(lambda: robot.sees("Told right: ≈\u202f"))
    assert not robot.sees("· right: ≈")
    robot.pick("Gradient from", "all")
    robot.walk_some(2)
    robot.until(lambda: not robot.sees("Cost ≈"))
    assert robot.sees("on rows learnt from ≈\u202f")
