"""Plots that stay quick: few points, few axis changes, colours of the theme."""

from __future__ import annotations

from html import escape

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QWidget

from trekker.gui.focus_ring import FocusRing
from trekker.gui.plots.menu import PlotMenu, Table
from trekker.gui.scene.relief import round_steps
from trekker.gui.theme import Theme
from trekker.messages import number

_MARGIN = 0.06
_LARGEST_POWER = 308  # of ten; an axis may be zoomed out beyond it
_LEAST_RANGE = 1e-250  # of an axis: the numbers by which pixels are worked out must stay finite, or Qt crashes
_PAN, _ZOOM = 0.1, 0.8  # of the width that is shown, with one key
_LABEL_DIGITS = 6
_USUAL_LABEL = 5.6  # times the size of its letters in points: so many pixels wide is a usual label
_BEYOND_THE_AXIS, _SHORTEST_NAME = (
    2.0,
    10.0,
)  # in heights of letters: an axis' name may be longer than it, and is at least
_SIDES = ("left", "right", "bottom")
_FEWEST_LABELS, _TRIED = 2, 6  # along a logarithmic axis


class Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph is not typed
    """An axis with few labels, written as people write numbers; a logarithmic one mostly labels 1, 2 and 5.

    Attributes:
        floor: the power of ten at which all is drawn that is lower still, and which is labelled so; None for none.
    """

    floor: float | None = None
    _usual_width = 30.0  # of its labels, in pixels

    def wear(self, font: QFont) -> None:
        """Write labels and name in this font; beside the plot there is room for usual labels, and longer ones get more.

        Room once taken is kept until :meth:`fit_afresh`, or the plot would jump as its labels change.
        """
        self.setTickFont(font)
        self.label.setFont(font)
        self._usual_width = _USUAL_LABEL * font.pointSizeF()
        self.setStyle(autoReduceTextSpace=False)
        self.fit_afresh()

    def fit_afresh(self) -> None:
        """Forget how wide the labels were."""
        if self.orientation != "bottom":
            self.textWidth = self._usual_width
            self._adjustSize()

    def setLabel(self, text: str | None = None, *others: object, **more: object) -> None:
        """Name the axis, and put the name in its middle, which pyqtgraph does only where the axis gets another size."""
        super().setLabel(text, *others, **more)
        self.resizeEvent()

    def labelString(self) -> str:
        """Return the name as HTML; whatever is in it, such as < in a column's name, is meant as it stands."""
        style = ";".join(f"{name}: {value}" for name, value in self.labelStyle.items())
        return f'<span style="{style}">{escape(self.labelText)}</span>'

    def logTickValues(
        self, minimum: float, maximum: float, size: float, standard: object
    ) -> list[tuple[float | None, list[float]]]:
        """Return where the labels stand, as powers of ten."""
        room = max(2.0, size / (3 * self.label_height()))
        decades = maximum - minimum
        parts = next((each for each in ((1, 2, 5), (1, 3), (1,)) if len(each) * decades <= room), (1,))
        stride = max(1, int(np.ceil(decades / room)))
        first = int(np.floor(minimum)) // stride * stride
        powers = range(first, int(np.ceil(maximum)) + 1, stride)
        ticks = [power + float(np.log10(part)) for power in powers for part in parts]
        if self.floor is not None and ticks[0] <= self.floor:
            ticks = [self.floor, *(each for each in ticks if each - self.floor > stride / 2)]
        within = [each for each in ticks if minimum <= each <= maximum]
        if len(within) < _FEWEST_LABELS and decades < 1:  # too little of the axis is seen for 1, 2 and 5
            count = max(_TRIED, int(size / (2 * self.label_height())))
            round_ones = round_steps(10.0**minimum, 10.0**maximum, count)
            within = [float(np.log10(each)) for each in round_ones if each > 0]
        return [(1.0, within)]

    def logTickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write powers of ten as numbers."""
        known = [10.0**value if value <= _LARGEST_POWER else None for value in values]
        texts = ["" if each is None else number(float(f"{each:.{_LABEL_DIGITS}g}"), _LABEL_DIGITS) for each in known]
        return [f"≤ {text}" if value == self.floor else text for value, text in zip(values, texts, strict=True)]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write the labels with a true minus sign, as short as tells them apart."""
        if self.logMode:
            return self.logTickStrings(values, scale, spacing)
        return [number(value if abs(value) > spacing * 1e-6 else 0.0, _LABEL_DIGITS) for value in values]

    def tickSpacing(self, minimum: float, maximum: float, size: float) -> list[tuple[float, float]]:
        """Return the distances between ticks, coarse first, without those whose labels would run into each other."""
        levels: list[tuple[float, float]] = super().tickSpacing(minimum, maximum, size)
        if self.orientation != "bottom" or not maximum > minimum:
            return levels
        letter = 0.45 * self.label_height()
        ends = (minimum, maximum)

        def fit(spacing: float) -> bool:
            texts = self.tickStrings([round(each / spacing) * spacing for each in ends], 1.0, spacing)
            return (max(map(len, texts)) + 2) * letter <= spacing * size / (maximum - minimum)

        room = [level for level in levels if fit(level[0])]
        wider = (times * levels[0][0] for times in (2, 4, 5, 10))
        return room or [(next((each for each in wider if fit(each)), levels[0][0]), 0.0)]

    def label_height(self) -> float:
        """Return how high one label is, in pixels."""
        font = self.style["tickFont"]
        return float(font.pointSizeF() * 1.5) if font is not None else 15.0


