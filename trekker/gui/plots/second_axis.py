"""A second scale on the right of a plot, for curves that share only what runs along the bottom."""

from __future__ import annotations

import pyqtgraph as pg

from trekker.gui.plots.plot import Plot, fits

_AIR = 0.06


class SecondAxis:
    """The right-hand axis of a plot, and the curves that go by it."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._framed: tuple[float, float] | None = None
        self._box = pg.ViewBox(enableMenu=False)
        self._box.setZValue(-10)  # the pointer belongs to the plot's own box
        plot.scene().addItem(self._box)
        plot.getAxis("right").linkToView(self._box)
        self._box.setXLink(plot.getViewBox())
        plot.getViewBox().sigResized.connect(self._cover_the_plot)
        self._cover_the_plot()

    def add(self, item: pg.PlotCurveItem) -> None:
        """Draw a curve by this axis."""
        self._box.addItem(item)

    def show(self, name: str, *, logarithmic: bool) -> None:
        """Show the axis under a name; under none, hide it."""
        self._plot.showAxis("right", bool(name))
        if name:
            self._plot.name_axis("right", name)
            self._plot.getAxis("right").setLogMode(logarithmic)

    def frame(self, low: float, high: float) -> None:
        """Show at least this range; change only where it does not fit well any more."""
        if not high > low:
            low, high = low - (0.5 * abs(low) or 0.5), high + (0.5 * abs(high) or 0.5)
        if self._framed is None or not fits((0, 1, low, high), (0, 1, *self._framed)):
            air = _AIR * (high - low)
            self._framed = (low - air, high + air)
            self._box.setYRange(*self._framed, padding=0)

    def frame_afresh(self) -> None:
        """Forget the frame."""
        self._framed = None

    def _cover_the_plot(self) -> None:
        self._box.setGeometry(self._plot.getViewBox().sceneBoundingRect())
        self._box.linkedViewChanged(self._plot.getViewBox(), self._box.XAxis)
