"""The ground along the next step: what the trekker believes of it, and where the step will land."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from trekker.cost import Array, CostFunction
from trekker.ground import Ground
from trekker.gui.latest import Latest
from trekker.gui.panels.fits.view import FitView, Here, pen
from trekker.gui.plots import Plot
from trekker.gui.theme import TREKKER_COLOURS, Theme
from trekker.learning.network import Network
from trekker.messages import number
from trekker.walk.descent import Descent

_BEHIND, _AHEAD = -0.6, 2.4  # how much of the ground is shown, in next steps
_SAMPLES = 161
_SAMPLES_OF_A_NETWORK = 31  # each is a way through all its rows
_NARROW = 0.01  # of the cost: an axis so narrow is labelled from here


class Seen(NamedTuple):
    """The ground along a step.

    Attributes:
        share: where it was looked at, in steps, shape (k,).
        heights: the cost there, shape (k,).
        fall: how much the slope promises of one step.
        ends: the cost here and where the step lands.
        along: what runs along the bottom.
        unit: how much of that one step is.
    """

    share: Array
    heights: Array
    fall: float
    ends: tuple[float, float]
    along: str
    unit: float


class Profile(FitView):
    """Shows the cost along the line on which the next step goes; it suits every ground that has no better view."""

    rank = -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot(self.tr("Ground along the next step"))
        self.plot.name_axis("left", self.tr("cost J"))
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.caption)
        self.curve = pg.PlotCurveItem(antialias=True)
        self._believed = pg.PlotCurveItem(antialias=True)
        self._places = pg.ScatterPlotItem(size=11, pxMode=True)
        for item in (self.curve, self._believed, self._places):
            self.plot.addItem(item)
        self._latest = Latest(self._show, self)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Every ground."""
        return True

    def heading(self, ground: Ground) -> str:
        """Say what is drawn."""
        return self.tr("Ground along the next step")

    def open(self, ground: Ground, *, alike: bool = False) -> None:
        """Forget the last ground."""
        self._latest.forget()
        self.plot.frame_afresh()
        for item in (self.curve, self._believed, self._places):
            item.clear()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.plot.dress(theme, self.font())
        self.curve.setPen(pen(theme.plot_line, 2.0))
        self._believed.setPen(pen(TREKKER_COLOURS[0], 2.0, Qt.PenStyle.DashLine))

    def draw(self, here: Here) -> None:
        """Look ahead along the next step."""
        descent, theta = here.descent, here.theta
        cost = float(descent.trail.cost[here.step])
        change = descent.change_at(here.step)
        if not (np.isfinite(theta).all() and np.isfinite(change).all() and np.isfinite(cost)):
            self.caption.setText(self.tr("The next step is not a finite number any more."))
            return
        axis = self._axis(descent, here.step)
        if not isinstance(descent.ground.cost, Network):
            self._show(_looked_ahead(descent.ground.cost, theta, change, cost, axis))
            return
        network, place = descent.ground.cost, theta.copy()
        self._latest.ask(lambda: _looked_ahead(network, place, change, cost, axis))

    def finish(self) -> None:
        """Look no further."""
        super().finish()
        self._latest.finish()

    def _show(self, seen: Seen) -> None:
        self.plot.name_axis("bottom", seen.along)
        believed = seen.ends[0] + seen.share * seen.fall
        self._draw_curves(seen.share * seen.unit, seen.heights, believed, seen.ends, seen.unit)
        self.caption.setText(
            self.tr("Orange: here, and the slope that is believed. Blue: where the step lands, at {cost}.").format(
                cost=number(seen.ends[1])
            )
        )

    def _draw_curves(self, x: Array, heights: Array, believed: Array, ends: tuple[float, float], unit: float) -> None:
        """Draw the ground and what is believed of it; ``ends`` are the costs here and where the step lands."""
        near = [each for each in ends if np.isfinite(each)]
        spread = float(np.nanmax(heights) - np.nanmin(heights)) if np.isfinite(heights).any() else 0.0
        air = max(abs(near[-1] - near[0]), 0.25 * spread if np.isfinite(spread) else 0.0, 1e-300)
        low, high = min(near) - air, max(near) + air
        base = ends[0] if high - low < _NARROW * abs(ends[0]) else 0.0
        self.plot.name_axis("left", self.tr("J − J here") if base else self.tr("cost J"))
        edge = (low - 9 * air, high + 9 * air)
        self.curve.setData(x, np.clip(heights, *edge) - base, connect="finite")
        self._believed.setData(x, np.clip(believed, *edge) - base)
        spots = [(0.0, ends[0], TREKKER_COLOURS[0]), (unit, ends[1], TREKKER_COLOURS[1])]
        self._places.setData([{"pos": (a, b - base), "brush": QColor(c)} for a, b, c in spots if np.isfinite(b)])
        self.plot.frame((float(x[0]), float(x[-1])), (low - base, high - base))

    def _axis(self, descent: Descent, step: int) -> tuple[str, float]:
        """Return what runs along the bottom, and how much of it the next step is."""
        rate = getattr(descent.trekker_at(step).optimizer, "learning_rate", None)
        if rate is None:
            return self.tr("share of the next step"), 1.0
        return self.tr("learning rate α"), float(rate) * descent.trekker_at(step).schedule.factor(step)


def _looked_ahead(cost: CostFunction, theta: Array, change: Array, here: float, axis: tuple[str, float]) -> Seen:
    """Look along a step; of a network for long enough that it must not be on the GUI thread."""
    share = np.linspace(_BEHIND, _AHEAD, _SAMPLES_OF_A_NETWORK if isinstance(cost, Network) else _SAMPLES)
    with np.errstate(all="ignore"):
        heights = cost.cost(theta + share[:, np.newaxis] * change)
        landing = float(cost.cost(theta + change))
        fall = float(cost.gradient(theta) @ change)
    return Seen(share, heights, fall, (here, landing), *axis)
