"""Paper to draw a digit on, and what a model sees of it."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from trekker.gui.panels.fits.digit_pad import DigitPad
from trekker.gui.panels.fits.digit_reader import DigitReader
from trekker.gui.panels.fits.strokes import reduced

UPRIGHT = ((0.5, 0.2), (0.5, 0.8))


@pytest.fixture
def pad(qtbot):
    made = DigitPad()
    qtbot.addWidget(made)
    made.resize(200, 160)
    return made


@pytest.fixture
def reader(qtbot):
    made = DigitReader()
    qtbot.addWidget(made)
    return made


def draw(pad, *points):
    first, *others = [pad.pixel_of(point).toPoint() for point in points]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
    for pixel in others:
        QTest.mouseMove(pad, pixel)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=(others or [first])[-1])


def test_clean_paper_is_a_picture_without_ink():
    assert not reduced(()).any()


def test_an_upright_line_is_seen_as_high_as_the_picture_and_in_its_middle():
    seen = reduced((UPRIGHT,))
    assert seen.shape == (8, 8)
    assert (seen.sum(axis=1) > 0).all()
    assert seen[:, 3:5].sum() > 0.9 * seen.sum()
    assert 0.0 < seen.max() <= 1.0


def test_where_and_how_large_a_digit_is_drawn_makes_no_difference():
    small = tuple((0.1 + 0.4 * x, 0.5 + 0.4 * y) for x, y in UPRIGHT)
    assert np.array_equal(reduced((small,)), reduced((UPRIGHT,)))


def test_a_dot_is_not_blown_up():
    seen = reduced((((0.2, 0.9),),))
    assert 0.0 < seen.sum() < 0.3 * reduced((UPRIGHT,)).sum()


def test_counts_are_sixteenths_as_in_the_data_set():
    counts = 16 * reduced((((0.2, 0.2), (0.8, 0.4), (0.3, 0.9)),))
    assert np.array_equal(counts, counts.round())


def test_the_mouse_draws_one_stroke_from_press_to_release(pad, qtbot):
    with qtbot.waitSignal(pad.drawn):
        draw(pad, *UPRIGHT)
    assert len(pad.strokes) == 1
    assert pad.strokes[0][0] == pytest.approx(UPRIGHT[0], abs=0.01)
    assert pad.strokes[0][-1] == pytest.approx(UPRIGHT[1], abs=0.01)
    draw(pad, (0.2, 0.2), (0.4, 0.2))
    assert len(pad.strokes) == 2


def test_the_pen_does_not_leave_the_paper(pad):
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPointF(0, 80).toPoint())
    assert pad.strokes[0][0][0] == 0.0


def test_keys_draw_too(pad):
    QTest.keyClick(pad, Qt.Key.Key_Up)
    assert pad.strokes == ()
    for _ in range(3):
        QTest.keyClick(pad, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    (stroke,) = pad.strokes
    assert len({x for x, _ in stroke}) == 1
    assert [y for _, y in stroke] == sorted(y for _, y in stroke)
    assert len(stroke) == 4
    QTest.keyClick(pad, Qt.Key.Key_Space)
    assert len(pad.strokes) == 2
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.strokes == ()


def test_what_is_drawn_is_read_at_once_and_the_bars_say_how_surely(reader):
    reader.read_with(lambda picture: np.array([1 - picture[:, 3:5].mean(), picture[:, 3:5].mean()]), "01")
    assert reader.answer.text() == ""
    draw(reader.pad, *UPRIGHT)
    share = reduced(reader.pad.strokes)[:, 3:5].mean()
    assert reader.bars.shares == pytest.approx([1 - share, share])
    assert f"1: {100 * share:.0f}\u202f%" in reader.bars.accessibleDescription()
    assert reader.answer.text() == f"Read as {int(share > 0.5)}: {100 * max(share, 1 - share):.0f}\u202f%"


def test_another_place_reads_the_same_drawing_anew(reader):
    draw(reader.pad, *UPRIGHT)
    reader.read_with(lambda _: np.array([0.9, 0.1]), "01")
    assert reader.answer.text() == "Read as 0: 90\u202f%"
    reader.read_with(lambda _: np.array([0.2, 0.8]), "01")
    assert reader.answer.text() == "Read as 1: 80\u202f%"


def test_where_the_numbers_overflowed_nothing_is_read(reader):
    draw(reader.pad, *UPRIGHT)
    reader.read_with(lambda _: np.array([np.nan, np.nan]), "01")
    assert reader.answer.text() == "Nothing can be read from here."


def test_clear_takes_clean_paper_and_forgets_the_answer(reader):
    reader.read_with(lambda _: np.array([0.2, 0.8]), "01")
    draw(reader.pad, *UPRIGHT)
    reader.clear.click()
    assert reader.pad.strokes == ()
    assert reader.answer.text() == ""
    assert not reader.bars.shares.any()
