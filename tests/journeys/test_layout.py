"""Nothing is cut off, nothing lies over anything else, at every size of text and window; and keys reach everything."""

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QSlider, QWidget

from tests.journeys.room import name_of, squeezed_pictures, visible_controls, want_of_room
from trekker.gui.party import outcome_of
from trekker.gui.plots.settings import PlotChoice
from trekker.gui.scene.axis_layout import layout
from trekker.gui.scene.camera import project
from trekker.gui.scene.overlay import Overlay
from trekker.gui.theme import THEMES
from trekker.walk.applications import applications
from trekker.walk.scenario import Scenario

DIALOGS = ("gallery", "formula", "bounds", "optimizer", "shortcuts")
SCALES = (1.0, 1.5, 2.0)


def dress(robot, size, scale):
    robot.window.look.set_text_scale(scale)
    robot.window.resize(*size)


def wants_of(robot, size, situation):
    """What is wrong with the room in the window, once it has come to rest."""
    window = robot.window

    def wants():
        grown = [] if (window.width(), window.height()) == size else [f"grew to {window.width()}×{window.height()}"]
        return [*want_of_room(window), *squeezed_pictures(window), *grown]

    for _ in range(40):
        QTest.qWait(10)
        if not wants():
            return []
    return [f"{situation}, text {window.look.text_scale:.0%}: {want}" for want in wants()]


def plain(robot):
    yield


def by_hand(robot):
    robot.command("hand")
    yield
    robot.command("hand")


def a_party_of_eight_and_its_race(robot):
    for _ in range(7):
        robot.command("add_trekker")
    robot.command("race_table")
    robot.session.advance(20)
    yield
    robot.command("race_table")
    for _ in range(7):
        robot.command("remove_trekker")


def a_step_explained(robot):
    robot.command("explain")
    yield
    robot.command("explain")


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_off_or_covered_and_every_text_and_picture_has_room(robot_at, size):
    robot = robot_at(size=size)
    robot.window.without_mountain.hide()
    robot.press(".", times=2)
    robot.until(lambda: robot.sees("Cost "))
    assert len(visible_controls(robot.window)) > 30
    wants = []
    for scale in SCALES:
        dress(robot, size, scale)
        for situation in (plain, by_hand, a_party_of_eight_and_its_race, a_step_explained):
            for _ in situation(robot):
                wants += wants_of(robot, size, situation.__name__)
    assert not wants, "\n".join(wants)


def every_place_of(column):
    """Show one place of the plots after the other, where they take turns."""
    if not column.takes_turns:
        yield "both"
        return
    for button in column.findChildren(QAbstractButton):
        if button.isVisible() and button.parentWidget().parentWidget() is column:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            yield button.text()


GROUNDS = ("stocks_aapl_trend", "digits_softmax", "reviews_en", "two_moons")


def pages_turned(view):
    """Turn the pages of a fit view, where it has some."""
    pages = getattr(view, "pages", None)
    for number in range(len(pages._pages) if pages is not None else 1):
        if pages is not None:
            pages.choose(number)
        yield number


def test_every_fit_tells_all_that_it_says_in_the_smallest_window_at_every_size_of_text(robot_at):
    robot, wants = robot_at(size=(1280, 720)), []
    window = robot.window
    window.without_mountain.hide()
    for scale in (1.0, 2.0):
        dress(robot, (1280, 720), scale)
        for name in GROUNDS:
            window.open(applications()[name].scenario())
            robot.until(lambda name=name: robot.session.ready and robot.session.ground.name == name)
            robot.press(".")
            for place in every_place_of(window._plots):
                wants += wants_of(robot, (1280, 720), f"{name}, {place}")
            window._plots.reveal(window.fit)
            for page in pages_turned(window.fit.view):
                QTest.qWait(20)
                wants += [f"{name}, page {page}, text {scale:.0%}: {want}" for want in want_of_room(window.fit)]
    assert not wants, "\n".join(wants)


def test_large_letters_leave_the_place_on_the_timeline_whole(robot):
    robot.window.look.set_text_scale(2.0)
    position = robot.window.timeline.position
    robot.until(lambda: position.width() >= position.fontMetrics().horizontalAdvance("step 12345 / 12345"))


