"""Prices: their history, the line that is fitted to it, and what it foretells of months that were held out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.panels.card import label
from trekker.gui.panels.fits.view import FitView, Here, pen
from trekker.gui.plots import Plot
from trekker.gui.texts import core_text
from trekker.gui.theme import Theme
from trekker.learning.forecast import Forecast, PriceGround
from trekker.messages import number

_FUTURE_ALPHA = 26


class Prices(FitView):
    """Shows prices by year; what lies in the shaded months was not learnt from."""

    rank = 2

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground: PriceGround | None = None
        self.plot = Plot(self.tr("Prices"))
        self.future = pg.LinearRegionItem(movable=False, pen=pg.mkPen(None))
        self.true = pg.PlotCurveItem(antialias=True)
        self.fitted = pg.PlotCurveItem(antialias=True)
        self.foretold = pg.PlotCurveItem(antialias=True)
        self.naive = pg.PlotCurveItem(antialias=True)
        for item in (self.future, self.true, self.naive, self.fitted, self.foretold):
            self.plot.addItem(item)
        self.plot.name_axis("bottom", self.tr("year"))
        self.warning = label(role="hint", wrap=True)
        self.warning.setMinimumWidth(1)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.caption)
        self.body.addWidget(self.warning)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Take histories of prices."""
        return isinstance(ground, PriceGround)

    def heading(self, ground: Any) -> str:
        """Say whose prices they are."""
        return self.tr("Prices of {company}").format(company=ground.history.symbol)

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Draw the history; the line waits for the trekker."""
        self.ground = ground
        history = ground.history
        years = self._years(ground)
        self.plot.frame_afresh()
        self.plot.name_axis("left", self.tr("price in dollars"))
        self.true.setData(years, history.prices)
        self.future.setRegion((float(years[ground.learnt]), float(years[-1])))
        low, high = float(history.prices.min()), float(history.prices.max())
        self.plot.frame((float(years[0]), float(years[-1])), (min(0.0, low), 1.25 * high))
        for item in (self.fitted, self.foretold, self.naive):
            item.clear()
        self.warning.setText(core_text(ground.caveat))

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.plot.dress(theme, self.font())
        self.true.setPen(pen(theme.plot_line, 1.6))
        self.naive.setPen(pen(theme.muted, 1.6, Qt.PenStyle.DotLine))
        shade = QColor(theme.muted)
        shade.setAlpha(_FUTURE_ALPHA)
        self.future.setBrush(shade)

    def draw(self, here: Here) -> None:
        """Draw the line of this place, and what it foretells."""
        ground = self.ground
        if ground is None:
            return
        with np.errstate(all="ignore"):
            forecast = ground.forecast(here.theta)
        years = self._years(ground)
        self.fitted.setPen(pen(here.colour, 2.5))
        self.foretold.setPen(pen(here.colour, 2.5, Qt.PenStyle.DashLine))
        for item, first, values in (
            (self.fitted, 0, forecast.fitted),
            (self.foretold, forecast.learnt, forecast.foretold),
            (self.naive, forecast.learnt, forecast.naive),
        ):
            shown = np.where(np.abs(values) < 1e9, values, np.nan)
            item.setData(years[first : first + len(shown)], shown, connect="finite")
        self.caption.setText(self._errors(forecast))

    @staticmethod
    def _years(ground: PriceGround) -> Array:
        """Return when each month is, in years of the calendar, shape (m,)."""
        return np.array([each.year + (each.month - 1) / 12 for each in ground.history.dates])

    def _errors(self, forecast: Forecast) -> str:
        errors, naive = forecast.errors, forecast.naive_errors
        return self.tr(
            "Shaded months, held out: the line misses by ${rmse} ({share}); no change (dotted), by ${naive} "
            "({naive_share})."
        ).format(
            rmse=number(errors.rmse, 3),
            share=f"{100 * errors.mape:.0f} %",
            naive=number(naive.rmse, 3),
            naive_share=f"{100 * naive.mape:.0f} %",
        )
