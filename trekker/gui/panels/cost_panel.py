"""The cost panel: J at every step of every trekker, live, linear or logarithmic."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QComboBox, QWidget

from trekker.cost import Array
from trekker.gui.panels.card import Card
from trekker.gui.party import colour_of
from trekker.gui.plots import Plot, thinned
from trekker.gui.session import Session
from trekker.gui.theme import Theme
from trekker.gui.throttle import Throttle, Turns

_SMALLEST = 1e-12  # a logarithmic axis shows nothing below
_LARGEST = 1e30  # of a walk that explodes, a linear axis shows nothing above


class CostPanel(Card):
    """Draws the cost of each trail, with a dot where the cursor stands."""

    def __init__(
        self, session: Session, redraw_ms: int = 100, turns: Turns | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Cost J per step"), parent)
        self._session = session
        self._curves: list[pg.PlotCurveItem] = []
        self.scale = QComboBox()
        self.scale.addItems([self.tr("log"), self.tr("linear")])
        self.scale.setAccessibleName(self.tr("Scale of the cost axis"))
        self.scale.setToolTip(self.tr("Logarithmic shows how fast the cost shrinks, linear shows how much."))
        self.head.addWidget(self.scale)
        self.plot = Plot(self.tr("Cost at every step"))
        self.plot.name_axis("bottom", self.tr("step"))
        self.body.addWidget(self.plot, 1)
        self._here = pg.ScatterPlotItem(size=9, pxMode=True)
        self.plot.addItem(self._here)
        self._throttle = Throttle(redraw_ms, self._redraw, self, turns)
        self.scale.currentIndexChanged.connect(self._afresh)
        session.restarted.connect(self._afresh)
        session.ground_changed.connect(self._afresh)
        session.moved.connect(self._throttle.request)
        session.party_changed.connect(self._redraw)

    @property
    def logarithmic(self) -> bool:
        """Whether the cost axis is logarithmic."""
        return self.scale.currentIndex() == 0

    def toggle_scale(self) -> None:
        """Change between a logarithmic and a linear axis."""
        self.scale.setCurrentIndex(1 - self.scale.currentIndex())

    def shown(self, trekker: int) -> tuple[Array, Array]:
        """Return the steps and heights that are drawn for one trekker, as on the axes."""
        x, y = self._curves[trekker].getData()
        return np.asarray(x), np.asarray(y)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.plot.dress(theme, self.font())

    def _afresh(self) -> None:
        self.plot.frame_afresh()
        self.plot.getAxis("left").setLogMode(self.logarithmic)
        self._redraw()

    def _redraw(self) -> None:
        descents = self._session.descents
        self._have_curves(len(descents))
        party = self._session.scenario.trekkers
        base, label = self._base()
        self.plot.name_axis("left", label)
        tops, bottoms, spots = [], [], []
        for index, (descent, curve) in enumerate(zip(descents, self._curves, strict=False)):
            if index in self._session.hidden:
                curve.clear()
                continue
            colour = colour_of(party[index])
            curve.setPen(_pen(colour))
            steps, costs = thinned(descent.trail.cost)
            heights = self._heights(costs - base)
            curve.setData(steps, heights, connect="finite")
            here = self._session.step_of(index)
            height = self._heights(descent.trail.cost[here : here + 1] - base)[0]
            if np.isfinite(height):
                spots.append({"pos": (here, height), "brush": colour})
            finite = heights[np.isfinite(heights)]
            if finite.size:
                bottoms.append(float(finite.min()))
                tops.append(float(finite.max()))
        self._here.setData(spots)
        if tops:
            self.plot.frame((0.0, max(10.0, float(self._session.length))), (min(bottoms), max(tops)), growing=True)

    def _heights(self, costs: Array) -> Array:
        """Return costs as the axis shows them; what no axis can show is NaN."""
        with np.errstate(all="ignore"):
            if self.logarithmic:
                return np.log10(np.where(np.isfinite(costs), np.maximum(costs, _SMALLEST), np.nan))
            return np.where(np.abs(costs) < _LARGEST, costs, np.nan)

    def _base(self) -> tuple[float, str]:
        """Return what is subtracted before drawing: a logarithmic axis can't show costs of 0 or less."""
        ground = self._session.ground
        lowest = min((minimum.cost for minimum in ground.minima), default=None) if ground is not None else None
        if not self.logarithmic or lowest is None or lowest >= 0:
            return 0.0, self._name_of_cost()
        return lowest, self.tr("J − lowest J")

    def _name_of_cost(self) -> str:
        ground = self._session.ground
        return self.tr("height ({unit})").format(unit=ground.unit) if ground and ground.unit else self.tr("cost J")

    def _have_curves(self, count: int) -> None:
        while len(self._curves) < count:
            curve = pg.PlotCurveItem(antialias=True, skipFiniteCheck=False)
            self.plot.addItem(curve)
            self._curves.append(curve)
        for curve in self._curves[count:]:
            curve.clear()


def _pen(colour: str) -> QPen:
    pen = QPen(QColor(colour), 2.0)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return pen
