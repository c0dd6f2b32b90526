"""From tokens to the checked syntax tree: a small operator-precedence parser of our own.

Python's ``ast`` is not used: implied multiplication (``3x``, ``2(x+y)``), ``|x|`` and ``sin x`` are not Python, and
a parser that knows nothing but formulas has nothing dangerous to refuse.

How it reads what could be read twice: ``-x^2`` is −(x²); ``x^2^3`` is x^(2³); ``1/2x`` is (1/2)·x, from left to
right as everywhere; ``sin 2πx`` is sin(2πx); ``sin x cos y`` is sin(x)·cos(y); ``sin x y``, ``sin x/2`` and
``sin x*2`` are refused, because people differ.
"""

from __future__ import annotations

from collections.abc import Callable

from trekker.messages import message
from trekker.terrain.syntax import (
    ARITY,
    CONSTANTS,
    VARIABLES,
    Binary,
    Call,
    Constant,
    FormulaError,
    Negative,
    Node,
    Number,
    Variable,
)
from trekker.terrain.tokens import Kind, Token, tokenize

MAX_DEPTH = 32
"""How deep brackets, functions and powers may be nested."""


def parse_tree(text: str) -> Node:
    """Return the syntax tree of ``text``.

    Raises:
        FormulaError: where the text is not a formula; the message says what would be right.
    """
    return _Parser(tokenize(text)).parse()


