"""Sentences for people that know their values, so that they can be translated."""

import copy

import pytest

from trekker.knobs import Knob
from trekker.messages import Message, Refusal, inside, listed, message, number, percent
from trekker.terrain.formula import FormulaError, parse


def test_a_message_is_its_sentence_and_knows_pattern_and_values():
    told = message("The cost is {cost} after {count} steps.", cost=-0.25, count=3)
    assert told == "The cost is −0.25 after 3 steps."
    assert told.text == "The cost is {cost} after {count} steps."
    assert told.values == (("cost", "−0.25"), ("count", "3"))


def test_a_message_in_a_message_stays_one():
    inner = message("{count} rows", count=2)
    outer = message("There are {what}.", what=message("only {what}", what=inner))
    assert outer == "There are only 2 rows."
    assert outer.values[0][1].values[0][1] is inner


def test_what_people_wrote_may_hold_braces():
    assert message("the column {name} is empty", name="{x}") == "the column {x} is empty"
    assert message("{x} stands for itself") == "{x} stands for itself"


def test_a_message_survives_being_copied():
    told = message("{count} rows", count=2)
    again = copy.deepcopy(told)
    assert (again, again.text, again.values) == (told, told.text, told.values)


def test_a_message_of_a_message_is_the_same():
    told = message("{count} rows", count=2)
    assert message(told) is told


def test_a_title_inside_a_sentence_is_translated_as_a_title():
    assert inside("Linear regression") == "linear regression"
    assert inside("Linear regression").text == "Linear regression"


@pytest.mark.parametrize(("items", "said"), [([], ""), (["a"], "a"), (["a", "b", "c"], "a, b, c")])
def test_a_list_has_commas_between(items: list[str], said: str):
    assert listed(items) == said


def test_a_refusal_says_its_sentence_and_keeps_its_values_apart():
    refusal = Refusal("at most {most} are read, not {count}", most=f"{64_000_000:,}", count=70_000_000)
    assert str(refusal) == "at most 64,000,000 are read, not 70000000"
    assert refusal.message.values == (("most", "64,000,000"), ("count", "70000000"))
    assert isinstance(refusal, ValueError)


def test_a_refusal_made_of_a_message_keeps_that():
    said = message("{count} rows are too few", count=2)
    assert Refusal(said).message is said


def test_a_formula_that_is_refused_keeps_values_and_place():
    with pytest.raises(FormulaError, match="did you mean sin") as refused:
        parse("x + sni(y)")
    assert refused.value.position == 4
    assert refused.value.message.values == (("word", "sni"), ("known", "sin"))


@pytest.mark.parametrize(
    ("knob", "allowed"),
    [
        (Knob("a", 1.0), "a number that is finite"),
        (Knob("a", 1, low=0), "a whole number of at least 0"),
        (Knob("a", 1.0, low=0, low_open=True), "a number above 0"),
        (Knob("a", 1.0, high=9), "a number of at most 9"),
        (Knob("a", 1.0, high=9, high_open=True), "a number below 9"),
        (Knob("a", 1.0, low=0, high=9), "a number from 0 to 9"),
        (Knob("a", 1.0, low=0, high=9, high_open=True), "a number of at least 0 and below 9"),
        (Knob("a", 1.0, low=0, high=9, low_open=True), "a number above 0 and of at most 9"),
        (Knob("a", 1.0, low=0, high=9, low_open=True, high_open=True), "a number above 0 and below 9"),
        (Knob("a", "one", choices=("one", "two"), titles=("One", "Two")), "one of one, two"),
        (Knob("a", default=True), "true or false"),
    ],
)
def test_a_setting_says_what_it_allows(knob: Knob, allowed: str):
    assert knob.allowed == allowed
    assert isinstance(knob.allowed, Message)


def test_a_setting_is_called_by_its_name_in_english_and_by_its_label_elsewhere():
    with pytest.raises(Refusal, match=r"^learning_rate must be a number above 0, not 'x'$") as refused:
        Knob("learning_rate", 0.1, low=0, low_open=True, label="Learning rate").read("x")
    assert dict(refused.value.message.values)["setting"].text == "Learning rate"


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (8575.2, 3, "8575"),
        (-8351.0, 3, "−8351"),
        (45678.0, 4, "45678"),
        (99999.7, 4, "10⁵"),
        (123456.0, 4, "1.235×10⁵"),
        (857.52, 3, "858"),
        (0.00001234, 3, "1.23×10⁻⁵"),
    ],
)
def test_a_number_below_a_hundred_thousand_needs_no_power_of_ten(value, digits, text):
    assert number(value, digits) == text


def test_the_sign_of_a_percentage_never_stands_alone_on_a_line():
    assert percent(0.421, 1) == "42.1\u202f%"
    assert percent(float("nan")) == "—"
