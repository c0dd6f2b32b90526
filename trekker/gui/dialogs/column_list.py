"""The columns of a table: which are inputs, what each is taken for, how many cells are missing."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from trekker.gui.panels.card import label
from trekker.gui.picker import Picker
from trekker.gui.texts import core_problem, core_text
from trekker.learning.dataset import ColumnError
from trekker.learning.table import ColumnKind, Table, TableColumn

_SHOWN = 5.5  # rows of the list


class ColumnList(QWidget):
    """A list with a box for each input column, and a picker of what the marked column is taken for.

    Attributes:
        changed: other inputs are chosen, or a column is taken for something else.
        complained: why a column cannot be taken so.
    """

    changed = Signal()
    complained = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._original: Table | None = None
        self._wanted: dict[str, ColumnKind] = {}
        self.table: Table | None = None
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Columns: tick the inputs"))
        self.list.setHeaderLabels([self.tr("Input columns"), self.tr("Taken as"), self.tr("Missing")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (1, 2):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        self.kind = Picker()
        self.kind.setAccessibleName(self.tr("Take the marked column as"))
        for kind in ColumnKind:
            self.kind.addItem(_kind_name(kind), kind)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Take the marked column as")))
        row.addWidget(self.kind)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addLayout(row)
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(self._note_tick)
        self.list.currentItemChanged.connect(self._show_kind)
        self.kind.activated.connect(self._take_kind)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Space tick every column that is selected, or untick them where all are ticked."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_space(event):
            self._tick_selected()
            return True
        return super().eventFilter(watched, event)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the input columns, in the table's order."""
        return tuple(item.data(0, _NAME) for item in self._items() if item.checkState(0) is Qt.CheckState.Checked)

    @property
    def kinds(self) -> tuple[tuple[str, ColumnKind], ...]:
        """What columns are taken for, where that is not what they look like."""
        if self.table is None or self._original is None:
            return ()
        pairs = zip(self.table.columns, self._original.columns, strict=True)
        return tuple((taken.name, taken.kind) for taken, original in pairs if taken.kind is not original.kind)

    def show_table(self, table: Table, inputs: tuple[str, ...]) -> None:
        """Show other columns, of which some are inputs; what a person took a column for goes on where it can."""
        self._original = table
        self._fill(_taking(table, self._wanted), inputs)

    def choose(self, inputs: tuple[str, ...]) -> None:
        """Tick these columns alone."""
        if self.table is not None and inputs != self.inputs:
            self._fill(self.table, inputs)
            self.changed.emit()

    def _fill(self, table: Table, inputs: tuple[str, ...]) -> None:
        self.table = None  # nobody has changed anything
        marked = max(0, self.list.currentIndex().row())
        self.list.clear()
        for column in table.columns:
            gaps = int(column.missing.sum())
            item = QTreeWidgetItem(self.list, [column.name, self._taken_as(column), f"{gaps:,}" if gaps else "–"])
            item.setData(0, _NAME, column.name)
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight)
            item.setCheckState(0, Qt.CheckState.Checked if column.name in inputs else Qt.CheckState.Unchecked)
            item.setToolTip(0, column.name)
        self.table = table
        self.list.setCurrentItem(self._items()[min(marked, len(table.columns) - 1)])
        line = self.list.fontMetrics().height() + 6
        self.list.setFixedHeight(round((min(len(table.columns), _SHOWN) + 1.6) * line))

    def _taken_as(self, column: TableColumn) -> str:
        """Return what a column is taken for, and in which unit: "number (€)"."""
        kind = _kind_name(column.kind)
        return self.tr("{kind} ({unit})").format(kind=kind, unit=column.unit) if column.unit else kind

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _note_tick(self) -> None:
        if self.table is not None:
            self.changed.emit()

    def _tick_selected(self) -> None:
        table, selected = self.table, self.list.selectedItems()
        self.table = None  # one change, however many boxes
        are_ticked = all(item.checkState(0) is Qt.CheckState.Checked for item in selected)
        for item in selected:
            item.setCheckState(0, Qt.CheckState.Unchecked if are_ticked else Qt.CheckState.Checked)
        self.table = table
        self._note_tick()

    def _show_kind(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and self.table is not None:
            self.kind.setCurrentIndex(self.kind.findData(self.table[item.data(0, _NAME)].kind))

    def _take_kind(self) -> None:
        item = self.list.currentItem()
        if item is None or self._original is None:
            return
        name, kind = item.data(0, _NAME), self.kind.currentData()
        kinds = {**dict(self.kinds), name: kind}
        if self._original[name].kind is kind:
            del kinds[name]
        try:
            table = self._original.taking(tuple(kinds.items()))
        except ColumnError as problem:
            self._show_kind(item)
            self.complained.emit(core_problem(problem))
            return
        self._wanted[name] = kind
        self._fill(table, self.inputs)
        self.changed.emit()


_NAME = Qt.ItemDataRole.UserRole


def _is_space(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and not event.modifiers()


def _taking(table: Table, kinds: dict[str, ColumnKind]) -> Table:
    """Return a table with those of its columns taken so that can be."""
    for wanted in kinds.items():
        with suppress(ColumnError):
            table = table.taking((wanted,))
    return table


def _kind_name(kind: ColumnKind) -> str:
    return core_text(kind.value)
