"""The ground card: which mountain or data, its formula, and what it teaches."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from trekker.ground import Ground
from trekker.gui.panels.card import Card, label
from trekker.gui.session import Session
from trekker.gui.texts import core_text
from trekker.learning.samples import samples
from trekker.messages import number
from trekker.terrain.gallery import gallery
from trekker.walk.grounds import DataFile, GroundChoice, NamedMountain, SampleData


class GroundCard(Card):
    """Picks the ground, and tells what is known of it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Mountain"), parent)
        self._session = session
        self.picker = QComboBox()
        self.picker.setAccessibleName(self.tr("Mountain or data"))
        self.picker.setToolTip(self.tr("The ground that is walked on: a mountain, or the error of a model on data."))
        self.picker.setMaxVisibleItems(24)
        self.picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choices: list[GroundChoice] = []
        self._fill()
        self.formula = label(role="formula", wrap=True)
        self.facts = label(role="hint", wrap=True)
        for each in (self.picker, self.formula, self.facts):
            self.body.addWidget(each)
        self.picker.activated.connect(self._pick)
        session.ground_changed.connect(self._show)
        session.refused.connect(self._show_picked)

    def _fill(self) -> None:
        group = None
        for mountain in gallery().values():
            if mountain.group is not group:
                group = mountain.group
                self._add_heading(core_text(group.value))
            self._add(core_text(mountain.title), NamedMountain(mountain.name))
        self._add_heading(self.tr("Data: the error of a line"))
        for sample in samples().values():
            self._add(core_text(sample.title), SampleData(sample.name))

    def _add_heading(self, text: str) -> None:
        self.picker.addItem(text)
        model = self.picker.model()
        item: QStandardItem = model.item(self.picker.count() - 1) if isinstance(model, QStandardItemModel) else None
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)

    def _add(self, text: str, choice: GroundChoice) -> None:
        self._choices.append(choice)
        self.picker.addItem("  " + text, len(self._choices) - 1)

    def _pick(self, index: int) -> None:
        position = self.picker.itemData(index)
        if position is not None:
            self._session.move_to(self._choices[position])

    def _show(self) -> None:
        ground = self._session.ground
        if ground is None:
            return
        self._show_picked()
        self.formula.setText(ground.formula if "J(" in ground.formula else f"J(θ) = {ground.formula}")
        self.facts.setText(_facts(self, ground))
        self.setToolTip(core_text(ground.source))

    def _show_picked(self) -> None:
        choice = self._session.scenario.ground
        if isinstance(choice, NamedMountain):
            choice = replace(choice, bounds=None)
        if choice not in self._choices:
            title = choice.path.name if isinstance(choice, DataFile) else str(choice)
            self._add(title, choice)
        self.picker.setCurrentIndex(self.picker.findData(self._choices.index(choice)))


def _facts(widget: QWidget, ground: Ground) -> str:
    """Say what is known about the minima."""
    best = [minimum for minimum in ground.minima if minimum.is_global]
    others = len(ground.minima) - len(best)
    parts = []
    if len(best) == 1:
        place = ", ".join(number(each, 3) for each in best[0].theta)
        parts.append(widget.tr("lowest at ({place})").format(place=place))
    elif best:
        parts.append(widget.tr("{count} equally low valleys").format(count=len(best)))
    if others:
        parts.append(widget.tr("{count} higher valleys").format(count=others))
    return " · ".join([core_text(ground.story), *parts])
