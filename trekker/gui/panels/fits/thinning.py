"""Of many values only as many as can be shown, or worked out between two pictures."""

from __future__ import annotations

from trekker.cost import Array

MOST_DOTS = 2000
_FEWEST_JUDGED, _MOST_JUDGED = 200, 20_000
_PRODUCTS = 4e7
"""So many products of a row and a parameter are worked out at once."""


def some(values: Array, most: int = MOST_DOTS) -> Array:
    """Return at most ``most`` of many values, evenly picked along the first axis."""
    return values[:: max(1, -(-len(values) // most))]


def most_judged(dimension: int) -> int:
    """Return how many rows a model of so many parameters judges at once; a sentence on more is about some of them."""
    return int(min(max(_PRODUCTS / dimension, _FEWEST_JUDGED), _MOST_JUDGED))
