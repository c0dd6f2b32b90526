"""Pickers and fields in little room."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyleOptionComboBox

from trekker.gui.dialogs.gallery_dialog import PictureList
from trekker.gui.dialogs.thumbnails import THUMBNAIL
from trekker.gui.panels.number_field import NumberField
from trekker.gui.picker import Picker
from trekker.gui.theme import DARK, LIGHT, apply_theme
from trekker.knobs import knobs_of
from trekker.learning.perceptron import Perceptron


def told(picker):
    option = QStyleOptionComboBox()
    picker.initStyleOption(option)
    return option.currentText


def test_a_picker_ends_what_it_has_no_room_for_in_an_ellipsis_and_offers_it_whole(qtbot):
    picker = Picker()
    qtbot.addWidget(picker)
    picker.addItems(["Himmelblau’s four valleys", "log"])
    picker.resize(400, 30)
    assert told(picker) == "Himmelblau’s four valleys"
    picker.resize(120, 30)
    assert told(picker).endswith("…")
    assert picker.fontMetrics().horizontalAdvance(told(picker)) < 120 - 20
    assert picker.currentText() == "Himmelblau’s four valleys"
    picker.setCurrentIndex(1)
    assert told(picker) == "log"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_picker_of_the_size_that_it_wants_shows_every_entry_whole(qapp, qtbot, theme, scale):
    font, palette = qapp.font(), qapp.palette()
    apply_theme(qapp, theme, scale)
    try:
        picker = Picker()
        qtbot.addWidget(picker)
        picker.addItems(["none", "mini-batch", "10%"])
        picker.show()
        picker.resize(picker.sizeHint())
        for index in range(picker.count()):
            picker.setCurrentIndex(index)
            assert told(picker) == picker.currentText()
    finally:
        qapp.setStyleSheet("")
        qapp.setPalette(palette)
        qapp.setFont(font)


def test_a_field_shows_the_beginning_of_a_value_that_is_too_long_for_it(qtbot):
    field = NumberField(knobs_of(Perceptron)["hidden"])
    qtbot.addWidget(field)
    field.resize(60, 25)
    field.set_value("64,32,16,16,8,8,8,4")
    assert field.cursorPosition() == 0


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_gallery_has_room_for_every_line_below_a_picture(qtbot, scale):
    pictures = PictureList()
    qtbot.addWidget(pictures)
    font = pictures.font()
    font.setPointSizeF(10 * scale)
    pictures.setFont(font)
    for title in ("Himmelblau’s four valleys", "Digits read by a convolutional network", "Bowl"):
        item = pictures.add_picture(title)
        metrics = QFontMetrics(pictures.font())
        words, line, lines = title.split(), "", 1
        for word in words:  # broken between words, as they fit beside each other
            longer = f"{line} {word}".strip()
            fits = metrics.horizontalAdvance(longer) <= item.sizeHint().width() - 8
            lines, line = (lines, longer) if fits or not line else (lines + 1, word)
        assert item.sizeHint().height() - THUMBNAIL.height() >= lines * metrics.height() + 8
