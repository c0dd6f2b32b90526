"""The dial: a direction and a stride as an arrow, to be turned and lengthened by mouse or by keys."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trekker.gui.step_colours import STEP_COLOURS
from trekker.walk.walkthrough import Part

TURN, SLIGHT_TURN = 5.0, 1.0
"""Degrees that an arrow key turns, and turns with Shift."""
STRETCH, SLIGHT_STRETCH = 1.25, 1.05
"""By how much an arrow key lengthens the stride, and does with Shift."""
_HOLE = 0.16  # of the radius: where the shortest stride is drawn
_FLAT = -90.0  # degrees: the azimuth of an eye for which the first axis runs to the right
_LINES, _FEW_LINES = 6.6, 4.5  # lines of text that it is high
_AXES = (("θ₀", 0.0), ("θ₁", 90.0))
_OUTSIDE = 1.19  # of the radius: where the axes are named
_DOWNHILL_LENGTH = 0.62


class Aim(NamedTuple):
    """A direction in degrees on the map, counted from the first axis towards the second, and a stride in units of θ."""

    heading: float
    stride: float


class Dial(QWidget):
    """Shows and takes an aim, turned as the mountain is turned; a second arrow points steepest downhill.

    Attributes:
        aimed: a person has chosen another aim.
        stepped: a person wants to take the step.
    """

    aimed = Signal(object)
    stepped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Direction and stride"))
        self.setToolTip(
            self.tr(
                "Drag, or press the arrow keys: left and right turn, up and down lengthen and shorten. Enter steps."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._aim = Aim(0.0, 1.0)
        self._downhill: float | None = None
        self._range = (1e-3, 1.0)
        self._azimuth = _FLAT
        self._lines = _LINES

    @property
    def aim(self) -> Aim:
        """What it shows."""
        return self._aim

    def show_aim(self, aim: Aim, downhill: float | None, strides: tuple[float, float]) -> None:
        """Show an aim, the direction of steepest descent, and the strides that can be pointed at; tells nobody."""
        wanted = aim, downhill, strides
        if wanted != (self._aim, self._downhill, self._range):
            self._aim, self._downhill, self._range = wanted
            self.update()

    def turn_with(self, azimuth: float) -> None:
        """Turn as the mountain is turned, for an eye that looks at it from there, in degrees."""
        if azimuth != self._azimuth:
            self._azimuth = azimuth
            self.update()

    def set_small(self, *, small: bool) -> None:
        """Take little room, or the usual."""
        self._lines = _FEW_LINES if small else _LINES
        self.updateGeometry()

    # What Qt asks -----------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Be a square as high as some lines of text."""
        side = round(self._lines * self.fontMetrics().lineSpacing())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Want no less."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window, which knows some of them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_arrow(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with left and right, lengthen and shorten with up and down, step with Enter."""
        slight = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        turn, stretch = (SLIGHT_TURN, SLIGHT_STRETCH) if slight else (TURN, STRETCH)
        heading, stride = self._aim
        match event.key():
            case Qt.Key.Key_Left:
                self._take(heading + turn, stride)
            case Qt.Key.Key_Right:
                self._take(heading - turn, stride)
            case Qt.Key.Key_Up:
                self._take(heading, stride * stretch)
            case Qt.Key.Key_Down:
                self._take(heading, stride / stretch)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.stepped.emit()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point where the pointer is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._point(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on pointing while the button is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the step."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.stepped.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Lengthen or shorten the stride."""
        self._take(self._aim.heading, self._aim.stride * STRETCH ** (event.angleDelta().y() / 120.0))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, the axes, downhill and the aim."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, radius = self.palette(), self._radius
        ring = palette.color(QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.Mid)
        painter.setPen(QPen(ring, 2.0 if self.hasFocus() else 1.2))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawEllipse(self._centre, radius, radius)
        self._paint_axes(painter)
        if self._downhill is not None:
            self._paint_arrow(painter, self._downhill, _DOWNHILL_LENGTH, QColor(STEP_COLOURS[Part.DOWNHILL]), 0.06)
        colour = QColor(STEP_COLOURS[Part.MOVE])
        self._paint_arrow(painter, self._aim.heading, self._share(self._aim.stride), colour, 0.075)

    # Within -----------------------------------------------------------------------------------------------------

    @property
    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    @property
    def _radius(self) -> float:
        return 0.78 * min(self.width(), self.height()) / 2

    def _spot(self, heading: float, share: float) -> QPointF:
        """Return the pixel in a direction of the map, a share of the radius away from the middle."""
        angle = math.radians(heading - self._azimuth + _FLAT)
        return self._centre + QPointF(math.cos(angle), -math.sin(angle)) * (share * self._radius)

    def _share(self, stride: float) -> float:
        """Return how far out a stride is drawn."""
        low, high = self._range
        share = math.log(max(stride, low) / low) / math.log(high / low)
        return _HOLE + (1.0 - _HOLE) * min(share, 1.0)

    def _point(self, pixel: QPointF) -> None:
        offset = pixel - self._centre
        away = math.hypot(offset.x(), offset.y()) / self._radius
        if away > 0:
            low, high = self._range
            share = min(max((away - _HOLE) / (1.0 - _HOLE), 0.0), 1.0)
            heading = math.degrees(math.atan2(-offset.y(), offset.x())) + self._azimuth - _FLAT
            self._take(heading, low * (high / low) ** share)

    def _take(self, heading: float, stride: float) -> None:
        low, high = self._range
        self.aimed.emit(Aim(heading, min(max(stride, low), high)))

    def _paint_axes(self, painter: QPainter) -> None:
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
        font = painter.font()
        font.setPointSizeF(0.75 * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(QPen(colour, 1.0))
        size = 3.0 * painter.fontMetrics().height()
        for name, heading in _AXES:
            painter.drawLine(self._spot(heading, 0.92), self._spot(heading, 1.0))
            box = QRectF(0.0, 0.0, size, size)
            box.moveCenter(self._spot(heading, _OUTSIDE))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_arrow(self, painter: QPainter, heading: float, share: float, colour: QColor, width: float) -> None:
        """Paint an arrow from the middle, ``width`` of the radius thick."""
        tip, head = self._spot(heading, share), 3.0 * width
        neck = share - min(head, 0.6 * share)
        painter.setPen(QPen(colour, width * self._radius, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(self._centre, self._spot(heading, neck))
        along = (tip - self._centre) / max(share, 1e-9)
        across = QPointF(along.y(), -along.x()) * head * 0.55
        foot = self._spot(heading, neck)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([tip, foot + across, foot - across]))


def _is_arrow(event: QKeyEvent) -> bool:
    others = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    return event.key() in arrows and not others
