"""A sentence for people with its numbers apart, so that the window can translate it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import reduce


class Message(str):
    """A text for people, in English, that knows its pattern and what stands in it, so that it can be translated.

    Attributes:
        text: the pattern, with named places, which is what translators are handed.
        values: what stands in them, already written out; a value may be a message itself.
    """

    __slots__ = ("text", "values")

    text: str
    values: tuple[tuple[str, str], ...]

    def __new__(cls, text: str, values: tuple[tuple[str, str], ...] = (), english: str | None = None) -> Message:
        """Make a message; ``english`` is what it says untranslated where that is not the pattern filled in."""
        filled = text.format(**dict(values)) if values else text
        made = super().__new__(cls, filled if english is None else english)
        made.text, made.values = str(text), values
        return made


def message(text: str, /, **values: str | float) -> Message:
    """Make a message; numbers are written with four significant digits.

    >>> message("The cost of {what} is {cost}.", what=message("the {count} rows", count=3), cost=-0.5)
    'The cost of the 3 rows is −0.5.'
    """
    if isinstance(text, Message) and not values:
        return text
    return Message(
        text, tuple((name, each if isinstance(each, str) else number(each)) for name, each in values.items())
    )


def inside(title: str) -> Message:
    """Return a title for the inside of a sentence, where English writes it in small letters."""
    return Message(title, english=title.lower())


def listed(items: Iterable[str]) -> str:
    """Return texts one after another, as a message with commas between them: languages have their own."""
    first, *others = [*items] or [""]
    return reduce(lambda some, one: message("{some}, {one}", some=some, one=one), others, first)


class Refusal(ValueError):  # noqa: N818 - no fault of the program's
    """Something that is not allowed, told in one sentence for people: what is wrong, and what would be right.

    Attributes:
        message: the sentence with its values apart.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        """Make a refusal; unlike those of :func:`message` its values are written as Python writes them."""
        written = tuple((name, each if isinstance(each, str) else str(each)) for name, each in values.items())
        self.message = text if isinstance(text, Message) and not written else Message(text, written)
        super().__init__(str(self.message))


def number(value: float, digits: int = 4) -> str:
    """Write a number for people: ``digits`` significant digits, a true minus sign, powers of ten as ×10ⁿ.

    What is large and yet below 10⁵ is written with all the digits before its point, and no power.

    >>> number(-0.000123456)
    '−0.0001235'
    >>> number(1.5e12)
    '1.5×10¹²'
    >>> number(-8575.2, 3)
    '−8575'
    """
    text = f"{value:.{digits}g}"
    if text in ("nan", "inf", "-inf"):
        return {"nan": "undefined", "inf": "∞", "-inf": "−∞"}[text]
    if text == "-0":
        text = "0"
    if "e" in text and 1.0 <= abs(float(text)) < _SHORT:
        text = f"{value:.0f}"
    mantissa, _, exponent = text.partition("e")
    mantissa = mantissa.replace("-", "−")
    if not exponent:
        return mantissa
    power = "10" + str(int(exponent)).translate(_SUPERSCRIPTS)
    return power if mantissa == "1" else f"{mantissa}×{power}"


def percent(share: float, decimals: int = 0) -> str:
    """Write a share of 1 for people as a percentage, whose sign never stands alone on a line; a dash where it is none.

    >>> percent(0.4211, 1).replace("\u202f", " ")
    '42.1 %'
    """
    return f"{100 * share:,.{decimals}f}\u202f%" if math.isfinite(share) else "—"


def about(text: str, is_estimate: bool) -> str:
    """Return a number as it is, or where it is an estimate, behind a sign for "about": ≈ 0.31."""
    return f"≈\u202f{text}" if is_estimate else text


_SHORT = 1e5  # below it a number needs no power of ten
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
