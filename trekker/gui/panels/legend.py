"""The legend of the overlays: a card below the mountain that names each in its colour, with what is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

_MARGIN, _GAP = 9, 10
_MOST_OF_HEIGHT = 0.28  # of the picture's height
_MOUNTAIN = 0.3  # of the picture's height: left to the mountain at least, where something else lies over it, too
_MOST_COLUMNS = 6

_SMALLEST_PT = 6.5  # what can still be read
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

_ALONG_THE_EDGE = tuple(
    _Arrangement(scale, columns, readings)
    for scale, readings in ((0.9, True), (0.75, True), (0.75, False), (0.6, False), (0.5, False))
    for columns in range(_MOST_COLUMNS, 0, -1)
)
"""Low and wide; the largest text first."""


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
    """Names along the picture's lower edge what is laid over the mountain, each in its colour.

    Attributes:
        settled: it covers another part of the picture now; see :attr:`reach`.

    It paints its rows itself: they change at every step, and a layout of labels would take longer than the mountain.
    """

    settled = Signal()

    def __init__(self, parent: QWidget, rooms: tuple[QWidget, ...]) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Legend of the overlays"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rows: tuple[Row, ...] = ()
        self._picture: QPixmap | None = None
        self._parent, self._rooms = parent, rooms
        self._taken = (0, 0)
        self._reach = 0
        self._layout = _Layout((), parent.font(), _ARRANGEMENTS[0])
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
        self._rows, self._picture = rows, None
        self.setAccessibleDescription("; ".join(f"{name} {reading}".strip() for _, name, reading in rows))
        self._settle()
        self.update()

    @property
    def reach(self) -> int:
        """How many pixels at the lower edge it wants for itself."""
        return self._reach

    def keep_within(self, above: int, below: int) -> None:
        """Stand between so many pixels at the upper and the lower edge, which something else covers."""
        self._taken = (above, below)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to its edge, and its size to its words."""
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

    @property
    def _room(self) -> QWidget:
        """The picture at whose edge it stands: the first that is shown."""
        return next((each for each in self._rooms if not each.isHidden()), self._rooms[0])

    def _settle(self) -> None:
        """Stand below the mountain, low and wide; yield where that has no room left."""
        above, below = self._taken
        room = self._room.size() - QSize(2 * _GAP, 2 * _GAP + above + below)
        has_room = self._arrange(room)
        height = min(self._layout.height, room.height())
        top = max(_GAP + above, self._room.height() - below - height - _GAP)
        corner = self._room.mapTo(self._parent, QPoint(_GAP, top))
        place = QRect(corner, QSize(max(1, room.width()), max(1, height)))
        if place != self.geometry():
            self.setGeometry(place)
            self.raise_()
        self.setVisible(bool(self._rows) and has_room)
        reach = 0 if self.isHidden() else height + _GAP
        if reach != self._reach:
            self._reach = reach
            self.settled.emit()

    def _arrange(self, room: QSize) -> bool:
        """Lay the rows out for a room; tell whether they have room at all."""
        whole = self._room.height()
        edge = QSize(room.width(), round(min(_MOST_OF_HEIGHT * whole, room.height() - _MOUNTAIN * whole)))
        found = self._first(_ALONG_THE_EDGE, edge)
        has_room = found is not None or not any(self._taken)
        found = found or self._first(_ARRANGEMENTS, room)
        self._layout = found or _Layout(self._rows, self._room.font(), _ARRANGEMENTS[-1])
        return has_room

    def _first(self, arrangements: Sequence[_Arrangement], room: QSize) -> _Layout | None:
        """Return the rows in the first arrangement that fits into a room."""
        for arrangement in arrangements:
            found = _Layout(self._rows, self._room.font(), arrangement)
            if found.width <= room.width() and found.height <= room.height():
                return found
        return None
