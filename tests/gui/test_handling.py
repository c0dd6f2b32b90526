from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent

from trekker.gui.handling import ZOOM_STEP, Press, arrow_of, is_home, zoom_of

pytestmark = pytest.mark.usefixtures("qapp")

PLAIN, SHIFT, ALT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def key(which, modifiers=PLAIN):
    return QKeyEvent(QEvent.Type.KeyPress, which, modifiers)


def test_an_arrow_key_points_only_with_the_modifier_that_is_asked_for():
    assert arrow_of(key(Qt.Key.Key_Right)) == (1.0, 0.0)
    assert arrow_of(key(Qt.Key.Key_Down, Qt.KeyboardModifier.KeypadModifier)) == (0.0, -1.0)
    assert arrow_of(key(Qt.Key.Key_Right, SHIFT)) is None
    assert arrow_of(key(Qt.Key.Key_Right, SHIFT), SHIFT) == (1.0, 0.0)
    assert arrow_of(key(Qt.Key.Key_A)) is None


def test_zooming_and_coming_home_leave_commands_alone():
    assert zoom_of(key(Qt.Key.Key_Plus, SHIFT)) == ZOOM_STEP
    assert zoom_of(key(Qt.Key.Key_Minus)) == pytest.approx(1 / ZOOM_STEP)
    assert zoom_of(key(Qt.Key.Key_Plus, CONTROL)) is None
    assert is_home(key(Qt.Key.Key_Home))
    assert not is_home(key(Qt.Key.Key_Home, ALT))


def test_a_press_that_trembles_is_a_click_and_drags_nothing():
    press = Press()
    press.begin(QPointF(10, 10))
    assert press.drag(QPointF(12, 11)) is None
    assert press.end(QPointF(12, 11))


def test_a_drag_that_comes_back_is_no_click():
    press = Press()
    press.begin(QPointF(10, 10))
    assert press.drag(QPointF(60, 10)) == QPointF(50, 0)
    assert press.drag(QPointF(11, 10)) == QPointF(-49, 0)
    assert not press.end(QPointF(11, 10))


def test_a_release_without_a_press_is_nothing():
    press = Press()
    assert press.drag(QPointF(60, 10)) is None
    assert not press.end(QPointF(0, 0))
