import json
from pathlib import Path

import numpy as np
import pytest

from tests.learning.numerics import assert_close, assert_gradient_is_exact, differences
from tests.learning.references import cases
from trekker.learning.linear import with_intercept
from trekker.learning.losses import CrossEntropy, HuberLoss, LogisticLoss, SquaredLoss
from trekker.learning.penalties import Lasso, Penalised, Ridge
from trekker.learning.scores import LinearScores
from trekker.learning.smooth import log_softmax, sigmoid, softmax, softplus

RECORDED = json.loads(Path(__file__).with_name("references").joinpath("recorded.json").read_text("utf-8"))["losses"]
SCALAR = [SquaredLoss(), HuberLoss(0.8), LogisticLoss()]
BOTH_SIDES = np.array([0.0, 1.0, 1.0, 0.0, 1.0, 0.0])
SCORES = np.array([-3.0, -1.1, 0.3, 0.6, 2.5, 30.0])


@pytest.mark.parametrize("loss", SCALAR, ids=repr)
def test_the_slope_of_a_loss_is_its_change(loss):
    exact = np.diag(differences(lambda z: loss.values(z, BOTH_SIDES), SCORES))
    assert_close(loss.values_and_slopes(SCORES, BOTH_SIDES)[1], exact)


@pytest.mark.parametrize("loss", SCALAR, ids=repr)
def test_the_curvature_of_a_loss_is_the_change_of_its_slope(loss):
    exact = np.diag(differences(lambda z: loss.values_and_slopes(z, BOTH_SIDES)[1], SCORES))
    assert_close(loss.curvatures(SCORES, BOTH_SIDES), exact)


def test_the_slope_of_the_cross_entropy_is_its_change():
    random = np.random.default_rng(0)
    scores, targets = random.normal(0.0, 3.0, 12), np.array([2.0, 0.0, 1.0, 2.0])
    exact = differences(lambda z: CrossEntropy().values(z.reshape(4, 3), targets).sum(), scores)
    assert_close(CrossEntropy().values_and_slopes(scores.reshape(4, 3), targets)[1].ravel(), exact)


@pytest.mark.parametrize("loss", [*SCALAR, CrossEntropy()], ids=repr)
def test_the_values_alone_are_bit_for_bit_those_with_slopes(loss):
    scores = np.random.default_rng(1).normal(size=(6, 3) if isinstance(loss, CrossEntropy) else 6)
    assert np.array_equal(loss.values(scores, BOTH_SIDES), loss.values_and_slopes(scores, BOTH_SIDES)[0])


def test_scores_far_out_neither_overflow_nor_lose_their_digits():
    scores = np.array([-1e4, -800.0, 800.0, 1e4])
    assert sigmoid(scores).tolist() == [0, 0, 1, 1]
    assert softplus(scores).tolist() == [0, 0, 800, 1e4]
    assert softmax(np.array([1e4, 0.0, -1e4])).tolist() == [1, 0, 0]
    assert log_softmax(np.array([1e4, 0.0, -1e4])).tolist() == [0, -1e4, -2e4]
    assert LogisticLoss().values(np.array([40.0]), np.array([1.0]))[0] == pytest.approx(np.exp(-40.0), rel=1e-12)
    slope = LogisticLoss().values_and_slopes(np.array([40.0]), np.array([1.0]))[1][0]
    assert slope == pytest.approx(-np.exp(-40.0), rel=1e-12)


def test_hubers_loss_is_squared_near_and_straight_far_out():
    loss = HuberLoss(2.0)
    misses = np.array([-1.0, 2.0, 10.0, -10.0])
    assert loss.values(misses, np.zeros(4)).tolist() == [0.5, 2.0, 18.0, 18.0]


@pytest.mark.parametrize("name", RECORDED)
def test_cost_and_gradient_of_the_losses_are_pytorchs(name):
    inputs, numbers, classes = cases.rows(cases.COLUMNS)
    loss, targets = (HuberLoss(cases.DELTA), numbers) if name == "huber" else (LogisticLoss(), (classes == 1) * 1.0)
    ground = LinearScores(with_intercept(inputs), targets, loss)
    cost, gradient = ground.cost_and_gradient(cases.parameters(ground.dimension))
    assert cost == pytest.approx(RECORDED[name]["cost"], rel=1e-13)
    assert gradient == pytest.approx(RECORDED[name]["gradient"], rel=1e-12, abs=1e-15)


