"""The instruments, against mathematics written down a second time, by hand."""

from dataclasses import replace

import numpy as np
import pytest

from trekker.optimizers import catalogue, optimizer
from trekker.optimizers.schedules import Exponential
from trekker.plane import Plane
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain, SampleData
from trekker.walk.instruments import Instruments, instruments_at
from trekker.walk.planes import along_parameters
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.verdict import StopRule

ENDLESS = StopRule(tolerance=0.0, step_limit=100_000)
WHOLE = Plane.whole()


def walked(rule: str = "gradient_descent", steps: int = 0, mountain: str = "himmelblau", **settings: object) -> Descent:
    known = {name: str(value) for name, value in settings.items()}
    run = Scenario(
        ground=NamedMountain(mountain), trekkers=(Trekker(optimizer=optimizer(rule, known)),), start=(1.0, -2.0)
    )
    run = replace(run, stop=ENDLESS)
    descent = Descent(run.ground.open(), run)
    descent.advance(steps)
    return descent


def himmelblau(x: float, y: float) -> float:
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2


def test_slope_and_curvature_are_those_of_the_formula_by_hand() -> None:
    read = instruments_at(walked(), 0, WHOLE)
    x, y = 1.0, -2.0
    first, second = x * x + y - 11, x + y * y - 7
    assert read.cost == himmelblau(x, y)
    assert read.slope == pytest.approx((4 * x * first + 2 * second, 2 * first + 4 * y * second))
    assert read.steepness == pytest.approx(np.hypot(*read.slope))
    mixed = 4 * x + 4 * y
    assert read.hessian == pytest.approx(
        np.array(((12 * x * x + 4 * y - 42, mixed), (mixed, 12 * y * y + 4 * x - 26))), abs=1e-9
    )


def test_plane_and_quadratic_model_fit_the_ground_to_first_and_second_order() -> None:
    read = instruments_at(walked(), 0, WHOLE)
    for size in (1e-2, 1e-3):
        offset = size * np.array((0.6, -0.8))
        truth = himmelblau(*(read.place + offset))
        assert abs(float(read.tangent(offset)) - truth) < 40 * size**2
        assert abs(float(read.quadratic(offset)) - truth) < 40 * size**3


def test_newtons_step_levels_the_model_and_is_its_minimum_only_where_it_curves_upwards() -> None:
    model = Instruments(
        place=np.zeros(2),
        cost=3.0,
        steepness=5.0,
        uphill=np.array((3.0, 4.0)),
        slope=np.array((3.0, 4.0)),
        step=np.array((-0.3, -0.4)),
        hessian=np.array(((2.0, 1.0), (1.0, 3.0))),
    )
    assert model.newton == pytest.approx((-1.0, -1.0))
    assert model.has_minimum
    assert float(model.quadratic(model.newton)) == pytest.approx(3.0 - 3.5)
    assert model.turn == pytest.approx(np.degrees(np.arccos(7 / (5 * np.sqrt(2)))))
    saddle = replace(model, hessian=np.diag((2.0, -1.0)))
    assert saddle.newton == pytest.approx((-1.5, 4.0))
    assert not saddle.has_minimum
    trough = replace(model, hessian=np.diag((2.0, 0.0)))
    assert trough.newton is None
    assert trough.turn is None


def test_the_circle_has_the_curvature_of_the_curve_along_the_step() -> None:
    circle = Instruments(
        place=np.zeros(2),
        cost=0.0,
        steepness=0.0,
        uphill=np.zeros(2),
        slope=np.zeros(2),
        step=np.array((1.0, 0.0)),
        hessian=np.diag((4.0, 9.0)),
    )
    assert circle.radius == pytest.approx(1 / 4)  # 2x² at its lowest place
    read = instruments_at(walked(), 0, WHOLE)
    going = read.step / np.linalg.norm(read.step)
    along = np.array([himmelblau(*(read.place + share * going)) for share in (-1e-3, 0.0, 1e-3)])
    first, second = (along[2] - along[0]) / 2e-3, (along[2] - 2 * along[1] + along[0]) / 1e-6
    assert read.radius == pytest.approx((1 + first**2) ** 1.5 / abs(second), rel=1e-3)


def test_a_step_that_leads_nowhere_has_no_circle() -> None:
    read = instruments_at(walked(), 0, WHOLE)
    still = replace(read, step=np.zeros(2))
    assert still.heading is None
    assert still.radius is None


@pytest.mark.parametrize("steps", [1, 7])
def test_the_heavy_balls_memory_is_what_it_keeps_of_its_velocity(steps: int) -> None:
    descent = walked("momentum", steps, learning_rate=0.004, momentum=0.8)
    velocity = np.zeros(2)
    for gradient in descent.trail.gradient[:-1]:
        velocity = 0.8 * velocity + gradient
    read = instruments_at(descent, steps, WHOLE)
    assert read.memory == pytest.approx(-0.004 * 0.8 * velocity)
    assert read.step == pytest.approx(read.memory - 0.004 * descent.trail.gradient[-1])


