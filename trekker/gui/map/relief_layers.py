"""The ground as coloured layers between contour lines, as shapes that a painter fills; no widget, any thread."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from PySide6.QtGui import QColor, QPainterPath, QPolygonF

from trekker.cost import Array
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.relief import TALL
from trekker.gui.scene.surface_mesh import contour_levels, terrain_colours

_BETWEEN = 2
"""How many colours lie between two contour lines."""
_DEEPEST = 1e-6 * TALL


@dataclass(frozen=True, eq=False)
class ReliefLayers:
    """What a map of a landscape is painted with, in units of its places.

    Attributes:
        layers: from the lowest up, all ground at least so high, and its colour: each is painted over those below.
        lines: the contour lines, at the costs of those on the mountain.
    """

    layers: tuple[tuple[QPainterPath, QColor], ...]
    lines: QPainterPath


def relief_layers(landscape: Landscape) -> ReliefLayers:
    """Cut a landscape into layers; where it has holes, so have they."""
    from contourpy import FillType, LineType, contour_generator

    heights = landscape.heights.T
    firm = np.ma.masked_invalid(heights)
    generator = contour_generator(
        landscape.x, landscape.y, firm, fill_type=FillType.OuterOffset, line_type=LineType.Separate
    )
    lowest, highest = _reach(heights)
    levels = landscape.relief.height(contour_levels(landscape))
    edges = _edges(np.concatenate(([lowest], levels[(levels > lowest) & (levels < highest)], [highest])))
    tones = terrain_colours((edges[:-1] + edges[1:]) / 2)
    layers = []
    for low, tone in zip(edges[:-1], tones, strict=True):
        found = generator.filled(low - (_DEEPEST if low == lowest else 0.0), highest + TALL)
        layers.append((_areas(found), QColor.fromRgbF(*(float(part) for part in tone))))
    lines = QPainterPath()
    for level in levels:
        for line in generator.lines(float(level)):
            lines.addPolygon(_polygon(np.asarray(line)))
    return ReliefLayers(tuple(layers), lines)


def _reach(heights: Array) -> tuple[float, float]:
    finite = heights[np.isfinite(heights)]
    if not finite.size:
        return 0.0, TALL
    low, high = float(finite.min()), float(finite.max())
    return (low, high) if high > low else (low, low + TALL)


def _edges(levels: Array) -> Array:
    """Return the heights at which the colour changes: every contour line, and evenly between."""
    shares = np.arange(_BETWEEN) / _BETWEEN
    parts = levels[:-1, np.newaxis] + np.diff(levels)[:, np.newaxis] * shares
    return np.append(parts.ravel(), levels[-1])


def _areas(found: Any) -> QPainterPath:
    """Return polygons with holes as one path: each of them is an outline, then the outlines of its holes."""
    points, offsets = found  # of this type, whatever the annotations of contourpy allow
    path = QPainterPath()
    for corners, ends in zip(points, offsets, strict=True):
        for first, last in pairwise(ends):
            path.addPolygon(_polygon(corners[first:last]))
    return path


def _polygon(corners: Array) -> QPolygonF:
    from pyqtgraph.functions import arrayToQPolygonF

    polygon: QPolygonF = arrayToQPolygonF(np.ascontiguousarray(corners[:, 0]), np.ascontiguousarray(corners[:, 1]))
    return polygon
