"""Forms and sliders made from knobs."""

from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QSlider

from trekker.gui.panels.knob_form import KnobForm
from trekker.gui.panels.knob_slider import KnobSlider
from trekker.gui.panels.number_field import NumberField
from trekker.gui.picker import Picker
from trekker.knobs import Knob, Scale, knob, knobs_of
from trekker.optimizers import catalogue

RATE = Knob("rate", 0.01, slider=(1e-5, 10.0), scale=Scale.LOG)
SPAN = Knob("span", 0.0, low=-1.0, high=3.0)


@dataclass(frozen=True)
class Example:
    """One knob of each kind."""

    stride: float = knob(0.5, low=0.0, high=1.0, slider=(0.0, 1.0), label="Stride", hint="How far.", symbol="s")
    count: int = knob(3, low=1, high=9)
    loud: bool = knob(False, label="Loud")
    colour: str = knob("red", choices=("red", "blue"), label="Colour")


@pytest.fixture
def edits():
    return []


@pytest.fixture
def form(qtbot, edits):
    form = KnobForm(with_slider=frozenset({"stride", "learning_rate"}))
    qtbot.addWidget(form)
    form.edited.connect(edits.append)
    return form


def retype(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("name", catalogue())
def test_every_rule_gets_a_row_for_each_of_its_settings(form, name):
    rule = catalogue()[name]()
    form.show_settings(rule)
    for setting, each in knobs_of(rule).items():
        editor = form.editor(setting)
        assert editor.accessibleName() == each.label
        assert editor.toolTip() == each.hint
        assert each.label
        assert each.hint


@pytest.mark.parametrize("name", catalogue())
def test_every_setting_of_every_rule_can_be_edited_and_comes_back(form, edits, name):
    rule = catalogue()[name]()
    form.show_settings(rule)
    for setting, each in knobs_of(rule).items():
        editor, before = form.editor(setting), getattr(rule, setting)
        if isinstance(editor, NumberField):
            QTest.keyClick(editor, Qt.Key.Key_Up)
            if not edits:
                QTest.keyClick(editor, Qt.Key.Key_Down)
        elif isinstance(editor, QCheckBox):
            editor.click()
        edited = edits.pop()
        assert type(edited) is type(rule)
        assert getattr(edited, setting) != before
        assert all(getattr(edited, other) == getattr(rule, other) for other in knobs_of(rule) if other != setting)
        form.show_settings(edited)
        form.show_settings(rule)
        assert edits == []
        assert each.name == setting


def test_each_kind_of_knob_gets_its_kind_of_editor(form):
    form.show_settings(Example())
    kinds = [type(form.editor(name)) for name in ("stride", "count", "loud", "colour")]
    assert kinds == [NumberField, NumberField, QCheckBox, Picker]


def test_a_choice_and_a_switch_are_edited(form, edits):
    form.show_settings(Example())
    form.editor("colour").activated.emit(1)
    form.editor("loud").click()
    assert edits == [Example(colour="blue"), Example(loud=True)]


def test_what_is_shown_tells_nobody(form, edits):
    form.show_settings(Example())
    form.show_settings(Example(stride=0.25, count=7, loud=True, colour="blue"))
    assert edits == []
    assert form.editor("stride").text() == "0.25"
    assert form.editor("count").text() == "7"
    assert form.editor("loud").isChecked()
    assert form.editor("colour").currentData() == "blue"
    assert form.slider("stride").value() == 250


def test_the_slider_and_the_field_edit_the_same_knob(form, edits):
    form.show_settings(Example())
    form.slider("stride").triggerAction(QSlider.SliderAction.SliderToMaximum)
    retype(form.editor("stride"), "0.75")
    assert [edit.stride for edit in edits] == [1.0, 0.75]


def test_rows_are_kept_for_the_same_kind_and_made_anew_for_another(form):
    form.show_settings(Example())
    editor = form.editor("stride")
    form.show_settings(Example(stride=0.1))
    assert form.editor("stride") is editor
    form.show_settings(catalogue()["adam"]())
    assert form.editor("beta1").isVisibleTo(form)
    assert not editor.isVisibleTo(form)
    with pytest.raises(KeyError):
        form.editor("stride")


def test_a_text_that_is_not_allowed_is_complained_about(form, edits):
    told = []
    form.complained.connect(told.append)
    form.show_settings(Example())
    field = form.editor("stride")
    field.selectAll()
    QTest.keyClicks(field, "5")
    assert told == ["Stride must be a number from 0 to 1, not 5.0"]
    assert edits == []


# Sliders ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def slider_for(qtbot):
    def make(each):
        slider = KnobSlider(each)
        qtbot.addWidget(slider)
        slider.resize(220, 24)
        return slider

    return make


@pytest.mark.parametrize(
    ("value", "share"), [(1e-5, 0.0), (1e-2, 0.5), (10.0, 1.0), (1e-9, 0.0), (1e3, 1.0), (0.0, 0.0)]
)
def test_a_logarithmic_slider_gives_each_decade_the_same_room(slider_for, value, share):
    slider = slider_for(RATE)
    slider.set_value(value)
    assert slider.value() == round(share * slider.maximum())


@pytest.mark.parametrize(("value", "share"), [(-1.0, 0.0), (1.0, 0.5), (3.0, 1.0)])
def test_a_linear_slider_follows_the_value(slider_for, value, share):
    slider = slider_for(SPAN)
    slider.set_value(value)
    assert slider.value() == round(share * slider.maximum())


def test_what_a_hand_moves_is_told_and_what_the_program_sets_is_not(slider_for):
    slider, told = slider_for(RATE), []
    slider.edited.connect(told.append)
    slider.set_value(0.1)
    assert told == []
    slider.triggerAction(QSlider.SliderAction.SliderToMaximum)
    slider.triggerAction(QSlider.SliderAction.SliderToMinimum)
    assert told == [10.0, 1e-5]


def test_a_hand_on_the_slider_is_not_fought_with(slider_for):
    slider = slider_for(RATE)
    slider.setSliderDown(True)
    slider.setSliderPosition(700)
    slider.set_value(1e-5)
    assert slider.sliderPosition() == 700


def picture(slider):
    image = slider.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)


def marked(slider):
    """Return the columns of pixels in which the colour of the limit, pure green, is drawn."""
    red, green, blue = np.moveaxis(picture(slider), -1, 0)
    return np.flatnonzero(((green > 200) & (red < 80) & (blue < 80)).any(axis=0))


@pytest.mark.parametrize("limit", [1e-4, 1e-2, 1.0])
def test_the_limit_is_marked_at_its_place_and_what_lies_beyond_is_tinted(slider_for, limit):
    slider = slider_for(RATE)
    slider.set_value(1e-5)
    assert not marked(slider).size
    slider.set_limit(limit, QColor("#00ff00"))
    columns = marked(slider)
    share = (np.log10(limit) + 5) / 6
    assert columns.min() == pytest.approx(8 + share * (slider.width() - 16), abs=7)
    assert columns.max() > slider.width() - 14
    slider.set_limit(None, QColor("#00ff00"))
    assert not marked(slider).size


def test_a_form_that_has_shown_many_rules_has_no_more_rows_than_the_longest_of_them(form):
    for _ in range(10):
        for rule in ("adam", "momentum", "gradient_descent"):
            form.show_settings(catalogue()[rule]())
    assert form.layout().rowCount() < 12
