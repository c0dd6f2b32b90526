"""How a table was read, as pickers: what was found out, and what it could be instead."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from trekker.gui.panels.card import label
from trekker.gui.picker import Picker
from trekker.learning.reading import DECIMALS, DELIMITERS, ENCODINGS, Found, Reading

_SHORTEST = 3  # letters of a choice, where large letters leave little room


class ReadingPickers(QWidget):
    """One picker for each thing that was found out about a table.

    Attributes:
        changed: the table is to be read otherwise, as a Reading.
    """

    changed = Signal(object)

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column in (1, 3):  # the pickers have the room that the captions do not need
            self._grid.setColumnStretch(column, 1)
        self._captions: dict[str, QLabel] = {}
        self._pickers: dict[str, QComboBox] = {}
        for field, caption in (
            ("encoding", self.tr("Encoding")),
            ("delimiter", self.tr("Delimiter")),
            ("decimal", self.tr("Decimal sign")),
            ("month_first", self.tr("Dates")),
            ("header", self.tr("First row")),
            ("sheet", self.tr("Sheet")),
        ):
            self._add(field, caption)

    def show_found(self, found: Found, chosen: Reading) -> None:
        """Show how the table was read, and what of that was chosen.

        What it has not, such as the delimiter of a workbook, is hidden.
        """
        self._reading = chosen
        encodings = ENCODINGS if found.encoding in (*ENCODINGS, "") else (*ENCODINGS, found.encoding)
        self._fill("encoding", found.encoding, [(each, _encoding(each)) for each in encodings])
        self._fill("delimiter", found.delimiter, [(each, self._delimiter(each)) for each in DELIMITERS])
        self._fill("decimal", found.decimal, [(each, self._decimal(each)) for each in DECIMALS])
        self._fill("month_first", found.month_first, [(False, self.tr("day/month")), (True, self.tr("month/day"))])
        self._fill("header", found.header, [(True, self.tr("names")), (False, self.tr("values"))])
        self._fill("sheet", found.sheet, [(each, each) for each in found.sheets])
        is_text = bool(found.delimiter)
        shown = {
            "encoding": bool(found.encoding),
            "delimiter": is_text,
            "decimal": bool(found.decimal),
            "month_first": found.month_first is not None,
            "header": True,
            "sheet": len(found.sheets) > 1,
        }
        self._place([field for field, is_shown in shown.items() if is_shown])

    def _place(self, shown: list[str]) -> None:
        """Put these pickers side by side, two in a row, and hide the others."""
        self.setFocusProxy(self._pickers[shown[0]])
        for field, picker in self._pickers.items():
            for column, widget in enumerate((self._captions[field], picker)):
                widget.setVisible(field in shown)
                if field in shown:
                    row, side = divmod(shown.index(field), 2)
                    self._grid.addWidget(widget, row, 2 * side + column)

    def _add(self, field: str, caption: str) -> None:
        picker = Picker()
        picker.setAccessibleName(caption)
        picker.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        picker.setMinimumContentsLength(_SHORTEST)
        picker.activated.connect(lambda _: self._take(field, picker.currentData()))
        self._captions[field], self._pickers[field] = label(caption), picker
        self._captions[field].setBuddy(picker)

    def _fill(self, field: str, found: Any, offered: list[tuple[Any, str]]) -> None:
        picker = self._pickers[field]
        picker.clear()
        for value, text in offered:
            picker.addItem(text, value)
        picker.setCurrentIndex(picker.findData(found))

    def _take(self, field: str, value: Any) -> None:
        if value != getattr(self._reading, field) and not (field == "encoding" and value not in ENCODINGS):
            self._reading = replace(self._reading, **{field: value})
            self.changed.emit(self._reading)

    def _delimiter(self, sign: str) -> str:
        names = {
            ",": self.tr("comma ,"),
            ";": self.tr("semicolon ;"),
            "\t": self.tr("tab"),
            "|": self.tr("bar |"),
            " ": self.tr("spaces"),
        }
        return names[sign]

    def _decimal(self, sign: str) -> str:
        return self.tr("point 1.5") if sign == "." else self.tr("comma 1,5")


def _encoding(name: str) -> str:
    names = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8 (BOM)", "cp932": "Shift JIS (cp932)", "latin-1": "Latin-1"}
    return names.get(name, name.upper())
