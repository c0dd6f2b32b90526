"""Small grounds with hand-written derivatives. Recorded paths were walked on them: keep their arithmetic as it is."""

from __future__ import annotations

import numpy as np

from trekker.cost import Array, CostFunction, Rows


class Quadratic(CostFunction):
    """½(θ − c)ᵀH(θ − c)."""

    has_hessian = True

    def __init__(self, hessian: Array, centre: Array) -> None:
        self.matrix = np.asarray(hessian, dtype=float)
        self.centre = np.asarray(centre, dtype=float)
        self.dimension = len(self.centre)

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        away = theta - self.centre
        return ((away @ self.matrix) * away).sum(axis=-1) / 2

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        return (theta - self.centre) @ self.matrix

    def hessian(self, theta: Array) -> Array:
        return self.matrix


class _Formula(CostFunction):
    """A cost of x and y."""

    dimension = 2
    has_hessian = True

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        return self._cost(theta[..., 0], theta[..., 1])

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        return np.stack(self._slopes(theta[..., 0], theta[..., 1]), axis=-1)

    def hessian(self, theta: Array) -> Array:
        xx, xy, yy = self._curvatures(*theta)
        return np.array([[xx, xy], [xy, yy]])


class Bowl(_Formula):
    """½[10(x − 1)² + (y + ½)²]: ten times steeper along x."""

    def _cost(self, x, y):
        return (10 * (x - 1) * (x - 1) + (y + 0.5) * (y + 0.5)) / 2

    def _slopes(self, x, y):
        return 10 * (x - 1), y + 0.5

    def _curvatures(self, x, y):
        return 10.0, 0.0, 1.0


class Rosenbrock(_Formula):
    """(1 − x)² + 100(y − x²)²."""

    def _cost(self, x, y):
        return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)

    def _slopes(self, x, y):
        return -2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)

    def _curvatures(self, x, y):
        return 2 - 400 * (y - 3 * x * x), -400 * x, 200.0


class Himmelblau(_Formula):
    """(x² + y − 11)² + (x + y² − 7)²."""

    def _cost(self, x, y):
        a, b = x * x + y - 11, x + y * y - 7
        return a * a + b * b

    def _slopes(self, x, y):
        a, b = x * x + y - 11, x + y * y - 7
        return 4 * x * a + 2 * b, 2 * a + 4 * y * b

    def _curvatures(self, x, y):
        a, b = x * x + y - 11, x + y * y - 7
        return 4 * a + 8 * x * x + 2, 4 * x + 4 * y, 2 + 4 * b + 8 * y * y


class Beale(_Formula):
    """Σ (cᵢ − x + xyⁱ)² with c = 1.5, 2.25, 2.625 for i = 1, 2, 3."""

    def _residuals(self, x, y):
        return 1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y

    def _cost(self, x, y):
        a, b, c = self._residuals(x, y)
        return a * a + b * b + c * c

    def _slopes(self, x, y):
        a, b, c = self._residuals(x, y)
        by_x = 2 * a * (y - 1) + 2 * b * (y * y - 1) + 2 * c * (y * y * y - 1)
        return by_x, 2 * a * x + 4 * b * x * y + 6 * c * x * y * y

    def _curvatures(self, x, y):
        a, b, c = self._residuals(x, y)
        xx = 2 * (y - 1) ** 2 + 2 * (y * y - 1) ** 2 + 2 * (y**3 - 1) ** 2
        xy = 2 * x * (y - 1) + 2 * a + 4 * x * y * (y * y - 1) + 4 * b * y + 6 * x * y * y * (y**3 - 1) + 6 * c * y * y
        yy = 2 * x * x + 8 * (x * y) ** 2 + 4 * b * x + 18 * (x * y * y) ** 2 + 12 * c * x * y
        return xx, xy, yy


GROUNDS: dict[str, CostFunction] = {
    "bowl": Bowl(),
    "rosenbrock": Rosenbrock(),
    "himmelblau": Himmelblau(),
    "beale": Beale(),
}

STARTS = {"bowl": (4.0, 3.0), "rosenbrock": (-1.2, 1.0), "himmelblau": (0.5, -1.0), "beale": (1.0, 1.5)}
