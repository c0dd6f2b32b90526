"""The overlays: what can be laid over the mountain, each with its colour, and a drawing of lines, sheets and pins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array


class Overlay(Enum):
    """One instrument that can be laid over the mountain."""

    GRADIENT = "gradient"
    MOMENTUM = "momentum"
    SCALING = "scaling"
    TANGENT = "tangent"
    QUADRATIC = "quadratic"
    DIRECTIONS = "directions"
    CIRCLE = "circle"
    SPEED = "speed"
    CONTOURS = "contours"
    MINIMA = "minima"


GRADIENT, MOMENTUM, SCALING, TANGENT = "#ff4f79", "#b78bff", "#ffb224", "#8fd8ff"
QUADRATIC, DESCENT, NEWTON, CIRCLE = "#ff8ad8", "#4ee67a", "#19d3ff", "#ffe94f"
GLOBAL, LOCAL = "#2fdc8f", "#c7d0da"
CROSS = "#ffffff"

READ_AT_THE_TREKKER = frozenset(
    {
        Overlay.GRADIENT,
        Overlay.MOMENTUM,
        Overlay.SCALING,
        Overlay.TANGENT,
        Overlay.QUADRATIC,
        Overlay.DIRECTIONS,
        Overlay.CIRCLE,
    }
)
"""Those that tell of the trekker that is looked at, and need its instruments."""


class Pin(Enum):
    """A small sign that always faces the eye."""

    PENNANT = "pennant"
    DIAMOND = "diamond"


@dataclass(frozen=True, eq=False)
class Line:
    """A line through ``points`` (k, 3) of the scene; it is broken where one is NaN.

    ``widths`` (k,) are multiples of a trail's width, or one for all.
    """

    points: Array
    colour: str
    widths: Array | float = 0.8


@dataclass(frozen=True, eq=False)
class Sheet:
    """A translucent surface: points (v, 3), triangles (t, 3) that index them, and how opaque it is."""

    points: Array
    triangles: NDArray[np.uint32]
    colour: str
    alpha: float


@dataclass(frozen=True, eq=False)
class PinAt:
    """A pin stuck at a place (3,) of the scene."""

    pin: Pin
    place: Array
    colour: str


@dataclass(frozen=True, eq=False)
class Drawing:
    """Everything that overlays draw."""

    lines: tuple[Line, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    pins: tuple[PinAt, ...] = ()

    def __add__(self, other: Drawing) -> Drawing:
        """Return both together."""
        return Drawing(self.lines + other.lines, self.sheets + other.sheets, self.pins + other.pins)
