"""The race table: where all trekkers stand, what it has cost them, and who is ahead; it sorts itself."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from trekker.gui.panels.card import Card, label
from trekker.gui.panels.live_text import LiveText
from trekker.gui.panels.race_model import RaceModel
from trekker.gui.party import outcome_of
from trekker.gui.session import Session
from trekker.gui.setup import racing_by
from trekker.gui.theme import Theme
from trekker.gui.throttle import Throttle, Turns
from trekker.walk.race import Race

_FEWEST_ROWS = 3  # that can be seen, however small the window is
_MARGIN = 16
_SHORTEST_CHOICE = 5  # letters of what the race is about, where large letters leave little room


class RaceTable(Card):
    """Shows the standings under the cursor, and lets a person choose what the race is about."""

    def __init__(
        self, session: Session, redraw_ms: int = 100, turns: Turns | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Race"), parent)
        self._session = session
        self.race = self._make_choice()
        self.head.addWidget(self.race)
        self.sentence = LiveText(2)
        self.sentence.setAccessibleName(self.tr("Who is ahead"))
        self.measured = label(role="hint", wrap=True)
        self.measured.setText(self.tr("Measured on this computer: who is how far at a time is not the same twice."))
        self.model = RaceModel(session, self)
        self.table = _Table(self.model)
        self.table.setAccessibleName(self.tr("Standings"))
        self.table.setToolTip(self.tr("The one ahead is on top; equal ranks are ties. Choose a row to look at it."))
        for widget in (self.sentence, self.measured, self.table):
            self.body.addWidget(widget)
        self._throttle = Throttle(redraw_ms, self._redraw, self, turns)
        self.race.activated.connect(self._take_race)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        session.moved.connect(self._throttle.request)
        for signal in (session.scenario_changed, session.restarted, session.party_changed, session.ground_changed):
            signal.connect(self._redraw)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.model.dress(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._redraw()

    def _make_choice(self) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(self.tr("Race by"))
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(_SHORTEST_CHOICE)
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
        if not self.isVisible():
            return
        race = self._session.scenario.race
        self.race.setCurrentIndex(self.race.findData(race))
        self.measured.setVisible(race is Race.TIME)
        self.model.follow()
        self.sentence.setText(outcome_of(self._session, self.model.table) if self._session.ready else "")
        self.table.fit()
        row = self.model.row_of(self._session.selected)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, max(self.table.currentIndex().column(), 0)))


class _Table(QTableView):
    """Wants room for all rows, and does with fewer."""

    def __init__(self, model: RaceModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self) -> None:
        """Give rows and columns the room that their texts need at the size that texts have now."""
        model = self.model()
        assert isinstance(model, RaceModel)  # noqa: S101 - what it was made with
        height = self.fontMetrics().height() + 5
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
        for column in range(model.columnCount()):
            self.setColumnHidden(column, not model.is_told(column))
            width = max(map(self.fontMetrics().horizontalAdvance, model.widest(column))) + _MARGIN
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Want all rows."""
        return QSize(200, self._height(self.model().rowCount()))

    def minimumSizeHint(self) -> QSize:
        """Do with a few."""
        return QSize(60, self._height(min(self.model().rowCount(), _FEWEST_ROWS)))

    def _height(self, rows: int) -> int:
        bars = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        return bars + max(rows, 1) * self.verticalHeader().defaultSectionSize() + 2
