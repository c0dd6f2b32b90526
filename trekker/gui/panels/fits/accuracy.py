"""How many classes are told right, in a sentence."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from trekker.cost import Array
from trekker.gui.panels.fits.thinning import about, most_judged, some
from trekker.learning.data_ground import DataGround


def accuracy_sentence(ground: DataGround, theta: Array) -> str:
    """Say which share of the rows learnt from, and of those held out, is told right at ``theta``, shape (n,)."""
    learnt = _written(ground, theta, ground.inputs, ground.targets)
    if ground.validation is None:
        return QCoreApplication.translate("Accuracy", "Told right: {share}").format(share=learnt)
    rows = ground.validation
    held_out = _written(ground, theta, rows.numbers(ground.x), rows[ground.y])
    return shares_sentence(learnt, held_out, rows.row_count)


def shares_sentence(learnt: str, held_out: str, count: int) -> str:
    """Say both shares, of which the second is of ``count`` rows."""
    return QCoreApplication.translate(
        "Accuracy", "Told right: {share} of the rows learnt from, {held_out} of the {count} held out"
    ).format(share=learnt, held_out=held_out, count=f"{count:,}")


def percent(share: float) -> str:
    """Write a share for people: 93.4 %."""
    return f"{100 * share:.1f}\u202f%" if np.isfinite(share) else "—"


def _written(ground: DataGround, theta: Array, inputs: Array, targets: Array) -> str:
    most = most_judged(len(theta))
    with np.errstate(all="ignore"):
        said = ground.predict(theta, some(inputs, most))
    return about(len(targets), most) + percent(float((said == some(targets, most)).mean()))
