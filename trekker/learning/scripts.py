"""Whether bytes above 127 are Japanese (cp932) or the accents of a western language (Latin-1), where both would do."""

from __future__ import annotations

import re
from itertools import islice

_RUN = re.compile(rb"(?:[\x81-\x9f\xe0-\xfc][\x40-\x7e\x80-\xfc]|[\xa1-\xdf])+")
"""Characters of cp932 that are not ASCII."""
_FIRST_RARE = 0xE0
"""Leads to the kanji that are seldom written; below are kana, signs and the usual kanji. In Latin-1 it is à."""
_APOSTROPHE = re.compile(rb"[A-Za-z]\x92(?:(?:[smtd]|re|ve|ll)(?![A-Za-z])|[A-Za-z]{2})")
"""The ’ of Windows in "it’s" and in "l’eau" is a kanji as well; but "x値" is "x’l", and so no word goes on."""
_ENOUGH = 2_000


def is_japanese(data: bytes) -> bool:
    """Tell whether ``data``, which can be read as cp932, is meant so.

    Japanese comes in runs, with kana and usual kanji in each. An accent stands alone among small letters: it would be
    a single half-width kana, or a rare kanji made of the accent and the letter that follows. A usual kanji that stands
    alone tells little, but enough where nothing speaks against it.
    """
    japanese = western = alone = 0
    for found in islice(_RUN.finditer(data), _ENOUGH):
        around = data[max(0, found.start() - 1) : found.end() + 2]
        vote = -1 if _APOSTROPHE.match(around) else _vote(found[0])
        japanese, western, alone = japanese + max(0, vote), western + max(0, -vote), alone + (vote == 0)
    return japanese > western or (alone > 0 and not western)


def _vote(run: bytes) -> int:
    """Return for how many letters of Japanese a run speaks; below 0 where it speaks for a western language."""
    letters = run.decode("cp932", "replace")
    usual = sum(letter.encode("cp932", "replace")[0] < _FIRST_RARE for letter in letters)
    if len(letters) > 1:
        return len(letters) if usual else -len(letters)
    if len(run) == 1 or not usual:
        return -1
    return int(run[1] > 0x7F)  # in Latin-1 that would be a control character and a sign
