"""How the window looks: its theme and the size of its texts, remembered from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from trekker.gui.theme import DARK, LIGHT, THEMES, Theme, apply_theme, bounded_scale


class Look(QObject):
    """The theme and the text scale; without a theme of a person's choice, the system's.

    Attributes:
        changed: the application wears something else now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings()
        self._scale = bounded_scale(float(self._settings.value("text_scale", 1.0, type=float)))  # type: ignore[arg-type]  # PySide types it as object
        wanted = str(self._settings.value("theme", ""))
        self._theme = next((theme for theme in THEMES if theme.name == wanted), _system_theme())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The colours that the window wears."""
        return self._theme

    @property
    def text_scale(self) -> float:
        """How much larger than normal every text is."""
        return self._scale

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours, now and at the next start."""
        self._settings.setValue("theme", theme.name)
        self._theme = theme
        self.put_on()

    def set_text_scale(self, scale: float) -> None:
        """Make every text ``scale`` times its normal size, now and at the next start."""
        self._scale = bounded_scale(scale)
        self._settings.setValue("text_scale", self._scale)
        self.put_on()

    def put_on(self) -> None:
        """Let the whole application look so."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, self._theme, self._scale)
        self.changed.emit()

    def _follow_system(self) -> None:
        if not self._settings.contains("theme"):
            self._theme = _system_theme()
            self.put_on()


def _system_theme() -> Theme:
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
