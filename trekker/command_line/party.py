"""The scenario that was asked for: who walks, by which rule, from where and until when."""

from __future__ import annotations

import argparse
from dataclasses import replace

from trekker.command_line.checks import UsageError, naming, numbers_in, whole_number
from trekker.command_line.grounds import application_of, ground_of
from trekker.knobs import knobs_of, read_knobs
from trekker.optimizers import AnyOptimizer, catalogue, optimizer
from trekker.optimizers.clipping import Clipping
from trekker.optimizers.schedules import schedule
from trekker.walk.grounds import NamedMountain
from trekker.walk.scenario import Scenario, Start, Trekker, Where
from trekker.walk.verdict import StopRule

_WALK_STEPS = 1000


def scenario_of(read: argparse.Namespace) -> Scenario:
    """Make the scenario that was asked for.

    Raises:
        ValueError: with one sentence that names the option and says what is allowed.
    """
    ground = ground_of(read) or NamedMountain("himmelblau")
    rule = _optimizer(read)
    with naming("--clip"):
        clipping = Clipping.read(read.clip)
    with naming("--schedule"):
        chosen_schedule = schedule(read.schedule)
    trekker = Trekker(optimizer=rule, schedule=chosen_schedule, clipping=clipping, batch_size=_batch_size(read))
    seed = 0 if read.seed is None else whole_number("--seed", read.seed, 0)
    return Scenario(ground=ground, trekkers=(trekker,), start=_start(read), seed=seed, stop=_stop_rule(read))


def _optimizer(read: argparse.Namespace) -> AnyOptimizer:
    settings = {}
    for text in read.set:
        name, separator, value = text.partition("=")
        if not separator:
            raise UsageError(f"--set must be NAME=VALUE, such as momentum=0.8, not {text!r}")
        if name.strip() == "learning_rate":
            raise UsageError(f"--set is for other settings; write --learning-rate {value}")
        settings[name.strip()] = value
    name = _rule(read)
    with naming("--set"):
        rule = optimizer(name, settings)
    if read.learning_rate is None:
        return rule
    with naming("--learning-rate"):
        return optimizer(name, {**settings, "learning_rate": read.learning_rate})


def _rule(read: argparse.Namespace) -> str:
    """Return the name of the optimizer: the one asked for, else the application's own, else the simplest."""
    if read.optimizer is None:
        application = application_of(read)
        return "gradient_descent" if application is None else application.trekker.optimizer.name
    if read.optimizer not in catalogue():
        raise UsageError(f"--optimizer must be one of {', '.join(catalogue())}, not {read.optimizer!r}")
    name: str = read.optimizer
    return name


def _start(read: argparse.Namespace) -> Start:
    if read.start is not None:
        return tuple(numbers_in("--start", read.start))
    return Where.GOOD if read.seed is None else Where.RANDOM


def _stop_rule(read: argparse.Namespace) -> StopRule:
    settings = {} if read.command == "window" else {"step_limit": str(_WALK_STEPS)}
    application = application_of(read)
    if application is not None:
        stop = application.stop
        settings = {"step_limit": str(stop.step_limit), "tolerance": repr(stop.tolerance)}
    asked = {"step_limit": ("--steps", read.steps), "tolerance": ("--tolerance", read.tolerance)}
    for name, (option, text) in asked.items():
        if text is not None:
            with naming(option):
                replace(knobs_of(StopRule)[name], name="it").read(text)
            settings[name] = text
    return read_knobs(StopRule, settings)


def _batch_size(read: argparse.Namespace) -> int | None:
    if read.batch_size is None:
        application = application_of(read)
        return None if application is None else application.trekker.batch_size
    return None if read.batch_size == "all" else whole_number("--batch-size", read.batch_size, 1, "all or ")
