"""Prices month by month: the line that is fitted to those known, and what it foretells of those held out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.panels.fits.view import FitView, Here
from trekker.gui.panels.live_text import LiveText
from trekker.gui.plots.pen import pen, wear
from trekker.gui.plots.plot import Axis, Plot
from trekker.gui.theme import Theme
from trekker.learning.forecast import Errors, Forecast, PriceGround
from trekker.messages import number, percent

_OFF = 1.0  # of the prices' range: a forecast that leaves the plot ends here
_AIR, _ABOVE = 1.1, 2.0  # of the highest price: the air above it, and as far the plot follows a forecast


class MonthAxis(Axis):
    """An axis of years, which are labelled by month where they are looked at closely."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write years as they are, and parts of them as year and month."""
        return [_written_month(value) if spacing < 1 else str(round(value)) for value in values]


class Prices(FitView):
    """Shows what a share cost, what the model makes of that, and how far its forecast is from what came."""

    rank = 2

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground: PriceGround | None = None
        self._blindfolded = False
        self.caption = LiveText(3, muted=True)
        self.plot = _plot(self.tr("Prices"))
        self.plot.name_axis("bottom", self.tr("month"))
        self.plot.name_axis("left", self.tr("US dollars"))
        self.known, self.came = pg.PlotCurveItem(antialias=True), pg.PlotCurveItem(antialias=True)
        self.naive, self.fitted = pg.PlotCurveItem(antialias=True), pg.PlotCurveItem(antialias=True)
        self.foretold = pg.PlotCurveItem(antialias=True)
        self._border = pg.InfiniteLine(angle=90)
        for item in (self._border, self.known, self.came, self.naive, self.fitted, self.foretold):
            self.plot.addItem(item)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.caption)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Prices."""
        return isinstance(ground, PriceGround)

    def heading(self, ground: Any) -> str:
        """Say whose prices they are."""
        return self.tr("Fit: prices of {company}").format(company=ground.history.symbol)

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Draw what the share cost; the model's line waits for the trekker."""
        self._ground = ground
        x, prices, learnt = years_of(ground.history.dates), ground.history.prices, ground.learnt
        if not alike:
            self.plot.frame_afresh()
        for item in (self.fitted, self.foretold):
            item.clear()
        self.known.setData(x[:learnt], prices[:learnt])
        self.came.setData(x[learnt - 1 :], prices[learnt - 1 :])
        self.naive.setData(x[[learnt - 1, -1]], prices[[learnt - 1, learnt - 1]])
        self._border.setPos(x[learnt - 1])
        highest = prices[:learnt].max() if self._blindfolded else prices.max()
        self.plot.frame((float(x[0]), float(x[-1])), (0.0, _AIR * float(highest)))

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.plot.dress(theme, self.font())
        self.known.setPen(pen(theme.plot_line, 1.6))
        self.came.setPen(pen(theme.muted, 1.6))
        self.naive.setPen(pen(theme.muted, 1.6, Qt.PenStyle.DashLine))
        self._border.setPen(pen(theme.border, 1.2, Qt.PenStyle.DotLine))

    def set_blindfold(self, on: bool) -> None:
        """Hide the prices held out; what is foretold of them is believed, and stays."""
        if on != self._blindfolded:
            self._blindfolded = on
            self.came.setVisible(not on)
            self.plot.frame_afresh()

    def draw(self, here: Here) -> None:
        """Draw what is made of the months known at this place, and what is foretold of the others."""
        if self._ground is None:
            return
        with np.errstate(all="ignore"):
            forecast = self._ground.forecast(here.theta)
        x, learnt = years_of(forecast.dates), forecast.learnt
        top = float(forecast.prices[: learnt if self._blindfolded else None].max())
        low, high = -_OFF * top, (1 + _OFF) * top
        wear(self.fitted, pen(here.colour, 2.0))
        self.fitted.setData(x[:learnt], np.clip(forecast.fitted, low, high), connect="finite")
        bright = QColor(here.colour)
        wear(self.foretold, pen(bright.name(), 3.0))
        foretold = np.clip(forecast.foretold, low, high)
        self.foretold.setData(x[learnt:], foretold, connect="finite")
        self.plot.frame((float(x[0]), float(x[-1])), (0.0, _AIR * max(top, min(np.nanmax(foretold), _ABOVE * top))))
        hidden = self.tr("Dashed, the last price stays. The blindfold hides what came of the forecast.")
        told = self._errors(forecast, from_prices=self._ground.lags > 0)
        self.caption.setText(hidden if self._blindfolded else told)

    def _errors(self, forecast: Forecast, *, from_prices: bool) -> str:
        """Say how far off the forecast is; of one from prices also how far if told what came, as the cost is."""
        sentence = (
            self.tr(
                "From its own forecasts, {count} months are off by {rmse} dollars (RMSE), {mape} (MAPE); "
                "dashed, the last price stays: {naive_rmse} dollars, {naive_mape}. "
                "One month ahead, from true prices: {ahead_rmse} dollars; the last price: {naive_ahead_rmse}."
            )
            if from_prices
            else self.tr(
                "Forecast of {count} months off by {rmse} dollars (RMSE), {mape} (MAPE); "
                "dashed, the last price stays: {naive_rmse} dollars, {naive_mape}."
            )
        )
        return sentence.format(
            count=len(forecast.foretold),
            rmse=number(forecast.errors.rmse, 4),
            mape=_mean_error(forecast.errors),
            naive_rmse=number(forecast.naive_errors.rmse, 4),
            naive_mape=_mean_error(forecast.naive_errors),
            ahead_rmse=number(forecast.ahead_errors.rmse, 4),
            naive_ahead_rmse=number(forecast.naive_ahead_errors.rmse, 4),
        )


def _mean_error(errors: Errors) -> str:
    """Return the mean error as a percentage."""
    return percent(errors.mape, 1) if math.isfinite(errors.mape) else number(errors.mape)


def years_of(dates: Sequence[date]) -> Array:
    """Return the months as years and their twelfths."""
    return np.array([each.year + (each.month - 1) / 12 for each in dates])


def _written_month(year: float) -> str:
    months = round(year * 12)
    return f"{months // 12}-{months % 12 + 1:02d}"


def _plot(name: str) -> Plot:
    """Return a plot with months along the bottom."""
    plot = Plot(name)
    axis = MonthAxis("bottom")
    plot.setAxisItems({"bottom": axis})
    axis.enableAutoSIPrefix(False)
    axis.setStyle(tickLength=-4, maxTickLevel=0)
    plot.showGrid(x=True, y=True, alpha=0.18)
    return plot
