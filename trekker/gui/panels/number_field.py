"""A field for one number, read and checked by its knob while one types."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trekker.gui.texts import core_problem
from trekker.knobs import Knob, Scale, Value


class NumberField(QLineEdit):
    """Holds a knob's value as text.

    A typed text counts once it is finished: with Enter, with Space, or by leaving the field; half of a number is
    another number. While one types, a text that is not allowed is marked, and says why. Up and Down change the value
    a little, Page Up and Page Down a lot, at once.

    Attributes:
        edited: a person has put in another allowed value.
        complained: what is wrong with the text now; empty once it is right.
    """

    edited = Signal(object)
    complained = Signal(str)

    def __init__(self, knob: Knob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knob = knob
        self._value: Value = knob.default
        self._complaint = ""
        self._write()
        self.textEdited.connect(self._check)
        self.editingFinished.connect(self._settle)

    @property
    def value(self) -> Value:
        """The last allowed value."""
        return self._value

    def set_value(self, value: Value) -> None:
        """Show a value; tells nobody, since nobody edited it. A text that means the same is left as typed."""
        if value == self._value and not self.property("wrong"):
            return
        self._value = value
        self._complain("")
        self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the arrow keys into small steps."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._settle()
        self._take(nudged(self._knob, self._value, step))
        self.setText(written(self._value))

    def event(self, event: QEvent) -> bool:
        """Leave Space to the window, where it walks: no number has one."""
        if isinstance(event, QKeyEvent) and _asks_for_space(event):
            self._settle()
            event.ignore()
            return False
        return super().event(event)

    def _write(self) -> None:
        """Write the value; one that is too long for the field is seen from its beginning, unless somebody edits it."""
        self.setText(written(self._value))
        if not self.hasFocus():
            self.setCursorPosition(0)

    def _read(self) -> Value:
        return self._knob.read(self.text().replace("−", "-"))

    def _check(self) -> None:
        try:
            self._read()
        except ValueError as problem:
            self._complain(core_problem(problem))
        else:
            self._complain("")

    def _take(self, value: Value) -> None:
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _settle(self) -> None:
        """Take what was typed where it is allowed, else go back to the last value that is."""
        if self.text() != written(self._value):
            with suppress(ValueError):
                self._take(self._read())
        self._complain("")
        self._write()

    def _complain(self, sentence: str) -> None:
        if sentence == self._complaint:
            return
        self._complaint = sentence
        if bool(sentence) != bool(self.property("wrong")):
            self.setProperty("wrong", bool(sentence))
            self.style().polish(self)
        self.complained.emit(sentence)


def _asks_for_space(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Space


def written(value: Value) -> str:
    """Write a value so that reading it gives it back."""
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def nudged(knob: Knob, value: Value, steps: int) -> Value:
    """Return the value ``steps`` small steps further on the knob's own scale, inside its range."""
    if isinstance(value, (str, bool)):
        return value
    if isinstance(value, int):
        moved: float = value + steps
    elif knob.scale is Scale.LOG and value > 0:
        moved = value * 1.1**steps
    else:
        low, high = knob.slider or (knob.low, knob.high)
        span = high - low if high - low < float("inf") else max(abs(value), 1.0)
        moved = value + steps * span / 100
    moved = float(f"{moved:.6g}")
    allowed: Value = int(moved) if isinstance(value, int) else moved
    try:
        knob.check(allowed)
    except ValueError:
        return value
    return allowed
