"""Planes through parameter space."""

import numpy as np
import pytest

from trekker.ground import Bounds
from trekker.learning.catalogue import model
from trekker.learning.data_ground import data_ground
from trekker.learning.dataset import Column, Dataset
from trekker.learning.digits import PIXELS, TARGET, digits
from trekker.walk.grounds import SampleData
from trekker.walk.planes import (
    PlaneChoice,
    PlaneKind,
    View,
    along_principal_components,
    along_random_directions,
    filter_normalised,
    first_plane,
    laid,
    outgrown,
    parameter_names,
    seen_on,
    telling_parameters,
)

RANDOM, PRINCIPAL = PlaneChoice(PlaneKind.RANDOM), PlaneChoice(PlaneKind.PRINCIPAL)


@pytest.fixture(scope="module")
def reader():
    """A small convolutional network on a few digits."""
    return data_ground(digits().picked(np.arange(40)), PIXELS, TARGET, model("convolutional", {"filters": "3,5"}))


@pytest.fixture(scope="module")
def waves():
    x, z = np.random.default_rng(3).normal(size=(2, 30))
    table = Dataset("waves", (Column("x", x), Column("z", z), Column("y", np.sin(x) * z)))
    return data_ground(table, ("x", "z"), "y")


def walk_on(ground, steps=40, seed=1):
    random = np.random.default_rng(seed)
    return np.array(ground.start) + np.cumsum(random.normal(size=(steps, ground.cost.dimension)), axis=0)


def test_a_plane_along_parameters_has_their_values_as_places_and_goes_through_the_walks_last_place(waves):
    walk = walk_on(waves)
    view = laid(waves, PlaneChoice(parameters=(2, 0)), walk)
    assert np.allclose(view.plane.place(walk), walk[:, [2, 0]])
    assert view.plane.distance(walk[-1]) == pytest.approx(0)
    assert view.plane.distance(walk[0]) == pytest.approx(abs(walk[0, 1] - walk[-1, 1]))
    assert view.bounds.contains(view.plane.place(walk)).all()
    assert view.plane.axes == ("θ₂", "θ₀")


@pytest.mark.parametrize("parameters", [(1, 1), (-1, 0)])
def test_two_equal_parameters_make_no_plane(parameters):
    with pytest.raises(ValueError, match="two different parameters"):
        PlaneChoice(parameters=parameters)


def test_each_filter_of_a_random_direction_is_as_long_as_that_of_the_weights(reader):
    theta = reader.start_from(np.random.SeedSequence(2))
    layout = reader.cost.layout
    scaled = filter_normalised(np.random.default_rng(0).normal(size=len(theta)), theta, layout)
    for block, direction, weights in zip(layout.blocks, layout.views(scaled), layout.views(theta), strict=True):
        if block.is_bias:
            assert not direction.any()
            continue
        assert direction.shape[-1] in (3, 5, 10)
        lengths = [np.linalg.norm(each.reshape(-1, each.shape[-1]), axis=0) for each in (direction, weights)]
        assert lengths[0] == pytest.approx(lengths[1])
        assert lengths[0].std() > 0


def test_random_directions_are_those_of_their_seed_and_differ(reader):
    theta = reader.start_from(np.random.SeedSequence(2))
    one, same = (along_random_directions(reader, 7, theta) for _ in range(2))
    other = along_random_directions(reader, 8, theta)
    assert np.array_equal(one.directions, same.directions)
    assert not np.allclose(one.directions, other.directions)
    assert np.array_equal(one.theta(np.zeros(2)), theta)


def test_other_models_get_directions_as_long_as_theta_itself(waves):
    theta = np.array([3.0, 0.0, 4.0])
    plane = along_random_directions(waves, 0, theta)
    assert np.linalg.norm(plane.directions, axis=1) == pytest.approx([5.0, 5.0])
    assert np.isfinite(along_random_directions(waves, 0, np.zeros(3)).directions).all()


def test_a_network_of_zeros_has_random_directions_all_the_same(reader):
    plane = along_random_directions(reader, 0, np.zeros(reader.cost.dimension))
    assert np.linalg.matrix_rank(plane.directions) == 2


def test_a_plane_of_random_directions_is_drawn_from_minus_one_to_one_or_wider(reader):
    theta = reader.start_from(np.random.SeedSequence(2))
    assert laid(reader, RANDOM, theta[None]).bounds == Bounds(-1.0, 1.0, -1.0, 1.0)
    away = np.stack([theta + 3 * theta, theta])
    wider = laid(reader, RANDOM, away)
    assert wider.bounds.contains(wider.plane.place(away)).all()


