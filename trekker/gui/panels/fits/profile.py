"""The ground along the next step: what the trekker believes of it, and where the step will land."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.background.jobs import Jobs
from trekker.gui.background.workbench import Workbench
from trekker.gui.panels.fits.view import FitView, Here
from trekker.gui.plots.pen import dot, pen, wear
from trekker.gui.plots.plot import Plot
from trekker.gui.theme import Theme
from trekker.learning.sampling import is_quick
from trekker.messages import about, number
from trekker.walk.descent import Descent
from trekker.walk.trail import MOST_KEPT

_BEHIND, _AHEAD = -0.6, 2.4  # how much of the ground is shown, in next steps
_SAMPLES, _FEW_SAMPLES = 161, 26
_FEW_ROWS = 1000  # so many are looked at from all places between two pictures
_NARROW = 0.01  # of the cost: an axis so narrow is labelled from here


@dataclass(frozen=True, eq=False)
class _Ahead:
    """What lies along the next step.

    Attributes:
        here: from where it is taken.
        share: how much of the step, shape (k,).
        heights: the cost there, shape (k,).
        believed: what the slope makes the trekker believe of it, shape (k,).
        cost: the cost here.
        landing: the cost where the step lands.
    """

    here: Here
    share: Array
    heights: Array
    believed: Array
    cost: float
    landing: float


class Profile(FitView):
    """Shows the cost along the line on which the next step goes; it suits every ground that has no better view."""

    rank = -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._waiting: Here | None = None
        self._blindfolded = False
        self.plot = Plot(self.tr("Ground along the next step"))
        self.plot.name_axis("left", self.tr("cost J"))
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.caption)
        self.curve = pg.PlotCurveItem(antialias=True)
        self._believed = pg.PlotCurveItem(antialias=True)
        self._places = pg.ScatterPlotItem(pxMode=True)
        for item in (self.curve, self._believed, self._places):
            self.plot.addItem(item)

    @classmethod
    def suits(cls, ground: Ground) -> bool:  # noqa: ARG003  # the contract gives it; any ground will do
        """Every ground."""
        return True

    def heading(self, ground: Ground) -> str:
        """Say what is drawn."""
        return self.tr("Ground along the next step")

    def open(self, ground: Ground, *, alike: bool = False) -> None:
        """Forget the last ground."""
        self._jobs.cancel()
        self._waiting = None
        self.plot.frame_afresh()
        for item in (self.curve, self._believed, self._places):
            item.clear()

    def share(self, workbench: Workbench) -> None:
        """Take turns at this bench."""
        self._jobs.share(workbench)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.plot.dress(theme, self.font())
        self.curve.setPen(pen(theme.plot_line, 2.0))
        self._places.setSize(dot(11))

    def draw(self, here: Here) -> None:
        """Look ahead along the next step: at once, or where that takes long as soon as it is worked out."""
        if here.descent.ground.cost.dimension <= MOST_KEPT and is_quick(here.descent.told_by_at(here.step), _FEW_ROWS):
            self._show(_ahead(here, here.descent.change_at(here.step), _SAMPLES))
        elif self._jobs.busy:
            self._waiting = here
        else:
            self._waiting = None
            change = here.descent.change_at(here.step)  # on this thread, where the walk is recorded too
            self._jobs.start(lambda _: _ahead(here, change, _FEW_SAMPLES), self._take, self.caption.setText)

    def set_blindfold(self, on: bool) -> None:
        """Hide the ground, and where the step lands on it; what is believed of it stays."""
        self._blindfolded = on

    def finish(self) -> None:
        """Wait until nothing is computed any more."""
        self._jobs.wait()

    def _take(self, ahead: _Ahead | None) -> None:
        self._show(ahead)
        if self._waiting is not None:
            self.draw(self._waiting)

    def _show(self, ahead: _Ahead | None) -> None:
        if ahead is None:
            self.caption.setText(self.tr("The next step is not a finite number any more."))
            return
        along, unit = self._axis(ahead.here.descent, ahead.here.step)
        self.plot.name_axis("bottom", along)
        wear(self._believed, pen(ahead.here.colour, 2.0, Qt.PenStyle.DashLine))
        self._draw_curves(ahead, unit)
        self.curve.setVisible(not self._blindfolded)
        if self._blindfolded:
            self.caption.setText(self.tr("Dashed: the slope that is believed. The ground ahead is not known."))
            return
        self.caption.setText(
            self.tr("Dashed: the slope that is believed. Ring: where the step lands, at {cost}.").format(
                cost=about(number(ahead.landing), ahead.here.descent.is_estimated_at(ahead.here.step + 1))
            )
        )

    def _draw_curves(self, ahead: _Ahead, unit: float) -> None:
        """Draw the ground and what is believed of it."""
        x, ends = ahead.share * unit, (ahead.cost, ahead.landing)
        heights = ahead.heights
        if self._blindfolded:  # the frame, too, must tell of nothing but what is believed
            heights, ends = ahead.believed, (ahead.cost, float(np.interp(1.0, ahead.share, ahead.believed)))
        near = [each for each in ends if np.isfinite(each)]
        spread = float(np.nanmax(heights) - np.nanmin(heights)) if np.isfinite(heights).any() else 0.0
        air = max(abs(near[-1] - near[0]), 0.25 * spread if np.isfinite(spread) else 0.0, 1e-300)
        low, high = min(near) - air, max(near) + air
        base = ends[0] if high - low < _NARROW * abs(ends[0]) else 0.0
        self.plot.name_axis("left", self.tr("J − J here") if base else self.tr("cost J"))
        edge = (low - 9 * air, high + 9 * air)
        self.curve.setData(x, np.clip(heights, *edge) - base, connect="finite")
        self._believed.setData(x, np.clip(ahead.believed, *edge) - base)
        colour = QColor(ahead.here.colour)
        dots = [(0.0, ends[0], colour), *([] if self._blindfolded else [(unit, ends[1], None)])]
        self._places.setData(
            [
                {"pos": (a, b - base), "brush": brush, "pen": pen(ahead.here.colour, 2.0)}
                for a, b, brush in dots
                if np.isfinite(b)
            ]
        )
        self.plot.frame((float(x[0]), float(x[-1])), (low - base, high - base))

    def _axis(self, descent: Descent, step: int) -> tuple[str, float]:
        """Return what runs along the bottom, and how much of it the next step is."""
        rate = getattr(descent.trekker_at(step).optimizer, "learning_rate", None)
        if rate is None:
            return self.tr("share of the next step"), 1.0
        return self.tr("learning rate α"), float(rate) * descent.trekker_at(step).schedule.factor(step)


def _ahead(here: Here, change: Array, samples: int) -> _Ahead | None:
    """Look along the next step; None where that is no finite one. May take long with many parameters, or many rows."""
    descent, theta = here.descent, here.theta.copy()
    told_by = descent.told_by_at(here.step)
    cost = float(descent.trail.cost[here.step])
    if not (np.isfinite(theta).all() and np.isfinite(change).all() and np.isfinite(cost)):
        return None
    share = np.linspace(_BEHIND, _AHEAD, samples)
    with np.errstate(all="ignore"):
        heights = told_by.cost(theta + share[:, np.newaxis] * change)
        landing = float(told_by.cost(theta + change))
        fall = float(told_by.gradient(theta) @ change)
    return _Ahead(here, share, heights, cost + share * fall, cost, landing)
