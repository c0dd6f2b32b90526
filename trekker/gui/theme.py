"""The look: colours for light, dark and high contrast, and one text scale for everything."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from trekker.assets import asset

_BASE_POINTS = 10.0
_SMALLEST, _LARGEST = 0.8, 2.0

#: Okabe and Ito's colours, which people with any kind of colour vision can tell apart; the first is the trail's red.
TREKKER_COLOURS = ("#d55e00", "#0072b2", "#cc79a7", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#999999")


@dataclass(frozen=True)
class Theme:
    """One set of colours, each as #rrggbb."""

    name: str
    page: str
    card: str
    border: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_text: str
    field: str
    grid: str
    plot_line: str
    scene: str
    fog: str
    contour: str
    wall: str
    good: str
    bad: str
    warning: str


LIGHT = Theme(
    name="light",
    page="#e8ecf1",
    card="#ffffff",
    border="#d3dae3",
    text="#1c2733",
    muted="#56657a",
    disabled="#56657a",
    accent="#1f4e8c",
    accent_text="#ffffff",
    field="#ffffff",
    grid="#d9dfe7",
    plot_line="#2b3a4d",
    scene="#eef2f5",
    fog="#dfe5ec",
    contour="#16202c",
    wall="#9aa7b5",
    good="#00754f",
    bad="#b3261e",
    warning="#8a5300",
)
DARK = Theme(
    name="dark",
    page="#12171e",
    card="#1b222c",
    border="#323d4b",
    text="#e7edf4",
    muted="#a3b1c2",
    disabled="#a3b1c2",
    accent="#5b9bef",
    accent_text="#0b1018",
    field="#141a22",
    grid="#323c49",
    plot_line="#d5deea",
    scene="#161c24",
    fog="#2c3541",
    contour="#0a0e13",
    wall="#46525f",
    good="#4cc38a",
    bad="#ff8a80",
    warning="#f2b84b",
)
HIGH_CONTRAST = Theme(
    name="high contrast",
    page="#000000",
    card="#000000",
    border="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    disabled="#8c8c8c",
    accent="#ffd400",
    accent_text="#000000",
    field="#000000",
    grid="#6a6a6a",
    plot_line="#ffffff",
    scene="#000000",
    fog="#3a3a3a",
    contour="#000000",
    wall="#8a8a8a",
    good="#6dff9c",
    bad="#ff9d94",
    warning="#ffd400",
)
THEMES = (LIGHT, DARK, HIGH_CONTRAST)

