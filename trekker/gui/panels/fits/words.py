"""Texts and their mood: the words that speak loudest, examples, and a sentence of one's own judged as it is typed."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QSizePolicy, QWidget

from trekker.cost import Array
from trekker.ground import Ground
from trekker.gui.fitted_font import fitted
from trekker.gui.panels.fits.pages import Pages
from trekker.gui.panels.fits.view import FitView, Here
from trekker.gui.panels.live_text import LiveText
from trekker.gui.texts import core_text, told
from trekker.gui.theme import LIGHT, Theme
from trekker.learning.judgement import Example, Judgement, TokenWeight, examples, judge, telling_tokens
from trekker.learning.text_ground import TextGround
from trekker.messages import about, number, percent

FIRST, SECOND = "#e69f00", "#0072b2"
"""What speaks for the first class, and for the second: Okabe and Ito's orange and blue."""
_MOST_TOKENS, _MOST_EXAMPLES, _TOLD = 24, 8, 4
_LINES, _LINES_LARGE = 2, 5  # of a typed sentence that are shown in colour
_PALEST, _STRONGEST = 0.15, 0.55  # how much of the colour a word gets: its letters must stay readable


class TokenBars(QWidget):
    """Two columns of bars that grow from the middle: what speaks for the first class, and for the second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.second: list[TokenWeight] = []
        self.first: list[TokenWeight] = []
        self.setAccessibleName(self.tr("Words that speak loudest"))
        self.setMinimumHeight(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_tokens(self, second: list[TokenWeight], first: list[TokenWeight]) -> None:
        """Show these tokens, loudest first."""
        self.second, self.first = second, first
        said = ", ".join(f"{each.token} {_signed(each.weight)}" for each in (*second[:10], *first[:10]))
        self.setAccessibleDescription(said)
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as many rows as there is room for."""
        painter = QPainter(self)
        line = self.fontMetrics().lineSpacing() + 2
        rows = max(1, self.height() // line)
        loudest = max((abs(each.weight) for each in (*self.second[:1], *self.first[:1])), default=1.0)
        if not np.isfinite(loudest) or loudest == 0.0:
            return
        for tokens, right in ((self.second, True), (self.first, False)):
            for row, each in enumerate(tokens[:rows]):
                share = min(1.0, abs(each.weight) / loudest)
                self._draw_bar(painter, each, row * line, share, right=right)

    def _draw_bar(self, painter: QPainter, token: TokenWeight, top: int, share: float, *, right: bool) -> None:
        """Draw one bar, its word at the inner end, and its weight at the edge."""
        metrics, half, height = self.fontMetrics(), self.width() / 2, self.fontMetrics().lineSpacing()
        weight_room = metrics.horizontalAdvance("+00.00")
        long = share * max(0.0, half - weight_room)
        colour = _mixed(SECOND if right else FIRST, _STRONGEST)
        painter.fillRect(QRectF(half + 1 if right else half - 1 - long, top, long, height), colour)
        box = QRectF(half + 5 if right else 0, top, half - 5, height)
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        inner, outer = sides if right else sides[::-1]
        room = box.width() - weight_room
        painter.setFont(fitted(self.font(), (token.token,), room, height))
        painter.setPen(QColor(self._theme.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | inner, token.token)
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | outer, _signed(token.weight))


class Words(FitView):
    """Shows which words decide, how texts held out are judged, and how a sentence of one's own is."""

    rank = 2

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground: TextGround | None = None
        self._theta: Array | None = None
        self._rows: tuple[int, ...] = ()
        self.judgement: Judgement | None = None
        self.bars = TokenBars()
        self._make_examples()
        self._make_field()
        self.pages = Pages()
        self.pages.add(self.tr("Words"), self.bars)
        self.pages.add(self.tr("Examples"), self._area)
        self.body.addWidget(self.pages, 1)
        for widget in (self.field, self.coloured, self.verdict, self.caption):
            self.body.addWidget(widget)

    def _make_examples(self) -> None:
        self.sentences = QLabel()
        self.sentences.setWordWrap(True)
        self.sentences.setTextFormat(Qt.TextFormat.RichText)
        self.sentences.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sentences.setAccessibleName(self.tr("Examples"))
        self._area = QScrollArea()
        self._area.setWidget(self.sentences)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(60)

    def _make_field(self) -> None:
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a sentence"))
        self.field.setAccessibleName(self.tr("Type a sentence"))
        self.field.setMaxLength(500)
        self.field.textChanged.connect(self._judge)
        self.coloured = QLabel()
        self.coloured.setTextFormat(Qt.TextFormat.RichText)
        self.coloured.setWordWrap(True)
        self.coloured.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.coloured.setAccessibleName(self.tr("The sentence, word by word"))
        self.coloured.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.coloured.hide()
        self.verdict = LiveText(2)
        self.verdict.setAccessibleName(self.tr("How the sentence is judged"))
        self.verdict.hide()

    @classmethod
    def suits(cls, ground: Ground) -> bool:
        """Texts."""
        return isinstance(ground, TextGround)

    def heading(self, ground: Any) -> str:
        """Say what is told apart."""
        return self.tr("Fit: {first} or {second}").format(first=told(ground.classes[0]), second=told(ground.classes[1]))

    def open(self, ground: Any, *, alike: bool = False) -> None:
        """Choose the examples; what is made of them waits for the trekker."""
        self._ground, self._theta = ground, None
        self._rows = _varied(ground)
        self.caption.setToolTip(core_text(ground.caveat))
        self.judgement = None
        for widget in (self.coloured, self.verdict):
            widget.hide()

    def draw(self, here: Here) -> None:
        """Show what the words weigh at this place, and judge by them."""
        if self._ground is None:
            return
        self._theta = here.theta.copy()
        self.bars.show_tokens(*telling_tokens(self._ground, self._theta, _MOST_TOKENS))
        found = examples(self._ground, self._theta, self._rows)
        self._set(self.sentences, "".join(self._example(each) for each in found))
        self._judge()
        self.caption.setText(self._rightness(self._ground, self._theta))

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().dress(theme)
        self.bars.dress(theme)

    def arrange(self, *, large: bool) -> None:
        """Show words and examples side by side, or one of them at a time."""
        lines = _LINES_LARGE if large else _LINES
        self.coloured.setMaximumHeight(lines * self.fontMetrics().lineSpacing() + 4)
        self.pages.arrange(large=large)

    def _judge(self) -> None:
        """Judge what is typed, where the trekker stands."""
        text, ground, theta = self.field.text(), self._ground, self._theta
        shown = bool(text.strip()) and ground is not None and theta is not None
        self.coloured.setVisible(shown)
        self.verdict.setVisible(shown)
        self.judgement = judge(ground, theta, text) if shown and ground is not None and theta is not None else None
        if self.judgement is not None:
            self._set(self.coloured, coloured(self.judgement))
            self.coloured.setToolTip(self.coloured.text())
            said = self._said(self.judgement)
            self.coloured.setAccessibleDescription(said)
            self.verdict.setText(said)

    def _said(self, judgement: Judgement) -> str:
        """Return the judgement in words, for those who don't see colours too."""
        if not judgement.label:
            return self.tr("The weights are out of all bounds: nothing can be said.")
        loudest = sorted(judgement.contributions, key=lambda each: -abs(each.weight))[:_TOLD]
        words = ", ".join(f"{each.token} {_signed(each.weight)}" for each in loudest)
        said = (
            self.tr("{label}, {share}: {words} (each its weight ÷ √{count}, by the number of known pieces)")
            if words
            else self.tr("{label}, {share}: no word of it is known")
        )
        return said.format(
            label=told(judgement.label),
            share=percent(self._belief(judgement.probability), 1),
            words=words,
            count=len(judgement.contributions),
        )

    def _example(self, example: Example) -> str:
        """Return one example as rich text: a mark, what is said and what is true, and the text."""
        classes = self._ground.classes if self._ground is not None else ("", "")
        if np.isnan(example.probability):
            said = self.tr("? (is {actual})").format(actual=told(example.label))
        else:
            label = classes[example.probability > 0.5]
            mark = "✓" if label == example.label else "✗"
            belief = percent(self._belief(example.probability), 1)
            said = self.tr("{mark} said {label}, {share}; is {actual}").format(
                mark=mark, label=told(label), share=belief, actual=told(example.label)
            )
        return f'<p style="margin:0 0 5px 0"><b>{escape(said)}</b><br>{escape(example.text)}</p>'

    def _rightness(self, ground: TextGround, theta: Array) -> str:
        judging = ground.sampled
        learnt = about(percent(float(judging.accuracy(theta)), 1), ground.samples_training)
        if ground.validation is None:
            return self.tr("Right: {learnt} of the {count} texts learnt from.").format(
                learnt=learnt, count=ground.training_rows
            )
        sentence = self.tr("Right: {held_out} of the {count} texts held out, {learnt} of those learnt from.")
        held_out = about(percent(float(judging.validation_accuracy(theta)), 1), ground.samples_held_out)
        return sentence.format(held_out=held_out, count=ground.validation_rows, learnt=learnt)

    @staticmethod
    def _belief(probability: float) -> float:
        """Return the belief in the likelier class."""
        return max(probability, 1.0 - probability)

    @staticmethod
    def _set(target: QLabel, text: str) -> None:
        if target.text() != text:
            target.setText(text)


def coloured(judgement: Judgement) -> str:
    """Return the text as rich text, its letters on the colour of the class they speak for; the louder, the stronger."""
    heat = np.nan_to_num(judgement.heat)
    loudest = max(float(np.abs(heat).max(initial=0.0)), 1e-12)
    strengths = np.round(heat / loudest, 1).tolist()
    parts = []
    for strength, letters in groupby(zip(strengths, judgement.text, strict=True), key=lambda each: each[0]):
        run = escape("".join(letter for _, letter in letters))
        if strength:
            amount = _PALEST + (_STRONGEST - _PALEST) * abs(strength)
            back = _mixed(SECOND if strength > 0 else FIRST, amount)
            colour = f"rgba({back.red()},{back.green()},{back.blue()},{back.alpha()})"
            run = f'<span style="background-color:{colour}">{run}</span>'
        parts.append(run)
    return "".join(parts)


def _varied(ground: TextGround) -> tuple[int, ...]:
    """Return the rows of examples: of both classes in turn."""
    targets = (ground.validation or ground.training).targets
    kinds = [np.flatnonzero(targets == kind)[: _MOST_EXAMPLES // 2].tolist() for kind in (1, 0)]
    return tuple(sorted(row for rows in kinds for row in rows))


def _mixed(colour: str, amount: float) -> QColor:
    """Return the colour, so much of it that letters on it stay readable."""
    mixed = QColor(colour)
    mixed.setAlphaF(amount)
    return mixed


def _signed(weight: float) -> str:
    text = number(weight, 2)
    return f"+{text}" if weight > 0 else text
