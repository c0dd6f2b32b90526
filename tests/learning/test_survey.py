import numpy as np
import pytest

from trekker.learning.catalogue import model
from trekker.learning.least_squares import LeastSquares
from trekker.learning.survey import largest_curvature


def test_the_curvature_of_a_bowl_is_its_largest_eigenvalue():
    design = np.random.default_rng(0).normal(size=(50, 3)) * [1.0, 2.0, 5.0]
    ground = LeastSquares(design, np.ones(50))
    exact = np.linalg.eigvalsh(ground.hessian(np.zeros(3)))[-1]
    assert largest_curvature(ground, np.ones(3)) == pytest.approx(exact, rel=0.01)


def test_the_curvature_of_many_rows_is_about_that_of_some():
    design = np.random.default_rng(1).normal(size=(20_000, 2)) * [1.0, 3.0]
    assert largest_curvature(LeastSquares(design, np.ones(20_000)), np.zeros(2)) == pytest.approx(9.0, rel=0.3)


def test_where_nothing_bends_it_says_one():
    assert largest_curvature(LeastSquares(np.zeros((5, 2)), np.ones(5)), np.zeros(2)) == 1.0


def test_a_start_that_is_out_of_all_bounds_is_survived():
    ground = model("perceptron").cost(np.full((4, 2), 1e90), np.ones(4))
    with np.errstate(all="ignore"):
        assert largest_curvature(ground, np.full(ground.dimension, 1e250)) > 0
