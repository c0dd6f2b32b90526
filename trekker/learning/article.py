"""The article's program: plain gradient descent for linear regression, as one function."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from trekker.cost import Array
from trekker.learning.least_squares import LeastSquares
from trekker.learning.linear import with_intercept

FIVE_POINTS = ((1.0, 2.0, 3.0, 4.0, 5.0), (2.0, 4.0, 5.0, 4.0, 5.0))
"""The article's sample: x and y."""


def gradient_descent(
    X: ArrayLike,  # noqa: N803  # the article's own name
    y: ArrayLike,
    learning_rate: float = 0.01,
    num_iterations: int = 1000,
) -> tuple[Array, Array]:
    """Fit θ₀ + θ₁x₁ + … to y by θ ← θ − α ∇J(θ) from θ = 0, with J(θ) = 1/(2m) Σ (θ₀ + θ₁x₁ + … − y)².

    Args:
        X: the inputs, shape (m,) or (m, k); with or without a first column of ones for the intercept.
        y: the targets, shape (m,) or (m, 1).
        learning_rate: α. A walk that it makes explode goes on to infinity and NaN, silently.
        num_iterations: how many steps are taken.

    Returns:
        θ after the last step, shape (k + 1,), and the cost before each step, shape (num_iterations,).

    Raises:
        ValueError: where the shapes do not fit, a number is not finite, or the number of steps is negative.
    """
    inputs, targets = _checked(X, y)
    if num_iterations < 0:
        raise ValueError(f"num_iterations must be a whole number of at least 0, not {num_iterations}")
    ground = LeastSquares(_design(inputs), targets)
    theta = np.zeros(ground.dimension)
    cost_history = np.empty(num_iterations)
    with np.errstate(all="ignore"):
        for step in range(num_iterations):
            cost_history[step], gradient = ground.cost_and_gradient(theta)
            theta = theta - learning_rate * gradient
    return theta, cost_history


def _design(inputs: Array) -> Array:
    """Return the inputs behind a column of ones; as they are where they begin with one already."""
    already = inputs.shape[1] > 1 and bool((inputs[:, 0] == 1.0).all())
    return inputs if already else with_intercept(inputs)


def _checked(X: ArrayLike, y: ArrayLike) -> tuple[Array, Array]:  # noqa: N803
    """Return the inputs as (m, k) and the targets as (m,)."""
    inputs, targets = np.asarray(X, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if inputs.ndim == 1:
        inputs = inputs[:, None]
    if targets.ndim == 2 and targets.shape[1] == 1:
        targets = targets[:, 0]
    if inputs.ndim != 2 or targets.shape != inputs.shape[:1] or not inputs.size:
        raise ValueError(
            f"X must have the shape (m,) or (m, k) and y (m,) or (m, 1), not {np.shape(X)} and {np.shape(y)}"
        )
    if not (np.isfinite(inputs).all() and np.isfinite(targets).all()):
        raise ValueError("X and y must hold finite numbers only")
    return inputs, targets
