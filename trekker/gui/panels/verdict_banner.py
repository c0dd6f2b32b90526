"""The verdict: why the walk ended, and what to try, along the lower edge of the mountain."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from trekker.gui.panels.card import label
from trekker.gui.theme import Theme
from trekker.gui.verdict_words import advice_text, because_text, reason_text, verdict_colour
from trekker.walk.verdict import Verdict

_GAP, _BORDER, _MARGINS, _SPACING = 8, 1, (12, 7, 12, 8), 2  # pixels: around it, and within
_FRAME = _MARGINS[1] + _MARGINS[3] + 2 * _BORDER  # above and below all that is written
_SIZES = (1.0, 0.85, 0.7)  # of its letters, the largest first
_SPARED = 0.16  # of the room: what is kept free of the mountain before there is a verdict
_HIGHEST = 0.3  # of the room: beyond that its letters shrink, and then it says less


class VerdictBanner(QFrame):
    """Says below the mountain why the walk ended, and what to try.

    Attributes:
        settled: it covers another part of the room now; see :attr:`reach`.
    """

    settled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Verdict"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(_SPACING)
        self.title = label(role="heading", wrap=True)
        self.because = label(wrap=True)
        self.advice = label(role="hint", wrap=True)
        self.outcome = label(wrap=True)
        for each in (self.title, self.because, self.advice, self.outcome):
            each.setMinimumWidth(1)
            layout.addWidget(each)
        self._theme: Theme | None = None
        self._verdict: Verdict | None = None
        self._knows = True
        self._room = parent
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._place)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """Everything that it says."""
        return "\n".join(each.text() for each in self.findChildren(QLabel) if each.text())

    def show_verdict(self, verdict: Verdict, outcome: str = "", *, knows_the_ground: bool = True) -> None:
        """Show a verdict, as far as it may be known, and who won the race, once it is over."""
        told = (verdict, knows_the_ground)
        if told == (self._verdict, self._knows) and outcome == self.outcome.text() and self.isVisible():
            return
        self._verdict, self._knows = told
        name = reason_text(verdict, knows_the_ground=knows_the_ground)
        one, many = self.tr("{verdict} after one step"), self.tr("{verdict} after {steps} steps")
        title = one if verdict.step == 1 else many
        self.title.setText(title.format(verdict=name[:1].upper() + name[1:], steps=verdict.step))
        self.because.setText(because_text(verdict, knows_the_ground=knows_the_ground))
        self.advice.setText(advice_text(verdict, knows_the_ground=knows_the_ground))
        self.advice.setVisible(bool(self.advice.text()))
        self.outcome.setText(outcome)
        self.outcome.setVisible(bool(outcome))
        self._colour()
        self.show()
        self._place()
        self.raise_()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._colour()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the lower edge; soon, because letters must not be changed while Qt dresses the whole window."""
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _colour(self) -> None:
        if self._theme is None or self._verdict is None:
            return
        colour = verdict_colour(self._verdict, self._theme, knows_the_ground=self._knows)
        self.title.setStyleSheet(f"color: {colour}")

    @property
    def reach(self) -> int:
        """How many pixels of the room's lower edge it covers."""
        return 0 if self.isHidden() else self.height() + _GAP

    @property
    def usual_reach(self) -> int:
        """How many it covers mostly; kept free of the mountain from the start, so that it doesn't jump at the end.

        Where that would leave the mountain too little, it is 0.
        """
        texts = sum(QFontMetrics(each.font()).height() + 1 for each in (self.title, self.because))
        usual = texts + _SPACING + _FRAME + _GAP
        return usual if usual <= _SPARED * self._room.height() else 0

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the room to the mountain again."""
        super().hideEvent(event)
        if self.isHidden():
            self.settled.emit()

    def _place(self) -> None:
        """Lie along the lower edge: wide and low, so that the mountain keeps its size."""
        if self.isHidden():
            return
        room = self._room.size()
        self.setFixedWidth(max(1, room.width() - 2 * _GAP))
        most = _HIGHEST * room.height()
        self._leave_out(most)
        self._write(next((size for size in _SIZES if self._estimate(size) <= most), _SIZES[-1]))
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
        self.move(_GAP, room.height() - self.height() - _GAP)
        self.settled.emit()

    def _leave_out(self, most: float) -> None:
        """Where even small letters would be higher, leave out who has won, which the race tells, then what to try."""
        optional = [each for each in (self.outcome, self.advice) if each.text()]
        for each in optional:
            each.show()
        for each in optional:
            each.setVisible(self._estimate(_SIZES[-1]) <= most)

    def _estimate(self, size: float) -> float:
        """Return how high all would be in letters of this size, 1 for the usual one."""
        font, flags = QFont(self.font()), int(Qt.TextFlag.TextWordWrap)
        font.setPointSizeF(size * font.pointSizeF())
        box = QRect(0, 0, self.width() - _MARGINS[0] - _MARGINS[2] - 2 * _BORDER, 10_000)
        texts = [each.text() for each in self.findChildren(QLabel) if not each.isHidden()]
        heights = (QFontMetrics(font).boundingRect(box, flags, text).height() + _SPACING for text in texts)
        return sum(heights) + _FRAME

    def _write(self, size: float) -> None:
        """Write everything in letters of this size; seldom, since Qt dresses all anew for it."""
        sheet = "" if size == 1 else f"QLabel {{ font-size: {size * self.font().pointSizeF():.1f}pt }}"
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
