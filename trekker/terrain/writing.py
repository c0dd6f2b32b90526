"""From the syntax tree back to text: in letters for panels, in LaTeX's mathematics for pictures."""

from __future__ import annotations

from types import MappingProxyType

from trekker.terrain.syntax import Binary, Call, Constant, Negative, Node, Number, Variable

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_STRENGTH = MappingProxyType({"+": 1, "-": 1, "*": 2, "/": 2, "^": 4})
_NEGATIVE_STRENGTH = 2
_ATOM = 5
_TEX_FUNCTIONS = MappingProxyType(
    {
        **{name: f"\\{name}" for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "min", "max")},
        **{name: f"\\arc{name[1:]}" for name in ("asin", "acos", "atan")},
        "log": "\\ln",
        "log10": "\\log_{10}",
        "log2": "\\log_{2}",
    }
)


def _strength(node: Node) -> int:
    if isinstance(node, Binary):
        return _STRENGTH[node.operator]
    if isinstance(node, Negative) or (isinstance(node, Number) and node.value < 0):
        return _NEGATIVE_STRENGTH
    return _ATOM


def write_plain(node: Node) -> str:  # noqa: PLR0911 - one line for each kind of node
    """Write ``node`` in letters. What comes out reads back as the same formula."""
    match node:
        case Number(value):
            return _digits(value).replace("-", "−", 1) if value < 0 else _digits(value)
        case Constant(name):
            return {"pi": "π", "tau": "τ"}.get(name, name)
        case Variable(index):
            return "xy"[index]
        case Negative(operand):
            return "−" + _plain_in(operand, _NEGATIVE_STRENGTH + 1)
        case Call("abs", (inside,)):
            return f"|{write_plain(inside)}|" if "|" not in write_plain(inside) else f"abs({write_plain(inside)})"
        case Call("choose", (smaller, larger, then, otherwise)):
            condition = f"{write_plain(smaller)} ≤ {write_plain(larger)}"
            return f"({write_plain(then)} where {condition}, else {write_plain(otherwise)})"
        case Call(function, arguments):
            return f"{function}({', '.join(write_plain(each) for each in arguments)})"
        case Binary("^"):
            return _plain_power(node)
        case Binary("*"):
            return _plain_product(node)
        case Binary(operator, left, right):
            strength = _STRENGTH[operator]
            joined = {"+": " + ", "-": " − ", "/": "/"}[operator]
            return _plain_in(left, strength) + joined + _plain_in(right, strength + 1)


def _plain_in(node: Node, least: int) -> str:
    """Write ``node``, in brackets where it binds more weakly than ``least``."""
    text = write_plain(node)
    return f"({text})" if _strength(node) < least else text


def _plain_power(node: Binary) -> str:
    base = _plain_in(node.left, _ATOM)
    if isinstance(node.right, Number) and node.right.value.is_integer() and node.right.value < 1000:
        return base + str(int(node.right.value)).translate(_SUPERSCRIPTS)
    return f"{base}^({write_plain(node.right)})"


def _plain_product(node: Binary) -> str:
    left, right = _plain_in(node.left, 2), _plain_in(node.right, 3)
    plain_left = isinstance(node.left, Number) or right.startswith("(")
    needs_dot = right[0].isdigit() or right[0] == "|" or not plain_left or left[-1].isalpha()
    return f"{left}·{right}" if needs_dot else left + right


def write_tex(node: Node) -> str:  # noqa: PLR0911 - one line for each kind of node
    """Write ``node`` in LaTeX's mathematics."""
    match node:
        case Number(value):
            return _tex_number(value)
        case Constant(name):
            return {"pi": "\\pi ", "tau": "\\tau ", "…": "\\ldots "}.get(name, name)
        case Variable(index):
            return "xy"[index]
        case Negative(operand):
            return "-" + _tex_in(operand, _NEGATIVE_STRENGTH + 1)
        case Call(function, arguments):
            return _tex_call(function, [write_tex(each) for each in arguments])
        case Binary("/", left, right):
            return f"\\frac{{{write_tex(left)}}}{{{write_tex(right)}}}"
        case Binary("^", left, right):
            return f"{_tex_in(left, _ATOM)}^{{{write_tex(right)}}}"
        case Binary("*", left, right):
            written = _tex_in(right, 3)
            dot = " \\cdot " if written[0].isdigit() or written.startswith("\\frac") else " "
            return _tex_in(left, 2) + dot + written
        case Binary(operator, left, right):
            return f"{_tex_in(left, 1)} {operator} {_tex_in(right, 2)}"


def _tex_in(node: Node, least: int) -> str:
    text = write_tex(node)
    is_fraction = isinstance(node, Binary) and node.operator == "/" and least <= 3
    return text if is_fraction or _strength(node) >= least else f"\\left({text}\\right)"


def _tex_call(function: str, arguments: list[str]) -> str:
    if function == "choose":
        smaller, larger, then, otherwise = arguments
        return f"\\left\\{{{then}\\text{{ where }}{smaller} \\le {larger},\\text{{ else }}{otherwise}\\right\\}}"
    inside = ", ".join(arguments)
    brackets = {
        "abs": f"\\left|{inside}\\right|",
        "sqrt": f"\\sqrt{{{inside}}}",
        "cbrt": f"\\sqrt[3]{{{inside}}}",
        "floor": f"\\lfloor {inside} \\rfloor ",
        "ceil": f"\\lceil {inside} \\rceil ",
    }
    if function in brackets:
        return brackets[function]
    name = _TEX_FUNCTIONS.get(function, f"\\mathrm{{{function}}}")
    return f"{name}\\left({inside}\\right)"


def _digits(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _tex_number(value: float) -> str:
    mantissa, mark, exponent = _digits(value).partition("e")
    return f"{mantissa} \\cdot 10^{{{int(exponent)}}}" if mark else mantissa
