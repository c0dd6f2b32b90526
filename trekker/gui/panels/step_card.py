"""The step explained: how the step under the cursor is decided, line by line, with its numbers and arrows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trekker.gui.background.throttle import Throttle, Turns
from trekker.gui.commands.command import Commands
from trekker.gui.formula_view import FormulaView
from trekker.gui.panels.card import Card
from trekker.gui.panels.command_buttons import small_button
from trekker.gui.panels.live_text import LiveText
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.step_colours import STEP_COLOURS
from trekker.gui.texts import core_text
from trekker.messages import number
from trekker.optimizers.writers import FIRST
from trekker.walk.walkthrough import Arrow, Stage, walkthrough

_MOST_LINES_OF_NUMBERS = 3
_BAND = 5  # pixels: how wide the colour beside a line is at text scale 1


class StepCard(Card):
    """Shows the lines of one step, one of them highlighted, and the arrows up to it.

    Attributes:
        arrows_changed: other arrows belong on the mountain; see :attr:`arrows`.
    """

    arrows_changed = Signal()

    def __init__(
        self,
        session: Session,
        sight: Sight,
        commands: Commands,
        *,
        redraw_ms: int = 100,
        turns: Turns | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._session, self._sight = session, sight
        self._stages: tuple[Stage, ...] = ()
        self._lines: list[_Line] = []
        self._laid_out: list[tuple[str, str]] = []
        self._current = 0
        self._make_head(commands)
        self._make_body()
        self._throttle = Throttle(redraw_ms, self._redraw, self, turns)
        session.restarted.connect(self._throttle.request)
        session.moved.connect(self._throttle.request)
        session.party_changed.connect(self._throttle.request)
        session.ground_changed.connect(self._forget)
        sight.changed.connect(self._throttle.request)
        self.hide()

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The story of the step that is shown."""
        return self._stages

    @property
    def current(self) -> int:
        """Which of its lines is highlighted."""
        return self._current

    @property
    def arrows(self) -> tuple[Arrow, ...]:
        """The arrows of the lines up to the highlighted one, in their order; none while the card is closed."""
        if not self.isVisible():
            return ()
        return tuple(stage.arrow for stage in self._stages[: self._current + 1] if stage.arrow is not None)

    @property
    def highlight(self) -> Arrow | None:
        """The arrow of the highlighted line; None where it has none, or the card is closed."""
        return self._stages[self._current].arrow if self._stages and self.isVisible() else None

    def set_open(self, on: bool) -> None:
        """Open the card, or close it."""
        if on != self.isVisible():
            self.setVisible(on)
            self._redraw()
            self.arrows_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell of the step, of which nothing was told while the card could not be seen."""
        super().showEvent(event)
        self._throttle.request()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the arrows from the mountain."""
        super().hideEvent(event)
        self.arrows_changed.emit()

    def go_to(self, line: int) -> None:
        """Highlight another line; beyond the last or the first there is none."""
        line = min(max(line, 0), max(0, len(self._stages) - 1))
        if line != self._current:
            self._current = line
            self._show_current()

    def next_line(self) -> None:
        """Highlight the next line."""
        self.go_to(self._current + 1)

    def previous_line(self) -> None:
        """Highlight the line before."""
        self.go_to(self._current - 1)

    # Composing --------------------------------------------------------------------------------------------------

    def _make_head(self, commands: Commands) -> None:
        self.title = LiveText()
        self.title.setProperty("role", "heading")
        self.head.addWidget(self.title, 1)
        for name in ("previous_line", "next_line", "explain"):
            self.head.addWidget(small_button(commands, name))
        self.body.addLayout(self.head)

    def _make_body(self) -> None:
        self._list = QWidget()
        self._list.setObjectName("column")
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(1)
        self._rows.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(self._list)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setMinimumHeight(40)
        self._area.verticalScrollBar().rangeChanged.connect(self._reveal_current)  # formulas grow as they are set
        self.part = LiveText(muted=True)
        self.part.setAccessibleName(self.tr("What this line is about"))
        self.numbers = LiveText(_MOST_LINES_OF_NUMBERS)
        self.numbers.setAccessibleName(self.tr("This line with its numbers"))
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.part)
        self.body.addWidget(self.numbers)

    # Showing ----------------------------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._stages = ()
        self._redraw()

    def _redraw(self) -> None:
        """Tell of the step under the cursor; the line that is looked at stays the same where the rule is."""
        if not self.isVisible():
            return
        if not self._session.ready:
            self._stages = ()
        else:
            self._stages = self._told()
            self.title.setText(self.tr("Step {step} explained").format(step=self._session.step + 1))
        self._current = min(self._current, max(0, len(self._stages) - 1))
        self._have_lines(len(self._stages))
        for line, stage in zip(self._lines, self._stages, strict=False):
            line.show_stage(stage)
        formulas = [(stage.tex, stage.symbolic) for stage in self._stages]
        if formulas != self._laid_out:
            self._laid_out = formulas
            self._lay_out_now()
        self._show_current()

    def _told(self) -> tuple[Stage, ...]:
        """Tell the step; of one that is still to come not where it leads, where that can't be known."""
        descent, step = self._session.descent, self._session.step
        stages = walkthrough(descent, step, self._session.plane.parameters or FIRST)
        if self._sight.knows_the_ground or step < descent.trail.steps:
            return stages
        cost = number(float(descent.trail.cost[step]))
        hidden = self.tr("J: {cost} → hidden by the blindfold").format(cost=cost)
        return (*stages[:-1], replace(stages[-1], numeric=hidden))

    def _have_lines(self, count: int) -> None:
        while len(self._lines) < count:
            line = _Line(self._list)
            line.pressed.connect(partial(self.go_to, len(self._lines)))
            self._rows.insertWidget(len(self._lines), line)
            self._lines.append(line)
        for index, line in enumerate(self._lines):
            line.setVisible(index < count)

    def _show_current(self) -> None:
        for index, line in enumerate(self._lines):
            line.set_current(index == self._current)
        if self._stages:
            stage = self._stages[self._current]
            self.part.setText(
                self.tr("{line} of {lines}: {part}").format(
                    line=self._current + 1, lines=len(self._stages), part=core_text(stage.part.value)
                )
            )
            self.numbers.setText(stage.numeric)
            self._reveal_current()
        else:
            self.part.setText("")
            self.numbers.setText("")
        self.arrows_changed.emit()

    def _lay_out_now(self) -> None:
        """Give new lines their height at once: Qt does it some frames later, and they would be empty until then."""
        for each in (*(line.layout() for line in self._lines), self._rows):
            if each is not None:
                each.invalidate()
                each.activate()

    def _reveal_current(self) -> None:
        """Scroll to the highlighted line."""
        if self._stages:
            self._area.ensureWidgetVisible(self._lines[self._current], 0, 2)


