"""What the cost panel reads out: the values under the pointer, or where it is not over the plot, under the cursor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QColor, QPen

from trekker.gui.panels.costs.axes import Scales
from trekker.gui.panels.costs.plotted import Plotted
from trekker.gui.party import colour_of, names_of
from trekker.gui.plots.pen import dot, edge
from trekker.gui.plots.plot import Plot
from trekker.gui.plots.series import Drawn, Series
from trekker.gui.readout import Reading, Readout
from trekker.gui.session import Session
from trekker.gui.texts import core_text
from trekker.gui.theme import Theme
from trekker.messages import about, number
from trekker.walk.race import Race

_DIGITS_OF_AN_ESTIMATE = 4
_TOLD_BY_A_SAMPLE = ("cost", "slope")


@dataclass(frozen=True, eq=False)
class Picture:
    """What is drawn by now, where it can be read: of each trekker who is not hidden, where its points stand."""

    plotted: Plotted
    scales: Scales
    drawn: Mapping[int, Drawn]


class Reader:
    """Marks on a plot where each trekker stands, and what is pointed at, and reads it out.

    Attributes:
        here: the dots under the cursor.
    """

    def __init__(self, session: Session, plot: Plot, readout: Readout) -> None:
        self._session, self._plot, self._readout = session, plot, readout
        self._picture: Picture | None = None
        self._pointed: QPointF | None = None
        self.here = pg.ScatterPlotItem(pxMode=True)
        self._rings = pg.ScatterPlotItem(pxMode=True, brush=None)
        self._crosshair = pg.InfiniteLine(angle=90)
        for item in (self._crosshair, self.here, self._rings):
            plot.addItem(item, ignoreBounds=True)
        self._crosshair.hide()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours, and the size of its texts."""
        self.here.setSize(dot(9))
        self._rings.setSize(dot(11))
        self._crosshair.setPen(QPen(QColor(theme.muted), 0))

    def point_at(self, place: QPointF | None) -> None:
        """Read at a place of the plot; None reads under the cursor again."""
        self._pointed = place
        if self._picture is not None:
            self._read(self._picture)

    def show(self, picture: Picture) -> None:
        """Read what is drawn now."""
        self._picture = picture
        self.here.setData(self._spots(picture, self._rows_at_the_cursor(picture)))
        self._read(picture)

    def _rows_at_the_cursor(self, picture: Picture) -> dict[int, int]:
        """Return the row of each trekker who is drawn at which it stands when the race's clock is at the cursor."""
        series = picture.plotted.series
        return {index: min(self._session.step_of(index), len(series[index].y) - 1) for index in picture.drawn}

    def _read(self, picture: Picture) -> None:
        """Read what is pointed at, or where nothing is, what is under the cursor."""
        rows = self._rows_pointed_at(picture)
        self._rings.setData([{**each, "brush": None} for each in self._spots(picture, rows)] if self._pointed else [])
        self._crosshair.setVisible(bool(self._pointed and rows))
        if self._pointed is not None and rows:
            nearest = next(iter(rows))
            self._crosshair.setValue(picture.scales.x.at(picture.plotted.series[nearest].x, rows[nearest]))
        pairs = self._are_apart(picture.plotted, rows)
        values = len(rows) * (2 if picture.plotted.seconds or pairs else 1)
        for digits in range(5 if values <= 2 else 4, 1, -1):
            place = self._place_of(picture.plotted, rows)
            self._readout.show_readings(place, self._readings(picture.plotted, rows, digits, pairs))
            if self._readout.shows_all:
                break

    def _are_apart(self, plotted: Plotted, rows: Mapping[int, int]) -> bool:
        """Whether what is read stands at several places along the bottom, so that each value needs its own."""
        if self._pointed is not None or plotted.choice.x == "step":
            return False
        return len({plotted.series[index].x[row] for index, row in rows.items()}) > 1

    def _readings(self, plotted: Plotted, rows: Mapping[int, int], digits: int, pairs: bool) -> tuple[Reading, ...]:
        names = names_of(self._session.scenario.trekkers)

        def text(index: int, row: int) -> str:
            values = _values_at(plotted, index, row, digits)
            return f"({number(plotted.series[index].x[row], digits)}, {values})" if pairs else values

        return tuple(Reading(self._colour(index), names[index], text(index, row)) for index, row in rows.items())

    def _spots(self, picture: Picture, rows: Mapping[int, int]) -> list[dict[str, object]]:
        """Return the dots at some rows, by trekker."""
        spots: list[dict[str, object]] = []
        for index, row in rows.items():
            series, scales = picture.plotted.series[index], picture.scales
            x, y = scales.x.at(series.x, row), scales.y.at(series.y, row)
            if np.isfinite((x, y)).all():
                colour = self._colour(index)
                spots.append({"pos": (x, y), "brush": colour, "pen": edge(colour), "symbol": "o"})
        return spots

    def _rows_pointed_at(self, picture: Picture) -> dict[int, int]:
        """Return the row that is read of each trekker who is drawn; of a phase plot, only the nearest one's."""
        series, drawn = picture.plotted.series, picture.drawn
        if self._pointed is None:
            return self._rows_at_the_cursor(picture)
        if not picture.plotted.is_phase_plot:
            return {index: series[index].row_at(self._pointed.x()) for index in drawn}
        width, height = self._plot.getViewBox().viewPixelSize()
        away = {
            index: np.hypot((each.x - self._pointed.x()) / width, (each.y - self._pointed.y()) / height)
            for index, each in drawn.items()
        }
        away = {index: each for index, each in away.items() if np.isfinite(each).any()}
        if not away:
            return {}
        nearest = min(away, key=lambda index: float(np.nanmin(away[index])))
        return {nearest: int(drawn[nearest].rows[np.nanargmin(away[nearest])])}

    def _place_of(self, plotted: Plotted, rows: Mapping[int, int]) -> str:
        """Say where it is read."""
        if not rows:
            return ""
        index, row = max(rows.items(), key=lambda each: each[1])
        translate, name = QCoreApplication.translate, core_text(plotted.x.label)
        if plotted.choice.x == "step" or self._are_apart(plotted, rows):
            return self._clock_words() or translate("CostPanel", "step {step}").format(step=row)
        if self._pointed is not None and not plotted.is_phase_plot:
            value = number(self._pointed.x(), 5)
            return translate("CostPanel", "{quantity} {value}").format(quantity=name, value=value)
        value = number(plotted.series[index].x[row], 5)
        return translate("CostPanel", "step {step}, {quantity} {value}").format(step=row, quantity=name, value=value)

    def _clock_words(self) -> str:
        """Say where the cursor stands in a race by work or by time; nothing in one by steps."""
        clock, cursor = self._session.clock, self._session.cursor
        if self._pointed is not None or clock.race is Race.STEPS:
            return ""
        if clock.race is Race.EVALUATIONS:
            return QCoreApplication.translate("CostPanel", "{count} gradients").format(count=cursor)
        milliseconds = number(clock.milliseconds(cursor), 3)
        return QCoreApplication.translate("CostPanel", "{count} ms").format(count=milliseconds)

    def _colour(self, index: int) -> str:
        return colour_of(self._session.scenario.trekkers[index])


def _values_at(plotted: Plotted, index: int, row: int, digits: int) -> str:
    """Write what is read of one trekker."""
    quantities = (plotted.y, plotted.second)
    return " | ".join(
        _value_at(series, row, digits, can_be_estimated=quantity is not None and quantity.name in _TOLD_BY_A_SAMPLE)
        for series, quantity in zip(plotted.of_walk(index), quantities, strict=False)
    )


def _value_at(series: Series, row: int, digits: int, *, can_be_estimated: bool) -> str:
    value, is_estimate = series.y[row], can_be_estimated and series.descent.is_estimated_at(row)
    if np.isnan(value):
        return "–"
    return about(number(value, min(digits, _DIGITS_OF_AN_ESTIMATE) if is_estimate else digits), is_estimate)
