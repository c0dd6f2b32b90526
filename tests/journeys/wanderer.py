"""A person who does anything, in any order, from a seed; a failure tells what they did last.

``Wanderer(window, seed, folder)`` has one function for each thing that can be done; ``wander(actions)`` draws them by
weight, and holds the window after each against ``consistency``.
"""

from __future__ import annotations

import random
import re
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
)

from tests.journeys.consistency import Faults, disagreements, is_busy, leftovers
from tests.journeys.things_dropped import make_things

SETTLE_EVERY = 250
"""Actions between two looks at what must be so once nothing is under way any more."""
_TOLD = 20
_SEEN = 0.15  # of the actions: after them the window draws and its clocks tick
_PATIENCE_MS, _REST_MS = 60_000, 2_000  # as long as jobs are under way, and after them
_GIVE_UP_MS = 5_000  # a mountain of a large network is drawn finer and finer for a minute: it is fine enough then
_LOOK_AGAIN_MS = 30
_PLAIN = Qt.KeyboardModifier.NoModifier
_MODIFIERS = (_PLAIN, _PLAIN, _PLAIN, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
_LEFT, _NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
_BUTTONS = (_LEFT, _LEFT, _LEFT, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
_KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}")
    for name in (
        *("Left", "Right", "Up", "Down", "Home", "End", "PageUp", "PageDown", "Tab", "Backtab", "Escape", "Return"),
        *("Enter", "Delete", "Backspace", "Space", "Plus", "Minus", "Equal", "0", "1", "7", "A", "K", "Z", "F2"),
    )
)
_TEXTS = (
    *("0.1", "1e-3", "-1", "abc", "", "1e308", "nan", "inf", "0", "3, 4", "−0.5; 2", "(1.5, 1.5)", "1e-320", "5", "2"),
    *(
        "x**2 + y**2",
        "sin(x) * exp(-y)",
        "1/(x-y)",
        "x^",
        "((((",
        "99999999999",
        "norm",
        "ｘ＾２＋ｙ",
        "Ida",
        "300, 300",
    ),
)
_PASTED = ("", "a\tb\n1\t2\n2\t3\n3\t5\n", "x;y\n1,5;2\n2,5;3\n3,5;4\n", "no table", "a,b\n1\n", "\0\1", "1\n2\n")
_NEVER = frozenset({"quit"})
_RARE = frozenset(
    {"full_screen", "larger", "smaller", "normal_size", "theme_light", "theme_dark", "theme_high contrast"}
)


