"""Buttons for commands: one alone, with or without its text, or several in the menu of one button."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from trekker.gui.commands.command import Commands
from trekker.gui.icons import wear_icon


def command_button(commands: Commands, name: str, *, text: bool = False) -> QToolButton:
    """Return a button for a command, with its icon, and its ``text`` where that is wanted."""
    button = QToolButton()
    button.setDefaultAction(commands[name])
    styles = Qt.ToolButtonStyle
    button.setToolButtonStyle(styles.ToolButtonTextBesideIcon if text else styles.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(commands[name].text())
    return button


def small_button(commands: Commands, name: str, *, text: bool = False) -> QToolButton:
    """Return the same, as small as the heads of cards want it."""
    button = command_button(commands, name, text=text)
    button.setObjectName("small")
    return button


def menu_button(commands: Commands, names: Iterable[str], *, called: str, icon_name: str) -> QToolButton:
    """Return a button that opens a menu of commands; what it shows and how is left to who wants it."""
    button = QToolButton()
    wear_icon(button, icon_name)
    button.setAccessibleName(called)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.addActions([commands[name] for name in names])
    button.setMenu(menu)
    return button
