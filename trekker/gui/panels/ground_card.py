"""The ground card: which mountain or data, its formula, and what it teaches."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from trekker.gui.commands import Commands
from trekker.gui.ground_facts import minima_of
from trekker.gui.panels.card import Card, label
from trekker.gui.panels.small_button import small_button
from trekker.gui.session import Session
from trekker.gui.texts import core_text
from trekker.walk.edited import EditedData
from trekker.walk.grounds import DataFile, Elevation, GroundChoice, NamedMountain, TypedFormula
from trekker.walk.offers import offers

_LONGEST_FORMULA = 150
_WAYS = ("gallery", "formula", "bounds")


class GroundCard(Card):
    """Picks the ground, and tells what is known of it."""

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Mountain"), parent)
        self._session = session
        for name in _WAYS:
            self.head.addWidget(small_button(commands, name))
        self.picker = QComboBox()
        self.picker.setAccessibleName(self.tr("Mountain or data"))
        self.picker.setToolTip(self.tr("The ground that is walked on: a mountain, or the error of a model on data."))
        self.picker.setMaxVisibleItems(24)
        self.picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choices: list[GroundChoice] = []
        self._fill()
        self.formula = label(role="formula", wrap=True)
        self.facts = label(role="hint", wrap=True)
        self.body.addWidget(self.picker)
        for text in (self.formula, self.facts):
            text.setMinimumWidth(1)
            self.body.addWidget(text)
        self.picker.activated.connect(self._pick)
        session.ground_changed.connect(self._show)
        session.refused.connect(self._show_picked)

    def _fill(self) -> None:
        group = ""
        for offer in offers():
            if offer.group != group:
                group = offer.group
                self._add_heading(core_text(group))
            self._add(core_text(offer.title), offer.choice)

    def _add_heading(self, text: str) -> None:
        self.picker.addItem(text)
        model = self.picker.model()
        item = model.item(self.picker.count() - 1) if isinstance(model, QStandardItemModel) else None
        if item is None:
            return
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
        self.formula.setText(_shortened(ground.formula if "J(" in ground.formula else f"J(θ) = {ground.formula}"))
        self.formula.setToolTip(ground.formula)
        self.formula.setVisible(bool(ground.formula))
        self.facts.setText(" · ".join((core_text(ground.story), *minima_of(ground))))
        self.setToolTip(core_text(ground.source))

    def _show_picked(self) -> None:
        choice = _without_map(self._session.scenario.ground)
        last = self._choices[-1]
        if isinstance(choice, EditedData) and isinstance(last, EditedData) and choice.origin == last.origin:
            self._choices[-1] = choice
        elif choice not in self._choices:
            self._add(self._title_of(choice), choice)
        self.picker.setCurrentIndex(self.picker.findData(self._choices.index(choice)))

    def _title_of(self, choice: GroundChoice) -> str:
        """Return what the picker calls a ground that does not come with the program."""
        if isinstance(choice, TypedFormula):
            return f"z = {choice.text}"
        if isinstance(choice, EditedData):
            return self.tr("{title}, edited").format(title=core_text(choice.title))
        if isinstance(choice, DataFile | Elevation):
            return choice.path.name
        ground = self._session.ground
        return core_text(ground.title) if ground is not None else str(choice)


def _without_map(choice: GroundChoice) -> GroundChoice:
    """Return a choice as the picker lists it: on its own map."""
    return replace(choice, bounds=None) if isinstance(choice, NamedMountain | Elevation) else choice


def _shortened(formula: str) -> str:
    return formula if len(formula) <= _LONGEST_FORMULA else formula[: _LONGEST_FORMULA - 1] + "…"
