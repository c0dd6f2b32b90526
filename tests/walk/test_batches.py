"""Which rows each step feels."""

import numpy as np
import pytest

from trekker.walk.batches import Batches


def seed(number: int = 1) -> np.random.SeedSequence:
    return np.random.SeedSequence(number, spawn_key=(1, 0))


@pytest.mark.parametrize("size", [None, 7, 100])
def test_a_batch_of_all_rows_is_the_whole_ground(size: int | None) -> None:
    batches = Batches(7, size, seed())
    assert batches.feels_all
    assert batches.rows_at(0) is None
    assert batches.steps_per_epoch == 1


@pytest.mark.parametrize(("rows", "size"), [(7, 1), (7, 3), (12, 4), (1000, 32)])
def test_every_epoch_sees_every_row_once(rows: int, size: int) -> None:
    batches = Batches(rows, size, seed())
    for epoch in range(3):
        first = epoch * batches.steps_per_epoch
        seen = np.concatenate([batches.rows_at(first + turn) for turn in range(batches.steps_per_epoch)])
        assert sorted(seen) == list(range(rows))


def test_epochs_are_shuffled_differently() -> None:
    batches = Batches(100, 100 - 1, seed())
    assert not np.array_equal(batches.rows_at(0), batches.rows_at(2))


def test_the_rows_of_a_step_follow_from_its_number_alone() -> None:
    forwards, backwards = Batches(50, 8, seed()), Batches(50, 8, seed())
    there = [forwards.rows_at(step) for step in range(40)]
    back = [backwards.rows_at(step) for step in reversed(range(40))]
    for one, other in zip(there, reversed(back), strict=True):
        assert np.array_equal(one, other)


def test_another_seed_gives_other_rows() -> None:
    assert not np.array_equal(Batches(50, 8, seed(1)).rows_at(0), Batches(50, 8, seed(2)).rows_at(0))
