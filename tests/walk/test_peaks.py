"""Few points that keep every peak and dip of many."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trekker.walk.peaks import Peaks, spread

MOST = 480


def test_few_rows_are_all_picked() -> None:
    assert Peaks().pick(np.sin(np.arange(200.0)), 0, 200, MOST).tolist() == list(range(200))


@given(st.integers(481, 60_000), st.data())
def test_of_many_rows_every_peak_and_dip_and_both_ends_are_picked(count: int, data: st.DataObject) -> None:
    values = np.linspace(1.0, 0.0, count)
    first = data.draw(st.integers(0, count - MOST - 1))
    last = data.draw(st.integers(first + MOST + 1, count))
    peak, dip = (data.draw(st.integers(first, last - 1)) for _ in range(2))
    values[peak] = 50.0
    values[dip] = -50.0
    rows = Peaks().pick(values, first, last, MOST)
    assert len(rows) <= MOST + 2
    assert {first, dip, last - 1} <= set(rows.tolist())
    assert values[rows].max() == values[first:last].max()
    assert (np.diff(rows) > 0).all()


@pytest.mark.parametrize("stride", [7, 63, 700, 20_000])
def test_a_column_that_grew_is_picked_from_as_one_that_was_there_at_once(stride: int) -> None:
    values = np.random.default_rng(1).standard_normal(30_000)
    growing = Peaks()
    for count in range(stride, 30_000, stride)[:400]:
        unsettled = values[:count].copy()
        unsettled[-1] = np.nan  # the newest row is not known before its step is taken
        growing.pick(unsettled, 0, count, MOST)
    assert growing.pick(values, 0, 30_000, MOST).tolist() == Peaks().pick(values, 0, 30_000, MOST).tolist()


def test_values_that_are_no_numbers_do_not_hide_the_peaks_beside_them() -> None:
    values = np.full(100_000, np.nan)
    values[::2] = 1.0
    values[5000] = 9.0
    values[-1] = np.inf
    assert 5000 in Peaks().pick(values, 0, 100_000, MOST)
    assert 5000 in spread(values, MOST)


def test_a_picture_of_many_rows_looks_at_few_of_them() -> None:
    class Counting(np.ndarray):
        looked = 0

        def __getitem__(self, key: object) -> np.ndarray:
            got = np.asarray(super().__getitem__(key))
            Counting.looked += got.size
            return got

    values = np.sin(np.arange(300_000.0)).view(Counting)
    peaks = Peaks()
    peaks.pick(values, 0, 299_999, MOST)
    Counting.looked = 0
    peaks.pick(values, 0, 300_000, MOST)
    assert 0 < Counting.looked < 6000
