"""Numbers with a mark: money such as "$1,200" and "3,50 €", per cent such as "12 %", a loss such as "(1,200)"."""

from __future__ import annotations

import re
from collections.abc import Collection
from types import MappingProxyType
from typing import NamedTuple

from trekker.learning.cells import TIDY, number

_CURRENCIES = ("$", "€", "£", "¥", "￥", "\\", "円", "₹", "USD", "EUR", "GBP", "JPY", "CHF")
"""The marks of money; where Shift JIS has a ¥, other encodings have a backslash."""
_PERCENT = "%"
_MARKS = (*_CURRENCIES, _PERCENT, "％")
_MARK = "|".join(map(re.escape, _MARKS))
_MARKED = re.compile(
    rf"(?:(\(?[+-]?) *({_MARK}) *)?"  # what is before the number
    r"(\(?[+-]?[\d.,']+(?: [\d.,]+)*(?:[eE][+-]?\d+)?\)?)"
    rf"(?: *({_MARK})(\)?))?"
)
_BEGINNINGS = frozenset(("(", *(mark[0] for mark in _MARKS)))
_ENDS = frozenset((")", *(mark[-1] for mark in _MARKS)))
_SIGNS = "+-\u2212"
_LOSSES = MappingProxyType({"▲": "▲", "△": "▲", "▼": "▼", "▽": "▼"})
_SPACED = re.compile(rf"[{_SIGNS}]?[1-9]\d{{0,2}}(?: \d{{3}})+(?:[.,]\d*)?")
_ONE_WIDTH = str.maketrans("￥\\円％", "¥¥¥%")


class Bare(NamedTuple):
    """A cell that may be a number, without its mark.

    Attributes:
        text: what is left of it, with a minus where its manner is one.
        mark: a currency or per cent; "" where it had none.
        manner: how it was written, if that is a number only beside others that are: "(" for a number in parentheses
            and "▲" or "▼" for one after such a sign, as accountants write what is below zero, " " for thousands parted
            by common spaces; else "".
    """

    text: str
    mark: str = ""
    manner: str = ""

    @property
    def is_money(self) -> bool:
        """Whether its mark is a currency."""
        return self.mark not in ("", _PERCENT)


class Amount(NamedTuple):
    """The number in a cell.

    Attributes:
        value: the number as it is written, 12 for "12 %"; NaN where there is none.
        mark: that of :class:`Bare`.
        manner: that of :class:`Bare`.
    """

    value: float
    mark: str = ""
    manner: str = ""

    @property
    def is_loss(self) -> bool:
        """Whether it is below zero by its manner."""
        return self.manner in ("(", "▲", "▼")


def bare(cell: str) -> Bare:
    """Return a cell without its mark, as it is where it has none.

    One mark may stand before or after the number, with spaces or without, and the sign before or after that mark.
    """
    cell = cell.strip()
    if cell[:1] in _LOSSES:
        gain, manner = bare(cell[1:]), _LOSSES[cell[0]]
        return Bare(cell) if gain.manner or gain.text[:1] in _SIGNS else Bare(f"-{gain.text}", gain.mark, manner)
    if cell[-1:] in _ENDS or cell.lstrip(_SIGNS)[:1] in _BEGINNINGS:
        return _unmarked(cell)
    if " " in cell and _SPACED.fullmatch(cell):
        return Bare(cell.replace(" ", ""), manner=" ")
    return Bare(cell)


def _unmarked(cell: str) -> Bare:
    found = _MARKED.fullmatch(cell.translate(TIDY))
    if found is None:
        return Bare(cell)
    front, before, text, after, back = found.groups("")
    if before and after:
        return Bare(cell)
    text, mark = f"{front}{text}{back}", (before or after).translate(_ONE_WIDTH)
    manner = "(" if text[0] == "(" and text[-1] == ")" else ""
    if manner:
        text = f"-{text[1:-1].strip()}"
    if mark and " " in text and _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    return Bare(text, mark, manner)


def amount(cell: str, decimal_comma: bool) -> Amount:
    """Return the number in a cell, plain or marked."""
    text, mark, manner = bare(cell)
    return Amount(number(text, decimal_comma), mark, manner)


def common_unit(kinds: Collection[tuple[str, str]]) -> str | None:
    """Return the mark that the numbers of a column share, "" for none; None where those with marks are no numbers.

    - Two different marks are two units: how many € a $ is, is not in the table.
    - A ▲ is a minus, in Japan; but beside ▼ it is a rise.
    - Beside money a plain number is money, too: accountants put the sign into the first row and the last alone.
    - Beside per cent a plain number may be a fraction, 0.12 for 12 %, or not: a guess would be a hundredfold wrong.
    - Parentheses are a minus beside numbers without, and around money. Where all stand in them, they are more likely
      those of a list, (1) (2) (3), or of an aside, (12 %). So it is with other manners: common spaces may part two
      numbers as well.

    Args:
        kinds: the mark of each number and its manner, each different pair once.
    """
    units, manners = {mark for mark, _ in kinds if mark}, {manner for _, manner in kinds}
    if len(units) > 1 or {"▲", "▼"} <= manners:
        return None
    unit = next(iter(units), "")
    if unit == _PERCENT and any(not mark for mark, _ in kinds):
        return None
    if unit in ("", _PERCENT) and all(manners):
        return None
    return unit
