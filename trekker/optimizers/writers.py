"""Writing the formulas of rules: with symbols, with numbers, and for TeX."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from trekker.optimizers.arithmetic import Value

_SUPERSCRIPTS = str.maketrans("0123456789−t", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵗ")
MOST_WRITTEN = 3
"""Components of a vector that are all written."""

Shown: TypeAlias = tuple[int, int]
"""Which two components of a long vector are written."""
FIRST: Shown = (0, 1)


class _Rank(IntEnum):
    """How tightly a piece of a formula holds together; what holds less than it must gets parentheses."""

    COMPARISON = 0
    SUM = 1
    PRODUCT = 2
    FACTOR = 3
    ATOM = 4


class Writer:
    """Writes a formula as a line of text. What differs between the three forms is in the small methods."""

    def write(self, node: ast.expr, least: _Rank = _Rank.SUM) -> str:
        """Return the text of a formula, in parentheses where it holds together less than ``least``."""
        text, rank = self._text(node)
        return self.grouped(text) if rank < least else text

    def name(self, name: str) -> str:
        """Return how a name is written."""
        raise NotImplementedError

    def grouped(self, text: str) -> str:
        """Return the text in parentheses."""
        return f"({text})"

    def product(self, left: ast.expr, right: ast.expr) -> str:
        """Return a product."""
        return f"{self.write(left, _Rank.PRODUCT)}·{self.write(right, _Rank.FACTOR)}"

    def quotient(self, left: ast.expr, right: ast.expr) -> tuple[str, _Rank]:
        """Return a quotient, and how tightly it holds together."""
        return f"{self.write(left, _Rank.PRODUCT)} / {self.write(right, _Rank.FACTOR)}", _Rank.PRODUCT

    def power(self, base: ast.expr, exponent: ast.expr) -> str:
        """Return a power, with a raised exponent where there are raised letters for it."""
        text = self.write(exponent)
        raised = text.translate(_SUPERSCRIPTS)
        is_raised = not set(raised) & set(text)
        return self.write(base, _Rank.ATOM) + (raised if is_raised else f"^({text})")

    def call(self, function: str, arguments: list[ast.expr]) -> tuple[str, _Rank]:
        """Return a function of its arguments, and how tightly it holds together."""
        texts = [self.write(each, _Rank.COMPARISON) for each in arguments]
        match function:
            case "sqrt":
                return f"√{self.write(arguments[0], _Rank.ATOM)}", _Rank.FACTOR
            case "abs":
                return f"|{texts[0]}|", _Rank.ATOM
            case "norm":
                return f"‖{texts[0]}‖", _Rank.ATOM
            case "where":
                return f"{{{texts[1]} where {texts[0]}, else {texts[2]}}}", _Rank.ATOM
            case "solve":
                return f"({texts[0]} + {texts[1]}·I)⁻¹·{self.write(arguments[2], _Rank.FACTOR)}", _Rank.PRODUCT
        return f"{_shown(function)}({', '.join(texts)})", _Rank.ATOM

    def _text(self, node: ast.expr) -> tuple[str, _Rank]:  # noqa: PLR0911  (one return a kind of node)
        match node:
            case ast.Constant(value=int() | float() as number):
                return number_text(number), _Rank.ATOM
            case ast.Name(id=name):
                text = self.name(name)
                return text, _rank_of(text)
            case ast.UnaryOp(operand=operand):
                return f"−{self.write(operand, _Rank.PRODUCT)}", _Rank.SUM
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return f"{self.write(left)} + {self.write(right, _Rank.PRODUCT)}", _Rank.SUM
            case ast.BinOp(left=left, op=ast.Sub(), right=right):
                return f"{self.write(left)} − {self.write(right, _Rank.PRODUCT)}", _Rank.SUM
            case ast.BinOp(left=left, op=ast.Mult(), right=right):
                return self.product(left, right), _Rank.PRODUCT
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                return self.quotient(left, right)
            case ast.BinOp(left=left, op=ast.Pow(), right=right):
                return self.power(left, right), _Rank.FACTOR
            case ast.Compare(left=left, ops=[sign], comparators=[right]):
                order = {ast.Gt: ">", ast.Lt: "<"}.get(type(sign), "≤")
                return f"{self.write(left)} {order} {self.write(right)}", _Rank.COMPARISON
            case ast.Call(func=ast.Name(id=function), args=arguments):
                return self.call(function, arguments)
        raise ValueError(f"a formula cannot hold {ast.unparse(node)!r}")


class SymbolicWriter(Writer):
    """Writes names as their symbols: "θ − α·m̂ / (√v̂ + ε)"."""

    def __init__(self, symbols: Mapping[str, str]) -> None:
        self._symbols = symbols

    def name(self, name: str) -> str:
        """Return the symbol, or the name itself where it has none."""
        return self._symbols.get(name, name.replace("_", " "))


class NumericWriter(Writer):
    """Writes names as their values: "(2.302, 2.251) − 0.004·(−28.7, 11.3)"."""

    def __init__(self, values: Mapping[str, Value], shown: Shown = FIRST) -> None:
        self._values, self._shown = values, shown

    def name(self, name: str) -> str:
        """Return the value that the name has now."""
        return value_text(self._values[name], self._shown)


class TexWriter(SymbolicWriter):
    """Writes for a TeX renderer."""

    def name(self, name: str) -> str:
        """Return the symbol in TeX."""
        return tex_symbol(super().name(name))

    def grouped(self, text: str) -> str:
        """Return the text in parentheses as high as itself."""
        return rf"\left({text}\right)"

    def product(self, left: ast.expr, right: ast.expr) -> str:
        """Return a product by writing side by side."""
        return rf"{self.write(left, _Rank.PRODUCT)} \, {self.write(right, _Rank.FACTOR)}"

    def quotient(self, left: ast.expr, right: ast.expr) -> tuple[str, _Rank]:
        """Return a fraction, which needs no parentheses."""
        return rf"\frac{{{self.write(left)}}}{{{self.write(right)}}}", _Rank.FACTOR

    def power(self, base: ast.expr, exponent: ast.expr) -> str:
        """Return a power."""
        return f"{{{self.write(base, _Rank.ATOM)}}}^{{{self.write(exponent)}}}"

    def call(self, function: str, arguments: list[ast.expr]) -> tuple[str, _Rank]:
        """Return a function of its arguments."""
        texts = [self.write(each, _Rank.COMPARISON) for each in arguments]
        match function:
            case "sqrt":
                return rf"\sqrt{{{texts[0]}}}", _Rank.ATOM
            case "abs":
                return rf"\left|{texts[0]}\right|", _Rank.ATOM
            case "norm":
                return rf"\left\|{texts[0]}\right\|", _Rank.ATOM
            case "where":
                rows = rf"{texts[1]} & {texts[0]} \\ {texts[2]} & \mathrm{{else}}"
                return rf"\begin{{cases}} {rows} \end{{cases}}", _Rank.ATOM
            case "solve":
                inverse = rf"{{\left({texts[0]} + {texts[1]} I\right)}}^{{-1}}"
                return rf"{inverse} \, {self.write(arguments[2], _Rank.FACTOR)}", _Rank.PRODUCT
        return rf"\mathrm{{{_shown(function)}}}\left({', '.join(texts)}\right)", _Rank.ATOM

    def _text(self, node: ast.expr) -> tuple[str, _Rank]:
        text, rank = super()._text(node)
        return text.replace("−", "-"), rank


def value_text(value: Value, shown: Shown = FIRST) -> str:
    """Return a number, or a vector as its components: "(2.302, 2.251)"; of a long one only two: "(1, 2, …)"."""
    values = np.asarray(value)
    if values.ndim == 0:
        return number_text(values.item())
    if len(values) > MOST_WRITTEN:
        components = shown if max(shown) < len(values) else FIRST
        first, second = (value_text(values[component], shown) for component in components)
        return f"({first}, {second}, …)"
    return f"({', '.join(value_text(each, shown) for each in values)})"


def number_text(number: float) -> str:
    """Return a number with four significant digits, a true minus, and "10⁻⁸" for 1e-8."""
    if isinstance(number, int):
        return str(number).replace("-", "−")
    if not np.isfinite(number):
        return "NaN" if np.isnan(number) else "∞" if number > 0 else "−∞"
    digits, _, exponent = f"{number:.4g}".replace("-", "−").partition("e")
    if not exponent:
        return digits
    power = "10" + str(int(exponent.replace("−", "-"))).replace("-", "−").translate(_SUPERSCRIPTS)
    return {"1": power, "−1": f"−{power}"}.get(digits, f"{digits}×{power}")


def tex_symbol(symbol: str) -> str:
    """Return a symbol such as β₁, m̂ or ∇J in TeX."""
    pieces: list[str] = []
    for character in symbol:
        if character == "\N{COMBINING CIRCUMFLEX ACCENT}":
            pieces[-1] = rf"\hat{{{pieces[-1]}}}"
        elif character in _SUBSCRIPTS:
            pieces.append(f"_{{{_SUBSCRIPTS[character]}}}")
        else:
            pieces.append(_TEX_LETTERS.get(character, character))
    return "".join(pieces).replace("}_{", "")


_SUBSCRIPTS = MappingProxyType(dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ₐₘₓᵢₙ", "0123456789+-amxin", strict=True)))

_TEX_LETTERS = MappingProxyType(
    {
        letter: rf"\{name} "
        for letter, name in {
            "α": "alpha",
            "β": "beta",
            "γ": "gamma",
            "ε": "epsilon",
            "η": "eta",
            "θ": "theta",
            "λ": "lambda",
            "μ": "mu",
            "ν": "nu",
            "ρ": "rho",
            "σ": "sigma",
            "ψ": "psi",
            "∇": "nabla",
            "Δ": "Delta",
            "Π": "Pi",
        }.items()
    }
)


def _shown(function: str) -> str:
    return {"maximum": "max", "minimum": "min"}.get(function, function)


def _rank_of(text: str) -> _Rank:
    """Tell how tightly a name or value holds together: "−3", "2×10⁷" and ∇J are not one piece; ∇J² would mislead."""
    if text.startswith("−"):
        return _Rank.SUM
    if text.startswith(("∇", r"\nabla")):
        return _Rank.FACTOR
    return _Rank.PRODUCT if "×" in text and not text.startswith("(") else _Rank.ATOM
