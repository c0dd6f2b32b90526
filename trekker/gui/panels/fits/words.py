"""Texts: which words speak for what, how some texts that were held out are felt, and a sentence that one types."""

from __future__ import annotations

import html
from typing import Any

import numpy as np
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.panels.card import label
from trekker.gui.panels.fits.accuracy import shares_sentence
from trekker.gui.panels.fits.pages import Pages
from trekker.gui.panels.fits.view import FitView, Here
from trekker.gui.theme import Theme
from trekker.gui.word_bars import WordBars
from trekker.learning.judgement import Judgement, examples, judge, telling_tokens
from trekker.learning.text_ground import TextGround

_WORDS = 8
_EXAMPLES = 6
_STRONGEST = 1.5  # a weight from which on a word is coloured as strongly as can be
_LONGEST = 120


class Words(FitView):
    """Three pages: the telling words, examples, and a line to type in, which is judged word by word."""

    rank = 2

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground: TextGround | None = None
        self._here: Here | None = None
        self.bars = WordBars(self.tr("Telling words"))
        self.examples = label(wrap=True)
        self.examples.setAccessibleName(self.tr("Texts held out, and how they are felt"))
        self.sentence = QLineEdit()
        self.sentence.setAccessibleName(self.tr("A sentence to judge"))
        self.sentence.setPlaceholderText(self.tr("Type a sentence…"))
        self.verdict = label(role="heading", wrap=True)
        self.judged = label(wrap=True)
        self.reasons = label(role="hint", wrap=True)
        self.pages = Pages()
        for name, page in (
            (self.tr("Words"), self.bars),
            (self.tr("Examples"), _at_the_top(self.examples)),
            (self.tr("Try"), _at_the_top(self.sentence, self.verdict, self.judged, self.reasons)),
        ):
            self.pages.add(name, page)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.caption)
        self.sentence.textChanged.connect(lambda _: self._judge())

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Take labelled texts."""
        return isinstance(ground, TextGround)

    def heading(self, ground: Any) -> str:
        """Say what is felt."""
        return self.tr("Words: {first} or {second}").format(first=ground.classes[0], second=ground.classes[1])

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Take the texts; they wait for the trekker."""
        self.ground, self._here = ground, None
        self.caption.setText("")

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.bars.dress(theme)
        if self._here is not None:
            self.draw(self._here)

    def arrange(self, *, large: bool) -> None:
        """Show all pages, or one."""
        self.pages.arrange(large=large)

    def draw(self, here: Here) -> None:
        """Feel the texts from this place."""
        ground = self.ground
        if ground is None:
            return
        self._here, theta = here, here.theta
        with np.errstate(all="ignore"):
            second, first = telling_tokens(ground, theta, _WORDS)
            self.bars.show_words(tuple(second), tuple(first), ground.classes)
            rows = range(min(_EXAMPLES, len((ground.validation or ground.training).texts)))
            found = examples(ground, theta, list(rows))
            self.caption.setText(_told_right(ground, theta))
        self.examples.setText("<br>".join(self._told(each.text, each.label, each.probability) for each in found))
        self._judge()

    def _told(self, text: str, true: str, probability: float) -> str:
        assert self.ground is not None  # noqa: S101 - what is told of is there
        felt = self.ground.classes[int(probability >= 0.5)]
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        colour = self.theme.good if felt == true else self.theme.bad
        share = f"{100 * max(probability, 1 - probability):.0f} %"
        answer = self.tr("felt {felt} ({share}), in truth {true}").format(felt=felt, share=share, true=true)
        return f"{html.escape(shown)} <span style='color:{colour}'>— {html.escape(answer)}</span>"

    def _judge(self) -> None:
        """Judge what is typed, word by word."""
        text = self.sentence.text()
        if self.ground is None or self._here is None or not text.strip():
            for each in (self.verdict, self.judged, self.reasons):
                each.setText("")
            return
        with np.errstate(all="ignore"):
            found = judge(self.ground, self._here.theta, text)
        share = f"{100 * max(found.probability, 1 - found.probability):.0f} %"
        self.verdict.setText(self.tr("{label}, {share}").format(label=found.label, share=share))
        self.verdict.setStyleSheet(f"color: {self._tone(1.0 if found.probability >= 0.5 else -1.0)}")
        self.judged.setText(self._coloured(found))
        self.reasons.setText(self._because(found))

    def _coloured(self, found: Judgement) -> str:
        """Return the text with each character on the colour of what it speaks for."""
        parts = []
        for letter, heat in zip(found.text, found.heat, strict=True):
            tone = self._tone(float(heat))
            strength = min(1.0, abs(float(heat)) / _STRONGEST)
            style = f"background:{_mixed(tone, self.theme.card, 0.65 * strength)}" if strength > 0.02 else ""
            parts.append(f"<span style='{style}'>{html.escape(letter)}</span>")
        return "".join(parts)

    def _because(self, found: Judgement) -> str:
        loudest = sorted(found.contributions, key=lambda each: -abs(each.weight))[:_EXAMPLES]
        if not loudest:
            return self.tr("None of these words was learnt.")
        return " · ".join(f"{each.token} {each.weight:+.2f}" for each in loudest).replace("-", "−")

    def _tone(self, weight: float) -> str:
        return self.theme.good if weight >= 0 else self.theme.bad


def _told_right(ground: TextGround, theta: Array) -> str:
    learnt = f"{100 * float(ground.accuracy(theta)):.1f} %"
    held_out = f"{100 * float(ground.validation_accuracy(theta)):.1f} %"
    return shares_sentence(learnt, held_out, ground.validation_rows)


def _at_the_top(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    for each in widgets:
        if isinstance(each, QLabel):
            each.setMinimumWidth(1)
        column.addWidget(each)
    column.addStretch(1)
    return page


def _mixed(colour: str, ground: str, share: float) -> str:
    """Return so much of a colour on a ground, each #rrggbb."""
    parts = [int(each[i : i + 2], 16) for i in (1, 3, 5) for each in (colour, ground)]
    mixed = (round(share * parts[2 * i] + (1 - share) * parts[2 * i + 1]) for i in range(3))
    return "#" + "".join(f"{each:02x}" for each in mixed)
