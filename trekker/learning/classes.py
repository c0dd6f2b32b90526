"""From the labels of a table's target column to class numbers, and back."""

from __future__ import annotations

import numpy as np

from trekker.cost import Array
from trekker.learning.dataset import ColumnError
from trekker.learning.model import Model
from trekker.messages import inside, message


def classes_of(targets: Array, column: str, model: Model) -> Array:
    """Return the different labels among ``targets``, ascending, shape (K,).

    Raises:
        ColumnError: where there are fewer than two, or more than the ``model`` can tell apart.
    """
    labels: Array = np.unique(targets)
    if not 2 <= len(labels) <= model.most_classes:
        most = str(model.most_classes)
        allowed = message("exactly 2") if model.most_classes == 2 else message("2 to {most}", most=most)
        raise ColumnError(
            "{model} needs a target with {allowed} different values; the column {column} has {count}",
            model=inside(model.title),
            allowed=allowed,
            column=column,
            count=len(labels),
        )
    return labels


def labelled(numbers: Array, labels: Array) -> Array:
    """Return the label of each class number, any shape; NaN for NaN."""
    known = np.isfinite(numbers)
    return np.where(known, labels[np.where(known, numbers, 0.0).astype(np.intp)], np.nan)


def share_right(said: Array, true: Array) -> Array:
    """Return the share of m rows whose class is ``said`` (…, m) as it is ``true`` (m,), shape (…).

    Where NaN is said, nothing is right; where nothing else is said of any row, there is no share: NaN.
    """
    return np.where(np.isnan(said).all(axis=-1), np.nan, (said == true).mean(axis=-1))