class _Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._index = 0
        self._depth = 0
        self._open_bars = [0]

    @property
    def _kind(self) -> Kind:
        return self._token.kind

    @property
    def _token(self) -> Token:
        return self._tokens[self._index]

    @property
    def _following(self) -> Token:
        return self._tokens[min(self._index + 1, len(self._tokens) - 1)]

    def parse(self) -> Node:
        if len(self._tokens) == 1:
            raise FormulaError("write a formula of x and y, such as x^2 + 3y^2", 0)
        tree = self._sum()
        if self._index < len(self._tokens) - 1:
            raise self._unexpected()
        return tree

    def _advance(self) -> Token:
        token = self._token
        self._index += 1
        return token

    def _is(self, *symbols: str) -> bool:
        return self._kind is Kind.SYMBOL and self._token.text in symbols

    def _is_function(self, token: Token) -> bool:
        return (token.kind is Kind.NAME and token.text in ARITY) or (token.kind is Kind.SYMBOL and token.text == "√")

    def _sum(self) -> Node:
        left = self._product()
        while self._is("+", "-"):
            sign = self._advance()
            left = Binary(sign.text, left, self._product(), sign.position)
        return left

    def _product(self) -> Node:
        left = self._signed()
        while True:
            if self._is("*", "/"):
                mark = self._advance()
                left = Binary(mark.text, left, self._signed(), mark.position)
            elif self._starts_implied_factor():
                position = self._token.position
                left = Binary("*", left, self._power(), position)
            else:
                return left

    def _starts_implied_factor(self) -> bool:
        if self._kind is Kind.NUMBER:
            raise FormulaError(
                "put an operator before {text}: * to multiply or ^ for a power",
                self._token.position,
                text=self._token.text,
            )
        return self._kind is Kind.NAME or self._is("(", "√") or (self._is("|") and not self._open_bars[-1])

    def _signed(self) -> Node:
        negative, position = False, self._token.position
        while self._is("+", "-"):
            negative ^= self._advance().text == "-"
        operand = self._power()
        return Negative(operand, position) if negative else operand

    def _power(self) -> Node:
        base = self._primary()
        while True:
            if self._kind is Kind.SUPERSCRIPT:
                raised = self._advance()
                base = Binary("^", base, _whole(raised), raised.position)
            elif self._is("^"):
                mark = self._advance()
                base = Binary("^", base, self._nested(self._signed, mark), mark.position)
            else:
                return base

    def _nested(self, rule: Callable[[], Node], opening: Token) -> Node:
        """Apply ``rule`` one level deeper."""
        if self._depth >= MAX_DEPTH:
            raise FormulaError(
                "this is nested more than {most} deep; write it more simply", opening.position, most=MAX_DEPTH
            )
        self._depth += 1
        node = rule()
        self._depth -= 1
        return node

    def _primary(self) -> Node:
        token = self._token
        if token.kind is Kind.NUMBER:
            self._advance()
            return Number(float(token.text), token.position)
        if self._is_function(token):
            return self._function()
        if token.kind is Kind.NAME:
            self._advance()
            if token.text in VARIABLES:
                return Variable(VARIABLES[token.text], token.position)
            return Constant(token.text, token.position)
        if self._is("("):
            return self._bracket()
        if self._is("|"):
            return self._absolute()
        raise self._missing_operand()

    def _bracket(self) -> Node:
        opening = self._advance()
        self._open_bars.append(0)
        inside = self._nested(self._sum, opening)
        self._close(opening)
        return inside

    def _close(self, opening: Token) -> None:
        if self._is(",") and self._following.kind is Kind.NUMBER:
            raise FormulaError("a decimal is written with a point, as 0.5", self._token.position)
        if self._kind is Kind.END:
            raise FormulaError("this bracket is never closed; add a )", opening.position)
        if not self._is(")"):
            raise self._unexpected()
        self._open_bars.pop()
        self._advance()

    def _absolute(self) -> Node:
        opening = self._advance()
        self._open_bars[-1] += 1
        inside = self._nested(self._sum, opening)
        if not self._is("|"):
            if self._kind is Kind.END:
                raise FormulaError("this | is never closed; write |x| or abs(x)", opening.position)
            raise self._unexpected()
        self._open_bars[-1] -= 1
        self._advance()
        return Call("abs", (inside,), opening.position)

    def _function(self) -> Node:
        token = self._advance()
        name = "sqrt" if token.text == "√" else token.text
        exponent = self._function_exponent(name)
        if self._is("("):
            call = Call(name, self._arguments(name), token.position)
        elif ARITY[name] == (1, 1):
            call = Call(name, (self._nested(lambda: self._bare_argument(token), token),), token.position)
        else:
            raise FormulaError(
                "write the arguments of {name} in brackets, as {name}({arguments})",
                self._token.position,
                name=name,
                arguments="y, x" if name == "atan2" else "x, y",
            )
        return Binary("^", call, exponent, token.position) if exponent else call

    def _function_exponent(self, name: str) -> Number | None:
        """Read the 2 of ``sin^2 x`` or ``sin²x``."""
        if self._kind is Kind.SUPERSCRIPT:
            exponent = _whole(self._advance())
        elif self._is("^"):
            mark = self._advance()
            if self._is("-"):
                raise self._inverse(name, mark)
            if self._kind is not Kind.NUMBER:
                raise FormulaError("put the power behind the function, as {name}(x)^2", mark.position, name=name)
            number = self._advance()
            exponent = Number(float(number.text), number.position)
        else:
            return None
        if exponent.value < 1:
            raise self._inverse(name, exponent)
        return exponent

    def _inverse(self, name: str, at: Token | Number) -> FormulaError:
        return FormulaError("write 1/{name}(x), or the inverse function by its name", at.position, name=name)

    def _arguments(self, name: str) -> tuple[Node, ...]:
        opening = self._advance()
        self._open_bars.append(0)
        arguments = [self._nested(self._sum, opening)]
        least, most = ARITY[name]
        while self._is(",") and most > 1:
            self._advance()
            arguments.append(self._nested(self._sum, opening))
        if self._is(","):
            raise FormulaError(
                "{name} takes one argument; a decimal is written with a point, as 0.5", self._token.position, name=name
            )
        self._close(opening)
        if not least <= len(arguments) <= most:
            wanted = str(least) if least == most else message("{least} to {most}", least=least, most=most)
            raise FormulaError(
                "{name} takes {wanted} arguments, not {count}",
                opening.position,
                name=name,
                wanted=wanted,
                count=len(arguments),
            )
        return tuple(arguments)

    def _bare_argument(self, function: Token) -> Node:
        """Read an argument without brackets: numbers and constants, then at most one factor that varies."""
        negative, position = False, self._token.position
        while self._is("+", "-"):
            negative ^= self._advance().text == "-"
        is_constant = self._is_constant(self._token)
        argument = self._power()
        while is_constant and self._starts_implied_factor() and not self._is_function(self._token):
            if function.text == "√":
                raise self._ambiguous(function)
            is_constant = self._is_constant(self._token)
            argument = Binary("*", argument, self._power(), self._token.position)
        joined = self._is("*", "/") and not self._is_function(self._following)
        if joined or (self._starts_implied_factor() and not self._is_function(self._token)):
            raise self._ambiguous(function)
        return Negative(argument, position) if negative else argument

    def _is_constant(self, token: Token) -> bool:
        return token.kind is Kind.NUMBER or (token.kind is Kind.NAME and token.text in CONSTANTS)

    def _ambiguous(self, function: Token) -> FormulaError:
        return FormulaError(
            "how far does {text} reach here? Put its argument in brackets, as {text}(…)",
            self._token.position,
            text=function.text,
        )

    def _missing_operand(self) -> FormulaError:
        token = self._token
        if token.kind is Kind.END:
            before = self._tokens[self._index - 1]
            return FormulaError(
                "something is missing after {text}: a number, x, y or a bracket", token.position, text=before.text
            )
        if token.kind is Kind.SYMBOL and token.text in (")", ","):
            return FormulaError("something is missing before {text}: a number, x or y", token.position, text=token.text)
        return FormulaError("a number, x, y or a bracket is expected before {text}", token.position, text=token.text)

    def _unexpected(self) -> FormulaError:
        token = self._token
        if token.text == ")":
            return FormulaError("this bracket closes nothing; take it out, or open one before it", token.position)
        if token.text == ",":
            return FormulaError(
                "a comma stands only between the arguments of a function; decimals have a point", token.position
            )
        return FormulaError(
            "“{text}” is not expected here; an operator such as + or * is", token.position, text=token.text
        )


def _whole(raised: Token) -> Number:
    return Number(float(raised.text), raised.position)
