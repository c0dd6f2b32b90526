"""The bundled prices: what the shares of five companies cost at each month's end, 2000 to 2010."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

import numpy as np

from trekker.assets import asset
from trekker.cost import Array
from trekker.messages import Refusal

COMPANIES: Mapping[str, str] = MappingProxyType(
    {"AAPL": "Apple", "AMZN": "Amazon", "GOOG": "Google", "IBM": "IBM", "MSFT": "Microsoft"}
)
"""The companies by the symbols of their shares."""
SOURCE = "stocks.csv of the Python package vega_datasets 0.9.0 (MIT licence), which names no further source"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, eq=False)
class PriceHistory:
    """What a share cost, month by month.

    Attributes:
        symbol: the share.
        dates: the first day of each month.
        prices: US dollars, adjusted for later splits, shape (m,), read-only.
    """

    symbol: str
    dates: tuple[date, ...]
    prices: Array

    @property
    def years(self) -> Array:
        """The time of each price in years since January 2000, shape (m,)."""
        return np.array([each.year - 2000 + (each.month - 1) / 12 for each in self.dates])


def price_history(symbol: str) -> PriceHistory:
    """Return the bundled prices of one company.

    Raises:
        ValueError: where there are none; one sentence that lists those there are.
    """
    if symbol not in COMPANIES:
        raise Refusal("{symbol} is not a company here; there are {known}", symbol=symbol, known=", ".join(COMPANIES))
    return _histories()[symbol]


@cache
def _histories() -> Mapping[str, PriceHistory]:
    with asset("samples/stocks.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return MappingProxyType({symbol: _history(symbol, rows) for symbol in COMPANIES})


def _history(symbol: str, rows: list[dict[str, str]]) -> PriceHistory:
    chosen = sorted((_date(row["date"]), float(row["price"])) for row in rows if row["symbol"] == symbol)
    prices = np.array([price for _, price in chosen])
    prices.flags.writeable = False
    return PriceHistory(symbol, tuple(day for day, _ in chosen), prices)


def _date(text: str) -> date:
    """Read "Jan 1 2000" in every country alike."""
    month, day, year = text.split()
    return date(int(year), _MONTHS.index(month) + 1, int(day))
