"""The layers panel: how steep the cost is in each layer of a network, and how many of its units are asleep.

Where gradients vanish the curve falls by powers of ten towards the first layer; where weights are too large, it lies
high in all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.gui.background.jobs import Jobs
from trekker.gui.background.throttle import Throttle, Turns
from trekker.gui.panels.card import Card
from trekker.gui.panels.live_text import LiveText
from trekker.gui.party import colour_of
from trekker.gui.plots.pen import dot, pen
from trekker.gui.plots.plot import Plot
from trekker.gui.session import Session
from trekker.gui.theme import Theme
from trekker.learning.network import NEARLY_ALL, Network
from trekker.messages import number, percent

_SHOWN = 8  # shares of sleepers that there is room for


class Look(NamedTuple):
    """One look at a network: the gradient's length in each layer, and the share of each activation's units asleep."""

    norms: dict[str, float]
    asleep: list[float]


class LayersPanel(Card):
    """Draws the length of the gradient layer by layer, first to last, where the looked-at trekker stands."""

    def __init__(
        self, session: Session, redraw_ms: int = 100, turns: Turns | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Gradient by layer"), parent)
        self._session = session
        self._jobs = Jobs(self, session.workbench)
        self._asked_again = False
        self.look: Look | None = None
        self.plot = Plot(self.tr("Length of the gradient in each layer"))
        self.plot.name_axis("bottom", self.tr("layer, first to last"))
        self.plot.name_axis("left", self.tr("length of ∇J"))
        self.plot.getAxis("left").setLogMode(True)
        self.ratio, self.sleepers = LiveText(2), LiveText(2, muted=True)
        self.ratio.setAccessibleName(self.tr("First layer against last"))
        self.sleepers.setAccessibleName(self.tr("Units asleep"))
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.ratio)
        self.body.addWidget(self.sleepers)
        self._curve, self._at_start = pg.PlotCurveItem(antialias=True), pg.PlotCurveItem(antialias=True)
        self._dots = pg.ScatterPlotItem(pxMode=True)
        for item in (self._at_start, self._curve, self._dots):
            self.plot.addItem(item)
        self._throttle = Throttle(redraw_ms, self._redraw, self, turns)
        session.ground_changed.connect(self._afresh)
        session.restarted.connect(self._afresh)
        session.party_changed.connect(self._throttle.request)
        session.moved.connect(self._throttle.request)

    @property
    def network(self) -> Network | None:
        """The network that is walked on, if it is one."""
        ground = self._session.ground
        return ground.cost if ground is not None and isinstance(ground.cost, Network) else None

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.plot.dress(theme, self.font())
        self._dots.setSize(dot(9))
        self._throttle.request()

    def close_jobs(self) -> None:
        """Give up what is under way, and wait until it is gone."""
        self._jobs.wait()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at once when people look here."""
        super().showEvent(event)
        self._redraw()

    def _afresh(self) -> None:
        self._jobs.cancel()
        self.look = None
        self.plot.frame_afresh()
        for item in (self._at_start, self._curve, self._dots):
            item.clear()
        self.ratio.setText("")
        self.sleepers.setText("")
        self._redraw()

    def _redraw(self) -> None:
        """Look at the place under the cursor, off the GUI thread; while one look lasts, only the next is kept."""
        network = self.network
        if network is None or not self._session.ready or not self.isVisible():
            return
        if self._jobs.busy:
            self._asked_again = True
            return
        self._asked_again = False
        trail, step = self._session.descent.trail, self._session.step
        theta = trail.theta[step].copy()
        known = self._session.descent.gradient_at(step) if step == trail.steps else None
        self._jobs.start(_looking(network, theta, known), self._show, lambda _: None)

    def _show(self, look: Look) -> None:
        self.look = look
        self._draw(look)
        if self._asked_again:
            self._throttle.request()

    def _draw(self, look: Look) -> None:
        norms, start = np.array(list(look.norms.values())), self._norms_at_the_start
        layers = np.arange(1.0, len(norms) + 1)
        heights, before = _powers(norms), _powers(start)
        colour = colour_of(self._session.trekker)
        self._at_start.setData(
            layers[: len(before)], before, connect="finite", pen=pen(colour, 2.0, Qt.PenStyle.DashLine)
        )
        self._curve.setData(layers, heights, connect="finite", pen=pen(colour, 2.0))
        seen = np.isfinite(heights)
        self._dots.setData(layers[seen], heights[seen], brush=colour, pen=None)
        all_seen = np.concatenate((heights[seen], before[np.isfinite(before)]))
        if len(all_seen):
            low, high = float(all_seen.min()), float(all_seen.max())
            middle = (low + high) / 2
            self.plot.frame((0.5, len(norms) + 0.5), (min(low, middle - 1), max(high, middle + 1)))
        told = (self._compared(norms), self._left_out(norms), self._compared_at_the_start(start))
        self.ratio.setText("; ".join(filter(None, told)))
        self.sleepers.setText(self._asleep(look.asleep))

    @property
    def _norms_at_the_start(self) -> Array:
        """The same lengths where the looked-at trekker started; none while it stands there."""
        session, network = self._session, self.network
        if network is None or not session.step:
            return np.empty(0)
        return np.array(list(network.gradient_norms(session.descent.first.gradient).values()))

    def _compared_at_the_start(self, norms: Array) -> str:
        """Say what the dashed line is, as slopes are flat in all layers once the cost is."""
        if not norms.any():
            return ""
        first, last = float(norms[0]), float(norms[-1])
        if not _is_comparable(norms):
            return self.tr("at the start (dashed) the first layer was at {first}, the last at {last}").format(
                first=number(first, 2), last=number(last, 2)
            )
        told = (
            self.tr("at the start (dashed) the first layer was {times} times flatter than the last")
            if first < last
            else self.tr("at the start (dashed) the first layer was {times} times steeper than the last")
        )
        return told.format(times=number(max(first / last, last / first), 2))

    def _compared(self, norms: Array) -> str:
        if not np.isfinite(norms).all():
            return self.tr("The gradient is no finite number any more: it has exploded")
        if not _is_comparable(norms):
            return self.tr("First layer {first}, last {last}").format(
                first=number(float(norms[0]), 2), last=number(float(norms[-1]), 2)
            )
        first, last = float(norms[0]), float(norms[-1])
        if first < last:
            return self.tr("First layer {first}: {times} times flatter than the last").format(
                first=number(first, 2), times=number(last / first, 2)
            )
        return self.tr("First layer {first}: {times} times steeper than the last").format(
            first=number(first, 2), times=number(first / last, 2)
        )

    def _left_out(self, norms: Array) -> str:
        """Say where the curve has holes: a logarithmic axis has no place for 0."""
        count = int(np.sum(norms == 0.0))
        if not count:
            return ""
        return self.tr("0, and so not drawn, in {count} of {layers} layers").format(count=count, layers=len(norms))

    def _asleep(self, shares: list[float]) -> str:
        if not shares:
            return ""
        if not np.isfinite(shares).all():
            return self.tr("Which units are asleep can't be told: what they take in is no finite number any more.")
        if len(shares) > _SHOWN:
            told = self.tr(
                "Units asleep: {least} to {most}, by layer (dead or saturated on at least {rows} of the rows)"
            )
            return told.format(least=percent(min(shares)), most=percent(max(shares)), rows=percent(NEARLY_ALL))
        told = self.tr("Units asleep, by layer: {shares} (dead or saturated on at least {rows} of the rows)")
        return told.format(shares=" · ".join(percent(share) for share in shares), rows=percent(NEARLY_ALL))


def _is_comparable(norms: Array) -> bool:
    """Whether it can be said how many times flatter the first layer is than the last."""
    return len(norms) > 1 and bool(np.isfinite(norms).all() and norms[0] and norms[-1])


def _powers(norms: Array) -> Array:
    """Return the lengths as powers of ten; NaN where they have none."""
    with np.errstate(all="ignore"):
        return np.log10(np.where(np.isfinite(norms) & (norms > 0.0), norms, np.nan))


def _looking(network: Network, theta: Array, known: Array | None) -> Callable[[Callable[[float], None]], Look]:
    def look(progress: Callable[[float], None]) -> Look:
        gradient = network.gradient(theta) if known is None else known
        progress(0.7)
        return Look(network.gradient_norms(gradient), network.asleep(theta))

    return look
