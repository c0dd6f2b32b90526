"""The party card: who walks, each with marker, colour, name and stride, and who of them is looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTreeView, QWidget

from trekker.gui.commands.command import Commands
from trekker.gui.panels.card import Card
from trekker.gui.panels.command_buttons import small_button
from trekker.gui.party import icon_of, icon_size, names_of
from trekker.gui.session import Session
from trekker.gui.setup import renamed
from trekker.gui.theme import LIGHT, Theme
from trekker.messages import number
from trekker.walk.scenario import Trekker

_WAYS = ("race_table", "hide_trekker", "duplicate_trekker", "remove_trekker", "add_trekker")
_NAME, _STRIDE = range(2)
_Index = QModelIndex | QPersistentModelIndex


class PartyCard(Card):
    """Lists the trekkers; the panels tell of the one that is chosen here."""

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Trekkers"), parent)
        self._session = session
        self.model = PartyModel(session, self)
        self.list = _PartyList(self.model)
        self.list.setAccessibleName(self.tr("Trekkers"))
        self.list.setToolTip(
            self.tr("Choose a trekker to see and to change its settings; a double click or F2 gives it another name.")
        )
        self.head.setSpacing(3)
        for name in _WAYS:
            self.head.addWidget(small_button(commands, name))
        self.body.addWidget(self.list)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.model.modelReset.connect(self._show_chosen)
        session.party_changed.connect(self._show_chosen)
        self._show_chosen()

    def rename(self) -> None:
        """Let a person write another name for the trekker that is looked at."""
        index = self.model.index(self._session.selected, _NAME)
        if self.list.state() is QAbstractItemView.State.EditingState:
            editor = self.list.indexWidget(index)
            if editor is not None:
                editor.setFocus()
            return
        self.list.setFocus()
        self.list.edit(index)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.model.dress(theme)
        self.list.setIconSize(icon_size())
        self.list.fit()

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self._session.select(current.row())

    def _show_chosen(self) -> None:
        self.list.fit()
        self.list.setCurrentIndex(self.model.index(self._session.selected, _NAME))


class PartyModel(QAbstractTableModel):
    """The trekkers of a session as rows: marker and name, and the stride."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = LIGHT
        self._party: tuple[Trekker, ...] = ()
        self._names: tuple[str, ...] = ()
        self._icons: dict[int, QIcon] = {}
        session.scenario_changed.connect(self._follow)
        session.party_changed.connect(self._follow)
        self._follow()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._icons = {}
        self._tell()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many trekkers there are."""
        return 0 if parent is not None and parent.isValid() else len(self._party)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return two: name and stride."""
        return 0 if parent is not None and parent.isValid() else 2

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let names be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == _NAME else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows or says."""
        row, hidden = index.row(), index.row() in self._session.hidden
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row, hidden)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._theme.muted) if hidden or index.column() == _STRIDE else None
        return self._name(row, role) if index.column() == _NAME else self._stride_cell(row, hidden, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take another name."""
        self._session.edit(renamed(self._session.scenario, str(value), index.row()))
        return True

    def _follow(self) -> None:
        """Show the party as it is now; rows come and go only when trekkers do."""
        party = self._session.scenario.trekkers
        comes_or_goes = [each.number for each in party] != [each.number for each in self._party]
        if comes_or_goes:
            self.beginResetModel()
        self._party, self._names = party, names_of(party)
        if comes_or_goes:
            self.endResetModel()
        else:
            self._tell()

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, _NAME), self.index(len(self._party) - 1, _STRIDE))

    def _icon(self, trekker: Trekker) -> QIcon:
        if trekker.number not in self._icons:
            self._icons[trekker.number] = icon_of(trekker, QColor(self._theme.card))
        return self._icons[trekker.number]

    def _name(self, row: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(self._party[row])
        if role == Qt.ItemDataRole.EditRole:
            return self._party[row].name
        return self._names[row] if role == Qt.ItemDataRole.DisplayRole else None

    def _stride_cell(self, row: int, hidden: bool, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._stride(self._party[row], hidden) if role == Qt.ItemDataRole.DisplayRole else None

    def _stride(self, trekker: Trekker, hidden: bool) -> str:
        if hidden:
            return self.tr("hidden")
        rate = getattr(trekker.optimizer, "learning_rate", None)
        return "" if rate is None else f"α {number(rate, 3)}"

    def _said(self, row: int, hidden: bool) -> str:
        return ", ".join(filter(None, (self._names[row], self._stride(self._party[row], hidden))))


class _PartyList(QTreeView):
    """As high as its rows: the column that it stands in is what scrolls."""

    def __init__(self, model: PartyModel) -> None:
        super().__init__()
        self.setObjectName("party")
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_STRIDE, QHeaderView.ResizeMode.ResizeToContents)

    def fit(self) -> None:
        """Take the height of all rows."""
        rows = self.model().rowCount()
        self.setFixedHeight(max(rows, 1) * max(self.sizeHintForRow(0), self.fontMetrics().height()) + 4)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self.fit()
