import dataclasses

import mpmath as mp
import numpy as np
import pytest

from tests.terrain.precise import reading
from trekker.ground import Ground
from trekker.optimizers.adam import Adam
from trekker.optimizers.momentum import Momentum
from trekker.optimizers.plain import GradientDescent
from trekker.terrain.gallery import Group, gallery

NAMES = list(gallery())
FIRST = [
    *("bowl", "stretched_bowl", "rosenbrock", "himmelblau", "beale"),
    *("six_hump_camel", "rastrigin", "monkey_saddle", "saddle"),
]
BOTTOMLESS = {"monkey_saddle", "saddle"}
sin, cos, exp, sqrt, tanh, pi = mp.sin, mp.cos, mp.exp, mp.sqrt, mp.tanh, mp.pi


def number(text):
    return mp.mpf(text)


def sigmoid(u):
    return 1 / (1 + exp(-u))


def goldstein_price(x, y):
    a = 19 - 14 * x + 3 * x**2 - 14 * y + 6 * x * y + 3 * y**2
    b = 18 - 32 * x + 12 * x**2 + 48 * y - 36 * x * y + 27 * y**2
    return (1 + (x + y + 1) ** 2 * a) * (30 + (2 * x - 3 * y) ** 2 * b)


def levy(x, y):
    v, w = 1 + (x - 1) / 4, 1 + (y - 1) / 4
    return sin(pi * v) ** 2 + (v - 1) ** 2 * (1 + 10 * sin(pi * v + 1) ** 2) + (w - 1) ** 2 * (1 + sin(2 * pi * w) ** 2)


def exploding_cliff(x, y):
    state = number("0.5")
    for _ in range(10):
        state = sigmoid(x * state + y)
    return (state - number("0.7")) ** 2 + (x**2 + y**2) / 2000


def egg_holder(x, y):
    return -(y + 47) * sin(sqrt(abs(x / 2 + (y + 47)))) - x * sin(sqrt(abs(x - (y + 47))))


