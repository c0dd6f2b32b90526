"""Hikers or balls: decided by fed frame times, and remembered."""

import pytest
from PySide6.QtCore import QSettings

from trekker.gui.figure_choice import FRAMES, SLOW_MS, FigureChoice, Figures


@pytest.fixture
def choice(qapp):
    QSettings().remove("figures")
    yield FigureChoice()
    QSettings().remove("figures")


def feed(choice, *milliseconds):
    for each in milliseconds:
        choice.take_frame(each)


def test_where_frames_take_long_for_a_while_balls_are_drawn_and_that_is_told_once(choice):
    told = []
    choice.gave_up_hikers.connect(told.append)
    feed(choice, *[SLOW_MS + 20] * (FRAMES - 1))
    assert not choice.simple
    feed(choice, *[SLOW_MS + 20] * (2 * FRAMES))
    assert choice.simple
    assert told == [SLOW_MS + 20]


def test_a_few_slow_frames_among_quick_ones_change_nothing(choice):
    feed(choice, *([SLOW_MS / 3] * 3 + [900.0] * 2) * FRAMES)
    assert not choice.simple


def test_frames_that_become_quick_again_bring_no_hikers_back_and_a_choice_does(choice):
    feed(choice, *[SLOW_MS * 2] * FRAMES, *[1.0] * 10 * FRAMES)
    assert choice.simple
    choice.choose(Figures.HIKERS)
    feed(choice, *[SLOW_MS * 2] * 2 * FRAMES)
    assert not choice.simple


def test_the_choice_is_remembered_and_what_was_decided_by_itself_is_not(choice):
    feed(choice, *[SLOW_MS * 2] * FRAMES)
    assert not FigureChoice().simple
    for wanted, simple in ((Figures.BALLS, True), (Figures.HIKERS, False), (Figures.AUTOMATIC, False)):
        choice.choose(wanted)
        assert (FigureChoice().wanted, FigureChoice().simple) == (wanted, simple)


def test_an_unknown_remembered_choice_is_as_none(choice):
    QSettings().setValue("figures", "unicorns")
    assert FigureChoice().wanted is Figures.AUTOMATIC
