"""Rows to learn from, and rows held out to see what was learnt."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from trekker.cost import Rows
from trekker.learning.dataset import Dataset
from trekker.messages import Refusal


class Split(NamedTuple):
    """One table in two, each in the order of the whole."""

    training: Dataset
    validation: Dataset


def split(dataset: Dataset, share: float, seed: np.random.SeedSequence) -> Split:
    """Hold out a ``share`` of the rows, drawn by ``seed``; at least one row stays on each side.

    Raises:
        ValueError: where the share is not between 0 and 1, or there are fewer than two rows.
    """
    if not 0.0 < share < 1.0:
        raise Refusal(
            "the share of rows held out must be a number above 0 and below 1, not {share}", share=f"{share:g}"
        )
    if dataset.row_count < 2:
        raise Refusal("{name} has one row; holding some out needs at least two", name=dataset.name)
    training, validation = held_out_rows(dataset.row_count, share, seed)
    return Split(dataset.picked(training), dataset.picked(validation))


def held_out_rows(count: int, share: float, seed: np.random.SeedSequence) -> tuple[Rows, Rows]:
    """Return the rows of ``count`` that are learnt from, and the ``share`` of them held out; both ascending.

    With a share above 0, at least one row is on each side; with 0, none is held out.

    Raises:
        ValueError: where the share is negative, or not below 1.
    """
    if not 0.0 <= share < 1.0:
        raise Refusal(
            "the share of rows held out must be a number of at least 0 and below 1, not {share}", share=f"{share:g}"
        )
    held_out = min(max(1, round(share * count)), count - 1) if share else 0
    order = np.random.default_rng(seed).permutation(count)
    return np.sort(order[held_out:]), np.sort(order[:held_out])
