"""Several inputs and a number to tell: what is predicted against what is true."""

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
from trekker.gui.plots.pen import dot, pen
from trekker.gui.plots.plot import Plot
from trekker.gui.texts import told
from trekker.gui.theme import Theme
from trekker.learning.data_ground import DataGround

_OFF = 2.0  # of the targets' range: a prediction that leaves the plot is held here


class Comparison(FitView):
    """Shows a point for each row, true value across and prediction up; on the diagonal it is right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground: DataGround | None = None
        self.plot = Plot(self.tr("Predicted against true"))
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.caption)
        self.diagonal = pg.PlotCurveItem()
        self.held_out = pg.ScatterPlotItem(pxMode=True)
        self.dots = pg.ScatterPlotItem(pxMode=True)
        for item in (self.diagonal, self.held_out, self.dots):
            self.plot.addItem(item)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Suit data with several inputs and a number to tell."""
        return isinstance(ground, DataGround) and not ground.classifies and len(ground.x) > 1

    def heading(self, ground: Any) -> str:
        """Say what is told."""
        return self.tr("Fit: {target}, predicted and true").format(target=told(ground.y))

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Draw the diagonal; the points wait for the trekker."""
        self._ground = ground
        self.plot.frame_afresh()
        for item in (self.dots, self.held_out):
            item.clear()
        self.plot.name_axis("bottom", self.tr("true {target}").format(target=told(ground.y)))
        self.plot.name_axis("left", self.tr("predicted"))
        low, high = float(ground.targets.min()), float(ground.targets.max())
        air = 0.1 * ((high - low) or 1.0)
        ends = np.array([low - air, high + air])
        self.diagonal.setData(ends, ends)
        self.plot.frame((low - air, high + air), (low - air, high + air))

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.plot.dress(theme, self.font())
        self.diagonal.setPen(pen(theme.muted, 1.5, Qt.PenStyle.DashLine))
        self.held_out.setBrush(QColor(theme.card))
        self.held_out.setPen(pen(theme.plot_line, 1.4))
        self.held_out.setSize(dot(7))
        self.dots.setPen(QPen(Qt.PenStyle.NoPen))
        self.dots.setSize(dot(6))

    def draw(self, here: Here) -> None:
        """Draw the predictions of this place."""
        ground = self._ground
        if ground is None:
            return
        with np.errstate(all="ignore"):
            predicted = ground.predict(here.theta, some(ground.inputs))
        self.dots.setBrush(QColor(here.colour))
        self.dots.setData(some(ground.targets), self._bounded(predicted))
        if ground.validation is not None:
            rows = ground.validation
            told = some(rows.numbers(ground.x))
            with np.errstate(all="ignore"):
                self.held_out.setData(some(rows[ground.y]), self._bounded(ground.predict(here.theta, told)))
        self.caption.setText(miss_sentence(ground, here.theta))

    def _bounded(self, predicted: Array) -> Array:
        """Return the predictions; what is far off the plot, or no number, at its edge."""
        low, high = self.diagonal.getData()[0]
        off = _OFF * float(high - low)
        return np.clip(np.nan_to_num(predicted, nan=low - off), low - off, high + off)
