"""Opening a person's own table: read it off the GUI thread, ask what is to be learnt, and walk on that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from trekker.gui.background.jobs import Jobs
from trekker.gui.dialogs.table_dialog import TableDialog
from trekker.gui.session import Session
from trekker.learning.misread import MisreadError
from trekker.learning.table import Table
from trekker.walk.tables import DataFile, PastedData, TableChoice


class TableOpener(QObject):
    """Reads a table, asks about it, and moves the session onto it; what fails is said, and nothing is lost.

    A table that cannot be read as it is found is asked about, too: another reading may be right.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._window = parent
        self.jobs = Jobs(self)
        self.dialog: TableDialog | None = None
        self._awaited = False
        session.ground_changed.connect(self._arrive)
        session.refused.connect(self._miss)

    def open(self, path: Path) -> None:
        """Read the table at ``path``; the dialog opens once it is read."""
        self._read(DataFile(path, (), ""))

    def paste(self) -> None:
        """Read the text in the clipboard as a table."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._read(PastedData(text, (), ""))
        else:
            self._session.refused.emit(self.tr("There is no text to paste: copy some rows of a table first."))

    def close(self) -> None:
        """Give up what is under way."""
        self.jobs.wait()

    def _read(self, choice: TableChoice) -> None:
        self.jobs.start(choice.attempt, lambda read: self._ask(choice, read), self._session.refused.emit)

    def _ask(self, choice: TableChoice, read: Table | MisreadError) -> None:
        dialog = TableDialog(choice, read, self._session, self._window)
        self.dialog = dialog
        dialog.wanted.connect(self._move)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _move(self, choice: TableChoice) -> None:
        self._awaited = True
        self._session.move_to(choice, anew=True)

    def _arrive(self) -> None:
        """Close the dialog, if the ground that has come is the one it wanted."""
        if self.dialog is not None and self._awaited:
            self.dialog.accept()

    def _miss(self, sentence: str) -> None:
        if self.dialog is not None and self._awaited:
            self.dialog.refuse(sentence)
        self._awaited = False

    def _forget(self) -> None:
        self.dialog, self._awaited = None, False
