"""What can be told of one step where the trekker stands: slope, memory, reach, curvature, as exact numbers.

Everything is told on the map, a :class:`~trekker.plane.Plane` through parameter space: its two directions are the axes.
With two parameters that is the whole truth. With more it tells of the slice of ground through the trekker that is
parallel to the map; where the trekker stands on the map's own plane, that slice is the drawn mountain.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from trekker.cost import Array
from trekker.optimizers import AnyOptimizer
from trekker.optimizers.schedules import scheduled
from trekker.plane import Plane
from trekker.walk.descent import Descent

_SINGULAR = 1e-12  # of the largest curvature: below that the ground is flat along some direction


@dataclass(frozen=True, eq=False)
class Instruments:
    """The readings at one step.

    Attributes:
        place: where on the map the trekker stands, shape (2,).
        cost: J there.
        steepness: ‖∇J(θ)‖, over all parameters.
        uphill: ∇J(θ) as the map shows that direction, shape (2,).
        slope: the derivatives of J along the map's axes, shape (2,); the same as ``uphill`` on a map of two parameters.
        step: the change that the next step makes, on the map, shape (2,).
        memory: the part of it that the rule's memory makes alone, on flat ground, shape (2,); None without momentum.
        reach: the semi-axes of the ellipse of steps that a slope so steep may cause, whatever its direction, with the
            rule's scale along each parameter held still: the columns of a (2, 2) array; None where that is not known.
        hessian: the second derivatives along the map's axes, shape (2, 2); None where the ground has none.
    """

    place: Array
    cost: float
    steepness: float
    uphill: Array
    slope: Array
    step: Array
    memory: Array | None = None
    reach: Array | None = None
    hessian: Array | None = None

    def tangent(self, offset: Array) -> Array:
        """Return the cost (…) that the slope alone promises at an ``offset`` (…, 2) from the place."""
        return np.asarray(self.cost + offset @ self.slope)

    def quadratic(self, offset: Array) -> Array:
        """Return the cost (…) that slope and curvature promise at an ``offset`` (…, 2) from the place."""
        if self.hessian is None:
            return self.tangent(offset)
        return np.asarray(self.tangent(offset) + 0.5 * np.einsum("...i,ij,...j->...", offset, self.hessian, offset))

    @cached_property
    def newton(self) -> Array | None:
        """The step −H⁻¹∇J to where the quadratic model is level, shape (2,); None where there is no such one place."""
        if self.hessian is None or not np.isfinite(self.hessian).all():
            return None
        curvatures = np.abs(self._curvatures)
        if curvatures.min() <= _SINGULAR * curvatures.max():
            return None
        return np.asarray(-np.linalg.solve(self.hessian, self.slope))

    @property
    def has_minimum(self) -> bool:
        """Whether the quadratic model has a lowest place: where it curves upwards in every direction."""
        return self.newton is not None and bool((self._curvatures > 0).all())

    @property
    def turn(self) -> float | None:
        """The angle in degrees between steepest descent and the Newton step; None where one of them is missing."""
        if self.newton is None:
            return None
        lengths = float(np.linalg.norm(self.newton) * np.linalg.norm(self.uphill))
        if not (lengths > 0 and math.isfinite(lengths)):
            return None
        cosine = float(-self.newton @ self.uphill) / lengths
        return math.degrees(math.acos(min(1.0, max(-1.0, cosine))))

    @property
    def heading(self) -> Array | None:
        """The direction of the next step on the map, length 1, shape (2,); None where it leads nowhere."""
        length = float(np.linalg.norm(self.step))
        return self.step / length if math.isfinite(length) and length > 0 else None

    @property
    def rise(self) -> tuple[float, float] | None:
        """The first and second derivative of J along the next step, for each unit of the map; None where unknown."""
        heading = self.heading
        if heading is None or self.hessian is None:
            return None
        return float(self.slope @ heading), float(heading @ self.hessian @ heading)

    @property
    def radius(self) -> float | None:
        """The radius (1 + J′²)^(3/2)/|J″| of the circle that hugs the ground along the next step; infinite if flat."""
        rise = self.rise
        if rise is None or not all(map(math.isfinite, rise)):
            return None
        first, second = rise
        return math.inf if second == 0 else (1 + first * first) ** 1.5 / abs(second)

    @cached_property
    def _curvatures(self) -> Array:
        assert self.hessian is not None  # noqa: S101 - what the callers have looked at
        return np.asarray(np.linalg.eigvalsh(self.hessian))


def instruments_at(descent: Descent, step: int, plane: Plane) -> Instruments:
    """Read every instrument at step number ``step`` of a walk, taken or to come, on the map that shows ``plane``."""
    trail = descent.trail
    theta, gradient = trail.theta[step], trail.gradient[step]
    with np.errstate(all="ignore"):
        steepness = float(np.linalg.norm(gradient))
        return Instruments(
            place=plane.place(theta),
            cost=float(trail.cost[step]),
            steepness=steepness,
            uphill=_seen(plane, gradient),
            slope=gradient if plane.directions is None else plane.directions @ gradient,
            step=_seen(plane, descent.change_at(step)),
            memory=_memory(descent, step, plane),
            reach=_reach(descent, step, plane, steepness),
            hessian=_hessian(descent, theta, plane),
        )


def _seen(plane: Plane, change: Array) -> Array:
    """Return how the map shows a ``change`` (n,) of θ, shape (2,)."""
    return change if plane.is_whole else np.asarray(change @ _projection(plane))


def _projection(plane: Plane) -> Array:
    """Return what turns changes of θ into changes of the place, shape (n, 2)."""
    return np.eye(2) if plane.directions is None else np.asarray(np.linalg.pinv(plane.directions))


def _rule_at(descent: Descent, step: int) -> AnyOptimizer:
    trekker = descent.trekker_at(step)
    return scheduled(trekker.optimizer, trekker.schedule, step)


def _memory(descent: Descent, step: int, plane: Plane) -> Array | None:
    """Return the step that the rule would take on flat ground, less what it would take there without a memory."""
    rule = _rule_at(descent, step)
    if rule.looks_further:
        return None
    theta = descent.trail.theta[step]
    flat = np.zeros_like(theta)
    change = rule.update(flat, descent.state_at(step), theta)[0] - rule.update(flat, rule.init(theta), theta)[0]
    return _seen(plane, change) if change.any() else None


def _reach(descent: Descent, step: int, plane: Plane, steepness: float) -> Array | None:
    """Return the semi-axes, as columns, of the ellipsoid of steps as the map shows it."""
    rule = _rule_at(descent, step)
    if rule.looks_further:
        return None
    along = rule.axis_reach(descent.state_after(step), steepness)
    if along is None or not np.isfinite(along).all():
        return None
    shadow = _projection(plane).T * along
    lengths, directions = np.linalg.eigh(shadow @ shadow.T)
    return np.asarray(directions * np.sqrt(np.maximum(lengths, 0.0)))


def _hessian(descent: Descent, theta: Array, plane: Plane) -> Array | None:
    cost = descent.ground.quick_cost
    if not cost.has_hessian:
        return None
    hessian = cost.hessian(theta)
    if plane.directions is not None:
        hessian = plane.directions @ hessian @ plane.directions.T
    return hessian if np.isfinite(hessian).all() else None