def test_every_theme_leaves_everything_its_room(robot_at):
    robot = robot_at(size=(1280, 720))
    robot.window.without_mountain.hide()
    wants = []
    for theme in THEMES:
        robot.window.look.set_theme(theme)
        dress(robot, (1280, 720), 1.5)
        wants += wants_of(robot, (1280, 720), theme.name)
    assert not wants, "\n".join(wants)


def test_every_dialog_fits_into_the_smallest_window_at_every_size_of_text_and_all_in_it_has_room_and_a_name(
    robot_at, tmp_path
):
    robot = robot_at(size=(1280, 720))
    table = tmp_path / "sold.csv"
    table.write_text("price,sold\n" + "\n".join(f"{row},{30 - 3 * row}" for row in range(9)) + "\n", encoding="utf-8")
    openers = {name: lambda name=name: robot.command(name) for name in DIALOGS}
    openers["table"] = lambda: robot.drop_file(table)
    wants = []
    for scale in SCALES:
        dress(robot, (1280, 720), scale)
        for name, opens in openers.items():
            opens()
            robot.until(lambda: robot.dialog is not None)
            wants += [f"{name}, text {scale:.0%}: {want}" for want in wants_of_dialog(robot)]
            robot.dialog.reject()
            robot.until(lambda: robot.dialog is None)
    assert not wants, "\n".join(wants)


def test_the_window_of_what_is_plotted_has_room_for_all_that_can_be_chosen_at_every_size_of_text(robot_at):
    robot = robot_at(size=(1280, 720))
    robot.until(lambda: robot.session.ready)
    settings, wants = robot.window.cost._settings, []
    robot.window.cost.choose(PlotChoice(second="slope", smoothing=0.99))
    for scale in SCALES:
        dress(robot, (1280, 720), scale)
        QTest.qWait(30)
        robot.press("Ctrl+P")
        robot.until(settings.isVisible)
        QTest.qWait(30)
        found = [*want_of_room(settings), *(f"{each} has no name" for each in nameless(settings))]
        for picker in settings.findChildren(QComboBox):
            texts = [picker.itemText(row) for row in range(picker.count())]
            longest = max(map(picker.fontMetrics().horizontalAdvance, texts))
            if picker.width() < longest + 20:
                found.append(f"{name_of(picker)} is too narrow for its entries")
        if not settings.screen().availableGeometry().contains(settings.frameGeometry()):
            found.append(f"it lies at {settings.frameGeometry()}")
        if settings.width() > 1280 or settings.height() > 720:
            found.append(f"it is {settings.size()}")
        wants += [f"text {scale:.0%}: {each}" for each in found]
        QTest.keyClick(settings, Qt.Key.Key_Escape)
        assert not settings.isVisible()
    assert not wants, "\n".join(wants)


def wants_of_dialog(robot):
    for _ in range(40):
        QTest.qWait(10)
        dialog = robot.dialog
        wants = [*want_of_room(dialog), *(f"{each} has no name" for each in nameless(dialog))]
        if dialog.width() > 1280 or dialog.height() > 720:
            wants.append(f"it is {dialog.width()}×{dialog.height()}")
        if not wants:
            break
    return wants


def nameless(window):
    """What takes the focus and cannot be read out."""
    return [
        f"{type(each).__name__} {each.objectName()}"
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and each.text())
        and not each.objectName().startswith("qt_")
    ]


def test_everything_that_takes_the_focus_has_a_name_to_be_read_out(robot):
    for rule in ("Gradient descent", "Adam", "RMSprop"):
        robot.pick_optimizer(rule)
        robot.pick("Gradient from", "mini-batch")
        robot.pick("Clip gradient", "by norm")
        assert not nameless(robot.window)


def controls_of(window):
    return {
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(each, (QAbstractButton, QComboBox, QLineEdit, QSlider))
    }


