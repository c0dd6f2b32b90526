from __future__ import annotations

import numpy as np
import pytest

from trekker.gui.scene.landscape import SIDE, sample
from trekker.gui.scene.relief import TALL


def test_places_and_parameters_are_each_others_inverse(landscape):
    ground = landscape("rosenbrock")
    theta = np.random.default_rng(1).uniform(ground.bounds.lower, ground.bounds.upper, (50, 2))
    np.testing.assert_allclose(ground.theta(ground.place(theta)), theta, atol=1e-12)


def test_the_surface_passes_through_every_sample(landscape):
    ground = landscape("himmelblau", 21, 33)
    places = ground.place(np.stack(np.meshgrid(ground.x, ground.y, indexing="ij"), axis=-1))
    np.testing.assert_allclose(ground.surface_height(places * (1 - 1e-12)), ground.heights, atol=1e-6)


def test_between_samples_the_surface_is_a_plane_triangle(ground_of):
    ground = sample(ground_of(lambda x, y: 2 * x - 3 * y, 0, 1, 0, 1), 5, 5)
    theta = np.random.default_rng(2).uniform(0, 1, (100, 2))
    expected = ground.relief.height(2 * theta[:, 0] - 3 * theta[:, 1])
    np.testing.assert_allclose(ground.surface_height(ground.place(theta)), expected, atol=1e-12)


def test_there_is_no_surface_off_the_map_or_over_a_hole(ground_of):
    ground = sample(ground_of(lambda x, y: np.where(x * x + y * y < 1, np.nan, x + y), -3, 3, -3, 3), 31, 31)
    heights = ground.surface_height(np.array([(0.0, 0.0), (SIDE, 0.0), (0.0, np.nan), (0.4 * SIDE, 0.0)]))
    assert np.isnan(heights[:3]).all()
    assert np.isfinite(heights[3])


def test_infinite_costs_become_holes(ground_of):
    with np.errstate(all="ignore"):
        ground = sample(ground_of(lambda x, y: 1 / (x * x) + 0 * y, -1, 1, -1, 1), 3, 3)
    assert np.isnan(ground.costs[1]).all()
    assert np.isfinite(ground.costs[0]).all()


def test_a_long_narrow_map_keeps_a_reasonable_shape(ground_of):
    ground = sample(ground_of(lambda x, y: x + y, 0, 1000, 0, 1), 5, 5)
    assert ground.extent[0] == pytest.approx(SIDE)
    assert ground.extent[1] == pytest.approx(0.6 * SIDE)


def test_a_grid_meets_zero_exactly_so_that_a_pole_there_is_a_hole_and_no_peak(ground_of):
    for count in (155, 295, 309):  # without care these miss it by a rounding error
        costs = sample(ground_of(lambda x, y: 1 / x, -5, 5, -5, 5), count, 3).costs
        assert np.isnan(costs[count // 2]).all()
        assert np.nanmax(costs) < count


def test_who_stands_far_below_the_drawn_ground_is_lower_still_where_the_cost_is_but_never_out_of_sight(landscape):
    ground = landscape("himmelblau")
    lowest, height = ground.relief.lowest, ground.relief.highest - ground.relief.lowest
    costs = lowest + height * np.array([0.7, 0.0, -1e-3, -0.1, -1.0, -2.0])
    feet = ground.feet(np.zeros((6, 2)), costs)[:, 2]
    assert (np.diff(feet) < 0).all()
    assert feet[-1] > -0.31 * TALL
    np.testing.assert_allclose(feet[:3], ground.relief.height(costs[:3]), atol=0.01)
    assert [ground.draws_higher(cost) for cost in costs] == [False, False, False, True, True, True]
