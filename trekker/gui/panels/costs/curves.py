"""The curves of the cost panel, in the colours of those who walked them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from trekker.cost import Array
from trekker.gui.plots.pen import pen, wear
from trekker.gui.plots.plot import Plot
from trekker.gui.plots.second_axis import SecondAxis
from trekker.gui.plots.series import Drawn
from trekker.gui.theme import TREKKER_COLOURS

_OFTEN = 20  # times the whole height of the plot
_FAINT = 80  # of 255: how strongly a curve is drawn that has been smoothed


class Curves:
    """Three curves for each trekker; they are kept and used again, since pyqtgraph leaks those that are taken away.

    Attributes:
        plain: what was recorded.
        smooth: the same smoothed.
        aside: a second quantity, by the axis on the right.
    """

    def __init__(self, plot: Plot, aside: SecondAxis) -> None:
        self._plot, self._aside = plot, aside
        self.plain: list[pg.PlotCurveItem] = []
        self.smooth: list[pg.PlotCurveItem] = []
        self.aside: list[pg.PlotCurveItem] = []

    def show(
        self,
        drawn: Mapping[int, Drawn],
        aside: Mapping[int, Drawn],
        colour_of: Callable[[int], str],
        *,
        smoothed: bool,
    ) -> None:
        """Draw what is to be drawn of each trekker, where it stands on the axes, and nothing of the others."""
        self._have(1 + max(drawn, default=-1))
        for index, curves in enumerate(zip(self.plain, self.smooth, self.aside, strict=True)):
            plain, smooth, second = curves
            left, right = drawn.get(index), aside.get(index)
            _set(plain, left and left.x, left and left.y)
            _set(smooth, left and left.x, left and left.smooth)
            _set(second, right and right.x, right and right.y)
            if left is not None:
                self._dye(index, QColor(colour_of(index)), smoothed=smoothed)

    def shown(self, index: int) -> tuple[Array, Array]:
        """Return the places along x and y, as on the axes, that are drawn of one trekker."""
        x, y = self.plain[index].getData()
        return np.asarray(x), np.asarray(y)

    def _dye(self, index: int, colour: QColor, *, smoothed: bool) -> None:
        """Draw a trekker's curves in its colour; what has been smoothed shows faintly behind."""
        wear(self.smooth[index], _pen(colour, 2.0))
        wear(self.aside[index], _pen(colour, 1.5, Qt.PenStyle.DashLine))
        colour.setAlpha(_FAINT if smoothed else 255)
        wear(self.plain[index], _pen(colour, 1.5 if smoothed else 2.0))

    def _have(self, count: int) -> None:
        while len(self.plain) < count:
            colour = QColor(TREKKER_COLOURS[0])  # until it is drawn for somebody
            for curves, worn, add in (
                (self.plain, _pen(colour, 2.0), self._plot.addItem),
                (self.smooth, _pen(colour, 2.0), self._plot.addItem),
                (self.aside, _pen(colour, 1.5, Qt.PenStyle.DashLine), self._aside.add),
            ):
                curve = pg.PlotCurveItem(pen=worn, antialias=True, skipFiniteCheck=False)
                add(curve)
                curves.append(curve)


def _set(curve: pg.PlotCurveItem, x: Array | None, y: Array | None) -> None:
    if x is None or y is None:
        curve.clear()
    else:
        curve.setData(x, y, connect="finite", antialias=not _is_jagged(y))


def _is_jagged(y: Array) -> bool:
    """Tell whether a curve runs up and down so often that its edges can't be told from a band's.

    Qt draws such a curve, where it is wide and its edges are smoothed, a hundred times as slowly.
    """
    finite = y[np.isfinite(y)]
    span = np.ptp(finite) if finite.size else 0.0
    return bool(span > 0 and np.abs(np.diff(finite)).sum() > _OFTEN * span)


def _pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    made = pen(colour, width, style)
    made.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return made
