"""The legend of the overlays: a card in the mountain's corner that names each in its colour, with what is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

_MARGIN, _GAP = 9, 10
_VERDICT = 0.42  # of the width: as far as the verdict may reach from the left

_SMALLEST_PT = 6.5  # what can still be read

Row = tuple[str, str, str]
"""Its colour, its name, what is read."""


class _Arrangement(NamedTuple):
    """How rows are written: how large beside the room's text, in so many columns, with what is read or without."""

    scale: float
    columns: int
    readings: bool


_ARRANGEMENTS = (
    *(_Arrangement(scale, columns, True) for scale in (0.9, 0.75, 0.6, 0.5) for columns in (1, 2)),
    *(_Arrangement(scale, columns, False) for scale in (0.75, 0.6, 0.5) for columns in (1, 2, 3)),
)
"""The best first: where there is little room, the text is smaller, then in columns, and then only names are left."""


class _Layout:
    """Where rows stand in one arrangement."""

    def __init__(self, rows: Sequence[Row], font: QFont, arrangement: _Arrangement) -> None:
        self.plain = QFont(font)
        self.plain.setPointSizeF(max(_SMALLEST_PT, arrangement.scale * font.pointSizeF()))
        self.bold = QFont(self.plain)
        self.bold.setWeight(QFont.Weight.DemiBold)
        plain, bold = QFontMetrics(self.plain), QFontMetrics(self.bold)
        self.line = round(1.2 * plain.height())
        self.side = round(0.55 * self.line)
        deep = -(-len(rows) // arrangement.columns) if rows else 0
        self.columns = [tuple(rows[begin : begin + deep]) for begin in range(0, len(rows), max(1, deep))]
        self.names = [max(bold.horizontalAdvance(name) for _, name, _ in column) for column in self.columns]
        self.readings = [
            max(plain.horizontalAdvance(reading) for *_, reading in column) + self.side if arrangement.readings else 0
            for column in self.columns
        ]
        self.height = 2 * _MARGIN + deep * self.line

    @property
    def width(self) -> int:
        """How wide all of it is."""
        gaps = 2 * self.side * len(self.columns) + self.side * max(0, len(self.columns) - 1)
        return 2 * _MARGIN + sum(self.names) + sum(self.readings) + gaps

    def cells(self) -> Iterator[tuple[Row, QRect, QRect]]:
        """Return every row with the places of its name, whose square stands before it, and of what is read."""
        left = _MARGIN
        for column, name, reading in zip(self.columns, self.names, self.readings, strict=True):
            for number, row in enumerate(column):
                words = QRect(left + 2 * self.side, _MARGIN + number * self.line, name, self.line)
                yield row, words, QRect(words.right() + self.side, words.top(), max(0, reading - self.side), self.line)
            left += 3 * self.side + name + reading


class Legend(QFrame):
    """Names over the scene what is laid over the mountain, each in its colour.

    It paints its rows itself: they change at every step, and a layout of labels would take longer than the mountain.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Legend of the overlays"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rows: tuple[Row, ...] = ()
        self._picture: QPixmap | None = None
        self._room = parent
        self._layout = _Layout((), parent.font(), _ARRANGEMENTS[0])
        parent.installEventFilter(self)
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
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Resize):
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
        painter, layout, align = QPainter(picture), self._layout, Qt.AlignmentFlag.AlignVCenter
        for (colour, name, reading), words, read in layout.cells():
            square = QRect(words.left() - 2 * layout.side, 0, layout.side, layout.side)
            square.moveCenter(QPoint(square.center().x(), words.center().y()))
            painter.fillRect(square, QColor(colour))
            painter.setPen(self.palette().text().color())
            painter.setFont(layout.bold)
            painter.drawText(words.adjusted(0, 0, layout.side, 0), align, name)
            painter.setFont(layout.plain)
            if read.width():
                painter.drawText(read.adjusted(0, 0, layout.side, 0), align, reading)
        painter.end()

    def _settle(self, at_least: int = 0) -> None:
        """Stand at the lower right, where the mountain leaves room; where the verdict needs it, at the upper right."""
        room = self._room.size() - QSize(2 * _GAP, 2 * _GAP)
        for arrangement in _ARRANGEMENTS:
            self._layout = layout = _Layout(self._rows, self._room.font(), arrangement)
            if layout.width <= room.width() and layout.height <= room.height():
                break
        width, height = min(max(at_least, layout.width), room.width()), min(layout.height, room.height())
        is_crowded = width + 2 * _GAP > (1.0 - _VERDICT) * self._room.width()
        lowest = self._room.height() - height - _GAP
        top = min(2 * layout.line, lowest) if is_crowded else lowest
        place = QRect(self._room.width() - width - _GAP, top, width, height)
        if place != self.geometry():
            self.setGeometry(place)
            self.raise_()
