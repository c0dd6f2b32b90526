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
_ROUNDING = 1e-6  # of the lowest cost, or of 1: so far below it is no lower place, but the last digits


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

    A logarithmic axis can't show costs of 0 or less, so that of the cost starts lower: at the ``floor``. Once a cost
    was seen that is lower still, or where the floor may not be known (None) one of 0 or less, the axis is linear.

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
        base = 0.0 if floor is None else min(floor, 0.0)
        lowest_shown = 0.0 if floor is None else base - _ROUNDING * max(1.0, abs(base))
        return PlotScale(True, base) if lowest_seen > lowest_shown else _LINEAR

    along = scale_of(plotted.x) if plotted.is_phase_plot else _LINEAR
    return Scales(along, scale_of(plotted.y), scale_of(plotted.second))


def floor_of(ground: Ground) -> float:
    """Return the lowest cost that is known of a ground; 0 where none is."""
    return min((minimum.cost for minimum in ground.minima), default=0.0)


def name_axes(
    plot: Plot, aside: SecondAxis, plotted: Plotted, scales: Scales, ground: Ground, *, wants_logarithm: bool
) -> None:
    """Name the axes of a plot, and say which of them are logarithmic; and where one is not that should be, why."""

    def name_of(quantity: Quantity, scale: PlotScale) -> str:
        name = _name_of(quantity, scale, ground)
        if not wants_logarithm or scale.logarithmic or quantity.name != "cost":
            return name
        return QCoreApplication.translate("CostPanel", "{name}, linear: too low for log").format(name=name)

    plot.getAxis("bottom").setLogMode(scales.x.logarithmic)
    plot.getAxis("left").setLogMode(scales.y.logarithmic)
    plot.name_axis("bottom", name_of(plotted.x, scales.x))
    plot.name_axis("left", name_of(plotted.y, scales.y))
    name = "" if plotted.second is None else name_of(plotted.second, scales.second)
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
