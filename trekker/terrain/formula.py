"""A typed formula as ground to walk on: z = f(x, y) as a person writes it, with its exact derivatives.

The way of a text: :mod:`tokens` → :mod:`parser` → a checked syntax tree (:mod:`syntax`) → a graph of steps
(:mod:`graph`), differentiated (:mod:`derivatives`) and compiled (:mod:`compiler`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import isnan
from typing import Any, cast

import numpy as np

from trekker.cost import Array, CostFunction, Rows
from trekker.terrain.compiler import Compiled, compile_steps
from trekker.terrain.derivatives import derivative
from trekker.terrain.graph import Graph
from trekker.terrain.operations import ARITHMETIC_FAULTS
from trekker.terrain.parser import parse_tree
from trekker.terrain.readable import readable
from trekker.terrain.syntax import FormulaError, Node
from trekker.terrain.translation import translate
from trekker.terrain.writing import write_plain, write_tex

__all__ = ["Formula", "FormulaCost", "FormulaError", "parse"]


@dataclass(frozen=True)
class Formula:
    """A formula that was read and checked; made by :func:`parse`.

    Attributes:
        text: as typed.
        tree: what it means.
    """

    text: str
    tree: Node = field(repr=False)

    @cached_property
    def unicode(self) -> str:
        """The formula as it was understood, in letters: ``x² + 3y²``. Reads back the same, unless too long."""
        return write_plain(self.tree)

    @cached_property
    def tex(self) -> str:
        """The formula in LaTeX's mathematics."""
        return write_tex(self.tree)

    def gradient_unicode(self) -> tuple[str, str]:
        """Return ∂f/∂x and ∂f/∂y in letters; "…" where one is too long to be read."""
        first, second = self._derivatives(((0,), (1,)), write_plain)
        return first, second

    def gradient_tex(self) -> tuple[str, str]:
        """Return ∂f/∂x and ∂f/∂y in LaTeX's mathematics; an ellipsis where one is too long to be read."""
        first, second = self._derivatives(((0,), (1,)), write_tex)
        return first, second

    def hessian_unicode(self) -> tuple[str, str, str]:
        """Return ∂²f/∂x², ∂²f/∂x∂y and ∂²f/∂y² in letters; "…" where one is too long to be read."""
        first, mixed, second = self._derivatives(((0, 0), (0, 1), (1, 1)), write_plain)
        return first, mixed, second

    def hessian_tex(self) -> tuple[str, str, str]:
        """Return ∂²f/∂x², ∂²f/∂x∂y and ∂²f/∂y² in LaTeX's mathematics; an ellipsis where too long to be read."""
        first, mixed, second = self._derivatives(((0, 0), (0, 1), (1, 1)), write_tex)
        return first, mixed, second

    def _derivatives(self, orders: tuple[tuple[int, ...], ...], write: Any) -> list[str]:
        texts = []
        for variables in orders:
            graph = Graph()
            index = translate(self.tree, graph)
            for variable in variables:
                index = derivative(graph, index, variable)
            texts.append(write(readable(graph, index)))
        return texts


def parse(text: str) -> Formula:
    """Read a formula of x and y (or θ₀ and θ₁).

    Raises:
        FormulaError: where ``text`` is not one; its ``position`` points at the character, its message says what
            would be right.
    """
    tree = parse_tree(text)
    translate(tree, Graph())
    return Formula(text, tree)


