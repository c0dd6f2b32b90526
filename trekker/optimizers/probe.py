"""The ground as one step may feel it: cost, gradient and Hessian over the rows of this step, counted."""

from __future__ import annotations

from typing import NamedTuple

from trekker.cost import Array, CostFunction, Rows


class Evaluations(NamedTuple):
    """How often the ground was asked: the work done, by which rules that search can be compared with others."""

    cost: int = 0
    gradient: int = 0
    hessian: int = 0

    def __add__(self, other: object) -> Evaluations:
        """Add count by count."""
        if not isinstance(other, Evaluations):
            return NotImplemented
        return Evaluations(self.cost + other.cost, self.gradient + other.gradient, self.hessian + other.hessian)


class Probe:
    """A cost function over the rows of one step, which counts what it is asked.

    Asked twice at the same θ it remembers, and counts once: make a new probe for each step. All that the step
    feels may go through it, the gradient that the rule is given too::

        probe = Probe(cost, rows)
        gradient = probe.gradient(theta)
        change, state = optimizer.update(gradient, state, theta, probe)
        work += probe.counts
    """

    def __init__(self, cost_function: CostFunction, rows: Rows | None = None) -> None:
        self._ground = cost_function
        self._rows = rows
        self._costs: dict[bytes, float] = {}
        self._gradients: dict[bytes, Array] = {}
        self._hessians: dict[bytes, Array] = {}

    @property
    def has_hessian(self) -> bool:
        """Whether :meth:`hessian` can be asked."""
        return self._ground.has_hessian

    @property
    def counts(self) -> Evaluations:
        """How often each was evaluated so far."""
        return Evaluations(len(self._costs), len(self._gradients), len(self._hessians))

    def cost(self, theta: Array) -> float:
        """Return J(θ) for one ``theta``, shape (n,)."""
        key = theta.tobytes()
        if key not in self._costs:
            self._costs[key] = float(self._ground.cost(theta, self._rows))
        return self._costs[key]

    def gradient(self, theta: Array) -> Array:
        """Return ∇J(θ), shape (n,), for one ``theta``, shape (n,)."""
        key = theta.tobytes()
        if key not in self._gradients:
            self._gradients[key] = self._ground.gradient(theta, self._rows)
        return self._gradients[key]

    def cost_and_gradient(self, theta: Array) -> tuple[float, Array]:
        """Return J(θ) and ∇J(θ); in one pass where neither is known yet."""
        key = theta.tobytes()
        if key not in self._costs and key not in self._gradients:
            cost, self._gradients[key] = self._ground.cost_and_gradient(theta, self._rows)
            self._costs[key] = float(cost)
        return self.cost(theta), self.gradient(theta)

    def hessian(self, theta: Array) -> Array:
        """Return the Hessian, shape (n, n), of the whole ground: the contract knows none over rows alone.

        Raises:
            NotImplementedError: where ``has_hessian`` is false.
        """
        key = theta.tobytes()
        if key not in self._hessians:
            self._hessians[key] = self._ground.hessian(theta)
        return self._hessians[key]
