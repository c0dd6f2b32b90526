"""Rows to learn from, and rows held out to see what was learnt."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from trekker.learning.dataset import Dataset


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
        raise ValueError(f"the share of rows held out must be a number above 0 and below 1, not {share:g}")
    count = dataset.row_count
    if count < 2:
        raise ValueError(f"{dataset.name} has one row; holding some out needs at least two")
    held_out = min(max(1, round(share * count)), count - 1)
    order = np.random.default_rng(seed).permutation(count)
    return Split(dataset.picked(np.sort(order[held_out:])), dataset.picked(np.sort(order[:held_out])))
