from __future__ import annotations

import math

import numpy as np
import pytest

from tests.optimizers.grounds import GROUNDS, Himmelblau, Quadratic, Rosenbrock
from trekker.cost import CostFunction
from trekker.optimizers import catalogue, optimizer
from trekker.optimizers.lbfgs import two_loop
from trekker.optimizers.probe import Evaluations, Probe

SEARCHERS = [name for name, rule in catalogue().items() if rule.looks_further]


def walk(rule, ground, start, steps, tolerance=0.0):
    """Walk until the slope is below ``tolerance`` or the steps are done; return the places, states and work."""
    theta = np.array(start, dtype=float)
    places, states, work = [theta], [rule.init(theta)], Evaluations()
    for _ in range(steps):
        probe = Probe(ground)
        gradient = probe.gradient(theta)
        if np.linalg.norm(gradient) < tolerance:
            work += probe.counts
            break
        change, state = rule.update(gradient, states[-1], theta, probe)
        theta = theta + change
        places.append(theta)
        states.append(state)
        work += probe.counts
    return np.array(places), states, work


def quadratic(n, seed=3):
    """Return a quadratic in n dimensions with curvatures from 1 to 20 in directions that are askew."""
    random = np.random.default_rng(seed)
    axes, _ = np.linalg.qr(random.normal(size=(n, n)))
    matrix = axes @ np.diag(np.linspace(1, 20, n)) @ axes.T
    return Quadratic((matrix + matrix.T) / 2, random.normal(size=n))


class NoHessian(CostFunction):
    """Another ground, with its Hessian kept from sight."""

    def __init__(self, ground):
        self.ground, self.dimension = ground, ground.dimension

    def cost(self, theta, rows=None):
        return self.ground.cost(theta, rows)

    def gradient(self, theta, rows=None):
        return self.ground.gradient(theta, rows)


class Broken(CostFunction):
    """A ground of which nothing finite can be said, or only here and there."""

    dimension = 2
    has_hessian = True

    def __init__(self, cost, slope, curvature):
        self._cost, self._slope, self._curvature = cost, slope, curvature

    def cost(self, theta, rows=None):
        return np.asarray(self._cost)

    def gradient(self, theta, rows=None):
        return np.full(2, self._slope)

    def hessian(self, theta):
        return np.full((2, 2), self._curvature)


def test_newton_solves_a_quadratic_in_one_step():
    ground = quadratic(6)
    places, states, work = walk(optimizer("newton"), ground, np.ones(6), 1)
    np.testing.assert_allclose(places[1], ground.centre, rtol=1e-12)
    assert not states[1].fell_back
    assert work == Evaluations(cost=0, gradient=1, hessian=1)


def test_newton_halves_the_way_on_ground_as_curved_as_it_is_damped():
    ground = Quadratic(np.diag((3.0, 3.0)), np.array((1.0, -1.0)))
    places, _, _ = walk(catalogue()["newton"](damping=3.0), ground, (5.0, 7.0), 1)
    np.testing.assert_allclose(places[1], (3.0, 3.0), rtol=1e-15)


@pytest.mark.parametrize("curvatures", ((2.0, -4.0), (-1.0, -4.0), (4.0, 0.0)))
def test_newton_follows_the_slope_and_says_so_where_the_ground_does_not_curve_upwards(curvatures):
    ground = Quadratic(np.diag(curvatures), np.zeros(2))
    start = np.array((1.0, 0.5))
    places, states, _ = walk(optimizer("newton"), ground, start, 1)
    assert states[1].fell_back
    np.testing.assert_allclose(places[1], start - ground.gradient(start) / 4, rtol=1e-15)
    assert ground.cost(places[1]) < ground.cost(start)


def test_newton_with_enough_damping_needs_no_way_out_of_a_saddle():
    ground = Quadratic(np.diag((2.0, -4.0)), np.zeros(2))
    places, states, _ = walk(catalogue()["newton"](damping=5.0), ground, (1.0, 0.5), 1)
    assert not states[1].fell_back
    np.testing.assert_allclose(places[1], (1 - 2 / 7, 0.5 + 2 / 1), rtol=1e-15)


@pytest.mark.parametrize("n", (2, 5, 9))
def test_conjugate_gradient_solves_a_quadratic_of_n_dimensions_in_n_steps(n):
    ground = quadratic(n)
    places, states, work = walk(optimizer("conjugate_gradient"), ground, np.ones(n), n)
    before, after = (np.linalg.norm(places[step] - ground.centre) for step in (-2, -1))
    assert after < 1e-10
    assert before > 1e-3
    assert work == Evaluations(cost=2 * n, gradient=n, hessian=n)
    directions = np.array([state.direction for state in states[1:]])
    products = directions @ ground.matrix @ directions.T
    lengths = np.sqrt(np.diag(products))
    np.testing.assert_allclose(products / np.outer(lengths, lengths), np.eye(n), atol=1e-10)


def test_conjugate_gradient_finds_the_lowest_point_of_a_line_without_a_hessian_too():
    ground = quadratic(4)
    places, _, work = walk(optimizer("conjugate_gradient"), NoHessian(ground), np.ones(4), 4)
    assert np.linalg.norm(places[-1] - ground.centre) < 1e-6
    assert work.hessian == 0


