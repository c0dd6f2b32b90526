"""What is drawn becomes a picture as those of the data set are."""

import numpy as np
import pytest

from trekker.gui.strokes import reduced
from trekker.learning.digits import PIXELS, TARGET, digits

BAR = (((0.5, 0.2), (0.5, 0.8)),)


def test_clean_paper_is_blank(qapp):
    assert not reduced(()).any()


def test_ink_is_counted_in_sixteenths(qapp):
    picture = reduced(BAR)
    assert picture.shape == (8, 8)
    assert np.array_equal(picture * 16, np.round(picture * 16))
    assert 0.0 < picture.max() <= 1.0


@pytest.mark.parametrize("size", [0.2, 0.5, 1.0])
@pytest.mark.parametrize("corner", [0.0, 0.5])
def test_size_and_place_on_the_paper_do_not_matter(qapp, size, corner):
    moved = tuple(tuple((corner + size * x, corner + size * y) for x, y in stroke) for stroke in BAR)
    assert np.abs(reduced(moved) - reduced(BAR)).max() <= 1 / 16


def test_a_bar_fills_the_height_and_stays_in_the_middle(qapp):
    picture = reduced(BAR)
    assert picture.any(axis=1).all()
    assert np.array_equal(picture, picture[:, ::-1])
    assert not picture[:, (0, 1, 6, 7)].any()


def test_a_ring_has_about_as_much_ink_as_the_noughts_of_the_data_set(qapp):
    turn = np.linspace(0, 2 * np.pi, 40)
    ring = tuple(zip((0.5 + 0.25 * np.sin(turn)).tolist(), (0.5 - 0.4 * np.cos(turn)).tolist(), strict=True))
    table = digits()
    noughts = table.numbers(PIXELS)[table[TARGET] == 0.0].mean()
    assert reduced((ring,)).mean() == pytest.approx(noughts, rel=0.2)


def test_a_dot_stays_a_dot(qapp):
    assert reduced((((0.1, 0.9),),)).sum() < 3
