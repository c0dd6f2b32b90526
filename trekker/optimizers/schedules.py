"""Schedules: how the learning rate changes with the step, as a factor that multiplies it."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

from trekker.knobs import Scale, check_knobs, knob, read_knobs
from trekker.messages import Refusal
from trekker.optimizers.optimizer import AnyOptimizer


@dataclass(frozen=True, kw_only=True)
class Schedule(ABC):
    """A factor on the learning rate for each step.

    Attributes:
        name: the public name on the command line and in files.
        title: what people call it.
        idea: one sentence in plain words.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    idea: ClassVar[str]

    def __post_init__(self) -> None:
        check_knobs(self)

    @abstractmethod
    def factor(self, step: int) -> float:
        """Return the factor for ``step``, counted from 0."""


def _steps_knob(default: int, label: str, hint: str, low: int = 1, symbol: str = "T") -> Any:
    """Declare a number of steps."""
    return knob(
        default,
        low=low,
        high=10**9,
        slider=(low, 10_000),
        scale=Scale.LOG,
        symbol=symbol,
        label=label,
        hint=hint,
    )


def _decay_knob(hint: str) -> Any:
    """Declare the share of the learning rate that is kept at a time."""
    return knob(0.5, low=0.0, low_open=True, high=1.0, slider=(0.01, 1.0), symbol="γ", label="Share kept", hint=hint)


def _share_knob(default: float, symbol: str, label: str, hint: str) -> Any:
    """Declare a share of the full learning rate."""
    return knob(default, low=0.0, high=1.0, symbol=symbol, label=label, hint=hint)


@dataclass(frozen=True, kw_only=True)
class Constant(Schedule):
    """The factor 1."""

    name: ClassVar[str] = "constant"
    title: ClassVar[str] = "Constant"
    idea: ClassVar[str] = "The stride stays as it is."

    def factor(self, step: int) -> float:
        """Return 1."""
        return 1.0


