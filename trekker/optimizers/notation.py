"""A rule's lines, read: evaluated, and written with symbols, with numbers, and for TeX.

``Optimizer.lines`` is the one text from which everything that is shown of a rule is made. A line is an
assignment in Python's syntax, over the knobs, the fields of the state, ``gradient``, ``theta`` and names that
lines before it made. A name means its value before the step until a line assigns it; a field of the state that
no line assigns is one that the rule had to search for, and means its value after the step. ``a if test else b``
chooses a formula by the settings: only the chosen one is shown, and a line that changes nothing is not shown.

The lines are parsed once and evaluated node by node, never by ``eval``.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from trekker.cost import Array
from trekker.knobs import knobs_of
from trekker.optimizers.arithmetic import Value, evaluate, resolve
from trekker.optimizers.clipping import Clipping
from trekker.optimizers.optimizer import AnyOptimizer
from trekker.optimizers.writers import NumericWriter, SymbolicWriter, TexWriter, Writer

_COMMON_SYMBOLS = {"gradient": "∇J", "theta": "θ", "clip_limit": "c", "schedule_factor": "f"}
_SCHEDULE_LINE = "learning_rate = learning_rate * schedule_factor"


@dataclass(frozen=True)
class Line:
    """One line of a rule at one step.

    Attributes:
        name: the name that the line assigns.
        value: what it became.
        symbolic: with symbols, "θ ← θ − α·m̂ / (√v̂ + ε)".
        numeric: with this step's numbers, "(2.417, 2.206) ← (2.302, 2.251) − 0.004·(−28.7, 11.3)".
        tex: with symbols, for a TeX renderer.
    """

    name: str
    value: Value
    symbolic: str
    numeric: str
    tex: str


@dataclass(frozen=True)
class Explanation:
    """One step of a rule, spelled out.

    Attributes:
        start: every name that the lines start from (settings, memory, gradient, θ), with its value before the step.
        symbols: how formulas write each name.
        lines: the lines that are shown.
        values: every name with its value after the step.
    """

    start: Mapping[str, Value]
    symbols: Mapping[str, str]
    lines: tuple[Line, ...]
    values: Mapping[str, Value]

    @property
    def last(self) -> Line:
        """The line that moves θ: what to show where there is room for one line only."""
        return self.lines[-1]


def explain(
    optimizer: AnyOptimizer,
    gradient: Array,
    state: tuple[Any, ...],
    theta: Array,
    new_state: tuple[Any, ...],
    *,
    clipping: Clipping | None = None,
    schedule_factor: float = 1.0,
) -> Explanation:
    """Spell out the step of one trekker.

    Args:
        optimizer: the rule, with the learning rate that a person has set.
        gradient: ∇J(θ) as it was felt, before any clipping; shape (n,).
        state: the memory before the step.
        theta: where the trekker stood; shape (n,).
        new_state: the memory after the step.
        clipping: where given and not off, its line comes first.
        schedule_factor: where not 1, the line that scales the learning rate comes first.
    """
    lines = optimizer.lines
    if clipping is not None:
        lines = clipping.lines + lines
    if schedule_factor != 1.0 and hasattr(optimizer, "learning_rate"):
        lines = (_SCHEDULE_LINE, *lines)
    assigned = {name for name, _ in parse(lines)}
    start: dict[str, Value] = {name: getattr(optimizer, name) for name in knobs_of(optimizer)}
    start |= {name: value for name, value in _fields(new_state).items() if name not in assigned}
    start |= {name: value for name, value in _fields(state).items() if name in assigned}
    start |= {"gradient": gradient, "theta": theta, "schedule_factor": schedule_factor}
    start["clip_limit"] = clipping.limit if clipping is not None else 1.0
    symbols = symbols_of(type(optimizer))
    values, shown = dict(start), []
    for name, formula in parse(lines):
        chosen = resolve(formula, values)
        writers = (SymbolicWriter(symbols), NumericWriter(values), TexWriter(symbols))
        symbolic, numeric, tex_text = (writer.write(chosen) for writer in writers)
        unchanged = isinstance(chosen, ast.Name) and chosen.id == name
        values[name] = evaluate(chosen, values)
        if not unchanged:
            result = NumericWriter(values).name(name)
            shown.append(
                Line(
                    name,
                    values[name],
                    f"{writers[0].name(name)} ← {symbolic}",
                    f"{result} ← {numeric}",
                    rf"{writers[2].name(name)} \leftarrow {tex_text}",
                )
            )
    return Explanation(start, symbols, tuple(shown), values)


def symbolic(rule: AnyOptimizer | type[AnyOptimizer]) -> tuple[str, ...]:
    """Return the rule's lines with symbols, "θ ← θ − α·∇J": as its settings make them, or a class's defaults."""
    return _written(rule, SymbolicWriter(symbols_of(rule)), " ← ")


def tex(rule: AnyOptimizer | type[AnyOptimizer]) -> tuple[str, ...]:
    """Return the rule's lines for a TeX renderer, one formula a line; as :func:`symbolic` chooses them."""
    return _written(rule, TexWriter(symbols_of(rule)), r" \leftarrow ")


def symbols_of(rule: AnyOptimizer | type[AnyOptimizer]) -> dict[str, str]:
    """Return how formulas write each name: those common to all rules, those of the knobs, those of the rule."""
    knobs = {name: each.symbol for name, each in knobs_of(rule).items() if each.symbol}
    return {**_COMMON_SYMBOLS, **knobs, **rule.symbols}


@cache
def parse(lines: tuple[str, ...]) -> tuple[tuple[str, ast.expr], ...]:
    """Return for each line the name that it assigns and the formula.

    Raises:
        ValueError: where a line is not one assignment to one name.
    """
    return tuple(_assignment(line) for line in lines)


def _assignment(line: str) -> tuple[str, ast.expr]:
    match ast.parse(line).body:
        case [ast.Assign(targets=[ast.Name(id=name)], value=formula)]:
            return name, formula
    raise ValueError(f"a line of a rule is one assignment to one name, not {line!r}")


def _written(rule: AnyOptimizer | type[AnyOptimizer], writer: Writer, arrow: str) -> tuple[str, ...]:
    settings: dict[str, Value] = {
        name: each.default if isinstance(rule, type) else getattr(rule, name)
        for name, each in knobs_of(rule).items()
        if not isinstance(each.default, str)
    }
    formulas = [(name, resolve(formula, settings)) for name, formula in parse(rule.lines)]
    return tuple(
        writer.name(name) + arrow + writer.write(formula)
        for name, formula in formulas
        if not (isinstance(formula, ast.Name) and formula.id == name)
    )


def _fields(state: tuple[Any, ...]) -> dict[str, Value]:
    """Return the fields of a named tuple with their values."""
    names: tuple[str, ...] = getattr(state, "_fields", ())
    return dict(zip(names, state, strict=True))
