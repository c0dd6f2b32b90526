"""The hand on the points: clicks, drags and keys on a plot, while the data editor is on."""

from __future__ import annotations

import math
from typing import Protocol, runtime_checkable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from trekker.gui.data_editor import DataEditor
from trekker.gui.plots.pen import dot, pen
from trekker.gui.plots.plot import Plot
from trekker.gui.theme import Theme
from trekker.walk.edited import Row

_NEAR_PX = 10.0
_KEY_SHARE, _FINE_SHARE = 0.02, 0.004  # of the plot: how far an arrow key moves a point, and with Shift
_PIXELS = 600.0  # a plot is hardly wider: places are rounded to what can be told apart on it
_ARROWS = ((Qt.Key.Key_Left, (-1, 0)), (Qt.Key.Key_Right, (1, 0)), (Qt.Key.Key_Up, (0, 1)), (Qt.Key.Key_Down, (0, -1)))
_NUMBERS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)


@runtime_checkable
class Editable(Protocol):
    """A view whose points can be edited: of each row the first two numbers are its place on the plot."""

    plot: Plot

    def place_points(self, rows: tuple[Row, ...]) -> None:
        """Draw these points, before the ground that is made of them is there."""


class PointHandles(QObject):
    """Lets mouse and keys edit the points of one view.

    Left: add a point, or drag one. Right, or Delete: delete it. Tab chooses the next, arrows move it (with Shift by
    little), Insert adds one in the middle. Where points have classes, the keys 1 to 9 say of which class.
    """

    def __init__(self, view: Editable, editor: DataEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._editor = view, editor
        self._classes: tuple[float, ...] = ()
        self._class: float | None = None
        self._dragged: int | None = None
        self._ring = pg.ScatterPlotItem(pxMode=True, symbol="o", brush=None)
        self._ring.setZValue(5)
        view.plot.addItem(self._ring)
        view.plot.installEventFilter(self)
        view.plot.viewport().installEventFilter(self)
        editor.changed.connect(self._follow)
        editor.moved.connect(self._follow)

    def know_classes(self, classes: tuple[float, ...]) -> None:
        """Take the labels of the classes that points can belong to; none where they have a number instead."""
        if classes != self._classes:
            self._classes, self._class = classes, classes[0] if classes else None

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._ring.setPen(pen(theme.accent, 2.5))
        self._ring.setSize(dot(18))

    def pixel_of(self, row: Row) -> QPointF:
        """Return where a point is drawn, in the pixels of the plot."""
        place = self._view.plot.getViewBox().mapViewToScene(QPointF(row[0], row[1]))
        return QPointF(self._view.plot.mapFromScene(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for the points while the editor is on."""
        if not self._editor.active:
            return False
        if isinstance(event, QKeyEvent) and watched is self._view.plot:
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
            if event.type() == QEvent.Type.ShortcutOverride and self._means(event):
                event.accept()
                return True
        if isinstance(event, QMouseEvent) and watched is self._view.plot.viewport():
            return self._mouse(event)
        return False

    # Mouse ------------------------------------------------------------------------------------------------------

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, place = event.type(), event.position()
        if kind == QEvent.Type.MouseButtonPress:
            self._view.plot.setFocus()
            self._press(event.button(), place)
        elif kind == QEvent.Type.MouseMove and self._dragged is not None and event.buttons():
            self._move(self._dragged, self._place(place))
        elif kind == QEvent.Type.MouseButtonRelease:
            self._dragged = None
        return kind != QEvent.Type.MouseMove or bool(event.buttons())

    def _press(self, button: Qt.MouseButton, pixel: QPointF) -> None:
        near = self._nearest(pixel)
        if button == Qt.MouseButton.RightButton and near is not None:
            self._editor.remove(near)
        elif button == Qt.MouseButton.LeftButton:
            if near is None:
                self._add(self._place(pixel))
            else:
                self._editor.begin()
                self._editor.choose(near)
            self._dragged = self._editor.chosen

    def _nearest(self, pixel: QPointF) -> int | None:
        points = self._editor.points
        if not points:
            return None
        drawn = [self.pixel_of(row) for row in points]
        distances = [math.hypot(each.x() - pixel.x(), each.y() - pixel.y()) for each in drawn]
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= _NEAR_PX else None

    def _place(self, pixel: QPointF) -> tuple[float, float]:
        """Return the place of a pixel, with no more digits than can be told apart."""
        seen = self._view.plot.getViewBox().mapSceneToView(self._view.plot.mapToScene(pixel.toPoint()))
        return self._rounded((seen.x(), seen.y()))

    def _rounded(self, place: tuple[float, float]) -> tuple[float, float]:
        width, height = self._size()
        x, y = (
            round(value, math.ceil(-math.log10(size / _PIXELS)))
            for value, size in zip(place, (width, height), strict=True)
        )
        return float(x), float(y)

    def _size(self) -> tuple[float, float]:
        (left, right), (bottom, top) = self._view.plot.getViewBox().viewRange()
        return right - left, top - bottom

    # Keys -------------------------------------------------------------------------------------------------------

    def _means(self, event: QKeyEvent) -> bool:
        """Tell whether a key is one of those that edit."""
        keys = {each for each, _ in _ARROWS} | {Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_Backspace}
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return plain and (event.key() in keys or (bool(self._classes) and event.key() in _NUMBERS))

    def _key(self, event: QKeyEvent) -> bool:
        key, chosen = event.key(), self._editor.chosen
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._walk_on(1 if key == Qt.Key.Key_Tab else -1)
        if not self._means(event):
            return False
        if key == Qt.Key.Key_Insert:
            self._add(self._rounded(self._middle()))
        elif key in _NUMBERS:
            self._take_class(key - Qt.Key.Key_1.value)
        elif chosen is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._editor.remove(chosen)
        elif chosen is not None:
            self._nudge(chosen, dict(_ARROWS)[Qt.Key(key)], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _walk_on(self, by: int) -> bool:
        """Choose the next point; beyond the last the focus goes on to the next control."""
        chosen, count = self._editor.chosen, len(self._editor.points)
        if chosen is not None and not 0 <= chosen + by < count:
            self._editor.choose(None)
            return False
        self._editor.choose_next(by)
        return True

    def _nudge(self, chosen: int, direction: tuple[int, int], finely: bool) -> None:
        share = _FINE_SHARE if finely else _KEY_SHARE
        (width, height), (x, y) = self._size(), self._editor.points[chosen][:2]
        self._editor.begin()
        self._move(chosen, self._rounded((x + direction[0] * share * width, y + direction[1] * share * height)))

    def _middle(self) -> tuple[float, float]:
        (left, right), (bottom, top) = self._view.plot.getViewBox().viewRange()
        return (left + right) / 2, (bottom + top) / 2

    def _take_class(self, number: int) -> None:
        """Put the chosen point into another class, and the points to come too."""
        if number < len(self._classes):
            self._class = self._classes[number]
            chosen = self._editor.chosen
            if chosen is not None:
                self._editor.begin()
                self._editor.move(chosen, (*self._editor.points[chosen][:2], self._class))

    # Both -------------------------------------------------------------------------------------------------------

    def _add(self, place: tuple[float, float]) -> None:
        self._editor.add(place if self._class is None else (*place, self._class))

    def _move(self, index: int, place: tuple[float, float]) -> None:
        self._editor.move(index, (*place, *self._editor.points[index][2:]))

    def _follow(self) -> None:
        points, chosen = self._editor.points, self._editor.chosen
        if chosen != self._dragged:
            self._dragged = None  # it is gone, or its number is another point's now
        if self._editor.active:
            self._view.place_points(points)
        ring = [points[chosen][:2]] if self._editor.active and chosen is not None and chosen < len(points) else []
        self._ring.setData(pos=np.array(ring).reshape(-1, 2))
        if ring and self._classes and self._editor.points[chosen or 0][2] in self._classes:
            self._class = self._editor.points[chosen or 0][2]
