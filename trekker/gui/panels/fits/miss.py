"""How far predictions miss, in a sentence."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from trekker.cost import Array
from trekker.gui.panels.fits.thinning import about, most_judged, some
from trekker.learning.data_ground import DataGround
from trekker.messages import number


def miss_sentence(ground: DataGround, theta: Array) -> str:
    """Say how far what ``theta`` (n,) predicts typically misses: the rows learnt from, and those held out."""
    learnt = _written(ground, theta, ground.inputs, ground.targets)
    if ground.validation is None:
        return QCoreApplication.translate("Miss", "Typical miss {error}").format(error=learnt)
    rows = ground.validation
    return QCoreApplication.translate("Miss", "Typical miss {error}; on the {count} rows held out {held_out}").format(
        error=learnt,
        count=f"{rows.row_count:,}",
        held_out=_written(ground, theta, rows.numbers(ground.x), rows[ground.y]),
    )


def typical_miss(ground: DataGround, theta: Array, inputs: Array, targets: Array) -> float:
    """Return the root of the mean square of what is missed."""
    with np.errstate(all="ignore"):
        return float(np.sqrt(np.mean((ground.predict(theta, inputs) - targets) ** 2)))


def _written(ground: DataGround, theta: Array, inputs: Array, targets: Array) -> str:
    most = most_judged(len(theta))
    miss = typical_miss(ground, theta, some(inputs, most), some(targets, most))
    return about(len(targets), most) + number(miss)
