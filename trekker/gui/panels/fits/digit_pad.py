"""Paper to draw a digit on, by mouse or by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from trekker.gui.panels.fits.strokes import Point, Stroke
from trekker.gui.theme import LIGHT, Theme

_PEN_SHARE = 0.085  # of the paper: how thick the pen is
_CELLS = 12  # the keys move the pen in so many steps across
_ARROWS = ((Qt.Key.Key_Left, (-1, 0)), (Qt.Key.Key_Right, (1, 0)), (Qt.Key.Key_Up, (0, -1)), (Qt.Key.Key_Down, (0, 1)))
_NEAREST = 0.004  # of the paper: a pen that moves less draws nothing new


class DigitPad(QWidget):
    """A square of paper.

    The mouse draws. The arrow keys move the pen, Space puts a dot there, and with Shift the arrows draw a line; Delete
    clears the paper.

    Attributes:
        drawn: the strokes are others now.
    """

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._strokes: list[list[Point]] = []
        self._pen = (_CELLS // 2, _CELLS // 2)
        self._keyed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(96, 96)
        self.setAccessibleName(self.tr("Paper for a digit"))
        self.setAccessibleDescription(
            self.tr("Draw with the mouse. Arrow keys move the pen, with Shift they draw; Space dots, Delete clears.")
        )
        self.setToolTip(self.accessibleDescription())

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """What is drawn: points (x, y) from 0 to 1, y down."""
        return tuple(map(tuple, self._strokes))

    def clear(self) -> None:
        """Take clean paper."""
        self._strokes = []
        self._changed()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Want a small square."""
        return QSize(150, 150)

    def paper(self) -> QRectF:
        """Return the square that is drawn on, in pixels."""
        side = min(self.width(), self.height()) - 2.0
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def pixel_of(self, point: Point) -> QPointF:
        """Return where a point is, in pixels."""
        paper = self.paper()
        return QPointF(paper.left() + point[0] * paper.width(), paper.top() + point[1] * paper.height())

    # What Qt asks -----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._keyed = False
            self._strokes.append([self._point(event.position())])
            self._changed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._strokes:
            self._draw_to(self._point(event.position()))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that draw from being shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _draws(event.key()):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the pen, draw with it, or clear."""
        key = event.key()
        if not _draws(key):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self._strokes.append([self._pen_point()])
            self._changed()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            self._move_pen(dict(_ARROWS)[Qt.Key(key)], draw=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self._keyed = self._keyed or _draws(key)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the pen is to those who came by key."""
        self._keyed = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the pen."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, ink, and the pen that the keys move."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = self.paper()
        edge = self._theme.accent if self.hasFocus() else self._theme.border
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(self._theme.field))
        painter.drawRect(paper)
        self._paint_ink(painter, _PEN_SHARE * paper.width())
        if not self._strokes:
            painter.setPen(QColor(self._theme.muted))
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(paper.adjusted(6, 6, -6, -6), int(words), self.tr("Draw a digit here"))
        if self.hasFocus() and self._keyed:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.pixel_of(self._pen_point()), 5, 5)

    def _paint_ink(self, painter: QPainter, width: float) -> None:
        caps, joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(QColor(self._theme.text), width, Qt.PenStyle.SolidLine, caps, joins))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            pixels = [self.pixel_of(point) for point in stroke]
            if len(pixels) == 1:
                painter.drawPoint(pixels[0])
            else:
                painter.drawPolyline(QPolygonF(pixels))

    # Drawing ----------------------------------------------------------------------------------------------------

    def _point(self, pixel: QPointF) -> Point:
        paper = self.paper()
        x, y = (pixel.x() - paper.left()) / paper.width(), (pixel.y() - paper.top()) / paper.height()
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)

    def _draw_to(self, point: Point) -> None:
        last = self._strokes[-1][-1]
        if max(abs(point[0] - last[0]), abs(point[1] - last[1])) > _NEAREST:
            self._strokes[-1].append(point)
            self._changed()

    def _move_pen(self, direction: tuple[int, int], *, draw: bool) -> None:
        before = self._pen_point()
        x, y = (min(max(place + by, 0), _CELLS) for place, by in zip(self._pen, direction, strict=True))
        self._pen = (x, y)
        if draw:
            if not (self._strokes and self._strokes[-1][-1] == before):
                self._strokes.append([before])
            self._draw_to(self._pen_point())

    def _pen_point(self) -> Point:
        return self._pen[0] / _CELLS, self._pen[1] / _CELLS

    def _changed(self) -> None:
        self.update()
        self.drawn.emit()


def _draws(key: int) -> bool:
    others = (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
    return key in others or any(key == arrow for arrow, _ in _ARROWS)
