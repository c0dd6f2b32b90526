"""Icons, drawn by qtawesome in the palette's colours."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication

from trekker.gui.text_scale import text_scale

_NAME = "icon_name"
_SIDE = 16  # pixels, at the usual size of text


def blank_icon() -> QIcon:
    """Return an icon that shows nothing, for the time before the real one is drawn: a button without any shows text."""
    return QIcon(_Engine(QIcon()))


def wear_icon(button: QAbstractButton, name: str) -> None:
    """Let a button wear an icon; a blank one keeps its place until icons are drawn in the theme's colours."""
    button.setProperty(_NAME, name)
    button.setIcon(blank_icon())


def draw_icons(buttons: Iterable[QAbstractButton]) -> None:
    """Draw the icons that buttons wear in the palette's colours."""
    for button in buttons:
        name = button.property(_NAME)
        if name:
            button.setIcon(icon(str(name)))


def size_icons(buttons: Iterable[QAbstractButton]) -> None:
    """Make the icons that buttons wear as large as the text beside them."""
    side = round(_SIDE * text_scale())
    for button in buttons:
        button.setIconSize(QSize(side, side))


def icon(name: str, *, on_accent: bool = False) -> QIcon:
    """Return an icon of the Material Design set ("play", "eye-off") in the colour of button text."""
    import qtawesome

    palette = QApplication.palette()
    text = palette.color(QPalette.ColorRole.ButtonText)
    accent_text = palette.color(QPalette.ColorRole.HighlightedText)
    drawn = qtawesome.icon(
        f"mdi6.{name}",
        color=accent_text if on_accent else text,
        color_on=accent_text,
        color_disabled=palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
    )
    return QIcon(_Engine(drawn))


class _Engine(QIconEngine):
    """Draws another icon, but none of no size: a button that a layout has squeezed away may ask for one."""

    def __init__(self, drawn: QIcon) -> None:
        super().__init__()
        self._drawn = drawn

    def clone(self) -> _Engine:
        """Return another one that draws the same."""
        return _Engine(self._drawn)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon."""
        if not rect.isEmpty():
            self._drawn.paint(painter, rect, Qt.AlignmentFlag.AlignCenter, mode, state)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture."""
        if size.isEmpty():
            return QPixmap()
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture
