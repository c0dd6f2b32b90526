"""The race table: where all trekkers stand, what it has cost them, and who is ahead; it sorts itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QToolButton,
    QWidget,
)

from trekker.gui.background.throttle import Throttle, Turns
from trekker.gui.icons import wear_icon
from trekker.gui.panels.card import Card, label
from trekker.gui.panels.live_text import LiveText
from trekker.gui.panels.race_model import RaceModel
from trekker.gui.party import icon_size, outcome_of
from trekker.gui.picker import Picker
from trekker.gui.session import Session
from trekker.gui.setup import racing_by
from trekker.gui.sight import Sight
from trekker.gui.theme import Theme
from trekker.walk.race import Race

_FEWEST_ROWS = 3  # that can be seen, however small the window is
_MOST_OF_WINDOW = 0.22  # of its height: what the rows take at most; the mountain above keeps the rest
_MARGIN = 16
_LETTERS_OF_A_RACE = 8
_MOST_OF_A_PAGE = 0.35  # that a name takes where there is not room for all columns
_FEWEST_LETTERS = 6  # of a name, that can be seen however narrow the table is


class RaceTable(Card):
    """Shows the standings under the cursor, and lets a person choose what the race is about."""

    def __init__(
        self,
        session: Session,
        sight: Sight,
        redraw_ms: int = 100,
        turns: Turns | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Race"), parent)
        self._session = session
        self.race = self._make_choice()
        self.further = self._make_further()
        self.head.addWidget(self.further)
        self.head.addWidget(self.race)
        self.sentence = LiveText(2)
        self.sentence.setAccessibleName(self.tr("Who is ahead"))
        self.measured = label(role="hint", wrap=True)
        self.measured.setText(self.tr("Measured on this computer: who is how far at a time is not the same twice."))
        self.measured.hide()
        self.model = RaceModel(session, sight, self)
        self.table = _Table(self.model)
        self.table.setAccessibleName(self.tr("Standings"))
        self.table.setToolTip(self.tr("The one ahead is on top; equal ranks are ties. Choose a row to look at it."))
        for widget in (self.sentence, self.measured, self.table):
            self.body.addWidget(widget)
        self.table.paged.connect(self._show_pages)
        self._throttle = Throttle(redraw_ms, self._redraw, self, turns)
        self.race.activated.connect(self._take_race)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        session.moved.connect(self._throttle.request)
        for signal in (
            session.scenario_changed,
            session.restarted,
            session.party_changed,
            session.ground_changed,
            sight.changed,
        ):
            signal.connect(self._redraw)

    @property
    def comfortable_width(self) -> int:
        """The width in which rank, name, cost and verdict stand side by side at the size that texts have now."""
        self.table.ensurePolished()
        return sum(self.table.width_of(column) for column in self.model.essential) + 2 * _MARGIN

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.model.dress(theme)
        self.table.setIconSize(icon_size())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._redraw()

    def _make_further(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        wear_icon(button, "table-column")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(self.tr("Further columns"))
        button.setToolTip(self.tr("Show further columns of the table; so do the arrow keys to the left and right."))
        button.clicked.connect(lambda: self.table.turn())
        button.hide()
        return button

    def _show_pages(self) -> None:
        self.further.setText(f"{self.table.page + 1}/{self.table.pages}")
        self.further.setVisible(self.table.pages > 1)

    def _make_choice(self) -> QComboBox:
        choice = Picker()
        choice.setAccessibleName(self.tr("Race by"))
        choice.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(_LETTERS_OF_A_RACE)
        choice.setToolTip(self.tr("What is the same for all trekkers at each moment of the race."))
        for race, text, hint in (
            (Race.STEPS, self.tr("by steps"), self.tr("All take the same number of steps.")),
            (
                Race.EVALUATIONS,
                self.tr("by gradient evaluations"),
                self.tr("All ask for the same number of gradients: whose steps need three takes a third of the steps."),
            ),
            (
                Race.TIME,
                self.tr("by time"),
                self.tr("All compute for equally long: batches, searches and the rule itself count as they take."),
            ),
        ):
            choice.addItem(text, race)
            choice.setItemData(choice.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)
        return choice

    def _take_race(self) -> None:
        self._session.edit(racing_by(self._session.scenario, self.race.currentData()))

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self._session.select(self.model.trekker_in(current.row()))

    def _redraw(self) -> None:
        if self.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Show how things stand now; before it is shown, so that it is given the room that it needs at once."""
        race = self._session.scenario.race
        self.race.setCurrentIndex(self.race.findData(race))
        self.measured.setVisible(race is Race.TIME)
        self.model.follow()
        self.sentence.setText(outcome_of(self._session, self.model.table) if self._session.ready else "")
        self.table.fit()
        row = self.model.row_of(self._session.selected)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))


