"""The axes of the cost panel: what is logarithmic, from where on, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QCoreApplication

from trekker.ground import Ground
from trekker.gui.panels.costs.plotted import Plotted
from trekker.gui.plots.plot import Plot
from trekker.gui.plots.scale import PlotScale
from trekker.gui.plots.second_axis import SecondAxis
from trekker.gui.plots.series import Drawn
from trekker.gui.texts import core_text
from trekker.walk.descent import Descent
from trekker.walk.quantities import Quantity

_LINEAR = PlotScale()
_NONE_SEEN = 1.0


@dataclass(frozen=True)
class Scales:
    """How the three axes show values: below, on the left and on the right."""

    x: PlotScale = _LINEAR
    y: PlotScale = _LINEAR
    second: PlotScale = _LINEAR

    def placed(self, drawn: Drawn) -> Drawn:
        """Return where the points of a curve stand that goes by the left axis."""
        return self._placed(drawn, self.y)

    def placed_aside(self, drawn: Drawn) -> Drawn:
        """Return where the points of a curve stand that goes by the right axis."""
        return self._placed(drawn, self.second)

    def _placed(self, drawn: Drawn, scale: PlotScale) -> Drawn:
        smooth = None if drawn.smooth is None else scale.place(drawn.smooth)
        return drawn._replace(x=self.x.place(drawn.x), y=scale.place(drawn.y), smooth=smooth)


class LowestSeen:
    """Knows the lowest cost that some walks have found; only steps added since the last call cost time."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Descent, tuple[int, float]] = WeakKeyDictionary()

    def of(self, descents: Iterable[Descent]) -> float:
        """Return the lowest cost that anybody has found: all that may be known of how low the ground goes."""
        return min(map(self._of, descents), default=_NONE_SEEN)

    def _of(self, descent: Descent) -> float:
        rows, lowest = self._known.get(descent, (0, np.inf))
        lowest = float(np.nanmin(descent.trail.cost[rows:], initial=lowest))
        self._known[descent] = len(descent.trail), lowest
        return lowest


def scales_of(plotted: Plotted, *, logarithmic: bool, floor: float | None, lowest_seen: float) -> Scales:
    """Return the scales that suit what is plotted.

    A logarithmic axis can't show costs of 0 or less, so that of the cost starts lower: at the ``floor``. Where that
    may not be known (None), it is linear once such a cost was seen.

    Args:
        plotted: what is plotted.
        logarithmic: whether a person wants logarithmic axes.
        floor: the lowest cost that is known of the ground, or 0.
        lowest_seen: the lowest cost that anybody has found.
    """

    def scale_of(quantity: Quantity | None) -> PlotScale:
        if quantity is None or not (logarithmic and quantity.spans_decades):
            return _LINEAR
        if quantity.name != "cost":
            return PlotScale(logarithmic=True)
        return PlotScale(logarithmic=lowest_seen > 0) if floor is None else PlotScale(True, min(floor, 0.0))

    along = logarithmic and plotted.x.spans_decades and plotted.is_phase_plot
    return Scales(PlotScale(logarithmic=along), scale_of(plotted.y), scale_of(plotted.second))


def floor_of(ground: Ground) -> float:
    """Return the lowest cost that is known of a ground; 0 where none is."""
    return min((minimum.cost for minimum in ground.minima), default=0.0)


def name_axes(plot: Plot, aside: SecondAxis, plotted: Plotted, scales: Scales, ground: Ground) -> None:
    """Name the axes of a plot, and say which of them are logarithmic."""
    plot.getAxis("bottom").setLogMode(scales.x.logarithmic)
    plot.getAxis("left").setLogMode(scales.y.logarithmic)
    plot.name_axis("bottom", core_text(plotted.x.label))
    plot.name_axis("left", _name_of(plotted.y, scales.y, ground))
    name = "" if plotted.second is None else _name_of(plotted.second, scales.second, ground)
    aside.show(name, logarithmic=scales.second.logarithmic)


def _name_of(quantity: Quantity, scale: PlotScale, ground: Ground) -> str:
    translate = QCoreApplication.translate
    if quantity.name != "cost":
        return core_text(quantity.label)
    if scale.base:
        return translate("CostPanel", "J − lowest J")
    if ground.unit:
        return translate("CostPanel", "height ({unit})").format(unit=ground.unit)
    return translate("CostPanel", "cost J")
