"""Nothing is cut off, nothing lies over anything else, at every size of text and window; and keys reach everything."""

import itertools

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSlider,
    QWidget,
)

from trekker.walk.scenario import Scenario

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QSlider, QLabel)


def visible_controls(window):
    """Return what a person uses or reads; not the parts that Qt builds its own widgets from."""
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, CONTROLS) and each.isVisible() and not inside_another(each)
    ]


def inside_another(widget):
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, CONTROLS) or (
            isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea)
        ):
            return True
        parent = parent.parentWidget()
    return False


def place_in(widget, ancestor):
    return QRect(widget.mapTo(ancestor, QPoint(0, 0)), widget.size())


def scrolled_by(widget):
    """Return the scroll area whose content holds the widget, or None."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.widget() is not None and parent.widget().isAncestorOf(widget):
            return parent
        parent = parent.parentWidget()
    return None


def name_of(widget):
    text = widget.text() if hasattr(widget, "text") else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text or widget.objectName()!r}"


@pytest.fixture(params=[(1280, 720), (1366, 768), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
def window_size(request):
    return request.param


@pytest.fixture(params=[1.0, 1.5, 2.0], ids=lambda scale: f"{scale:.0%}")
def text_scale(request):
    return request.param


@pytest.fixture
def laid_out(robot_at, window_size, text_scale):
    robot = robot_at(size=window_size)
    robot.window.set_text_scale(text_scale)
    robot.window.resize(*window_size)
    robot.press(".", times=2)
    robot.until(lambda: robot.sees("Cost "))
    QApplication.processEvents()
    return robot


def test_nothing_is_cut_off_or_covered_and_every_text_and_picture_has_room(laid_out, window_size):
    window = laid_out.window
    controls = visible_controls(window)
    assert len(controls) > 30
    faults = [
        *(fault for each in controls for fault in (*cut_off(each, window), *without_room(each))),
        *overlapping(controls),
        *squeezed_pictures(window),
    ]
    if (window.width(), window.height()) != window_size:
        faults.append(f"the window grew to {window.width()}×{window.height()}")
    assert not faults, "\n".join(faults)


def cut_off(widget, window):
    area = scrolled_by(widget)
    frame = area.widget() if area is not None else window
    if not frame.rect().contains(place_in(widget, frame)):
        yield f"{name_of(widget)} lies outside"
    if area is not None and place_in(widget, area.widget()).right() > area.viewport().width():
        yield f"{name_of(widget)} can't be scrolled into sight"
    if not widget.parentWidget().rect().contains(widget.geometry()):
        yield f"{name_of(widget)} is cut off by its parent"


def without_room(widget):
    if type(widget) is QLabel and widget.text():
        height = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        wide = widget.wordWrap() or widget.width() >= widget.sizeHint().width() or widget.minimumWidth() == 1
        if widget.height() < height or not wide:
            yield f"{name_of(widget)} has {widget.size()}, wants {widget.sizeHint()}, {height}"
    elif isinstance(widget, (QAbstractButton, QComboBox, QLineEdit)):
        least = widget.minimumSizeHint()
        if widget.width() < min(least.width(), widget.maximumWidth()) or widget.height() < least.height():
            yield f"{name_of(widget)} is squeezed to {widget.size()}"


def overlapping(controls):
    for one, other in itertools.combinations(controls, 2):
        if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry()):
            yield f"{name_of(one)} overlaps {name_of(other)}"


def squeezed_pictures(window):
    for plot in (window.cost.plot, window.fit.plot):
        if plot.height() < 100 or plot.width() < 150:
            yield f"{plot.accessibleName()} has only {plot.size()}"
    if abs(window.cost.height() - window.fit.height()) > 2:
        yield "the plots share their room unevenly"
    if window.mountain.scene.width() < 240 or window.mountain.scene.height() < 180:
        yield f"the mountain has only {window.mountain.scene.size()}"


def test_everything_that_takes_the_focus_has_a_name_to_be_read_out(robot):
    for rule in ("Gradient descent", "Adam", "RMSprop"):
        robot.pick_optimizer(rule)
        robot.pick("Gradient from", "mini-batch")
        robot.pick("Clip gradient", "by norm")
        nameless = [
            f"{type(each).__name__} {each.objectName()}"
            for each in robot.window.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus and not each.accessibleName()
        ]
        assert not nameless


def test_the_tab_key_reaches_every_control(robot):
    wanted = {
        each
        for each in robot.window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(each, (QAbstractButton, QComboBox, QLineEdit, QSlider))
    }
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
    robot.window.set_text_scale(scale)
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

    def faults():
        controls = visible_controls(robot.window)
        own = [fault for each in controls for fault in (*cut_off(each, robot.window), *without_room(each))]
        return [*own, *overlapping(controls)]

    robot.until(lambda: not faults())
    robot.press("W")
    QApplication.processEvents()
    assert robot.window.fit.isVisible()
    robot.press("J")
    robot.until(lambda: robot.session.person is not None)
    robot.press("Return")
    robot.press("Ctrl+J")
    robot.until(lambda: len(robot.session.descents) > 1 and table.isVisible())
    QApplication.processEvents()
    assert (robot.window.width(), robot.window.height()) == (1280, 720)
