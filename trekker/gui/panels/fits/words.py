"""Texts: the words that speak loudest, texts held out as they are judged, and a sentence to type."""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from trekker.ground import Ground
from trekker.gui.panels.fits.accuracy import percent, shares_sentence
from trekker.gui.panels.fits.pages import Pages
from trekker.gui.panels.fits.view import FitView, Here
from trekker.gui.sentence_judge import SentenceJudge
from trekker.gui.theme import Theme
from trekker.gui.word_bars import WordBars
from trekker.learning.judgement import Example, examples, judge, telling_tokens
from trekker.learning.text_ground import TextGround

_WORDS = 12
_EXAMPLES = 6
_SHORTENED = 90


class Words(FitView):
    """Three pages, all quick enough to be drawn as the trekker walks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground: TextGround | None = None
        self.pages = Pages()
        self.bars = WordBars(self.tr("Most telling words"))
        self.examples = QLabel()
        self.examples.setWordWrap(True)
        self.examples.setMinimumSize(1, 1)
        self.examples.setTextFormat(Qt.TextFormat.RichText)
        self.examples.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.judge = SentenceJudge()
        for name, page in (
            (self.tr("Words"), self.bars),
            (self.tr("Examples"), self.examples),
            (self.tr("Type"), self.judge),
        ):
            self.pages.add(name, page)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.caption)

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Tell whether it is made of texts."""
        return isinstance(ground, TextGround)

    def heading(self, ground: Any) -> str:
        """Say what is judged."""
        return self.tr("Words, and what they say")

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Take the texts; they wait for the trekker to be judged."""
        self._ground = ground
        self.bars.show_words(ground.classes, (), ())
        self.examples.setText("")

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.bars.dress(theme)
        self.judge.dress(theme)

    def arrange(self, *, large: bool) -> None:
        """Show all pages, or one."""
        self.pages.arrange(large=large)

    def draw(self, here: Here) -> None:
        """Judge from this place."""
        ground, theta = self._ground, here.theta
        if ground is None:
            return
        if np.isfinite(theta).all():
            speaking_for, against = telling_tokens(ground, theta, _WORDS)
            self.bars.show_words(ground.classes, against, speaking_for)
        self.judge.judge_with(lambda text: judge(ground, theta, text), ground.classes)
        count = min(_EXAMPLES, len((ground.validation or ground.training).texts))
        told = (self._told(ground, each) for each in examples(ground, theta, range(count)))
        self.examples.setText("<br>".join(told))
        learnt = percent(float(ground.accuracy(theta)))
        if ground.validation is None:
            self.caption.setText(self.tr("Told right: {share}").format(share=learnt))
        else:
            held_out = percent(float(ground.validation_accuracy(theta)))
            self.caption.setText(shares_sentence(learnt, held_out, ground.validation_rows))

    def _told(self, ground: TextGround, example: Example) -> str:
        """Write one text held out, what the model says of it, and whether people said so too."""
        said = ground.classes[example.probability > 0.5]
        share = max(example.probability, 1.0 - example.probability)
        right = said == example.label
        mark, colour = ("✓", self.theme.good) if right else ("✗", self.theme.bad)
        text = example.text if len(example.text) <= _SHORTENED else example.text[: _SHORTENED - 1] + "…"
        told = self.tr("{label}, {share} %").format(label=said, share=f"{100 * share:.0f}")
        return f'<b style="color:{colour}">{mark}</b> <b>{escape(told)}</b>: {escape(text)}'
