from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trekker.gui.scene.relief import TALL, Relief, relief_of, round_steps, roundest


def costs_of(name, landscape):
    return landscape(name).costs


def test_a_bowl_is_drawn_to_scale(landscape):
    relief = landscape("bowl").relief
    assert not relief.compressed
    assert relief.caption == "height: cost"
    np.testing.assert_allclose(relief.height(np.array([relief.lowest, relief.highest])), [0, TALL], atol=1e-12)
    assert relief.height((relief.lowest + relief.highest) / 2) == pytest.approx(TALL / 2)


def test_a_ground_whose_valleys_would_be_flat_is_compressed_until_half_of_it_is_not(landscape):
    ground = landscape("rosenbrock")
    assert ground.relief.compressed
    assert "compressed" in ground.relief.caption
    assert np.median(ground.heights) == pytest.approx(0.3 * TALL, rel=1e-3)


def test_heights_rise_with_cost_and_can_be_read_back(landscape):
    relief = landscape("rosenbrock").relief
    costs = np.linspace(relief.lowest - 1, relief.highest * 2, 1000)
    heights = relief.height(costs)
    assert (np.diff(heights) > 0).all()
    np.testing.assert_allclose(relief.cost(heights), costs, rtol=1e-9, atol=1e-6)


X = np.linspace(-5, 5, 121)[np.newaxis, :] + 1e-3
Y = X.T
GROUNDS_WITH_POLES = {
    "both ways": 1 / X + 0 * Y,
    "both ways, crossed": 1 / (X * Y),
    "downwards": -1 / (X**2 + Y**2),
    "upwards": 1 / (X**2 + Y**2),
    "mostly upwards": 1 / X**2 + 1 / Y,
    "tails without a pole": np.sinh(2 * X) + Y,
}


@pytest.mark.parametrize("costs", GROUNDS_WITH_POLES.values(), ids=GROUNDS_WITH_POLES)
def test_no_pole_flattens_the_middle_half_of_the_ground(costs):
    relief = relief_of(costs)
    assert relief.compressed
    lower, upper = relief.height(np.quantile(costs, (0.25, 0.75)))
    assert upper - lower > 0.09 * TALL
    np.testing.assert_allclose(relief.height(np.array([costs.min(), costs.max()])), [0, TALL], atol=1e-9)


def test_what_is_level_but_for_a_pit_stays_level():
    pit = -np.exp(-3 * (X**2 + Y**2))
    assert not relief_of(pit).compressed


def test_a_logarithm_is_steep_enough_to_be_drawn_to_scale():
    assert not relief_of(np.log(np.abs(X)) + 0 * Y).compressed


costs_of_any_size = st.floats(-1e100, 1e100, allow_subnormal=False)


@given(st.lists(costs_of_any_size, min_size=1, max_size=40))
def test_whatever_the_costs_are_heights_rise_with_them_from_the_floor_to_the_top_and_read_back(costs):
    costs = np.unique(costs)
    relief = relief_of(costs)
    heights = relief.height(costs)
    assert np.isfinite(heights).all()
    if relief.highest - relief.lowest > 1e-250:
        np.testing.assert_allclose(heights[[0, -1]], [0, TALL], atol=1e-9)
        assert (np.diff(heights) >= 0).all()
        span = relief.highest - relief.lowest
        np.testing.assert_allclose(relief.cost(heights), costs, rtol=1e-9, atol=1e-9 * span)


def softest_at(lowest, span, softness, centre):
    return Relief(lowest, lowest + span, softness * span, lowest + centre * span)


centred_reliefs = st.builds(
    softest_at, st.floats(-1e6, 1e6), st.floats(1e-3, 1e9), st.floats(1e-6, 10.0), st.floats(0.0, 1.0)
)


@given(centred_reliefs, st.floats(0, TALL), st.floats(0, TALL))
def test_a_relief_about_any_cost_rises_strictly_and_reads_back(relief, first, second):
    low, high = sorted((first, second))
    costs = relief.cost(np.array([low, high]))
    np.testing.assert_allclose(relief.height(costs), [low, high], atol=1e-3)
    if high - low > 1e-3:
        assert costs[0] < costs[1]


@given(st.floats(1e-2, 10.0), st.floats(0.0, 1.0), st.floats(0.05, 0.95))
def test_slope_and_bend_are_the_derivatives_of_the_drawn_height_about_any_cost(softness, centre, share):
    relief = softest_at(0.0, 7.0, softness, centre)
    cost = relief.lowest + share * (relief.highest - relief.lowest)
    reach = 1e-4 * np.hypot(cost - relief.centre, relief.softness)
    below, here, above = relief.height(cost + reach * np.array((-1.0, 0.0, 1.0)))
    steepest = relief.slope(relief.centre)
    assert relief.slope(cost) == pytest.approx((above - below) / (2 * reach), rel=1e-5, abs=1e-6 * steepest)
    bend = ((above - here) - (here - below)) / reach**2
    assert relief.bend(cost) == pytest.approx(bend, rel=1e-3, abs=1e-3 * steepest / relief.softness)


@given(centred_reliefs, st.integers(2, 20))
def test_ticks_between_two_poles_rise_within_what_was_sampled(relief, count):
    costs = relief.round_costs(count)
    assert costs.size <= count + 1
    assert (np.diff(costs) > 0).all()
    assert ((costs >= relief.lowest) & (costs <= relief.highest)).all()


def test_infinite_and_missing_costs_do_not_raise():
    relief = relief_of(np.array([0.0, 1.0, 2.0]))
    heights = relief.height(np.array([np.inf, np.nan, -np.inf]))
    assert heights[0] > TALL
    assert np.isnan(heights[1])
    assert heights[2] < 0


def test_what_was_rounded_off_is_no_mountain():
    costs = 90.0 + 1e-14 * np.random.default_rng(0).integers(-2, 3, (20, 20))
    relief = relief_of(costs)
    assert np.ptp(costs) > 0
    assert (relief.height(costs) == 0).all()
    assert relief.round_costs(8).size == 0


def test_flat_ground_and_no_ground_have_height_zero():
    for costs in (np.full((3, 3), 7.0), np.full((3, 3), np.nan)):
        relief = relief_of(costs)
        assert relief.height(7.0) == 0
        assert relief.round_costs(8).size == 0


@given(
    st.floats(-1e6, 1e6),
    st.floats(1e-3, 1e9),
    st.floats(1e-6, 10.0) | st.just(np.inf),
    st.integers(2, 20),
)
def test_round_costs_rise_within_what_was_sampled(lowest, span, softness, count):
    relief = Relief(lowest, lowest + span, softness * span)
    costs = relief.round_costs(count)
    assert costs.size <= count + 1
    assert (np.diff(costs) > 0).all()
    assert ((costs >= lowest - 1e-9 * span) & (costs <= lowest + span * (1 + 1e-9))).all()


@pytest.mark.parametrize(
    ("low", "high", "best"), [(-1, 1, 0), (0.7, 1.3, 1), (13, 24, 20), (430, 560, 500), (-2600, -1900, -2000)]
)
def test_the_roundest_number_has_the_fewest_digits(low, high, best):
    assert roundest(low, high) == best


def test_round_steps_include_round_ends():
    np.testing.assert_allclose(round_steps(-2, 2, 4), [-2, -1, 0, 1, 2])
