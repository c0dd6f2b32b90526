import numpy as np
import pytest

from tests.learning.numerics import assert_gradient_is_exact
from trekker.learning.losses import LogisticLoss
from trekker.learning.scores import LinearScores
from trekker.learning.sparse import SparseRows, SparseScores

FULL = np.array([[0.0, 2.0, 0.0, -1.0], [0.0, 0.0, 0.0, 0.0], [3.0, 0.0, 0.5, 0.0], [0.0, 1.0, 1.0, 1.0]])
TARGETS = np.array([1.0, 0.0, 0.0, 1.0])


def sparse(table):
    return SparseRows.of([(np.flatnonzero(row), row[np.flatnonzero(row)]) for row in table], table.shape[1])


def dense(table, targets):
    return LinearScores(np.column_stack([np.ones(len(table)), table]), targets, LogisticLoss())


COST = SparseScores(sparse(FULL), TARGETS, LogisticLoss())
PLACES = np.random.default_rng(0).normal(size=(2, 3, 5))


@pytest.mark.parametrize("rows", [None, np.array([3, 0]), np.array([1]), np.array([2, 2])])
def test_leaving_out_zeros_changes_neither_cost_nor_gradient(rows):
    whole = dense(FULL, TARGETS)
    for theta in (PLACES, PLACES[0, 0]):
        assert COST.cost(theta, rows) == pytest.approx(whole.cost(theta, rows), rel=1e-13)
        assert COST.gradient(theta, rows) == pytest.approx(whole.gradient(theta, rows), rel=1e-12, abs=1e-15)
        assert np.array_equal(COST.cost_and_gradient(theta, rows)[0], COST.cost(theta, rows))


@pytest.mark.parametrize("rows", [None, np.array([3, 0])])
def test_the_gradient_is_exact(rows):
    assert_gradient_is_exact(COST, PLACES[0, 1], rows)


def test_no_rows_have_no_mean_and_far_out_nothing_is_raised():
    assert np.isnan(COST.cost(np.zeros(5), np.array([], dtype=np.intp)))
    assert np.isnan(COST.cost(np.full(5, np.nan)))
    assert COST.gradient(np.full(5, 1e308)).shape == (5,)


def test_picked_rows_come_in_the_order_that_was_asked_for():
    picked = sparse(FULL).picked(np.array([2, 1, 0]))
    for column, unit in enumerate(np.eye(4)):
        assert picked.times(unit).tolist() == FULL[[2, 1, 0], column].tolist()


def test_rows_without_any_number_are_a_table_too():
    empty = sparse(np.zeros((3, 2)))
    assert len(empty) == 3
    assert empty.times(np.ones(2)).tolist() == [0, 0, 0]
    assert empty.summed(np.ones(3)).tolist() == [0, 0]
