"""The cost panel: the cost of every trekker against the work done, live; or any recorded quantity against any other."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QComboBox, QToolButton, QWidget

from trekker.cost import Array
from trekker.gui.background.throttle import Throttle, Turns
from trekker.gui.held_out import HeldOut
from trekker.gui.icons import wear_icon
from trekker.gui.panels.card import Card
from trekker.gui.panels.held_out_curve import HeldOutCurve
from trekker.gui.panels.live_text import LiveText
from trekker.gui.party import colour_of, names_of
from trekker.gui.plots.menu import Block
from trekker.gui.plots.plot import Plot
from trekker.gui.plots.scale import LOWEST_POWER, PlotScale, span
from trekker.gui.plots.second_axis import SecondAxis
from trekker.gui.plots.series import Drawn, Series
from trekker.gui.plots.settings import PlotChoice, PlotSettings
from trekker.gui.readout import Reading, Readout
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.texts import core_text
from trekker.gui.theme import LIGHT, TREKKER_COLOURS, Theme
from trekker.messages import number
from trekker.walk.quantities import Quantity, quantities
from trekker.walk.race import Race

_OFTEN = 20  # times the whole height of the plot
_PHASE_PLOT = PlotChoice(y="slope", x="cost")
_FAINT = 80  # of 255: how strongly a curve is drawn that has been smoothed
_MS = 1000  # in a second
_FEWEST_STEPS = 10.0
_AIR = 0.03  # of the width: a dot at the edge is whole


class CostPanel(Card):
    """Draws a curve for each trekker, with a dot where the cursor stands, and reads out what is pointed at.

    Attributes:
        choice_changed: something else is plotted, or on other axes.
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
        self._choice = self._wanted = PlotChoice()
        self._choice_before = _PHASE_PLOT
        self._known: dict[str, Quantity] = {}
        self._series: list[Series] = []
        self._seconds: list[Series] = []
        self._drawn: dict[int, Drawn] = {}
        self._pointed: QPointF | None = None
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
        return self._choice

    @property
    def is_phase_plot(self) -> bool:
        """Whether the bottom shows no work done, but something found on the way."""
        return bool(self._known) and not self._x.is_effort

    def toggle_scale(self) -> None:
        """Change between logarithmic and linear axes."""
        self.scale.setCurrentIndex(1 - self.scale.currentIndex())

    def choose(self, choice: PlotChoice) -> None:
        """Plot something else; what this ground does not know falls back to cost and steps."""
        self._wanted = choice
        if choice.among(tuple(self._known.values())) != self._choice:
            self._begin()

    def toggle_phase_plot(self) -> None:
        """Change between the cost against the work done and the slope against the cost; or back to one's own choice."""
        before, self._choice_before = self._choice_before, self._choice
        is_phase = before.x in self._known and not self._known[before.x].is_effort
        self.choose(before if is_phase != self.is_phase_plot else PlotChoice() if self.is_phase_plot else _PHASE_PLOT)

    def open_settings(self) -> None:
        """Let a person choose what is plotted."""
        if self._session.ready:
            self._settings.offer(tuple(self._known.values()), self._choice)
            self._settings.open_below(self.tool)

    def shown(self, trekker: int) -> tuple[Array, Array]:
        """Return the steps and heights that are drawn for one trekker, as on the axes."""
        x, y = self._curves[trekker].getData()
        return np.asarray(x), np.asarray(y)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.plot.dress(theme, self.font())
        self._crosshair.setPen(QPen(QColor(theme.muted), 0))
        self.tool.setIconSize(QSize(1, 1) * self.fontMetrics().ascent())

    # Composing --------------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.title = LiveText()
        self.title.setProperty("role", "heading")
        self.title.setText(self.tr("Cost J per step"))
        self.scale = QComboBox()
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
        self._theme = LIGHT
        self._curves: list[pg.PlotCurveItem] = []
        self._smooth_curves: list[pg.PlotCurveItem] = []
        self._second_curves: list[pg.PlotCurveItem] = []
        self.plot = Plot(self.tr("Cost at every step"))
        self.plot.table = self._table
        self.plot.name_axis("bottom", self.tr("step"))
        self.second = SecondAxis(self.plot)
        for side in ("bottom", "left", "right"):
            self.plot.getAxis(side).floor = LOWEST_POWER
        self._here = pg.ScatterPlotItem(size=9, pxMode=True)
        self._rings = pg.ScatterPlotItem(size=11, pxMode=True, brush=None)
        self._crosshair = pg.InfiniteLine(angle=90)
        for item in (self._crosshair, self._here, self._rings):
            self.plot.addItem(item, ignoreBounds=True)
        self._crosshair.hide()
        self.readout = Readout()
        self.readout.setAccessibleName(self.tr("Values in the plot"))
        self.held_out = HeldOut(self._session, self)
        self._held_out_curve = HeldOutCurve(self._session, self.held_out, self.plot)
        self.body.addWidget(self.plot, 1)
        self.body.addWidget(self.readout)
        self.body.addWidget(self._held_out_curve.text)
        self.plot.hovered.connect(self._point_at)
        self.held_out.changed.connect(lambda: self._throttle.request())
        self.plot.reframed.connect(lambda: self._throttle.request())

    # Drawing ----------------------------------------------------------------------------------------------------

    @property
    def _x(self) -> Quantity:
        return self._known[self._choice.x]

    @property
    def _y(self) -> Quantity:
        return self._known[self._choice.y]

    def _follow_party(self) -> None:
        """Draw who is there now."""
        if tuple(each.descent for each in self._series) != self._session.descents:
            self._begin()
        self._throttle.request()

    def _begin(self) -> None:
        """Start with the trails, the quantities and the ground that there are now."""
        ground = self._session.ground
        if ground is None:
            return
        told = quantities(ground)
        if not self._sight.knows_the_ground:
            told = tuple(each for each in told if not each.tells_of_minima)
        self._known = {each.name: each for each in told}
        self._choice = choice = self._wanted.among(told)
        descents = self._session.descents
        self._series = [Series(each, self._x, self._y, choice.smoothing) for each in descents]
        self.readout.make_room(len(descents))
        second = self._known.get(choice.second)
        self._seconds = [Series(each, self._x, second) for each in descents] if second is not None else []
        self._afresh()

    def _afresh(self) -> None:
        if not self._known:
            return
        self.plot.frame_afresh()
        self.second.frame_afresh()
        self._scale_axes()
        self._redraw()
        self.choice_changed.emit()

    def _scale_axes(self) -> None:
        """Name the axes, and say which of them are logarithmic."""
        second = self._known.get(self._choice.second)
        self._x_scale = PlotScale(logarithmic=self.logarithmic and self._x.spans_decades and self.is_phase_plot)
        self._y_scale = self._scale_of(self._y)
        self._second_scale = self._scale_of(second) if second is not None else PlotScale()
        self.plot.getAxis("bottom").setLogMode(self._x_scale.logarithmic)
        self.plot.getAxis("left").setLogMode(self._y_scale.logarithmic)
        self.plot.name_axis("bottom", core_text(self._x.label))
        self.plot.name_axis("left", self._name_of(self._y, self._y_scale))
        name = self._name_of(second, self._second_scale) if second is not None else ""
        self.second.show(name, logarithmic=self._second_scale.logarithmic)
        self.title.setText(self._heading())

    def _heading(self) -> str:
        if self.is_phase_plot:
            return self.tr("Phase plot")
        if (self._choice.y, self._choice.x, self._choice.second) == ("cost", "step", ""):
            return self.tr("Cost J per step")
        second = self._known.get(self._choice.second)
        names = [core_text(each.label) for each in (self._y, second) if each is not None]
        text = ", ".join(names)
        return text[:1].upper() + text[1:]

    def _redraw(self) -> None:
        if not self._known:
            return
        self._have_curves(len(self._series))
        low, high = self._part_looked_at()
        self._drawn = {}
        for index, series in enumerate(self._series):
            if index not in self._session.hidden:
                self._drawn[index] = self._on_the_axes(series.drawn(low, high), self._y_scale)
        seconds = {
            index: self._on_the_axes(self._seconds[index].drawn(low, high), self._second_scale)
            for index in self._drawn
            if self._seconds
        }
        self._show_curves(seconds)
        self._frame(seconds)
        self._show_cursor()
        self._show_readout()

    def _on_the_axes(self, drawn: Drawn, scale: PlotScale) -> Drawn:
        smooth = None if drawn.smooth is None else scale.place(drawn.smooth)
        return drawn._replace(x=self._x_scale.place(drawn.x), y=scale.place(drawn.y), smooth=smooth)

    def _show_curves(self, seconds: dict[int, Drawn]) -> None:
        for index, curves in enumerate(zip(self._curves, self._smooth_curves, self._second_curves, strict=True)):
            curve, smooth_curve, second_curve = curves
            drawn, second = self._drawn.get(index), seconds.get(index)
            _set(curve, drawn and drawn.x, drawn and drawn.y)
            _set(smooth_curve, drawn and drawn.x, drawn and drawn.smooth)
            _set(second_curve, second and second.x, second and second.y)
            if drawn is not None:
                self._dye(index)

    def _dye(self, index: int) -> None:
        """Draw a trekker's curves in its colour; what has been smoothed shows faintly behind."""
        colour = QColor(self._colour(index))
        self._smooth_curves[index].setPen(_pen(colour, 2.0))
        self._second_curves[index].setPen(_pen(colour, 1.5, Qt.PenStyle.DashLine))
        colour.setAlpha(_FAINT if self._choice.smoothing else 255)
        self._curves[index].setPen(_pen(colour, 1.5 if self._choice.smoothing else 2.0))

    def _frame(self, seconds: dict[int, Drawn]) -> None:
        across = span([each.x for each in self._drawn.values()])
        upwards = span([*(each.y for each in self._drawn.values()), self._draw_held_out()])
        if across is not None and upwards is not None:
            if not self.is_phase_plot:
                across = (0.0, max(_FEWEST_STEPS, across[1]) if self._choice.x == "step" else across[1])
            air = _AIR * (across[1] - across[0])
            across = (across[0] - air if self.is_phase_plot else across[0], across[1] + air)
            self.plot.frame(across, upwards, growing=not self.is_phase_plot)
        aside = span([each.y for each in seconds.values()])
        if aside is not None:
            self.second.frame(*aside)

    def _draw_held_out(self) -> Array:
        """Draw the cost on the rows held out, where the cost is what is plotted; return the heights drawn."""
        selected = self._session.selected
        if (
            not self._sight.knows_the_ground
            or self._choice.y != "cost"
            or self.is_phase_plot
            or selected not in self._drawn
        ):
            self._held_out_curve.clear()
            return np.empty(0)
        colour = self._colour(selected)
        return self._held_out_curve.draw(self._series[selected], self._x_scale, self._y_scale, colour)

    def _colour(self, index: int) -> str:
        return colour_of(self._session.scenario.trekkers[index])

    def _show_cursor(self) -> None:
        self._here.setData(self._spots(self._rows_at_the_cursor()))

    def _rows_at_the_cursor(self) -> dict[int, int]:
        """Return the row of each trekker who is drawn at which it stands when the race's clock is at the cursor."""
        return {index: min(self._session.step_of(index), len(self._series[index].y) - 1) for index in self._drawn}

    def _spots(self, rows: dict[int, int]) -> list[dict[str, object]]:
        """Return the dots at some rows, by trekker."""
        spots: list[dict[str, object]] = []
        for index, row in rows.items():
            x, y = self._x_scale.at(self._series[index].x, row), self._y_scale.at(self._series[index].y, row)
            if np.isfinite((x, y)).all():
                colour = self._colour(index)
                spots.append({"pos": (x, y), "brush": colour, "pen": colour, "symbol": "o"})
        return spots

    def _part_looked_at(self) -> tuple[float, float]:
        if not self.plot.is_framed_by_hand or self.is_phase_plot:
            return -np.inf, np.inf
        (left, right), _ = self.plot.getViewBox().viewRange()
        return float(left), float(right)

    # Reading ----------------------------------------------------------------------------------------------------

    def _point_at(self, place: QPointF | None) -> None:
        self._pointed = place
        self._show_readout()

    def _show_readout(self) -> None:
        """Read what is pointed at, or where nothing is, what is under the cursor."""
        rows = self._rows_pointed_at()
        self._rings.setData([{**spot, "brush": None} for spot in self._spots(rows)] if self._pointed else [])
        self._crosshair.setVisible(bool(self._pointed and rows))
        if self._pointed is not None and rows:
            nearest = next(iter(rows))
            self._crosshair.setValue(self._x_scale.at(self._series[nearest].x, rows[nearest]))
        pairs = self._are_apart(rows)
        values = len(rows) * (2 if self._seconds or pairs else 1)
        for digits in range({1: 8, 2: 5}.get(values, 4), 1, -1):
            self.readout.show_readings(self._place_of(rows), self._readings(rows, digits, pairs))
            if self.readout.shows_all:
                break

    def _are_apart(self, rows: dict[int, int]) -> bool:
        """Whether what is read stands at several places along the bottom, so that each value needs its own."""
        if self._pointed is not None or self._choice.x == "step":
            return False
        return len({float(self._series[index].x[row]) for index, row in rows.items()}) > 1

    def _readings(self, rows: dict[int, int], digits: int, pairs: bool) -> tuple[Reading, ...]:
        names = names_of(self._session.scenario.trekkers)

        def text(index: int, row: int) -> str:
            values = self._values_at(index, row, digits)
            return f"({number(float(self._series[index].x[row]), digits)}, {values})" if pairs else values

        return tuple(Reading(self._colour(index), names[index], text(index, row)) for index, row in rows.items())

    def _rows_pointed_at(self) -> dict[int, int]:
        """Return the row that is read of each trekker who is drawn; of a phase plot, only the nearest one's."""
        if self._pointed is None:
            return self._rows_at_the_cursor()
        if not self.is_phase_plot:
            return {index: self._series[index].row_at(self._pointed.x()) for index in self._drawn}
        width, height = self.plot.getViewBox().viewPixelSize()
        away = {
            index: np.hypot((each.x - self._pointed.x()) / width, (each.y - self._pointed.y()) / height)
            for index, each in self._drawn.items()
        }
        away = {index: each for index, each in away.items() if np.isfinite(each).any()}
        if not away:
            return {}
        nearest = min(away, key=lambda index: float(np.nanmin(away[index])))
        return {nearest: int(self._drawn[nearest].rows[np.nanargmin(away[nearest])])}

    def _values_at(self, index: int, row: int, digits: int) -> str:
        values = [self._series[index].y[row], *(each.y[row] for each in self._seconds[index : index + 1])]
        return " | ".join("–" if np.isnan(value) else number(float(value), digits) for value in values)

    def _place_of(self, rows: dict[int, int]) -> str:
        if not rows:
            return ""
        index, row = max(rows.items(), key=lambda each: each[1])
        name, pointed_at_effort = core_text(self._x.label), self._pointed is not None and not self.is_phase_plot
        value = number(
            self._pointed.x() if self._pointed and pointed_at_effort else float(self._series[index].x[row]), 5
        )
        if self._choice.x == "step" or self._are_apart(rows):
            return self._clock_words() or self.tr("step {step}").format(step=row)
        if pointed_at_effort:
            return self.tr("{quantity} {value}").format(quantity=name, value=value)
        return self.tr("step {step}, {quantity} {value}").format(step=row, quantity=name, value=value)

    def _clock_words(self) -> str:
        """Say where the cursor stands in a race by work or by time; nothing in one by steps."""
        clock, cursor = self._session.clock, self._session.cursor
        if self._pointed is not None or clock.race is Race.STEPS:
            return ""
        if clock.race is Race.EVALUATIONS:
            return self.tr("{count} gradients").format(count=cursor)
        return self.tr("{count} ms").format(count=number(_MS * clock.tick * cursor, 3))

    def _table(self) -> tuple[tuple[str, ...], list[Block]]:
        """Return all rows of what is plotted, for the clipboard."""
        chosen = [self._known[name] for name in (self._choice.x, self._choice.y, self._choice.second) if name]
        names = (self.tr("trekker"), self.tr("step"), *(core_text(each.label) for each in chosen))
        blocks = []
        for index in self._drawn:
            series = self._series[index]
            columns = [series.x[:], series.y[:], *(each.y[:] for each in self._seconds[index : index + 1])]
            title = names_of(self._session.scenario.trekkers)[index]
            blocks.append(Block(title, (np.arange(len(series.y), dtype=np.float64), *columns)))
        return names, blocks

    # Scales -----------------------------------------------------------------------------------------------------

    def _scale_of(self, quantity: Quantity) -> PlotScale:
        """Return how an axis shows a quantity: a logarithmic one can't show costs of 0 or less, so it starts lower."""
        if not (self.logarithmic and quantity.spans_decades):
            return PlotScale()
        if not self._sight.knows_the_ground:
            return PlotScale(logarithmic=quantity.name != "cost" or self._lowest_seen() > 0)
        ground = self._session.ground
        lowest = min((minimum.cost for minimum in ground.minima), default=0.0) if ground is not None else 0.0
        return PlotScale(logarithmic=True, base=min(lowest, 0.0) if quantity.name == "cost" else 0.0)

    def _lowest_seen(self) -> float:
        """Return the lowest cost that anybody has found: all that may be known of how low the ground goes."""
        lows = (float(np.nanmin(each.trail.cost, initial=np.inf)) for each in self._session.descents)
        return min(lows, default=1.0)

    def _name_of(self, quantity: Quantity, scale: PlotScale) -> str:
        if quantity.name != "cost":
            return core_text(quantity.label)
        if scale.base:
            return self.tr("J − lowest J")
        ground = self._session.ground
        return self.tr("height ({unit})").format(unit=ground.unit) if ground and ground.unit else self.tr("cost J")

    def _have_curves(self, count: int) -> None:
        while len(self._curves) < count:
            colour = QColor(TREKKER_COLOURS[0])  # until it is drawn for somebody
            for curves, pen in (
                (self._curves, _pen(colour, 2.0)),
                (self._smooth_curves, _pen(colour, 2.0)),
                (self._second_curves, _pen(colour, 1.5, Qt.PenStyle.DashLine)),
            ):
                curve = pg.PlotCurveItem(pen=pen, antialias=True, skipFiniteCheck=False)
                (self.second.add if curves is self._second_curves else self.plot.addItem)(curve)
                curves.append(curve)


def _set(curve: pg.PlotCurveItem, x: Array | None, y: Array | None) -> None:
    if x is None or y is None:
        curve.clear()
    else:
        curve.setData(x, y, connect="finite", antialias=not is_jagged(y))


def is_jagged(y: Array) -> bool:
    """Tell whether a curve runs up and down so often that its edges can't be told from a band's.

    Qt draws such a curve, where it is wide and its edges are smoothed, a hundred times as slowly.
    """
    finite = y[np.isfinite(y)]
    span = np.ptp(finite) if finite.size else 0.0
    return bool(span > 0 and np.abs(np.diff(finite)).sum() > _OFTEN * span)


def _pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return pen
