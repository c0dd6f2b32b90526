"""Choosing a rule: all of them under their families, with a search, and for the marked one its formula and idea."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trekker.gui.formula_view import FormulaView
from trekker.gui.panels.card import Card, label
from trekker.gui.texts import core_text
from trekker.knobs import knobs_of
from trekker.optimizers import AnyOptimizer, catalogue
from trekker.optimizers.notation import symbolic, tex

_NAME = Qt.ItemDataRole.UserRole


class OptimizerDialog(QDialog):
    """Lists every rule; typing narrows the list, the arrow keys walk it, Enter takes the marked one.

    Attributes:
        chosen: the public name of the rule that was taken.
    """

    chosen = Signal(str)

    def __init__(self, current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose an optimizer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 520)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by name or idea"))
        self.search.setAccessibleName(self.tr("Search optimizers"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.rules = QTreeWidget()
        self.rules.setHeaderHidden(True)
        self.rules.setRootIsDecorated(False)
        self.rules.setAccessibleName(self.tr("Optimizers"))
        self._fill()
        self.details = _RuleCard()
        self._lay_out()
        self.search.textChanged.connect(self._narrow)
        self.rules.currentItemChanged.connect(self._show)
        self.rules.itemDoubleClicked.connect(lambda *_: self._take())
        self._mark(current)
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while one types."""
        walking = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in walking:
            self.rules.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.rules, 1)
        row = QHBoxLayout()
        row.addLayout(left, 2)
        row.addWidget(self.details, 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(row, 1)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for rule in catalogue().values():
            family = rule.family.value
            if family not in groups:
                groups[family] = self._heading(core_text(family).capitalize())
            item = QTreeWidgetItem(groups[family], [core_text(rule.title)])
            item.setData(0, _NAME, rule.name)
        self.rules.expandAll()

    def _heading(self, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.rules, [text])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(item.font(0))
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        children = (_children(top) for top in _children(self.rules.invisibleRootItem()))
        return [child for family in children for child in family]

    def _mark(self, name: str) -> None:
        for item in self._items():
            if item.data(0, _NAME) == name:
                self.rules.setCurrentItem(item)

    def _narrow(self, text: str) -> None:
        """Show only what has every typed word in its name, idea, family or reference."""
        words = text.casefold().split()
        found = []
        for item in self._items():
            rule = catalogue()[item.data(0, _NAME)]
            family = core_text(rule.family.value)
            about = " ".join((rule.name, rule.title, core_text(rule.title), core_text(rule.idea), family))
            fits = all(word in f"{about} {rule.reference}".casefold() for word in words)
            item.setHidden(not fits)
            found += [item] if fits else []
        for top in _children(self.rules.invisibleRootItem()):
            top.setHidden(all(child.isHidden() for child in _children(top)))
        if found and self.rules.currentItem() not in found:
            self.rules.setCurrentItem(found[0])
        self.details.setVisible(bool(found))

    def _show(self, item: QTreeWidgetItem | None) -> None:
        name = item.data(0, _NAME) if item is not None else None
        if name is not None:
            self.details.show_rule(catalogue()[name])

    def _take(self) -> None:
        item = self.rules.currentItem()
        if item is not None and not item.isHidden() and item.data(0, _NAME) is not None:
            self.chosen.emit(item.data(0, _NAME))
            self.accept()


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(index) for index in range(item.childCount()))
    return [child for child in children if child is not None]


class _RuleCard(Card):
    """Tells what one rule does: idea, formulas, settings, paper."""

    def __init__(self) -> None:
        super().__init__(" ")
        self.idea = label(wrap=True)
        self.body.addWidget(self.idea)
        self._formulas = QVBoxLayout()
        self.body.addLayout(self._formulas)
        self._views: list[FormulaView] = []
        self.note = label(role="hint", wrap=True)
        self.settings = label(role="hint", wrap=True)
        self.reference = label(role="hint", wrap=True)
        for each in (self.note, self.settings, self.reference):
            self.body.addWidget(each)
        self.body.addStretch(1)

    def show_rule(self, rule: type[AnyOptimizer]) -> None:
        """Show a rule."""
        self.set_heading(core_text(rule.title))
        self.idea.setText(core_text(rule.idea))
        lines = list(zip(tex(rule), symbolic(rule), strict=True))
        while len(self._views) < len(lines):
            view = FormulaView()
            self._formulas.addWidget(view)
            self._views.append(view)
        for view, (in_tex, plain) in zip(self._views, lines, strict=False):
            view.show_formula(in_tex, plain)
        for index, view in enumerate(self._views):
            view.setVisible(index < len(lines))
        knobs = (f"{core_text(each.label)} {each.symbol}".strip() for each in knobs_of(rule).values())
        self.note.setText(core_text(rule.note))
        self.note.setVisible(bool(rule.note))
        self.settings.setText(self.tr("Settings: {names}").format(names=", ".join(knobs)))
        self.reference.setText(rule.reference)
