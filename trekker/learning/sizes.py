"""Sizes of layers as people write them: "16,16"."""

from __future__ import annotations

from trekker.messages import Refusal


def read_sizes(setting: str, text: str, most: int, largest: int, *, least: int = 0) -> tuple[int, ...]:
    """Return the sizes in ``text``.

    Raises:
        ValueError: with one sentence that names the setting and says what is allowed.
    """
    parts = [part.strip() for part in text.split(",")] if text.strip() else []
    plain = all(part.isascii() and part.isdigit() and len(part) < 9 for part in parts)
    sizes = tuple(map(int, parts)) if plain else (0,)
    if not least <= len(sizes) <= most or not all(1 <= size <= largest for size in sizes):
        raise Refusal(
            "{setting} must be {least} to {most} whole numbers from 1 to {largest} with commas between them, "
            "such as 16,16, not {text}",
            setting=setting,
            least=least,
            most=most,
            largest=largest,
            text=repr(text),
        )
    return sizes
