from __future__ import annotations

import math

import numpy as np
import pytest

from tests.optimizers.grounds import Quadratic
from trekker.cost import CostFunction
from trekker.optimizers.line import Line, backtrack, interpolate, minimise
from trekker.optimizers.probe import Probe


class Ledge(CostFunction):
    """A ledge: whoever leaves θ = 1 falls out of the domain."""

    dimension = 1

    def cost(self, theta, rows=None):
        return np.where(theta[..., 0] == 1, 2.0, math.inf)

    def gradient(self, theta, rows=None):
        return np.ones_like(theta)


def parabola_from(start, direction):
    """Return the line from ``start`` over ½θ²."""
    theta = np.array([start])
    probe = Probe(Quadratic(np.array([[1.0]]), np.array([0.0])))
    return Line.along(probe, theta, np.array([direction]), probe.gradient(theta))


def test_backtracking_takes_the_first_stride_that_falls_enough():
    # ½(1 − s)² ≤ ½ − share·s exactly where s ≤ 2 − 2·share.
    assert backtrack(parabola_from(1.0, -1.0), 8.0, share=1e-4) == 1.0
    assert backtrack(parabola_from(1.0, -1.0), 1.9, share=1e-4) == 1.9
    assert backtrack(parabola_from(1.0, -1.0), 8.0, share=0.8) == 0.25


def test_interpolation_goes_to_the_lowest_point_of_the_parabola():
    assert interpolate(parabola_from(1.0, -1.0), 3.0) == pytest.approx(1.0, rel=1e-12)


def test_interpolation_shortens_to_no_less_than_a_tenth_at_a_time():
    line = parabola_from(1.0, -1.0)
    assert interpolate(line, 50.0) == pytest.approx(1.0, rel=1e-12)
    assert line.probe.counts.cost == 4  # the start, 50, 5 and 1


def test_minimising_lengthens_a_stride_that_was_too_short():
    assert minimise(parabola_from(1.0, -1.0), 0.001) == pytest.approx(1.0, rel=0.02)


@pytest.mark.parametrize("find", (backtrack, interpolate, minimise))
def test_uphill_nothing_is_found_and_nothing_tried(find):
    line = parabola_from(1.0, 1.0)
    assert find(line, 1.0) == 0.0
    assert line.probe.counts.cost == 1


@pytest.mark.parametrize("find", (backtrack, interpolate, minimise))
def test_on_a_ledge_the_search_ends_when_strides_are_too_short_to_be_felt(find):
    probe = Probe(Ledge())
    line = Line.along(probe, np.array([1.0]), np.array([-1.0]), np.array([1.0]))
    assert find(line, 1.0) == 0.0
    assert probe.counts.cost < 60


def test_a_rise_within_the_rounding_of_the_cost_is_no_rise():
    line = Line(Probe(Ledge()), np.zeros(1), np.ones(1), cost=1e6, slope=-1e-20)
    assert line.falls_enough(1.0, math.nextafter(1e6, 2e6), 1e-4)
    assert not line.falls_enough(1.0, 1e6 * (1 + 1e-14), 1e-4)
