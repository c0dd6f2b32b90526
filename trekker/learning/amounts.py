"""Numbers with a mark: money such as "$1,200" and "3,50 €", per cent such as "12 %", a loss such as "(1,200)"."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from trekker.learning.cells import TIDY, number

CURRENCIES = ("$", "€", "£", "¥", "￥", "₹", "USD", "EUR", "GBP", "JPY")
"""The marks of money."""
_PERCENT = "%"
_MARKS = (*CURRENCIES, _PERCENT, "％")
_MARK = "|".join(map(re.escape, _MARKS))
_MARKED = re.compile(
    rf"(?:(\(?[+-]?) *({_MARK}) *)?"  # what is before the number
    r"(\(?[+-]?[\d.,]+(?: [\d.,]+)*(?:[eE][+-]?\d+)?\)?)"
    rf"(?: *({_MARK})(\)?))?"
)
_BEGINNINGS = frozenset(("(", *(mark[0] for mark in _MARKS)))
_ENDS = frozenset((")", *(mark[-1] for mark in _MARKS)))
_SIGNS = "+-\u2212"
_SPACED = re.compile(r"[+-]?[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d*)?")
_ONE_WIDTH = str.maketrans("￥％", "¥%")


class Bare(NamedTuple):
    """A cell that may be a number, without its mark.

    Attributes:
        text: what is left of it, with a minus where it stood in parentheses.
        mark: a currency or per cent; "" where it had none.
        closed: whether it stood in parentheses, as accountants write what is below zero.
    """

    text: str
    mark: str = ""
    closed: bool = False

    @property
    def is_money(self) -> bool:
        """Whether its mark is a currency."""
        return self.mark not in ("", _PERCENT)


class Amount(NamedTuple):
    """The number in a cell.

    Attributes:
        value: the number as it is written, 12 for "12 %"; NaN where there is none.
        mark: that of :class:`Bare`.
        closed: that of :class:`Bare`.
    """

    value: float
    mark: str = ""
    closed: bool = False


def bare(cell: str) -> Bare:
    """Return a cell without its mark, as it is where it has none.

    One mark may stand before or after the number, with spaces or without, and the sign before or after that mark. With
    a mark common spaces may group thousands, too.
    """
    cell = cell.strip()
    if cell[-1:] not in _ENDS and cell.lstrip(_SIGNS)[:1] not in _BEGINNINGS:
        return Bare(cell)  # most cells are found out here, quickly
    found = _MARKED.fullmatch(cell.translate(TIDY))
    if found is None:
        return Bare(cell)
    front, before, text, after, back = found.groups("")
    if before and after:
        return Bare(cell)
    text, mark = f"{front}{text}{back}", (before or after).translate(_ONE_WIDTH)
    closed = text[0] == "(" and text[-1] == ")"
    if closed:
        text = f"-{text[1:-1].strip()}"
    if mark and " " in text and _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    return Bare(text, mark, closed)


def amount(cell: str, decimal_comma: bool) -> Amount:
    """Return the number in a cell, plain or marked."""
    text, mark, closed = bare(cell)
    return Amount(number(text, decimal_comma), mark, closed)


def common_unit(kinds: Collection[tuple[str, bool]]) -> str | None:
    """Return the mark that the numbers of a column share, "" for none; None where those with marks are no numbers.

    - Two different marks are two units: how many € a $ is, is not in the table.
    - Beside money a plain number is money, too: accountants put the sign into the first row and the last alone.
    - Beside per cent a plain number may be a fraction, 0.12 for 12 %, or not: a guess would be a hundredfold wrong.
    - Parentheses are a minus beside numbers without, and around money. Where all stand in them, they are more likely
      those of a list, (1) (2) (3), or of an aside, (12 %).

    Args:
        kinds: the mark of each number and whether it is closed, each different pair once.
    """
    units = {mark for mark, _ in kinds if mark}
    if len(units) > 1:
        return None
    unit = next(iter(units), "")
    if unit == _PERCENT and any(not mark for mark, _ in kinds):
        return None
    if unit in ("", _PERCENT) and all(closed for _, closed in kinds):
        return None
    return unit
