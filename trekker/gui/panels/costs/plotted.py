"""What the cost panel plots: two or three quantities of every walk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from trekker.ground import Ground
from trekker.gui.plots.menu import Block
from trekker.gui.plots.series import Series
from trekker.gui.plots.settings import PlotChoice
from trekker.gui.texts import core_text
from trekker.walk.descent import Descent
from trekker.walk.quantities import Quantity, quantities


@dataclass(frozen=True, eq=False)
class Plotted:
    """The quantities that can be plotted, those that are, and the series of each walk.

    Attributes:
        known: what can be plotted of walks on this ground, by name.
        choice: what is plotted.
        series: what is drawn of each walk.
        seconds: the second quantity of each walk; empty where none is chosen.
    """

    known: Mapping[str, Quantity]
    choice: PlotChoice
    series: tuple[Series, ...]
    seconds: tuple[Series, ...]

    @classmethod
    def of(cls, ground: Ground, descents: Sequence[Descent], wanted: PlotChoice, *, may_know_minima: bool) -> Plotted:
        """Return what is plotted of walks where ``wanted`` is chosen; what is not known there is replaced."""
        told = tuple(each for each in quantities(ground) if may_know_minima or not each.tells_of_minima)
        known, choice = {each.name: each for each in told}, wanted.among(told)
        x, y, second = known[choice.x], known[choice.y], known.get(choice.second)
        series = tuple(Series(each, x, y, choice.smoothing) for each in descents)
        seconds = () if second is None else tuple(Series(each, x, second) for each in descents)
        return cls(known, choice, series, seconds)

    @property
    def x(self) -> Quantity:
        """What runs along the bottom."""
        return self.known[self.choice.x]

    @property
    def y(self) -> Quantity:
        """What runs up on the left."""
        return self.known[self.choice.y]

    @property
    def second(self) -> Quantity | None:
        """What runs up on the right, if anything does."""
        return self.known.get(self.choice.second)

    @property
    def is_phase_plot(self) -> bool:
        """Whether the bottom shows no work done, but something found on the way."""
        return not self.x.is_effort

    @property
    def heading(self) -> str:
        """What it is called."""
        if self.is_phase_plot:
            return QCoreApplication.translate("CostPanel", "Phase plot")
        if (self.choice.y, self.choice.x, self.choice.second) == ("cost", "step", ""):
            return QCoreApplication.translate("CostPanel", "Cost J per step")
        text = ", ".join(core_text(each.label) for each in (self.y, self.second) if each is not None)
        return text[:1].upper() + text[1:]

    def of_walk(self, index: int) -> tuple[Series, ...]:
        """Return the series of one walk: of what runs up on the left, and of what on the right, if anything does."""
        return (self.series[index], *self.seconds[index : index + 1])

    def table(self, walks: Iterable[int], names: Sequence[str]) -> tuple[tuple[str, ...], list[Block]]:
        """Return all rows of what is plotted of some walks, whose trekkers are called so, for the clipboard."""
        chosen = [self.known[name] for name in (self.choice.x, self.choice.y, self.choice.second) if name]
        translate = QCoreApplication.translate
        trekker, step = translate("CostPanel", "trekker"), translate("CostPanel", "step")
        blocks = []
        for index in walks:
            series = self.of_walk(index)
            columns = (series[0].x[:], *(each.y[:] for each in series))
            blocks.append(Block(names[index], (np.arange(len(columns[0]), dtype=np.float64), *columns)))
        return (trekker, step, *(core_text(each.label) for each in chosen)), blocks
