"""Every kind of ground in the real window: from the gallery, typed, and measured; with the keyboard alone."""

import io
import time

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from trekker.ground import Bounds
from trekker.terrain.heightmap import read_heightmap
from trekker.walk import grounds
from trekker.walk.grounds import Elevation, NamedMountain, TypedFormula
from trekker.walk.verdict import Reason


@pytest.fixture
def hill(tmp_path):
    """A grey picture: a slope to the east with a hollow in it."""
    down, across = np.mgrid[0:60, 0:90]
    heights = 40 + 1.6 * across - 60 * np.exp(-((across - 30) ** 2 + (down - 30) ** 2) / 150)
    path = tmp_path / "hill.png"
    Image.fromarray(np.clip(heights, 0, 255).astype(np.uint8)).save(path)
    return path


@pytest.fixture
def choose_file(monkeypatch):
    """Let the file dialog of the desktop answer with a path."""
    return lambda path: monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def press_in_dialog(robot, *keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def tab_to(robot, widget):
    """Press Tab until a widget has the keys."""
    for _ in range(30):
        if QApplication.focusWidget() is widget:
            return
        press_in_dialog(robot, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def open_dialog(robot, key):
    robot.press(key)
    robot.until(lambda: robot.dialog is not None and robot.dialog.isActiveWindow())
    return robot.dialog


# The gallery ----------------------------------------------------------------------------------------------------


def test_a_mountain_is_found_in_the_gallery_by_a_word_and_opened_with_enter(robot):
    dialog = open_dialog(robot, "G")
    QTest.keyClicks(QApplication.focusWidget(), "banana")
    assert [offer.name for offer in dialog.shown] == ["rosenbrock"]
    assert robot.sees("Rosenbrock’s banana")
    press_in_dialog(robot, Qt.Key.Key_Return)
    robot.until(lambda: robot.session.ground.name == "rosenbrock" and robot.session.ready)
    assert robot.dialog is None


def test_the_arrow_keys_choose_another_mountain_while_one_searches(robot):
    dialog = open_dialog(robot, "G")
    QTest.keyClicks(QApplication.focusWidget(), "camel")
    first = dialog.offer
    press_in_dialog(robot, Qt.Key.Key_Down)
    press_in_dialog(robot, Qt.Key.Key_Up)
    assert dialog.offer == first
    press_in_dialog(robot, *[Qt.Key.Key_Backspace] * len("camel"))
    press_in_dialog(robot, Qt.Key.Key_Right)
    second = dialog.offer
    assert second != first
    press_in_dialog(robot, Qt.Key.Key_Return)
    robot.until(lambda: robot.session.ground.name == second.name)


def test_a_search_that_finds_nothing_says_so_and_opens_nothing(robot):
    dialog = open_dialog(robot, "G")
    QTest.keyClicks(QApplication.focusWidget(), "zugspitze")
    assert robot.sees("Nothing here is called that")
    press_in_dialog(robot, Qt.Key.Key_Return)
    assert robot.dialog is dialog
    press_in_dialog(robot, Qt.Key.Key_Escape)
    robot.until(lambda: robot.dialog is None)
    assert robot.session.ground.name == "himmelblau"


def test_every_picture_of_the_gallery_is_drawn_while_the_window_stays_alive(robot):
    dialog = open_dialog(robot, "G")
    thumbnails = robot.window.chooser._thumbnails
    robot.until(lambda: all(thumbnails.sketch(offer.choice) is not None for offer in dialog.shown))
    robot.until(lambda: dialog.details.formula.is_typeset)
    images = [thumbnails.sketch(offer.choice).image for offer in dialog.shown]
    assert len({bytes(image.constBits()) for image in images}) > 30, "too many mountains look the same"


def test_the_bundled_landscape_is_walked_down_in_metres(robot):
    open_dialog(robot, "G")
    QTest.keyClicks(QApplication.focusWidget(), "tennessee")
    press_in_dialog(robot, Qt.Key.Key_Return)
    robot.until(lambda: robot.session.ground.name == "jacksboro" and robot.session.ready)
    assert robot.session.scenario.ground == NamedMountain("jacksboro")
    assert robot.ground_picture._landscape.height_unit == "m"
    assert robot.window.cost.plot.getAxis("left").labelText == "height (m)"
    robot.walk_to_the_end()
    assert robot.trail.cost[-1] < robot.trail.cost[0] - 100


# A typed mountain -----------------------------------------------------------------------------------------------


def test_a_formula_is_typed_with_a_mistake_corrected_and_walked_down_to_a_verdict(robot):
    dialog = open_dialog(robot, "F")
    line = QApplication.focusWidget()
    QTest.keyClicks(line, "x^2 + 3z")
    assert robot.sees("“z” is not known here")
    assert dialog.field.problem.position == 7
    seven = line.fontMetrics().horizontalAdvance("x^2 + 3")
    assert dialog.field.mark_x == pytest.approx(seven + line.fontMetrics().averageCharWidth() / 2, abs=14)
    press_in_dialog(robot, Qt.Key.Key_Return)
    assert robot.dialog is dialog, "a formula with a mistake was opened"
    press_in_dialog(robot, Qt.Key.Key_Backspace)
    QTest.keyClicks(line, "y^2")
    assert not robot.sees("is not known here")
    press_in_dialog(robot, Qt.Key.Key_Return)
    robot.until(lambda: robot.dialog is None and robot.session.ready)
    choice = robot.session.scenario.ground
    assert isinstance(choice, TypedFormula)
    assert choice.text == "x^2 + 3y^2"
    assert robot.sees("z = x² + 3y²")
    robot.walk_to_the_end()
    assert robot.descent.verdict is not None
    assert robot.trail.cost[-1] < 0.01


def test_the_dialog_begins_with_the_formula_that_is_open_and_keeps_its_name_while_it_is_unchanged(robot):
    dialog = open_dialog(robot, "F")
    assert dialog.field.text() == "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"
    low = dialog.bounds.fields[0]
    tab_to(robot, low)
    QTest.keyClicks(low, "-4")
    press_in_dialog(robot, Qt.Key.Key_Return)
    robot.until(lambda: robot.dialog is None and robot.session.ready)
    assert robot.session.scenario.ground == NamedMountain("himmelblau", Bounds(-4, 5, -5, 5))
    assert len(robot.session.ground.minima) == 4


def test_a_formula_without_height_on_its_map_is_refused_in_the_dialog_and_nothing_is_lost(robot):
    dialog = open_dialog(robot, "F")
    ground = robot.session.ground
    QTest.keyClicks(QApplication.focusWidget(), "log(-1 - x^2 - y^2)")
    press_in_dialog(robot, Qt.Key.Key_Return)
    robot.until(lambda: robot.sees("has no value anywhere near the middle of this map"))
    assert robot.dialog is dialog
    assert robot.session.ground is ground
    assert robot.session.ready


def test_a_preview_follows_what_is_typed(robot):
    dialog = open_dialog(robot, "F")
    robot.until(lambda: not dialog.preview.pixmap().isNull())
    before = dialog.preview.pixmap().toImage()
    QTest.keyClicks(QApplication.focusWidget(), "sin x")
    robot.until(lambda: dialog.preview.pixmap().toImage() != before)


def test_the_derivatives_are_shown_on_demand(robot):
    dialog = open_dialog(robot, "F")
    QTest.keyClicks(QApplication.focusWidget(), "x^2 y")
    assert not dialog.derivatives.isVisible()
    tab_to(robot, dialog.show_derivatives)
    press_in_dialog(robot, Qt.Key.Key_Space)
    robot.until(lambda: [view.text() for view in dialog.derivatives.views] == ["2x·y", "x²", "2y", "2x", "0"])
    robot.until(lambda: dialog.derivatives.views[0].is_typeset)


def test_a_hole_in_the_ground_is_drawn_as_a_hole_and_falling_into_it_is_told(robot):
    open_dialog(robot, "F")
    QTest.keyClicks(QApplication.focusWidget(), "log(x) + y^2")
    press_in_dialog(robot, Qt.Key.Key_Return)
    robot.until(lambda: robot.dialog is None and robot.session.ready)
    landscape = robot.ground_picture._landscape
    assert np.isnan(landscape.costs[landscape.x < 0]).all()
    assert np.isfinite(landscape.costs[landscape.x > 0]).all()
    robot.walk_to_the_end()
    assert robot.trail.theta[-1, 0] <= 0
    assert robot.descent.verdict.reason is Reason.LEFT_THE_MAP
    robot.until(lambda: robot.sees("The trekker stepped where the ground is not defined: there is no cost here."))


# Its map --------------------------------------------------------------------------------------------------------


def test_the_map_of_any_terrain_can_be_changed(robot):
    dialog = open_dialog(robot, "M")
    high = dialog.fields.fields[1]
    tab_to(robot, high)
    QTest.keyClicks(high, "-9")
    assert robot.sees("θ₀ must run from a smaller number to a larger one.")
    press_in_dialog(robot, *[Qt.Key.Key_Backspace] * 2)
    QTest.keyClicks(high, "-1")
    press_in_dialog(robot, Qt.Key.Key_Return)
    robot.until(lambda: robot.dialog is None and robot.session.ready)
    assert robot.session.ground.bounds == Bounds(-5, -1, -5, 5)
    assert robot.session.ground.bounds.contains(robot.trail.theta[0]), "the start was left off the new map"


def test_measured_ground_is_stretched_in_the_same_dialog_by_keyboard(robot):
    robot.pick_mountain("Jacksboro")
    heights = np.ptp(robot.ground_picture._landscape.costs)
    dialog = open_dialog(robot, "M")
    field = robot.find("Vertical exaggeration")
    assert field.text() == "1"
    tab_to(robot, field)
    field.selectAll()
    QTest.keyClicks(field, "0")
    assert robot.sees("“Vertical exaggeration” must be a number from 0.1 to 50.")
    press_in_dialog(robot, Qt.Key.Key_Return)
    assert robot.dialog is dialog, "heights were stretched by 0"
    field.selectAll()
    QTest.keyClicks(field, "2.5")
    press_in_dialog(robot, Qt.Key.Key_Return)
    robot.until(lambda: robot.dialog is None and robot.session.ready)
    assert robot.session.scenario.ground == NamedMountain("jacksboro", exaggeration=2.5)
    assert np.ptp(robot.ground_picture._landscape.costs) == pytest.approx(2.5 * heights, rel=0.02)
    assert robot.window.cost.plot.getAxis("left").labelText == "height (m × 2.5)"
    assert robot.find("Mountain or data").currentText().strip() == "Jacksboro fault, Tennessee"
    open_dialog(robot, "M")
    assert robot.find("Vertical exaggeration").text() == "2.5"


def test_a_formula_has_no_vertical_exaggeration(robot):
    assert open_dialog(robot, "M").exaggeration is None


def test_the_map_of_data_is_not_for_changing(robot):
    robot.pick_mountain("Five points")
    assert not robot.window.commands["bounds"].isEnabled()


# A measured mountain --------------------------------------------------------------------------------------------


def test_a_picture_is_opened_as_a_mountain_and_walked_down(robot, hill, choose_file):
    choose_file(hill)
    robot.press("Ctrl+E")
    robot.until(lambda: robot.session.scenario.ground == Elevation(hill) and robot.session.ready)
    assert robot.sees("hill.png does not say how large its cells are")
    robot.walk_to_the_end()
    assert robot.trail.cost[-1] < robot.trail.cost[0]
    assert robot.sees("after")


HOLLOW = [[300 + 4 * abs(column - 12) + 5 * abs(row - 8) for column in range(25)] for row in range(20)]
ESRI_HEADER = "ncols 25\nnrows 20\nxllcorner 0\nyllcorner 0\ncellsize 30\nNODATA_value -9999\n"
GRIDS = [
    ("hollow.csv", lambda path: path.write_text("\n".join(",".join(map(str, row)) for row in HOLLOW))),
    ("hollow.asc", lambda path: path.write_text(ESRI_HEADER + "\n".join(" ".join(map(str, row)) for row in HOLLOW))),
    ("hollow.npy", lambda path: np.save(path, np.array(HOLLOW))),
    ("hollow.png", lambda path: Image.fromarray(np.array(HOLLOW, dtype=np.uint16) * 100).save(path)),
    ("hollow.tif", lambda path: Image.fromarray(np.array(HOLLOW, dtype=np.float32)).save(path)),
]


@pytest.mark.parametrize(("name", "save"), GRIDS, ids=[name for name, _ in GRIDS])
def test_a_grid_of_any_kind_is_opened_and_walked_down_to_a_verdict_by_keyboard(
    robot, tmp_path, choose_file, name, save
):
    path = tmp_path / name
    save(path)
    choose_file(path)
    robot.press("Ctrl+E")
    robot.until(lambda: robot.session.scenario.ground == Elevation(path) and robot.session.ready)
    assert robot.sees("hollow")
    assert robot.ground_picture._landscape.height_unit == "m"
    assert robot.sees("does not say how large its cells are") == (name != "hollow.asc")
    robot.walk_to_the_end()
    bounds = robot.session.ground.bounds
    lowest = np.array([12 / 24, 11 / 19]) * bounds.upper
    assert np.linalg.norm(robot.trail.theta[-1] - lowest) < 0.1 * bounds.diagonal
    assert robot.descent.verdict.reason in (Reason.LOCAL_MINIMUM, Reason.OSCILLATING)
    assert robot.sees(f"after {robot.trail.steps} steps")


BROKEN_FILES = [
    ("truncated.npz", lambda: archived(elevation=np.ones((30, 30)))[:400], "is broken or cut off"),
    ("truncated.npy", lambda: saved(np.ones((30, 30)))[:400], "is cut off"),
    ("pickled.npy", lambda: saved(np.array([[{}, 1], [2, 3]], dtype=object)), "a pickle"),
    ("ragged.csv", lambda: b"1,2,3\n4,5\n6,7,8\n", "line 2"),
    ("words.csv", lambda: b"It was\na dark and\nstormy night\n", "line 1, column 1: “It” is not a number"),
    ("words.txt", lambda: b"It was a dark and stormy night\n", "is not a kind of file that is read here"),
    ("words.asc", lambda: b"It was a dark and stormy night\n", "line 1: “It” must be followed by a number"),
    ("words.png", lambda: b"It was a dark and stormy night\n", "cannot be read as a picture"),
    ("empty.npy", lambda: b"", "is not an array of NumPy"),
    ("nothing.npy", lambda: saved(np.full((5, 5), np.nan)), "every cell is empty or NaN"),
]


def saved(array):
    file = io.BytesIO()
    np.save(file, array, allow_pickle=True)
    return file.getvalue()


def archived(**arrays):
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


@pytest.mark.parametrize(("name", "content", "says"), BROKEN_FILES, ids=[name for name, *_ in BROKEN_FILES])
def test_a_broken_elevation_file_gives_one_sentence_and_keeps_what_was_open(
    robot, tmp_path, choose_file, name, content, says
):
    path = tmp_path / name
    path.write_bytes(content())
    robot.walk_some(3)
    ground, trail = robot.session.ground, robot.trail.theta.copy()
    choose_file(path)
    robot.press("Ctrl+E")
    robot.until(lambda: robot.window.notice.isVisible())
    sentence = robot.window.notice.sentence.text()
    assert name in sentence
    assert says in sentence
    assert "\n" not in sentence
    assert robot.dialog is None
    assert robot.session.ground is ground
    assert np.array_equal(robot.trail.theta, trail)
    assert robot.find("Mountain or data").currentText().strip() == "Himmelblau’s four valleys"


def test_a_broken_file_that_is_dropped_is_refused_like_one_that_is_opened(robot, tmp_path):
    path = tmp_path / "broken.npz"
    path.write_bytes(b"PK\x03\x04 not really")
    ground = robot.session.ground
    robot.drop_file(path)
    robot.until(lambda: robot.window.notice.isVisible())
    assert "broken.npz is broken or cut off" in robot.window.notice.sentence.text()
    assert robot.session.ground is ground


def test_a_dropped_table_is_still_a_table(robot, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("a,b\n1,2\n2,4\n3,5\n", "utf-8")
    robot.drop_file(path)
    robot.until(lambda: robot.dialog is not None)
    assert robot.sees("Learn from table.csv")


@pytest.fixture
def slow_disk(monkeypatch):
    """Let every report of a reader of elevation take long, however fast the machine is."""

    def read_slowly(path, progress):
        def report(share):
            time.sleep(0.1)
            progress(share)

        return read_heightmap(path, report)

    monkeypatch.setattr(grounds, "read_heightmap", read_slowly)


def test_opening_a_large_grid_shows_progress_and_can_be_cancelled(robot, tmp_path, slow_disk):
    path = tmp_path / "large.asc"
    rows = " ".join(f"{value % 97}" for value in range(1500))
    path.write_text("ncols 1500\nnrows 1500\nxllcorner 0\nyllcorner 0\ncellsize 5\n" + (rows + "\n") * 1500, "utf-8")
    ground = robot.session.ground
    robot.drop_file(path)
    robot.until(lambda: robot.window.progress.isVisible() and robot.window.progress.bar.value() > 0)
    robot.push("Cancel opening")
    assert not robot.window.progress.isVisible()
    assert not robot.session.jobs.busy
    assert robot.session.ground is ground
    robot.walk_some(3)


def test_a_mountain_that_is_being_typed_stays_when_another_ground_arrives(robot, tmp_path, slow_disk):
    path = tmp_path / "hill.asc"
    path.write_text("ncols 3\nnrows 3\nxllcorner 0\nyllcorner 0\ncellsize 5\n1 2 1\n2 9 2\n1 2 1\n", "utf-8")
    before = robot.session.ground
    robot.drop_file(path)
    dialog = open_dialog(robot, "F")
    line = QApplication.focusWidget()
    QTest.keyClicks(line, "x^2+")
    robot.until(lambda: robot.session.ground is not before and robot.session.ready)
    assert robot.dialog is dialog
    assert line.text() == "x^2+"
    dialog.reject()


def test_rough_ground_is_drawn_on_a_finer_grid_than_smooth_ground(robot):
    robot.pick_mountain("Bowl")
    smooth = len(robot.ground_picture._landscape.x)
    robot.pick_mountain("Rastrigin")
    robot.until(lambda: len(robot.ground_picture._landscape.x) > smooth)
