"""From a text as people write it to tokens: full-width letters, superscripts and all kinds of minus are welcome."""

from __future__ import annotations

import difflib
import math
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from trekker.messages import Message, message
from trekker.terrain.syntax import ARITY, NAMES, FormulaError, canonical

MAX_LENGTH = 300
"""The longest formula that is read, in characters."""

_SUPERSCRIPTS = MappingProxyType(dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-", strict=True)))
_REPLACEMENTS = MappingProxyType(
    {
        **dict.fromkeys("−–—‐‑‒―➖﹣", "-"),
        **dict.fromkeys("×·⋅∙•∗∘・", "*"),
        **dict.fromkeys("÷∕", "/"),
        **dict.fromkeys("∣ǀ│", "|"),
        "∛": "cbrt ",
        "Θ": "θ",
        "ϑ": "θ",
        "ϴ": "θ",
    }
)
_LEFT_SIDE = re.compile(r"\s*(?:[zJf]|[fJ]\s*\(\s*(?:x\s*,\s*y|θ_?0\s*,\s*θ_?1|θ)\s*\))\s*=(?!=)")
_NUMBER = re.compile(r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_WORD = re.compile(r"[A-Za-zπτθ]+")
_NUMBERED_WORD = re.compile(r"(?:log10|log2|atan2|(?:theta|θ)_?[01])", re.IGNORECASE)
_SYMBOLS = "+-*/^(),|√"


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    NAME = "name"
    SYMBOL = "symbol"
    SUPERSCRIPT = "superscript"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a formula: its canonical text, and where it begins in the text as typed."""

    kind: Kind
    text: str
    position: int


@dataclass(frozen=True, slots=True)
class _Plain:
    """The text in plain letters, with the typed position of each of them (and of the end)."""

    text: str
    positions: tuple[int, ...]


def tokenize(text: str) -> list[Token]:
    """Return the tokens of ``text``, closed by one of kind END.

    Raises:
        FormulaError: at the first character, number or word that has no place in a formula.
    """
    if len(text) > MAX_LENGTH:
        raise FormulaError(
            "a formula has at most {most} characters, and this has {count}",
            MAX_LENGTH,
            most=MAX_LENGTH,
            count=len(text),
        )
    plain = _plain(text)
    left_side = _LEFT_SIDE.match(plain.text)
    index = left_side.end() if left_side else 0
    tokens: list[Token] = []
    while index < len(plain.text):
        if plain.text[index].isspace():
            index += 1
            continue
        found, index = _next(plain, index)
        tokens += found
    return [*tokens, Token(Kind.END, "", len(text))]


def _plain(text: str) -> _Plain:
    letters: list[str] = []
    positions: list[int] = []
    for position, character in enumerate(text):
        plain = _plain_character(character, position)
        letters.append(plain)
        positions += [position] * len(plain)
    return _Plain("".join(letters), (*positions, len(text)))


def _plain_character(character: str, position: int) -> str:
    if character in _SUPERSCRIPTS:
        return character
    if character in _REPLACEMENTS:
        return _REPLACEMENTS[character]
    if character.isspace():
        return " "
    if unicodedata.category(character).startswith("C"):
        raise FormulaError(
            "there is an invisible character (U+{code}) here; take it out", position, code=f"{ord(character):04X}"
        )
    plain = unicodedata.normalize("NFKC", character)
    if "⁄" in plain:
        raise FormulaError("write the fraction {character} with a slash, as (1/2)", position, character=character)
    return "".join(_REPLACEMENTS.get(each, each) for each in plain)


def _next(plain: _Plain, index: int) -> tuple[list[Token], int]:
    """Read what stands at ``index``: its tokens (a word may hold several), and where to go on."""
    position = plain.positions[index]
    character = plain.text[index]
    if number := _NUMBER.match(plain.text, index):
        return [_number(number.group(), position)], number.end()
    if word := _NUMBERED_WORD.match(plain.text, index):
        return [Token(Kind.NAME, canonical(word.group().lower()), position)], word.end()
    if word := _WORD.match(plain.text, index):
        return _words(plain, word), word.end()
    if plain.text.startswith("**", index):
        return [Token(Kind.SYMBOL, "^", position)], index + 2
    if character in _SYMBOLS:
        return [Token(Kind.SYMBOL, character, position)], index + 1
    if character in _SUPERSCRIPTS:
        return _superscript(plain, index)
    raise FormulaError(_unknown_character(character), position)


def _number(text: str, position: int) -> Token:
    if not math.isfinite(float(text)):
        raise FormulaError("{text} is too large; numbers go up to about 1e308", position, text=text[:20])
    return Token(Kind.NUMBER, text, position)


def _superscript(plain: _Plain, index: int) -> tuple[list[Token], int]:
    end = index
    while end < len(plain.text) and plain.text[end] in _SUPERSCRIPTS:
        end += 1
    digits = "".join(_SUPERSCRIPTS[each] for each in plain.text[index:end])
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", digits):
        raise FormulaError("a raised exponent is a whole number, as in x² or x⁻¹", plain.positions[index])
    return [Token(Kind.SUPERSCRIPT, digits, plain.positions[index])], end


def _words(plain: _Plain, word: re.Match[str]) -> list[Token]:
    """Split a run of letters into known names: ``sin``, but also ``xy`` and ``sinx``."""
    start, text = word.start(), word.group()
    if text == "θ" or text.lower() == "theta":
        raise FormulaError("say which parameter: θ0 (or x), θ1 (or y)", plain.positions[start])
    pieces = _split(text) or _split(text.lower())
    if pieces is None:
        raise FormulaError(_unknown_word(plain.text, word), plain.positions[start])
    tokens = []
    for piece in pieces:
        tokens.append(Token(Kind.NAME, canonical(piece), plain.positions[start]))
        start += len(piece)
    return tokens


def _split(text: str) -> list[str] | None:
    """Cut ``text`` into known names, the longest first at each place; None where that cannot be done."""
    cuts: list[list[str] | None] = [None] * len(text) + [[]]
    for start in reversed(range(len(text))):
        for end in range(min(len(text), start + 8), start, -1):
            rest = cuts[end]
            if rest is not None and text[start:end] in NAMES:
                cuts[start] = [text[start:end], *rest]
                break
    return cuts[0]


def _unknown_word(text: str, word: re.Match[str]) -> Message:
    name = word.group()
    shown = name if len(name) <= 20 else name[:20] + "…"
    close = difflib.get_close_matches(name[:20].lower(), sorted(NAMES), n=1, cutoff=0.65)
    if close:
        return message("“{word}” is not known here; did you mean {known}?", word=shown, known=close[0])
    if text[word.end() :].lstrip().startswith("("):
        functions = ", ".join(sorted(ARITY))
        return message("“{word}” is not a function here; there are {functions}", word=shown, functions=functions)
    return message(
        "“{word}” is not known here; a formula has x and y, numbers, pi, e and functions such as sin and exp",
        word=shown,
    )


def _unknown_character(character: str) -> Message:
    hints = {
        "=": message("a formula has one side only: write what z is equal to"),
        ".": message("a point belongs between digits, as in 0.5"),
        "[": message("use round brackets ( )"),
        "]": message("use round brackets ( )"),
        "{": message("use round brackets ( )"),
        "}": message("use round brackets ( )"),
        "!": message("there is no factorial here; take the ! out"),
        "%": message("there is no % here; write a fraction, as 0.05"),
        "∞": message("infinity is not a number that a mountain can have; take it out"),
        "_": message("names here have no _ (except theta_0 and theta_1)"),
    }
    return hints.get(character) or message(
        "“{character}” has no meaning in a formula; use x, y, numbers, + - * / ^ ( ) and functions such as sin",
        character=character,
    )
