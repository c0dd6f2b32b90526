"""The progress row: how far a file is read, with a button that gives it up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QToolButton, QWidget

from trekker.gui.background.jobs import Jobs
from trekker.gui.panels.card import label

_PATIENCE_MS = 300
_FINE = 1000
_LEAST_LENGTH = 80


class ProgressRow(QFrame):
    """Appears when slow work has reported progress for a while, and goes when the work is over.

    Args:
        jobs: the work.
        give_up: what the button calls; None just cancels the work.
        what: what is being done, in a word, and how giving it up is called; None opens something.
        parent: the row's parent.
    """

    def __init__(
        self,
        jobs: Jobs,
        give_up: Callable[[], None] | None = None,
        what: tuple[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        doing, giving_up = what or (self.tr("Opening…"), self.tr("Cancel opening"))
        self.setObjectName("card")
        self._jobs = jobs
        self.bar = QProgressBar()
        self.bar.setRange(0, _FINE)
        self.bar.setMinimumWidth(_LEAST_LENGTH)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setAccessibleName(giving_up)
        self.cancel.clicked.connect(lambda: (give_up or jobs.cancel)())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.addWidget(label(doing))
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        jobs.progressed.connect(self._show_progress)
        jobs.busy_changed.connect(self._follow)
        self.hide()

    def _show_progress(self, share: float) -> None:
        self.bar.setValue(round(share * _FINE))
        if self._jobs.busy and not self.isVisible() and not self._patience.isActive():
            self._patience.start()

    def _follow(self, busy: bool) -> None:
        self._patience.stop()
        self.hide()
        if busy:
            self.bar.setValue(0)
