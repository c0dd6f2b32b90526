"""How many classes are told right, in a sentence."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from trekker.cost import Array
from trekker.gui.panels.fits.thinning import most_judged, some
from trekker.learning.classes import share_right
from trekker.learning.data_ground import DataGround
from trekker.messages import about, percent


def accuracy_sentence(ground: DataGround, theta: Array) -> str:
    """Say which share of the rows learnt from, and of those held out, is told right at ``theta``, shape (n,)."""
    judging = ground.sampled
    learnt = _written(ground, theta, judging.inputs, judging.targets, ground.training_rows)
    rows = judging.validation
    if rows is None:
        return QCoreApplication.translate("Accuracy", "Told right: {share}").format(share=learnt)
    count = ground.validation_rows
    held_out = _written(ground, theta, rows.numbers(ground.x), rows[ground.y], count)
    return shares_sentence(learnt, held_out, count)


def shares_sentence(learnt: str, held_out: str, count: int) -> str:
    """Say both shares, of which the second is of ``count`` rows."""
    return QCoreApplication.translate(
        "Accuracy", "Told right: {share} of the rows learnt from, {held_out} of the {count} held out"
    ).format(share=learnt, held_out=held_out, count=f"{count:,}")


def _written(ground: DataGround, theta: Array, inputs: Array, targets: Array, count: int) -> str:
    """Write which share of some rows, which stand for ``count``, is told right."""
    judged = some(targets, most_judged(len(theta)))
    with np.errstate(all="ignore"):
        said = ground.predict(theta, some(inputs, most_judged(len(theta))))
    return about(percent(float(share_right(said, judged)), 1), len(judged) < count)