def test_the_tab_key_reaches_every_control(robot):
    wanted = controls_of(robot.window)
    assert len(wanted) > 12
    reached = set()
    for _ in range(3 * len(wanted)):
        QTest.keyClick(QApplication.focusWidget() or robot.window, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert not {name_of(each) for each in wanted - reached}


def tab_to(robot, name):
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget() or robot.window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName() == name:
            return focus
    raise AssertionError(f"the tab key never reaches {name}")


def test_from_start_to_verdict_with_keys_alone(robot):
    picker = tab_to(robot, "Mountain or data")
    ground = robot.session.ground
    QTest.keyClick(picker, Qt.Key.Key_Down)
    robot.until(lambda: robot.session.ground is not ground and robot.session.ready)
    rate = tab_to(robot, "Learning rate")
    before = float(rate.text())
    QTest.keyClick(rate, Qt.Key.Key_Up)
    assert float(rate.text()) > before
    start = tab_to(robot, "Start")
    QTest.keyClick(start, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(start, "1.5, 1.5")
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert robot.trail.theta[0].tolist() == [1.5, 1.5]
    speed = tab_to(robot, "Speed")
    QTest.keyClick(speed, Qt.Key.Key_End)
    assert robot.window.player.speed == 1000
    robot.press("Space")
    robot.until(lambda: robot.session.ended)
    robot.until(lambda: robot.window.mountain.verdict.isVisible())
    timeline = tab_to(robot, "Timeline")
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert robot.session.cursor == 0


def test_from_the_start_to_the_comparison_of_two_with_keys_alone(robot):
    robot.press("Ctrl+T")
    assert len(robot.session.descents) == 2
    QTest.keyClick(tab_to(robot, "Speed"), Qt.Key.Key_End)
    robot.press("Space")
    robot.until(lambda: robot.session.ended)
    robot.press("W")
    table = tab_to(robot, "Standings")
    ranked = [each.index for each in robot.window.race.model.table]
    assert sorted(ranked) == [0, 1]
    for key, row in ((Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0)):
        modifier = Qt.KeyboardModifier.ControlModifier if key is Qt.Key.Key_Home else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(table, key, modifier)
        assert robot.session.selected == ranked[row]
    assert robot.window.race.sentence.text() == outcome_of(robot.session, robot.window.race.model.table)
    assert "Gradient descent" in robot.window.race.sentence.text()


def test_enter_turns_on_what_can_be_ticked(robot):
    robot.pick_optimizer("Adam")
    box = tab_to(robot, "Bias correction")
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not box.isChecked()
    assert robot.session.scenario.trekkers[0].optimizer.bias_correction is False


def test_enter_pushes_the_button_that_has_the_focus(robot):
    tab_to(robot, "Blindfold")
    robot.press("Return")
    assert not robot.window.sight.sees_the_mountain


class Widths(QObject):
    """Notes every width that a visible widget has."""

    def __init__(self, widget):
        super().__init__(widget)
        self.seen = set()
        widget.installEventFilter(self)

    def eventFilter(self, widget, event):
        if widget.isVisible():
            self.seen.add(widget.width())
        return False


def test_the_columns_keep_their_width_from_the_first_picture_on(application, robot_before):
    from trekker.gui.main_window import MainWindow

    window = MainWindow()
    widths = Widths(window.mountain)
    window.resize(1366, 768)
    window.open(Scenario(), suit=True)
    window.show()
    robot = robot_before(window)
    robot.until(lambda: robot.session.ready and window._has_icons)
    robot.settled_pixels()
    assert len(widths.seen) == 1


def pages_of(table):
    """Turn all pages of a table by keys, and return which columns each shows, and how wide they are together."""
    pages = []
    for _ in range(table.pages):
        shown = [column for column in range(table.model().columnCount()) if not table.isColumnHidden(column)]
        pages.append((shown, sum(table.columnWidth(column) for column in shown)))
        QTest.keyClick(table, Qt.Key.Key_Right)
    return pages


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_the_race_and_the_comparison_ask_for_no_more_than_the_screen_and_every_column_can_be_seen(robot_at, scale):
    robot = robot_at(size=(1280, 720))
    robot.window.look.set_text_scale(scale)
    robot.window.resize(1280, 720)
    robot.press("Ctrl+T", times=7)
    robot.press(".", times=3)
    robot.press("W")
    table = robot.find("Standings")
    robot.until(lambda: table.model().rowCount() == 8)
    QApplication.processEvents()
    assert (robot.window.width(), robot.window.height()) == (1280, 720)
    pages = pages_of(table)
    assert table.page == 0
    told = {column for column in range(table.model().columnCount()) if table.model().is_told(column)}
    assert {column for shown, _ in pages for column in shown} == told
    assert all(width <= table.viewport().width() and shown[:2] == [0, 1] and len(shown) > 2 for shown, width in pages)

    robot.until(lambda: not want_of_room(robot.window))
    position = robot.window.timeline.position
    assert position.fontMetrics().horizontalAdvance(position.text()) <= position.width()
    robot.press("W")
    QApplication.processEvents()
    assert robot.window.cost.isVisible() or robot.window.fit.isVisible()
    robot.press("J")
    robot.until(lambda: robot.session.person is not None)
    robot.press("Return")
    robot.press("Ctrl+J")
    robot.until(lambda: len(robot.session.descents) > 1 and table.isVisible())
    QApplication.processEvents()
    assert (robot.window.width(), robot.window.height()) == (1280, 720)


def test_nothing_wants_more_room_because_it_has_the_focus(robot):
    robot.command("race_table")
    wants = {}
    for control in controls_of(robot.window):
        robot.window.setFocus()
        before = control.sizeHint()
        control.setFocus()
        if control.sizeHint() != before:
            wants[name_of(control)] = (before, control.sizeHint())
    assert not wants


def test_plots_that_would_be_too_low_to_be_read_take_turns_and_come_forward_when_they_are_asked_for(robot_at):
    robot = robot_at(size=(1280, 720))
    window = robot.window
    window.without_mountain.hide()
    assert window.cost.isVisible()
    assert window.fit.isVisible()
    assert window.rule.isVisible()
    robot.window.look.set_text_scale(2.0)
    robot.until(lambda: window._plots.takes_turns)
    assert [each.isVisible() for each in (window.cost, window.fit, window.rule)] == [True, False, False]
    robot.until(lambda: window.mountain.height() > 500)
    robot.push("Rule")
    assert [each.isVisible() for each in (window.cost, window.fit, window.rule)] == [False, False, True]
    robot.press("X")
    assert window.step_card.isVisible()
    robot.press("X")
    assert window.fit.isVisible()
    robot.push("Cost")
    robot.press("Shift+F")
    assert window.fit.isVisible()
    assert window.cost.isVisible()
    assert window.fit.geometry().left() == window.mountain.geometry().left()
    assert window.fit.geometry().right() == window._plots.geometry().right()
    robot.press("Escape")
    assert window.fit.isVisible()
    robot.window.look.set_text_scale(1.0)
    robot.until(lambda: not window._plots.takes_turns)
    assert all(each.isVisible() for each in (window.cost, window.fit, window.rule))
    assert window.rule.y() == 0


@pytest.mark.parametrize("scale", SCALES)
def test_what_lies_over_the_mountain_covers_neither_its_ground_nor_the_words_of_its_axes(robot_at, scale):
    robot = robot_at("--sample", "two_moons", "--steps", "3", size=(1280, 720))
    if not robot.window.mountain.can_show_mountain:
        pytest.skip("there is no mountain")
    mountain, scene = robot.window.mountain, robot.scene
    dress(robot, (1280, 720), scale)
    robot.walk_to_the_end()
    for overlay in Overlay:
        mountain.overlays.show(mountain.overlays.on | {overlay})
    legend = mountain.overlays.legend
    robot.until(lambda: mountain.verdict.isVisible() and legend.rows)
    QTest.qWait(300)
    size, line = scene.picture_size(), float(QFontMetrics(scene.axes_font).height())
    top = robot.window.plane.geometry().bottom()
    assert legend.isVisible() or scale == 2.0
    low = min(each.y() for each in (legend, mountain.verdict) if each.isVisible())
    ground = project(scene.outline(), scene.camera, size)[:, 1] + scene.y()
    assert top <= ground.min()
    assert ground.max() <= low
    for each in layout(scene.landscape, scene.camera, size, line, "height: cost", top=mountain._taken_above).labels:
        assert top <= scene.y() + each.y - 0.4 * line * (1 + each.text.count("\n")), each
        assert scene.y() + each.y + 0.4 * line * (1 + each.text.count("\n")) <= low, each


def seen_of_the_mountain(robot):
    """Where the ground is drawn and where the head of the one looked at is, in pixels of the scene."""
    scene = robot.scene
    ground = project(scene.outline(), scene.camera, scene.picture_size())[:, :2]
    stance = scene._hikers.looked_at
    head = np.add(stance.feet, (0.0, 0.0, scene._hikers._tallness(stance)))
    ends = project(np.stack((stance.feet, head)), scene.camera, scene.picture_size())[:, 1]
    return ground.min(0), ground.max(0), float(ends[1]), float(ends[0] - ends[1])


def wants_of_the_mountain(robot):
    """What is wrong with the room that the mountain has in its picture."""
    low, high, top, tall = seen_of_the_mountain(robot)
    verdict = robot.window.mountain.verdict
    if high[0] - low[0] < 75 or high[1] - low[1] < 55:
        yield f"it is only {high - low} large"
    if top < 0:
        yield "the trekker's head is cut off"
    if tall > 0.5 * (high[1] - low[1]):
        yield f"the trekker is {tall:.0f} high, and all the ground {high[1] - low[1]:.0f}"
    if verdict.isVisible() and verdict.y() < robot.scene.y() + high[1]:
        yield "the verdict covers it"


def the_race_of_eight(robot):
    robot.press("Ctrl+T", times=7)
    robot.press("W")
    robot.walk_to_the_end()


def a_person_walking(robot):
    robot.press("J")
    robot.until(lambda: robot.session.person is not None)


@pytest.mark.parametrize("situation", [the_race_of_eight, a_person_walking])
def test_the_mountain_can_be_seen_whatever_the_size_of_text_and_window_and_whatever_is_below_it(robot_at, situation):
    robot = robot_at(size=(1366, 768))
    if not robot.window.mountain.can_show_mountain:
        pytest.skip("there is no mountain")
    situation(robot)
    wants = []
    for size, scale in (((1024, 600), 1.0), ((1280, 720), 1.25), ((1366, 768), 1.5), ((1280, 720), 2.0)):
        dress(robot, size, scale)
        robot.until(lambda: not robot.scene.gliding)
        QTest.qWait(100)
        wants += [f"{size}, text {scale:.0%}: {want}" for want in wants_of_the_mountain(robot)]
    assert not wants, "\n".join(wants)


@pytest.mark.parametrize("name", ["reviews_en", "digits_convolutional"])
def test_the_pages_of_a_large_fit_take_all_of_its_height(robot_at, name):
    robot = robot_at("--sample", name)
    robot.press("Shift+F")
    pages = robot.window.fit.view.pages
    robot.until(lambda: robot.window.fit_is_large and all(each.isVisible() for each in pages._pages))
    QTest.qWait(50)
    lowest = max(each.geometry().bottom() for each in pages._pages)
    assert pages.height() - lowest < 10
    heights = [each.height() for each in pages._pages]
    assert max(heights) - min(heights) < 10 or name != "reviews_en"
    rows = {each.y() for each in pages._pages}
    assert sum(heights) / len(heights) > 0.8 * pages.height() / len(rows)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("overlays", [{Overlay.GRADIENT, Overlay.CIRCLE}, set(Overlay)], ids=["two", "all"])
def test_the_legend_covers_no_word_of_the_axes(robot_at, size, overlays):
    robot = robot_at(size=size)
    if not robot.window.mountain.can_show_mountain:
        pytest.skip("there is no mountain")
    robot.press(".", times=3)
    mountain, scene = robot.window.mountain, robot.scene
    mountain.overlays.show(mountain.overlays.on | overlays)
    robot.until(lambda: mountain.overlays.legend.isVisible() and not scene.gliding)
    QTest.qWait(300)
    line = float(QFontMetrics(scene.axes_font).height())
    labels = layout(scene.landscape, scene.camera, scene.picture_size(), line, "height: cost").labels
    for each in labels:
        assert scene.y() + each.y + 0.4 * line <= mountain.overlays.legend.y(), each
