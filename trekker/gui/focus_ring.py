"""The ring around what has the keys, for pictures that Qt's own style gives none: the mountain, the map and plots."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

_WIDTH = 2.0


class FocusRing(QWidget):
    """Lies over a picture, and is seen while that has the focus, unless it got it by mouse and no key was pressed."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture)
        self._picture = picture
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        picture.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the focus."""
        kind, picture = event.type(), self._picture
        if kind == QEvent.Type.Resize:
            self.setGeometry(picture.rect())
        elif kind == QEvent.Type.KeyPress or (isinstance(event, QFocusEvent) and _is_by_key(event)):
            self.setVisible(picture.hasFocus())
            self.raise_()
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _WIDTH))
        edge = _WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 4.0, 4.0)
        painter.end()


def _is_by_key(event: QFocusEvent) -> bool:
    return event.type() == QEvent.Type.FocusIn and event.reason() != Qt.FocusReason.MouseFocusReason
