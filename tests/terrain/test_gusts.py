import numpy as np
import pytest

from trekker.terrain.formula import FormulaCost, parse
from trekker.terrain.gallery import gallery
from trekker.terrain.gusts import Gusts
from trekker.terrain.survey import typical_slope

GROUND = gallery()["himmelblau"].ground()
PLACES = np.random.default_rng(3).uniform(-5, 5, (40, 2))


def wind(**settings):
    return Gusts(GROUND.cost, GROUND.bounds, **settings)


def test_without_rows_the_ground_is_the_bare_terrain_bit_for_bit():
    for theta in (PLACES, PLACES[0]):
        cost, gradient = wind().cost_and_gradient(theta)
        np.testing.assert_array_equal(cost, GROUND.cost.cost(theta))
        np.testing.assert_array_equal(gradient, GROUND.cost.gradient(theta))
        np.testing.assert_array_equal(wind().hessian(theta), GROUND.cost.hessian(theta))


def test_the_mean_over_all_single_gusts_is_the_bare_terrain():
    gusts = wind(rows=64)
    each = [gusts.cost_and_gradient(PLACES, np.array([row])) for row in range(64)]
    np.testing.assert_allclose(np.mean([cost for cost, _ in each], axis=0), GROUND.cost.cost(PLACES), rtol=1e-12)
    np.testing.assert_allclose(
        np.mean([gradient for _, gradient in each], axis=0), GROUND.cost.gradient(PLACES), rtol=1e-12, atol=1e-12
    )


def test_a_batch_is_the_mean_of_its_gusts_and_its_gradient_is_the_slope_of_its_cost():
    gusts, rows = wind(), np.array([3, 5, 60])
    singles = [gusts.cost(PLACES, np.array([row])) for row in rows]
    np.testing.assert_allclose(gusts.cost(PLACES, rows), np.mean(singles, axis=0), rtol=1e-13)
    step = np.array((1e-6, 0.0))
    rise = gusts.cost(PLACES + step, rows) - gusts.cost(PLACES - step, rows)
    np.testing.assert_allclose(rise / 2e-6, gusts.gradient(PLACES, rows)[:, 0], rtol=1e-5, atol=1e-5)


def test_together_and_apart_agree_bit_for_bit():
    gusts, rows = wind(), np.array([1, 2])
    for theta in (PLACES, PLACES[0]):
        cost, gradient = gusts.cost_and_gradient(theta, rows)
        np.testing.assert_array_equal(cost, gusts.cost(theta, rows))
        np.testing.assert_array_equal(gradient, gusts.gradient(theta, rows))


def test_the_same_seed_blows_the_same_wind():
    rows = np.array([0])
    np.testing.assert_array_equal(wind(seed=7).gradient(PLACES, rows), wind(seed=7).gradient(PLACES, rows))
    assert not np.array_equal(wind(seed=7).tilts, wind(seed=8).tilts)
    sequence = np.random.SeedSequence(4, spawn_key=(2,))
    np.testing.assert_array_equal(wind(seed=sequence).tilts, wind(seed=sequence).tilts)


def test_strength_is_relative_to_the_typical_slope():
    slope = typical_slope(GROUND.cost, GROUND.bounds)
    assert 20 < slope < 150
    spread = wind(rows=4000, strength=0.25).tilts.std()
    assert spread == pytest.approx(0.25 * slope, rel=0.05)
    assert not wind(strength=0.0).tilts.any()


def test_holes_do_not_spoil_the_typical_slope():
    ground = FormulaCost(parse("log x + y"))
    slope = typical_slope(ground, GROUND.bounds)
    assert np.isfinite(slope)
    assert slope > 0
    nowhere = FormulaCost(parse("sqrt(-1 - x^2)"))
    assert not Gusts(nowhere, GROUND.bounds).tilts.any()


@pytest.mark.parametrize("settings", [{"rows": 1}, {"strength": -1.0}, {"strength": float("nan")}])
def test_settings_that_make_no_sense_are_refused(settings):
    with pytest.raises(ValueError, match="gusts need"):
        wind(**settings)


def test_ground_that_has_rows_needs_no_gusts():
    with pytest.raises(ValueError, match="plain terrain"):
        Gusts(wind(), GROUND.bounds)