class Wanderer:
    """Sits before one window and does anything."""

    def __init__(self, window: Any, seed: int, folder: Path, told: Callable[[str], None] | None = None) -> None:
        self.window, self.luck = window, random.Random(seed)  # noqa: S311 - no secret
        self.files = make_things(folder)
        self.done = 0
        self._under_way = 0  # deeds of the mouse
        self.done_last: deque[str] = deque(maxlen=_TOLD)
        self.faults = Faults()
        self._seed, self._told, self._known = seed, told, set[str]()
        self._deeds = tuple(weight for weight, _ in DEEDS), tuple(deed for _, deed in DEEDS)

    def wander(self, actions: int) -> None:
        """Do so many things; raise AssertionError, with what was done last, where anything is wrong then."""
        chooser = QFileDialog.getOpenFileName
        QFileDialog.getOpenFileName = lambda *_: (self.luck.choice(["", *map(str, self.files)]), "")  # type: ignore[method-assign]
        try:
            with self.faults:
                for _ in range(actions):
                    self.act()
                self.settle()
        finally:
            QFileDialog.getOpenFileName = chooser  # type: ignore[method-assign]

    def act(self) -> None:
        """Do one thing, and see whether all is well."""
        (deed,) = self.luck.choices(self._deeds[1], self._deeds[0])
        self._expect_menus()
        self.done += 1
        self.done_last.append(f"{self.done}: {deed.__name__}")
        what = deed(self)
        if what:
            self.done_last[-1] += f" ({what})"
        self._answer_menus()
        if self.luck.random() < _SEEN:
            QCoreApplication.processEvents()
        self._check(disagreements(self.window))
        if self.done % SETTLE_EVERY == 0:
            self.settle()

    def settle(self) -> None:
        """Close what is open, pause, wait until nothing is under way; then everything must agree."""
        self.done_last.append("settle")
        self.window.player.pause()
        self.window.session.halt()
        clock, has_given_up = QElapsedTimer(), False
        clock.start()
        while wrong := leftovers(self.window):
            if clock.elapsed() > _GIVE_UP_MS and not has_given_up:
                has_given_up = True
                self.window.mountain.close_jobs()
                clock.restart()
            elif clock.elapsed() > (_PATIENCE_MS if is_busy(self.window) else _REST_MS):
                break
            self._close_dialogs()
            QTest.qWait(5)
        self._check(wrong)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _close_dialogs(self) -> None:
        """Close what is open, and what opens only now that it has been read."""
        while self.dialog is not None:
            self.dialog.reject()
            QCoreApplication.processEvents()

    def _check(self, wrong: list[str]) -> None:
        """Raise what is wrong; where it is only to be ``told``, tell what has not been told yet, and go on."""
        wrong = [each for each in (*self.faults.seen, *wrong) if without_numbers(each) not in self._known]
        self.faults.seen.clear()
        if not wrong:
            return
        report = "\n".join((*wrong, f"seed {self._seed}, after", *self.done_last))
        if self._told is None:
            raise AssertionError(report)
        self._known |= {without_numbers(each) for each in wrong}
        self._told(report)

    # Where one is -----------------------------------------------------------------------------------------------

    @property
    def dialog(self) -> QDialog | None:
        """The dialog that is open now."""
        widget = QApplication.activeModalWidget()
        return widget if isinstance(widget, QDialog) else None

    @property
    def in_reach(self) -> QWidget:
        """The only window that takes keys and clicks now."""
        front: QWidget = self.dialog or self.window
        return front

    def one_of(self, *kinds: type[QWidget]) -> Any:
        """Return a visible widget of these kinds that can be used now; None where there is none."""
        found = [
            each
            for kind in kinds
            for each in self.in_reach.findChildren(kind)
            if each.isVisible() and each.isEnabled() and each.window() is self.in_reach
        ]
        return self.luck.choice(found) if found else None

    def command(self, name: str) -> str:
        """Choose a command, as from a menu, where it can be used now."""
        action = self.window.commands[name]
        if self.dialog is None and action.isEnabled():
            action.trigger()
            return name
        return f"{name} cannot be used"

    def press(self, key: Qt.Key, modifiers: Any = _PLAIN) -> None:
        """Press a key wherever the focus is."""
        focus = QApplication.focusWidget()
        front = self.in_reach
        target = focus if focus is not None and front.isAncestorOf(focus) else front
        QTest.keyClick(target, key, modifiers)

    def somewhere(self) -> tuple[QWidget, QPoint]:
        """Return a place in the window, and the widget that is there."""
        front = self.in_reach
        place = QPoint(self.luck.randrange(max(front.width(), 1)), self.luck.randrange(max(front.height(), 1)))
        widget = front.childAt(place) or front
        return widget, widget.mapFrom(front, place)

    def mouse(self, kind: QEvent.Type, widget: QWidget, place: QPoint, button: Any, held: Any, keys: Any) -> None:
        """Send what a mouse does to a widget."""
        self._expect_menus()
        where = QPointF(widget.mapToGlobal(place))
        self._under_way += 1
        try:
            QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(place), where, button, held, keys))
        finally:
            self._under_way -= 1

    def _expect_menus(self) -> None:
        """Answer soon: a menu that waits for its answer does so inside of the deed that opened it."""
        QTimer.singleShot(0, self._answer_menus)

    def _answer_menus(self) -> None:
        """Choose something from the menu that is open, or none of it; let go of a text that is dragged."""
        if self._under_way:  # which waits for an answer, and goes on waiting
            QTimer.singleShot(_LOOK_AGAIN_MS, self._answer_menus)
            if QApplication.activePopupWidget() is None:
                QDrag.cancel()
        for _ in range(6):
            popup = QApplication.activePopupWidget()
            if popup is None:
                return
            if isinstance(popup, QMenu):
                self._answer_menu(popup)
            popup.close()

    def _answer_menu(self, menu: QMenu) -> None:
        able = [each for each in _all_actions(menu) if each.isEnabled() and each.objectName() not in _NEVER | _RARE]
        if able and self.luck.random() < 0.5:
            action = self.luck.choice(able)
            menu.close()
            self.done_last[-1] += f" [menu: {action.text()}]"
            action.trigger()


def without_numbers(text: str) -> str:
    """Return a text without its numbers and what is quoted in it, so that the same fault is known again."""
    return re.sub(r"\d+|'.*'|\".*\"", "", text)


def _all_actions(menu: QMenu) -> list[QAction]:
    actions = []
    for each in menu.actions():
        actions += _all_actions(each.menu()) if isinstance(each.menu(), QMenu) else [each]
    return [each for each in actions if not each.isSeparator()]


# What can be done -----------------------------------------------------------------------------------------------------

Deed = Callable[[Wanderer], str | None]


def press_a_shortcut(wanderer: Wanderer) -> str:
    usual = [each for each in wanderer.window.commands.all if each.shortcut and each.name not in _NEVER | _RARE]
    command = wanderer.luck.choice(usual)
    keys = wanderer.luck.choice(wanderer.window.commands[command.name].shortcuts())[0]
    wanderer.press(keys.key(), keys.keyboardModifiers())
    return command.name