def test_principal_components_are_those_of_a_singular_value_decomposition():
    walk = np.random.default_rng(5).normal(size=(30, 70)) @ np.diag(np.geomspace(10, 0.1, 70))
    plane = along_principal_components(walk, walk[-1])
    _, values, right = np.linalg.svd(walk - walk.mean(axis=0), full_matrices=False)
    assert np.abs(plane.directions @ right[:2].T) == pytest.approx(np.eye(2), abs=1e-9)
    share = 100 * values[:2] ** 2 / (values**2).sum()
    assert [str(name) for name in plane.axes] == [f"PC 1 ({share[0]:.0f} %)", f"PC 2 ({share[1]:.0f} %)"]
    assert plane.distance(walk[-1]) == pytest.approx(0)
    assert (plane.place(walk[-1]) - plane.place(walk[0]) >= 0).all()


def test_the_map_of_principal_components_holds_the_whole_walk(reader):
    walk = walk_on(reader, steps=500)
    view = laid(reader, PRINCIPAL, walk)
    assert view.bounds.contains(view.plane.place(walk)).all()
    width, depth = view.bounds.size
    assert 0.15 < width / depth < 7


def test_a_walk_straight_ahead_has_one_component_and_a_plane_all_the_same():
    walk = np.outer(np.arange(9.0), np.arange(5.0))
    plane = along_principal_components(walk, walk[-1])
    assert str(plane.axes[0]) == "PC 1 (100 %)"
    assert plane.directions @ plane.directions.T == pytest.approx(np.eye(2))


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_a_walk_that_has_gone_nowhere_has_no_principal_components(waves, steps):
    with pytest.raises(ValueError, match="let the trekker walk first"):
        laid(waves, PRINCIPAL, np.ones((steps, 3)))


def test_a_map_is_redrawn_only_when_the_walk_has_left_it_and_then_with_room_to_spare(waves):
    view = View(first_plane(waves), Bounds(-1, 1, -1, 1))
    assert outgrown(view, np.array([[0.0, 0.0], [0.9, 0.9]])) is None
    wider = outgrown(view, np.array([[0.0, 0.0], [5.0, 0.5]]))
    assert wider.contains(np.array([[0.0, 0.0], [5.0, 0.5], [7.0, 0.5]])).all()
    assert outgrown(View(view.plane, wider), np.array([[0.0, 0.0], [6.0, 0.5]])) is None


def test_a_walk_that_explodes_asks_for_no_map_that_cannot_be_drawn(waves):
    view = View(first_plane(waves), Bounds(-1, 1, -1, 1))
    assert outgrown(view, np.array([[np.nan, 0.0], [np.inf, 1e200]])) is None
    walk = np.array([[0.0, 0.0, 0.0], [1.0, 1e50, 2.0], [1e300, np.inf, np.nan]])
    assert np.isfinite(laid(waves, PlaneChoice(), walk).bounds.size).all()


def test_the_ground_seen_on_a_plane_costs_what_its_places_cost(reader):
    walk = walk_on(reader)
    view = laid(reader, PRINCIPAL, walk)
    seen = seen_on(reader, view.plane, view.bounds)
    place = view.bounds.centre
    assert seen.cost.cost(place) == reader.cost.cost(view.plane.theta(place))
    assert seen.axes == view.plane.axes


def test_parameters_have_the_names_that_their_model_gives_them(reader, waves):
    assert parameter_names(reader)[0] == "convolution 1 filters [0, 0, 0, 0]"
    assert len(set(parameter_names(waves))) == 3
    assert parameter_names(SampleData("five_points").open())


@pytest.mark.parametrize(
    ("gradient", "parameters"),
    [
        ([3.0, -2.0, 9.0], (0, 1)),  # both rise well: the first two are kept
        ([0.0, 1.0, -9.0, 4.0], (2, 3)),
        ([9.0, 0.1, 0.0, 4.0], (0, 3)),
        ([0.0, 0.0, 0.0], (0, 1)),
        ([0.0, np.nan, 5.0], (0, 1)),
        ([0.0, np.inf, 5.0], (0, 1)),
    ],
)
def test_the_first_plane_is_of_parameters_along_which_the_ground_rises(gradient, parameters):
    assert telling_parameters(np.array(gradient)) == parameters