class FormulaCost(CostFunction):
    """J(θ) = f(θ₀, θ₁) for a formula f, with exact gradient and Hessian.

    A single place (``theta`` of shape (2,)) goes through Python's own floats, which is ten times faster there; where
    those would raise, and for any other shape, NumPy does the work. Arithmetic agrees bit for bit between the two,
    functions such as sine may differ in the last digit. Where J is NaN, so are its derivatives.

    Attributes:
        formula: f.
    """

    dimension = 2
    has_hessian = True

    def __init__(self, formula: Formula) -> None:
        self.formula = formula

    def __reduce__(self) -> tuple[type[FormulaCost], tuple[Formula]]:
        return FormulaCost, (self.formula,)

    def prepare(self) -> None:
        """Compile the derivatives. Two threads that do so at once do no harm: both get the same."""
        _ = self._with_gradient, self._with_hessian

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return J(θ), shape (…), for ``theta`` of shape (…, 2)."""
        if theta.ndim == 1:
            try:
                return _scalar(self._alone.at_place(*theta.tolist())[0])
            except ARITHMETIC_FAULTS:
                return _scalar(_evaluate(self._alone, theta)[0])
        return _filled(_evaluate(self._alone, theta)[0], theta.shape[:-1])

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        """Return ∇J(θ), shape (…, 2), for ``theta`` of shape (…, 2)."""
        return self.cost_and_gradient(theta)[1]

    def cost_and_gradient(self, theta: Array, rows: Rows | None = None) -> tuple[Array, Array]:
        """Return J(θ) and ∇J(θ), sharing what they have in common."""
        if theta.ndim == 1:
            try:
                cost, slope_x, slope_y = self._with_gradient.at_place(*theta.tolist())
            except ARITHMETIC_FAULTS:
                _, gradient = self._over_arrays(theta)
                return self.cost(theta), gradient
            if isnan(cost):
                slope_x = slope_y = cost
            return _scalar(cost), np.array((slope_x, slope_y))
        return self._over_arrays(theta)

    def hessian(self, theta: Array) -> Array:
        """Return the second derivatives, shape (…, 2, 2), for ``theta`` of shape (…, 2)."""
        cost, along_x, mixed, along_y = _evaluate(self._with_hessian, theta)
        hessian = np.empty((*theta.shape, 2))
        hessian[..., 0, 0], hessian[..., 1, 1] = along_x, along_y
        hessian[..., 0, 1] = hessian[..., 1, 0] = mixed
        hessian[np.isnan(_filled(cost, theta.shape[:-1]))] = np.nan
        return hessian

    def _over_arrays(self, theta: Array) -> tuple[Array, Array]:
        value, slope_x, slope_y = _evaluate(self._with_gradient, theta)
        cost = _filled(value, theta.shape[:-1])
        gradient = np.empty(theta.shape)
        gradient[..., 0], gradient[..., 1] = slope_x, slope_y
        gradient[np.isnan(cost)] = np.nan
        return cost, gradient

    @cached_property
    def _alone(self) -> Compiled:
        graph = Graph()
        return compile_steps(graph, (translate(self.formula.tree, graph),))

    @cached_property
    def _with_gradient(self) -> Compiled:
        graph = Graph()
        cost = translate(self.formula.tree, graph)
        return compile_steps(graph, (cost, derivative(graph, cost, 0), derivative(graph, cost, 1)))

    @cached_property
    def _with_hessian(self) -> Compiled:
        graph = Graph()
        cost = translate(self.formula.tree, graph)
        along_x, along_y = derivative(graph, cost, 0), derivative(graph, cost, 1)
        second = derivative(graph, along_x, 0), derivative(graph, along_x, 1), derivative(graph, along_y, 1)
        return compile_steps(graph, (cost, *second))


def _evaluate(compiled: Compiled, theta: Array) -> tuple[Any, ...]:
    theta = np.asarray(theta, dtype=np.float64)
    with np.errstate(all="ignore"):
        return compiled.over_arrays(theta[..., 0], theta[..., 1])


def _filled(value: float | Array, shape: tuple[int, ...]) -> Array:
    """Return an output as a fresh array of ``shape``, whether it varies or not."""
    if isinstance(value, np.ndarray) and value.shape == shape and value.base is None:
        return value
    filled = np.empty(shape)
    filled[...] = value
    return filled


def _scalar(value: Any) -> Array:
    """Return a cost without axes as NumPy's own float, which prints and compares as people expect."""
    scalar: Any = np.float64(value)
    return cast(Array, scalar)
