"""Icons, drawn by qtawesome in the palette's colours."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

_SIZE = 16


def blank_icon() -> QIcon:
    """Return an icon that shows nothing, for the time before the real one is drawn: a button without any shows text."""
    blank = QPixmap(_SIZE, _SIZE)
    blank.fill(Qt.GlobalColor.transparent)
    return QIcon(blank)


def icon(name: str, *, on_accent: bool = False) -> QIcon:
    """Return an icon of the Material Design set ("play", "eye-off") in the colour of button text."""
    import qtawesome

    palette = QApplication.palette()
    text = palette.color(QPalette.ColorRole.ButtonText)
    accent_text = palette.color(QPalette.ColorRole.HighlightedText)
    drawn: QIcon = qtawesome.icon(
        f"mdi6.{name}",
        color=accent_text if on_accent else text,
        color_on=accent_text,
        color_disabled=palette.color(QPalette.ColorRole.PlaceholderText),
    )
    return drawn
