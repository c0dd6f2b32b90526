"""The plane of parameter space that the map shows."""

import numpy as np
import pytest

from trekker.cost import CostFunction
from trekker.plane import Plane, PlaneCost

RANDOM = np.random.default_rng(1)
MIXING = RANDOM.normal(size=(5, 5))


class Quadratic(CostFunction):
    """J(θ) = ½ θᵀAθ − bᵀθ of five parameters."""

    dimension, has_hessian = 5, True
    bend = MIXING @ MIXING.T
    pull = RANDOM.normal(size=5)

    def cost(self, theta, rows=None):
        return 0.5 * np.einsum("...i,ij,...j->...", theta, self.bend, theta) - theta @ self.pull

    def gradient(self, theta, rows=None):
        return theta @ self.bend - self.pull

    def hessian(self, theta):
        return np.broadcast_to(self.bend, (*theta.shape, 5))


@pytest.fixture
def plane():
    return Plane(RANDOM.normal(size=5), RANDOM.normal(size=(2, 5)), ("a", "b"))


def test_places_and_parameters_on_the_plane_are_each_other_s_inverse(plane):
    places = RANDOM.normal(size=(4, 3, 2))
    assert plane.place(plane.theta(places)) == pytest.approx(places, abs=1e-12)


def test_the_place_of_a_theta_off_the_plane_is_the_nearest_one(plane):
    theta = RANDOM.normal(size=5)
    place, far = plane.place(theta), float(plane.distance(theta))
    assert far == pytest.approx(np.linalg.norm(theta - plane.theta(place)))
    for step in RANDOM.normal(scale=0.1, size=(20, 2)):
        assert np.linalg.norm(theta - plane.theta(place + step)) > far


def test_a_distance_whose_square_is_too_large_for_a_number_is_told(plane):
    theta = 1e160 * RANDOM.normal(size=5)
    assert plane.distance(theta) == pytest.approx(1e160 * plane.distance(plane.origin + theta / 1e160))


def test_ground_of_two_parameters_is_its_own_plane_bit_for_bit():
    theta = np.array([[1e300, np.nan], [0.1, np.inf]])
    assert Plane.whole().place(theta) is theta
    assert not Plane.whole().distance(theta).any()


@pytest.mark.parametrize("directions", [np.ones((2, 5)), np.ones((3, 5)), np.eye(2, 4)])
def test_a_plane_needs_two_directions_that_fit(directions):
    with pytest.raises(ValueError, match="two different directions"):
        Plane(np.zeros(5), directions)


def test_more_than_two_parameters_need_directions():
    with pytest.raises(ValueError, match="two parameters"):
        Plane(np.zeros(3), None)


def test_the_cost_over_a_plane_has_the_slopes_and_curvatures_of_the_plane(plane):
    cost, place, step = PlaneCost(Quadratic(), plane), RANDOM.normal(size=2), 1e-4
    around = [place + step * np.array(each) for each in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    right, left, up, down = (float(cost.cost(each)) for each in around)
    assert cost.gradient(place) == pytest.approx([(right - left) / (2 * step), (up - down) / (2 * step)], rel=1e-6)
    bend = (cost.gradient(around[0]) - cost.gradient(around[1])) / (2 * step)
    assert cost.hessian(place)[0] == pytest.approx(bend, rel=1e-6)