class _Line(QFrame):
    """One line: the colour of its arrow, and its formula.

    Attributes:
        pressed: somebody wants to look at it.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self._has_arrow = self._is_current = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 4, 2)
        self._formula = FormulaView(lines=2.2)
        self._formula.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addSpacing(_BAND * 4)
        row.addWidget(self._formula, 1)

    def show_stage(self, stage: Stage) -> None:
        """Show another line."""
        self._formula.show_formula(stage.tex, stage.symbolic)
        self._colour = QColor(STEP_COLOURS[stage.part])
        self._has_arrow = stage.arrow is not None
        self.update()

    def set_current(self, on: bool) -> None:
        """Highlight it, or not."""
        if on != self._is_current:
            self._is_current = on
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Want to be looked at."""
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the highlight, and an arrow in its colour, or a band where it has none."""
        painter = QPainter(self)
        if self._is_current:
            tint = self.palette().color(QPalette.ColorRole.Highlight)
            tint.setAlpha(46)
            painter.fillRect(self.rect(), tint)
        painter.fillRect(0, 2, _BAND, self.height() - 4, self._colour)
        if self._has_arrow:
            painter.setPen(self._colour)
            painter.drawText(
                _BAND + 1,
                0,
                3 * _BAND,
                self.height(),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter,
                "→",
            )