# Written down from the literature apart from the gallery, so that a slip in either shows. A new one needs no entry.
MATHEMATICS = {
    "bowl": lambda x, y: x**2 + y**2,
    "stretched_bowl": lambda x, y: (x**2 + 50 * y**2) / 2,
    "rosenbrock": lambda x, y: 100 * (y - x**2) ** 2 + (x - 1) ** 2,
    "himmelblau": lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
    "beale": lambda x, y: sum((c - x * (1 - y**k)) ** 2 for k, c in ((1, 1.5), (2, 2.25), (3, 2.625))),
    "six_hump_camel": lambda x, y: 4 * x**2 - number("2.1") * x**4 + x**6 / 3 + x * y - 4 * y**2 + 4 * y**4,
    "rastrigin": lambda x, y: 20 + sum(u**2 - 10 * cos(2 * pi * u) for u in (x, y)),
    "monkey_saddle": lambda x, y: x**3 - 3 * x * y**2,
    "saddle": lambda x, y: x**2 - y**2,
    "booth": lambda x, y: (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2,
    "matyas": lambda x, y: number("0.26") * (x**2 + y**2) - number("0.48") * x * y,
    "rotated_bowl": lambda x, y: (21 * x**2 - 38 * x * y + 21 * y**2) / 2,
    "goldstein_price": goldstein_price,
    "dixon_price": lambda x, y: (x - 1) ** 2 + 2 * (2 * y**2 - x) ** 2,
    "three_hump_camel": lambda x, y: 2 * x**2 - number("1.05") * x**4 + x**6 / 6 + x * y + y**2,
    "branin": lambda x, y: (
        (y - number("5.1") / (4 * pi**2) * x**2 + 5 / pi * x - 6) ** 2 + 10 * (1 - 1 / (8 * pi)) * cos(x) + 10
    ),
    "mccormick": lambda x, y: sin(x + y) + (x - y) ** 2 - 3 * x / 2 + 5 * y / 2 + 1,
    "styblinski_tang": lambda x, y: sum(u**4 - 16 * u**2 + 5 * u for u in (x, y)) / 2,
    "bohachevsky": lambda x, y: (
        x**2 + 2 * y**2 - number("0.3") * cos(3 * pi * x) - number("0.4") * cos(4 * pi * y) + number("0.7")
    ),
    "ackley": lambda x, y: (
        -20 * exp(-sqrt((x**2 + y**2) / 2) / 5) - exp((cos(2 * pi * x) + cos(2 * pi * y)) / 2) + mp.e + 20
    ),
    "griewank": lambda x, y: 1 + (x**2 + y**2) / 4000 - cos(x) * cos(y / sqrt(2)),
    "levy": levy,
    "schwefel": lambda x, y: 2 * number("418.9828872724337") - x * sin(sqrt(abs(x))) - y * sin(sqrt(abs(y))),
    "egg_holder": egg_holder,
    "drop_wave": lambda x, y: -(1 + cos(12 * sqrt(x**2 + y**2))) / ((x**2 + y**2) / 2 + 2),
    "bukin": lambda x, y: 100 * sqrt(abs(y - x**2 / 100)) + abs(x + 10) / 100,
    "cross_in_tray": lambda x, y: (
        -((abs(sin(x) * sin(y) * exp(abs(100 - sqrt(x**2 + y**2) / pi))) + 1) ** number("0.1")) / 10000
    ),
    "easom": lambda x, y: -cos(x) * cos(y) * exp(-((x - pi) ** 2 + (y - pi) ** 2)),
    "plateau": lambda x, y: x**4 / 4 - 2 * x**3 / 3 + x**2 / 100 - x / 25 + y**2,
    "cliff": lambda x, y: (x**2 + y**2) / 20 + 3 * sigmoid(8 * x - 8),
    "michalewicz": lambda x, y: -sin(x) * sin(x**2 / pi) ** 20 - sin(y) * sin(2 * y**2 / pi) ** 20,
    "local_trap": lambda x, y: (x**2 - 4) ** 2 / 8 + x / 2 + y**2,
    "exploding_cliff": exploding_cliff,
    "vanishing_plateau": lambda x, y: (tanh(x) * tanh(y) - number("0.5")) ** 2 + (x - y) ** 2 / 200,
}


def test_there_are_at_least_twenty_eight_mountains_and_the_first_keep_their_names():
    assert len(NAMES) >= 28
    assert NAMES[:9] == FIRST
    assert set(MATHEMATICS) <= set(NAMES)
    assert {mountain.group for mountain in gallery().values()} == set(Group)


def places_on(ground, count):
    seed = int.from_bytes(ground.name.encode()[:4])
    return np.random.default_rng(seed).uniform(ground.bounds.lower, ground.bounds.upper, (count, 2))


@pytest.mark.parametrize("name", MATHEMATICS)
def test_a_formula_of_the_gallery_is_the_one_in_the_literature(name):
    mountain = gallery()[name]
    with mp.workdps(50):
        for theta in places_on(mountain.ground(), 20).tolist():
            x, y = map(mp.mpf, theta)
            wanted = MATHEMATICS[name](x, y)
            assert abs(reading(mountain.formula)(x, y) - wanted) <= mp.mpf(10) ** -40 * (1 + abs(wanted))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_derivatives_agree_with_independent_mathematics_at_200_places(name):
    ground = gallery()[name].ground()
    function = reading(gallery()[name].formula)
    places = places_on(ground, 200)
    cost, gradient = ground.cost.cost_and_gradient(places)
    hessian = ground.cost.hessian(places)
    with mp.workdps(30):
        for theta, height, slope, curvature in zip(places, cost, gradient, hessian, strict=True):
            wanted = mathematics(function, theta)
            assert_close(height, wanted[0], abs(wanted[0]) + 1e-3)
            steepness = max(abs(wanted[1]), abs(wanted[2]))
            assert_close(slope[0], wanted[1], steepness)
            assert_close(slope[1], wanted[2], steepness)
            bend = max(abs(each) for each in wanted[3:])
            assert_close(curvature[0, 0], wanted[3], bend)
            assert_close(curvature[0, 1], wanted[4], bend)
            assert_close(curvature[1, 1], wanted[5], bend)
            assert curvature[0, 1] == curvature[1, 0]


def mathematics(function, theta):
    """Return value, gradient and second derivatives by differences so small, in 70 digits, that 25 digits are right."""
    x, y = (mp.mpf(each) for each in theta.tolist())
    with mp.workdps(70):
        h = mp.mpf(10) ** -15
        here = function(x, y)
        east, west = function(x + h, y), function(x - h, y)
        north, south = function(x, y + h), function(x, y - h)
        far, back = function(x + h, y + h), function(x - h, y - h)
        across, along = (east - 2 * here + west) / h**2, (north - 2 * here + south) / h**2
        mixed = ((far - 2 * here + back) / h**2 - across - along) / 2
        return here, (east - west) / (2 * h), (north - south) / (2 * h), across, mixed, along


def assert_close(found, wanted, scale):
    assert abs(mp.mpf(float(found)) - wanted) <= 1e-10 * max(scale, mp.mpf("1e-15"))


@pytest.mark.parametrize("name", NAMES)
def test_every_minimum_is_a_stationary_place_of_the_stated_height(name):
    mountain = gallery()[name]
    cost = mountain.ground().cost
    assert (name in BOTTOMLESS) == (not mountain.minima)
    for minimum in mountain.minima:
        theta = np.array(minimum.theta)
        assert mountain.bounds.contains(theta)
        assert cost.cost(theta) == pytest.approx(minimum.cost, abs=1e-12, rel=1e-12)
        assert np.linalg.norm(cost.gradient(theta)) < 1e-9
        curvature = cost.hessian(theta)
        smooth = np.isfinite(curvature).all() and name not in ("drop_wave", "bukin")
        assert not smooth or np.linalg.eigvalsh(curvature)[0] > 0


@pytest.mark.parametrize("name", [name for name in NAMES if name not in BOTTOMLESS])
def test_nothing_on_the_map_is_lower_than_a_global_minimum(name):
    mountain = gallery()[name]
    heights = mountain.ground().cost.cost(mountain.bounds.grid(301, 301))
    lowest = min(minimum.cost for minimum in mountain.minima)
    is_global = [minimum.is_global for minimum in mountain.minima]
    if name == "egg_holder":  # its lowest place is on the edge of the map, and goes on falling beyond
        assert not any(is_global)
        assert heights.min() < lowest
    else:
        assert heights.min() >= lowest - 1e-12
        assert is_global == [abs(minimum.cost - lowest) < 1e-9 for minimum in mountain.minima]


def walk(ground, optimizer, steps):
    theta = np.array(ground.start)
    state = optimizer.init(theta)
    path = [theta]
    for _ in range(steps):
        change, state = optimizer.update(ground.cost.gradient(theta), state, theta)
        theta = theta + change
        path.append(theta)
    return np.array(path)


@pytest.mark.parametrize("rule", [GradientDescent, Momentum, Adam])
@pytest.mark.parametrize("name", NAMES)
def test_the_good_start_leads_somewhere_with_the_good_learning_rate(name, rule):
    ground = gallery()[name].ground()
    path = walk(ground, rule(learning_rate=ground.learning_rates[rule.name]), 300)
    heights = ground.cost.cost(path)
    assert ground.bounds.contains(path[0])
    if name in BOTTOMLESS:
        assert ground.bounds.contains(path[:40]).all()
        assert not ground.bounds.contains(path[-1])
        return
    fall = heights[0] - min(minimum.cost for minimum in ground.minima)
    assert heights[-1] < heights[0] - 0.04 * fall
    if rule is GradientDescent:
        assert ground.bounds.contains(path).all()
        if name not in ("rosenbrock", "bukin", "exploding_cliff"):
            assert np.linalg.norm(path[-1] - path[-100]) < 0.02 * ground.bounds.diagonal


def test_plain_descent_on_rosenbrock_with_the_default_stride_explodes_from_anywhere():
    ground = gallery()["rosenbrock"].ground()
    starts = np.random.default_rng(1).uniform(ground.bounds.lower, ground.bounds.upper, (50, 2))
    with np.errstate(all="ignore"):
        for start in starts:
            path = walk(dataclasses.replace(ground, start=tuple(start)), GradientDescent(learning_rate=0.01), 400)
            assert not np.isfinite(path[-1]).all() or abs(path[-1] - path[-2]).max() > 1e-3


@pytest.mark.parametrize("name", NAMES)
def test_every_mountain_is_told_and_drawn(name):
    mountain = gallery()[name]
    ground = mountain.ground()
    assert isinstance(ground, Ground)
    assert ground.name == mountain.name == name
    assert len(mountain.formula) <= 300
    assert mountain.title and mountain.source and mountain.story.endswith(".")
    assert 40 < len(mountain.story) < 180
    assert ground.bounds.contains(np.array(ground.start))
    heights = ground.cost.cost(ground.bounds.grid(101, 101))
    assert np.isfinite(heights).all()
    assert np.ptp(heights) > 0


def test_titles_are_not_mistaken_for_one_another():
    titles = [mountain.title for mountain in gallery().values()]
    assert len(set(titles)) == len(titles)
