"""The cost on the rows held out: a dashed curve beside the cost, and how much is predicted right, in words."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt

from trekker.cost import Array
from trekker.gui.held_out import HeldOut, Judged
from trekker.gui.panels.live_text import LiveText
from trekker.gui.plots.pen import pen, wear
from trekker.gui.plots.plot import Plot
from trekker.gui.plots.scale import PlotScale
from trekker.gui.plots.series import Series
from trekker.gui.session import Session
from trekker.gui.texts import core_text
from trekker.learning.learned_ground import LearnedGround
from trekker.messages import about, number, percent

translate = QCoreApplication.translate


class HeldOutCurve:
    """Draws on a plot how good the looked-at trekker is on rows that it does not learn from.

    Attributes:
        text: says it in words.
    """

    def __init__(self, session: Session, held_out: HeldOut, plot: Plot) -> None:
        self._session, self._held_out = session, held_out
        self._curve = pg.PlotCurveItem(antialias=True)
        plot.addItem(self._curve)
        self.text = LiveText(2, muted=True)
        self.text.setAccessibleName(translate("HeldOutCurve", "On the rows held out"))
        self.text.hide()

    def clear(self) -> None:
        """Draw nothing, where something else than the cost is plotted."""
        self._curve.clear()
        self.text.hide()

    def draw(self, series: Series, x_scale: PlotScale, y_scale: PlotScale, colour: str) -> Array:
        """Draw the curve beside the looked-at trekker's ``series``; return its heights on the axis, shape (k,)."""
        ground = self._held_out.ground if self._session.ready else None
        self.text.setVisible(ground is not None)
        if ground is None:
            self._curve.clear()
            return np.empty(0)
        steps, costs = self._held_out.curve(self._session.descent)
        known = steps < len(series.x)
        heights = y_scale.place(costs[known])
        wear(self._curve, pen(colour, 2.0, Qt.PenStyle.DashLine))
        self._curve.setData(x_scale.place(series.x[steps[known].astype(np.intp)]), heights, connect="finite")
        judged = self._held_out.at(self._session.descent, self._session.step)
        self.text.setText("" if judged is None else _in_words(ground, judged))
        return heights


def _in_words(ground: LearnedGround, judged: Judged) -> str:
    is_estimate = ground.held_out_told_by is not ground.held_out
    cost = translate("HeldOutCurve", "Dashed: held out, {cost} at step {step}").format(
        cost=about(number(judged.cost, 3), is_estimate), step=f"{judged.step:,}"
    )
    task = core_text(ground.held_out_task)
    if not ground.classifies:
        return f"{cost} · {task}" if task else cost
    right = translate("HeldOutCurve", "right: {held_out}, on rows learnt from {learnt}").format(
        held_out=about(percent(judged.held_out, 1), ground.samples_held_out),
        learnt=about(percent(judged.learnt, 1), ground.samples_training),
    )
    return f"{cost} · {right}"
