"""Derivatives by central differences in extended precision, where the machine has it."""

import numpy as np

EXTENDED = np.finfo(np.longdouble).eps < 1e-18
TOLERANCE = 1e-9 if EXTENDED else 1e-7
STEP = np.longdouble(1e-6 if EXTENDED else 1e-5)


def differences(function, theta):
    """The change of ``function`` along each parameter: shape (n, …)."""
    theta = theta.astype(np.longdouble)
    steps = STEP * np.eye(len(theta), dtype=np.longdouble)
    return np.array([(function(theta + step) - function(theta - step)) / (2 * STEP) for step in steps])


def assert_gradient_is_exact(cost, theta, rows=None):
    expected = differences(lambda place: cost.cost(place, rows), theta)
    assert_close(cost.gradient(theta, rows), expected)


def assert_close(found, expected):
    assert np.isfinite(found).all()
    scale = np.abs(expected).max()
    assert scale > 0
    assert np.abs(found - expected).max() <= TOLERANCE * scale
