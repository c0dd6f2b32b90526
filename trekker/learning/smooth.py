"""Functions that overflow when written as in the textbook, written so that they don't."""

from __future__ import annotations

import numpy as np

from trekker.cost import Array


def sigmoid(scores: Array) -> Array:
    """Return σ(z) = 1/(1 + e⁻ᶻ), any shape; no power is taken of a positive number, so none overflows."""
    decayed = np.exp(-np.abs(scores))
    answer: Array = np.where(scores < 0.0, decayed, 1.0) / (1.0 + decayed)
    return answer


def softplus(scores: Array) -> Array:
    """Return log(1 + eᶻ), any shape, as max(z, 0) + log(1 + e^−|z|)."""
    answer: Array = np.maximum(scores, 0.0) + np.log1p(np.exp(-np.abs(scores)))
    return answer


def log_softmax(scores: Array) -> Array:
    """Return zₖ − log Σ eᶻ over the last axis, shape (…, K), with the largest score taken away first."""
    lowered = scores - scores.max(axis=-1, keepdims=True)
    answer: Array = lowered - np.log(np.exp(lowered).sum(axis=-1, keepdims=True))
    return answer


def softmax(scores: Array) -> Array:
    """Return eᶻ / Σ eᶻ over the last axis, shape (…, K)."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    answer: Array = powers / powers.sum(axis=-1, keepdims=True)
    return answer
