from fractions import Fraction

import numpy as np
import pytest

from trekker.learning.least_squares import LeastSquares


def table(rows, inputs=1, seed=0):
    random = np.random.default_rng(seed)
    x = random.normal(3.0, 2.0, (rows, inputs))
    return np.column_stack([np.ones(rows), x]), x.sum(axis=1) + random.normal(size=rows)


def exact(design, targets, theta):
    """Cost and gradient in rational arithmetic."""
    rows = [[Fraction(v) for v in row] for row in design.tolist()]
    point = [Fraction(v) for v in theta.tolist()]
    residuals = [
        sum(a * b for a, b in zip(row, point, strict=True)) - Fraction(y)
        for row, y in zip(rows, targets.tolist(), strict=True)
    ]
    m = len(rows)
    cost = sum(r * r for r in residuals) / (2 * m)
    gradient = [sum(r * row[i] for r, row in zip(residuals, rows, strict=True)) / m for i in range(len(point))]
    return float(cost), np.array([float(g) for g in gradient])


@pytest.mark.parametrize("rows", [2, 5, 64, 65, 400])
@pytest.mark.parametrize("inputs", [1, 3])
def test_cost_and_gradient_agree_with_rational_arithmetic(rows, inputs):
    design, targets = table(rows, inputs)
    ground = LeastSquares(design, targets)
    for theta in np.random.default_rng(1).normal(0.0, 5.0, (5, inputs + 1)):
        cost, gradient = exact(design, targets, theta)
        assert ground.cost(theta) == pytest.approx(cost, rel=1e-12)
        assert ground.gradient(theta) == pytest.approx(gradient, rel=1e-10, abs=1e-12)


def test_a_trough_of_years_is_as_exact_at_its_floor_as_elsewhere():
    years = np.tile(np.arange(1950.0, 2025.0), 4)
    design, targets = np.column_stack([np.ones(len(years)), years]), 0.3 * (years - 1950) + np.sin(years)
    ground = LeastSquares(design, targets)
    theta = ground.minimiser().theta
    cost, gradient = exact(design, targets, theta)
    assert ground.cost(theta) == pytest.approx(cost, rel=1e-9)
    assert np.abs(ground.gradient(theta) - gradient).max() < 1e-8


def test_the_cost_of_a_perfect_fit_is_never_negative():
    x = np.arange(1.0, 200.0)
    ground = LeastSquares(np.column_stack([np.ones(len(x)), x]), 2 * x + 1)
    near = np.array([1.0, 2.0]) + np.random.default_rng(0).normal(0.0, 1e-9, (500, 2))
    assert (ground.cost(near) >= 0.0).all()
    assert ground.cost(np.array([1.0, 2.0])) < 1e-20


@pytest.mark.parametrize("rows", [40, 300])
@pytest.mark.parametrize("chosen", [None, np.array([1, 7, 7, 30])])
def test_many_places_cost_what_each_costs_alone(rows, chosen):
    ground = LeastSquares(*table(rows))
    theta = np.random.default_rng(2).normal(0.0, 3.0, (3, 4, 2))
    cost, gradient = ground.cost_and_gradient(theta, chosen)
    assert cost.shape == (3, 4)
    assert gradient.shape == (3, 4, 2)
    for place in np.ndindex(3, 4):
        assert cost[place] == pytest.approx(ground.cost(theta[place], chosen), rel=1e-12)
        assert gradient[place] == pytest.approx(ground.gradient(theta[place], chosen), rel=1e-10)


@pytest.mark.parametrize("shape", [(2,), (6, 2)])
@pytest.mark.parametrize("chosen", [None, np.array([3, 1])])
def test_one_pass_gives_bit_for_bit_what_two_give(shape, chosen):
    ground = LeastSquares(*table(90))
    theta = np.random.default_rng(3).normal(size=shape)
    cost, gradient = ground.cost_and_gradient(theta, chosen)
    assert np.array_equal(cost, ground.cost(theta, chosen))
    assert np.array_equal(gradient, ground.gradient(theta, chosen))


def test_the_mean_over_the_batches_of_an_epoch_is_the_whole_gradient():
    ground = LeastSquares(*table(120))
    theta = np.array([0.3, -2.0])
    batches = np.random.default_rng(4).permutation(120).reshape(12, 10)
    assert np.mean([ground.gradient(theta, b) for b in batches], axis=0) == pytest.approx(ground.gradient(theta))
    assert np.mean([ground.cost(theta, b) for b in batches]) == pytest.approx(ground.cost(theta))


def test_a_batch_sees_its_own_rows_alone():
    design, targets = table(100)
    chosen = np.array([5, 80])
    theta = np.array([1.0, 1.0])
    cost, gradient = exact(design[chosen], targets[chosen], theta)
    assert LeastSquares(design, targets).cost(theta, chosen) == pytest.approx(cost, rel=1e-12)
    assert LeastSquares(design, targets).gradient(theta, chosen) == pytest.approx(gradient, rel=1e-12)


def test_the_hessian_is_the_change_of_the_gradient():
    ground = LeastSquares(*table(300, 2))
    theta = np.array([0.5, -1.0, 2.0])
    hessian = ground.hessian(theta)
    columns = [ground.gradient(theta + e) - ground.gradient(theta) for e in np.eye(3)]  # exact on a quadratic
    assert hessian == pytest.approx(np.stack(columns, axis=1), rel=1e-10)
    assert np.array_equal(hessian, hessian.T)
    assert ground.hessian(np.zeros((4, 5, 3))).shape == (4, 5, 3, 3)


@pytest.mark.parametrize("rows", [30, 3000])
def test_the_minimiser_is_that_of_numpy(rows):
    design, targets = table(rows, 2)
    best = LeastSquares(design, targets).minimiser()
    assert best.unique
    assert best.theta == pytest.approx(np.linalg.lstsq(design, targets, rcond=None)[0], rel=1e-10)


def test_equal_columns_have_no_single_minimiser():
    design, targets = table(100)
    best = LeastSquares(np.column_stack([design, design[:, 1]]), targets).minimiser()
    assert not best.unique
    assert np.abs(LeastSquares(np.column_stack([design, design[:, 1]]), targets).gradient(best.theta)).max() < 1e-10


@pytest.mark.parametrize("rows", [5, 500])
@pytest.mark.parametrize("theta", [(np.nan, 0.0), (np.inf, 1.0), (1e200, -1e200), (1.7e308, 1.7e308)])
def test_far_out_of_all_bounds_the_answer_is_not_finite_and_nothing_is_raised(rows, theta):
    ground = LeastSquares(*table(rows))
    for place in (np.array(theta), np.array([theta, theta])):
        cost, _ = ground.cost_and_gradient(place)
        assert not np.isfinite(cost).any()
        assert not np.isfinite(ground.cost(place, np.array([0, 1]))).any()


def test_no_rows_have_no_mean():
    assert np.isnan(LeastSquares(*table(5)).cost(np.zeros(2), np.array([], dtype=np.intp)))


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match=r"\(3, 2\).*\(2,\)"):
        LeastSquares(np.ones((3, 2)), np.ones(2))


def test_a_map_over_many_chosen_rows_needs_little_memory():
    import tracemalloc

    ground = LeastSquares(*table(50_000))
    chosen = np.arange(20_000)
    tracemalloc.start()
    ground.cost(np.zeros((30, 30, 2)), chosen)  # 144 MB of residuals if held at once
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20e6
