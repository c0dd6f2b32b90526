"""Newton's method: step to the lowest point of the paraboloid that fits the ground underfoot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar, NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.knobs import knob
from trekker.optimizers.arithmetic import damped_solve
from trekker.optimizers.optimizer import Family, Searcher
from trekker.optimizers.probe import Probe

_LEAST_RATIO = 1e-14


class Curvature(NamedTuple):
    """What Newton's method felt at its last step.

    Attributes:
        hessian: H, shape (n, n).
        steepest: the largest size of an eigenvalue of H + λI.
        fell_back: whether H + λI was not positive definite, so that the slope had to do.
    """

    hessian: Array
    steepest: float
    fell_back: bool


@dataclass(frozen=True, kw_only=True)
class Newton(Searcher[Curvature]):
    """θ ← θ − (H + λI)⁻¹∇J; where H + λI is not positive definite θ ← θ − ∇J/h, h its largest curvature by size.

    The damping is Levenberg's (1944) and Marquardt's (1963). Without the fallback the step would lead to the
    saddle or summit of the paraboloid. ∇J/h is the longest stride of plain descent that surely leads down on it.
    """

    name: ClassVar[str] = "newton"
    title: ClassVar[str] = "Newton's method"
    family: ClassVar[Family] = Family.SECOND_ORDER
    idea: ClassVar[str] = "Feel how the slope itself changes, and step right to where it should end."
    reference: ClassVar[str] = "Nocedal and Wright (2006), Numerical Optimization, chapter 3"
    lines: ClassVar[tuple[str, ...]] = (
        "theta = theta - gradient / steepest if fell_back else theta - solve(hessian, damping, gradient)",
    )
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({"hessian": "H", "steepest": "h"})
    note: ClassVar[str] = "where H + λI has a direction that curves down, the step is −∇J/h, h its largest curvature"
    needs_hessian: ClassVar[bool] = True

    damping: float = knob(
        0.0,
        low=0.0,
        high=1e6,
        slider=(0.0, 100.0),
        symbol="λ",
        label="Damping",
        hint="Added to every curvature: 0 trusts the paraboloid, more takes shorter and steeper steps.",
    )

    def init(self, theta: Array) -> Curvature:
        """Start knowing nothing of the ground."""
        return Curvature(np.empty((0, 0)), 0.0, False)

    def search(self, gradient: Array, state: Curvature, theta: Array, probe: Probe) -> tuple[Array, Curvature]:
        """Return the step; NaN where the Hessian is not finite."""
        hessian = probe.hessian(theta)
        if not np.isfinite(hessian).all():
            return np.full_like(theta, np.nan), Curvature(hessian, np.nan, True)
        eigenvalues = np.linalg.eigvalsh(hessian) + self.damping
        steepest = float(np.abs(eigenvalues).max()) or 1.0
        if eigenvalues[0] > _LEAST_RATIO * steepest:
            return -damped_solve(hessian, self.damping, gradient), Curvature(hessian, steepest, False)
        return -gradient / steepest, Curvature(hessian, steepest, True)
