import subprocess
import sys

import numpy as np
import pytest

from trekker import gradient_descent
from trekker.learning.article import FIVE_POINTS
from trekker.learning.samples import samples

X, Y = np.array(FIVE_POINTS)


def test_the_articles_sample_gives_the_articles_numbers():
    theta, cost_history = gradient_descent(X, Y)
    assert theta == pytest.approx([1.85212787, 0.696355], abs=1e-8)
    assert len(cost_history) == 1000
    assert cost_history[0] == pytest.approx(8.6, rel=1e-12)
    assert cost_history[-1] == pytest.approx(0.251050755616589, rel=1e-12)


def test_the_articles_sample_is_the_bundled_one():
    data = samples()["five_points"].load()
    assert np.array_equal(data.numbers(["x", "y"]).T, FIVE_POINTS)


@pytest.mark.parametrize("inputs", [X.tolist(), X[:, None], np.c_[np.ones(5), X], np.c_[np.ones(5, int), X]])
@pytest.mark.parametrize("targets", [Y, Y[:, None], Y.tolist()])
def test_the_inputs_may_come_in_any_usual_shape(inputs, targets):
    assert np.array_equal(gradient_descent(inputs, targets)[0], gradient_descent(X, Y)[0])


def test_several_inputs_are_fitted_together():
    inputs = np.random.default_rng(0).normal(size=(200, 3))
    theta, _ = gradient_descent(inputs, 1 + inputs @ [2.0, -3.0, 0.5], 0.2, 500)
    assert theta == pytest.approx([1, 2, -3, 0.5], abs=1e-8)


def test_enough_steps_reach_the_best_line():
    assert gradient_descent(X, Y, 0.1, 5000)[0] == pytest.approx([2.2, 0.6], abs=1e-9)


def test_a_stride_that_is_too_long_explodes_without_a_sound():
    theta, cost_history = gradient_descent(X, Y, 1.0, 2000)
    assert not np.isfinite(theta).any()
    assert not np.isfinite(cost_history[-1])


def test_no_step_stays_at_the_start():
    theta, cost_history = gradient_descent(X, Y, num_iterations=0)
    assert theta.tolist() == [0.0, 0.0]
    assert cost_history.shape == (0,)


@pytest.mark.parametrize(
    ("inputs", "targets", "steps", "said"),
    [
        (X, Y[:4], 10, "shape"),
        ([], [], 10, "shape"),
        ([[[1.0]]], [1.0], 10, "shape"),
        ([1.0, np.nan], [1.0, 2.0], 10, "finite"),
        (X, Y, -1, "num_iterations"),
    ],
)
def test_what_makes_no_sense_is_refused(inputs, targets, steps, said):
    with pytest.raises(ValueError, match=said):
        gradient_descent(inputs, targets, num_iterations=steps)


def test_importing_the_package_does_not_import_numpy():
    check = "assert ('numpy' in sys.modules) is"
    script = f"import sys, trekker; {check} False; trekker.gradient_descent; {check} True"
    subprocess.run([sys.executable, "-c", script], check=True)
