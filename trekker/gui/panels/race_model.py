"""The rows of the race table: one standing each, the one ahead first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QWidget

from trekker.gui.party import icon_of, names_of, table_of
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.theme import LIGHT, Theme
from trekker.gui.verdict_words import reason_text, verdict_colour
from trekker.messages import about, number
from trekker.walk.standing import Standing
from trekker.walk.verdict import Verdict

_LONGEST_NAME = "Nesterov momentum 2"
_LONG_NUMBER = "1.234×10⁻³¹"
_COORDINATES = 3
_NAMED = 3  # columns that say who is ahead: rank, name and cost
_Index = QModelIndex | QPersistentModelIndex


class _Column(NamedTuple):
    """One column: its heading, what it means, what it says of a standing, and the longest text that it has room for."""

    heading: str
    hint: str
    text: Callable[[Standing], str]
    sample: str
    is_number: bool = True


class RaceModel(QAbstractTableModel):
    """Where everybody stands under the session's cursor.

    Attributes:
        table: the standings as they are shown, row by row.
    """

    def __init__(self, session: Session, sight: Sight, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._sight = session, sight
        self._theme = LIGHT
        self._icons: dict[int, QIcon] = {}
        self._names: tuple[str, ...] = ()
        self.table: tuple[Standing, ...] = ()
        self._columns = (*self._of_the_race(), *self._of_the_work())

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme, self._icons = theme, {}
        self._tell()

    def follow(self) -> None:
        """Show the standings as they are now."""
        table = table_of(self._session) if self._session.ready else ()
        comes_or_goes = len(table) != len(self.table)
        if comes_or_goes:
            self.beginResetModel()
        self.table, self._names = table, names_of(self._session.scenario.trekkers)
        if comes_or_goes:
            self.endResetModel()
        else:
            self._tell()

    @property
    def essential(self) -> tuple[int, ...]:
        """The columns without which it is no race: rank, name, cost and verdict."""
        return tuple(
            column for column, each in enumerate(self._columns) if column < _NAMED or each.text == self._verdict
        )

    def trekker_in(self, row: int) -> int:
        """Return which of the party a row tells of."""
        return self.table[row].index

    def row_of(self, trekker: int) -> int | None:
        """Return the row that tells of a trekker."""
        return next((row for row, each in enumerate(self.table) if each.index == trekker), None)

    def is_told(self, column: int) -> bool:
        """Whether a column has anything to say, and may: rows of data are not counted where there are none."""
        if self._columns[column].text == self._distance and not self._sight.knows_the_ground:
            return False
        return self._columns[column].text != self._rows or any(each.rows for each in self.table)

    def widest(self, column: int) -> tuple[str, str]:
        """Return the texts for which a column needs room."""
        return self._columns[column].heading, self._columns[column].sample

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many take part."""
        return 0 if parent is not None and parent.isValid() else len(self.table)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many things are told of each."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a heading, or what it means."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint
        return self._alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows or says."""
        standing, column = self.table[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(standing)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.heading}: {column.text(standing)}"
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return self._icon(standing.index)
        if role == Qt.ItemDataRole.ForegroundRole and column.text == self._verdict and standing.verdict is not None:
            return QColor(self._colour_of(standing.verdict))
        return None

    def _of_the_race(self) -> tuple[_Column, ...]:
        return (
            _Column(
                self.tr("rank"),
                self.tr("Equal ranks are ties: costs that differ by less than a millionth of the way down are equal."),
                self._rank,
                "     8=",
            ),
            _Column(self.tr("trekker"), self.tr("Who it is."), self._name, _LONGEST_NAME, is_number=False),
            _Column(
                self.tr("cost"),
                self.tr("The true cost J at its place."),
                lambda each: about(number(each.cost), each.is_estimated),
                _LONG_NUMBER,
            ),
            _Column(
                self.tr("slope"),
                self.tr("How steep it is there: ‖∇J‖."),
                lambda each: number(each.slope, 3),
                _LONG_NUMBER,
            ),
            _Column(self.tr("to go"), self.tr("How far the nearest known minimum is."), self._distance, _LONG_NUMBER),
            _Column(
                self.tr("verdict"),
                self.tr("Why its walk ended."),
                self._verdict,
                self.tr("global minimum"),
                is_number=False,
            ),
        )

    def _of_the_work(self) -> tuple[_Column, ...]:
        return (
            _Column(self.tr("steps"), self.tr("The steps it has taken."), lambda each: str(each.step), "00000"),
            _Column(
                self.tr("gradients"),
                self.tr("How often its rule has asked for the gradient."),
                lambda each: str(each.work.gradient),
                "00000",
            ),
            _Column(
                self.tr("costs"),
                self.tr("How often its rule has asked for the cost alone, as a line search does."),
                lambda each: str(each.work.cost),
                "00000",
            ),
            _Column(
                self.tr("Hessians"),
                self.tr("How often its rule has asked for the Hessian."),
                lambda each: str(each.work.hessian),
                "00000",
            ),
            _Column(self.tr("rows"), self.tr("How many rows of the data it has looked at."), self._rows, "00000000"),
            _Column(
                self.tr("time"),
                self.tr("How long it has computed, measured on this computer."),
                self._time,
                "0.0123 ms",
            ),
            _Column(self.tr("place"), self.tr("Where it is: θ."), self._place, "(−1.235, −1.235)", is_number=False),
        )

    def _tell(self) -> None:
        if self.table:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.table) - 1, len(self._columns) - 1))

    def _alignment(self, column: _Column) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _icon(self, index: int) -> QIcon:
        trekker = self._session.scenario.trekkers[index]
        if trekker.number not in self._icons:
            self._icons[trekker.number] = icon_of(trekker, QColor(self._theme.card))
        return self._icons[trekker.number]

    def _colour_of(self, verdict: Verdict) -> str:
        return verdict_colour(verdict, self._theme, knows_the_ground=self._sight.knows_the_ground)

    # What the cells say -----------------------------------------------------------------------------------------

    def _rank(self, standing: Standing) -> str:
        return f"{standing.rank}=" if standing.tied else str(standing.rank)

    def _name(self, standing: Standing) -> str:
        return self._names[standing.index]

    def _distance(self, standing: Standing) -> str:
        return "—" if standing.distance is None else number(standing.distance, 3)

    def _verdict(self, standing: Standing) -> str:
        return (
            self.tr("walking")
            if standing.verdict is None
            else reason_text(standing.verdict, knows_the_ground=self._sight.knows_the_ground)
        )

    def _rows(self, standing: Standing) -> str:
        return str(standing.rows)

    def _time(self, standing: Standing) -> str:
        return self.tr("{count} ms").format(count=number(1000 * standing.seconds, 3))

    def _place(self, standing: Standing) -> str:
        shown = [number(float(each)) for each in standing.theta[:_COORDINATES]]
        return f"({', '.join((*shown, '…') if len(standing.theta) > _COORDINATES else shown)})"
