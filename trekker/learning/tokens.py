"""From a text to the pieces that a bag of words counts, and back to where each stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_RUN = re.compile(r"[^\W_]+")
_LAST_SPACED = 0x052F
"""Up to here (Latin, Greek, Cyrillic) scripts put spaces between words that are short enough to count."""
_TELLING_TEXTS = 2000


class Units(Enum):
    """What the pieces are."""

    WORDS = "words"
    CHARACTERS = "characters"


class Piece(NamedTuple):
    """A piece of a text: what it counts as, and the place ``text[start:end]`` where it stood."""

    token: str
    start: int
    end: int


@dataclass(frozen=True)
class Tokeniser:
    """Cuts texts into pieces; capitals, and full-width letters, count as small ones.

    Attributes:
        units: words, or characters.
        longest: up to how many neighbours make one piece: with 2, "not good" counts beside "not" and "good".
    """

    units: Units
    longest: int

    @classmethod
    def suiting(cls, texts: Sequence[str]) -> Tokeniser:
        """Return words and pairs of them for scripts that put spaces between; else runs of one to three characters.

        Of many texts some, evenly picked, tell the script.
        """
        some = texts[:: max(1, -(-len(texts) // _TELLING_TEXTS))]
        letters = [ord(each) for text in some for each in text if each.isalpha()]
        spaced = sum(each <= _LAST_SPACED for each in letters)
        return cls(Units.WORDS, 2) if 2 * spaced >= len(letters) else cls(Units.CHARACTERS, 3)

    def pieces(self, text: str) -> list[Piece]:
        """Return every piece in the order in which they begin, the shorter first."""
        plain, begins, ends = _plain(text)
        return sorted(
            (Piece(token, begins[start], ends[end - 1]) for token, start, end in self._found(plain)),
            key=lambda piece: (piece.start, piece.end),
        )

    def tokens(self, text: str) -> set[str]:
        """Return what its pieces count as, wherever they stand, which is quicker."""
        return {token for token, _, _ in self._found(_plain(text)[0])}

    def _found(self, plain: str) -> Iterator[tuple[str, int, int]]:
        return self._words(plain) if self.units is Units.WORDS else self._characters(plain)

    def _words(self, plain: str) -> Iterator[tuple[str, int, int]]:
        """Yield words and chains of them; a chain does not reach over a comma or full stop."""
        chain: list[tuple[str, int]] = []
        last_end = 0
        for match in _WORD.finditer(plain):
            start, end = match.span()
            if chain and plain[last_end:start].strip():
                chain.clear()
            chain.append((match.group().replace("’", "'"), start))
            if len(chain) > self.longest:
                del chain[0]
            for first in range(len(chain)):
                yield " ".join([word for word, _ in chain[first:]]), chain[first][1], end
            last_end = end

    def _characters(self, plain: str) -> Iterator[tuple[str, int, int]]:
        for run in _RUN.finditer(plain):
            for start in range(run.start(), run.end()):
                for end in range(start + 1, min(start + self.longest, run.end()) + 1):
                    yield plain[start:end], start, end


def _plain(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return the text in small, full letters, and for each of these where it begins and ends in ``text``.

    An accent, or the mark that turns half-width ﾃ into デ, is joined to the letter before it.
    """
    if text.isascii():
        return text.lower(), range(len(text)), range(1, len(text) + 1)
    plain: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    for place, each in enumerate(text):
        letters = unicodedata.normalize("NFKC", each).casefold()
        joined = unicodedata.normalize("NFC", plain[-1] + letters) if plain else letters
        if plain and len(letters) == len(joined) == 1 and unicodedata.combining(letters):
            plain[-1], ends[-1] = joined, place + 1
        else:
            plain += letters
            begins += [place] * len(letters)
            ends += [place + 1] * len(letters)
    return "".join(plain), begins, ends
