"""What may be typed: numbers are read here, and what is wrong is said in one sentence that names the option."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager


class UsageError(ValueError):
    """Something typed that is not allowed; the message is one clear sentence that names the option."""


@contextmanager
def naming(option: str) -> Iterator[None]:
    """Name the option in whatever is wrong inside."""
    try:
        yield
    except UsageError:
        raise
    except (ValueError, OSError) as problem:
        raise UsageError(f"{option}: {problem}") from problem


def whole_number(option: str, text: str, low: int, otherwise: str = "") -> int:
    """Read a whole number of at least ``low``; ``otherwise`` says what else would be allowed.

    Raises:
        UsageError: where the text is none.
    """
    try:
        value = int(text)
    except ValueError:
        value = low - 1
    if value < low:
        raise UsageError(f"{option} must be {otherwise}a whole number of at least {low}, not {text!r}")
    return value


def numbers_in(option: str, text: str, count: int | None = None) -> list[float]:
    """Read finite numbers with commas between them, as many as ``count`` where that is given.

    Raises:
        UsageError: where the text is something else.
    """
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if not numbers or not all(map(math.isfinite, numbers)) or (count is not None and len(numbers) != count):
        wanted = f"{count} numbers" if count is not None else "numbers"
        raise UsageError(f"{option} must be {wanted} with commas between them, such as -1.2,1, not {text!r}")
    return numbers
