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
from types import MappingProxyType
from typing import Any

from trekker.cost import Array
from trekker.knobs import knobs_of
from trekker.optimizers.arithmetic import Value, evaluate, resolve
from trekker.optimizers.clipping import Clipping
from trekker.optimizers.optimizer import AnyOptimizer
from trekker.optimizers.writers import FIRST, NumericWriter, Shown, SymbolicWriter, TexWriter, Writer, value_text

_COMMON_SYMBOLS = MappingProxyType(
    {"gradient": "∇J", "theta": "θ", "clip_limit": "c", "first_rate": "α₀", "schedule_factor": "s"}
)
_ESTIMATED = "∇J\u0302"
_ARROW, _TEX_ARROW = " ← ", r" \leftarrow "
_SCHEDULE_LINE = "learning_rate = first_rate * schedule_factor"


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
        shown: which components of long vectors are written.
    """

    start: Mapping[str, Value]
    symbols: Mapping[str, str]
    lines: tuple[Line, ...]
    values: Mapping[str, Value]
    shown: Shown = FIRST

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
    is_estimate: bool = False,
    shown: Shown = FIRST,
) -> Explanation:
    """Spell out the step of one trekker.

    Args:
        optimizer: the rule, with the learning rate that a person has set.
        gradient: the slope ∇J(θ) as it was felt, before any clipping; shape (n,).
        state: the memory before the step.
        theta: where the trekker stood; shape (n,).
        new_state: the memory after the step.
        clipping: where given and not off, its line comes first.
        schedule_factor: where not 1, the line that scales the learning rate comes first.
        is_estimate: whether that slope was felt by some of the rows, or in gusts, and is written as such.
        shown: which components of long vectors are written.
    """
    lines = _active_lines(optimizer, clipping, schedule_factor)
    start = {
        **_settings(optimizer),
        **_felt_memory(lines, state, new_state),
        "gradient": gradient,
        "theta": theta,
        "first_rate": getattr(optimizer, "learning_rate", 0.0),
        "schedule_factor": schedule_factor,
        "clip_limit": 1.0 if clipping is None else clipping.limit,
    }
    symbols = {**symbols_of(optimizer), **({"gradient": _ESTIMATED} if is_estimate else {})}
    values, written = start, []
    for name, formula in parse(lines):
        before, chosen = values, resolve(formula, values)
        values = {**before, name: evaluate(chosen, before)}
        if not _changes_nothing(name, chosen):
            value, numeric = value_text(values[name], shown), NumericWriter(before, shown).write(chosen)
            written.append(_line(name, chosen, values[name], value + _ARROW + numeric, symbols))
    return Explanation(start, symbols, tuple(written), values, shown)


def symbolic(rule: AnyOptimizer | type[AnyOptimizer]) -> tuple[str, ...]:
    """Return the rule's lines with symbols, "θ ← θ − α·∇J": as its settings make them, or a class's defaults."""
    return _written(rule, SymbolicWriter(symbols_of(rule)), _ARROW)


def tex(rule: AnyOptimizer | type[AnyOptimizer]) -> tuple[str, ...]:
    """Return the rule's lines for a TeX renderer, one formula a line; as :func:`symbolic` chooses them."""
    return _written(rule, TexWriter(symbols_of(rule)), _TEX_ARROW)


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


def _active_lines(rule: AnyOptimizer, clipping: Clipping | None, schedule_factor: float) -> tuple[str, ...]:
    """Return the rule's lines after those of what is at work on its learning rate and its gradient."""
    lines = rule.lines if clipping is None else clipping.lines + rule.lines
    return (_SCHEDULE_LINE, *lines) if schedule_factor != 1.0 and hasattr(rule, "learning_rate") else lines


def _settings(rule: AnyOptimizer | type[AnyOptimizer]) -> dict[str, Value]:
    """Return the settings of a rule by name, a class's defaults."""
    return {
        name: each.default if isinstance(rule, type) else getattr(rule, name)
        for name, each in knobs_of(rule).items()
        if not isinstance(each.default, str)
    }


def _felt_memory(lines: tuple[str, ...], state: tuple[Any, ...], new_state: tuple[Any, ...]) -> dict[str, Value]:
    """Return each field of the state as the lines mean it: assigned ones before the step, others after it."""
    names: tuple[str, ...] = getattr(new_state, "_fields", ())
    assigned = {name for name, _ in parse(lines)}
    fields = zip(names, state, new_state, strict=True)
    return {name: before if name in assigned else after for name, before, after in fields}


def _line(name: str, formula: ast.expr, value: Value, numeric: str, symbols: Mapping[str, str]) -> Line:
    symbolic, tex = SymbolicWriter(symbols), TexWriter(symbols)
    return Line(
        name,
        value,
        symbolic.name(name) + _ARROW + symbolic.write(formula),
        numeric,
        tex.name(name) + _TEX_ARROW + tex.write(formula),
    )


def _written(rule: AnyOptimizer | type[AnyOptimizer], writer: Writer, arrow: str) -> tuple[str, ...]:
    settings = _settings(rule)
    formulas = [(name, resolve(formula, settings)) for name, formula in parse(rule.lines)]
    return tuple(
        writer.name(name) + arrow + writer.write(formula)
        for name, formula in formulas
        if not _changes_nothing(name, formula)
    )


def _changes_nothing(name: str, formula: ast.expr) -> bool:
    return isinstance(formula, ast.Name) and formula.id == name
