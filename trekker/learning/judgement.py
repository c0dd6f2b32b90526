"""What a model of moods makes of a sentence, word by word, and which words speak loudest."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from trekker.cost import Array
from trekker.learning.text_ground import TextGround


class Contribution(NamedTuple):
    """What one token adds to the score of a text: above 0 speaks for the second class.

    ``text[start:end]`` is where it stands (at first, where it comes more than once).
    """

    token: str
    start: int
    end: int
    weight: float


class Judgement(NamedTuple):
    """What the model makes of one text.

    Attributes:
        text: the text.
        probability: the belief that it belongs to the second class; NaN where θ is out of all bounds.
        label: the label of the likelier class; empty where nothing can be said.
        intercept: the score of a text without a known token.
        contributions: what each known token adds, in the order of the text; with the intercept they make up the score
            z, of which the probability is 1/(1 + e⁻ᶻ).
        heat: the same spread over the characters of the text, shape (len(text),): for colouring.
    """

    text: str
    probability: float
    label: str
    intercept: float
    contributions: tuple[Contribution, ...]
    heat: Array


class TokenWeight(NamedTuple):
    """A token of the vocabulary and its parameter."""

    token: str
    weight: float


class Example(NamedTuple):
    """A text that people labelled, and the belief that it belongs to the second class."""

    text: str
    label: str
    probability: float


def judge(ground: TextGround, theta: Array, text: str) -> Judgement:
    """Judge one text at ``theta``, shape (n,)."""
    places, values = ground.vocabulary.row(text)
    added = dict(zip(places.tolist(), (values * theta[1:][places]).tolist(), strict=True))
    heat = np.zeros(len(text))
    first: dict[int, Contribution] = {}
    pieces = [(ground.vocabulary.places.get(piece.token), piece) for piece in ground.vocabulary.tokeniser.pieces(text)]
    times = np.bincount([place for place, _ in pieces if place is not None], minlength=1)
    for place, piece in pieces:
        if place is not None:
            first.setdefault(place, Contribution(piece.token, piece.start, piece.end, added[place]))
            heat[piece.start : piece.end] += added[place] / times[place] / (piece.end - piece.start)
    probability = float(ground.probability(theta, [text])[0])
    return Judgement(text, probability, _label(ground, probability), float(theta[0]), tuple(first.values()), heat)


def telling_tokens(ground: TextGround, theta: Array, count: int = 10) -> tuple[list[TokenWeight], list[TokenWeight]]:
    """Return up to ``count`` tokens that speak loudest for the second class, and as many for the first.

    Loudest first; tokens whose weight is 0 say nothing and are left out.
    """
    weights = theta[1:]
    order = np.argsort(weights, kind="stable")
    tokens = ground.vocabulary.tokens
    against = [TokenWeight(tokens[i], float(weights[i])) for i in order[:count] if weights[i] < 0.0]
    speaking_for = [TokenWeight(tokens[i], float(weights[i])) for i in order[::-1][:count] if weights[i] > 0.0]
    return speaking_for, against


def examples(ground: TextGround, theta: Array, rows: Sequence[int] | None = None) -> list[Example]:
    """Return texts that the model did not learn from (where none are held out, some that it did), and what it says.

    Args:
        ground: the ground.
        theta: where the trekker stands, shape (n,).
        rows: which of the texts; None takes the first six.
    """
    known = ground.validation or ground.training
    chosen = range(min(6, len(known.texts))) if rows is None else rows
    texts = [known.texts[row] for row in chosen]
    believed = ground.probability(theta, texts).tolist() if texts else []
    labels = [ground.classes[int(known.targets[row])] for row in chosen]
    return [Example(*each) for each in zip(texts, labels, believed, strict=True)]


def _label(ground: TextGround, probability: float) -> str:
    return "" if math.isnan(probability) else ground.classes[probability > 0.5]
