"""From the text of a cell to its number."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np

from trekker.cost import Array

FAULTS = frozenset(("#n/a", "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!"))
"""What a spreadsheet writes, in small letters, where a formula went wrong."""
EMPTY = FAULTS | {"", "na", "n/a", "nan", "null", "none", "-", "--", "?", "."}
"""What is written, in small letters, where a number is missing."""
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?")
_SWISS = re.compile(r"[+-]?[1-9]\d{0,2}(?:'\d{3})+(?:\.\d*)?")
_MINUS_BEHIND = re.compile(r"\d[\d.,]*[.,]\d{2,}-")
"""The minus of bookkeeping; "2-" may be a mark at school."""
TIDY = str.maketrans("\u2212\uff0d\u2019", "--'", "\u00a0\u202f\u2009")
_SWAP = str.maketrans(",.", ".,")


def is_empty(cell: str) -> bool:
    """Tell whether a cell holds nothing, or a word for it such as NA."""
    return cell.strip().lower() in EMPTY


def number(cell: str, decimal_comma: bool) -> float:
    """Return the finite number in a cell, or NaN.

    The decimal sign is the point, or the comma where ``decimal_comma``; the other of the two may group thousands,
    and so may an apostrophe and a narrow or unbreakable space. A typographic minus, one behind decimals, and digits of
    any script, are read as well.
    """
    cell = cell.strip()
    if not (cell[-1:].isdecimal() or cell.endswith((".", ",", "-"))):
        return math.nan  # most texts are found out here, quickly
    cell = cell.translate(TIDY)
    if cell.endswith("-") and _MINUS_BEHIND.fullmatch(cell):
        cell = f"-{cell[:-1]}"
    if decimal_comma:
        cell = cell.translate(_SWAP)
    if "'" in cell and _SWISS.fullmatch(cell):
        cell = cell.replace("'", "")
    if "_" in cell:  # Python reads "1_000" as a number; people do not write so
        return math.nan
    if "," in cell:
        return _finite(float(cell.replace(",", ""))) if _GROUPED.fullmatch(cell) else math.nan
    try:
        return _finite(float(cell))
    except ValueError:
        return math.nan


def _finite(value: float) -> float:
    return value if math.isfinite(value) else math.nan


def numbers(cells: Sequence[str], decimal_comma: bool) -> Array:
    """Return the numbers of many cells, shape (m,), NaN where there is none; quick where all are plain."""
    plain = _plain(cells, decimal_comma)
    if plain is None:
        return np.array([number(cell, decimal_comma) for cell in cells], dtype=np.float64)
    plain[np.isinf(plain)] = np.nan
    return plain


def _plain(cells: Sequence[str], decimal_comma: bool) -> Array | None:
    """Return the numbers where Python can read every cell, else None."""
    text = "\n".join(cells)
    if "_" in text or (decimal_comma and "." in text):
        return None
    if decimal_comma:
        cells = [cell.replace(",", ".") for cell in cells]
    try:
        return np.array(list(map(float, cells)))
    except ValueError:
        return None
