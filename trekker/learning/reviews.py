"""The bundled product reviews, written for this program: short texts and how their writers feel."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from trekker.assets import asset
from trekker.messages import Refusal

LANGUAGES = ("en", "ja")
SOURCE = "Product reviews written for this program by an AI model, not collected from customers; CC0"


@dataclass(frozen=True)
class Reviews:
    """Short texts with their moods.

    Attributes:
        language: "en" or "ja".
        texts: the reviews.
        labels: "positive" or "negative" for each.
    """

    language: str
    texts: tuple[str, ...]
    labels: tuple[str, ...]


@cache
def reviews(language: str) -> Reviews:
    """Read the reviews in one language.

    Raises:
        ValueError: where there are none; one sentence.
    """
    if language not in LANGUAGES:
        raise Refusal(
            "there are no reviews in {language} here; there are {known}", language=language, known=", ".join(LANGUAGES)
        )
    with asset(f"samples/reviews_{language}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return Reviews(language, tuple(row["review"] for row in rows), tuple(row["sentiment"] for row in rows))