@dataclass(frozen=True, kw_only=True)
class Steps(Schedule):
    """γ^⌊t/T⌋; optax's ``exponential_decay`` with ``staircase``, PyTorch's ``StepLR``."""

    name: ClassVar[str] = "step"
    title: ClassVar[str] = "Steps"
    idea: ClassVar[str] = "Cut the stride by the same share once in a while."

    drop: float = _decay_knob("What share of the stride remains at each cut.")
    every: int = _steps_knob(100, "Steps between cuts", "How many steps are taken between two cuts.")

    def factor(self, step: int) -> float:
        """Return γ^⌊t/T⌋."""
        return float(self.drop ** (step // self.every))


@dataclass(frozen=True, kw_only=True)
class Exponential(Schedule):
    """γ^(t/T); optax's ``exponential_decay``, and PyTorch's ``ExponentialLR`` for T = 1."""

    name: ClassVar[str] = "exponential"
    title: ClassVar[str] = "Exponential"
    idea: ClassVar[str] = "Shrink the stride a little at every step, by the same share."

    rate: float = _decay_knob("What share of the stride remains after the given number of steps.")
    every: int = _steps_knob(100, "Steps for that", "In how many steps the stride shrinks to that share.")

    def factor(self, step: int) -> float:
        """Return γ^(t/T)."""
        return float(self.rate ** (step / self.every))


@dataclass(frozen=True, kw_only=True)
class InverseTime(Schedule):
    """1/(1 + t/T): Robbins and Monro 1951, the classic condition under which noise averages out."""

    name: ClassVar[str] = "inverse_time"
    title: ClassVar[str] = "Inverse time"
    idea: ClassVar[str] = "Shrink the stride like 1/t: slowly enough to arrive, fast enough to average noise out."

    every: int = _steps_knob(100, "Steps to half", "After how many steps the stride is half of what it was.")

    def factor(self, step: int) -> float:
        """Return 1/(1 + t/T)."""
        return 1 / (1 + step / self.every)


@dataclass(frozen=True, kw_only=True)
class Cosine(Schedule):
    """f + (1 − f)·½(1 + cos(πt/T)) up to t = T, then f. Loshchilov and Hutter 2017.

    It is optax's ``cosine_decay_schedule``.
    """

    name: ClassVar[str] = "cosine"
    title: ClassVar[str] = "Cosine"
    idea: ClassVar[str] = "Shorten the stride along half a cosine wave, gently at both ends."

    duration: int = _steps_knob(1000, "Duration", "In how many steps the stride comes down.")
    floor: float = _share_knob(0.0, "f", "Floor", "What share of the stride remains at the end.")

    def factor(self, step: int) -> float:
        """Return the point of the half wave at ``step``."""
        wave = (1 + math.cos(math.pi * min(step, self.duration) / self.duration)) / 2
        return self.floor + (1 - self.floor) * wave


@dataclass(frozen=True, kw_only=True)
class WarmupCosine(Schedule):
    """A straight rise from s to 1 in W steps, then half a cosine wave down to f at t = T.

    It is optax's ``warmup_cosine_decay_schedule``.
    """

    name: ClassVar[str] = "warmup_cosine"
    title: ClassVar[str] = "Warm-up, then cosine"
    idea: ClassVar[str] = "Begin with short steps, lengthen them, then shorten them along half a cosine wave."

    warmup: int = _steps_knob(50, "Warm-up", "How many steps the stride takes to reach its full length.", symbol="W")
    duration: int = _steps_knob(1000, "Duration", "After how many steps, warm-up included, the stride is down.")
    start: float = _share_knob(0.0, "s", "First share", "What share of the full stride the first step has.")
    floor: float = _share_knob(0.0, "f", "Floor", "What share of the stride remains at the end.")

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.warmup >= self.duration:
            raise Refusal(
                "warmup must be below duration, which is {duration}, not {warmup}",
                duration=self.duration,
                warmup=self.warmup,
            )

    def factor(self, step: int) -> float:
        """Return the point of the rise or of the half wave at ``step``."""
        if step < self.warmup:
            return self.start + (1 - self.start) * step / self.warmup
        progress = min(step - self.warmup, self.duration - self.warmup) / (self.duration - self.warmup)
        return self.floor + (1 - self.floor) * (1 + math.cos(math.pi * progress)) / 2


@dataclass(frozen=True, kw_only=True)
class Cyclic(Schedule):
    """A triangle wave from f up to 1 and down again in T steps; Smith 2017, PyTorch's ``CyclicLR``."""

    name: ClassVar[str] = "cyclic"
    title: ClassVar[str] = "Cyclic"
    idea: ClassVar[str] = "Lengthen and shorten the stride in turn: long steps leave poor dips, short ones settle."

    period: int = _steps_knob(100, "Period", "How many steps one rise and fall take.", low=2)
    floor: float = _share_knob(0.1, "f", "Floor", "What share of the full stride the shortest step has.")

    def factor(self, step: int) -> float:
        """Return the point of the triangle wave at ``step``."""
        phase = step % self.period / self.period
        return self.floor + (1 - self.floor) * (1 - abs(2 * phase - 1))


@cache
def schedules() -> Mapping[str, type[Schedule]]:
    """Return every schedule by its public name, in the order declared."""
    return MappingProxyType({each.name: each for each in Schedule.__subclasses__()})


def schedule(name: str, settings: Mapping[str, str] = MappingProxyType({})) -> Schedule:
    """Build the schedule called ``name`` from the texts of its ``settings``; those not given have their defaults.

    Raises:
        ValueError: where a name is unknown or a value is not allowed; the message lists what there is.
    """
    known = schedules()
    if name not in known:
        raise Refusal("{name} is not a schedule here; there are {known}", name=name, known=", ".join(known))
    return read_knobs(known[name], settings)


_Rule = TypeVar("_Rule", bound=AnyOptimizer)


def scheduled(optimizer: _Rule, schedule: Schedule, step: int) -> _Rule:
    """Return ``optimizer`` with its learning rate as ``schedule`` has it at ``step``, counted from 0.

    It is the same object where nothing changes: for a constant schedule, or a rule without a learning rate.
    """
    factor = schedule.factor(step)
    rate = getattr(optimizer, "learning_rate", None)
    if factor == 1.0 or rate is None:
        return optimizer
    # Not `replace`: the knob's range is for people, while a schedule may well reach 0; and this runs at every step.
    changed = copy(optimizer)
    object.__setattr__(changed, "learning_rate", rate * factor)
    return changed
