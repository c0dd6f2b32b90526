import pickle
import random
import subprocess
import sys
import threading

import mpmath as mp
import numpy as np
import pytest

from trekker.terrain.formula import FormulaCost, parse

EVERYTHING = "x^3 y - sin(x y) + exp(x/3) + |y| + max(x, y) + sqrt(2 + x^2) + log(3 + x) + x^0.3 + tanh x"
PLACES = np.random.default_rng(5).uniform(0.1, 2.0, (50, 2))


def cost_of(text):
    return FormulaCost(parse(text))


class Generator:
    """Writes random formulas, each as a text and, apart from the parser, as a function for mpmath."""

    def __init__(self, seed):
        self.random = random.Random(seed)  # noqa: S311 - not a secret

    def formula(self, depth):
        if depth == 0:
            return self.leaf()
        return self.random.choice((self.sum, self.product, self.quotient, self.power, self.call, self.call))(depth - 1)

    def leaf(self):
        number = self.random.choice(("0.7", "2", "1.25", "3"))
        return self.random.choice(
            [
                ("x", lambda x, y: x),
                ("y", lambda x, y: y),
                (f"{number}x", lambda x, y: mp.mpf(number) * x),
                (f"({number} - y)", lambda x, y: mp.mpf(number) - y),
                ("π", lambda x, y: mp.pi),
            ]
        )

    def sum(self, depth):
        (a, f), (b, g) = self.formula(depth), self.formula(depth)
        if self.random.random() < 0.5:
            return f"({a} + {b})", lambda x, y: f(x, y) + g(x, y)
        return f"({a} − {b})", lambda x, y: f(x, y) - g(x, y)

    def product(self, depth):
        (a, f), (b, g) = self.formula(depth), self.formula(depth)
        return f"({a})({b})", lambda x, y: f(x, y) * g(x, y)

    def quotient(self, depth):
        (a, f), (b, g) = self.formula(depth), self.formula(depth)
        return f"({a})/(2 + ({b})²)", lambda x, y: f(x, y) / (2 + g(x, y) ** 2)

    def power(self, depth):
        a, f = self.formula(depth)
        exponent = self.random.choice((2, 3, -2))
        return f"(1.5 + {a}/4)^{exponent}", lambda x, y: (mp.mpf("1.5") + f(x, y) / 4) ** exponent

    def call(self, depth):
        a, f = self.formula(depth)
        return self.random.choice(
            [
                (f"sin({a})", lambda x, y: mp.sin(f(x, y))),
                (f"cos({a})", lambda x, y: mp.cos(f(x, y))),
                (f"exp(-({a})^2)", lambda x, y: mp.exp(-(f(x, y) ** 2))),
                (f"ln(2 + ({a})^2)", lambda x, y: mp.log(2 + f(x, y) ** 2)),
                (f"√(1 + ({a})^2)", lambda x, y: mp.sqrt(1 + f(x, y) ** 2)),
                (f"tanh({a})", lambda x, y: mp.tanh(f(x, y))),
                (f"arctan({a})", lambda x, y: mp.atan(f(x, y))),
                (f"sigmoid({a})", lambda x, y: 1 / (1 + mp.exp(-f(x, y)))),
                (f"softplus({a})", lambda x, y: mp.log(1 + mp.exp(f(x, y)))),
                (f"hypot({a}, 1.5)", lambda x, y: mp.sqrt(f(x, y) ** 2 + mp.mpf("2.25"))),
                (f"(2 + cos({a}))^0.3", lambda x, y: (2 + mp.cos(f(x, y))) ** mp.mpf(0.3)),
                (f"(2 + sin({a}))^x", lambda x, y: (2 + mp.sin(f(x, y))) ** x),
                (f"|1.234 + {a}|", lambda x, y: abs(mp.mpf("1.234") + f(x, y))),
                (f"max({a}, 0.77)", lambda x, y: max(f(x, y), mp.mpf("0.77"))),
                (f"min({a}, 0.77)", lambda x, y: min(f(x, y), mp.mpf("0.77"))),
            ]
        )


def close(found, wanted, scale):
    return abs(mp.mpf(float(found)) - wanted) <= 1e-10 * max(abs(wanted), scale)


