"""The bundled reviews: what they are, and that moods can be read from them."""

import re
from functools import cache

import numpy as np
import pytest

from trekker.assets import asset
from trekker.learning.reviews import LANGUAGES, SOURCE, reviews
from trekker.learning.text_ground import text_ground
from trekker.learning.tokens import Tokeniser, Units
from trekker.optimizers import optimizer


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_of_each_mood_and_no_review_comes_twice(language):
    known = reviews(language)
    assert len(known.texts) >= 300
    assert known.labels.count("positive") == known.labels.count("negative") == len(known.texts) / 2
    assert len(set(known.texts)) == len(known.texts)
    assert all(text == text.strip() and 8 <= len(text) <= 300 for text in known.texts)
    assert len({text[:4] for text in known.texts}) > 0.6 * len(known.texts) * (language == "ja")


def test_it_is_said_that_no_customer_wrote_them():
    assert "not collected from customers" in SOURCE
    assert "No customer wrote" in asset("samples/reviews.txt").read_text("utf-8")


def test_a_language_that_is_not_there_is_answered_by_those_that_are():
    with pytest.raises(ValueError, match="no reviews in xx here; there are en, ja"):
        reviews("xx")


def held_out_accuracy(language, seed):
    known = reviews(language)
    ground = text_ground(known.texts, known.labels, seed=seed)
    rule = optimizer("adam", {"learning_rate": "0.05"})
    theta = np.array(ground.start)
    state = rule.init(theta)
    for _ in range(100):
        change, state = rule.update(ground.cost.gradient(theta), state, theta)
        theta = theta + change
    return float(ground.validation_accuracy(theta))


@pytest.mark.parametrize("language", LANGUAGES)
def test_eight_in_ten_reviews_held_out_are_felt_right_whichever_they_are(language, monkeypatch):
    monkeypatch.setattr(Tokeniser, "pieces", cache(Tokeniser.pieces))  # the same texts are cut for each seed
    found = [held_out_accuracy(language, seed) for seed in range(20)]
    assert min(found) >= 0.8
    assert np.mean(found) >= 0.85


def test_no_two_reviews_are_almost_the_same():
    words = [set(re.findall(r"[a-z']+", text.lower())) for text in reviews("en").texts]
    alike = [(len(one & other) / len(one | other), place) for place, one in enumerate(words) for other in words[:place]]
    assert max(alike)[0] < 0.8


def test_english_is_read_by_words_and_japanese_by_characters():
    units = [text_ground(reviews(each).texts, reviews(each).labels).vocabulary.tokeniser.units for each in LANGUAGES]
    assert units == [Units.WORDS, Units.CHARACTERS]
