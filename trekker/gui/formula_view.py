"""A formula as a picture, set as in a book; until it is drawn, and where it can't be, in plain letters."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from trekker.gui.background.jobs import Jobs
from trekker.messages import Refusal

_LARGER_THAN_TEXT = 1.55
_TALLEST = 7.0  # lines of text; a picture that would be taller is drawn smaller
_MOST_EFFORT = 3000  # of typesetting: some seconds
_TOKEN = re.compile(r"\\[a-zA-Z]+|\S")
_SMALLEST = 0.5  # a picture that fits only when it is drawn smaller than this is left to the letters


class FormulaView(QLabel):
    """Shows one formula, no larger than its room."""

    def __init__(self, parent: QWidget | None = None, *, lines: float = _TALLEST) -> None:
        """Make an empty one; a picture that is taller than so many ``lines`` of text is drawn smaller."""
        super().__init__(parent)
        self._lines = lines
        self.setProperty("role", "formula")
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self._jobs = Jobs(self)
        self._renderer: QSvgRenderer | None = None
        self._shown: tuple[str, str] = ("", "")
        self._drawn_as: tuple[float, str] = (0.0, "")

    def show_formula(self, tex: str, plain: str) -> None:
        """Show a formula, given in LaTeX's mathematics and in plain letters; without ``tex`` the letters stay."""
        if self._shown == (tex, plain):
            return
        self._shown = (tex, plain)
        self._renderer = None
        self.setText(plain)
        self.setAccessibleName(plain)
        self._jobs.cancel()
        self._typeset()
        self.updateGeometry()

    def close_jobs(self) -> None:
        """Give up what is under way; nothing waits for it."""
        self._jobs.cancel()

    @property
    def is_typeset(self) -> bool:
        """Whether the picture is shown, not the letters."""
        return self._renderer is not None and self._scale(self.width()) >= _SMALLEST

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow room makes it taller, or the picture smaller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the picture, or of the letters."""
        if self._renderer is None or self._scale(width) < _SMALLEST:
            return super().heightForWidth(width)
        return round(self._renderer.defaultSize().height() * self._scale(width)) + 2

    def sizeHint(self) -> QSize:
        """Ask for the picture's size."""
        if self._renderer is None:
            return super().sizeHint()
        return self._renderer.defaultSize() + QSize(2, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or the letters."""
        if self._renderer is None or not self.is_typeset:
            super().paintEvent(event)
            return
        size = QSizeF(self._renderer.defaultSize()) * self._scale(self.width())
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(QPointF(0.0, (self.height() - size.height()) / 2), size))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme's colour and size of text."""
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in kinds and self._shown[0] and self._wanted_look() != self._drawn_as:
            self._typeset()

    def _wanted_look(self) -> tuple[float, str]:
        """Return the size and the colour in which the formula should be set."""
        return _LARGER_THAN_TEXT * self.fontMetrics().height() / 1.2, self.palette().windowText().color().name()

    def _typeset(self) -> None:
        tex, _ = self._shown
        if tex:
            self._drawn_as = size, colour = self._wanted_look()
            self._jobs.start(lambda _: typeset(tex, size, colour), self._take, lambda _: None)

    def _take(self, picture: bytes) -> None:
        renderer = QSvgRenderer(QByteArray(picture))
        if renderer.isValid():
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            self._renderer = renderer
            self.updateGeometry()
            self.update()

    def _scale(self, width: int) -> float:
        """Return how much of its own size the picture has in a room of some width."""
        if self._renderer is None or not self._renderer.defaultSize().isValid():
            return 0.0
        own = self._renderer.defaultSize()
        return min(1.0, width / own.width(), self._lines * self.fontMetrics().height() / own.height())


def effort_of(tex: str) -> int:
    """Return about how many signs are set for a formula: each level of nesting sets all that is in it twice."""
    depth, effort = 0, 0
    for token in _TOKEN.findall(tex):
        if token in ("{", "\\left"):
            depth += 1
        elif token in ("}", "\\right"):
            depth -= 1
        else:
            effort += 2**depth
    return effort


def typeset(tex: str, size: float, colour: str) -> bytes:
    """Return a formula as an SVG picture.

    Raises:
        ValueError: where it can't be set, or not in a few seconds.
    """
    if effort_of(tex) > _MOST_EFFORT:
        raise Refusal("the formula is nested too deeply to be typeset")
    from ziamath import zmath
    from ziamath.config import config

    config.svg2 = False
    try:
        picture: str = zmath.Latex(tex, size=size, color=colour).svg()
    except Exception as problem:  # whatever a typesetter trips over: the letters stand in for it
        raise Refusal("the formula can't be typeset: {problem}", problem=str(problem)) from problem
    return picture.encode()