def grounds():
    inputs, targets, classes = cases.table()
    design = with_intercept(inputs)
    huber, logistic = LinearScores(design, targets, HuberLoss(0.8)), LinearScores(design, classes, LogisticLoss())
    return {
        "huber": huber,
        "logistic": logistic,
        "ridge": Penalised(huber, Ridge(0.3)),
        "lasso": Penalised(logistic, Lasso(0.2, 0.1)),
        "sharp lasso": Penalised(logistic, Lasso(0.2)),
    }


@pytest.mark.parametrize("rows", [None, np.array([0, 5, 5, 71])], ids=["all rows", "a batch"])
@pytest.mark.parametrize("ground", grounds().values(), ids=grounds())
def test_the_gradient_is_exact(ground, rows):
    for theta in np.random.default_rng(2).normal(0.0, 1.0, (3, 4)):
        assert_gradient_is_exact(ground, theta, rows)


@pytest.mark.parametrize("ground", grounds().values(), ids=grounds())
def test_the_hessian_is_the_change_of_the_gradient(ground):
    theta = np.array([0.4, -1.0, 0.3, 0.9])
    hessian = ground.hessian(theta)
    assert_close(hessian, differences(ground.gradient, theta))
    assert np.array_equal(hessian, hessian.T)
    many = ground.hessian(np.stack([np.zeros(4), theta])[:, np.newaxis])
    assert many.shape == (2, 1, 4, 4)
    assert many[1, 0] == pytest.approx(hessian)


@pytest.mark.parametrize("rows", [None, np.array([3, 9])], ids=["all rows", "a batch"])
@pytest.mark.parametrize("ground", grounds().values(), ids=grounds())
def test_many_places_cost_what_each_costs_alone(ground, rows):
    theta = np.random.default_rng(3).normal(size=(2, 3, 4))
    cost, gradient = ground.cost_and_gradient(theta, rows)
    assert np.array_equal(cost, ground.cost(theta, rows))
    for place in np.ndindex(2, 3):
        assert cost[place] == pytest.approx(ground.cost(theta[place], rows), rel=1e-12)
        assert gradient[place] == pytest.approx(ground.gradient(theta[place], rows), rel=1e-10, abs=1e-15)


def test_more_places_than_fit_into_memory_at_once_are_no_different():
    inputs = np.random.default_rng(4).normal(size=(5000, 1))
    ground = LinearScores(with_intercept(inputs), (inputs[:, 0] > 0) * 1.0, LogisticLoss())
    theta = np.random.default_rng(5).normal(size=(130, 2))
    assert ground.cost(theta)[129] == pytest.approx(ground.cost(theta[129]), rel=1e-12)
    assert ground.gradient(theta)[129] == pytest.approx(ground.gradient(theta[129]), rel=1e-10)


@pytest.mark.parametrize("ground", grounds().values(), ids=grounds())
@pytest.mark.parametrize("theta", [np.full(4, np.nan), np.array([np.inf, 1, -np.inf, 0]), np.full(4, 1.7e308)])
def test_far_out_of_all_bounds_nothing_is_raised(ground, theta):
    cost, gradient = ground.cost_and_gradient(theta)
    assert cost.shape == ()
    assert gradient.shape == (4,)
    assert not np.isfinite(ground.cost(np.full(4, np.nan)))


def test_a_sharp_lasso_has_slope_nothing_at_its_edge():
    assert Lasso(0.5).slopes(np.array([-2.0, 0.0, 1e-9])).tolist() == [-0.5, 0.0, 0.5]
    assert Lasso(0.5).prices(np.array([-2.0, 0.0])).tolist() == [1.0, 0.0]


def test_the_intercept_has_no_price():
    ground = grounds()["ridge"]
    assert ground.cost(np.array([7.0, 0, 0, 0])) == ground.loss.cost(np.array([7.0, 0, 0, 0]))


def test_no_rows_have_no_mean():
    assert np.isnan(grounds()["logistic"].cost(np.zeros(4), np.array([], dtype=np.intp)))


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match=r"must be \(m, n\) and \(m,\)"):
        LinearScores(np.ones((3, 2)), np.ones(4), SquaredLoss())
