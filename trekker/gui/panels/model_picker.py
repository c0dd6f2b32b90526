"""Which model learns, and its settings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trekker.gui.panels.card import label
from trekker.gui.panels.knob_form import KnobForm
from trekker.gui.picker import Picker
from trekker.gui.texts import core_text
from trekker.knobs import knobs_of
from trekker.learning.catalogue import models
from trekker.learning.model import Model
from trekker.walk.tables import does_classify, model_for


class ModelPicker(QWidget):
    """Picks a model that suits the target; those that don't are grey, and a sentence says why.

    Attributes:
        changed: another model is chosen, or another setting.
        complained: what is wrong with the setting being typed; empty once it is right.
    """

    changed = Signal()
    complained = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = Picker()
        self.picker.setAccessibleName(self.tr("Model"))
        for name, kind in models().items():
            self.picker.addItem(core_text(kind.title), name)
        self.why = label(role="hint", wrap=True)
        self.form = KnobForm()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for each in (self.picker, self.why, self.form):
            layout.addWidget(each)
        self._categories = 0
        self._wanted = "linear"  # what a person would have, where the target allows it
        self.model: Model = model_for(self._wanted, {}, categories=False)
        self.picker.activated.connect(self._pick)
        self.form.edited.connect(self._edit)
        self.form.complained.connect(self.complained)
        self._show()

    @property
    def settings(self) -> tuple[tuple[str, str], ...]:
        """The settings that are not the default, as names and texts."""
        known = knobs_of(self.model).items()
        values = ((name, getattr(self.model, name), each.default) for name, each in known)
        return tuple((name, str(value)) for name, value, default in values if value != default)

    def suit(self, categories: int) -> None:
        """Offer what can tell so many categories apart; 0 is for a target of numbers."""
        if categories == self._categories:
            return
        self._categories = categories
        self._grey_out()
        if self._suits(self._wanted):
            self._take(self._wanted)
        else:
            self._take("logistic" if categories == 2 else "softmax")

    def _pick(self) -> None:
        self._wanted = self.picker.currentData()
        self._take(self._wanted)

    def _suits(self, name: str) -> bool:
        """Tell whether a model can have the target."""
        if not self._categories:
            return True
        return does_classify(name) and self._categories <= models()[name]().most_classes

    def _grey_out(self) -> None:
        items = self.picker.model()
        for place in range(self.picker.count()):
            item = items.item(place) if isinstance(items, QStandardItemModel) else None
            if item is not None:
                item.setEnabled(self._suits(self.picker.itemData(place)))
        sentence = self.tr("The target has {count} categories: models of numbers are grey.")
        self.why.setText(sentence.format(count=self._categories) if self._categories else "")
        self.why.setVisible(bool(self._categories))

    def _take(self, name: str) -> None:
        made = model_for(name, {}, categories=bool(self._categories))
        if made != self.model:
            self.model = made
            self._show()
            self.changed.emit()

    def _edit(self, model: Model) -> None:
        self.model = model
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.picker.setCurrentIndex(self.picker.findData(self.model.name))
        self.picker.setToolTip(core_text(self.model.story))
        self.why.setVisible(bool(self.why.text()))
        self.form.show_settings(self.model)
        self.form.setVisible(bool(knobs_of(self.model)))
        self.picker.setItemData(self.picker.currentIndex(), core_text(self.model.story), Qt.ItemDataRole.ToolTipRole)
