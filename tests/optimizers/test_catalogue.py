from __future__ import annotations

import math

import pytest

from trekker.knobs import knobs_of
from trekker.optimizers import Family, catalogue, optimizer
from trekker.optimizers.optimizer import Optimizer, Searcher

# The design's table: names, settings and defaults are public. The learning rate's default is each rule's own.
ADAM = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "bias_correction": True}
PUBLIC = {
    "gradient_descent": {},
    "momentum": {"momentum": 0.9},
    "nesterov": {"momentum": 0.9},
    "adagrad": {"epsilon": 1e-10, "initial_accumulator": 0.0},
    "adadelta": {"decay": 0.9, "epsilon": 1e-6},
    "rmsprop": {"decay": 0.99, "epsilon": 1e-8, "momentum": 0.0, "centered": False},
    "adam": ADAM,
    "amsgrad": ADAM,
    "adamax": ADAM,
    "radam": ADAM,
    "nadam": ADAM | {"momentum_decay": 0.004},
    "adamw": ADAM | {"weight_decay": 0.01},
    "adabelief": ADAM | {"epsilon": 1e-16},
    "lion": {"beta1": 0.9, "beta2": 0.99, "weight_decay": 0.0},
    "qhm": {"momentum": 0.999, "nu": 0.7},
    "qhadam": ADAM | {"beta1": 0.995, "nu1": 0.7, "nu2": 1.0},
    "rprop": {"eta_minus": 0.5, "eta_plus": 1.2, "step_min": 1e-6, "step_max": 50.0},
    "sign_descent": {},
    "line_search": {"shrink": 0.5, "slope": 1e-4},
    "conjugate_gradient": {},
    "newton": {"damping": 0.0},
    "lbfgs": {"history": 10},
}
WITHOUT_LEARNING_RATE = {"newton", "lbfgs"}


def test_the_catalogue_holds_the_rules_of_the_design_and_no_other():
    assert set(catalogue()) == set(PUBLIC)


@pytest.mark.parametrize("name", PUBLIC)
def test_settings_and_defaults_are_those_of_the_design(name):
    defaults = {each.name: each.default for each in knobs_of(catalogue()[name]).values()}
    assert ("learning_rate" in defaults) == (name not in WITHOUT_LEARNING_RATE)
    defaults.pop("learning_rate", None)
    assert defaults == PUBLIC[name]


def test_adadelta_steps_as_its_paper_has_it_unless_told_otherwise():
    assert optimizer("adadelta").learning_rate == 1.0


def test_rules_stand_together_with_their_family_and_the_plainest_comes_first():
    families = [rule.family for rule in catalogue().values()]
    assert list(dict.fromkeys(families)) == list(Family)
    assert families == sorted(families, key=list(Family).index)
    assert next(iter(catalogue())) == "gradient_descent"


@pytest.mark.parametrize("rule", catalogue().values(), ids=list(catalogue()))
def test_every_rule_tells_what_people_need_to_know(rule):
    assert rule.title
    assert rule.idea.endswith(".")
    assert any(character.isdigit() for character in rule.reference)
    for each in knobs_of(rule).values():
        assert each.label
        assert each.hint.endswith(".")
        assert each.symbol or isinstance(each.default, bool)


@pytest.mark.parametrize("rule", catalogue().values(), ids=list(catalogue()))
def test_every_slider_stays_within_what_is_allowed(rule):
    for each in knobs_of(rule).values():
        if not isinstance(each.default, bool):
            low, high = each.slider or (each.low, each.high)
            assert math.isfinite(low)
            assert math.isfinite(high)
            each.check(type(each.default)(low))
            each.check(type(each.default)(high))


def test_symbols_of_one_rule_are_told_apart():
    for name, rule in catalogue().items():
        written = [each.symbol for each in knobs_of(rule).values() if each.symbol]
        used = [rule.symbols[each] for each in rule.symbols]
        assert len(set(written + used)) == len(written + used), name


def test_exactly_the_searchers_look_further_than_one_gradient():
    for rule in catalogue().values():
        assert rule.looks_further == issubclass(rule, Searcher)
        assert rule.elementwise != rule.looks_further


def test_a_rule_is_built_from_texts():
    built = optimizer("rmsprop", {"learning_rate": "0.5", "centered": "true"})
    assert isinstance(built, Optimizer)
    assert (built.name, built.learning_rate, built.centered, built.decay) == ("rmsprop", 0.5, True, 0.99)


def test_an_unknown_rule_is_refused_with_a_list_of_what_there_is():
    with pytest.raises(ValueError, match=r"^adm is not an optimizer here; there are gradient_descent, .*adam,"):
        optimizer("adm")


def test_an_unknown_setting_is_refused_with_a_list_of_what_there_is():
    with pytest.raises(ValueError, match=r"^lr is not a setting here; there are learning_rate, momentum$"):
        optimizer("momentum", {"lr": "0.1"})


@pytest.mark.parametrize("text", ("-1", "0", "nan", "fast"))
def test_a_learning_rate_that_leads_nowhere_is_refused(text):
    with pytest.raises(ValueError, match="learning_rate must be a number above 0"):
        optimizer("adam", {"learning_rate": text})


def test_a_rule_takes_other_values_for_some_of_its_settings():
    rule = optimizer("momentum", {"momentum": "0.5"})
    assert rule.with_settings(learning_rate=0.25) == catalogue()["momentum"](learning_rate=0.25, momentum=0.5)
    with pytest.raises(ValueError, match="momentum must be a number"):
        rule.with_settings(momentum=1.0)
