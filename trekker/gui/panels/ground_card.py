"""The ground card: which mountain or data, its formula, and what it teaches."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from trekker.gui.commands.command import Commands
from trekker.gui.ground_facts import minima_of
from trekker.gui.panels.card import Card, label
from trekker.gui.panels.command_buttons import small_button
from trekker.gui.picker import Picker
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.texts import core_text, told
from trekker.knobs import knobs_of
from trekker.learning.bundled import bundled
from trekker.learning.catalogue import models
from trekker.walk.applications import NamedApplication, applications
from trekker.walk.edited import EditedData
from trekker.walk.grounds import Elevation, GroundChoice, SampleData, TypedFormula, as_offered
from trekker.walk.offers import offers
from trekker.walk.tables import TableChoice

_LONGEST_FORMULA = 150
_WAYS = ("gallery", "formula", "bounds")


class GroundCard(Card):
    """Picks the ground, and tells what is known of it."""

    def __init__(self, session: Session, sight: Sight, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Mountain"), parent)
        self._session, self._sight = session, sight
        for name in _WAYS:
            self.head.addWidget(small_button(commands, name))
        self.picker = Picker()
        self.picker.setAccessibleName(self.tr("Mountain or data"))
        self.picker.setToolTip(self.tr("The ground that is walked on: a mountain, or the error of a model on data."))
        self.picker.setMaxVisibleItems(24)
        self.picker.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choices: list[GroundChoice] = []
        self._fill()
        self.formula = label(role="formula", wrap=True)
        self.facts = label(role="hint", wrap=True)
        self.caveat = label(role="hint", wrap=True)
        self.body.addWidget(self.picker)
        for text in (self.formula, self.facts, self.caveat):
            text.setMinimumWidth(1)
            self.body.addWidget(text)
        self.picker.activated.connect(self._pick)
        session.ground_changed.connect(self._show)
        session.refused.connect(self._show_picked)
        session.opening_given_up.connect(self._show_picked)
        sight.changed.connect(self._show_facts)

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
            self._go_to(self._choices[position])

    def _go_to(self, choice: GroundChoice) -> None:
        """Open a ground; an application with the rule, the batches and the patience that belong to it."""
        if isinstance(choice, NamedApplication):
            self._session.load(applications()[choice.name].scenario(self._session.scenario.seed))
        else:
            self._session.move_to(choice)

    def _show(self) -> None:
        ground = self._session.ground
        if ground is None:
            return
        self._show_picked()
        self.setToolTip(core_text(ground.source))
        self._show_facts()

    def _show_facts(self) -> None:
        """Tell what the ground does not show; and formula, story and minima, or that the blindfold hides them."""
        ground = self._session.ground
        if ground is None:
            return
        self.caveat.setText(core_text(ground.caveat))
        self.caveat.setVisible(bool(ground.caveat))
        if not self._sight.knows_the_ground:
            self.formula.hide()
            self.facts.setText(self.tr("The blindfold hides the formula, and what is known of this ground."))
            return
        formula = told(ground.formula)
        self.formula.setText(_shortened(formula if "J(" in formula else f"J(θ) = {formula}"))
        self.formula.setToolTip(formula)
        self.formula.setVisible(bool(formula))
        self.facts.setText(" · ".join((core_text(ground.story), *minima_of(ground))))

    def _show_picked(self) -> None:
        choice = as_offered(self._session.scenario.ground)
        last = self._choices[-1]
        if isinstance(choice, EditedData) and isinstance(last, EditedData) and self._title(choice) == self._title(last):
            self._choices[-1] = choice
        elif choice not in self._choices:
            self._add(self._title(choice), choice)
        self.picker.setCurrentIndex(self._row_of(choice))

    def _row_of(self, choice: GroundChoice) -> int:
        return self.picker.findData(self._choices.index(choice))

    def _title(self, choice: GroundChoice) -> str:
        """Return what the picker calls a ground; edited data is called as what it was before."""
        if isinstance(choice, EditedData):
            before = core_text(choice.title) if choice.origin is None else self._title(choice.origin)
            return self.tr("{title}, edited").format(title=before)
        return self.picker.itemText(self._row_of(choice)).strip() if choice in self._choices else _title_of(choice)


def _title_of(choice: GroundChoice) -> str:
    """Return what the picker calls a ground that does not come with the program."""
    if isinstance(choice, TypedFormula):
        return f"z = {choice.text}"
    if isinstance(choice, TableChoice):
        return core_text(choice.title)
    if isinstance(choice, SampleData):
        return _title_of_sample(choice)
    return choice.path.name if isinstance(choice, Elevation) else str(choice)


def _title_of_sample(choice: SampleData) -> str:
    """Return what a bundled table with a model of one's own is called: the table, the model, and its settings."""
    table, model = bundled()[choice.name], models()[choice.model]
    known = knobs_of(model)
    settings = [core_text(dict(known[name].titled_choices).get(text, text)) for name, text in choice.settings]
    return ", ".join((f"{core_text(table.title)}: {core_text(model.title)}", *filter(None, settings)))


def _shortened(formula: str) -> str:
    return formula if len(formula) <= _LONGEST_FORMULA else formula[: _LONGEST_FORMULA - 1] + "…"
