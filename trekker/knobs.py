"""A setting declared once: its default, range, scale, unit, label and hint.

A knob is a dataclass field. Forms are built from knobs, texts from the command line and from files are read
and checked by them, so that a range is written in one place only::

    @dataclass(frozen=True)
    class Momentum:
        momentum: float = knob(0.9, low=0.0, high=1.0, high_open=True, symbol="μ", label="Momentum", hint="…")
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any, TypeVar

_METADATA_KEY = "knob"

Value = bool | int | float | str


class Scale(Enum):
    """How a slider spreads its values."""

    LINEAR = "linear"
    LOG = "log"


@dataclass(frozen=True)
class Knob:
    """What is known about one setting.

    Attributes:
        name: the field's name, which is also its name on the command line and in files.
        default: the value that it has unless somebody says otherwise; its type is the setting's type.
        low: the smallest allowed value (itself forbidden where ``low_open``).
        high: the largest allowed value (itself forbidden where ``high_open``).
        slider: the range that a slider covers, where that is narrower than what is allowed.
        scale: linear or logarithmic.
        choices: the allowed texts, for a setting that is one of a few words.
        titles: what people call the choices, in their order; empty where the words themselves will do.
        symbol: how formulas write it.
        unit: what it is measured in.
        label: what people call it.
        hint: one sentence on what it does.
    """

    name: str
    default: Value
    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False
    slider: tuple[float, float] | None = None
    scale: Scale = Scale.LINEAR
    choices: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    symbol: str = ""
    unit: str = ""
    label: str = ""
    hint: str = ""

    @property
    def titled_choices(self) -> tuple[tuple[str, str], ...]:
        """Each allowed text, and what people call it."""
        return tuple(zip(self.choices, self.titles or self.choices, strict=True))

    @property
    def allowed(self) -> str:
        """Say what is allowed, as the end of a sentence: "a number above 0"."""
        if self.choices:
            return "one of " + ", ".join(self.choices)
        if isinstance(self.default, bool):
            return "true or false"
        kind = "a whole number" if isinstance(self.default, int) else "a number"
        low, high = math.isfinite(self.low), math.isfinite(self.high)
        if low and high and not (self.low_open or self.high_open):
            return f"{kind} from {self.low:g} to {self.high:g}"
        limits = []
        if low:
            limits.append(f"{'above' if self.low_open else 'of at least'} {self.low:g}")
        if high:
            limits.append(f"{'below' if self.high_open else 'of at most'} {self.high:g}")
        return " ".join([kind, " and ".join(limits)]).strip() if limits else f"{kind} that is finite"

    def check(self, value: object) -> None:
        """Refuse a value that is not allowed.

        Raises:
            ValueError: with one sentence that names the setting and says what is allowed.
        """
        if not self._accepts(value):
            raise ValueError(f"{self.name} must be {self.allowed}, not {value!r}")

    def read(self, text: str) -> Value:
        """Turn the text of a command line or file into a checked value.

        Raises:
            ValueError: with one sentence that names the setting and says what is allowed.
        """
        value: Value
        try:
            if isinstance(self.default, bool):
                value = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}[
                    text.strip().lower()
                ]
            elif isinstance(self.default, str):
                value = text.strip()
            else:
                value = type(self.default)(text)
        except (KeyError, ValueError):
            raise ValueError(f"{self.name} must be {self.allowed}, not {text!r}") from None
        self.check(value)
        return value

    def _accepts(self, value: object) -> bool:
        if self.choices:
            return value in self.choices
        if isinstance(self.default, bool) or isinstance(value, bool):
            return isinstance(self.default, bool) and isinstance(value, bool)
        if isinstance(self.default, str):
            return isinstance(value, str)
        if isinstance(self.default, int) and not isinstance(value, int):
            return False
        if not isinstance(value, (int, float)) or not math.isfinite(value):
            return False
        above = value > self.low if self.low_open else value >= self.low
        below = value < self.high if self.high_open else value <= self.high
        return above and below


def knob(default: Value, **known: Any) -> Any:
    """Declare a dataclass field as a knob; ``known`` are the attributes of :class:`Knob`."""
    return field(default=default, metadata={_METADATA_KEY: {"default": default, **known}})


def knobs_of(owner: Any) -> dict[str, Knob]:
    """Return the knobs of a dataclass or of an instance of one, by name, in their order."""
    declared = [each for each in fields(owner) if _METADATA_KEY in each.metadata]
    return {each.name: Knob(name=each.name, **each.metadata[_METADATA_KEY]) for each in declared}


def check_knobs(instance: Any) -> None:
    """Check every knob of an instance; meant for ``__post_init__``.

    Raises:
        ValueError: at the first setting that is not allowed.
    """
    for name, each in knobs_of(instance).items():
        each.check(getattr(instance, name))


_Owner = TypeVar("_Owner")


def read_knobs(owner: type[_Owner], settings: Mapping[str, str]) -> _Owner:
    """Build an ``owner`` from texts.

    Raises:
        ValueError: where a name is unknown or a value is not allowed; the message lists what there is.
    """
    known = knobs_of(owner)
    for name in settings:
        if name not in known:
            raise ValueError(f"{name} is not a setting here; there are {', '.join(known) or 'none'}")
    return owner(**{name: known[name].read(text) for name, text in settings.items()})
