"""Which classes a classifier takes for which."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.learning.data_ground import DataGround
from trekker.learning.dataset import Dataset


def confusion(ground: DataGround, theta: Array, dataset: Dataset | None = None) -> NDArray[np.intp]:
    """Count, for each class that is true (rows) and each that is said (columns), how often that happens.

    Args:
        ground: the ground of a classifier.
        theta: where the trekker stands, shape (n,).
        dataset: the rows to look at; None looks at those held out, or where none are, at those learnt from.

    Returns:
        Shape (K, K), in the order of ``ground.classes``. A row for which nothing can be said is not counted.

    Raises:
        NotImplementedError: where the model is no classifier.
    """
    if not ground.classifies:
        raise NotImplementedError(f"{ground.model.title} has no classes")
    rows = dataset or ground.validation or ground.dataset
    said = ground.predict(theta, rows.numbers(ground.x))
    known = np.isfinite(said)
    pairs = (np.searchsorted(ground.classes, each[known]) for each in (rows[ground.y], said))
    counts = np.zeros((len(ground.classes),) * 2, dtype=np.intp)
    np.add.at(counts, tuple(pairs), 1)
    return counts
