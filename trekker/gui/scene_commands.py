"""What a person can do with the mountain in the main window: overlays and the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trekker.gui.commands import Command
from trekker.gui.scene.overlay import Overlay

if TYPE_CHECKING:
    from trekker.gui.main_window import MainWindow

OVERLAY_KEYS = (
    (Overlay.GRADIENT, "A"),
    (Overlay.MOMENTUM, "V"),
    (Overlay.SCALING, "E"),
    (Overlay.TANGENT, "T"),
    (Overlay.QUADRATIC, "Q"),
    (Overlay.DIRECTIONS, "D"),
    (Overlay.CIRCLE, "U"),
    (Overlay.SPEED, "S"),
    (Overlay.CONTOURS, "C"),
    (Overlay.MINIMA, "K"),
)


class SceneCommands(QObject):
    """Declares the commands of one main window's mountain."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def declare(self) -> tuple[Command, ...]:
        """Return the commands, in the order of the sheet of shortcuts."""
        return tuple(self._overlay(which, key) for which, key in OVERLAY_KEYS)

    def _overlay(self, which: Overlay, key: str) -> Command:
        name, hint = self._words(which)
        window = self._window
        return Command(
            f"overlay_{which.value}",
            name,
            hint,
            lambda: window.mountain.overlays.toggle(which),
            key,
            checked=lambda: which in window.mountain.overlays.on,
        )

    def _words(self, which: Overlay) -> tuple[str, str]:
        return {
            Overlay.GRADIENT: (
                self.tr("Gradient"),
                self.tr("Show which way the ground rises most steeply; the arrow grows with the steepness."),
            ),
            Overlay.MOMENTUM: (
                self.tr("Momentum"),
                self.tr("Show where the rule’s memory alone would carry the trekker."),
            ),
            Overlay.SCALING: (
                self.tr("Reach of a step"),
                self.tr("Show how far a slope so steep would lead along each axis: the rule’s scaling as an ellipse."),
            ),
            Overlay.TANGENT: (
                self.tr("Tangent plane"),
                self.tr("Show the plane that the slope alone promises."),
            ),
            Overlay.QUADRATIC: (
                self.tr("Quadratic model"),
                self.tr("Show the bowl that slope and curvature promise, and its lowest place."),
            ),
            Overlay.DIRECTIONS: (
                self.tr("Descent and Newton"),
                self.tr("Compare steepest descent with Newton’s step."),
            ),
            Overlay.CIRCLE: (
                self.tr("Curvature circle"),
                self.tr("Show the circle that hugs the ground along the next step."),
            ),
            Overlay.SPEED: (
                self.tr("Trails by speed"),
                self.tr("Colour trails by how far each step went."),
            ),
            Overlay.CONTOURS: (
                self.tr("Contour lines"),
                self.tr("Draw lines of equal height on the ground, or leave them out."),
            ),
            Overlay.MINIMA: (
                self.tr("Known minima"),
                self.tr("Put a flag at every minimum that is known."),
            ),
        }[which]
