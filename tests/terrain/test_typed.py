import numpy as np
import pytest

from trekker.ground import Bounds
from trekker.terrain.formula import FormulaError
from trekker.terrain.typed import typed_ground


@pytest.mark.parametrize(
    "text",
    [
        "x^2 + 3y^2",
        "1000(x^2 + 50y^2)",
        "x^2/1000 + y^2/500",
        "(1-x)^2 + 100(y-x^2)^2",
        "sin x + cos y",
        "sqrt(x^2 + y^2)",
        "x^2 + y^2 - log(x)",
        "|x| + |y|",
    ],
)
def test_any_formula_gets_a_start_and_strides_that_lead_down(text):
    ground = typed_ground(text)
    theta = np.array(ground.start)
    assert ground.bounds.contains(theta)
    for _ in range(300):
        theta = theta - ground.learning_rates["gradient_descent"] * ground.cost.gradient(theta)
    assert ground.bounds.contains(theta)
    assert ground.cost.cost(theta) < ground.cost.cost(np.array(ground.start))


def test_bounds_and_start_are_kept():
    bounds = Bounds(0, 1, 0, 2)
    ground = typed_ground("x y", bounds, (0.5, 0.25))
    assert ground.bounds == bounds
    assert ground.start == (0.5, 0.25)
    assert ground.formula == "x·y"


@pytest.mark.parametrize("text", ["7", "floor(x)", "x", "1/x", "exp(exp(x^2))"])
def test_odd_ground_gets_finite_strides(text):
    ground = typed_ground(text)
    assert np.isfinite(ground.start).all()
    assert all(0 < rate <= 1e6 for rate in ground.learning_rates.values())


def test_a_formula_without_any_value_on_the_map_is_refused_with_a_way_out():
    with pytest.raises(ValueError, match="choose other bounds"):
        typed_ground("log(x)", Bounds(-2, -1, 0, 1))
    with pytest.raises(FormulaError):
        typed_ground("x +")
