"""Opening one's own table: by menu, by drag and drop, from the command line; and all that can be wrong with it."""

import numpy as np
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog

from trekker.gui import start
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
    assert robot.sees("Fit a line to stand.csv")
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
    assert robot.sees("3 rows")
    assert robot.sees("2 rows were left out for want of a number: line 3 (y), line 5 (x).")
    robot.choose_columns("x", "y")
    assert robot.session.ground.cost.rows == 3
    robot.until(lambda: robot.window.notice.isVisible())
    assert "2 rows were left out" in robot.window.notice.sentence.text()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"name,colour\nAda,red\nBob,blue\n", "no column of numbers"),
        (b"x,y\n1,2\n", "one row of numbers"),
        (b"x\n1\n2\n3\n", "one column of numbers"),
        (b"x,y\n1,\n,2\n3,\n,4\n", "fewer than two rows without a missing number"),
        (b"", "is empty"),
        (bytes(range(256)) * 40, "a binary file"),
        (b"\xff\xfe1\x00,\x002", "a damaged UTF-16 text"),
        (b"PK\x03\x04" + bytes(100), "an Excel workbook"),
        (b"x,y\n1,2\n3,4,5\n", "line 3: 3 cells where the first row has 2"),
    ],
    ids=["no numbers", "one row", "one column", "missing cells", "empty", "binary", "encoding", "excel", "ragged"],
)
def test_a_bad_table_gets_a_sentence_and_what_was_open_stays(robot_at, tmp_path, content, sentence):
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    refused(robot_at, path, sentence)


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
    assert robot.session.ground is ground
    assert robot.find("Mountain or data").currentText().strip() == "Himmelblau’s four valleys"


@pytest.mark.parametrize(("choice", "size"), [("all (batch)", None), ("one (stochastic)", 1), ("mini-batch of", 8)])
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
    robot.pick("Gradient from", "mini-batch of")
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
