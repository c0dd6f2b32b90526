"""The record of a walk."""

import numpy as np
import pytest

from trekker.walk.trail import Trail


def walked(steps: int) -> Trail:
    trail = Trail(np.array([0.0, 1.0]), 5.0, np.array([2.0, 3.0]))
    for step in range(1, steps + 1):
        trail.depart(np.array([step, -step]), np.array([0.5, 0.25]), (1, 2, 0))
        trail.arrive(np.array([step, 1.0]), 5.0 - step, np.array([2.0, step]))
    return trail


def test_row_zero_is_the_start() -> None:
    trail = walked(0)
    assert len(trail) == 1
    assert trail.steps == 0
    assert trail.theta.tolist() == [[0.0, 1.0]]
    assert trail.cost.tolist() == [5.0]
    assert np.isnan(trail.change).all()


@pytest.mark.parametrize("steps", [1, 255, 256, 257, 2000])
def test_nothing_is_lost_as_the_arrays_grow(steps: int) -> None:
    trail = walked(steps)
    assert trail.steps == steps
    assert np.array_equal(trail.theta[:, 0], np.arange(steps + 1))
    assert np.array_equal(trail.cost, 5.0 - np.arange(steps + 1))
    assert np.array_equal(trail.felt[:-1, 0], np.arange(1, steps + 1))
    assert np.array_equal(trail.work[:, 1], 2 * np.arange(steps + 1))
    assert np.isnan(trail.felt[-1]).all()


def test_the_record_cannot_be_changed_from_outside() -> None:
    trail = walked(3)
    for array in (trail.theta, trail.cost, trail.gradient, trail.felt, trail.change, trail.work):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_the_trail_can_still_be_written_after_it_was_looked_at() -> None:
    trail = walked(3)
    _ = trail.theta, trail.cost, trail.work
    trail.depart(np.zeros(2), np.zeros(2))
    trail.arrive(np.array([9.0, 9.0]), 1.0, np.zeros(2))
    assert trail.theta[-1].tolist() == [9.0, 9.0]


def test_gradient_norms_are_those_of_the_true_slope() -> None:
    trail = walked(4)
    assert trail.gradient_norm[-1] == pytest.approx(np.hypot(2.0, 4.0))


def test_overflowing_slopes_have_an_infinite_norm_and_no_warning() -> None:
    trail = Trail(np.zeros(2), 1.0, np.array([1e200, 1e200]))
    assert np.isinf(trail.gradient_norm[0])