@pytest.mark.parametrize("hidden", (False, True))
def test_conjugate_gradient_comes_down_rosenbrocks_valley(hidden):
    ground = NoHessian(Rosenbrock()) if hidden else Rosenbrock()
    places, _, work = walk(optimizer("conjugate_gradient"), ground, (-1.2, 1.0), 300, tolerance=1e-8)
    np.testing.assert_allclose(places[-1], (1, 1), atol=1e-7)
    assert work.gradient < 100


def test_lbfgs_comes_down_rosenbrocks_valley_with_fewer_than_60_slopes_felt():
    places, _, work = walk(optimizer("lbfgs"), Rosenbrock(), (-1.2, 1.0), 200, tolerance=1e-8)
    np.testing.assert_allclose(places[-1], (1, 1), atol=1e-8)
    assert work.gradient < 60
    assert work.hessian == 0


def test_lbfgs_remembers_as_many_steps_as_its_history():
    _, states, _ = walk(catalogue()["lbfgs"](history=3), Rosenbrock(), (-1.2, 1.0), 12)
    assert [len(state.moves) for state in states[:6]] == [0, 0, 1, 2, 3, 3]
    assert states[-1].moves.shape == states[-1].turns.shape == (3, 2)


def test_the_two_loop_recursion_is_the_bfgs_formula():
    # B ← (I − ρsyᵀ)B(I − ρysᵀ) + ρssᵀ from B = (sᵀy/yᵀy)I of the last pair: Nocedal and Wright, (7.16) to (7.20).
    random = np.random.default_rng(5)
    moves = random.normal(size=(4, 5))
    turns = moves @ quadratic(5).matrix
    inverse = np.eye(5) * (moves[-1] @ turns[-1]) / (turns[-1] @ turns[-1])
    for move, turn in zip(moves, turns, strict=True):
        rho = 1 / (move @ turn)
        left = np.eye(5) - rho * np.outer(move, turn)
        inverse = left @ inverse @ left.T + rho * np.outer(move, move)
    gradient = random.normal(size=5)
    np.testing.assert_allclose(two_loop(gradient, moves, turns), inverse @ gradient, rtol=1e-12)


def test_line_search_takes_the_first_of_its_strides_that_leads_down_far_enough():
    ground, share = Himmelblau(), 0.1
    rule = catalogue()["line_search"](learning_rate=2.0, shrink=0.7, slope=share)
    places, states, _ = walk(rule, ground, (0.5, -1.0), 20)
    for place, state in zip(places, states[1:], strict=False):
        slope = ground.gradient(place)
        strides = 2.0 * 0.7 ** np.arange(100)
        tried = place - strides[:, np.newaxis] * slope
        good = ground.cost(tried) <= ground.cost(place) - share * strides * (slope @ slope)
        assert state.step == pytest.approx(strides[np.argmax(good)], rel=1e-12)


def test_line_search_counts_every_look_ahead():
    ground = Quadratic(np.array([[1.0]]), np.array([0.0]))
    rule = catalogue()["line_search"](learning_rate=8.0)
    # From θ = 1 the strides 8, 4, 2 lead too far up again (2 just as high), 1 to the floor.
    _, states, work = walk(rule, ground, [1.0], 1)
    assert states[1].step == 1.0
    assert work == Evaluations(cost=5, gradient=1, hessian=0)


@pytest.mark.parametrize("name", ("line_search", "conjugate_gradient", "lbfgs"))
@pytest.mark.parametrize("ground", GROUNDS)
def test_a_rule_that_searches_never_climbs(name, ground):
    places, _, _ = walk(optimizer(name), GROUNDS[ground], (0.7, 1.3), 60)
    costs = GROUNDS[ground].cost(places)
    assert (np.diff(costs) <= 1e-14 * costs[:-1]).all()
    assert costs[-1] < 0.5 * costs[0]


@pytest.mark.parametrize(
    "numbers",
    (
        (math.nan, 1.0, 1.0),
        (1.0, math.nan, 1.0),
        (1.0, 1.0, math.nan),
        (math.inf, -1.0, 2.0),
        (1.0, math.inf, 1.0),
        (-math.inf, 1.0, -1.0),
        (1.0, 1.0, math.inf),
        (1.0, 1e300, 1e300),
    ),
)
@pytest.mark.parametrize("name", SEARCHERS)
def test_searching_ground_that_is_not_finite_ends_without_an_error(name, numbers):
    places, _, work = walk(optimizer(name), Broken(*numbers), (1.0, 2.0), 4)
    assert len(places) == 5
    assert work.cost < 500


@pytest.mark.parametrize("name", SEARCHERS)
def test_a_slope_that_is_not_a_number_gives_a_step_that_is_not_a_number(name):
    places, _, _ = walk(optimizer(name), Broken(1.0, math.nan, 1.0), (1.0, 2.0), 1)
    assert np.isnan(places[1]).all()


@pytest.mark.parametrize("name", SEARCHERS)
def test_on_flat_ground_a_searcher_stays_where_it_is(name):
    places, _, _ = walk(optimizer(name), Broken(1.0, 0.0, 0.0), (1.0, 2.0), 2)
    assert places.tolist() == [[1.0, 2.0]] * 3


@pytest.mark.parametrize("name", SEARCHERS)
def test_a_searcher_without_a_probe_says_what_is_missing(name):
    rule, theta = optimizer(name), np.ones(2)
    with pytest.raises(TypeError, match=f"{name} looks further than one gradient: its update needs a probe"):
        rule.update(theta, rule.init(theta), theta)


def test_only_newton_needs_a_hessian():
    assert [name for name, rule in catalogue().items() if rule.needs_hessian] == ["newton"]
