"""Text that changes with every step: it keeps its size, so that the window is never laid out anew for it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class LiveText(QLabel):
    """Shows up to ``lines`` lines of text, and an ellipsis where it is longer; the whole text is its tool tip."""

    def __init__(self, lines: int = 1, *, muted: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._muted = muted
        self._shown = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the text."""
        return self._shown

    def setText(self, text: str) -> None:
        """Show another text."""
        if text != self._shown:
            self._shown = text
            self.setAccessibleDescription(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Want room for all lines, whatever the text."""
        return QSize(80, self._lines * self.fontMetrics().lineSpacing() + 2)

    def minimumSizeHint(self) -> QSize:
        """Want no less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines that fit."""
        painter = QPainter(self)
        role = QPalette.ColorRole.PlaceholderText if self._muted else QPalette.ColorRole.WindowText
        painter.setPen(self.palette().color(role))
        height = self.fontMetrics().lineSpacing()
        for row, line in enumerate(self._broken()):
            box = QRectF(0, row * height, self.width(), height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)

    def _broken(self) -> list[str]:
        """Return the text in lines; what is too long for them ends in an ellipsis."""
        layout = QTextLayout(self._shown, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < self._lines and (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            starts.append(line.textStart())
        layout.endLayout()
        lines = [self._shown[start:end] for start, end in pairwise(starts)]
        if starts:
            rest = self._shown[starts[-1] :]
            lines.append(self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width()))
        return lines
