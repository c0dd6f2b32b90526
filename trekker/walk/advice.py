"""What to try next: the advice that goes with a verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np

from trekker.messages import Message, message, number
from trekker.optimizers.clipping import ClipKind
from trekker.optimizers.optimizer import Family
from trekker.walk.scenario import Trekker
from trekker.walk.verdict import Judge, Reason, Verdict

_SPENT = 0.01  # of the stride that a schedule begins with: less than that gets nowhere
_TIMID = 0.1  # of the stability limit: a smaller stride could be larger

_TROUGH = 1000.0  # so much steeper across than along, no stride gets along a valley in the steps that one allows
_FEW = 64  # parameters: the curvatures of more are not worth their time

_ALWAYS: Mapping[Reason, Message] = MappingProxyType(
    {
        Reason.LOCAL_MINIMUM: message(
            "If there is a deeper valley, another start, or a rule with momentum, may find it: feet can't tell."
        ),
        Reason.SADDLE: message("Start a little to one side, or let a small batch shake the trekker off it."),
        Reason.MAXIMUM: message("Start a little to one side."),
        Reason.PLATEAU: message("Start nearer to a slope, or try a rule that scales its steps, such as Adam."),
        Reason.LEFT_THE_MAP: message("Show more of the map, or try a smaller stride or a start further inside it."),
    }
)


def with_advice(verdict: Verdict, judge: Judge, trekker: Trekker, state: Any) -> Verdict:
    """Return the verdict with what to try, where there is something."""
    if verdict.reason in (Reason.DIVERGED, Reason.OSCILLATING):
        advice: Message | None = _about_overshooting(verdict, judge, trekker, state)
    elif verdict.at_rest:
        advice = None
    elif verdict.reason is Reason.STEP_LIMIT:
        advice = _about_time(verdict, judge, trekker, state)
    else:
        advice = _ALWAYS.get(verdict.reason)
    return replace(verdict, advice=advice)


def _about_overshooting(verdict: Verdict, judge: Judge, trekker: Trekker, state: Any) -> Message:
    rate, limit = _rate_and_limit(verdict.step, judge, trekker, state)
    if not rate:
        return message("This rule has no stride to make smaller: try another start, or another rule.")
    if limit is not None and rate > limit:
        return message(
            "The learning rate {rate} is {ratio} times the stability limit {limit} there: try a smaller stride.",
            rate=rate,
            ratio=_two_digits(rate / limit),
            limit=_two_digits(limit),
        )
    if verdict.reason is Reason.OSCILLATING and trekker.batch_size is not None:
        return message("Try a smaller stride, a larger batch, or a schedule that shortens the stride as time goes by.")
    if verdict.reason is Reason.DIVERGED and trekker.clipping.kind is ClipKind.OFF and limit is None:
        return message("Try a smaller stride, or clip the gradient.")
    return message("Try a smaller stride.")


def _about_time(verdict: Verdict, judge: Judge, trekker: Trekker, state: Any) -> Message:
    rate, limit = _rate_and_limit(verdict.step, judge, trekker, state)
    if trekker.schedule.factor(verdict.step) < _SPENT:
        return message("The schedule has made the stride too short to get on: let it last longer, or end higher.")
    ratio = _steepness(judge)
    if ratio > _TROUGH:
        return message(
            "The valley is {ratio} times as steep across as along: standardise the inputs, "
            "or try a rule that knows the curvature, such as L-BFGS.",
            ratio=_two_digits(ratio),
        )
    is_timid = limit is not None and rate < _TIMID * limit
    if is_timid and trekker.optimizer.family is Family.ADAPTIVE:  # longer strides bring it other divisors
        return message("Allow more steps, or try a somewhat larger stride.")
    if limit is not None and is_timid:
        return message(
            "Strides up to {limit} are stable here, and this one is {rate}: try a larger one, or more steps.",
            limit=_two_digits(limit),
            rate=rate,
        )
    if trekker.optimizer.family is Family.PLAIN:
        return message("Allow more steps, or try a rule that speeds up along valleys, such as momentum.")
    return message("Allow more steps.")


def _steepness(judge: Judge) -> float:
    """Return how many times as strongly the cost of data curves across its valley as along it; 1 elsewhere."""
    cost = judge.surveyor.ground.cost
    if not (cost.rows and cost.has_hessian and cost.dimension <= _FEW):
        return 1.0
    hessian = cost.hessian(judge.last_on_map)
    if not np.isfinite(hessian).all():
        return 1.0
    curvatures = np.linalg.eigvalsh(hessian)
    return float(curvatures[-1] / curvatures[0]) if curvatures[0] > 0.0 else 1.0


def _rate_and_limit(step: int, judge: Judge, trekker: Trekker, state: Any) -> tuple[float, float | None]:
    """Return the learning rate of a step, and the smallest stability limit where the walk was last on the map."""
    rate = float(getattr(trekker.optimizer, "learning_rate", 0.0)) * trekker.schedule.factor(step)
    cost = judge.surveyor.ground.quick_cost
    if not (rate and cost.has_hessian):
        return rate, None
    hessian = cost.hessian(judge.last_on_map)
    if not np.isfinite(hessian).all():
        return rate, None
    return rate, trekker.optimizer.stability_limit(hessian, state)


def _two_digits(value: float) -> str:
    """Write a number by its first two digits, without a power of ten where it is short: 130, not 1.3×10²."""
    return number(float(f"{value:.2g}"))
