"""One input and a number to tell: the points, the line or curve of this step, and how far it misses them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.panels.fits.miss import miss_sentence
from trekker.gui.panels.fits.thinning import some
from trekker.gui.panels.fits.view import FitView, Here
from trekker.gui.plots.pen import dot, pen, wear
from trekker.gui.plots.plot import Plot
from trekker.gui.texts import told
from trekker.gui.theme import Theme
from trekker.learning.data_ground import DataGround
from trekker.walk.edited import Row

_MOST_RESIDUALS = 200
_SAMPLES = 240
_BEYOND = 0.1  # of the inputs' range: how far the curve goes on beyond them
_OFF = 2.0  # of the targets' range: a residual that leaves the plot ends here


class Curve(FitView):
    """Shows the points, those held out hollow, and the curve that the trekker makes of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground: DataGround | None = None
        self._reaches = ((0.0, 0.0), (0.0, 0.0))  # of inputs and targets
        self.plot = Plot(self.tr("Fit"))
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.caption)
        self.residuals = pg.PlotCurveItem(connect="pairs")
        self.held_out = pg.ScatterPlotItem(pxMode=True)
        self.dots = pg.ScatterPlotItem(pxMode=True)
        self.curve = pg.PlotCurveItem(antialias=True)
        for item in (self.residuals, self.held_out, self.dots, self.curve):
            self.plot.addItem(item)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Suit data with one input and a number to tell."""
        return isinstance(ground, DataGround) and not ground.classifies and len(ground.x) == 1

    def heading(self, ground: Any) -> str:
        """Say what is told by what."""
        return self.tr("Fit: {target} by {inputs}").format(target=told(ground.y), inputs=told(ground.x[0]))

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Draw the points; the curve waits for the trekker."""
        self.ground = ground
        if not alike:
            self.plot.frame_afresh()
            for item in (self.curve, self.residuals):
                item.clear()
        self.plot.name_axis("bottom", told(ground.x[0]))
        self.plot.name_axis("left", told(ground.y))
        self.dots.setData(some(ground.inputs[:, 0]), some(ground.targets))
        self.held_out.clear()
        if ground.validation is not None:
            self.held_out.setData(some(ground.validation[ground.x[0]]), some(ground.validation[ground.y]))
        self._reaches = reach(ground.inputs[:, 0]), reach(ground.targets)
        (left, right), (low, high) = self._reaches
        low, high = _with_zero(low, high)
        margin, air = 0.08 * (right - left), 0.1 * ((high - low) or 1.0)
        self.plot.frame((left - margin, right + margin), (low - air, high + air))

    def place_points(self, rows: tuple[Row, ...]) -> None:
        """Draw these points, before the ground that is made of them is there."""
        places = np.array(rows)
        self.dots.setData(places[:, 0], places[:, 1])
        self.residuals.clear()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.plot.dress(theme, self.font())
        self.residuals.setPen(pen(theme.muted, 1.0))
        self.dots.setBrush(QColor(theme.plot_line))
        self.dots.setPen(QPen(Qt.PenStyle.NoPen))
        self.held_out.setBrush(QColor(theme.card))
        self.held_out.setPen(pen(theme.plot_line, 1.4))
        for each in (self.dots, self.held_out):
            each.setSize(dot(7))

    def draw(self, here: Here) -> None:
        """Draw the curve of this place, and what it misses."""
        ground = self.ground
        if ground is None:
            return
        inputs, (low, high) = self._reaches
        off = _OFF * ((high - low) or 1.0)
        x = _sampled(*inputs)
        with np.errstate(all="ignore"):
            curve = _bounded(ground.predict(here.theta, x), -1e12, 1e12)
        wear(self.curve, pen(here.colour, 3.0))
        self.curve.setData(x, curve)
        if len(ground.targets) <= _MOST_RESIDUALS:
            with np.errstate(all="ignore"):
                predicted = ground.predict(here.theta, ground.inputs)
            ends = np.stack([ground.targets, _bounded(predicted, low - off, high + off)], axis=-1)
            self.residuals.setData(np.repeat(ground.inputs[:, 0], 2), ends.ravel())
        self.caption.setText(miss_sentence(ground, here.theta))


def reach(values: Array) -> tuple[float, float]:
    """Return the smallest and the largest of some values."""
    return float(values.min()), float(values.max())


def _with_zero(low: float, high: float) -> tuple[float, float]:
    """Return a reach of targets that has room for 0, too, unless that is far from it: a line begins there."""
    off = _OFF * (high - low)
    return (min(low, 0.0) if low <= off else low), (max(high, 0.0) if high >= -off else high)


def _sampled(left: float, right: float) -> Array:
    beyond = _BEYOND * (right - left)
    return np.linspace(left - beyond, right + beyond, _SAMPLES)


def _bounded(values: Array, low: float, high: float) -> Array:
    return np.clip(np.nan_to_num(values, nan=low, posinf=high, neginf=low), low, high)
