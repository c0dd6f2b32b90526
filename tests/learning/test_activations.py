import numpy as np
import pytest

from tests.learning.numerics import assert_close, differences
from trekker.learning.activations import activations

PLACES = np.array([-30.0, -4.0, -1.3, -0.2, 0.3, 0.8, 1.5, 6.0])


@pytest.mark.parametrize("name", activations())
def test_the_slope_of_an_activation_is_its_change(name):
    each = activations()[name]
    exact = np.diag(differences(each.value, PLACES))
    assert_close(each.slope(PLACES, each.value(PLACES)), exact)


@pytest.mark.parametrize("name", activations())
def test_the_steepest_slope_is_what_it_says(name):
    each = activations()[name]
    z = np.linspace(-8.0, 8.0, 100_001)
    assert each.slope(z, each.value(z)).max() == pytest.approx(each.steepest, rel=2e-3)


def test_at_zero_a_relu_lets_nothing_through():
    relu = activations()["relu"]
    assert relu.slope(np.zeros(1), np.zeros(1)) == 0


@pytest.mark.parametrize("name", activations())
def test_far_out_an_activation_is_finite_and_silent(name):
    each = activations()[name]
    z = np.array([-700.0, 700.0])
    assert np.isfinite(each.value(z)).all()
    assert np.isfinite(each.slope(z, each.value(z))).all()
