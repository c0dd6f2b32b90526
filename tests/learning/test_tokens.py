import pytest
from hypothesis import given
from hypothesis import strategies as st

from trekker.learning.tokens import Tokeniser, Units
from trekker.learning.vocabulary import Vocabulary

WORDS, PAIRS = Tokeniser(Units.WORDS, 1), Tokeniser(Units.WORDS, 2)
RUNS = Tokeniser(Units.CHARACTERS, 2)


def tokens(tokeniser, text):
    return [piece.token for piece in tokeniser.pieces(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Not GOOD at all!", ["not", "good", "at", "all"]),
        ("It's mother-in-law’s", ["it's", "mother-in-law's"]),
        ("ＧＯＯＤ café 4 you_2", ["good", "café", "you"]),
        ("", []),
        ("1234 !?", []),
    ],
)
def test_words_are_found_whatever_their_capitals_and_apostrophes(text, found):
    assert tokens(WORDS, text) == found


def test_neighbours_make_a_pair_but_not_over_a_comma():
    assert tokens(PAIRS, "not good, no") == ["not", "not good", "good", "no"]


def test_runs_of_characters_stop_at_punctuation():
    assert tokens(RUNS, "良い。です") == ["良", "良い", "い", "で", "です", "す"]


def test_letters_made_of_two_signs_count_as_one():
    assert RUNS.pieces("ﾃﾞｽ") == [("デ", 0, 2), ("デス", 0, 3), ("ス", 2, 3)]
    assert WORDS.pieces("cafe\u0301!") == [("café", 0, 5)]


@pytest.mark.parametrize(
    ("texts", "units"),
    [
        (["good"], Units.WORDS),
        (["отлично"], Units.WORDS),
        (["とても良い AAA"], Units.CHARACTERS),
        (["很好"], Units.CHARACTERS),
        ([""], Units.WORDS),
    ],
)
def test_the_script_decides_between_words_and_characters(texts, units):
    assert Tokeniser.suiting(texts).units is units


@given(st.text(max_size=60), st.sampled_from([PAIRS, Tokeniser(Units.CHARACTERS, 3)]))
def test_every_piece_of_any_text_stands_where_it_says(text, tokeniser):
    for token, start, end in tokeniser.pieces(text):
        assert 0 <= start < end <= len(text)
        assert token in tokens(tokeniser, text[start:end])


def test_a_token_of_one_text_alone_is_not_learnt_and_the_most_frequent_come_first():
    vocabulary = Vocabulary.of(["a good day", "a bad day", "a day off"], WORDS)
    assert vocabulary.tokens == ("a", "day")


def test_a_row_has_length_one_however_long_the_text():
    vocabulary = Vocabulary.of(["good bad so", "good bad so"], WORDS)
    for text, count in (("good", 1), ("good, good, bad", 2), ("so good so bad", 3)):
        places, values = vocabulary.row(text)
        assert len(places) == count
        assert (values**2).sum() == pytest.approx(1.0)
    assert len(vocabulary.row("nothing known")[0]) == 0
