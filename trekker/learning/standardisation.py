"""Inputs brought to one scale, so that a long trough becomes a round bowl."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trekker.cost import Array


@dataclass(frozen=True, eq=False)
class Standardisation:
    """Inputs brought to mean 0 and spread 1, column by column: z = (x − centre) / spread.

    Attributes:
        centre: what is taken away, shape (k,).
        spread: what is divided by, shape (k,); 1 for a column that does not vary.
    """

    centre: Array
    spread: Array

    @classmethod
    def of(cls, inputs: Array) -> Standardisation:
        """Return the one that suits ``inputs``, shape (m, k)."""
        spread = inputs.std(axis=0)
        return cls(inputs.mean(axis=0), np.where(spread > 0.0, spread, 1.0))

    @classmethod
    def none(cls, columns: int) -> Standardisation:
        """Return the one that changes nothing."""
        return cls(np.zeros(columns), np.ones(columns))

    def __call__(self, inputs: Array) -> Array:
        """Return z for ``inputs`` of shape (m, k)."""
        return (inputs - self.centre) / self.spread
