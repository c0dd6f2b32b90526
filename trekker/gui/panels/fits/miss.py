"""How far predictions miss, in a sentence."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from trekker.cost import Array
from trekker.gui.panels.fits.thinning import most_judged, some
from trekker.learning.data_ground import DataGround
from trekker.messages import about, number


def miss_sentence(ground: DataGround, theta: Array) -> str:
    """Say how far what ``theta`` (n,) predicts typically misses: the rows learnt from, and those held out."""
    judging = ground.sampled
    learnt = _written(ground, theta, judging.inputs, judging.targets, ground.training_rows)
    rows, count = judging.validation, ground.validation_rows
    if rows is None:
        return QCoreApplication.translate("Miss", "Typical miss {error}").format(error=learnt)
    return QCoreApplication.translate("Miss", "Typical miss {error}; on the {count} rows held out {held_out}").format(
        error=learnt,
        count=f"{count:,}",
        held_out=_written(ground, theta, rows.numbers(ground.x), rows[ground.y], count),
    )


def typical_miss(ground: DataGround, theta: Array, inputs: Array, targets: Array) -> float:
    """Return the root of the mean square of what is missed."""
    with np.errstate(all="ignore"):
        return float(np.sqrt(np.mean((ground.predict(theta, inputs) - targets) ** 2)))


def _written(ground: DataGround, theta: Array, inputs: Array, targets: Array, count: int) -> str:
    """Write how far predictions of some rows, which stand for ``count``, typically miss."""
    most = most_judged(len(theta))
    judged = some(targets, most)
    return about(number(typical_miss(ground, theta, some(inputs, most), judged)), len(judged) < count)