class _Table(QTableView):
    """Wants room for all rows, and does with fewer; columns for which there is no room stand on further pages.

    Attributes:
        paged: other columns are shown, or there are more pages, or fewer.
    """

    paged = Signal()

    def __init__(self, model: RaceModel) -> None:
        super().__init__()
        self._page, self._pages = 0, 1
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @property
    def page(self) -> int:
        """Which page of columns is shown, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._pages

    def turn(self, further: int = 1) -> None:
        """Show the columns of the next page, or of the one before; after the last comes the first."""
        self._page = (self._page + further) % self._pages
        self.fit()

    def fit(self) -> None:
        """Give rows and columns the room that their texts need at the size that texts have now."""
        height = self.fontMetrics().height() + 5
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
        widths = {column: self.width_of(column) for column in self._told()}
        pages = paged(widths, self.viewport().width(), self.fontMetrics().horizontalAdvance("n") * _FEWEST_LETTERS)
        before = (self._page, self._pages)
        self._pages = len(pages)
        self._page = min(self._page, self._pages - 1)
        shown = pages[self._page]
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column not in shown)
            if column in shown and self.columnWidth(column) != shown[column]:
                self.setColumnWidth(column, shown[column])
        self.updateGeometry()
        if before != (self._page, self._pages):
            self.paged.emit()

    def _told(self) -> list[int]:
        model = self.model()
        assert isinstance(model, RaceModel)  # noqa: S101 - what it was made with
        return [column for column in range(model.columnCount()) if model.is_told(column)]

    def width_of(self, column: int) -> int:
        """Return the width that a column wants."""
        model = self.model()
        assert isinstance(model, RaceModel)  # noqa: S101 - what it was made with
        return max(map(self.fontMetrics().horizontalAdvance, model.widest(column))) + _MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page with the arrow keys to the left and right."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turn(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Want all rows, as far as they leave the mountain its room."""
        room = int(_MOST_OF_WINDOW * self.window().height() / self.verticalHeader().defaultSectionSize())
        return QSize(200, self._height(min(self.model().rowCount(), max(room, _FEWEST_ROWS))))

    def minimumSizeHint(self) -> QSize:
        """Do with a few."""
        return QSize(60, self._height(min(self.model().rowCount(), _FEWEST_ROWS)))

    def _height(self, rows: int) -> int:
        header = self.horizontalHeader().sizeHint().height()
        return header + max(rows, 1) * self.verticalHeader().defaultSectionSize() + 2


def paged(widths: Mapping[int, int], room: int, shortest: int) -> list[dict[int, int]]:
    """Return the columns of each page with the width that each gets; rank and name stand on every page.

    Args:
        widths: what each column wants, in order.
        room: the width of a page.
        shortest: the least width of a name, which makes way for the widest of the other columns.
    """
    columns = list(widths)
    rank, name, others = columns[0], columns[1], columns[2:]
    widest = max((widths[each] for each in others), default=0)
    longest = min(room - widths[rank] - widest, round(_MOST_OF_A_PAGE * room))
    kept = {rank: widths[rank], name: max(min(widths[name], longest), shortest)}
    if sum(widths.values()) <= room:
        return [dict(widths)]
    pages: list[dict[int, int]] = [dict(kept)]
    for column in others:
        if len(pages[-1]) > len(kept) and sum(pages[-1].values()) + widths[column] > room:
            pages.append(dict(kept))
        pages[-1][column] = widths[column]
    return pages
