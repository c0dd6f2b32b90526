"""A card: the white box with a heading in which every panel puts its things."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget


class Card(QFrame):
    """A box with a heading; ``body`` takes the content, ``head`` has room for small controls beside the heading."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(11, 8, 11, 9)
        self.body.setSpacing(5)
        self.head = QHBoxLayout()
        self.heading = label(heading, "heading")
        if heading:
            self.head.addWidget(self.heading, 1)
            self.body.addLayout(self.head)

    def set_heading(self, text: str) -> None:
        """Change the heading."""
        self.heading.setText(text)


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label; ``role`` is one of those that the style sheet knows: title, heading, hint, error, formula."""
    made = QLabel(text)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        made.setMinimumWidth(1)  # its words can be broken: it never asks for a wider column
    return made