def choose_a_command(wanderer: Wanderer) -> str:
    usual = [each.name for each in wanderer.window.commands.all if each.name not in _NEVER | _RARE]
    return wanderer.command(wanderer.luck.choice(usual))


def dress_otherwise(wanderer: Wanderer) -> str:
    return wanderer.command(wanderer.luck.choice(sorted(_RARE)))


def press_any_key(wanderer: Wanderer) -> str:
    key = wanderer.luck.choice(_KEYS)
    wanderer.press(key, wanderer.luck.choice(_MODIFIERS))
    return str(key.name)


def walk_or_step(wanderer: Wanderer) -> str:
    ways = ("walk", "step", "step_back", "reset", "walk_backwards", "loop", "faster", "slower", "next_event")
    return wanderer.command(wanderer.luck.choice(ways))


def run_ahead(wanderer: Wanderer) -> str:
    steps = wanderer.luck.choice((7, 60, 400))
    wanderer.window.session.advance(steps)
    return f"{steps} steps"


def change_the_party(wanderer: Wanderer) -> str:
    ways = ("add_trekker", "duplicate_trekker", "remove_trekker", "hide_trekker", "next_trekker", "previous_trekker")
    return wanderer.command(wanderer.luck.choice((*ways, "race_table", "random_start")))


def go_by_hand(wanderer: Wanderer) -> str:
    if not wanderer.window.hand.active:
        return wanderer.command("hand")
    return wanderer.command(wanderer.luck.choice(("hand_step", "hand_step", "hand_compare", "hand_again", "hand")))


def click_anywhere(wanderer: Wanderer) -> str:
    widget, place = wanderer.somewhere()
    button, keys = wanderer.luck.choice(_BUTTONS), wanderer.luck.choice(_MODIFIERS)
    kinds = [QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
    if wanderer.luck.random() < 0.1:
        kinds += [QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease]
    for kind in kinds:
        wanderer.mouse(
            kind, widget, place, button, _NO_BUTTON if kind is QEvent.Type.MouseButtonRelease else button, keys
        )
    if button is Qt.MouseButton.RightButton:
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))
    return f"{button.name} on {name_of(widget)}"


def drag_anywhere(wanderer: Wanderer) -> str:
    widget, place = wanderer.somewhere()
    wanderer.mouse(QEvent.Type.MouseButtonPress, widget, place, _LEFT, _LEFT, _PLAIN)
    for _ in range(wanderer.luck.randrange(1, 5)):
        place = QPoint(*(wanderer.luck.randrange(-30, side + 30) for side in (widget.width(), widget.height())))
        wanderer.mouse(QEvent.Type.MouseMove, widget, place, _NO_BUTTON, _LEFT, _PLAIN)
    wanderer.mouse(QEvent.Type.MouseButtonRelease, widget, place, _LEFT, _NO_BUTTON, _PLAIN)
    return name_of(widget)


def point_anywhere(wanderer: Wanderer) -> str:
    widget, place = wanderer.somewhere()
    wanderer.mouse(QEvent.Type.MouseMove, widget, place, _NO_BUTTON, _NO_BUTTON, _PLAIN)
    return name_of(widget)


def turn_the_wheel(wanderer: Wanderer) -> str:
    widget, place = wanderer.somewhere()
    turned = QPoint(0, wanderer.luck.choice((-360, -120, 120, 240)))
    where = QPointF(widget.mapToGlobal(place))
    phase = Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(QPointF(place), where, QPoint(), turned, _NO_BUTTON, _PLAIN, phase, False)
    QApplication.sendEvent(widget, wheel)
    return name_of(widget)


def scrub(wanderer: Wanderer) -> str:
    slider = wanderer.window.timeline.slider
    if wanderer.dialog is not None:
        return "not while a dialog is open"
    place = wanderer.luck.randint(0, slider.maximum())
    slider.setSliderPosition(place)
    slider.triggerAction(slider.SliderAction.SliderMove)
    return str(place)


def write_in_a_field(wanderer: Wanderer) -> str:
    field, text = wanderer.one_of(QLineEdit), wanderer.luck.choice(_TEXTS)
    if field is None or field.isReadOnly():
        return "none is there"
    said = f"{text!r} in {name_of(field)}"
    field.setFocus()
    field.selectAll()
    field.insert(text)
    if wanderer.luck.random() < 0.8:
        wanderer.press(Qt.Key.Key_Return)
        QCoreApplication.sendPostedEvents()  # a list takes a written name only then, as it does before any other input
    return said


def choose_in_a_picker(wanderer: Wanderer) -> str:
    return _choose(wanderer, wanderer.one_of(QComboBox))


def choose_another_ground(wanderer: Wanderer) -> str:
    return "not now" if wanderer.dialog is not None else _choose(wanderer, wanderer.window.ground.picker)


