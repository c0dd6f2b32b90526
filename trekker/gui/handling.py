"""What the mountain and the map share under a hand: which key means which move, and what a press becomes."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

ZOOM_STEP = 1.2
"""How much nearer one press of +, or one notch of the wheel, goes."""

_ARROWS = MappingProxyType(
    {
        Qt.Key.Key_Left: (-1.0, 0.0),
        Qt.Key.Key_Right: (1.0, 0.0),
        Qt.Key.Key_Up: (0.0, 1.0),
        Qt.Key.Key_Down: (0.0, -1.0),
    }
)
_ZOOMS = MappingProxyType({Qt.Key.Key_Plus: ZOOM_STEP, Qt.Key.Key_Equal: ZOOM_STEP, Qt.Key.Key_Minus: 1.0 / ZOOM_STEP})
_PLAIN = Qt.KeyboardModifier.NoModifier
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def arrow_of(event: QKeyEvent, modifier: Qt.KeyboardModifier = _PLAIN) -> tuple[float, float] | None:
    """Return how far to the right and up an arrow key points that is pressed with just this modifier; else None."""
    arrow = _ARROWS.get(Qt.Key(event.key()))
    return arrow if event.modifiers() & _MODIFIERS == modifier else None


def zoom_of(event: QKeyEvent) -> float | None:
    """Return how many times as near a key goes: + and =, or −; None for another, or for a command's."""
    return None if _is_commanding(event) else _ZOOMS.get(Qt.Key(event.key()))


def is_home(event: QKeyEvent) -> bool:
    """Tell whether a key asks to see everything again."""
    return event.key() == Qt.Key.Key_Home and not _is_commanding(event)


def _is_commanding(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))


class Press:
    """The press of a mouse button: a click for as long as it stays where it began, and from then on a drag."""

    def __init__(self) -> None:
        self._begun: QPointF | None = None
        self._last: QPointF | None = None

    def begin(self, pixel: QPointF) -> None:
        """Press at a pixel."""
        self._begun = self._last = pixel

    def drag(self, pixel: QPointF) -> QPointF | None:
        """Move to a pixel; return how far the drag went since it was last asked, None where there is none."""
        if self._last is None or self._is_near(pixel):
            return None
        moved = pixel - self._last
        self._begun, self._last = None, pixel
        return moved

    def end(self, pixel: QPointF) -> bool:
        """Release at a pixel; tell whether it was a click."""
        clicked = self._is_near(pixel)
        self._begun = self._last = None
        return clicked

    def _is_near(self, pixel: QPointF) -> bool:
        begun = self._begun
        return begun is not None and (pixel - begun).manhattanLength() < QApplication.startDragDistance()
