import numpy as np

from trekker.gui.scene.landscape import sample
from trekker.gui.scene.surface_mesh import contour_levels
from trekker.terrain.gallery import gallery


def test_contour_lines_are_drawn_at_round_costs_that_rise(landscape):
    levels = contour_levels(landscape("bowl"))
    assert 10 <= levels.size <= 21
    assert (np.diff(levels) > 0).all()


def test_no_contour_line_is_drawn_over_a_whole_plain():
    plain = sample(gallery()["easom"].ground())
    levels = contour_levels(plain)
    assert abs(np.median(plain.costs)) < 1e-6
    assert levels.size > 5
    assert 0 not in levels
