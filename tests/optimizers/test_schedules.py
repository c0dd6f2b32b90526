from __future__ import annotations

import numpy as np
import pytest

from trekker.knobs import knobs_of
from trekker.optimizers import catalogue, optimizer
from trekker.optimizers.schedules import schedule, scheduled, schedules


def test_the_schedules_are_those_of_the_design():
    assert list(schedules()) == ["constant", "step", "exponential", "inverse_time", "cosine", "warmup_cosine", "cyclic"]


@pytest.mark.parametrize("kind", schedules().values(), ids=list(schedules()))
def test_every_schedule_tells_what_people_need_to_know(kind):
    assert kind.title
    assert kind.idea.endswith(".")
    for each in knobs_of(kind).values():
        assert each.label
        assert each.symbol
        assert each.hint.endswith(".")


@pytest.mark.parametrize("name", schedules())
def test_a_factor_is_a_share_of_the_learning_rate_however_long_the_walk(name):
    factors = [schedule(name).factor(step) for step in (0, 1, 2, 49, 50, 99, 100, 999, 1000, 1001, 10**7)]
    assert all(0 <= factor <= 1 for factor in factors)


def test_inverse_time_halves_the_stride_after_the_given_steps():
    slowing = schedule("inverse_time", {"every": "40"})
    assert [slowing.factor(step) for step in (0, 40, 120)] == [1.0, 0.5, 0.25]


def test_steps_cut_exactly_at_their_multiples():
    cut = schedule("step", {"drop": "0.1", "every": "10"})
    assert [cut.factor(step) for step in (0, 9, 10, 19, 20)] == pytest.approx([1, 1, 0.1, 0.1, 0.01])


def test_warm_up_reaches_the_full_stride_and_the_cosine_its_floor():
    wave = schedule("warmup_cosine", {"warmup": "10", "duration": "30", "floor": "0.2", "start": "0.5"})
    assert [wave.factor(step) for step in (0, 10, 20, 30, 500)] == pytest.approx([0.5, 1, 0.6, 0.2, 0.2])


def test_a_cycle_returns():
    cycle = schedule("cyclic", {"period": "8", "floor": "0.5"})
    assert [cycle.factor(step) for step in (0, 2, 4, 6, 8, 12)] == [0.5, 0.75, 1.0, 0.75, 0.5, 1.0]


def test_an_unknown_schedule_is_refused_with_a_list_of_what_there_is():
    with pytest.raises(ValueError, match=r"^linear is not a schedule here; there are constant, step, .*cyclic$"):
        schedule("linear")


def test_settings_that_make_no_sense_are_refused():
    with pytest.raises(ValueError, match="every must be a whole number"):
        schedule("step", {"every": "0"})
    with pytest.raises(ValueError, match="warmup must be below duration, which is 40, not 50"):
        schedule("warmup_cosine", {"duration": "40"})


def test_a_scheduled_rule_has_its_learning_rate_scaled_and_the_rest_as_it_was():
    rule = optimizer("adam", {"learning_rate": "0.2", "beta1": "0.5"})
    slower = scheduled(rule, schedule("exponential", {"rate": "0.5", "every": "10"}), 20)
    assert slower == catalogue()["adam"](learning_rate=0.05, beta1=0.5)
    assert rule.learning_rate == 0.2


def test_a_constant_schedule_gives_the_same_rule_back():
    rule = optimizer("adam")
    assert scheduled(rule, schedule("constant"), 123) is rule


def test_a_rule_without_a_learning_rate_is_left_alone():
    rule = optimizer("newton")
    assert scheduled(rule, schedule("cosine"), 500) is rule


def test_a_schedule_may_bring_the_stride_to_a_standstill():
    stopped = scheduled(optimizer("gradient_descent"), schedule("cosine", {"duration": "10"}), 10)
    change, _ = stopped.update(np.array((1.0, 2.0)), (), np.zeros(2))
    assert not change.any()
