"""A classifier with one input: how likely each class is along it, with the points that it learns from."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.panels.fits.accuracy import accuracy_sentence
from trekker.gui.panels.fits.class_marks import colour_of, legend, symbol_of
from trekker.gui.panels.fits.thinning import some
from trekker.gui.panels.fits.view import FitView, Here
from trekker.gui.plots.pen import dot, pen
from trekker.gui.plots.plot import Plot
from trekker.gui.texts import told
from trekker.gui.theme import Theme
from trekker.learning.data_ground import DataGround

_SAMPLES = 240
_BEYOND = 0.1  # of the inputs' range: how far the curves go on beyond them
_MOST_DOTS = 400


class Likelihood(FitView):
    """Shows a curve for each class; every point lies on its own class's curve, so that high up means told right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground: DataGround | None = None
        self.plot = Plot(self.tr("How likely each class is"))
        self.legend = QLabel()
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setMinimumWidth(1)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.caption)
        self.curves: list[pg.PlotCurveItem] = []
        self.dots = pg.ScatterPlotItem(pxMode=True)
        self.dots.setZValue(1)
        self.plot.addItem(self.dots)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Classes told by one number."""
        return isinstance(ground, DataGround) and ground.classifies and len(ground.x) == 1

    def heading(self, ground: Any) -> str:
        """Say what is told by what."""
        return self.tr("Classes: {target} by {inputs}").format(target=told(ground.y), inputs=told(ground.x[0]))

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Take the classes; the curves wait for the trekker."""
        self._ground = ground
        self.plot.frame_afresh()
        self.dots.clear()
        self.plot.name_axis("bottom", told(ground.x[0]))
        self.plot.name_axis("left", self.tr("probability"))
        self.legend.setText(legend(ground.class_names))
        for curve in self.curves:
            self.plot.removeItem(curve)
        self.curves = [pg.PlotCurveItem() for _ in ground.classes]
        self._draw_curves_wide()
        for curve in self.curves:
            self.plot.addItem(curve)
        x = _sampled(ground)
        self.plot.frame((float(x[0]), float(x[-1])), (-0.03, 1.03))

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.plot.dress(theme, self.font())
        self.dots.setSize(dot(9))
        self._draw_curves_wide()

    def draw(self, here: Here) -> None:
        """Draw the curves of this place."""
        ground = self._ground
        if ground is None:
            return
        x, rows, targets = _sampled(ground), some(ground.inputs, _MOST_DOTS), some(ground.targets, _MOST_DOTS)
        with np.errstate(all="ignore"):
            curves = ground.probabilities(here.theta, x)
            believed = ground.probabilities(here.theta, rows)
        for number, curve in enumerate(self.curves):
            curve.setData(x, curves[:, number], connect="finite")
        numbers = np.searchsorted(ground.classes, targets)
        self.dots.setData(self._spots(rows[:, 0], believed[np.arange(len(rows)), numbers], numbers))
        self.caption.setText(accuracy_sentence(ground, here.theta))

    def _draw_curves_wide(self) -> None:
        for number, curve in enumerate(self.curves):
            curve.setPen(pen(colour_of(number), 2.5))

    def _spots(self, x: Array, heights: Array, numbers: Any) -> list[dict[str, Any]]:
        return [
            {
                "pos": (float(a), float(b)),
                "symbol": symbol_of(number),
                "brush": QColor(colour_of(number)),
                "pen": pen(self.theme.card, 1.0),
            }
            for a, b, number in zip(x, heights, numbers.tolist(), strict=True)
            if np.isfinite(b)
        ]


def _sampled(ground: DataGround) -> Array:
    left, right = float(ground.inputs.min()), float(ground.inputs.max())
    beyond = _BEYOND * ((right - left) or 1.0)
    return np.linspace(left - beyond, right + beyond, _SAMPLES)
