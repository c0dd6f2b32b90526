"""The model card: the settings of the model whose error is the mountain."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from trekker.gui.panels.card import Card, label
from trekker.gui.panels.knob_form import KnobForm
from trekker.gui.session import Session
from trekker.gui.texts import core_text
from trekker.knobs import knobs_of
from trekker.learning.learned_ground import LearnedGround
from trekker.learning.model import Model
from trekker.walk.model_settings import with_model
from trekker.walk.scenario import Where


class ModelCard(Card):
    """Sets the model up; seen only where it has settings. An edit opens the same data with the new model."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Model"), parent)
        self._session = session
        self.form = KnobForm()
        self.problem = label(role="error", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.form)
        self.body.addWidget(self.problem)
        self.form.edited.connect(self._edit)
        self.form.complained.connect(self._complain)
        session.ground_changed.connect(self._show)
        session.refused.connect(lambda _: self._show())
        self.hide()

    def _edit(self, model: Model) -> None:
        scenario = self._session.scenario
        choice = with_model(scenario.ground, model)
        if choice is not None:
            self._session.edit(replace(scenario, ground=choice, start=Where.GOOD))

    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _show(self) -> None:
        ground = self._session.ground
        model = ground.model if isinstance(ground, LearnedGround) else None
        seen = model is not None and bool(knobs_of(model)) and with_model(self._session.scenario.ground, model)
        self.setVisible(bool(seen))
        if model is not None and seen:
            self._complain("")
            self.set_heading(core_text(model.title))
            self.form.show_settings(model)
