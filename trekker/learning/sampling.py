"""Of very many rows a few, always the same ones: what they tell comes at once, and is true to about 1 in 100."""

from __future__ import annotations

import numpy as np

from trekker.cost import CostFunction, Rows
from trekker.learning.least_squares import LeastSquares
from trekker.learning.penalties import Penalised
from trekker.messages import Message, message

MOST_EXACT = 50_000
"""Of so many rows all are asked, at every step."""
SAMPLED = 20_000
"""Of more than that only so many."""
_ESTIMATE = 1
"""The key that keeps the luck of the sample apart from the luck that holds rows out."""


def sample_of(count: int, seed: int) -> Rows | None:
    """Draw those of ``count`` rows that stand for all, ascending; None where they are few enough to ask them all."""
    if count <= MOST_EXACT:
        return None
    random = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(_ESTIMATE,)))
    return np.sort(random.choice(count, SAMPLED, replace=False))


def is_quick(cost: CostFunction, most_rows: int = MOST_EXACT) -> bool:
    """Tell whether a cost is exact in no time: its rows are few, or stand summed up in a few."""
    if isinstance(cost, Penalised):
        return is_quick(cost.loss, most_rows)
    return (cost.summed_rows if isinstance(cost, LeastSquares) else cost.rows) <= most_rows


def notes_on_samples(cost: CostFunction, held_out: int) -> list[Message]:
    """Say what samples tell of a ground whose whole cost is ``cost``, with so many rows held out."""
    said: list[Message] = []
    if not is_quick(cost):
        said.append(
            message(
                "The mountain is drawn by {sampled} of the {count} rows, always the same; "
                "so are cost and slope told (≈) where a step feels only some rows.",
                count=f"{cost.rows:,}",
                sampled=f"{SAMPLED:,}",
            )
        )
    if max(cost.rows, held_out) > MOST_EXACT:
        said.append(
            message(
                "How well rows are predicted is judged by {sampled} of them, always the same, where they are more than "
                "{most} (≈).",
                most=f"{MOST_EXACT:,}",
                sampled=f"{SAMPLED:,}",
            )
        )
    return said
