"""What stands where the mountain would without OpenGL: it takes what a scene is told, and draws nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trekker.gui.scene.eyes import Eye, Following
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.overlay import Drawing
from trekker.gui.scene.walker import SceneColours, Walker


class NoScene(QWidget):
    """Answers as a :class:`~trekker.gui.scene.scene.MountainScene` does, so that nobody needs to ask whether it is one.

    Qt warns of every OpenGL widget that is made where OpenGL can't be had, and draws the whole window another way
    for its sake; so none is made there.
    """

    ground_clicked = Signal(float, float)
    ground_hovered = Signal(float, float)
    ground_left = Signal()
    walker_clicked = Signal(int)
    walker_dragged = Signal(int, float, float)
    walker_pushed = Signal(float, float)
    turned = Signal(float)
    following_changed = Signal()
    frame_wanted = Signal()
    framed = Signal(float)

    @property
    def landscape(self) -> Landscape | None:
        """The ground that is drawn: none, so that no instrument is worked out for it."""
        return None

    @property
    def following(self) -> Following:
        """Whether the eye goes with a trekker: there is no eye."""
        return Following.NOT

    def show_landscape(self, landscape: Landscape | None) -> None:
        """Draw no ground."""

    def show_walkers(self, walkers: tuple[Walker, ...]) -> None:
        """Draw nobody."""

    def show_overlays(self, drawing: Drawing) -> None:
        """Draw no instruments."""

    def show_simple_figures(self, simple: bool) -> None:
        """Draw no figures."""

    def keep_free(self, above: int, below: int) -> None:
        """Keep nothing free."""

    def show_contours(self, on: bool) -> None:
        """Draw no lines."""

    def colour_trails_by_speed(self, by_speed: bool) -> None:
        """Draw no trails."""

    def set_blindfold(self, on: bool, radius: float, *, dense: bool = False) -> None:
        """Hide nothing."""

    def set_colours(self, colours: SceneColours) -> None:
        """Draw in no colours."""

    def set_motion(self, on: bool) -> None:
        """Let nothing glide."""

    def spare(self, on: bool) -> None:
        """Draw as little as ever."""

    def follow(self, how: Following) -> None:
        """Go with nobody."""

    def look_from(self, eye: Eye) -> None:
        """Look from nowhere."""

    def reset_camera(self) -> None:
        """Look from nowhere."""

    def refine(self) -> None:
        """Draw nothing more finely."""
