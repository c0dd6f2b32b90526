"""Gusts of wind: a plain terrain as the mean of tilted copies, so that a batch is felt there too.

Data has rows, and a gradient over few of them points a little wrong. Formulas and landscapes have none. In the wind
they get some: row i is the terrain tilted by t_i, J_i(θ) = J(θ) + t_i·(θ − c), where c is the middle of the map and the
tilts sum to zero. All rows together are the bare terrain; one row alone is the terrain in one gust.
"""

from __future__ import annotations

import numpy as np

from trekker.cost import Array, CostFunction, Rows
from trekker.ground import Bounds
from trekker.messages import Refusal
from trekker.terrain.survey import typical_slope


class Gusts(CostFunction):
    """A plain terrain in the wind: J is the mean of ``rows`` tilted copies, and without ``rows`` the bare terrain.

    Attributes:
        terrain: the terrain without wind.
        tilts: t_i, the slope that gust i adds, shape (rows, 2).
    """

    def __init__(
        self,
        terrain: CostFunction,
        bounds: Bounds,
        *,
        rows: int = 64,
        strength: float = 0.5,
        seed: int | np.random.SeedSequence | np.random.Generator = 0,
    ) -> None:
        """Let the wind blow.

        Args:
            terrain: a cost function of two parameters without rows of its own.
            bounds: the map; its middle stays at the same height in every gust.
            rows: how many gusts there are.
            strength: how steep a gust is, relative to the typical slope on the map.
            seed: decides the gusts.

        Raises:
            ValueError: where the terrain has rows already, or ``rows`` or ``strength`` makes no sense.
        """
        if terrain.rows or terrain.dimension != 2:
            raise Refusal("gusts blow on a plain terrain of two parameters; this ground has rows or more parameters")
        if rows < 2 or not (np.isfinite(strength) and strength >= 0):
            raise Refusal(
                "gusts need at least 2 rows and a strength of at least 0, not {rows} and {strength}",
                rows=rows,
                strength=f"{strength:g}",
            )
        self.terrain = terrain
        self.dimension = 2
        self.rows = rows
        self.has_hessian = terrain.has_hessian
        self._centre = bounds.centre
        tilts = np.random.default_rng(seed).standard_normal((rows, 2))
        self.tilts: Array = (tilts - tilts.mean(axis=0)) * (strength * typical_slope(terrain, bounds))

    def prepare(self) -> None:
        """Prepare the terrain."""
        self.terrain.prepare()

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return J(θ), shape (…), or its mean over the gusts ``rows``."""
        cost = self.terrain.cost(theta)
        return cost if rows is None else self._tilted(cost, theta, self._tilt(rows))

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return ∇J(θ), shape (…, 2), or its mean over the gusts ``rows``."""
        gradient = self.terrain.gradient(theta)
        return gradient if rows is None else gradient + self._tilt(rows)

    def cost_and_gradient(self, theta: Array, rows: Rows | None = None) -> tuple[Array, Array]:
        """Return both in one pass over the terrain."""
        cost, gradient = self.terrain.cost_and_gradient(theta)
        if rows is None:
            return cost, gradient
        tilt = self._tilt(rows)
        return self._tilted(cost, theta, tilt), gradient + tilt

    def hessian(self, theta: Array) -> Array:
        """Return the terrain's second derivatives: a tilt bends nothing."""
        return self.terrain.hessian(theta)

    def _tilt(self, rows: Rows) -> Array:
        tilt: Array = np.add.reduce(self.tilts[rows], axis=0) / len(rows)
        return tilt

    def _tilted(self, cost: Array, theta: Array, tilt: Array) -> Array:
        offset = theta - self._centre
        tilted: Array = cost + (offset[..., 0] * tilt[0] + offset[..., 1] * tilt[1])
        return tilted
