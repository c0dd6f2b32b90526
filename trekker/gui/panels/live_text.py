"""Text that changes with every step: it keeps its size, so that the window is hardly ever laid out anew for it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class LiveText(QLabel):
    """Shows text in ``lines`` lines; where it once needs up to so many ``more`` it takes and keeps them at this width.

    A text that is longer still ends in an ellipsis, and is told whole to readers of screens.
    """

    def __init__(self, lines: int = 1, *, more: int = 2, muted: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = self._lines = lines
        self._most = lines + more
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
            self._grow()
            self.update()

    @property
    def is_whole(self) -> bool:
        """Whether all of the text is shown."""
        return len(self._starts(self._lines + 1)) <= self._lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the text needs at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._begin_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Take as many lines as the text needs in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._begin_anew()

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

    def _begin_anew(self) -> None:
        self._lines = self._least
        self._grow()
        self.updateGeometry()

    def _grow(self) -> None:
        """Take more lines where the text needs them; never fewer, or the window would jump with every step."""
        needed = len(self._starts(self._most))
        if needed > self._lines:
            self._lines = needed
            self.updateGeometry()

    def _broken(self) -> list[str]:
        """Return the text in lines; what is too long for them ends in an ellipsis."""
        starts = self._starts(self._lines)
        lines = [self._shown[start:end] for start, end in pairwise(starts)]
        if starts:
            rest = self._shown[starts[-1] :]
            lines.append(self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width()))
        return lines

    def _starts(self, most: int) -> list[int]:
        """Return where the first lines begin, as the text is broken at this width."""
        layout = QTextLayout(self._shown, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            starts.append(line.textStart())
        layout.endLayout()
        return starts
