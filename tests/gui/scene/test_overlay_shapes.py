"""The overlays' shapes: what touches the ground in truth touches the drawn ground."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from trekker.gui.scene import overlay
from trekker.gui.scene.draped_trail import LIFT
from trekker.gui.scene.landscape import SIDE, sample
from trekker.gui.scene.overlay import Overlay, Pin
from trekker.gui.scene.overlay_shapes import (
    circle_enlargement,
    drawing_of,
    drawn_slope,
    enlargement,
    flags,
    hugging_circle,
)
from trekker.plane import Plane
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain
from trekker.walk.instruments import instruments_at
from trekker.walk.scenario import Scenario


@pytest.fixture(params=["himmelblau", "rosenbrock", "bowl"])
def here(request):
    """Stand somewhere on a mountain whose relief is, or is not, compressed."""
    run = Scenario(ground=NamedMountain(request.param), start=(0.7, -0.4))
    ground = run.ground.open()
    read = instruments_at(Descent(ground, run), 0, Plane.whole())
    return SimpleNamespace(ground=ground, landscape=sample(ground), read=read)


def drawn_height(here, places):
    """Return the true drawn height over scene places (…, 2), not that of the sampled triangles."""
    landscape = here.landscape
    return landscape.relief.height(here.ground.cost.cost(landscape.theta(places)))


def test_the_tangent_plane_is_tangent_to_the_drawn_surface(here):
    feet, slope = here.landscape.place(here.read.place), drawn_slope(here.landscape, here.read)
    for axis in np.eye(2) * 1e-5:
        rise = (drawn_height(here, feet + axis) - drawn_height(here, feet - axis)) / 2e-5
        assert slope @ axis / 1e-5 == pytest.approx(rise, rel=1e-4, abs=1e-6)
    (sheet,) = drawing_of({Overlay.TANGENT}, here.landscape, here.read).sheets
    middle = sheet.points.mean(axis=0)
    assert middle[:2] == pytest.approx(feet)
    assert middle[2] == pytest.approx(float(drawn_height(here, feet)) + 0.5 * LIFT)


def test_the_circle_hugs_the_drawn_ground_to_second_order(here):
    feet, along, normal, radius = hugging_circle(here.landscape, here.read)
    assert abs(along @ normal) < 1e-12
    centre = feet + radius * normal
    for size in (0.02, 0.01):
        turn = size / radius
        point = centre + radius * (np.sin(turn) * along - np.cos(turn) * normal)
        assert abs(point[2] - float(drawn_height(here, point[:2]))) < 30 * size**3


def test_the_circle_is_told_to_be_drawn_as_many_times_as_large_as_it_is(here):
    *_, radius = hugging_circle(here.landscape, here.read)
    per_unit = float(np.hypot(*(here.read.heading * here.landscape.unit)))
    assert here.read.radius * circle_enlargement(here.landscape, here.read) * per_unit == pytest.approx(radius)


def test_the_quadratic_model_is_drawn_as_the_mountain_draws_costs(here):
    (sheet,) = drawing_of({Overlay.QUADRATIC}, here.landscape, here.read).sheets
    there = np.isfinite(sheet.points[:, 2])
    places = here.landscape.theta(sheet.points[there, :2])
    costs = here.read.quadratic(places - here.read.place)
    np.testing.assert_allclose(sheet.points[there, 2], here.landscape.relief.height(costs) + 0.5 * LIFT, atol=1e-9)


def test_arrows_lie_on_the_ground_and_point_where_they_say(here):
    lines = drawing_of({Overlay.GRADIENT}, here.landscape, here.read).lines
    points = np.concatenate([line.points for line in lines])
    points = points[np.isfinite(points).all(axis=1)]
    np.testing.assert_allclose(points[:, 2], here.landscape.surface_height(points[:, :2]) + LIFT, atol=1e-9)
    went = (points[-1] - points[0])[:2] / here.landscape.unit
    assert went @ here.read.uphill / np.linalg.norm(went) / here.read.steepness == pytest.approx(1.0)
    assert lines[-1].widths[-1] == 0


def test_the_minimum_of_a_bowl_is_where_its_model_says(here):
    pins = drawing_of({Overlay.QUADRATIC}, here.landscape, here.read).pins
    if not here.read.has_minimum:
        assert pins == ()
    elif here.landscape.bounds.contains(here.read.place + here.read.newton):
        assert pins[0].pin is Pin.DIAMOND
        np.testing.assert_allclose(pins[0].place[:2], here.landscape.place(here.read.place + here.read.newton))


def test_small_changes_are_enlarged_by_a_power_of_two_until_they_are_seen(here):
    assert enlargement(here.landscape, 0.5 * here.landscape.bounds.size) == 1
    tiny = np.array((1e-5, 0.0))
    factor = enlargement(here.landscape, tiny)
    assert np.log2(factor) == round(np.log2(factor))
    assert 0.09 * SIDE <= factor * 1e-5 * here.landscape.unit[0] < 0.18 * SIDE


def test_flags_stand_at_minima_and_none_off_the_map(here):
    places = np.array((here.landscape.bounds.centre, here.landscape.bounds.upper * 3))
    pins = flags(here.landscape, places, (True, False)).pins
    assert [each.colour for each in pins] == [overlay.GLOBAL]
    np.testing.assert_allclose(pins[0].place[:2], (0.0, 0.0), atol=1e-12)


def test_nothing_is_drawn_where_nothing_is_read(here):
    assert drawing_of(set(Overlay), here.landscape, None).lines == ()
