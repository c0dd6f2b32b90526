from __future__ import annotations

import ast
import warnings
from xml.etree import ElementTree

import numpy as np
import pytest

from tests.optimizers.grounds import GROUNDS, STARTS
from trekker.knobs import knobs_of
from trekker.optimizers import catalogue, optimizer
from trekker.optimizers.arithmetic import evaluate
from trekker.optimizers.clipping import Clipping
from trekker.optimizers.notation import explain, parse, symbolic, symbols_of, tex
from trekker.optimizers.probe import Probe
from trekker.optimizers.schedules import schedule, scheduled
from trekker.optimizers.writers import value_text

# Besides the defaults and every switch turned over: settings that bring a term into play.
OTHER_SETTINGS = {
    "adagrad": [{"initial_accumulator": 0.5}],
    "adamw": [{"weight_decay": 0.3}],
    "lion": [{"weight_decay": 0.3}],
    "newton": [{"damping": 0.5}],
    "qhadam": [{"nu1": 0.4, "nu2": 0.6}],
    "radam": [{"beta2": 0.6}],
    "rmsprop": [{"momentum": 0.5}, {"momentum": 0.5, "centered": True}],
    "rprop": [{"step_min": 0.008, "step_max": 0.02}],
}
EVERY_RULE = [
    pytest.param(rule(**settings), id=f"{name} {settings}")
    for name, rule in catalogue().items()
    for settings in [
        {},
        *({each.name: not each.default} for each in knobs_of(rule).values() if isinstance(each.default, bool)),
        *OTHER_SETTINGS.get(name, []),
    ]
]

FORMULAS = sorted({formula for each in EVERY_RULE for formula in tex(*each.values)})
NO_CLIPPING = Clipping()


def steps_of(rule, ground, start, steps, clip=NO_CLIPPING, slowing=None):
    """Walk, and yield what ``explain`` needs to know of every step, with the change that ``update`` gave."""
    theta = np.array(start, dtype=float)
    state = rule.init(theta)
    for step in range(steps):
        probe = Probe(ground)
        gradient = probe.gradient(theta)
        now = rule if slowing is None else scheduled(rule, slowing, step)
        extra = (probe,) if rule.looks_further else ()
        change, new_state = now.update(clip.apply(gradient), state, theta, *extra)
        yield step, gradient, state, theta, new_state, change
        theta, state = theta + change, new_state


def agree(first, second):
    return np.allclose(first, second, rtol=1e-12, atol=1e-15, equal_nan=True)


@pytest.mark.parametrize("rule", EVERY_RULE)
@pytest.mark.parametrize("ground", ("himmelblau", "beale"))
def test_the_lines_of_a_rule_say_what_its_update_does(rule, ground):
    for _, gradient, state, theta, new_state, change in steps_of(rule, GROUNDS[ground], STARTS[ground], 12):
        told = explain(rule, gradient, state, theta, new_state)
        assert agree(told.values["theta"] - theta, change) or agree(told.values["theta"], theta + change)
        for name, value in zip(getattr(new_state, "_fields", ()), new_state, strict=True):
            assert agree(told.values[name], value), name


@pytest.mark.parametrize("name", [name for name, rule in catalogue().items() if rule.elementwise])
@pytest.mark.parametrize("clip", ("norm:2.0", "value:1.5"))
def test_an_active_schedule_and_clipping_show_in_the_lines(name, clip):
    rule, slowing, clipping = optimizer(name), schedule("exponential", {"every": "3"}), Clipping.read(clip)
    for step, gradient, state, theta, new_state, change in steps_of(
        rule, GROUNDS["beale"], STARTS["beale"], 6, clipping, slowing
    ):
        told = explain(rule, gradient, state, theta, new_state, clipping=clipping, schedule_factor=slowing.factor(step))
        assert agree(told.values["theta"], theta + change)
        assert [line.name for line in told.lines][: 2 if step else 1] == (["learning_rate"] if step else []) + [
            "gradient"
        ]


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_the_last_line_is_the_one_that_moves_theta(rule):
    *_, (_, gradient, state, theta, new_state, _) = steps_of(rule, GROUNDS["bowl"], STARTS["bowl"], 8)
    last = explain(rule, gradient, state, theta, new_state).last
    assert last.name == "theta"
    assert last.symbolic.startswith("θ ← θ")
    assert last.tex.startswith(r"\theta")


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_what_is_shown_names_nothing_by_its_name_in_the_code(rule):
    *_, (_, gradient, state, theta, new_state, _) = steps_of(rule, GROUNDS["bowl"], STARTS["bowl"], 8)
    told = explain(rule, gradient, state, theta, new_state)
    coded = [name for name in told.values if len(name) > 2 and symbols_of(rule).get(name) != name]
    for line in told.lines:
        for text in (line.symbolic, line.numeric):
            assert "-" not in text
            assert not [name for name in coded if name in text.replace("sign", "")]
        assert line.name in told.values
        assert line.value is told.values[line.name] or line.name in {"stride", "root"}


