"""Prices: their history, the line that the trekker fits to it, and what it foretells of months that it never saw."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.panels.card import label
from trekker.gui.panels.fits.accuracy import percent
from trekker.gui.panels.fits.view import FitView, Here, pen
from trekker.gui.panels.live_text import LiveText
from trekker.gui.plots import Plot
from trekker.gui.texts import core_text
from trekker.gui.theme import Theme
from trekker.learning.forecast import Forecast, PriceGround
from trekker.messages import number

_OFF = 2.0  # of the prices' range: what leaves the plot is held here


class Prices(FitView):
    """Shows the true prices, the fit to those that are known, and the forecast beside what somebody lazy would say."""

    rank = 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground: PriceGround | None = None
        self.plot = Plot(self.tr("Prices and forecast"))
        self.legend, self.caveat = label(), LiveText(2, muted=True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setMinimumWidth(1)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.caption)
        self.body.addWidget(self.caveat)
        self.known = pg.LinearRegionItem(movable=False)
        self.true, self.fitted = pg.PlotCurveItem(), pg.PlotCurveItem(antialias=True, skipFiniteCheck=False)
        self.foretold, self.naive = pg.PlotCurveItem(antialias=True), pg.PlotCurveItem()
        self.known.setZValue(-10)
        for item in (self.known, self.true, self.naive, self.fitted, self.foretold):
            self.plot.addItem(item)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Tell whether it is made of prices."""
        return isinstance(ground, PriceGround)

    def heading(self, ground: Any) -> str:
        """Say whose prices."""
        return self.tr("Prices of {symbol}, and a forecast").format(symbol=ground.history.symbol)

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Draw the history; fit and forecast wait for the trekker."""
        self._ground = ground
        self.plot.frame_afresh()
        for item in (self.fitted, self.foretold):
            item.clear()
        when, prices = _when(ground.history.dates), ground.history.prices
        self.plot.name_axis("left", self.tr("price ($)"))
        self.true.setData(when, prices)
        self.naive.setData(when[ground.learnt :], np.full(len(when) - ground.learnt, prices[ground.learnt - 1]))
        self.known.setRegion((when[ground.learnt - 1], when[-1]))
        self.caveat.setText(core_text(ground.caveat))
        self.caveat.setToolTip(self.caveat.text())
        air = 0.1 * float(np.ptp(prices))
        self.plot.frame((float(when[0]), float(when[-1])), (float(prices.min()) - air, float(prices.max()) + air))

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.plot.dress(theme, self.font())
        self.true.setPen(pen(theme.plot_line, 1.5))
        self.naive.setPen(pen(theme.muted, 1.5, Qt.PenStyle.DotLine))
        shade = QColor(theme.accent)
        shade.setAlpha(28)
        self.known.setBrush(shade)
        for line in self.known.lines:
            line.setPen(pen(theme.border, 1.0))

    def draw(self, here: Here) -> None:
        """Foretell from this place."""
        ground = self._ground
        if ground is None:
            return
        forecast = ground.forecast(here.theta)
        when, known = _when(forecast.dates), forecast.learnt
        self.fitted.setPen(pen(here.colour, 2.5))
        self.foretold.setPen(pen(here.colour, 2.5, Qt.PenStyle.DashLine))
        self.fitted.setData(when[:known], _bounded(forecast.fitted, forecast.prices), connect="finite")
        self.foretold.setData(when[known:], _bounded(forecast.foretold, forecast.prices), connect="finite")
        self.legend.setText(self._legend(here.colour))
        self.caption.setText(self._told(forecast))

    def _told(self, forecast: Forecast) -> str:
        """Say how far the forecast is off, and whether it was worth it."""
        better = (
            self.tr("better than “as last month”: {naive}")
            if forecast.beats_naive
            else self.tr("no better than “as last month”: {naive}")
        )
        told = self.tr("{count} months foretold, off by ${error} ({share}); ").format(
            count=len(forecast.foretold), error=number(forecast.errors.rmse, 3), share=percent(forecast.errors.mape)
        )
        return told + better.format(naive=f"${number(forecast.naive_errors.rmse, 3)}")

    def _legend(self, colour: str) -> str:
        entries = (
            (self.theme.plot_line, "━", self.tr("true")),
            (colour, "━", self.tr("fitted")),
            (colour, "╍", self.tr("foretold")),
            (self.theme.muted, "┈", self.tr("as last month")),
        )
        return " &nbsp;".join(f'<span style="color:{ink}">{sign}</span>&nbsp;{name}' for ink, sign, name in entries)


def _when(dates: tuple[date, ...]) -> Array:
    """Return dates as years with a fraction, shape (m,)."""
    return np.array([each.year + (each.timetuple().tm_yday - 1) / 365.25 for each in dates])


def _bounded(values: Array, prices: Array) -> Array:
    """Return values that a plot can show; NaN stays NaN."""
    off = _OFF * float(np.ptp(prices))
    return np.clip(values, float(prices.min()) - off, float(prices.max()) + off)
