import numpy as np
import pytest

from trekker.learning.dataset import Column, Dataset
from trekker.learning.split import held_out_rows, split


def table(rows):
    return Dataset("table", (Column("x", np.arange(rows)), Column("y", 10 * np.arange(rows))), notes=("kept",))


def seed(number=0):
    return np.random.SeedSequence(number)


@pytest.mark.parametrize(("rows", "share", "held_out"), [(10, 0.2, 2), (7, 0.5, 4), (2, 0.01, 1), (2, 0.99, 1)])
def test_every_row_is_on_one_side_and_stays_whole(rows, share, held_out):
    training, validation = split(table(rows), share, seed())
    assert validation.row_count == held_out
    assert sorted([*training["x"], *validation["x"]]) == list(range(rows))
    for part in (training, validation):
        assert np.array_equal(part["y"], 10 * part["x"])
        assert (np.diff(part["x"]) > 0).all()
        assert part.notes == ("kept",)


def test_the_same_seed_holds_out_the_same_rows_and_another_others():
    first, again, other = (split(table(100), 0.3, seed(number)).validation["x"].tolist() for number in (4, 4, 5))
    assert first == again
    assert first != other


@pytest.mark.parametrize("share", [0.0, 1.0, -0.1, np.nan])
def test_a_share_that_leaves_nothing_is_refused(share):
    with pytest.raises(ValueError, match="above 0 and below 1"):
        split(table(10), share, seed())


def test_one_row_cannot_be_split():
    with pytest.raises(ValueError, match="at least two"):
        split(table(1), 0.5, seed())


def test_with_no_share_no_row_is_held_out():
    training, validation = held_out_rows(5, 0.0, seed())
    assert (training.tolist(), validation.tolist()) == ([0, 1, 2, 3, 4], [])
