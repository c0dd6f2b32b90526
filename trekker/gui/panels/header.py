"""The header: what is open, how far something is read, and the menus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from trekker.gui.commands.command import Commands
from trekker.gui.commands.scene import OVERLAY_KEYS
from trekker.gui.figure_choice import Figures
from trekker.gui.ground_view import GroundView
from trekker.gui.panels.command_buttons import command_button, menu_button
from trekker.gui.panels.title import Title
from trekker.gui.scene.eyes import Eye
from trekker.gui.theme import THEMES

_OPEN = ("gallery", "formula", "open_elevation", "open", "paste", "bounds", "optimizer", "random_start", "quit")
_VIEW = (
    *(f"view_{view.value}" for view in GroundView),
    "mini_map",
    "cross_hair",
    *(f"theme_{theme.name}" for theme in THEMES),
    "larger",
    "smaller",
    "normal_size",
    "log_scale",
    "plot_settings",
    "phase_plot",
    "layers",
    "explain",
    "enlarge_fit",
    "full_screen",
)
_OVERLAYS = tuple(f"overlay_{which.value}" for which, _ in OVERLAY_KEYS)
_EYE = (
    "whole_mountain",
    *(f"eye_{eye.name.lower()}" for eye in Eye),
    "follow_beside",
    "follow_shoulder",
    "blindfold_plots",
    "reduced_motion",
)
_FIGURES = ("simple_figures", *(f"figures_{each.value}" for each in Figures))


class Header(QWidget):
    """The row along the top of the window.

    Attributes:
        title: what is open.
    """

    def __init__(self, commands: Commands, under_way: Sequence[QWidget]) -> None:
        super().__init__()
        self._commands = commands
        self.title = Title()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title, 1)
        for each in under_way:  # no higher than the rest: what lies below is not drawn anew
            each.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            row.addWidget(each)
        view = self._menu(self.tr("View"), "theme-light-dark", _VIEW)
        for text, names in ((self.tr("Overlays"), _OVERLAYS), (self.tr("Eye"), _EYE), (self.tr("Figures"), _FIGURES)):
            view.menu().addMenu(text).addActions([commands[name] for name in names])
        row.addWidget(self._menu(self.tr("Open"), "folder-open-outline", _OPEN))
        row.addWidget(command_button(commands, "hand"))
        row.addWidget(command_button(commands, "blindfold", text=True))
        row.addWidget(view)
        row.addWidget(command_button(commands, "shortcuts", text=True))

    def _menu(self, text: str, icon_name: str, names: Sequence[str]) -> QToolButton:
        button = menu_button(self._commands, names, called=text, icon_name=icon_name)
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button
