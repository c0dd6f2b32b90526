"""Prices as ground: a line through time, or through the last few prices, and how well it foretells months held out."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from typing import NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.learning.data_ground import DataGround, data_ground
from trekker.learning.dataset import Column, Dataset
from trekker.learning.stocks import COMPANIES, SOURCE, PriceHistory
from trekker.messages import Refusal, message

HELD_OUT = 24
"""How many of the last months are held out, unless said otherwise."""
_MOST_LAGS = 12
_YEARS, _PRICE = message("years since 2000"), message("price")


class Method(Enum):
    """From what the price is foretold."""

    TREND = "trend"
    LAGS = "lags"


class Errors(NamedTuple):
    """How far a forecast was off.

    Attributes:
        rmse: the root of the mean squared error, in US dollars.
        mape: the mean error as a share of the true price: 0.1 is a tenth.
    """

    rmse: float
    mape: float

    @classmethod
    def of(cls, foretold: Array, true: Array) -> Errors:
        """Compare what was foretold with what came, both of shape (h,)."""
        with np.errstate(all="ignore"):
            wrong = foretold - true
            return cls(float(np.sqrt(np.mean(wrong * wrong))), float(np.mean(np.abs(wrong / true))))


@dataclass(frozen=True, eq=False)
class Forecast:
    """What a model says of the months that it learnt from, and of those that came after.

    Attributes:
        dates: all m months.
        prices: what the share really cost, shape (m,).
        learnt: how many months the model knows; those from here on were held out.
        fitted: what the model says of the months that it knows, shape (learnt,); NaN where it has no price to go by.
        foretold: what it says, at the end of those, of the h months held out, shape (h,).
        naive: what somebody says who thinks that the last known price stays, shape (h,).
        errors: how far ``foretold`` was off.
        naive_errors: how far ``naive`` was off.
        ahead_errors: how far the model was off where it was told all prices before each month held out.
        naive_ahead_errors: how far off the price of the month before was, each time.
    """

    dates: tuple[date, ...]
    prices: Array
    learnt: int
    fitted: Array
    foretold: Array
    naive: Array
    errors: Errors
    naive_errors: Errors
    ahead_errors: Errors
    naive_ahead_errors: Errors

    @property
    def beats_naive(self) -> bool:
        """Whether the model was less far off than no model at all."""
        return self.errors.rmse < self.naive_errors.rmse


@dataclass(frozen=True, kw_only=True, eq=False)
class PriceGround(DataGround):
    """A ground whose height is the error of a line through prices.

    Attributes:
        history: all prices, those held out among them.
        method: from what the price is foretold.
        lags: how many earlier prices are looked at; 0 for a trend.
        learnt: how many months are learnt from.
    """

    history: PriceHistory
    method: Method
    lags: int
    learnt: int

    @property
    def held_out_task(self) -> str:
        """From lagged prices, the months held out are foretold one by one from prices that really came."""
        return message("one month ahead, from true prices") if self.lags else ""

    def forecast(self, theta: Array) -> Forecast:
        """Foretell the months held out from what was known before them, at ``theta``, shape (n,).

        From lagged prices it goes month by month: what is foretold for one is what the next is foretold from.
        """
        true = self.history.prices[self.learnt :]
        came = _table(self.history, self.lags).numbers(self.x)[self.learnt - self.lags :]
        ahead = self.predict(theta, came)
        foretold = self._by_lags(theta) if self.lags else ahead
        naive = np.full(len(true), self.history.prices[self.learnt - 1])
        return Forecast(
            dates=self.history.dates,
            prices=self.history.prices,
            learnt=self.learnt,
            fitted=np.concatenate([np.full(self.lags, np.nan), self.predict(theta, self.inputs)]),
            foretold=foretold,
            naive=naive,
            errors=Errors.of(foretold, true),
            naive_errors=Errors.of(naive, true),
            ahead_errors=Errors.of(ahead, true),
            naive_ahead_errors=Errors.of(self.history.prices[self.learnt - 1 : -1], true),
        )

    def _by_lags(self, theta: Array) -> Array:
        known = self.history.prices[: self.learnt].tolist()
        for _ in range(len(self.history.prices) - self.learnt):
            last = np.array([known[: -self.lags - 1 : -1]])
            known.append(float(self.predict(theta, last)[0]))
        return np.array(known[self.learnt :])


def price_ground(history: PriceHistory, method: Method, *, lags: int = 3, held_out: int = HELD_OUT) -> PriceGround:
    """Make the ground of a line through the prices of all but the last ``held_out`` months.

    Args:
        history: the prices.
        method: from time alone, or from the last ``lags`` prices.
        lags: how many earlier prices are looked at; a trend looks at none.
        held_out: how many of the last months are foretold.

    Raises:
        ValueError: where so many lags, or months held out, can't be; one sentence.
    """
    months = len(history.prices)
    if not 1 <= lags <= _MOST_LAGS:
        raise Refusal("lags must be a whole number from 1 to {most}, not {lags}", most=_MOST_LAGS, lags=lags)
    if not 1 <= held_out <= months // 2:
        raise Refusal(
            "held out can be 1 to {most} of these {months} months, not {held_out}",
            most=months // 2,
            months=months,
            held_out=held_out,
        )
    lags = lags if method is Method.LAGS else 0
    table = _table(history, lags)
    learnt = months - held_out
    rows = np.arange(months - lags)
    ground = data_ground(
        table.picked(rows[: learnt - lags]),
        table.names[:-1],
        _PRICE,
        standardise=True,
        validation=table.picked(rows[learnt - lags :]),
    )
    known = {each.name: getattr(ground, each.name) for each in fields(ground)}
    return PriceGround(**known, history=history, method=method, lags=lags, learnt=learnt)


def _table(history: PriceHistory, lags: int) -> Dataset:
    """Return the inputs and the price of every month that has them: time, or the ``lags`` prices before."""
    prices = history.prices
    if lags:
        inputs = [
            Column(message("price {k} back", k=k), prices[lags - k : len(prices) - k]) for k in range(1, lags + 1)
        ]
    else:
        inputs = [Column(_YEARS, history.years)]
    name = message("{company}, monthly prices", company=COMPANIES[history.symbol])
    return Dataset(name, (*inputs, Column(_PRICE, prices[lags:])), source=SOURCE)
