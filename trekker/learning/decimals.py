"""Which sign stands before the decimals of a table: cells that can mean one thing alone tell it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from trekker.learning.amounts import bare
from trekker.learning.cells import number

_AT_ONCE = 200
_SILENT = re.compile(r"[+-]?0\d.*|.*[.,]")
"""What rather is a month, a time or the number of an item: "01.2024", "08.30", "3."."""


class Decimals(NamedTuple):
    """How the decimals of a table are written.

    Attributes:
        sign: the decimal sign, "," or "."; "" where no number has either.
        doubt: a number to which the other sign would give another value, where none can mean one thing alone; else "".
    """

    sign: str = ""
    doubt: str = ""


def decimals_of(rows: Iterable[Sequence[str]], commas_are_usual: bool) -> Decimals:
    """Find out the decimal sign: by the first rows, some at a time, in which a cell can mean one thing alone.

    That can "1,5", "1.234,5" and "1.234.567". Where such cells disagree, commas are decimal signs if they are usual
    and most of the cells say so. Where all are doubtful, as "1,234" and "1.234" are, a point is a decimal sign; a comma
    is one if it is usual, but never in money, as prices seldom have three decimals.
    """
    rows = iter(rows)
    doubts: dict[tuple[bool, bool], str] = {}
    while some := list(islice(rows, _AT_ONCE)):
        certain: Counter[str] = Counter()
        for cell in chain.from_iterable(some):
            if "," not in cell and "." not in cell:
                continue
            found = bare(cell)
            signs = _possible_signs(found.text)
            if len(signs) > 1:
                doubts.setdefault(("," in found.text, found.is_money), cell.strip())
            elif signs and not _SILENT.fullmatch(found.text):
                certain[signs] += 1
        if certain:
            most = commas_are_usual and certain[","] >= certain["."]
            return Decimals("," if most or not certain["."] else ".")
    if not doubts:
        return Decimals()
    has_comma, is_money = weightiest = max(doubts)
    return Decimals("," if commas_are_usual and has_comma and not is_money else ".", doubts[weightiest])


def _possible_signs(text: str) -> str:
    """Return the decimal signs with which a cell is a number."""
    return "".join(sign for sign in ",." if not math.isnan(number(text, decimal_comma=sign == ",")))
