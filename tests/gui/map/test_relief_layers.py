from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from trekker.gui.map.relief_layers import relief_layers
from trekker.gui.scene.surface_mesh import contour_levels, terrain_colours


def colour_at(layers, place):
    """Return the colour (3,) of the uppermost layer over a place; None where there is none."""
    over = [colour for area, colour in layers.layers if area.contains(QPointF(*place))]
    return np.array(over[-1].getRgbF()[:3]) if over else None


def nodes(landscape):
    """Every seventh place of the grid, off its edge, with its drawn height."""
    for column in range(3, len(landscape.x) - 3, 7):
        for row in range(3, len(landscape.y) - 3, 7):
            yield (landscape.x[column], landscape.y[row]), landscape.heights[column, row]


def test_the_colour_of_a_place_is_that_of_its_height_on_the_mountain(landscape):
    layers = relief_layers(landscape)
    for place, height in nodes(landscape):
        assert colour_at(layers, place) == pytest.approx(terrain_colours(height), abs=0.08)


def test_a_hole_in_the_ground_is_left_open_and_the_rest_is_covered(landscape):
    costs = landscape.costs.copy()
    costs[40:60, 50:70] = np.nan
    layers = relief_layers(replace(landscape, costs=costs))
    assert colour_at(layers, (landscape.x[50], landscape.y[60])) is None
    assert colour_at(layers, (landscape.x[30], landscape.y[60])) is not None


def test_contour_lines_run_at_the_costs_of_those_on_the_mountain(landscape):
    lines = relief_layers(landscape).lines
    points = np.array([(lines.elementAt(each).x, lines.elementAt(each).y) for each in range(lines.elementCount())])
    x, y = points.T
    heights = landscape.relief.height((x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2)
    levels = landscape.relief.height(contour_levels(landscape))
    off = np.abs(heights[:, np.newaxis] - levels)
    assert off.min(axis=1).max() < 0.02
    assert set(off.argmin(axis=1)) == set(range(len(levels)))
