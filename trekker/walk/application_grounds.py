"""Choices of ground that the applications need: prices with months held out, and texts with moods."""

from __future__ import annotations

from dataclasses import dataclass

from trekker.learning.forecast import HELD_OUT, Method, PriceGround, price_ground
from trekker.learning.reviews import SOURCE, reviews
from trekker.learning.stocks import price_history
from trekker.learning.text_ground import TextGround, text_ground
from trekker.walk.grounds import Progress


@dataclass(frozen=True)
class StockPrices:
    """A line through the monthly prices of one company, for the last months of which it was not told.

    Attributes:
        company: the symbol of its share.
        method: from time ("trend") or from earlier prices ("lags").
        lags: how many earlier prices are looked at.
        held_out: how many of the last months are held out.
    """

    company: str = "AAPL"
    method: Method = Method.TREND
    lags: int = 3
    held_out: int = HELD_OUT

    def open(self, progress: Progress | None = None) -> PriceGround:
        """Read the prices."""
        return price_ground(price_history(self.company), self.method, lags=self.lags, held_out=self.held_out)


@dataclass(frozen=True)
class ProductReviews:
    """A logistic regression on the bundled reviews in one language.

    Attributes:
        language: "en" or "ja".
        validation_share: how many of the reviews are held out.
        seed: draws them.
    """

    language: str = "en"
    validation_share: float = 0.2
    seed: int = 0

    def open(self, progress: Progress | None = None) -> TextGround:
        """Read the reviews and count their words."""
        known = reviews(self.language)
        share, seed = self.validation_share, self.seed
        return text_ground(known.texts, known.labels, validation_share=share, seed=seed, source=SOURCE)
