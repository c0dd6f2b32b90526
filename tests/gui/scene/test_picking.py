from __future__ import annotations

import json
import os
import subprocess
import sys

import numpy as np
import pytest

from trekker.gui.scene.camera import Camera, project
from trekker.gui.scene.picking import pick

SIZE = (700, 520)


def random_camera(random):
    return Camera(
        centre=tuple(random.uniform(-1.5, 1.5, 3)),
        distance=random.uniform(12, 35),
        azimuth=random.uniform(-180, 180),
        elevation=random.uniform(15, 90),
    )


@pytest.mark.parametrize("name", ["himmelblau", "rosenbrock"])
def test_what_is_picked_lies_under_the_pixel_or_hides_what_was_aimed_at(landscape, name):
    ground = landscape(name)
    random = np.random.default_rng(7)
    seen = 0
    for camera in (random_camera(random) for _ in range(50)):
        places = random.uniform(-0.48, 0.48, (4, 2)) * ground.extent
        points = np.concatenate((places, ground.surface_height(places)[:, None]), axis=1)
        for point, (across, down, depth) in zip(points, project(points, camera, SIZE), strict=True):
            found = pick(ground, camera, SIZE, (across, down))
            if found is None:
                continue  # a wall of the block hides the point
            place = ground.place(found)
            picked = np.append(place, ground.surface_height(place))
            pixel = project(picked[None], camera, SIZE)[0]
            assert np.hypot(pixel[0] - across, pixel[1] - down) < 1.0
            assert pixel[2] <= depth + 1e-3
            seen += np.linalg.norm(picked - point) < 0.05
    assert seen > 100


def test_from_straight_above_every_point_of_the_ground_is_picked_exactly(landscape):
    ground = landscape("himmelblau")
    camera = Camera(elevation=90.0)
    thetas = np.random.default_rng(8).uniform(-4.5, 4.5, (50, 2))
    places = ground.place(thetas)
    points = np.concatenate((places, ground.surface_height(places)[:, None]), axis=1)
    for theta, (across, down, _) in zip(thetas, project(points, camera, SIZE), strict=True):
        np.testing.assert_allclose(pick(ground, camera, SIZE, (across, down)), theta, atol=1e-2)


@pytest.mark.parametrize("pixel", [(1.0, 1.0), (699.0, 1.0), (-500.0, 9000.0)])
def test_nothing_is_picked_beside_the_ground(landscape, pixel):
    assert pick(landscape("bowl"), Camera(), SIZE, pixel) is None


def test_nothing_is_picked_over_a_hole_or_where_there_is_no_ground(ground_of):
    from trekker.gui.scene.landscape import sample

    for radius in (1.0, 99.0):
        ground = sample(ground_of(lambda x, y, r=radius: np.where(x * x + y * y < r, np.nan, x), -3, 3, -3, 3), 40, 40)
        assert pick(ground, Camera(centre=(0, 0, 0), elevation=90.0), SIZE, (350.0, 260.0)) is None


def test_a_wall_of_the_block_is_not_ground(landscape):
    ground = landscape("bowl")
    camera = Camera(azimuth=-90.0, elevation=10.0)
    point = np.array([[0.0, -ground.extent[1] / 2, 0.1]])
    across, down, _ = project(point, camera, SIZE)[0]
    assert pick(ground, camera, SIZE, (across, down)) is None


@pytest.mark.opengl
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_what_is_projected_is_drawn_there_and_picked_again_within_a_pixel_from_two_hundred_eyes(ratio):
    told = subprocess.run(
        [sys.executable, "-m", "tests.gui.scene.at_pixel_ratio"],
        env=os.environ | {"QT_SCALE_FACTOR": str(ratio)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    found = json.loads(told.stdout)
    assert found["ratio"] == ratio
    assert found["found"] > 140
    assert max(found["picked"], found["drawn"], found["clicked"]) < 1.0
