"""The timeline's slider, with a tick for every event and a dot where each trekker's trail ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from trekker.gui.panels.knob_slider import Slider
from trekker.gui.texts import core_text
from trekker.walk.events import Event, EventKind

_NEAR = 5  # pixels from the pointer: what its tool tip tells of
_MOST_TOLD = 6

#: Okabe and Ito's colours again, here for what happened; the ticks' tool tips say it in words.
EVENT_COLOURS: Mapping[EventKind, str] = MappingProxyType(
    {
        EventKind.ASCENT: "#e69f00",
        EventKind.RIDGE: "#cc79a7",
        EventKind.EDIT: "#56b4e9",
        EventKind.DIVERGENCE: "#d55e00",
        EventKind.ARRIVAL: "#009e73",
        EventKind.STOP: "#999999",
    }
)


@dataclass(frozen=True)
class Lane:
    """What the timeline shows of one trekker: its name and colour, how far its trail goes, and what happened.

    Attributes:
        name: what people call it.
        colour: "#rrggbb".
        length: the tick of the race's clock at which its trail ends.
        events: what happened, in order.
        ticks: at which tick of the race's clock each of them can be seen; in a race by steps, their steps.
    """

    name: str
    colour: str
    length: int
    events: tuple[Event, ...]
    ticks: tuple[int, ...]


class EventSlider(Slider):
    """A slider over the ticks of a race's clock that shows what happened at which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[Lane, ...] = ()

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """What is shown of each trekker."""
        return self._lanes

    def show_lanes(self, lanes: tuple[Lane, ...]) -> None:
        """Show other events and ends."""
        if lanes != self._lanes:
            self._lanes = lanes
            self.update()

    def ticks(self) -> list[int]:
        """Return the ticks at which anything happened, in order."""
        return sorted({tick for lane in self._lanes for tick in lane.ticks})

    def told_at(self, place: int, within: float = 0.0) -> list[str]:
        """Return in words what happened at a tick, or so near that it can't be told apart."""
        told = []
        for lane in self._lanes:
            for tick, event in zip(lane.ticks, lane.events, strict=True):
                if abs(tick - place) <= within:
                    what = self.tr("step {step}: {event}").format(step=event.step, event=core_text(event.kind.value))
                    told.append(f"{lane.name}, {what}" if len(self._lanes) > 1 else what)
        return told

    def tell_of(self, tick: int) -> None:
        """Show beside the handle what happened at a tick, for a moment."""
        told = self.told_at(tick)
        if told and self.isVisible():
            place = QPointF(self._x_of(tick), 0.0).toPoint()
            QToolTip.showText(self.mapToGlobal(place), "\n".join(told[:_MOST_TOLD]), self)
        self.setAccessibleDescription("; ".join(told))

    def event(self, event: QEvent) -> bool:
        """Tell what happened under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.maximum():
            tick = round(self._share_at(event.pos().x()) * self.maximum())
            told = self.told_at(tick, _NEAR * self.maximum() / max(1, self.width()))
            if told:
                more = (
                    []
                    if len(told) <= _MOST_TOLD
                    else [self.tr("and {count} more").format(count=len(told) - _MOST_TOLD)]
                )
                QToolTip.showText(event.globalPos(), "\n".join(told[:_MOST_TOLD] + more), self)
                return True
        return super().event(event)

    def _draw_marks(self, painter: QPainter) -> None:
        """Draw the ticks above the track, one a pixel and kind, and under it where trails end before the longest."""
        middle, height = self.height() / 2, self._handle_size() / 2 + 2
        painter.setPen(Qt.PenStyle.NoPen)
        drawn: set[tuple[int, EventKind]] = set()
        for lane in self._lanes:
            for tick, event in zip(lane.ticks, lane.events, strict=True):
                x = round(self._x_of(tick))
                if (x, event.kind) not in drawn:
                    drawn.add((x, event.kind))
                    painter.fillRect(QRectF(x - 1, middle - height, 2, height - 1), QColor(EVENT_COLOURS[event.kind]))
        for lane in self._lanes:
            if lane.length < self.maximum():
                painter.setBrush(QColor(lane.colour))
                painter.drawEllipse(QPointF(self._x_of(lane.length), middle + height - 2), 2.5, 2.5)

    def _x_of(self, tick: int) -> float:
        return self._x_at(tick / self.maximum() if self.maximum() else 0.0)

    def _share_at(self, x: float) -> float:
        edge = self._x_at(0.0)
        return min(max((x - edge) / max(1.0, self._x_at(1.0) - edge), 0.0), 1.0)
