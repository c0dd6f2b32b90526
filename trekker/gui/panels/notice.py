"""The notice: one sentence on what went wrong, or what is worth knowing, above everything else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from trekker.gui.panels.card import label


class Notice(QFrame):
    """Shows one sentence until it is closed or another one comes."""

    def __init__(self, closing: str = "", parent: QWidget | None = None) -> None:
        """Make one without a sentence; ``closing`` is what its button is called, where there are several notices."""
        super().__init__(parent)
        self.setObjectName("card")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        self.sentence = label(role="notice", wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.sentence, 1)
        close = QToolButton()
        close.setText(self.tr("Close"))
        close.setAccessibleName(closing or self.tr("Close this notice"))
        close.clicked.connect(self.hide)
        row.addWidget(close)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.show()
