"""The legend of the overlays: a card in the mountain's corner that names each in its colour, with what is read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

_MARGIN, _GAP = 9, 10
_VERDICT = 0.42  # of the width: as far as the verdict may reach from the left

_UNSETTLING = frozenset(
    {
        QEvent.Type.FontChange,
        QEvent.Type.StyleChange,
        QEvent.Type.Resize,
        QEvent.Type.Move,
        QEvent.Type.Show,
        QEvent.Type.Hide,
    }
)

Row = tuple[str, str, str]
"""Its colour, its name, what is read."""


class Legend(QFrame):
    """Names over the scene what is laid over the mountain, each in its colour.

    It paints its rows itself: they change at every step, and a layout of labels would take longer than the mountain.
    """

    def __init__(self, parent: QWidget, rooms: tuple[QWidget, ...]) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Legend of the overlays"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rows: tuple[Row, ...] = ()
        self._picture: QPixmap | None = None
        self._parent, self._rooms = parent, rooms
        for each in rooms:
            each.installEventFilter(self)
        self.hide()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What stands in it: colours, names, readings."""
        return self._rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; none hides the legend."""
        if rows == self._rows:
            return
        others = [row[:2] for row in rows] != [row[:2] for row in self._rows]
        self._rows, self._picture = rows, None
        self.setVisible(bool(rows))
        self._settle(at_least=0 if others else self.width())
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to its corner, and its size to its words."""
        if event.type() in _UNSETTLING:
            self._picture = None
            self._settle()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Paint in other colours where the palette has changed."""
        super().changeEvent(event)
        self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and the rows; a view that draws below it asks for that at every frame."""
        super().paintEvent(event)
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._paint_rows(self._picture)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _paint_rows(self, picture: QPixmap) -> None:
        """Paint each row: a square of its colour, its name, what is read."""
        painter = QPainter(picture)
        plain, bold, line = *self._fonts(), self._line
        side, name_width = round(0.55 * line), self._name_width()
        for number_, (colour, name, reading) in enumerate(self._rows):
            top = _MARGIN + number_ * line
            painter.fillRect(_MARGIN, top + (line - side) // 2, side, side, QColor(colour))
            painter.setPen(self.palette().text().color())
            painter.setFont(bold)
            painter.drawText(self._row_at(_MARGIN + 2 * side, top), Qt.AlignmentFlag.AlignVCenter, name)
            painter.setFont(plain)
            painter.drawText(self._row_at(_MARGIN + 3 * side + name_width, top), Qt.AlignmentFlag.AlignVCenter, reading)
        painter.end()

    def _row_at(self, left: int, top: int) -> QRect:
        return QRect(left, top, self.width() - left, self._line)

    @property
    def _line(self) -> int:
        return round(1.2 * QFontMetrics(self._fonts()[0]).height())

    def _fonts(self) -> tuple[QFont, QFont]:
        plain = QFont(self._room.font())
        plain.setPointSizeF(0.9 * plain.pointSizeF())
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.DemiBold)
        return plain, bold

    def _name_width(self) -> int:
        metrics = QFontMetrics(self._fonts()[1])
        return max((metrics.horizontalAdvance(name) for _, name, _ in self._rows), default=0)

    @property
    def _room(self) -> QWidget:
        """The picture in whose corner it stands: the first that is shown."""
        return next((each for each in self._rooms if not each.isHidden()), self._rooms[0])

    def _settle(self, at_least: int = 0) -> None:
        """Stand at the lower right, where the mountain leaves room; where the verdict needs it, at the upper right."""
        metrics, side = QFontMetrics(self._fonts()[0]), round(0.55 * self._line)
        readings = max((metrics.horizontalAdvance(reading) for _, _, reading in self._rows), default=0)
        width = max(at_least, 2 * _MARGIN + 3 * side + self._name_width() + readings)
        height = 2 * _MARGIN + len(self._rows) * self._line
        is_crowded = width + 2 * _GAP > (1.0 - _VERDICT) * self._room.width()
        top = 2 * self._line if is_crowded else self._room.height() - height - _GAP
        corner = self._room.mapTo(self._parent, QPoint(max(0, self._room.width() - width - _GAP), top))
        place = QRect(corner, QSize(width, height))
        if place != self.geometry():
            self.setGeometry(place)
            self.raise_()
