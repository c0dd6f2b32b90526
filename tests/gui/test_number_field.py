"""A field for one number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from trekker.gui.panels.number_field import NumberField, nudged, written
from trekker.knobs import Knob, Scale

RATE = Knob("rate", 0.01, low=0.0, low_open=True, high=10.0, scale=Scale.LOG)
COUNT = Knob("count", 8, low=2, high=20)
SHARE = Knob("share", 0.9, low=0.0, high=1.0, high_open=True)


@pytest.fixture
def told():
    return []


@pytest.fixture
def field_for(qtbot, told):
    def make(knob):
        field = NumberField(knob)
        qtbot.addWidget(field)
        field.edited.connect(lambda value: told.append(("edited", value)))
        field.complained.connect(lambda sentence: told.append(("complained", sentence)))
        return field

    return make


def retype(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)


def test_a_typed_number_counts_with_enter_and_only_then(field_for, told):
    field = field_for(RATE)
    retype(field, "2.5")
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [("edited", 2.5)]
    assert field.value == 2.5


def test_an_equal_number_tells_nobody(field_for, told):
    field = field_for(RATE)
    retype(field, "1e-2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not any(kind == "edited" for kind, _ in told)
    assert field.text() == "0.01"


def test_what_is_wrong_is_said_of_the_text_that_stands_there_now(field_for, told):
    field = field_for(RATE)
    retype(field, "xy")
    assert [sentence.rpartition(", not ")[2] for _, sentence in told] == ["'x'", "'xy'"]


@pytest.mark.parametrize("text", ["", "abc", "0", "-1", "11", "nan", "inf", "1,2"])
def test_a_text_that_is_not_allowed_is_marked_says_why_and_never_counts(field_for, told, text):
    field = field_for(RATE)
    retype(field, text or "x")
    assert field.property("wrong")
    assert told[-1][0] == "complained"
    assert "rate must be a number above 0 and of at most 10" in told[-1][1]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "0.01"
    assert not field.property("wrong")
    assert told[-1][1].startswith("rate must be")
    field.clearFocus()
    field.editingFinished.emit()
    assert told[-1] == ("complained", "")
    assert not any(kind == "edited" for kind, _ in told)


def test_a_complaint_is_withdrawn_as_soon_as_the_text_is_right(field_for, told):
    field = field_for(RATE)
    retype(field, "0")
    QTest.keyClicks(field, ".5")
    assert [sentence != "" for kind, sentence in told if kind == "complained"] == [True, False]


def test_a_number_in_full_width_or_with_a_true_minus_is_read(field_for, told):
    field = field_for(Knob("shift", 1.0))
    field.setText("−0.5")
    field.textEdited.emit("−0.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [("edited", -0.5)]


@pytest.mark.parametrize(
    ("knob", "key", "value"),
    [
        (RATE, Qt.Key.Key_Up, 0.011),
        (RATE, Qt.Key.Key_Down, 0.00909091),
        (RATE, Qt.Key.Key_PageUp, 0.0259374),
        (COUNT, Qt.Key.Key_Up, 9),
        (COUNT, Qt.Key.Key_Down, 7),
        (COUNT, Qt.Key.Key_PageUp, 18),
        (SHARE, Qt.Key.Key_Down, 0.89),
    ],
)
def test_arrow_keys_change_the_number_at_once(field_for, told, knob, key, value):
    field = field_for(knob)
    QTest.keyClick(field, key)
    assert told == [("edited", value)]
    assert field.text() == written(value)


@pytest.mark.parametrize(("value", "steps", "end"), [(2, -1, 2), (20, 1, 20), (15, 10, 20)])
def test_arrow_keys_never_leave_the_range(value, steps, end):
    assert nudged(COUNT, value, steps) == end


def test_arrow_keys_count_large_whole_numbers_one_by_one():
    seed = Knob("seed", 0, low=0, high=2**31 - 1)
    assert nudged(seed, 12_345_678, -1) == 12_345_677


def test_a_whole_number_is_read_as_it_is_written(field_for, told):
    field = field_for(Knob("limit", 10, low=1, high=10_000_000, label="Step limit"))
    retype(field, "1e3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told[-1] == ("edited", 1000)
    retype(field, "12.5")
    assert told[-1] == ("complained", "Step limit must be a whole number from 1 to 10,000,000, not '12.5'")


def test_escape_gives_a_text_up(field_for, told):
    field = field_for(RATE)
    retype(field, "5x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), told[-1]) == ("0.01", ("complained", ""))


def test_an_arrow_key_goes_on_from_what_was_just_typed(field_for, told):
    field = field_for(COUNT)
    retype(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert told[-1] == ("edited", 13)


def test_a_value_that_is_set_is_shown_and_tells_nobody(field_for, told):
    field = field_for(RATE)
    field.set_value(0.5)
    assert field.text() == "0.5"
    assert told == []


def test_looking_at_a_number_with_many_digits_does_not_change_it(field_for, told):
    field = field_for(RATE)
    field.set_value(0.012345678901234567)
    field.editingFinished.emit()
    assert told == []
    assert field.value == 0.012345678901234567


@pytest.mark.parametrize("value", [1e-5, 0.1, 3.0, 12345.678, 7, 10**6])
def test_a_written_number_reads_back(value):
    assert type(value)(written(value)) == value
