from __future__ import annotations

import numpy as np
import pytest

from tests.optimizers.grounds import Rosenbrock
from trekker.cost import CostFunction
from trekker.optimizers.probe import Evaluations, Probe

HERE, THERE = np.array((0.0, 1.0)), np.array((2.0, 1.0))


class RowGround(CostFunction):
    """The mean over rows of ½(θ − row number)²."""

    dimension, rows = 1, 4

    def cost(self, theta, rows=None):
        numbers = np.arange(4) if rows is None else rows
        return ((theta[..., :1] - numbers) ** 2).mean(axis=-1) / 2

    def gradient(self, theta, rows=None):
        numbers = np.arange(4) if rows is None else rows
        return (theta[..., :1] - numbers).mean(axis=-1, keepdims=True)


def test_a_probe_feels_the_ground_as_it_is():
    ground, probe = Rosenbrock(), Probe(Rosenbrock())
    assert probe.cost(THERE) == ground.cost(THERE)
    assert np.array_equal(probe.gradient(THERE), ground.gradient(THERE))
    assert np.array_equal(probe.hessian(THERE), ground.hessian(THERE))
    assert probe.has_hessian


def test_a_probe_counts_what_it_is_asked():
    probe = Probe(Rosenbrock())
    assert probe.counts == Evaluations(0, 0, 0)
    probe.cost(HERE)
    probe.cost(THERE)
    probe.gradient(THERE)
    probe.hessian(HERE)
    assert probe.counts == Evaluations(cost=2, gradient=1, hessian=1)


def test_asking_twice_at_the_same_place_counts_once():
    probe = Probe(Rosenbrock())
    first = probe.cost_and_gradient(HERE)
    again = probe.cost_and_gradient(HERE.copy())
    assert first == (probe.cost(HERE), again[1])
    assert probe.counts == Evaluations(cost=1, gradient=1, hessian=0)


def test_the_ground_is_really_asked_as_often_as_is_counted():
    asked = []

    class Recording(RowGround):
        def cost(self, theta, rows=None):
            asked.append("cost")
            return super().cost(theta, rows)

        def gradient(self, theta, rows=None):
            asked.append("gradient")
            return super().gradient(theta, rows)

    probe = Probe(Recording())
    for theta in (0.0, 1.0, 0.0):
        probe.cost(np.array([theta]))
        probe.gradient(np.array([theta]))
        probe.cost_and_gradient(np.array([theta]))
    assert (asked.count("cost"), asked.count("gradient")) == probe.counts[:2] == (2, 2)


def test_cost_and_gradient_asks_only_for_what_is_not_known_yet():
    probe = Probe(Rosenbrock())
    probe.gradient(HERE)
    cost, gradient = probe.cost_and_gradient(HERE)
    assert cost == 101.0
    assert np.array_equal(gradient, (-2.0, 200.0))
    assert probe.counts == Evaluations(cost=1, gradient=1, hessian=0)


def test_a_probe_feels_only_the_rows_of_its_step():
    probe = Probe(RowGround(), np.array([1, 3]))
    assert probe.cost(np.array([2.0])) == 0.5
    assert probe.gradient(np.array([5.0])).tolist() == [3.0]


def test_a_ground_without_a_hessian_says_so():
    probe = Probe(RowGround())
    assert not probe.has_hessian
    with pytest.raises(NotImplementedError):
        probe.hessian(np.array([1.0]))


def test_work_adds_up_count_by_count():
    assert Evaluations(1, 2, 3) + Evaluations(10, 20, 30) == Evaluations(11, 22, 33)
