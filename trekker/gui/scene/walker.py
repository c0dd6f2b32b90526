"""What the scene is told: who walks where, and in which colours everything is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from trekker.cost import Array
from trekker.gui.marker import Marker

__all__ = ["Fate", "Marker", "SceneColours", "Walker"]


class Fate(Enum):
    """What has become of a trekker; each is posed in its own way."""

    WALKING = "walking"
    ARRIVED = "arrived"
    STUCK = "stuck"
    DIVERGED = "diverged"
    LEFT = "left the map"


@dataclass(frozen=True, eq=False)
class Walker:
    """One trekker as the scene sees it: a trail up to the present, whose last point is where they stand.

    Attributes:
        colour: "#rrggbb".
        points: θ at each step, shape (k, 2); may be a view of a growing array, and is never changed.
        costs: J at each step, shape (k,).
        marker: the shape of the flag above the figure; None for no flag.
        name: what people call the trekker.
        looked_at: whether the eye goes with this one, where it goes with any.
        felt: how far its feet feel under the blindfold, in units of θ; the scene's own radius where that is larger.
        fate: what has become of it.
    """

    colour: str
    points: Array = field(default_factory=lambda: np.empty((0, 2)))
    costs: Array = field(default_factory=lambda: np.empty(0))
    marker: Marker | None = None
    name: str = ""
    looked_at: bool = False
    felt: float = 0.0
    fate: Fate = Fate.WALKING

    @property
    def look(self) -> tuple[object, ...]:
        """Everything but the trail that decides how it looks."""
        return (self.colour, self.marker, self.looked_at, self.felt, self.fate, len(self.points))

    def __post_init__(self) -> None:
        if self.points.ndim != 2 or self.points.shape[1] != 2 or self.costs.shape != self.points.shape[:1]:
            raise ValueError(
                f"a trail is k points (k, 2) with k costs, not {self.points.shape} with {self.costs.shape}"
            )


@dataclass(frozen=True)
class SceneColours:
    """The scene's colours, each "#rrggbb".

    Attributes:
        background: behind everything.
        fog: what the blindfold lays over the ground.
        contour: contour lines.
        wall: the cut sides of the block of ground.
        text: numbers and names on the axes.
        line: the axes' ticks.
        casing: the thin edge that sets trails and flags off from the ground.
    """

    background: str
    fog: str
    contour: str
    wall: str
    text: str
    line: str
    casing: str

    @classmethod
    def light(cls) -> SceneColours:
        """Return the colours for bright rooms and projectors."""
        return cls("#eef1f4", "#e3e8ee", "#0d2233", "#c6ced8", "#39424e", "#8b96a3", "#ffffff")

    @classmethod
    def dark(cls) -> SceneColours:
        """Return the colours for dark rooms."""
        return cls("#171b21", "#323a45", "#06121c", "#323b47", "#c3ccd6", "#66727f", "#0b0e12")

    @classmethod
    def high_contrast(cls) -> SceneColours:
        """Return the colours for people who need strong contrast."""
        return cls("#000000", "#1c1c1c", "#000000", "#4a4a4a", "#ffffff", "#ffffff", "#ffffff")