@pytest.mark.parametrize("seed", range(100))
def test_values_and_derivatives_of_generated_formulas_agree_with_mpmath(seed):
    text, function = Generator(seed).formula(depth=3)
    assert len(text) <= 300
    terrain = cost_of(text)
    theta = np.array((0.61, -0.83)) + 0.01 * seed / 100
    cost, gradient = terrain.cost_and_gradient(theta)
    hessian = terrain.hessian(theta)
    with mp.workdps(40):
        place = tuple(mp.mpf(each) for each in theta.tolist())
        value = function(*place)
        scale = abs(value) + mp.mpf("1e-3")
        assert close(cost, value, scale)
        for order, found in (((1, 0), gradient[0]), ((0, 1), gradient[1])):
            assert close(found, mp.diff(function, place, order), scale)
        for order, found in (((2, 0), hessian[0, 0]), ((1, 1), hessian[0, 1]), ((0, 2), hessian[1, 1])):
            assert close(found, mp.diff(function, place, order), scale)


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("tan(x)", mp.tan),
        ("asin(x)", mp.asin),
        ("acos(x)", mp.acos),
        ("sinh(x)", mp.sinh),
        ("cosh(x)", mp.cosh),
        ("tanh(9x)", lambda x: mp.tanh(9 * x)),
        ("sigmoid(40x)", lambda x: 1 / (1 + mp.exp(-40 * x))),
        ("asinh(x)", mp.asinh),
        ("acosh(2+x)", lambda x: mp.acosh(2 + x)),
        ("atanh(x)", mp.atanh),
        ("log10(x)", mp.log10),
        ("log2(x)", lambda x: mp.log(x, 2)),
        ("cbrt(x)", mp.cbrt),
        ("atan2(x, 2)", lambda x: mp.atan2(x, 2)),
        ("atan2(2, x)", lambda x: mp.atan2(2, x)),
        ("x^x", lambda x: x**x),
        ("3^x", lambda x: mp.mpf(3) ** x),
        ("x^(-3)", lambda x: x**-3),
        ("x^33", lambda x: x**33),
        ("sqrt x / x^2", None),
        ("relu(x) + floor(x) + ceil(x) + round(x) + sign(x)", lambda x: x + 0 + 1 + 1 + 1),
    ],
)
def test_every_function_has_its_own_derivatives(text, function):
    if function is None:
        text, function = "sqrt(x) / x^2", lambda x: mp.sqrt(x) / x**2
    terrain = cost_of(text)
    theta = np.array((0.55, 0.0))
    with mp.workdps(40):
        for order, found in enumerate((terrain.cost(theta), terrain.gradient(theta)[0], terrain.hessian(theta)[0, 0])):
            wanted = mp.diff(function, mp.mpf(0.55), order)
            assert close(found, wanted, mp.mpf("1e-30"))


@pytest.mark.parametrize("text", [EVERYTHING, "x^2 + 3y^2", "7", "y", "log(x - 1)", "1/(x - y)", "x^100 y^100"])
def test_cost_and_gradient_together_are_bit_for_bit_the_two_apart(text):
    terrain = cost_of(text)
    for theta in (PLACES, PLACES[0], PLACES[7], np.array((1e200, -1e200)), np.array((np.nan, 1.0)), np.zeros(2)):
        before = terrain.cost(theta)
        cost, gradient = terrain.cost_and_gradient(theta)
        terrain.prepare()
        np.testing.assert_array_equal(cost, before)
        np.testing.assert_array_equal(cost, terrain.cost(theta))
        np.testing.assert_array_equal(gradient, terrain.gradient(theta))


@pytest.mark.parametrize("text", ["(1-x)^2 + 100(y-x^2)^2", "x^7 y^3 - x/y + |x - y|", "max(x, y)^5"])
def test_one_trekker_and_many_walk_the_same_ground_bit_for_bit_where_it_is_arithmetic(text):
    terrain = cost_of(text)
    cost, gradient = terrain.cost_and_gradient(PLACES)
    for theta, height, slope in zip(PLACES, cost, gradient, strict=True):
        assert terrain.cost(theta) == height
        np.testing.assert_array_equal(terrain.gradient(theta), slope)


@pytest.mark.parametrize("text", [EVERYTHING, "x", "3", "x^2"])
@pytest.mark.parametrize("shape", [(), (4,), (3, 4), (0,), (2, 1, 3)])
def test_leading_axes_are_kept(text, shape):
    terrain = cost_of(text)
    theta = np.full((*shape, 2), 0.5)
    assert np.shape(terrain.cost(theta)) == shape
    assert terrain.gradient(theta).shape == (*shape, 2)
    assert terrain.hessian(theta).shape == (*shape, 2, 2)
    assert terrain.gradient(theta).dtype == np.float64


def test_answers_are_fresh_arrays_that_the_caller_may_change():
    terrain = cost_of("x")
    theta = np.ones((3, 2))
    terrain.cost(theta)[:] = 5.0
    np.testing.assert_array_equal(theta, 1.0)
    np.testing.assert_array_equal(terrain.cost(theta), 1.0)


@pytest.mark.parametrize(
    ("text", "hole"), [("log x", -1.0), ("sqrt(x)", -1.0), ("x^0.5", -2.0), ("asin(x)", 2.0), ("acosh(x)", 0.5)]
)
def test_outside_the_domain_everything_is_nan_and_nothing_is_raised_or_warned(text, hole):
    terrain = cost_of(text)
    for theta in (np.array((hole, 0.0)), np.array(((hole, 0.0), (hole, 1.0)))):
        cost, gradient = terrain.cost_and_gradient(theta)
        assert np.isnan(cost).all()
        assert np.isnan(gradient).all()
        assert np.isnan(terrain.hessian(theta)).all()


