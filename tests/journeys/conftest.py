"""A robot that uses the real window as a person does: keys, clicks, pickers, and what can be read and seen."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QImage, QKeyEvent, QKeySequence, QMouseEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from trekker import command_line
from trekker.gui.scene import opengl
from trekker.walk.descent import Descent
from trekker.walk.trail import Trail

PATIENCE_MS = 20_000
_SEEN = 0.98
"""The share of colours that agree where a widget is seen: a blinking cursor, or an edge drawn anew, may differ."""
WITHOUT_OPENGL = os.environ.get("QT_XCB_GL_INTEGRATION") == "none"
"""Whether these journeys are made on a screen that is said to have no OpenGL: the map must do then."""


class Robot:
    """Sits before one window, and speaks in a person's words."""

    def __init__(self, window: Any, qtbot: Any) -> None:
        self.window = window
        self._qtbot = qtbot

    # What is there ----------------------------------------------------------------------------------------------

    @property
    def session(self) -> Any:
        return self.window.session

    @property
    def scene(self) -> Any:
        return self.window.mountain.scene

    @property
    def ground_picture(self) -> Any:
        """The mountain; or the map, where that alone is shown."""
        return self.scene if self.scene.isVisible() else self.window.mountain.map

    @property
    def descent(self) -> Descent:
        return self.session.descents[0]

    @property
    def trail(self) -> Trail:
        return self.descent.trail

    # Doing ------------------------------------------------------------------------------------------------------

    def press(self, keys: str, times: int = 1) -> None:
        """Press keys such as "Space" or "Ctrl+O" wherever the focus is."""
        self._come_forward()
        combination = QKeySequence(keys)[0]
        for _ in range(times):
            target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def command(self, name: str) -> None:
        """Choose a command, as from a menu; it must be one that can be used now."""
        action = self.window.commands[name]
        assert action.isEnabled(), f"{name} cannot be used now"
        action.trigger()

    def push(self, name: str) -> None:
        """Click a button by its accessible name or its text."""
        for button in self._in_reach.findChildren(QAbstractButton):
            names = (button.accessibleName(), button.text().replace("&", ""))
            if button.isVisible() and name in names:
                assert button.isEnabled(), f"the button {name} is disabled"
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return
        raise AssertionError(f"there is no button {name}")

    def find(self, name: str) -> Any:
        """Return the visible widget with this accessible name."""
        for widget in self._in_reach.findChildren(QWidget):
            if widget.accessibleName() == name and widget.isVisible():
                return widget
        raise AssertionError(f"nothing that can be seen is called {name}")

    def type_into(self, name: str, text: str, *, enter: bool = True) -> None:
        """Click a field, replace what it says, and press Enter."""
        field = self.find(name)
        self.reveal(field)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        assert QApplication.focusWidget() is field, f"a click does not put the focus on {name}"
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        for letter in text:
            _key_in(field, letter)
        if enter:
            QTest.keyClick(field, Qt.Key.Key_Return)

    def pick(self, name: str, choice: str) -> None:
        """Open a picker, and choose the entry whose text begins like this."""
        picker = self.find(name)
        assert isinstance(picker, QComboBox)
        row = next(
            (
                row
                for row in range(picker.count())
                if picker.itemText(row).strip().startswith(choice)
                and picker.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled
            ),
            None,
        )
        assert row is not None, f"{name} has no entry {choice}"
        picker.setFocus()
        picker.showPopup()
        picker.view().setCurrentIndex(picker.model().index(row, 0))
        QTest.keyClick(picker.view(), Qt.Key.Key_Return)
        QApplication.processEvents()

    def pick_mountain(self, title: str) -> None:
        """Choose a mountain, or a sample, and wait until it can be walked on."""
        before = self.session.ground
        self.pick("Mountain or data", title)
        self.until(lambda: self.session.ground is not before and self.session.ready)

    def pick_optimizer(self, title: str) -> None:
        self.pick("Optimizer", title)

    def drop(self, *urls: QUrl) -> bool:
        """Drop files on the window; tell whether it takes them."""
        carried = QMimeData()
        carried.setUrls(list(urls))
        place = QPoint(300, 300)
        common = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        entered = QDragEnterEvent(place, *common)
        QApplication.sendEvent(self.window, entered)
        if entered.isAccepted():
            QApplication.sendEvent(self.window, QDropEvent(QPointF(place), *common))
        return entered.isAccepted()

    def drop_file(self, path: Path) -> None:
        assert self.drop(QUrl.fromLocalFile(str(path)))

    def choose_columns(self, x: str, y: str) -> None:
        """Answer the dialog that asks for columns, and wait for the ground."""
        self.until(lambda: self.dialog is not None)
        before = self.session.ground
        self.pick("Input column x", x)
        self.pick("Target column y", y)
        self.push("Open")
        self.until(lambda: self.session.ground is not before and self.session.ready)

    def click_on_the_ground(self, x: float, y: float) -> None:
        """Click where this place is drawn."""
        theta = np.array([x, y])
        if self.ground_picture is self.scene:
            pixel = self.scene.project(theta, float(self.session.ground.cost.cost(theta))).toPoint()
            target = self.scene
        else:
            pixel, target = self.window.mountain.map.pixel_of(theta).toPoint(), self.window.mountain.map.viewport()
        assert target.rect().contains(pixel)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pixel)

    def send_drag(self, place: QPoint) -> None:
        """Move the pointer over the scene with the left button held."""
        button = Qt.MouseButton.LeftButton
        where = QPointF(self.scene.mapToGlobal(place))
        moved = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(place), where, button, button, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.scene, moved)

    def drag_slider(self, name: str, share: float) -> None:
        """Take a slider by its handle to a share of its length, by mouse."""
        slider = self.find(name)
        self.reveal(slider)
        span = slider.maximum() - slider.minimum()
        steps = round(share * span) + slider.minimum()
        slider.setSliderDown(True)
        slider.setSliderPosition(steps)
        slider.triggerAction(type(slider).SliderAction.SliderMove)
        slider.setSliderDown(False)

    def walk_to_the_end(self) -> None:
        """Walk at full pace until there is a verdict."""
        self.window.player.set_speed(1000)
        if not self.window.player.playing:
            self.press("Space")
        self.until(lambda: self.session.ended and not self.window.player.playing)

    def walk_some(self, steps: int) -> None:
        """Walk briskly until so many more steps are recorded, and pause."""
        self.window.player.set_speed(max(self.window.player.speed, 100))
        goal = self.session.length + steps
        self.press("Space")
        self.until(lambda: self.session.length >= goal)
        if self.window.player.playing:
            self.press("Space")

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget of the setup can be seen."""
        if self.window._setup.isAncestorOf(widget):
            self.window._setup.ensureWidgetVisible(widget)
            QCoreApplication.processEvents()

    # Waiting and looking ----------------------------------------------------------------------------------------

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE_MS)

    @property
    def dialog(self) -> QDialog | None:
        """The dialog that is open now."""
        widget = QApplication.activeModalWidget()
        return widget if isinstance(widget, QDialog) and widget.isVisible() else None

    def read(self) -> str:
        """Return every text that can be seen, one a line."""
        texts = []
        for top in self._tops():
            texts.append(top.windowTitle())
            texts += [text for each in top.findChildren(QWidget) if each.isVisible() for text in _texts_of(each)]
        return "\n".join(texts)

    def sees(self, text: str) -> bool:
        """Tell whether a text can be read anywhere."""
        return text in self.read()

    def picture(self) -> QImage:
        """Return what the scene shows now; the map, where it takes the mountain's place."""
        if self.ground_picture is self.scene:
            return self.scene.grabFramebuffer()
        return self.ground_picture.grab().toImage()

    def pixels(self) -> np.ndarray[Any, Any]:
        """Return the scene's picture as numbers (height, width, 3) from 0 to 255."""
        return as_numbers(self.picture())

    def settled_pixels(self) -> np.ndarray[Any, Any]:
        """Return the scene's picture once nothing is being made ready and it does not change any more."""
        self.until(lambda: not (self.session.jobs.busy or self.window.progress.isVisible()))
        last = self.pixels()

        def unchanged() -> bool:
            nonlocal last
            now, before = self.pixels(), last
            last = now
            return now.shape == before.shape and bool((now == before).all())

        self.until(unchanged)
        return last

    def close(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        self.window.close()
        self.window.deleteLater()

    def _come_forward(self) -> None:
        """Do what a desktop does when a dialog opens, or closes: give the window in front the keys."""
        front = self._in_reach
        if not front.isActiveWindow():
            front.activateWindow()
            self.until(front.isActiveWindow)

    @property
    def _in_reach(self) -> QWidget:
        """The only window that takes keys and clicks now."""
        return self.dialog or self.window

    def _tops(self) -> list[QWidget]:
        dialog = self.dialog
        return [self.window, *([dialog] if dialog is not None else [])]


def _key_in(field: QWidget, letter: str) -> None:
    """Type one letter; QTest knows the keys of Latin letters only."""
    if letter.isascii():
        QTest.keyClicks(field, letter)
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def _texts_of(widget: QWidget) -> list[str]:
    if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
        return [widget.text()]
    if isinstance(widget, QComboBox):
        return [widget.currentText()]
    return [widget.title()] if isinstance(widget, QGroupBox) else []


def as_numbers(image: QImage) -> np.ndarray[Any, Any]:
    """Return an image as numbers (height, width, 3) from 0 to 255."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), dtype=np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3).astype(np.int16)


def is_seen(widget: QWidget) -> bool:
    """Tell whether a widget is on the screen as it draws itself, and nothing lies over it."""
    window = widget.window()
    corner = widget.mapTo(window, QPoint(0, 0))
    screen = window.screen().grabWindow(window.winId(), corner.x(), corner.y(), widget.width(), widget.height())
    seen, drawn = (as_numbers(each.toImage()) for each in (screen, widget.grab()))
    return seen.shape == drawn.shape and bool((seen == drawn).mean() > _SEEN)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out, on a screen without OpenGL, what looks at the mountain itself."""
    if WITHOUT_OPENGL:
        for each in items:
            if each.get_closest_marker("opengl"):
                each.add_marker(pytest.mark.skip(reason="looks at the mountain, which needs OpenGL"))


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    class Application(QApplication):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            opengl.after_application()

    return Application


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The application as the program makes it; undressed again afterwards."""
    font, palette = QFont(qapp.font()), QPalette(qapp.palette())
    qapp.setApplicationName("Blindfolded Trekker")
    qapp.setOrganizationName("Blindfolded Trekker")
    qapp.setStyle("Fusion")
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def robot_before(qtbot: Any) -> Iterator[Callable[..., Robot]]:
    """Sit down before a window: one given, or the one that the program has opened; it is closed afterwards."""
    from trekker.gui.main_window import MainWindow

    robots: list[Robot] = []

    def sit_down(window: Any = None) -> Robot:
        if window is None:
            window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
        robots.append(Robot(window, qtbot))
        return robots[-1]

    yield sit_down
    for robot in robots:
        robot.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()


@pytest.fixture
def robot_at(application: QApplication, qtbot: Any, robot_before: Callable[..., Robot]) -> Callable[..., Robot]:
    """Open the window as ``trekker OPTIONS`` does, at a size, and sit down before it.

    Nothing glides unless it is opened ``moving``.
    """

    def open_window(*options: str, size: tuple[int, int] = (1366, 768), moving: bool = False) -> Robot:
        from trekker.gui.main_window import MainWindow

        QSettings().setValue("reduced_motion", not moving)
        QSettings().setValue("figures", "hikers")  # however slow the screen is
        read = command_line.read_arguments(options)
        window = MainWindow()
        robot = robot_before(window)
        window.resize(*size)
        window.open(command_line.scenario_of(read), suit=read.learning_rate is None)
        with qtbot.waitActive(window, timeout=PATIENCE_MS):
            window.show()
            window.activateWindow()
        robot.until(lambda: window.session.ready)
        if not WITHOUT_OPENGL:
            assert window.mountain.scene.isValid(), "journeys need real OpenGL: sh tools/on_screen.sh pytest …"
        return robot

    return open_window


@pytest.fixture
def robot(robot_at: Callable[..., Robot]) -> Robot:
    """A robot before the window of a first start."""
    return robot_at()