@pytest.mark.parametrize("rule", ["gradient_descent", "adagrad", "rmsprop", "sign_descent", "rprop", "line_search"])
def test_rules_without_a_velocity_have_no_memory_arrow(rule: str) -> None:
    assert instruments_at(walked(rule, 5), 5, WHOLE).memory is None


def test_weight_decay_is_no_memory() -> None:
    plain, decaying = (instruments_at(walked("adamw", 3, weight_decay=decay), 0, WHOLE) for decay in (0.0, 0.5))
    assert plain.memory is None
    assert decaying.memory is None


@pytest.mark.parametrize("rule", ["gradient_descent", "adagrad", "rmsprop"])
def test_a_step_without_momentum_ends_on_the_ellipse(rule: str) -> None:
    descent = walked(rule, 6)
    for step in (0, 3, 6):
        read = instruments_at(descent, step, WHOLE)
        assert np.linalg.norm(np.linalg.solve(read.reach, read.step)) == pytest.approx(1.0)


def test_the_ellipse_is_a_circle_where_a_rule_treats_all_axes_alike() -> None:
    read = instruments_at(walked(learning_rate=0.003), 0, WHOLE)
    assert np.linalg.norm(read.reach, axis=0) == pytest.approx([0.003 * read.steepness] * 2)


def test_adams_ellipse_is_the_learning_rate_over_the_root_of_its_squares() -> None:
    descent = walked("adam", 5, learning_rate=0.07)
    squares = np.zeros(2)
    for gradient in descent.trail.gradient:
        squares = 0.999 * squares + 0.001 * gradient**2
    reach = 0.07 * np.linalg.norm(descent.trail.gradient[-1]) / (np.sqrt(squares / (1 - 0.999**6)) + 1e-8)
    read = instruments_at(descent, 5, WHOLE)
    assert sorted(np.linalg.norm(read.reach, axis=0)) == pytest.approx(sorted(reach))


@pytest.mark.parametrize("rule", catalogue())
def test_every_rule_can_be_read_at_its_start_in_mid_walk_and_at_its_end(rule: str) -> None:
    descent = walked(rule, 8)
    for step in (0, 4, 8):
        read = instruments_at(descent, step, WHOLE)
        assert read.step == pytest.approx(descent.change_at(step))
        if descent.trekker.optimizer.looks_further:
            assert read.reach is None
        else:
            assert np.isfinite(read.reach).all()


@pytest.mark.parametrize("rule", catalogue())
def test_what_is_read_before_a_step_is_read_again_once_it_was_taken(rule: str) -> None:
    descent = walked(rule, 5)
    before = instruments_at(descent, 5, WHOLE)
    descent.step()
    after = instruments_at(descent, 5, WHOLE)
    for name in ("place", "slope", "step", "memory", "reach", "hessian"):
        one, other = getattr(before, name), getattr(after, name)
        assert (one is None and other is None) or np.array_equal(one, other)


def test_a_schedule_shortens_the_ellipse_as_it_shortens_the_step() -> None:
    run = Scenario(trekkers=(Trekker(schedule=Exponential(rate=0.5)),), stop=ENDLESS)
    descent = Descent(run.ground.open(), run)
    descent.advance(3)
    read = instruments_at(descent, 3, WHOLE)
    assert np.linalg.norm(read.reach, axis=0) == pytest.approx([np.linalg.norm(read.step)] * 2)


def test_a_map_of_more_parameters_shows_the_slice_through_the_trekker() -> None:
    run = Scenario(ground=SampleData("five_points"), stop=ENDLESS)
    ground = run.ground.open()
    descent = Descent(ground, run)
    turned = Plane(np.array((0.5, -1.0)), np.array(((0.0, 2.0), (1.0, 0.0))))
    read, straight = instruments_at(descent, 0, turned), instruments_at(descent, 0, WHOLE)
    offset = np.array((0.3, -0.2))
    assert turned.theta(read.place) == pytest.approx(straight.place)
    assert float(read.quadratic(offset)) == pytest.approx(float(ground.cost.cost(turned.theta(read.place + offset))))
    assert turned.theta(read.place + read.newton) == pytest.approx(straight.place + straight.newton)
    assert turned.theta(read.place + read.step) == pytest.approx(straight.place + straight.step)
    swapped = along_parameters(ground, 1, 0, np.array(ground.start))
    assert instruments_at(descent, 0, swapped).step == pytest.approx(straight.step[::-1])


def test_the_reach_of_a_step_is_read_by_its_own_rule_though_another_has_followed() -> None:
    descent = walked("adamax", steps=3)
    before = instruments_at(descent, 2, WHOLE).reach
    descent.edit(Trekker(optimizer=optimizer("radam", {})))
    after = instruments_at(descent, 2, WHOLE).reach
    assert before is not None
    assert np.array_equal(before, after)
