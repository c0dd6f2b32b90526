"""The confusion matrix, the sheet of small pictures, and pages of them."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from trekker.gui.panels.fits.confusion_table import ConfusionTable
from trekker.gui.panels.fits.pages import Pages
from trekker.gui.panels.fits.picture_sheet import Picture, PictureSheet, as_image, grey, two_sided
from trekker.gui.theme import DARK, LIGHT

COUNTS = np.array([[9, 1, 0], [0, 5, 0], [2, 0, 7]])


@pytest.fixture
def shown(qtbot):
    def show(widget, width=300, height=240):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        return widget

    return show


@pytest.fixture
def table(shown):
    made = shown(ConfusionTable())
    made.dress(LIGHT)
    made.show_counts(COUNTS, "abc")
    return made


def middle_of(table, row, column):
    left, top, wide, high = table._cells()
    return QPoint(int(left + (column + 0.5) * wide), int(top + (row + 0.5) * high))


def beside_the_number(table, row, column):
    left, top, wide, high = table._cells()
    return table.grab().toImage().pixelColor(int(left + column * wide + 3), int(top + row * high + 3))


def test_the_table_says_how_many_are_right(table):
    assert table.accessibleDescription() == "21 of 24 read right"


def test_right_cells_are_blue_wrong_ones_orange_and_empty_ones_paper(table):
    right, wrong, empty = (beside_the_number(table, *cell) for cell in ((0, 0), (2, 0), (0, 2)))
    assert right.blue() > right.red()
    assert wrong.red() > wrong.blue()
    assert empty == QColor(LIGHT.field)


def test_more_of_a_kind_is_a_stronger_colour(table):
    assert beside_the_number(table, 0, 0).red() < beside_the_number(table, 1, 1).red()


def test_a_cell_says_what_it_means(table):
    place = middle_of(table, 2, 0)
    QApplication.sendEvent(table, QHelpEvent(QEvent.Type.ToolTip, place, table.mapToGlobal(place)))
    assert table._story_at(place.x(), place.y()) == "2 times a c was read as a"
    assert table._story_at(0, 0) == ""
    QToolTip.hideText()


def test_pictures_of_ink_go_from_paper_to_text():
    pixels = grey(np.array([[0.0, 1.0]]), DARK)
    assert QColor(*pixels[0, 0].tolist()) == QColor(DARK.field)
    assert QColor(*pixels[0, 1].tolist()) == QColor(DARK.text)


def test_weights_are_orange_above_zero_blue_below_and_paper_at_zero():
    above, zero, below = two_sided(np.array([[2.0, 0.0, -2.0]]), LIGHT)[0].astype(int)
    assert above[0] > above[2]
    assert QColor(*zero.tolist()) == QColor(LIGHT.field)
    assert below[2] > below[0]


def test_the_sheet_frames_what_is_wrong_and_says_how_many_are_right(shown):
    sheet = shown(PictureSheet("sheet"))
    sheet.dress(LIGHT)
    blank = as_image(grey(np.zeros((8, 8)), LIGHT))
    sheet.show_pictures((Picture(blank, "3"), Picture(blank, "5→6", wrong=True)))
    assert sheet.accessibleDescription() == "3, 5→6 (1/2)"
    with_a_fault = reds_in(sheet)
    sheet.show_pictures((Picture(blank, "3"), Picture(blank, "5")))
    assert with_a_fault > reds_in(sheet) == 0


def reds_in(widget):
    picture, bad = widget.grab().toImage(), QColor(LIGHT.bad)
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixelColor(x, y) == bad for x, y in places)


def test_pages_show_one_where_there_is_little_room_and_all_where_there_is_much(shown):
    pages = Pages()
    first, second = QLabel("1"), QLabel("2")
    pages.add("First", first)
    pages.add("Second", second)
    shown(pages)
    assert [each.isVisibleTo(pages) for each in (first, second)] == [True, False]
    pages.choose(1)
    assert [each.isVisibleTo(pages) for each in (first, second)] == [False, True]
    pages.arrange(large=True)
    assert [each.isVisibleTo(pages) for each in (first, second)] == [True, True]
    pages.arrange(large=False)
    assert [each.isVisibleTo(pages) for each in (first, second)] == [False, True]
