"""A second reader of formulas, which shares nothing with the program's and computes with mpmath's many digits.

It knows just enough to read whatever a gallery holds, so that a new mountain is checked without being written twice.
"""

import re

import mpmath as mp

TOKEN = re.compile(r"\s*(\d+\.?\d*|[a-z]+|[-+*/^()|,])")
CONSTANTS = {"pi": lambda x, y: +mp.pi, "e": lambda x, y: +mp.e}
FUNCTIONS = {
    **{name: getattr(mp, name) for name in ("sin", "cos", "tan", "exp", "sqrt", "sinh", "cosh", "tanh", "cbrt")},
    **{"log": mp.log, "ln": mp.log, "abs": abs, "asin": mp.asin, "acos": mp.acos, "atan": mp.atan, "sign": mp.sign},
    "sigmoid": lambda u: 1 / (1 + mp.exp(-u)),
    "softplus": lambda u: mp.log(1 + mp.exp(u)),
    "relu": lambda u: max(u, mp.mpf(0)),
    "max": max,
    "min": min,
    "hypot": mp.hypot,
    "atan2": mp.atan2,
}


def reading(text):
    """Return the function of x and y that a formula writes down."""
    tokens = TOKEN.findall(text)
    assert "".join(tokens) == text.replace(" ", ""), f"{text} has characters that are not known here"
    reader = _Reader([*reversed(tokens)])
    function = reader.sum()
    assert not reader.rest, f"{reader.rest[-1]} is one too many"
    return function


class _Reader:
    """Turns the rest of the tokens, last first, into functions of x and y; what is inside brackets knows its closer."""

    def __init__(self, rest):
        self.rest = rest
        self.closers = [""]

    def next(self):
        return self.rest[-1] if self.rest else ""

    def take(self, *tokens):
        return self.rest.pop() if self.next() in tokens else ""

    def sum(self):
        value = self.product()
        while sign := self.take("+", "-"):
            value = _joined(sign, value, self.product())
        return value

    def product(self):
        if self.take("-"):
            value = self.product()
            return lambda x, y: -value(x, y)
        value = self.power()
        while self.next() not in ("+", "-", ")", ",", self.closers[-1]):
            value = _joined(self.take("*", "/") or "*", value, self.power())
        return value

    def power(self):
        base = self.primary()
        return _joined("^", base, self.product() if self.next() == "-" else self.power()) if self.take("^") else base

    def primary(self):
        word = self.rest.pop()
        if word in "(|":
            inner = self.inside({"(": ")", "|": "|"}[word])
            return (lambda x, y: abs(inner(x, y))) if word in "|" else inner
        if word in FUNCTIONS:
            function, arguments = FUNCTIONS[word], self.arguments()
            return lambda x, y: function(*(each(x, y) for each in arguments))
        if word in "xy":
            return {"x": lambda x, y: x, "y": lambda x, y: y}[word]
        return CONSTANTS[word] if word in CONSTANTS else lambda x, y: mp.mpf(word)

    def arguments(self):
        if not self.take("("):
            return [self.primary()]  # sqrt|x|
        found = [self.inside(",", ")")]
        while self.closed_by == ",":
            found.append(self.inside(",", ")"))
        return found

    def inside(self, *closers):
        self.closers.append(closers[-1])
        inner = self.sum()
        self.closers.pop()
        self.closed_by = self.take(*closers)
        assert self.closed_by, f"{closers[-1]} is missing"
        return inner


def _joined(sign, left, right):
    return {
        "+": lambda x, y: left(x, y) + right(x, y),
        "-": lambda x, y: left(x, y) - right(x, y),
        "*": lambda x, y: left(x, y) * right(x, y),
        "/": lambda x, y: left(x, y) / right(x, y),
        "^": lambda x, y: left(x, y) ** right(x, y),
    }[sign]
