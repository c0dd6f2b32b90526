"""The rule panel: how the step under the cursor is decided, first in symbols, then with its numbers."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.gui.background.throttle import Throttle, Turns
from trekker.gui.panels.card import Card, label
from trekker.gui.panels.live_text import LiveText
from trekker.gui.session import Session
from trekker.gui.texts import told
from trekker.messages import about, number
from trekker.optimizers.writers import FIRST, MOST_WRITTEN
from trekker.walk.descent import Descent


class RulePanel(Card):
    """Spells out the step that leaves the place under the cursor."""

    def __init__(
        self, session: Session, redraw_ms: int = 100, turns: Turns | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._session = session
        self.symbols = label(role="formula", wrap=True)
        self.symbols.setMinimumHeight(round(1.5 * self.fontMetrics().height()))  # empty at first, and then as high
        self.numbers = LiveText(2, more=5)
        self.feel = LiveText(more=3, muted=True)
        for each, name in (
            (self.symbols, self.tr("Update rule")),
            (self.numbers, self.tr("Update rule with its numbers")),
            (self.feel, self.tr("What the trekker feels")),
        ):
            each.setAccessibleName(name)
            self.body.addWidget(each)
        self.body.addStretch(1)
        self._throttle = Throttle(redraw_ms, self._redraw, self, turns)
        session.restarted.connect(self._redraw)
        session.party_changed.connect(self._redraw)
        session.moved.connect(self._throttle.request)
        session.scenario_changed.connect(self._throttle.request)
        session.plane_changed.connect(self._throttle.request)

    def _redraw(self) -> None:
        if not self._session.ready:
            return
        descent, step = self._session.descent, self._session.step
        along = self._session.plane.parameters
        explanation = descent.explain(step, along or FIRST)
        symbols = "   ".join(line.symbolic for line in explanation.lines)
        if symbols != self.symbols.text():
            self.symbols.setText(symbols)
        self.numbers.setText(explanation.last.numeric)
        self.feel.setText(self._felt(descent, step, np.asarray(explanation.start["gradient"])))

    def _felt(self, descent: Descent, step: int, felt: Array) -> str:
        with np.errstate(all="ignore"):
            slope, stride = float(np.linalg.norm(felt)), float(np.linalg.norm(descent.change_at(step)))
        cost = about(number(float(descent.trail.cost[step])), descent.is_estimated_at(step))
        parts = [
            self.tr("Cost {cost}").format(cost=cost),
            self._slope(slope, felt, is_estimate=descent.trekker_at(step).batch_size is not None),
            self.tr("next step {stride}").format(stride=number(stride, 3)),
        ]
        if len(felt) > MOST_WRITTEN:
            plane = self._session.plane
            first, second = map(told, plane.axes if plane.parameters else ("θ₀", "θ₁"))
            parts.append(self.tr("numbers of {first} and {second}").format(first=first, second=second))
        return " · ".join(parts)

    def _slope(self, slope: float, felt: Array, *, is_estimate: bool) -> str:
        """Tell what decides the step: what some of the rows feel, or gusts, is not the slope underfoot."""
        if not math.isfinite(slope):
            return self.tr("no slope can be felt here")
        if slope == 0:
            return self.tr("level underfoot")
        words = self.tr("slope felt {slope}") if is_estimate else self.tr("slope underfoot {slope}")
        words = words.format(slope=number(slope, 3))
        if len(felt) != 2:
            return words
        return self.tr("{slope}, downhill to the {direction}").format(slope=words, direction=self._direction(-felt))

    def _direction(self, vector: Array) -> str:
        """Name the direction of a vector on the map; θ₁ grows to the north."""
        names = (
            self.tr("east"),
            self.tr("north-east"),
            self.tr("north"),
            self.tr("north-west"),
            self.tr("west"),
            self.tr("south-west"),
            self.tr("south"),
            self.tr("south-east"),
        )
        return names[round(math.atan2(vector[1], vector[0]) / (math.pi / 4)) % 8]
