"""A sentence for people with its numbers apart, so that the window can translate it."""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """A sentence with named places, ``text``, and what stands in them, ``values`` (already written out)."""

    text: str
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.text.format(**dict(self.values))


def message(text: str, **values: str | float) -> Message:
    """Make a message; numbers are written with four significant digits."""
    return Message(
        text, tuple((name, each if isinstance(each, str) else number(each)) for name, each in values.items())
    )


def number(value: float, digits: int = 4) -> str:
    """Write a number for people: ``digits`` significant digits, a true minus sign, powers of ten as ×10ⁿ.

    >>> number(-0.000123456)
    '−0.0001235'
    >>> number(1.5e12)
    '1.5×10¹²'
    """
    text = f"{value:.{digits}g}"
    if text in ("nan", "inf", "-inf"):
        return {"nan": "undefined", "inf": "∞", "-inf": "−∞"}[text]
    if text == "-0":
        text = "0"
    mantissa, _, exponent = text.partition("e")
    mantissa = mantissa.replace("-", "−")
    if not exponent:
        return mantissa
    power = "10" + str(int(exponent)).translate(_SUPERSCRIPTS)
    return power if mantissa == "1" else f"{mantissa}×{power}"


_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