def test_the_live_line_of_plain_descent_reads_as_people_write_it():
    rule, theta = catalogue()["gradient_descent"](learning_rate=0.004), np.array((2.302, 2.251))
    gradient = np.array((-28.7, 11.3))
    last = explain(rule, gradient, (), theta, ()).last
    assert last.symbolic == "θ ← θ − α·∇J"
    assert last.numeric == "(2.417, 2.206) ← (2.302, 2.251) − 0.004·(−28.7, 11.3)"
    assert last.value.tolist() == (theta - 0.004 * gradient).tolist()


def test_the_live_lines_of_adam_show_its_corrected_moments():
    rule, theta = optimizer("adam"), np.array((1.0, 2.0))
    state = rule.init(theta)
    gradient = np.array((-4.0, 0.5))
    _, new_state = rule.update(gradient, state, theta)
    told = explain(rule, gradient, state, theta, new_state)
    assert [line.numeric for line in told.lines] == [
        "1 ← 0 + 1",
        "(−0.4, 0.05) ← 0.9·(0, 0) + (1 − 0.9)·(−4, 0.5)",
        "(0.016, 0.00025) ← 0.999·(0, 0) + (1 − 0.999)·(−4, 0.5)²",
        "(−4, 0.5) ← (−0.4, 0.05) / (1 − 0.9¹)",
        "(16, 0.25) ← (0.016, 0.00025) / (1 − 0.999¹)",
        "(1.05, 1.95) ← (1, 2) − 0.05·(−4, 0.5) / (√(16, 0.25) + 10⁻⁸)",
    ]
    assert told.start["t"] == 0
    assert told.values["t"] == 1


def test_adam_is_written_with_the_symbols_of_its_paper():
    assert symbolic(catalogue()["adam"]) == (
        "t ← t + 1",
        "m ← β₁·m + (1 − β₁)·∇J",
        "v ← β₂·v + (1 − β₂)·(∇J)²",
        "m̂ ← m / (1 − β₁ᵗ)",
        "v̂ ← v / (1 − β₂ᵗ)",
        "θ ← θ − α·m̂ / (√v̂ + ε)",
    )


def test_only_what_the_settings_choose_is_shown():
    assert symbolic(optimizer("rmsprop"))[1:3] == ("r ← √v + ε", "b ← ∇J / r")
    centered = symbolic(optimizer("rmsprop", {"centered": "true", "momentum": "0.5"}))
    assert centered[1:4] == ("m ← ρ·m + (1 − ρ)·∇J", "r ← √(v − m²) + ε", "b ← μ·b + ∇J / r")


def test_a_class_is_written_as_its_defaults_make_it():
    for name, rule in catalogue().items():
        assert symbolic(rule) == symbolic(optimizer(name))
        assert tex(rule) == tex(optimizer(name))


@pytest.fixture(scope="module")
def ziamath():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it opens its fonts in a way that Python has left behind
        import ziamath
    return ziamath


@pytest.mark.parametrize("formula", FORMULAS)
def test_every_formula_can_be_drawn(formula, ziamath):
    drawing = ElementTree.fromstring(ziamath.Latex(formula).svg())  # noqa: S314  (our own drawing)
    assert float(drawing.attrib["width"]) > 20