@pytest.mark.parametrize(
    ("text", "theta", "cost"),
    [
        ("1/x", (0.0, 0.0), np.inf),
        ("log x", (0.0, 0.0), -np.inf),
        ("exp(x)", (1e4, 0.0), np.inf),
        ("x^100", (1e10, 0.0), np.inf),
        ("cosh(x)", (1e4, 0.0), np.inf),
        ("sigmoid(x)", (-1e4, 0.0), 0.0),
        ("tanh(x)", (1e4, 0.0), 1.0),
        ("sin(x)", (np.inf, 0.0), np.nan),
        ("floor(x)", (np.inf, 0.0), np.inf),
        ("x - y", (np.inf, np.inf), np.nan),
        ("min(x, y)", (np.nan, 1.0), np.nan),
        ("max(x, y)", (1.0, np.nan), np.nan),
    ],
)
def test_overflow_and_poles_give_infinity_or_nan_for_one_and_for_many(text, theta, cost):
    terrain = cost_of(text)
    for place in (np.array(theta), np.array([theta])):
        np.testing.assert_array_equal(np.ravel(terrain.cost(place)), cost)
        terrain.cost_and_gradient(place)
        terrain.hessian(place)


@pytest.mark.parametrize("text", ["|x| + |y|", "sqrt(x^2 + y^2)", "hypot(x, y)", "|x y|", "max(x, -x) + y^2"])
def test_at_a_kink_the_gradient_is_finite(text):
    assert np.isfinite(cost_of(text).gradient(np.zeros(2))).all()
    assert np.isfinite(cost_of(text).gradient(np.zeros((1, 2)))).all()


def test_derivatives_can_be_read():
    rosenbrock = parse("(1 - x)^2 + 100(y - x^2)^2")
    assert rosenbrock.gradient_unicode() == ("−2(1 − x) − 400x·(y − x²)", "200(y − x²)")
    assert parse("x^2 + 3y^2").gradient_unicode() == ("2x", "6y")
    assert parse("x^2 + 3y^2").hessian_unicode() == ("2", "0", "6")
    assert parse("cos(2 pi x)").gradient_unicode()[0] == "−2π·sin(2π·x)"
    assert parse("x^4/2").gradient_tex()[0] == "2 x^{3}"
    assert parse("tanh(x) tanh(y)").hessian_unicode()[0] == "−2cosh(x)⁻³·sinh(x)·tanh(y)"
    assert parse("sin(x)^2").hessian_unicode()[0] == "2(cos(x)² − sin(x)²)"
    assert parse("sin(x) + y").hessian_tex() == ("-\\sin\\left(x\\right)", "0", "0")


@pytest.mark.parametrize("text", [EVERYTHING, "(1-x)^2+100(y-x^2)^2", "sin(x y)/x", "x^y", "atan2(y, x) cbrt(x)"])
def test_derivatives_as_they_are_shown_are_the_ones_that_are_walked_on(text):
    formula = parse(text.replace("max(x, y)", "x"))
    terrain = FormulaCost(formula)
    shown = [*formula.gradient_unicode(), *formula.hessian_unicode()]
    gradient, hessian = terrain.gradient(PLACES), terrain.hessian(PLACES)
    walked = [gradient[:, 0], gradient[:, 1], hessian[:, 0, 0], hessian[:, 0, 1], hessian[:, 1, 1]]
    for readable, numbers in zip(shown, walked, strict=True):
        np.testing.assert_allclose(cost_of(readable).cost(PLACES), numbers, rtol=1e-9, atol=1e-9)


def test_a_derivative_too_long_to_read_is_an_ellipsis():
    formula = parse("x" + "*sin(x)" * 42)
    assert formula.hessian_unicode()[0] == "…"
    assert "ldots" in formula.hessian_tex()[0]


def test_the_tex_of_a_formula_has_balanced_brackets():
    for text in (EVERYTHING, "|x|/sqrt(y)^floor(x)", "max(x,1)^-2 cbrt(x)"):
        tex = parse(text).tex
        assert tex.count("{") == tex.count("}")
        assert tex.count("\\left") == tex.count("\\right")


def test_a_formula_survives_being_sent_to_another_process():
    terrain = cost_of(EVERYTHING)
    terrain.prepare()
    again = pickle.loads(pickle.dumps(terrain))  # noqa: S301
    np.testing.assert_array_equal(again.gradient(PLACES), terrain.gradient(PLACES))


def test_threads_that_prepare_at_once_get_the_same_ground():
    terrain = cost_of(EVERYTHING)
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(terrain.gradient(PLACES))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for answer in answers:
        np.testing.assert_array_equal(answer, answers[0])


def test_formulas_need_no_computer_algebra_and_no_window():
    code = (
        "import sys, numpy; from trekker.terrain.gallery import gallery\n"
        "ground = gallery()['rosenbrock'].ground(); ground.cost.hessian(numpy.zeros(2))\n"
        "assert not {'sympy', 'scipy', 'pandas', 'PySide6', 'PIL'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
