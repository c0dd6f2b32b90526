"""A smooth surface through the values of a grid: the interpolating cubic B-spline, with exact derivatives.

Twice continuously differentiable everywhere; beyond the rim its curvature is zero (a natural spline). The formulas
are those of de Boor, A Practical Guide to Splines (1978), for evenly spaced knots.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

from trekker.cost import Array

Weights: TypeAlias = tuple[Any, Any, Any, Any]
"""What four neighbouring coefficients are multiplied with: floats, or arrays of one shape."""


def coefficients(values: Array) -> Array:
    """Return the spline's coefficients, shape (columns + 2, rows + 2), for finite ``values`` (columns, rows)."""
    return _along_first(_along_first(values).T).T.copy()


def _along_first(values: Array) -> Array:
    """Solve c[i−1] + 4c[i] + c[i+1] = 6v[i] along the first axis, with zero curvature at both ends."""
    count = len(values)
    found = np.empty((count + 2, *values.shape[1:]))
    found[1], found[count] = values[0], values[-1]
    _sweep(found[1 : count + 1], values)
    found[0] = 2 * found[1] - found[2]
    found[-1] = 2 * found[-2] - found[-3]
    return found


def _sweep(inner: Array, values: Array) -> None:
    """Fill the inside of ``inner``, whose ends are known: Thomas's algorithm for the tridiagonal system."""
    ratio = np.zeros(len(values))
    for i in range(1, len(values) - 1):
        ratio[i] = 1 / (4 - ratio[i - 1])
        inner[i] = (6 * values[i] - inner[i - 1]) * ratio[i]
    for i in range(len(values) - 2, 0, -1):
        inner[i] -= ratio[i] * inner[i + 1]


def value_weights(t: Any) -> Weights:
    """Return the weights of the value at ``t``, from 0 to 1 within a cell."""
    s = 1 - t
    return s * s * s / 6, (4 - 6 * t * t + 3 * t * t * t) / 6, (4 - 6 * s * s + 3 * s * s * s) / 6, t * t * t / 6


def slope_weights(t: Any) -> Weights:
    """Return the weights of the first derivative, per cell."""
    s = 1 - t
    return -s * s / 2, (3 * t - 4) * t / 2, (4 - 3 * s) * s / 2, t * t / 2


def curvature_weights(t: Any) -> Weights:
    """Return the weights of the second derivative, per cell squared."""
    s = 1 - t
    return s, 3 * t - 2, 3 * s - 2, t


def blend(across: Weights, along: Weights, neighbours: Any) -> Any:
    """Return Σ across[i] · along[j] · neighbours[i][j] over the sixteen coefficients around a place."""
    a, b, c, d = along
    first, second, third, fourth = neighbours
    return (
        across[0] * (a * first[0] + b * first[1] + c * first[2] + d * first[3])
        + across[1] * (a * second[0] + b * second[1] + c * second[2] + d * second[3])
        + across[2] * (a * third[0] + b * third[1] + c * third[2] + d * third[3])
        + across[3] * (a * fourth[0] + b * fourth[1] + c * fourth[2] + d * fourth[3])
    )