def test_newton_says_in_its_line_that_it_followed_the_slope():
    rule, theta = optimizer("newton"), np.array((0.0, 0.0))
    probe = Probe(GROUNDS["himmelblau"])
    gradient = probe.gradient(theta)
    _, new_state = rule.update(gradient, rule.init(theta), theta, probe)
    told = explain(rule, gradient, rule.init(theta), theta, new_state)
    assert told.last.symbolic == "θ ← θ − ∇J / h"
    assert symbolic(rule) == ("θ ← θ − (H + λ·I)⁻¹·∇J",)


def test_a_long_vector_is_shown_by_its_first_components():
    rule, theta = optimizer("gradient_descent"), np.arange(1.0, 101.0)
    last = explain(rule, theta, (), theta, ()).last
    assert last.numeric == "(0.99, 1.98, …) ← (1, 2, …) − 0.01·(1, 2, …)"


def test_a_walk_that_explodes_is_still_explained():
    rule, theta = optimizer("adam"), np.array((np.inf, 1e300))
    gradient = np.array((np.nan, -1e200))
    _, new_state = rule.update(gradient, rule.init(theta), theta)
    told = explain(rule, gradient, rule.init(theta), theta, new_state)
    assert "NaN" in told.last.numeric
    assert "∞" in told.last.numeric
    assert "10³⁰⁰" in told.last.numeric


@pytest.mark.parametrize(
    ("formula", "written"),
    (
        ("a = gradient - (theta - gradient)", "a ← ∇J − (θ − ∇J)"),
        ("a = gradient / (theta * gradient)", "a ← ∇J / (θ·∇J)"),
        ("a = (gradient + theta)**2 * gradient", "a ← (∇J + θ)²·∇J"),
        ("a = -gradient * (-theta)", "a ← (−∇J)·(−θ)"),
        ("a = sqrt(gradient * theta) / norm(theta)", "a ← √(∇J·θ) / ‖θ‖"),
        ("a = gradient ** theta", "a ← (∇J)^(θ)"),
        ("a = where(theta > 0, gradient, 1)", "a ← {∇J where θ > 0, else 1}"),
        ("a = maximum(abs(theta), sign(gradient))", "a ← max(|θ|, sign(∇J))"),
    ),
)
def test_parentheses_stand_where_they_are_needed_and_nowhere_else(formula, written):
    class Written(catalogue()["gradient_descent"]):
        lines = (formula,)

    assert symbolic(Written) == (written,)


@pytest.mark.parametrize("number", (-3.0, 2e7, -4e-9))
def test_a_number_that_is_not_one_piece_gets_parentheses_in_a_product(number):
    class Written(catalogue()["gradient_descent"]):
        lines = ("theta = theta * gradient * theta",)

    told = explain(Written(), np.array(number), (), np.array(2.0), ()).last
    inner = {-3.0: "(−3)", 2e7: "(2×10⁷)", -4e-9: "(−4×10⁻⁹)"}[number]
    assert told.numeric.endswith(f"← 2·{inner}·2")


@pytest.mark.parametrize(
    "text",
    ("__import__('os')", "theta.shape", "theta[0]", "open('x')", "lambda: 1", "unknown", "'text'", "theta @ theta"),
)
def test_a_formula_holds_arithmetic_and_nothing_else(text):
    with pytest.raises(ValueError, match="a formula cannot hold"):
        evaluate(ast.parse(text, mode="eval").body, {"theta": np.ones(2)})


@pytest.mark.parametrize("line", ("theta", "a = b = 1", "a += 1", "a, b = 1, 2", "a = 1; b = 2"))
def test_a_line_that_is_not_one_assignment_is_refused(line):
    with pytest.raises(ValueError, match="one assignment to one name"):
        parse((line,))


def test_of_long_vectors_the_two_that_are_wanted_are_written_and_of_shorter_lists_the_first():
    assert value_text(np.arange(5.0), (3, 1)) == "(3, 1, …)"
    assert value_text(np.arange(3.0), (3, 1)) == "(0, 1, 2)"
    history = np.arange(20.0).reshape(4, 5)
    assert value_text(history, (4, 2)) == "((4, 2, …), (9, 7, …), …)"
