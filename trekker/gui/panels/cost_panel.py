"""The cost panel: the cost of every trekker against the work done, live; or any recorded quantity against any other."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from trekker.cost import Array
from trekker.gui.background.throttle import Throttle, Turns
from trekker.gui.held_out import HeldOut
from trekker.gui.icons import wear_icon
from trekker.gui.panels.card import Card
from trekker.gui.panels.costs.axes import LowestSeen, Scales, floor_of, name_axes, scales_of
from trekker.gui.panels.costs.curves import Curves
from trekker.gui.panels.costs.plotted import Plotted
from trekker.gui.panels.costs.reading import Picture, Reader
from trekker.gui.panels.held_out_curve import HeldOutCurve
from trekker.gui.panels.live_text import LiveText
from trekker.gui.party import colour_of, names_of
from trekker.gui.picker import Picker
from trekker.gui.plots.menu import Block
from trekker.gui.plots.plot import Plot
from trekker.gui.plots.scale import LOWEST_POWER, span
from trekker.gui.plots.second_axis import SecondAxis
from trekker.gui.plots.series import Drawn
from trekker.gui.plots.settings import PlotChoice, PlotSettings
from trekker.gui.readout import Readout
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.theme import Theme
from trekker.walk.verdict import Reason

_PHASE_PLOT = PlotChoice(y="slope", x="cost")
_FLOWN = (Reason.DIVERGED, Reason.LEFT_THE_MAP)
_FEWEST_STEPS = 10.0
_AIR = 0.03  # of the width: a dot at the edge is whole


class CostPanel(Card):
    """Draws a curve for each trekker, with a dot where the cursor stands, and reads out what is pointed at.

    Attributes:
        choice_changed: something else is plotted, or on other axes.
        plotted: what is plotted; None before there is a ground.
    """

    choice_changed = Signal()

    def __init__(
        self,
        session: Session,
        sight: Sight,
        redraw_ms: int = 100,
        turns: Turns | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._session, self._sight = session, sight
        self._wanted, self._choice_before = PlotChoice(), _PHASE_PLOT
        self.plotted: Plotted | None = None
        self._scales, self._lowest = Scales(), LowestSeen()
        self._make_head()
        self._make_plot()
        self._throttle = Throttle(redraw_ms, self._redraw, self, turns)
        self.scale.currentIndexChanged.connect(self._afresh)
        session.restarted.connect(self._begin)
        session.ground_changed.connect(self._begin)
        session.party_changed.connect(self._follow_party)
        session.moved.connect(self._throttle.request)
        self.held_out.changed.connect(self._throttle.request)
        sight.changed.connect(self._begin)

    @property
    def logarithmic(self) -> bool:
        """Whether the axes of what spans decades are logarithmic."""
        return self.scale.currentIndex() == 0

    @property
    def choice(self) -> PlotChoice:
        """What is plotted."""
        return PlotChoice() if self.plotted is None else self.plotted.choice

    @property
    def is_phase_plot(self) -> bool:
        """Whether the bottom shows no work done, but something found on the way."""
        return self.plotted is not None and self.plotted.is_phase_plot

    def toggle_scale(self) -> None:
        """Change between logarithmic and linear axes."""
        self.scale.setCurrentIndex(1 - self.scale.currentIndex())

    def choose(self, choice: PlotChoice) -> None:
        """Plot something else; what this ground does not know falls back to cost and steps."""
        self._wanted = choice
        if self.plotted is not None and choice.among(tuple(self.plotted.known.values())) != self.choice:
            self._begin()

    def toggle_phase_plot(self) -> None:
        """Change between the cost against the work done and the slope against the cost; or back to one's own choice."""
        before, self._choice_before = self._choice_before, self.choice
        known = {} if self.plotted is None else self.plotted.known
        is_phase = before.x in known and not known[before.x].is_effort
        self.choose(before if is_phase != self.is_phase_plot else PlotChoice() if self.is_phase_plot else _PHASE_PLOT)

    def open_settings(self) -> None:
        """Let a person choose what is plotted."""
        if self._session.ready and self.plotted is not None:
            self._settings.offer(tuple(self.plotted.known.values()), self.choice)
            self._settings.open_below(self.tool)

    def shown(self, trekker: int) -> tuple[Array, Array]:
        """Return the steps and heights that are drawn for one trekker, as on the axes."""
        return self.curves.shown(trekker)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.plot.dress(theme, self.font())
        self.reader.dress(theme)
        self.tool.setIconSize(QSize(1, 1) * self.fontMetrics().ascent())
        self._throttle.request()

    # Composing --------------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.title = LiveText()
        self.title.setProperty("role", "heading")
        self.title.setText(self.tr("Cost J per step"))
        self.scale = Picker()
        self.scale.addItems([self.tr("log"), self.tr("linear")])
        self.scale.setAccessibleName(self.tr("Scale of the cost axis"))
        self.scale.setToolTip(self.tr("Logarithmic shows how fast the cost shrinks, linear shows how much."))
        self.tool = QToolButton()
        self.tool.setObjectName("small")
        wear_icon(self.tool, "tune-variant")
        self.tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tool.setAccessibleName(self.tr("What is plotted"))
        self.tool.setToolTip(self.tr("Choose what is plotted, against what, and how much it is smoothed."))
        self.tool.setText("⋯")
        self.tool.clicked.connect(self.open_settings)
        self._settings = PlotSettings(self)
        self._settings.chosen.connect(self.choose)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.scale)
        self.head.addWidget(self.tool)
        self.body.addLayout(self.head)

    def _make_plot(self) -> None:
        self.plot = Plot(self.tr("Cost at every step"))
        self.plot.table = self._table
        self.plot.name_axis("bottom", self.tr("step"))
        self.second = SecondAxis(self.plot)
        for side in ("bottom", "left", "right"):
            self.plot.getAxis(side).floor = LOWEST_POWER
        self.curves = Curves(self.plot, self.second)
        self.readout = Readout()
        self.readout.setAccessibleName(self.tr("Values in the plot"))
        self.reader = Reader(self._session, self.plot, self.readout)
        self.held_out = HeldOut(self._session, self)
        self._held_out_curve = HeldOutCurve(self._session, self.held_out, self.plot)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.readout)
        self.body.addWidget(self._held_out_curve.text)
        self.plot.hovered.connect(self.reader.point_at)
        self.plot.reframed.connect(lambda: self._throttle.request())

    # Drawing ----------------------------------------------------------------------------------------------------

    def _follow_party(self) -> None:
        """Draw who is there now."""
        drawn = () if self.plotted is None else tuple(each.descent for each in self.plotted.series)
        if drawn != self._session.descents:
            self._begin()
        self._throttle.request()

    def _begin(self) -> None:
        """Start with the trails, the quantities and the ground that there are now."""
        ground = self._session.ground
        if ground is None:
            return
        self.plotted = Plotted.of(
            ground, self._session.descents, self._wanted, may_know_minima=self._sight.knows_the_ground
        )
        self.readout.make_room(len(self.plotted.series))
        self._afresh()

    def _afresh(self) -> None:
        if self.plotted is None:
            return
        self._rescale(self.plotted, self._scales_for(self.plotted))
        self.title.setText(self.plotted.heading)
        self._redraw()
        self.choice_changed.emit()

    def _scales_for(self, plotted: Plotted) -> Scales:
        knows, ground = self._sight.knows_the_ground, self._session.ground
        return scales_of(
            plotted,
            logarithmic=self.logarithmic,
            floor=floor_of(ground) if knows and ground is not None else None,
            lowest_seen=self._lowest.of(self._session.descents),
        )

    def _rescale(self, plotted: Plotted, scales: Scales) -> None:
        """Take other scales, and frame everything anew on them."""
        self._scales = scales
        self.plot.frame_afresh()
        self.second.frame_afresh()
        if self._session.ground is not None:
            wants = self.logarithmic
            name_axes(self.plot, self.second, plotted, scales, self._session.ground, wants_logarithm=wants)

    def _redraw(self) -> None:
        plotted = self.plotted
        if plotted is None:
            return
        scales = self._scales_for(plotted)
        if scales != self._scales:  # somebody found a cost that the axis can't show
            self._rescale(plotted, scales)
        low, high = self._part_looked_at()
        visible = [index for index in range(len(plotted.series)) if index not in self._session.hidden]
        drawn = {index: scales.placed(plotted.series[index].drawn(low, high)) for index in visible}
        aside = {}
        if plotted.seconds:
            aside = {index: scales.placed_aside(plotted.seconds[index].drawn(low, high)) for index in visible}
        self.curves.show(drawn, aside, self._colour, smoothed=bool(plotted.choice.smoothing))
        self._frame(plotted, drawn, aside)
        self.reader.show(Picture(plotted, scales, drawn))

    def _frame(self, plotted: Plotted, drawn: dict[int, Drawn], aside: dict[int, Drawn]) -> None:
        across = span([each.x for each in drawn.values()])
        framed = [drawn[index].y for index in self._framed(list(drawn))]
        upwards = span([*framed, self._draw_held_out(plotted, drawn)])
        if across is not None and upwards is not None:
            if not plotted.is_phase_plot:
                across = (0.0, max(_FEWEST_STEPS, across[1]) if plotted.choice.x == "step" else across[1])
            air = _AIR * (across[1] - across[0])
            across = (across[0] - air if plotted.is_phase_plot else across[0], across[1] + air)
            self.plot.frame(across, upwards, growing=not plotted.is_phase_plot)
        on_the_right = span([aside[index].y for index in self._framed(list(aside))])
        if on_the_right is not None:
            self.second.frame(*on_the_right)

    def _framed(self, shown: list[int]) -> list[int]:
        """Return who of those shown is seen to the end: who flew off leaves the plot where others are to be seen."""
        verdicts = {index: self._session.descents[index].verdict for index in shown}
        return [each for each, verdict in verdicts.items() if verdict is None or verdict.reason not in _FLOWN] or shown

    def _draw_held_out(self, plotted: Plotted, drawn: dict[int, Drawn]) -> Array:
        """Draw the cost on the rows held out, where the cost is what is plotted; return the heights drawn."""
        selected = self._session.selected
        is_told = self._sight.knows_the_ground and plotted.choice.y == "cost" and not plotted.is_phase_plot
        if not is_told or selected not in drawn:
            self._held_out_curve.clear()
            return np.empty(0)
        series, scales = plotted.series[selected], self._scales
        return self._held_out_curve.draw(series, scales.x, scales.y, self._colour(selected))

    def _colour(self, index: int) -> str:
        return colour_of(self._session.scenario.trekkers[index])

    def _part_looked_at(self) -> tuple[float, float]:
        if not self.plot.is_framed_by_hand or self.is_phase_plot:
            return -np.inf, np.inf
        (left, right), _ = self.plot.getViewBox().viewRange()
        return float(left), float(right)

    def _table(self) -> tuple[tuple[str, ...], list[Block]]:
        """Return all rows of what is plotted, for the clipboard."""
        if self.plotted is None:
            return (), []
        visible = [index for index in range(len(self.plotted.series)) if index not in self._session.hidden]
        return self.plotted.table(visible, names_of(self._session.scenario.trekkers))
