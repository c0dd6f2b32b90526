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
from types import MappingProxyType
from typing import Any, TypeVar

from trekker.messages import Message, Refusal, listed, message

_METADATA_KEY = "knob"

_RANGES = MappingProxyType(
    {
        (False, False, False, False): message("{kind} that is finite"),
        (True, False, False, False): message("{kind} of at least {low}"),
        (True, False, True, False): message("{kind} above {low}"),
        (False, True, False, False): message("{kind} of at most {high}"),
        (False, True, False, True): message("{kind} below {high}"),
        (True, True, False, False): message("{kind} from {low} to {high}"),
        (True, True, True, False): message("{kind} above {low} and of at most {high}"),
        (True, True, False, True): message("{kind} of at least {low} and below {high}"),
        (True, True, True, True): message("{kind} above {low} and below {high}"),
    }
)
"""How a range is told, by whether it has a lower and an upper limit, and whether these are forbidden themselves."""

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
            return message(
                "one of {choices}", choices=listed(Message(title, english=each) for each, title in self.titled_choices)
            )
        if isinstance(self.default, bool):
            return message("true or false")
        kind = message("a whole number") if isinstance(self.default, int) else message("a number")
        limits = {"low": self.low, "high": self.high}
        finite = {name: f"{limit:,.12g}" for name, limit in limits.items() if math.isfinite(limit)}
        is_open = (self.low_open and "low" in finite, self.high_open and "high" in finite)
        return message(_RANGES["low" in finite, "high" in finite, *is_open], kind=kind, **finite)

    @property
    def called(self) -> Message:
        """What a sentence calls it: by its name where people type that, by its label where texts are translated."""
        return Message(self.label or self.name, english=self.name)

    def check(self, value: object) -> None:
        """Refuse a value that is not allowed.

        Raises:
            ValueError: with one sentence that names the setting and says what is allowed.
        """
        if not self._accepts(value):
            raise Refusal(
                "{setting} must be {allowed}, not {value}",
                setting=self.called,
                allowed=self.allowed,
                value=repr(value),
            )

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
                value = _whole(text) if isinstance(self.default, int) else float(text)
        except (KeyError, ValueError):
            raise Refusal(
                "{setting} must be {allowed}, not {value}",
                setting=self.called,
                allowed=self.allowed,
                value=repr(text),
            ) from None
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


def _whole(text: str) -> int:
    """Read a whole number, also one written like 1e6."""
    value = float(text)
    if not value.is_integer():
        raise ValueError(text)
    return int(text) if text.strip().lstrip("+-").isdecimal() else int(value)


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
            raise Refusal(
                "{name} is not a setting here; there are {known}", name=name, known=", ".join(known) or message("none")
            )
    return owner(**{name: known[name].read(text) for name, text in settings.items()})
