"""Clipping: a gradient that is too long or too steep is shortened before the rule sees it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

import numpy as np

from trekker.cost import Array
from trekker.messages import Refusal


class ClipKind(Enum):
    """What is held below the limit."""

    OFF = "off"
    NORM = "norm"
    VALUE = "value"


@dataclass(frozen=True)
class Clipping:
    """How gradients are clipped: not at all, by their length, or each component by its size.

    By norm is optax's ``clip_by_global_norm`` (Pascanu, Mikolov and Bengio 2013): the direction stays. PyTorch
    adds 1e-6 to the length, so that its gradients end a little shorter. By value is optax's ``clip``.
    """

    kind: ClipKind = ClipKind.OFF
    limit: float = 1.0

    def __post_init__(self) -> None:
        if not (math.isfinite(self.limit) and self.limit > 0):
            raise Refusal("the limit of clipping must be a number above 0, not {limit}", limit=repr(self.limit))

    @classmethod
    def read(cls, text: str) -> Clipping:
        """Read ``off``, ``norm:1.0`` or ``value:0.5``; ``str`` of the result gives such a text back.

        Raises:
            ValueError: with one sentence that says what is allowed.
        """
        kind, _, limit = text.strip().partition(":")
        try:
            if text.strip() == ClipKind.OFF.value:
                return cls()
            return cls({"norm": ClipKind.NORM, "value": ClipKind.VALUE}[kind], float(limit))
        except (KeyError, ValueError):
            raise Refusal(
                "clipping must be off, or norm or value with a limit above 0 as in norm:1.0, not {text}",
                text=repr(text),
            ) from None

    def __str__(self) -> str:
        return self.kind.value if self.kind is ClipKind.OFF else f"{self.kind.value}:{self.limit!r}"

    @property
    def lines(self) -> tuple[str, ...]:
        """What clipping does, as formulas over ``gradient`` and ``clip_limit``; see ``notation``."""
        return {
            ClipKind.OFF: (),
            ClipKind.NORM: ("gradient = gradient * minimum(1, clip_limit / norm(gradient))",),
            ClipKind.VALUE: ("gradient = minimum(maximum(gradient, -clip_limit), clip_limit)",),
        }[self.kind]

    def apply(self, gradient: Array) -> Array:
        """Return the clipped gradient, shape (…, n); a length is taken over the last axis."""
        if self.kind is ClipKind.OFF:
            return gradient
        if self.kind is ClipKind.VALUE:
            return np.clip(gradient, -self.limit, self.limit)
        length = np.sqrt((gradient * gradient).sum(axis=-1, keepdims=True))
        if not (length >= self.limit).any():
            return gradient
        clipped: Array = gradient * (self.limit / np.maximum(length, self.limit))
        return clipped
