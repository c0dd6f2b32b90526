"""The fit panel: for data the points and the line of this step, for a terrain the ground along the next step."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.gui.panels.card import Card
from trekker.gui.panels.live_text import LiveText
from trekker.gui.plots import Plot
from trekker.gui.session import Session
from trekker.gui.theme import LIGHT, TREKKER_COLOURS, Theme
from trekker.gui.throttle import Throttle, Turns
from trekker.learning.data_ground import DataGround
from trekker.messages import number
from trekker.walk.descent import Descent

_MOST_DOTS = 2000
_BEHIND, _AHEAD = -0.6, 2.4  # how much of the ground is shown, in next steps
_SAMPLES = 161
_NARROW = 0.01  # of the cost: an axis so narrow is labelled from here


class FitPanel(Card):
    """Shows how well the first trekker's place fits, or what it believes of the ground ahead."""

    def __init__(
        self, session: Session, redraw_ms: int = 100, turns: Turns | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Fit"), parent)
        self._session = session
        self._theme = LIGHT
        self._blindfolded = False
        self.plot = Plot(self.tr("Fit"))
        self.body.addWidget(self.plot, 1)
        self.caption = LiveText(2, muted=True)
        self.body.addWidget(self.caption)
        self._dots = pg.ScatterPlotItem(size=7, pxMode=True)
        self._ground = pg.PlotCurveItem(antialias=True)
        self._believed = pg.PlotCurveItem(antialias=True)
        self._places = pg.ScatterPlotItem(size=11, pxMode=True)
        self._residuals = pg.PlotCurveItem(connect="pairs")
        for item in (self._residuals, self._dots, self._ground, self._believed, self._places):
            self.plot.addItem(item)
        self._throttle = Throttle(redraw_ms, self._redraw, self, turns)
        session.ground_changed.connect(self._afresh)
        session.restarted.connect(self._afresh)
        session.party_changed.connect(self._afresh)
        session.moved.connect(self._throttle.request)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.plot.dress(theme, self.font())
        self._theme = theme
        self._colour_ground()
        self._believed.setPen(_pen(TREKKER_COLOURS[0], 2.0, Qt.PenStyle.DashLine))
        self._residuals.setPen(_pen(theme.muted, 1.0))
        self._dots.setBrush(QColor(theme.plot_line))
        self._dots.setPen(QPen(Qt.PenStyle.NoPen))
        self._throttle.request()

    def set_blindfold(self, on: bool) -> None:
        """Hide the ground ahead, which a blindfolded trekker can't know; what it believes of it stays."""
        self._blindfolded = on
        self._afresh()

    def _colour_ground(self) -> None:
        """Draw the line that the trekker makes of data in the trekker's colour, and ground in the theme's."""
        fits = isinstance(self._session.ground, DataGround)
        self._ground.setPen(_pen(TREKKER_COLOURS[0], 3.0) if fits else _pen(self._theme.plot_line, 2.0))

    def _afresh(self) -> None:
        self.plot.frame_afresh()
        self._colour_ground()
        for item in (self._dots, self._ground, self._believed, self._places, self._residuals):
            item.clear()
        ground = self._session.ground
        if isinstance(ground, DataGround):
            self.set_heading(self.tr("Fit: {target} by {inputs}").format(target=ground.y, inputs=", ".join(ground.x)))
            self.plot.name_axis("bottom", ground.x[0])
            self.plot.name_axis("left", ground.y)
        else:
            self.set_heading(self.tr("Ground along the next step"))
            self.plot.name_axis("left", self.tr("cost J"))
        self._redraw()

    def _redraw(self) -> None:
        if not self._session.ready:
            return
        descent, step = self._session.descent, self._session.step
        if isinstance(self._session.ground, DataGround):
            self._draw_fit(self._session.ground, descent.trail.theta[step])
        else:
            self._draw_profile(descent, step)

    # Data -------------------------------------------------------------------------------------------------------

    def _draw_fit(self, ground: DataGround, theta: Array) -> None:
        inputs, targets = _some(ground.inputs[:, 0]), _some(ground.targets)
        with np.errstate(all="ignore"):
            predictions = ground.predict(theta, ground.inputs)
            miss = float(np.sqrt(np.mean((predictions - ground.targets) ** 2)))
        predicted = _some(predictions)
        self._dots.setData(inputs, targets)
        reach = (float(targets.min()), float(targets.max()))
        air = (reach[1] - reach[0]) or 1.0
        low, high = reach[0] - 2 * air, reach[1] + 2 * air
        shown = np.clip(np.nan_to_num(predicted, nan=low, posinf=high, neginf=low), low, high)
        if len(inputs) <= 200:
            self._residuals.setData(np.repeat(inputs, 2), np.stack([targets, shown], axis=-1).ravel())
        if len(ground.x) == 1:
            edges = np.array([inputs.min(), inputs.max()])
            edges += np.array([-0.1, 0.1]) * (edges[1] - edges[0])
            with np.errstate(all="ignore"):
                line = ground.predict(theta, edges[:, np.newaxis])
            self._ground.setData(edges, np.clip(np.nan_to_num(line, nan=low), -1e12, 1e12))
        else:
            self._places.setData(inputs, shown, brush=QColor(TREKKER_COLOURS[0]), pen=None, size=6)
        left, right = float(inputs.min()), float(inputs.max())
        margin = 0.08 * (right - left)
        self.plot.frame((left - margin, right + margin), (reach[0] - 0.1 * air, reach[1] + 0.1 * air))
        self.caption.setText(self.tr("Typical miss {error}").format(error=number(miss)))

    # Terrain ----------------------------------------------------------------------------------------------------

    def _draw_profile(self, descent: Descent, step: int) -> None:
        theta, cost = descent.trail.theta[step], float(descent.trail.cost[step])
        change = descent.change_at(step)
        if not (np.isfinite(theta).all() and np.isfinite(change).all() and np.isfinite(cost)):
            self.caption.setText(self.tr("The next step is not a finite number any more."))
            return
        share = np.linspace(_BEHIND, _AHEAD, _SAMPLES)
        heights = descent.ground.cost.cost(theta + share[:, np.newaxis] * change)
        landing = float(descent.ground.cost.cost(theta + change))
        with np.errstate(all="ignore"):
            fall = float(descent.trail.gradient[step] @ change)
        if self._blindfolded:
            heights, landing = np.full_like(heights, np.nan), float("nan")
        along, unit = self._axis(descent, step)
        self.plot.name_axis("bottom", along)
        self._draw_curves(share * unit, heights, cost + share * fall, (cost, landing), unit)
        if self._blindfolded:
            self.caption.setText(
                self.tr("Orange: here, and the slope that is believed. The ground ahead is not known.")
            )
            return
        self.caption.setText(
            self.tr("Orange: here, and the slope that is believed. Blue: where the step lands, at {cost}.").format(
                cost=number(landing)
            )
        )

    def _draw_curves(self, x: Array, heights: Array, believed: Array, ends: tuple[float, float], unit: float) -> None:
        """Draw the ground and what is believed of it; ``ends`` are the costs here and where the step lands."""
        near = [each for each in ends if np.isfinite(each)]
        known = heights if np.isfinite(heights).any() else believed
        spread = float(np.nanmax(known) - np.nanmin(known))
        air = max(abs(near[-1] - near[0]), 0.25 * spread if np.isfinite(spread) else 0.0, 1e-300)
        low, high = min(near) - air, max(near) + air
        base = ends[0] if high - low < _NARROW * abs(ends[0]) else 0.0
        self.plot.name_axis("left", self.tr("J − J here") if base else self.tr("cost J"))
        edge = (low - 9 * air, high + 9 * air)
        self._ground.setData(x, np.clip(heights, *edge) - base, connect="finite")
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


def _some(values: Array) -> Array:
    """Return at most about 2,000 of many values, evenly picked."""
    return values[:: max(1, -(-len(values) // _MOST_DOTS))]


def _pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(QColor(colour), width, style)
    pen.setCosmetic(True)
    return pen
