"""A small button that shows a command by its icon alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from trekker.gui.commands.command import Commands


def small_button(commands: Commands, name: str, *, text: bool = False) -> QToolButton:
    """Return a button for a command, with its icon, and its ``text`` where that is wanted."""
    button = QToolButton()
    button.setDefaultAction(commands[name])
    styles = Qt.ToolButtonStyle
    button.setToolButtonStyle(styles.ToolButtonTextBesideIcon if text else styles.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(commands[name].text())
    button.setObjectName("small")
    return button
