"""A field for a short text in which a blank means something, and which leaves Space to the window all the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class TextField(QLineEdit):
    """Types a blank only in the midst of typing: before and after, Space is a command. Escape gives a text up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""

    def show_text(self, text: str) -> None:
        """Show a text from its beginning; what was being typed is given up."""
        self._shown = text
        self.setText(text)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape give up what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.show_text(self._shown)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Space to the window where nothing is being typed."""
        is_space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if is_space and event.type() == QEvent.Type.ShortcutOverride and not self.isModified():
            event.ignore()
            return False
        return super().event(event)
