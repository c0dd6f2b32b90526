"""A field for one number, read and checked by its knob while one types."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trekker.gui.texts import core_problem
from trekker.knobs import Knob, Scale, Value

_NO_COMMANDS = frozenset(
    {
        Qt.Key.Key_Escape,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
    }
)


class NumberField(QLineEdit):
    """Holds a knob's value as text.

    A typed text counts once it is finished: with Enter, with a command's keys, or by leaving the field; half of a
    number is another number. While one types, a text that is not allowed is marked, and says why; where it is finished
    all the same, the old value comes back, and why remains said until something else is typed or the field is left.
    Escape gives a text up. Up and Down change the value a little, Page Up and Page Down a lot, at once.

    Attributes:
        edited: a person has put in another allowed value.
        complained: what is wrong with the text; empty once it is right.
    """

    edited = Signal(object)
    complained = Signal(str)

    def __init__(self, knob: Knob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knob = replace(knob, name=knob.label or knob.name)
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
        """Turn the arrow keys into small steps, and let Escape give up what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.text() != written(self._value):
            self._complain("")
            self.setText(written(self._value))
            return
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._settle()
        self._take(nudged(self._knob, self._value, step))
        self.setText(written(self._value))

    def event(self, event: QEvent) -> bool:
        """Leave Space to the window, where it walks: no number has one; and finish before any command of the window."""
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride):
            return super().event(event)
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().event(event)
        if not event.isAccepted() and event.key() not in _NO_COMMANDS:
            self._settle()
        return event.isAccepted()

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
        complaint = ""
        if self.text() != written(self._value):
            try:
                self._take(self._read())
            except ValueError as problem:
                complaint = core_problem(problem)
        self._mark(wrong=False)
        self._say(complaint)
        self._write()

    def _complain(self, sentence: str) -> None:
        self._mark(wrong=bool(sentence))
        self._say(sentence)

    def _mark(self, *, wrong: bool) -> None:
        if wrong != bool(self.property("wrong")):
            self.setProperty("wrong", wrong)
            self.style().polish(self)

    def _say(self, sentence: str) -> None:
        if sentence != self._complaint:
            self._complaint = sentence
            self.complained.emit(sentence)


def written(value: Value) -> str:
    """Write a value so that reading it gives it back."""
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def nudged(knob: Knob, value: Value, steps: int) -> Value:
    """Return the value ``steps`` small steps further on the knob's own scale, or at the end of its range."""
    if isinstance(value, (str, bool)):
        return value
    if isinstance(value, int):
        return int(min(max(value + steps, knob.low), knob.high))
    if knob.scale is Scale.LOG and value > 0:
        moved = value * 1.1**steps
    else:
        low, high = knob.slider or (knob.low, knob.high)
        span = high - low if high - low < float("inf") else max(abs(value), 1.0)
        moved = value + steps * span / 100
    moved = min(max(float(f"{moved:.6g}"), knob.low), knob.high)
    return value if (knob.low_open and moved == knob.low) or (knob.high_open and moved == knob.high) else moved
