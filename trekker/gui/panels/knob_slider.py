"""Sliders in the look of the window, and one over a knob's range with a mark for the stability limit."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSlider, QWidget

from trekker.knobs import Knob, Scale

_TICKS = 1000


class Slider(QSlider):
    """A horizontal slider that draws itself: track, part done, handle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumHeight(self._handle_size() + 6)

    def sizeHint(self) -> QSize:
        """Leave room for the handle, which grows with the text."""
        return QSize(super().sizeHint().width(), self._handle_size() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, part done and handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        span = self.maximum() - self.minimum()
        x = self._x_at((self.sliderPosition() - self.minimum()) / span if span else 0.0)
        self._line(painter, self._x_at(0), self._x_at(1), palette.color(QPalette.ColorRole.Mid))
        self._line(painter, self._x_at(0), x, accent)
        self._draw_marks(painter)
        radius = self._handle_size() / 2
        place = QPointF(x, self.height() / 2)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 1.5))
        painter.setBrush(accent if self.isEnabled() else palette.color(QPalette.ColorRole.Mid))
        painter.drawEllipse(place, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place, radius + 1.5, radius + 1.5)

    def _draw_marks(self, painter: QPainter) -> None:
        """Draw what else the track shows: here nothing."""

    def _handle_size(self) -> int:
        return max(12, round(self.fontMetrics().height() * 0.8))

    def _x_at(self, share: float) -> float:
        edge = self._handle_size() / 2 + 2
        return edge + (self.width() - 2 * edge) * share

    def _line(self, painter: QPainter, start: float, end: float, colour: QColor) -> None:
        y = self.height() / 2
        painter.setPen(QPen(colour, 3.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(start, y), QPointF(end, y))


class KnobSlider(Slider):
    """Moves a number; a small triangle marks a limit, and the track beyond it is tinted.

    Attributes:
        edited: a person has moved it to another value.
    """

    edited = Signal(float)

    def __init__(self, knob: Knob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = knob.slider or (knob.low, knob.high)
        self._logarithmic = knob.scale is Scale.LOG
        self._limit: float | None = None
        self._limit_colour = QColor("#b3261e")
        self.setRange(0, _TICKS)
        self.setPageStep(_TICKS // 20)
        self.setSingleStep(_TICKS // 100)
        self.actionTriggered.connect(self._moved)

    def set_value(self, value: float) -> None:
        """Show a value, at the nearest end where it is out of range; tells nobody, and leaves a dragging hand alone."""
        if not self.isSliderDown():
            self.setValue(round(self._share(value) * _TICKS))

    def set_limit(self, limit: float | None, colour: QColor) -> None:
        """Mark a limit, or none."""
        if (limit, colour) != (self._limit, self._limit_colour):
            self._limit, self._limit_colour = limit, colour
            self.update()

    def _draw_marks(self, painter: QPainter) -> None:
        """Draw the limit, and tint what lies beyond."""
        if self._limit is None:
            return
        share = self._share(self._limit)
        x, y = self._x_at(share), self.height() / 2
        if share < 1:
            self._line(painter, x, self._x_at(1), self._limit_colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._limit_colour)
        painter.drawPolygon(QPolygonF([QPointF(x, y + 2.5), QPointF(x - 4.5, y + 9), QPointF(x + 4.5, y + 9)]))

    def _share(self, value: float) -> float:
        if self._logarithmic:
            if value <= 0:
                return 0.0
            share = math.log(value / self._low) / math.log(self._high / self._low)
        else:
            share = (value - self._low) / (self._high - self._low)
        return min(max(share, 0.0), 1.0)

    def _value_at(self, share: float) -> float:
        if self._logarithmic:
            value = self._low * (self._high / self._low) ** share
        else:
            value = self._low + share * (self._high - self._low)
        return float(f"{value:.3g}")

    def _moved(self) -> None:
        """Tell of a move by mouse, wheel or key; a value set by the program triggers no action."""
        self.edited.emit(self._value_at(self.sliderPosition() / _TICKS))
