"""The pieces of texts that a model knows, and texts as rows of counts of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np

from trekker.cost import Array, Rows
from trekker.learning.sparse import SparseRows
from trekker.learning.tokens import Tokeniser

_LEAST_TEXTS, _MOST_TOKENS = 2, 5000


@dataclass(frozen=True)
class Vocabulary:
    """The tokens that were met in at least two texts, the most frequent first, and how texts are cut into them.

    Attributes:
        tokeniser: cuts texts.
        tokens: what is known.
    """

    tokeniser: Tokeniser
    tokens: tuple[str, ...]

    @classmethod
    def of(cls, texts: Sequence[str], tokeniser: Tokeniser) -> Vocabulary:
        """Gather the tokens of ``texts``: of those learnt from alone, for others would tell what is held out."""
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(tokeniser.tokens(text))
        common = sorted(
            (token for token, count in counts.items() if count >= _LEAST_TEXTS), key=lambda each: (-counts[each], each)
        )
        return cls(tokeniser, tuple(common[:_MOST_TOKENS]))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The number of each token."""
        return MappingProxyType({token: place for place, token in enumerate(self.tokens)})

    def row(self, text: str) -> tuple[Rows, Array]:
        """Return the numbers of the known tokens in a text, and 1/√count for each: a row of length 1.

        A token counts once however often it comes: for moods that reads better than counting (Pang, Lee and
        Vaithyanathan 2002, EMNLP).
        """
        met = self.tokeniser.tokens(text) & self.places.keys()
        known = np.array(sorted(self.places[token] for token in met), dtype=np.intp)
        return known, np.full(len(known), 1.0 / math.sqrt(max(1, len(known))))

    def rows(self, texts: Sequence[str]) -> SparseRows:
        """Return one row a text."""
        return SparseRows.of([self.row(text) for text in texts], len(self.tokens))