class Plot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph is not typed
    """A plot that frames its data itself, in steps, so that its axes are seldom drawn anew.

    A person's own zoom or pan, by mouse or keys, is kept until a double click, the Home key or the menu frames the
    data again. The menu copies the picture, and the data where ``table`` gives it.

    Attributes:
        hovered: the pointer moved to a place, in the plot's own coordinates; None where it left.
        reframed: a person wants all data framed again, or looks at another part of it.
        table: makes what is copied as data; None where there is nothing to copy.
    """

    hovered = Signal(object)
    reframed = Signal()

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, axisItems={side: Axis(side) for side in _SIDES}, enableMenu=False)
        self.table: Table | None = None
        self.setAccessibleName(accessible_name)
        self.viewport().setAccessibleName(accessible_name)
        self.hideButtons()
        self.hideAxis("right")
        self.setMinimumHeight(120)
        self._framed: tuple[float, float, float, float] | None = None
        self._by_hand = False
        self._names: dict[str, str] = {}
        box = self.getViewBox()
        box.sigResized.connect(self._write_names)
        box.disableAutoRange()
        box.setLimits(minXRange=_LEAST_RANGE, minYRange=_LEAST_RANGE)
        box.sigRangeChangedManually.connect(self._framed_by_hand)
        self.scene().sigMouseMoved.connect(self._hover)
        for side in _SIDES:
            axis = self.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=-4, maxTickLevel=1)
        self.showGrid(x=True, y=True, alpha=0.18)
        self.getAxis("right").setGrid(False)
        FocusRing(self)

    def sizeHint(self) -> QSize:
        """Want little, so that plots side by side share their room evenly."""
        return QSize(240, 120)

    def name_axis(self, side: str, text: str) -> None:
        """Write beside an axis what runs along it, as much of it as there is room for; all of it is its tool tip."""
        self._names[side] = text
        self.getAxis(side).setToolTip(text)
        self._write_names()

    def _write_names(self) -> None:
        """Write the names that differ; pyqtgraph lays everything out anew even for the same text."""
        box = self.getViewBox()
        for side, text in self._names.items():
            axis = self.getAxis(side)
            metrics = QFontMetricsF(axis.label.font())
            room = (box.width() if side == "bottom" else box.height()) + _BEYOND_THE_AXIS * metrics.height()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, _SHORTEST_NAME * metrics.height()))
            if axis.labelText != shown:
                self.setLabel(side, shown)

    def dress(self, theme: Theme, font: QFont) -> None:
        """Take the theme's colours and the window's font."""
        self.setBackground(QColor(theme.card))
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.9)
        for side in _SIDES:
            axis = self.getAxis(side)
            axis.setPen(QPen(QColor(theme.muted)))
            axis.setTextPen(QPen(QColor(theme.text)))
            axis.wear(small)
        self._write_names()

    def frame(self, x: tuple[float, float], y: tuple[float, float], *, growing: bool = False) -> None:
        """Show at least these ranges, with a little air; change only where they don't fit well any more.

        What is ``growing`` to the right gets room there.
        """
        if self._by_hand or not np.isfinite([*x, *y]).all():
            return
        wanted = (*_wide(*x), *_wide(*y))
        if self._framed is not None and fits(wanted, self._framed):
            return
        left, right, bottom, top = wanted
        room = 0.25 * (right - left) if growing and self._framed is not None else 0.0
        air = _MARGIN * (top - bottom)
        self._framed = (left, right + room, bottom - air, top + air)
        self.getViewBox().setRange(xRange=self._framed[:2], yRange=self._framed[2:], padding=0)

    def frame_afresh(self) -> None:
        """Forget the frame, and a person's zoom."""
        self._framed, self._by_hand = None, False
        for side in _SIDES:
            self.getAxis(side).fit_afresh()

    @property
    def is_framed_by_hand(self) -> bool:
        """Whether a person looks at a part of their own choice."""
        return self._by_hand

    def frame_all(self) -> None:
        """Frame the data again, at once."""
        self.frame_afresh()
        self.reframed.emit()

    def pan(self, x: float, y: float) -> None:
        """Look at a part beside this one, ``x`` and ``y`` of the shown width and height away."""
        (left, right), (bottom, top) = self.getViewBox().viewRange()
        along, up = x * (right - left), y * (top - bottom)
        self._look_at(left + along, right + along, bottom + up, top + up)

    def zoom(self, factor: float) -> None:
        """Look at a part ``factor`` times as large, with the same middle."""
        (left, right), (bottom, top) = self.getViewBox().viewRange()
        wide, high = factor * (right - left) / 2, factor * (top - bottom) / 2
        x, y = (left + right) / 2, (bottom + top) / 2
        self._look_at(x - wide, x + wide, y - high, y + high)

    # What Qt tells ----------------------------------------------------------------------------------------------

    def mouseDoubleClickEvent(self, event: object) -> None:
        """Frame the data again."""
        self.frame_all()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the right button to the menu."""
        if event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu, at the pointer or for the menu key in the middle."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        PlotMenu(self).popup(event.globalPos() if by_mouse else self.mapToGlobal(self.rect().center()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan with the arrow keys, zoom with + and −, and frame all data with Home."""
        moves = {
            Qt.Key.Key_Left: (-_PAN, 0.0),
            Qt.Key.Key_Right: (_PAN, 0.0),
            Qt.Key.Key_Down: (0.0, -_PAN),
            Qt.Key.Key_Up: (0.0, _PAN),
        }
        key = event.key()
        if key in moves:
            self.pan(*moves[Qt.Key(key)])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM)
        elif key == Qt.Key.Key_Home:
            self.frame_all()
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer has left."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def _hover(self, place: QPointF) -> None:
        box = self.getViewBox()
        inside = box.sceneBoundingRect().contains(place)
        self.hovered.emit(box.mapSceneToView(place) if inside else None)

    def _look_at(self, left: float, right: float, bottom: float, top: float) -> None:
        self.getViewBox().setRange(xRange=(left, right), yRange=(bottom, top), padding=0)
        self._framed_by_hand()

    def _framed_by_hand(self) -> None:
        self._by_hand = True
        self.reframed.emit()


def _wide(low: float, high: float) -> tuple[float, float]:
    if high - low > max(1e-12 * max(abs(low), abs(high)), _LEAST_RANGE):
        return low, high
    half = 0.5 * abs(low) or 0.5
    return low - half, high + half


def fits(wanted: tuple[float, float, float, float], framed: tuple[float, float, float, float]) -> bool:
    """Tell whether a frame (left, right, bottom, top) still shows what is wanted, and not too small."""
    left, right, bottom, top = wanted
    inside = framed[0] <= left and right <= framed[1] and framed[2] <= bottom and top <= framed[3]
    wide_enough = (right - left) >= 0.5 * (framed[1] - framed[0]) and (top - bottom) >= 0.5 * (framed[3] - framed[2])
    return inside and wide_enough
