"""A person's own table before it is opened: how it was read, which columns, which model, what becomes of gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trekker.gui.background.jobs import Jobs
from trekker.gui.dialogs.column_list import ColumnList
from trekker.gui.dialogs.dialog_buttons import open_and_cancel
from trekker.gui.dialogs.reading_pickers import ReadingPickers
from trekker.gui.panels.card import label
from trekker.gui.panels.model_picker import ModelPicker
from trekker.gui.panels.number_field import NumberField
from trekker.gui.panels.progress_row import ProgressRow
from trekker.gui.picker import Picker
from trekker.gui.session import Session
from trekker.gui.setup import SEED
from trekker.gui.texts import core_problem, core_text, told
from trekker.learning.labelled_columns import is_of_texts
from trekker.learning.likely import likely_columns
from trekker.learning.misread import MisreadError
from trekker.learning.preparation import Missing, on_dates
from trekker.learning.reading import Reading
from trekker.learning.rows import Chunk
from trekker.learning.table import MOST_CATEGORIES, ColumnKind, Table, TableColumn
from trekker.walk.tables import TableChoice

_SHOWN_ROWS, _SHOWN_COLUMNS = 8, 50
_SHARES = (0.0, 0.1, 0.2, 0.3, 0.5)
_WIDTH, _HEIGHT = 128, 33  # in letters and in lines
_MARGIN = 30


class TableDialog(QDialog):
    """Shows what is in a table, and lets a person choose what is learnt from it; stays until that is open.

    What cannot be read as it is found is shown as it stands, until a reading is chosen that makes a table of it.

    Attributes:
        wanted: this ground is wanted, as a TableChoice.
    """

    wanted = Signal(object)

    def __init__(
        self, choice: TableChoice, read: Table | MisreadError, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Learn from {name}").format(name=core_text(choice.title)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choice, self._found = choice, read.found
        self._likely: tuple[tuple[str, ...], str] = ((), "")
        self._misreading = self._refusal = self._complaint = ""
        self._jobs = Jobs(self)
        self._make_fields(session)
        self._lay_out()
        self._connect()
        self._show(read)
        self._fit_in(parent)
        (self._open if self._open.isEnabled() else self.reading).setFocus()

    @property
    def choice(self) -> TableChoice:
        """What would be opened."""
        return replace(
            self._choice,
            x=self.columns.inputs,
            y=self.target.currentText(),
            model=self.models.model.name,
            settings=self.models.settings,
            standardise=self.standardise.isChecked(),
            kinds=self.columns.kinds,
            missing=self.missing.currentData(),
            validation_share=self.held_out.currentData(),
            seed=int(self.seed.value),
        )

    def refuse(self, sentence: str) -> None:
        """Say why the table can't be opened, or not read so."""
        self._refusal = sentence
        self._show_problem()

    def done(self, result: int) -> None:
        """Give up what is under way."""
        self._jobs.wait()
        super().done(result)

    # Composing --------------------------------------------------------------------------------------------------

    def _make_fields(self, session: Session) -> None:
        self.count, self.notes = label(role="heading"), label(role="hint", wrap=True)
        self.reading = ReadingPickers(self._choice.reading)
        self.preview = QTableWidget()
        self.preview.setAccessibleName(self.tr("First rows"))
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.columns, self.models = ColumnList(), ModelPicker()
        self.input, self.target, self.missing = Picker(), Picker(), Picker()
        self.missing.addItem(self.tr("leave the row out"), Missing.DROP)
        self.missing.addItem(self.tr("fill with the mean"), Missing.MEAN)
        self.missing.addItem(self.tr("fill with the median"), Missing.MEDIAN)
        self.standardise = QCheckBox(self.tr("Standardise the inputs"))
        self.standardise.setToolTip(self.tr("Bring every input to mean 0 and spread 1: a long trough becomes a bowl."))
        self.held_out = Picker()
        for share in _SHARES:
            self.held_out.addItem(f"{share:.0%}" if share else self.tr("none"), share)
        self.seed = NumberField(SEED)
        self.seed.setMaximumWidth(6 * self.fontMetrics().horizontalAdvance("0") + 24)
        self.seed.setToolTip(self.tr("Draws the rows that are held out: the same seed draws the same rows."))
        self.by_seed = label(self.tr("by seed"), role="hint")
        self.held_rows = label(role="hint")
        self.problem = label(role="error", wrap=True)
        self.progress = [ProgressRow(self._jobs), ProgressRow(session.jobs)]
        for widget, name in (
            (self.input, self.tr("Input column x")),
            (self.target, self.tr("Target column y")),
            (self.missing, self.tr("Missing inputs")),
            (self.held_out, self.tr("Rows held out")),
            (self.seed, self.tr("Seed of the draw")),
        ):
            widget.setAccessibleName(name)
        for picker in (self.input, self.target):
            picker.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(14)
        self._learnt = self._what_is_learnt()
        for fields in (self._what_was_found(), self._learnt):
            area = QScrollArea()
            area.setWidget(fields)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setMinimumWidth(fields.minimumSizeHint().width() + 20)
            sides.addWidget(area, 1)
        buttons, self._open = open_and_cancel(self)
        self._open.clicked.connect(self._want)
        layout = QVBoxLayout(self)
        layout.addLayout(sides, 1)
        for row in self.progress:
            layout.addWidget(row)
        foot = QHBoxLayout()
        foot.addWidget(self.problem, 1)
        foot.addWidget(buttons)
        layout.addLayout(foot)

    def _what_was_found(self) -> QWidget:
        side = QWidget()
        side.setObjectName("column")
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.count)
        layout.addWidget(self.reading)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.notes)
        return side

    def _what_is_learnt(self) -> QWidget:
        side = QWidget()
        side.setObjectName("column")
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        form.addRow(self.tr("Input x"), self.input)
        form.addRow(self.tr("Target y"), self.target)
        layout.addLayout(form)
        layout.addWidget(self.columns)
        more = QFormLayout()
        held = QHBoxLayout()
        held.addWidget(self.held_out)
        held.addWidget(self.by_seed)
        held.addWidget(self.seed)
        held.addWidget(self.held_rows, 1)
        more.addRow(self.tr("Model"), self.models)
        more.addRow(self.tr("Missing inputs"), self.missing)
        more.addRow(self.tr("Held out"), held)
        more.addRow("", self.standardise)
        layout.addLayout(more)
        layout.addStretch(1)
        return side

    def _connect(self) -> None:
        self.reading.changed.connect(self._read_anew)
        self.input.activated.connect(lambda _: self.columns.choose((self.input.currentText(),)))
        self.target.activated.connect(self._follow)
        self.columns.changed.connect(self._follow)
        self.columns.complained.connect(self.refuse)
        self.models.changed.connect(self._follow)
        self.models.complained.connect(self._complain)
        self.missing.activated.connect(self._follow)
        self.held_out.activated.connect(self._follow)
        self.seed.complained.connect(self._complain)

    def _fit_in(self, parent: QWidget | None) -> None:
        """Take the room that the texts need, as far as the window has it."""
        metrics = self.fontMetrics()
        width, height = _WIDTH * metrics.averageCharWidth(), _HEIGHT * metrics.height()
        if parent is not None:
            width, height = min(width, parent.width() - _MARGIN), min(height, parent.height() - _MARGIN)
        self.resize(width, height)

    # Reading ----------------------------------------------------------------------------------------------------

    def _read_anew(self, reading: Reading) -> None:
        choice = replace(self._choice, reading=reading)

        def take(read: Table | MisreadError) -> None:
            self._choice = choice
            self._show(read)

        def go_back(sentence: str) -> None:
            self.reading.show_found(self._found, self._choice.reading)
            self.refuse(sentence)

        self._jobs.start(choice.attempt, take, go_back)

    def _show(self, read: Table | MisreadError) -> None:
        self._found = read.found
        self.reading.show_found(read.found, self._choice.reading)
        self._learnt.setEnabled(isinstance(read, Table))
        if isinstance(read, Table):
            self._misreading = ""
            self._show_table(read)
        else:
            self._misreading = core_problem(read)
            self._show_beginning(read.beginning)

    def _show_beginning(self, beginning: Chunk) -> None:
        """Show the first rows as they stand there, since no table could be made of them."""
        self.count.setText(self.tr("The first lines"))
        self.notes.hide()
        _fill_preview(self.preview, beginning.rows, beginning.lines, [])
        self._follow()

    def _show_table(self, table: Table) -> None:
        chosen = (self.columns.inputs, self.target.currentText())
        counts = self.tr("{rows} rows, {columns} columns")
        self.count.setText(counts.format(rows=f"{table.row_count:,}", columns=len(table.columns)))
        notes = [*table.notes, *chain.from_iterable(map(on_dates, table.columns))]
        self.notes.setText(" ".join(map(told, notes)))
        self.notes.setVisible(bool(notes))
        columns, rows = table.columns[:_SHOWN_COLUMNS], range(min(_SHOWN_ROWS, table.row_count))
        cells = [[column.shown(row) for column in columns] for row in rows]
        _fill_preview(self.preview, cells, table.lines, [column.name for column in columns])
        is_of_a_person = chosen != self._likely and {*chosen[0], chosen[1]} <= {*table.names}
        self._likely = likely_columns(table)
        inputs, target = chosen if is_of_a_person else self._likely
        for picker in (self.input, self.target):
            picker.clear()
            picker.addItems(list(table.names))
        self.target.setCurrentText(target)
        self.columns.show_table(table, inputs)
        self._follow()

    # Following what is chosen -----------------------------------------------------------------------------------

    def _follow(self) -> None:
        self._refusal = ""
        inputs = self.columns.inputs
        self.input.setPlaceholderText(self.tr("several") if len(inputs) > 1 else "")
        self.input.setCurrentIndex(self.input.findText(inputs[0]) if len(inputs) == 1 else -1)
        target = self._target
        is_category = target is not None and target.kind is ColumnKind.CATEGORY
        self.models.suit(min(target.label_count, MOST_CATEGORIES) if target is not None and is_category else 0)
        for field in (self.models, self.missing, self.standardise):
            field.setEnabled(not is_of_texts(self._inputs))
        self._show_held_out()
        self._show_problem()

    def _complain(self, sentence: str) -> None:
        self._complaint, self._refusal = sentence, ""
        self._show_problem()

    def _show_held_out(self) -> None:
        count, share = self._usable_rows, self.held_out.currentData()
        held = min(max(1, round(share * count)), count - 1) if share else 0
        for field in (self.by_seed, self.seed):
            field.setVisible(bool(share))
        text = self.tr("{held} of {count} rows").format(held=f"{held:,}", count=f"{count:,}")
        self.held_rows.setText(text if count > 1 else "")

    def _show_problem(self) -> None:
        problem = self._misreading or self._problem()
        self.problem.setText(self._refusal or problem)
        self._open.setEnabled(not problem)

    def _problem(self) -> str:
        """Say why nothing can be opened so; empty where it can."""
        inputs, target = self.columns.inputs, self._target
        if not inputs:
            return self.tr("Choose an input column.")
        if target is None or target.name in inputs:
            return self.tr("Choose two different columns: one is learnt from the other.")
        if is_of_texts(self._inputs):
            return self._problem_of_labels(target)
        for column in (*self._inputs, target):
            if column.kind is ColumnKind.TEXT:
                sentence = self.tr("{name} holds texts; choose columns of numbers, dates or categories.")
                return sentence.format(name=column.name)
        if self._usable_rows < 2:
            return self.tr("Fewer than two rows have no missing value; fill the gaps, or choose other columns.")
        return self._complaint

    def _problem_of_labels(self, target: TableColumn) -> str:
        """Say why these cannot be the labels of texts; empty where they can."""
        count = target.label_count
        if count == 2:
            return ""
        sentence = self.tr(
            "{texts} holds texts, which need a target of exactly 2 different labels; {name} has {count}."
        )
        return sentence.format(texts=self._inputs[0].name, name=target.name, count=f"{count:,}")

    @property
    def _target(self) -> TableColumn | None:
        table, name = self.columns.table, self.target.currentText()
        return table[name] if table is not None and name in table.names else None

    @property
    def _inputs(self) -> tuple[TableColumn, ...]:
        table = self.columns.table
        return () if table is None else tuple(table[name] for name in self.columns.inputs)

    @property
    def _usable_rows(self) -> int:
        """The number of rows that are not left out."""
        target = self._target
        if target is None:
            return 0
        missing = target.missing.copy()
        if self.missing.currentData() is Missing.DROP or is_of_texts(self._inputs):
            for column in self._inputs:
                missing |= column.missing
        return int((~missing).sum())

    def _want(self) -> None:
        self._refusal = ""
        self._show_problem()
        self.wanted.emit(self.choice)


def _fill_preview(
    preview: QTableWidget, rows: Sequence[Sequence[str]], lines: Sequence[int], names: Sequence[str]
) -> None:
    """Show the first of some rows, the line of each before it and the names of the columns, if they have any, above."""
    rows = [row[:_SHOWN_COLUMNS] for row in rows[:_SHOWN_ROWS]]
    preview.clear()
    preview.setRowCount(len(rows))
    preview.setColumnCount(max(map(len, rows)))
    preview.setHorizontalHeaderLabels(names)
    preview.horizontalHeader().setVisible(bool(names))
    preview.setVerticalHeaderLabels([str(line) for line in lines[: len(rows)]])
    for place, row in enumerate(rows):
        for side, cell in enumerate(row):
            preview.setItem(place, side, QTableWidgetItem(cell))
    preview.resizeColumnsToContents()
    numbers = preview.verticalHeader()  # a style sheet's padding is not in the width that it asks for
    numbers.setMinimumWidth(numbers.fontMetrics().horizontalAdvance("0" * len(str(lines[len(rows) - 1]))) + 20)
