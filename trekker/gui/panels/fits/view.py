"""The contract of a fit view: it is given a ground once, and then a place on it as often as the trekker moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.background.workbench import Workbench
from trekker.gui.panels.live_text import LiveText
from trekker.gui.theme import LIGHT, Theme
from trekker.walk.descent import Descent


@dataclass(frozen=True, eq=False)
class Here:
    """Where the trekker that is looked at stands.

    Attributes:
        descent: its walk.
        step: the step under the cursor.
        colour: the trekker's own colour.
    """

    descent: Descent
    step: int
    colour: str

    @property
    def theta(self) -> Array:
        """Its parameters, shape (n,)."""
        place: Array = self.descent.trail.theta[self.step]
        return place


class FitView(QWidget):
    """What one kind of ground looks like in the fit panel, with a caption below.

    A new kind of view is one file beside this one: a subclass that says which grounds it suits.

    Attributes:
        rank: of several views that suit a ground, the one with the highest is shown.
        caption: one sentence with the numbers that matter here.
    """

    rank: ClassVar[int] = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(5)
        self.caption = LiveText(2, muted=True)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Tell whether this view can show a ground."""
        raise NotImplementedError

    def heading(self, ground: Ground) -> str:
        """Return what stands over the view."""
        raise NotImplementedError

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Take another ground; ``alike`` where it is the last one with a few points changed, and nothing may jump."""
        raise NotImplementedError

    def draw(self, here: Here) -> None:
        """Show what is understood at this place of the ground that is open."""
        raise NotImplementedError

    def share(self, workbench: Workbench) -> None:
        """Work out here, in turn with others, what takes long."""

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.theme = theme

    def arrange(self, *, large: bool) -> None:
        """Take much room, or little."""

    def set_blindfold(self, on: bool) -> None:
        """Hide what a blindfolded trekker can't know, or show it again; data it always knows."""

    @property
    def busy(self) -> bool:
        """Whether a picture is being worked out."""
        return False

    def finish(self) -> None:
        """Wait until nothing is computed any more, as the program closes."""
