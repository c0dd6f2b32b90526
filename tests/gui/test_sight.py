"""What the blindfold allows, in one place."""

import pytest

from trekker.gui.sight import Sight, Worn


@pytest.fixture
def sight(qapp):
    return Sight()


def allowed(sight):
    return sight.sees_the_mountain, sight.knows_the_ground


def test_the_blindfold_covers_the_mountain_alone_and_comes_off_again(sight):
    sight.toggle()
    assert allowed(sight) == (False, True)
    sight.toggle()
    assert allowed(sight) == (True, True)


def test_with_everything_blindfolded_the_mountain_is_too_and_one_key_takes_all_off(sight):
    sight.toggle_everything()
    assert allowed(sight) == (False, False)
    sight.toggle_everything()
    assert allowed(sight) == (True, True)
    sight.toggle()
    sight.toggle_everything()
    sight.toggle_everything()
    assert allowed(sight) == (False, True)
    sight.toggle_everything()
    sight.toggle()
    assert allowed(sight) == (True, True)


def test_who_walks_by_hand_is_blindfolded_whatever_is_worn_and_what_was_worn_comes_back(sight):
    sight.toggle()
    sight.walk_by_hand(True)
    sight.toggle()
    assert allowed(sight) == (False, False)
    sight.wear(Worn(mountain=True))
    sight.walk_by_hand(False)
    assert allowed(sight) == (False, True)


def test_views_are_told_only_when_something_else_may_be_shown(sight):
    told = []
    sight.changed.connect(lambda: told.append(allowed(sight)))
    sight.toggle()
    sight.wear(Worn(mountain=True))
    sight.toggle_everything()
    sight.toggle()
    assert told == [(False, True), (False, False), (True, True)]