def choose_another_rule(wanderer: Wanderer) -> str:
    return "not now" if wanderer.dialog is not None else _choose(wanderer, wanderer.window.trekker.rule)


def _choose(wanderer: Wanderer, picker: QComboBox | None) -> str:
    able = Qt.ItemFlag.ItemIsEnabled
    rows = [row for row in range(picker.count()) if picker.model().index(row, 0).flags() & able] if picker else []
    if picker is None or not rows or not picker.isEnabled():
        return "none is there"
    row = wanderer.luck.choice(rows)
    picker.setCurrentIndex(row)
    told = f"{picker.itemText(row).strip()} in {name_of(picker)}"
    picker.activated.emit(row)
    return told


def choose_a_row(wanderer: Wanderer) -> str:
    view = wanderer.one_of(QAbstractItemView)
    if view is None or not view.model() or not view.model().rowCount(view.rootIndex()):
        return "none is there"
    row = wanderer.luck.randrange(view.model().rowCount(view.rootIndex()))
    view.setCurrentIndex(view.model().index(row, 0, view.rootIndex()))
    return f"{row} of {name_of(view)}"


def push_a_button(wanderer: Wanderer) -> str:
    button = wanderer.one_of(QAbstractButton)
    named = button.defaultAction().objectName() if isinstance(button, QToolButton) and button.defaultAction() else ""
    if button is None or named in _NEVER | _RARE:
        return "none is there"
    told = name_of(button)
    button.click()
    return told


def move_a_slider(wanderer: Wanderer) -> str:
    slider = wanderer.one_of(QSlider)
    if slider is None:
        return "none is there"
    slider.setSliderPosition(wanderer.luck.randint(slider.minimum(), slider.maximum()))
    slider.triggerAction(slider.SliderAction.SliderMove)
    return name_of(slider)


def drop_files(wanderer: Wanderer) -> str:
    if wanderer.dialog is not None:
        return "not while a dialog is open"
    files = wanderer.luck.sample(wanderer.files, wanderer.luck.choice((1, 1, 2)))
    carried = QMimeData()
    web = [QUrl("https://example.org/table.csv")] if wanderer.luck.random() < 0.1 else []
    carried.setUrls(web or [QUrl.fromLocalFile(str(each)) for each in files])
    common = (Qt.DropAction.CopyAction, carried, _LEFT, _PLAIN)
    QApplication.sendEvent(wanderer.window, QDragEnterEvent(QPoint(300, 300), *common))
    QApplication.sendEvent(wanderer.window, QDropEvent(QPointF(300, 300), *common))
    return "from the web" if web else files[0].name


def paste_a_table(wanderer: Wanderer) -> str:
    text = wanderer.luck.choice(_PASTED)
    QGuiApplication.clipboard().setText(text)
    return wanderer.command("paste") + f" {text[:12]!r}"


def open_a_dialog(wanderer: Wanderer) -> str:
    return wanderer.command(
        wanderer.luck.choice(("gallery", "formula", "bounds", "optimizer", "shortcuts", "plot_settings", "open"))
    )


def close_the_dialog(wanderer: Wanderer) -> str:
    if wanderer.dialog is None:
        return "none is there"
    told = name_of(wanderer.dialog)
    if wanderer.luck.random() < 0.5:
        wanderer.press(Qt.Key.Key_Escape)
    else:
        wanderer.dialog.reject()
    return told


def size_the_window(wanderer: Wanderer) -> str:
    width, height = wanderer.luck.choice(((1280, 720), (1366, 768), (1440, 900), (900, 600)))
    if wanderer.window.isFullScreen():
        return "not in full screen"
    wanderer.window.resize(width, height)
    return f"{width}×{height}"


def wait_a_moment(wanderer: Wanderer) -> None:
    QTest.qWait(wanderer.luck.choice((0, 5, 30)))


def name_of(widget: QWidget) -> str:
    """Return what a widget is called in the tale of what was done."""
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName() or '?'}"


DEEDS: tuple[tuple[int, Deed], ...] = (
    (14, press_a_shortcut),
    (6, choose_a_command),
    (1, dress_otherwise),
    (10, press_any_key),
    (8, walk_or_step),
    (3, run_ahead),
    (5, change_the_party),
    (4, go_by_hand),
    (12, click_anywhere),
    (6, drag_anywhere),
    (4, point_anywhere),
    (4, turn_the_wheel),
    (5, scrub),
    (7, write_in_a_field),
    (5, choose_in_a_picker),
    (2, choose_another_ground),
    (4, choose_another_rule),
    (2, choose_a_row),
    (5, push_a_button),
    (3, move_a_slider),
    (2, drop_files),
    (1, paste_a_table),
    (2, open_a_dialog),
    (12, close_the_dialog),
    (1, size_the_window),
    (2, wait_a_moment),
)
