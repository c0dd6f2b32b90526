"""A form made from knobs: whatever has knobs can be set up in the window, with nothing written twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from trekker.gui.panels.card import label
from trekker.gui.panels.knob_slider import KnobSlider
from trekker.gui.panels.live_text import LiveText
from trekker.gui.panels.number_field import NumberField
from trekker.gui.picker import Picker
from trekker.gui.texts import core_problem, core_text
from trekker.knobs import Knob, Value, knobs_of

_Editor = NumberField | QCheckBox | QComboBox


class KnobForm(QWidget):
    """One row for each knob of a dataclass instance; those named in ``with_slider`` get a slider below.

    Attributes:
        edited: a new instance, with what a person has changed.
        complained: what is wrong with the text being typed; empty once it is right.
        rebuilt: its rows are other ones now.
    """

    edited = Signal(object)
    complained = Signal(str)
    rebuilt = Signal()

    def __init__(self, with_slider: frozenset[str] = frozenset(), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_slider = with_slider
        self._shown: Any = None
        self._editors: dict[str, _Editor] = {}
        self._sliders: dict[str, KnobSlider] = {}
        self._notes: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_settings(self, owner: Any) -> None:
        """Show the settings of an instance; the rows are made anew only where its kind differs."""
        if type(owner) is not type(self._shown):
            self._build(owner)
        self._shown = owner
        for name, editor in self._editors.items():
            value = getattr(owner, name)
            _show(editor, value)
            if name in self._sliders:
                self._sliders[name].set_value(value)

    def editor(self, name: str) -> _Editor:
        """Return the widget that edits one knob."""
        return self._editors[name]

    def slider(self, name: str) -> KnobSlider:
        """Return the slider of one knob."""
        return self._sliders[name]

    def in_order(self) -> tuple[QWidget, ...]:
        """Return every widget that takes the focus, from top to bottom."""
        rows = ((editor, self._sliders.get(name)) for name, editor in self._editors.items())
        return tuple(each for row in rows for each in row if each is not None)

    def mark_limit(self, name: str, limit: float | None, note: str, colour: QColor) -> None:
        """Mark a limit on a knob's slider and say below it what it means; nothing where the knob has no slider."""
        if name in self._sliders:
            self._sliders[name].set_limit(limit, colour)
            self._notes[name].setText(note)

    def _build(self, owner: Any) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._editors, self._sliders, self._notes = {}, {}, {}
        self._next_row = 0  # a grid's own count of rows never shrinks
        for knob in knobs_of(owner).values():
            self._add_row(knob)
        self.rebuilt.emit()

    def _add_row(self, knob: Knob) -> None:
        row = self._next_row
        self._next_row += 1
        name = core_text(knob.label) or knob.name
        caption = label(f"{name} {knob.symbol}".strip())
        editor = self._editor_for(knob)
        editor.setObjectName(knob.name)
        caption.setBuddy(editor)
        for widget in (caption, editor):
            widget.setToolTip(core_text(knob.hint))
        editor.setAccessibleName(name)
        editor.setAccessibleDescription(core_text(knob.hint))
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(editor, row, 1)
        self._editors[knob.name] = editor
        if knob.name in self._with_slider and knob.slider is not None:
            self._add_slider(knob, name, self._next_row)
            self._next_row += 2

    def _add_slider(self, knob: Knob, name: str, row: int) -> None:
        slider = KnobSlider(knob)
        slider.setObjectName(f"{knob.name}_slider")
        slider.setAccessibleName(self.tr("{name}, slider").format(name=name))
        slider.setToolTip(core_text(knob.hint))
        slider.edited.connect(lambda value: self._take(knob.name, value))
        note = LiveText(muted=True)
        self._grid.addWidget(slider, row, 0, 1, 2)
        self._grid.addWidget(note, row + 1, 0, 1, 2)
        self._sliders[knob.name], self._notes[knob.name] = slider, note

    def _editor_for(self, knob: Knob) -> _Editor:
        if isinstance(knob.default, bool):
            box = QCheckBox()
            box.clicked.connect(lambda checked: self._take(knob.name, checked))
            return box
        if knob.choices:
            picker = Picker()
            for choice, title in knob.titled_choices:
                picker.addItem(core_text(title), choice)
            picker.activated.connect(lambda index: self._take(knob.name, picker.itemData(index)))
            return picker
        field = NumberField(knob)
        field.edited.connect(lambda value: self._take(knob.name, value))
        field.complained.connect(self.complained)
        return field

    def _take(self, name: str, value: Value) -> None:
        try:
            changed = replace(self._shown, **{name: value})
        except ValueError as problem:  # what only all settings together can tell
            self.complained.emit(core_problem(problem))
            return
        self.edited.emit(changed)


def _show(editor: _Editor, value: Value) -> None:
    if isinstance(editor, NumberField):
        editor.set_value(value)
    elif isinstance(editor, QCheckBox):
        editor.setChecked(bool(value))
    else:
        editor.setCurrentIndex(editor.findData(value))