_SHEET = Template("""
QWidget { font-size: ${normal}pt; }
QMainWindow, QDialog { background: $page; }
QToolTip { background: $card; color: $text; border: 1px solid $border; padding: 4px; }
QFrame#card { background: $card; border: 1px solid $border; border-radius: 6px; }
QLabel { background: transparent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[role="hint"] { color: $muted; font-size: ${small}pt; }
QLabel[role="error"] { color: $bad; font-size: ${small}pt; }
QLabel[role="formula"] { font-family: "DejaVu Serif", "Cambria Math", "STIX Two Math", serif; font-style: italic; }
QPushButton, QToolButton {
    background: $card; color: $text; border: 1px solid $border; border-radius: 5px; padding: 5px 10px;
}
QPushButton:hover, QToolButton:hover { border-color: $accent; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent;
}
QPushButton:focus, QToolButton:focus { padding: 4px 9px; }
QToolButton#small:focus { padding: 1px 3px; }
QComboBox:focus, QLineEdit:focus, QAbstractSpinBox:focus, QLineEdit[wrong="true"] { padding: 2px 6px; }
QPushButton:checked, QToolButton:checked, QToolButton#walk, QPushButton:default:enabled {
    background: $accent; color: $accent_text; border-color: $accent;
}
QToolButton#walk:focus, QPushButton:checked:focus, QToolButton:checked:focus, QPushButton:default:enabled:focus {
    border: 5px double $accent_text; padding: 1px 6px;
}
QToolButton#small:checked:focus { border-width: 3px; padding: 0 2px; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $border; background: $page; }
QToolButton#small { padding: 2px 4px; }
QToolButton::menu-indicator { image: none; }
QCheckBox::indicator:unchecked, QTreeView::indicator:unchecked {
    border: 1px solid $muted; border-radius: 2px; background: $field;
}
QComboBox, QLineEdit, QAbstractSpinBox {
    background: $field; color: $text; border: 1px solid $border; border-radius: 5px; padding: 3px 7px;
    selection-background-color: $accent; selection-color: $accent_text; placeholder-text-color: $muted;
}
QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent; }
QLineEdit[wrong="true"] { border: 2px solid $bad; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QComboBox:disabled, QLineEdit:disabled { color: $disabled; background: $page; }
QTreeView#party { background: transparent; border: 1px solid transparent; border-radius: 5px; }
QTreeView#party:focus, QTableView:focus { border: 1px solid $accent; }
QTableView { background: $card; alternate-background-color: $page; border: 1px solid transparent; }
QHeaderView, QHeaderView::section { background: $card; color: $muted; border: none; padding: 2px 4px; }
QScrollArea, QScrollArea > QWidget > QWidget#column { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 9px; margin: 0; }
QScrollBar::handle:vertical { background: $border; border-radius: 4px; min-height: 24px; }
QScrollBar::handle:vertical:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; height: 0; }
QMenuBar, QMenu { background: $card; color: $text; }
QMenuBar::item:selected, QMenu::item:selected { background: $accent; color: $accent_text; }
QMenu::item:disabled { color: $disabled; }
QSplitter::handle { background: transparent; }
""")


def palette_of(theme: Theme) -> QPalette:
    """Return the palette from which Fusion draws everything that the style sheet leaves alone."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, theme.page),
        (roles.WindowText, theme.text),
        (roles.Base, theme.field),
        (roles.AlternateBase, theme.page),
        (roles.Text, theme.text),
        (roles.Button, theme.card),
        (roles.ButtonText, theme.text),
        (roles.BrightText, theme.bad),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, theme.accent_text),
        (roles.ToolTipBase, theme.card),
        (roles.ToolTipText, theme.text),
        (roles.PlaceholderText, theme.muted),
        (roles.Link, theme.accent),
        (roles.Mid, theme.border),
        (roles.Midlight, theme.grid),
        (roles.Light, theme.card),
        (roles.Dark, theme.muted),
        (roles.Shadow, theme.border),
        (roles.Accent, theme.accent),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return palette


def bounded_scale(scale: float) -> float:
    """Return a text scale that can be read and still fits a screen."""
    return min(max(scale, _SMALLEST), _LARGEST)


def apply_theme(application: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Dress the application: Fusion, our palette, our sheet, and every text ``scale`` times its size."""
    points = _BASE_POINTS * bounded_scale(scale)
    font = QFont(application.font())
    font.setPointSizeF(points)
    sizes = {
        "normal": f"{points:.1f}",
        "title": f"{points * 1.3:.1f}",
        "heading": f"{points * 1.1:.1f}",
        "small": f"{points * 0.9:.1f}",
    }
    sheet = _SHEET.substitute(vars(theme), arrow=_arrow(theme), **sizes)
    with _nobody_leaving():
        application.setFont(font)
        application.setPalette(palette_of(theme))
        application.setStyleSheet(sheet)


@contextmanager
def _nobody_leaving() -> Iterator[None]:
    """Let no garbage be collected for a while.

    Qt walks through a list of all widgets as it dresses them, and calls them back; were one deleted meanwhile because
    Python found it to be garbage, Qt would go on to dress nothing, and the program would end.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _arrow(theme: Theme) -> str:
    """Return the path of the arrow of a drop-down list, in the colour of the theme's text."""
    return asset(f"icons/arrow_down_{'light' if theme.name == 'light' else 'dark'}.svg").as_posix()
