"""A sentence is typed, and judged as one types: its mood, and what each word adds to it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from trekker.gui.belief_bars import BeliefBars
from trekker.gui.theme import LIGHT, Theme
from trekker.gui.word_bars import AGAINST, FOR
from trekker.learning.judgement import Contribution, Judgement
from trekker.messages import number

Judge = Callable[[str], Judgement]

_LONGEST = 300
_STRONGEST = 0.75  # of a colour behind the loudest letter
_TOLD = 8


class SentenceJudge(QWidget):
    """A line to type into, the bars of both moods, and the sentence with every letter on the colour of its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._judge: Judge | None = None
        self._classes = ("", "")
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST)
        self.field.setAccessibleName(self.tr("Sentence to be judged"))
        self.field.setPlaceholderText(self.tr("Type a sentence"))
        self.bars = BeliefBars(self.tr("How likely each mood is"))
        self.bars.setFixedHeight(44)
        self.coloured, self.words = QLabel(), QLabel()
        for text in (self.coloured, self.words):
            text.setWordWrap(True)
            text.setMinimumWidth(1)
            text.setTextFormat(Qt.TextFormat.RichText)
            text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for each in (self.field, self.bars, self.coloured, self.words):
            column.addWidget(each)
        column.addStretch(1)
        self.field.textChanged.connect(self.judge)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.bars.dress(theme)
        self.judge()

    def judge_with(self, judge: Judge, classes: tuple[str, str]) -> None:
        """Judge what is typed with another model, or with the same at another place."""
        self._judge, self._classes = judge, classes
        self.judge()

    def judge(self) -> None:
        """Judge what is typed."""
        text = self.field.text().strip()
        if self._judge is None or not text:
            self.bars.show_beliefs(self._classes, np.zeros(2))
            for each in (self.coloured, self.words):
                each.setText("")
            return
        found = self._judge(text)
        self.bars.show_beliefs(self._classes, np.array([1.0 - found.probability, found.probability]))
        self.coloured.setText(_coloured(found))
        self.words.setText(self._told(found))

    def _told(self, found: Judgement) -> str:
        """Write what the loudest words add, and name them unknown where none is known."""
        if not found.contributions:
            return escape(self.tr("The model knows none of these words."))
        loudest = sorted(found.contributions, key=lambda each: -abs(each.weight))[:_TOLD]
        return " &nbsp; ".join(_written(each) for each in loudest)


def _written(each: Contribution) -> str:
    sign = "+" if each.weight > 0.0 else ""
    colour = FOR if each.weight > 0.0 else AGAINST
    return f'<span style="color:{colour}">■</span>&nbsp;{escape(each.token)}&nbsp;{sign}{number(each.weight, 2)}'


def _coloured(found: Judgement) -> str:
    """Return the text with the colour of what each letter adds behind it."""
    loudest = float(np.abs(found.heat).max()) or 1.0
    parts: list[str] = []
    start = 0
    for end in range(1, len(found.text) + 1):
        if end == len(found.text) or found.heat[end] != found.heat[start]:
            parts.append(_on_colour(found.text[start:end], float(found.heat[start]) / loudest))
            start = end
    return "".join(parts)


def _on_colour(text: str, share: float) -> str:
    if share == 0.0 or not np.isfinite(share):
        return escape(text)
    colour = QColor(FOR if share > 0.0 else AGAINST)
    ink = f"rgba({colour.red()},{colour.green()},{colour.blue()},{abs(share) * _STRONGEST:.2f})"
    return f'<span style="background-color:{ink}">{escape(text)}</span>'
