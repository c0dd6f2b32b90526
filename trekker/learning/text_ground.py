"""A ground made of texts: how far a logistic regression on bags of words is from the labels that people gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np

from trekker.cost import Array, CostFunction, Rows
from trekker.learning.classes import share_right
from trekker.learning.learned_ground import LearnedGround
from trekker.learning.logistic import LogisticRegression
from trekker.learning.losses import LogisticLoss
from trekker.learning.penalties import Penalised, Ridge
from trekker.learning.sampling import is_quick, notes_on_samples, sample_of
from trekker.learning.smooth import sigmoid
from trekker.learning.sparse import SparseRows, SparseScores, scores
from trekker.learning.split import held_out_rows
from trekker.learning.survey import Survey
from trekker.learning.tokens import Tokeniser
from trekker.learning.vocabulary import Vocabulary
from trekker.messages import Refusal, message

STRENGTH = 0.0003
"""The price λ of large weights that suits words."""
_TITLE = message("Logistic regression on words")
_LONGEST = 20_000
"""How many characters of one text are read."""
_RATES = MappingProxyType({"gradient_descent": 2.0, "momentum": 0.5, "nesterov": 0.5, "qhm": 2.0, "adam": 0.05})
"""The rows have length 1, and 1 for the intercept, so that the cost bends by ½ at most: below 4, descent is stable."""


@dataclass(frozen=True, eq=False)
class LabelledTexts:
    """Texts, and which of two classes each belongs to.

    Attributes:
        texts: the texts.
        targets: 0 or 1 for each, shape (m,).
        rows: what the model sees of each.
    """

    texts: tuple[str, ...]
    targets: Array
    rows: SparseRows

    def accuracy(self, theta: Array) -> Array:
        """Return the share of the texts that ``theta`` (…, n) puts into their class, shape (…); NaN where into none."""
        with np.errstate(all="ignore"):
            found = scores(self.rows, theta)
        return share_right(np.where(np.isnan(found), np.nan, found > 0.0), self.targets)

    def sampled(self, seed: int) -> LabelledTexts:
        """Return some of the texts where they are very many, drawn by ``seed``; else these."""
        chosen = sample_of(len(self.texts), seed)
        if chosen is None:
            return self
        return LabelledTexts(tuple(self.texts[row] for row in chosen), self.targets[chosen], self.rows.picked(chosen))


@dataclass(frozen=True, kw_only=True, eq=False)
class TextGround(LearnedGround):
    """A ground whose height is the mean loss of a logistic regression on the tokens of texts.

    θ₀ is the intercept; each further parameter is the weight of one token of the vocabulary, above 0 where it speaks
    for the second class.

    Attributes:
        classes: the two labels; the second is the one whose probability is told.
        training: the texts that are learnt from.
        validation: the texts held out; None where none are.
        vocabulary: the tokens of the texts learnt from.
    """

    model: LogisticRegression
    classes: tuple[str, str]
    training: LabelledTexts
    validation: LabelledTexts | None = None
    vocabulary: Vocabulary

    @cached_property
    def held_out(self) -> CostFunction | None:
        """The cost on the texts held out; None where none are."""
        return None if self.validation is None else _cost(self.validation, self.model)

    @cached_property
    def sampled(self) -> TextGround:
        """The same ground with only some of its texts where they are very many."""
        training = self.training.sampled(self.seed)
        validation = None if self.validation is None else self.validation.sampled(self.seed)
        if training is self.training and validation is self.validation:
            return self
        return replace(self, cost=self.quick_cost, estimate=None, training=training, validation=validation)

    def parameter_names(self) -> Sequence[str]:
        """Return the words and runs of letters that have the n weights, the intercept first."""
        return message("intercept"), *self.vocabulary.tokens

    def without_held_out(self) -> TextGround:
        """Return the same ground as if no texts were held out."""
        return replace(self, validation=None)

    @property
    def classifies(self) -> bool:
        """Yes."""
        return True

    def probability(self, theta: Array, texts: Sequence[str]) -> Array:
        """Return the belief that each text belongs to the second class, shape (…, m), for ``theta`` of (…, n)."""
        with np.errstate(all="ignore"):
            return sigmoid(scores(self.vocabulary.rows(texts), theta))

    def accuracy(self, theta: Array) -> Array:
        """Return the share of the texts learnt from that are put into their class, shape (…)."""
        return self.training.accuracy(theta)

    def validation_accuracy(self, theta: Array) -> Array:
        """Return the share of the texts held out that are put into their class, shape (…); NaN where none are."""
        return np.full(theta.shape[:-1], np.nan) if self.validation is None else self.validation.accuracy(theta)


def text_ground(
    texts: Sequence[str],
    labels: Sequence[str],
    *,
    tokeniser: Tokeniser | None = None,
    strength: float = STRENGTH,
    validation_share: float = 0.2,
    seed: int = 0,
    name: str = "texts",
    title: str = _TITLE,
    source: str = "",
) -> TextGround:
    """Make the ground of a logistic regression that tells two kinds of text apart by their tokens.

    Args:
        texts: what people wrote; of each the first 20,000 characters are read.
        labels: of each text the one or the other label; in their alphabetical order they are the two classes.
        tokeniser: cuts texts into pieces; None chooses words or characters by the script.
        strength: the price λ of large weights: ½λ Σ θⱼ².
        validation_share: how many of the texts are held out, at least 0 and below 1.
        seed: draws those held out.
        name: the ground's key.
        title: what people call it.
        source: where the texts come from.

    Raises:
        ValueError: where there are not two labels, the numbers of texts and labels differ, or no token comes twice;
            one sentence.
    """
    classes, targets = _two_classes(texts, labels)
    texts = [text[:_LONGEST] for text in texts]
    training, validation = held_out_rows(len(texts), validation_share, np.random.SeedSequence(seed))
    learnt = [texts[row] for row in training]
    vocabulary = Vocabulary.of(learnt, Tokeniser.suiting(learnt) if tokeniser is None else tokeniser)
    if not vocabulary.tokens:
        raise Refusal("no word comes in two of these texts, so there is nothing to learn; take more texts")
    model = LogisticRegression(strength=strength)
    known = _labelled(texts, targets, training, vocabulary)
    cost = _cost(known, model)
    start = model.start(cost)
    estimate = None if is_quick(cost) else _cost(known.sampled(seed), model)
    return TextGround(
        name=name,
        title=title,
        cost=cost,
        bounds=Survey.of(cost, start, None).bounds,
        start=tuple(start.tolist()),
        learning_rates=_RATES,
        formula=message("{formula} over the k known pieces of a text", formula=model.formula_with("θ₀ + (1/√k) Σ θⱼ")),
        story="Every word has a weight, and the weights of a sentence's words decide its mood.",
        source=source,
        axes=(message("{symbol} (intercept)", symbol="θ₀"), f"θ₁ (“{vocabulary.tokens[0]}”)"),
        model=model,
        seed=seed,
        notes=tuple(notes_on_samples(cost, len(validation))),
        estimate=estimate,
        classes=classes,
        training=known,
        validation=_labelled(texts, targets, validation, vocabulary) if validation.size else None,
        vocabulary=vocabulary,
    )


def _two_classes(texts: Sequence[str], labels: Sequence[str]) -> tuple[tuple[str, str], Array]:
    """Return the two labels, and the class number of each text, shape (m,)."""
    if len(texts) != len(labels):
        raise Refusal("{texts} texts need as many labels, not {labels}", texts=len(texts), labels=len(labels))
    different = sorted(set(labels))
    if len(different) != 2:
        raise Refusal(
            "the texts need exactly 2 different labels, such as positive and negative, not {count}",
            count=len(different),
        )
    return (different[0], different[1]), np.array([label == different[1] for label in labels], dtype=np.float64)


def _labelled(texts: Sequence[str], targets: Array, rows: Rows, vocabulary: Vocabulary) -> LabelledTexts:
    picked = tuple(texts[row] for row in rows)
    return LabelledTexts(picked, targets[rows], vocabulary.rows(picked))


def _cost(texts: LabelledTexts, model: LogisticRegression) -> CostFunction:
    return Penalised(SparseScores(texts.rows, texts.targets, LogisticLoss()), Ridge(model.strength))
