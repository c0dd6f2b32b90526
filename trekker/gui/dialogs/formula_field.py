"""A field for a formula, which reads it while one types and points at what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trekker.gui.panels.card import label
from trekker.gui.texts import core_problem
from trekker.terrain.formula import Formula, FormulaError, parse
from trekker.terrain.syntax import ARITY

_EXAMPLE = "x^2 + 3y^2"


class FormulaField(QWidget):
    """A line to type z = f(x, y) into; below it, a mark under the character that is wrong, and a sentence.

    Attributes:
        read: what was typed has changed; :attr:`formula` says what it means.
    """

    read = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Formula z of x and y"))
        self.line.setPlaceholderText(_EXAMPLE)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.15)
        self.line.setFont(font)
        self.line.setMinimumHeight(self.line.sizeHint().height())
        self._mark = _Mark(self.line)
        self.sentence = label(role="error", wrap=True)
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())
        self.formula: Formula | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for each in (self.line, self._mark, self.sentence):
            layout.addWidget(each)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._read)
        self._read("")

    @property
    def problem(self) -> FormulaError | None:
        """What is wrong with the text; None where nothing is."""
        return self._mark.problem

    @property
    def mark_x(self) -> float | None:
        """Where the mark points, in pixels from the field's left edge; None where it points nowhere."""
        return self._mark.place()

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put a text in, selected, so that typing replaces it."""
        self.line.setText(text)
        self.line.selectAll()

    def _read(self, text: str) -> None:
        self.formula, problem = None, None
        try:
            self.formula = parse(text)
        except FormulaError as found:
            problem = found
        empty = not text.strip()
        self._mark.show_problem(None if empty else problem)
        self.sentence.setText("" if problem is None or empty else _as_sentence(core_problem(problem)))
        self.line.setProperty("wrong", problem is not None and not empty)
        self.line.style().polish(self.line)
        self.read.emit()


class _Mark(QWidget):
    """Points up at one character of a line edit."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        self._line = line
        self.problem: FormulaError | None = None
        line.cursorPositionChanged.connect(lambda: self.update())

    def show_problem(self, problem: FormulaError | None) -> None:
        """Point at what is wrong, or at nothing."""
        self.problem = problem
        self.update()

    def sizeHint(self) -> QSize:
        """Be as high as a small arrow."""
        return QSize(20, round(0.6 * self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        """Be as high as a small arrow."""
        return self.sizeHint()

    def place(self) -> float | None:
        """Return the middle of the character that is wrong; the line may have scrolled."""
        if self.problem is None:
            return None
        text, metrics = self._line.text(), self._line.fontMetrics()
        position = min(self.problem.position, len(text))
        cursor = len(text.encode("utf-16-le")[: 2 * self._line.cursorPosition()].decode("utf-16-le", "ignore"))
        left = (
            self._line.cursorRect().center().x()
            + _width(self._line, text[:position])
            - _width(self._line, text[:cursor])
        )
        wide = _width(self._line, text[position : position + 1]) or metrics.averageCharWidth()
        return min(max(left + wide / 2, 4.0), self._line.width() - 4.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow."""
        x = self.place()
        if x is None:
            return
        high = self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.palette().brightText().color())
        painter.setPen(QPen(colour, 1.0))
        painter.setBrush(colour)
        half = 0.6 * high
        painter.drawPolygon(QPolygonF([QPointF(x, 1.0), QPointF(x - half, high), QPointF(x + half, high)]))
        painter.end()


def _width(line: QLineEdit, text: str) -> int:
    return line.fontMetrics().horizontalAdvance(text)


def _as_sentence(text: str) -> str:
    """Return a refusal with a large letter, unless it begins with a function's name, and a full stop."""
    begun = text if text.split(maxsplit=1)[0] in ARITY else text[:1].upper() + text[1:]
    return begun + ("" if text.endswith((".", "?", "。", "？")) else ".")
