"""The exponential moving mean."""

import numpy as np
import pytest

from trekker.walk.smoothing import Smoothed


def by_the_formula(weight: float, column: np.ndarray) -> np.ndarray:
    mean, means = 0.0, []
    for k, value in enumerate(column):
        mean = weight * mean + (1 - weight) * value
        means.append(mean / (1 - weight ** (k + 1)))
    return np.array(means)


@pytest.mark.parametrize("weight", [0.0, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("count", [1, 2, 127, 128, 129, 1000])
def test_it_is_the_recursion_with_its_bias_corrected(weight: float, count: int) -> None:
    column = np.random.default_rng(3).standard_normal(count) + 5
    assert Smoothed(weight).values(column) == pytest.approx(by_the_formula(weight, column), rel=1e-10)


@pytest.mark.parametrize("stride", [1, 50, 128, 333])
def test_a_column_that_grows_is_smoothed_as_one_that_was_there_at_once(stride: int) -> None:
    column = np.random.default_rng(4).standard_normal(1000)
    growing = Smoothed(0.9)
    for count in range(1, 1000, stride):
        unknown = column[:count].copy()
        unknown[-1] = np.nan
        assert np.isnan(growing.values(unknown)[-1])
    assert growing.values(column) == pytest.approx(by_the_formula(0.9, column))


def test_a_steady_column_stays_what_it_is_from_the_first_row_on() -> None:
    assert Smoothed(0.99).values(np.full(300, 7.0)) == pytest.approx(np.full(300, 7.0))


def test_after_a_value_that_is_no_number_there_is_no_mean() -> None:
    column = np.ones(400)
    column[150] = np.inf
    means = Smoothed(0.9).values(column)
    assert means[:150] == pytest.approx(np.ones(150))
    assert np.isnan(means[150:]).all()


@pytest.mark.parametrize("weight", [-0.1, 1.0, np.nan])
def test_a_weight_that_keeps_nothing_new_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="weight of smoothing"):
        Smoothed(weight)
