from __future__ import annotations

import numpy as np
import pytest

from trekker.gui.scene.camera import Camera, project

BLOCK = np.array([(x, y, z) for x in (-5.0, 5.0) for y in (-5.0, 5.0) for z in (0.0, 3.0)])


@pytest.mark.parametrize("size", [(560, 420), (900, 700), (1200, 900), (500, 900), (1400, 300)])
@pytest.mark.parametrize("elevation", [2.0, 40.0, 90.0])
def test_a_fitted_block_fills_the_widget_and_nothing_is_cut_off(size, elevation):
    margins = (40.0, 30.0, 20.0, 35.0)
    camera = Camera(elevation=elevation).fitted(BLOCK, size, margins)
    pixels = project(BLOCK, camera, size)[:, :2]
    low, high = pixels.min(axis=0), pixels.max(axis=0)
    room = np.array((size[0] - 60.0, size[1] - 65.0))
    assert (low >= np.array((40.0, 30.0)) - 1).all()
    assert (high <= np.array((size[0] - 20.0, size[1] - 35.0)) + 1).all()
    assert ((high - low) / room).max() > 0.98


def test_the_default_camera_sees_the_first_parameter_grow_to_the_right_and_heights_grow_upwards():
    origin, right, up = project(np.array([(0.0, 0, 0), (1, 0, 0), (0, 0, 1)]), Camera(), (800, 600))
    assert right[0] > origin[0]
    assert up[1] < origin[1]


def test_orbiting_stays_above_ground_and_comes_round():
    camera = Camera(azimuth=170.0, elevation=45.0)
    assert camera.orbited(0, -500).elevation > 0
    assert camera.orbited(0, 500).elevation == 90
    assert camera.orbited(20, 0).azimuth == pytest.approx(-170)


def test_panning_moves_the_picture_by_as_many_pixels():
    camera, size = Camera(), (800, 600)
    centre = np.array([camera.centre])
    before = project(centre, camera, size)[0, :2]
    after = project(centre, camera.panned(30, 20, size), size)[0, :2]
    np.testing.assert_allclose(after - before, (30, -20), atol=0.5)
