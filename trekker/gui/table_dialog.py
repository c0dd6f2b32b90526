"""Opening a person's own table: read it off the GUI thread, let them choose the columns, and walk on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trekker.gui.jobs import Jobs
from trekker.gui.panels.card import label
from trekker.gui.session import Session
from trekker.learning.dataset import Dataset
from trekker.learning.readers import read_table
from trekker.walk.tables import DataFile

_SHOWN_ROWS = 6


class TableOpener(QObject):
    """Reads a table, asks for its columns, and moves the session onto it; what fails is said, and nothing is lost."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._window = parent
        self._jobs = Jobs(self)
        self.dialog: ColumnDialog | None = None

    def open(self, path: Path) -> None:
        """Read the table at ``path``; the dialog opens once it is read."""
        self._jobs.start(
            lambda progress: read_table(path, progress=progress),
            lambda dataset: self._ask(path, dataset),
            self._session.refused.emit,
        )

    def close(self) -> None:
        """Give up what is under way."""
        self._jobs.wait()

    def _ask(self, path: Path, dataset: Dataset) -> None:
        self.dialog = ColumnDialog(dataset, self._window)
        self.dialog.accepted.connect(lambda: self._take(path))
        self.dialog.open()

    def _take(self, path: Path) -> None:
        if self.dialog is not None:
            inputs, target = (self.dialog.input.currentText(),), self.dialog.target.currentText()
            self._session.move_to(DataFile(path, inputs, target), anew=True)


class ColumnDialog(QDialog):
    """Shows the first rows of a table, and lets a person choose what is fitted by what."""

    def __init__(self, dataset: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Fit a line to {name}").format(name=dataset.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.input, self.target = QComboBox(), QComboBox()
        for picker, name in ((self.input, self.tr("Input column x")), (self.target, self.tr("Target column y"))):
            picker.addItems(list(dataset.names))
            picker.setAccessibleName(name)
        self.target.setCurrentIndex(len(dataset.names) - 1)
        form = QFormLayout()
        form.addRow(self.tr("Input x"), self.input)
        form.addRow(self.tr("Target y"), self.target)
        self.problem = label(role="error", wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._open = buttons.button(QDialogButtonBox.StandardButton.Open)
        layout = QVBoxLayout(self)
        layout.addWidget(label(self.tr("{rows} rows").format(rows=f"{dataset.row_count:,}"), "heading"))
        layout.addWidget(_preview(dataset))
        for note in dataset.notes:
            layout.addWidget(label(note, "hint", wrap=True))
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        for picker in (self.input, self.target):
            picker.currentIndexChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        same = self.input.currentText() == self.target.currentText()
        self.problem.setText(self.tr("Choose two different columns: a line fits one by the other.") if same else "")
        self._open.setEnabled(not same)


def _preview(dataset: Dataset) -> QTableWidget:
    rows = min(_SHOWN_ROWS, dataset.row_count)
    table = QTableWidget(rows, len(dataset.names))
    table.setHorizontalHeaderLabels(list(dataset.names))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for column, name in enumerate(dataset.names):
        for row, value in enumerate(dataset[name][:rows]):
            table.setItem(row, column, QTableWidgetItem(f"{value:.6g}"))
    table.resizeColumnsToContents()
    table.setMinimumWidth(320)
    table.setMaximumHeight(table.horizontalHeader().sizeHint().height() + (rows + 1) * table.rowHeight(0))
    return table
