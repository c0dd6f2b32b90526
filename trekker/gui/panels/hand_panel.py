"""The hand panel: what a person who walks by hand feels, and where they choose the next step."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trekker.gui.background.throttle import Throttle, Turns
from trekker.gui.commands.command import Commands
from trekker.gui.hand_walk import HandWalk
from trekker.gui.panels.card import Card, label
from trekker.gui.panels.command_buttons import small_button
from trekker.gui.panels.dial import Aim, Dial
from trekker.gui.panels.live_text import LiveText
from trekker.gui.panels.number_field import NumberField
from trekker.gui.session import Session
from trekker.gui.texts import core_text
from trekker.knobs import Knob, knobs_of
from trekker.messages import number
from trekker.walk.descent import Descent
from trekker.walk.hand import ByHand, Choice, choice_at, person_in, strides
from trekker.walk.walkthrough import Arrow, Part

_WAYS = ("hand_step", "hand_compare", "hand_again")
_WORDED = 2  # of them: those that say what they do where there is room
_KNOBS = tuple(knobs_of(ByHand).values())
_FEWEST_LINES, _WORDY_LINES = 8.0, 27.0  # widths, in heights of a line: the least, and the least for words


class HandPanel(Card):
    """Shows a person's choice for the step under the cursor, and takes another for the step to come.

    Attributes:
        arrows_changed: the chosen step and the slope, as the mountain should show them, are other ones now.
    """

    arrows_changed = Signal()

    def __init__(
        self,
        session: Session,
        walk: HandWalk,
        commands: Commands,
        *,
        redraw_ms: int = 100,
        turns: Turns | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._session, self._walk = session, walk
        self.arrows: tuple[Arrow, ...] = ()
        self.dial = Dial()
        self.feel = LiveText()
        self.feel.setAccessibleName(self.tr("What you feel"))
        self.meaning = LiveText(2, muted=True)
        self.meaning.setAccessibleName(self.tr("What your choice means"))
        self.direction, self.stride = (self._field(knob) for knob in _KNOBS)
        self._compose(commands)
        self._throttle = Throttle(redraw_ms, self._redraw, self, turns)
        self.dial.aimed.connect(self._take_aim)
        self.dial.stepped.connect(commands["hand_step"].trigger)
        self.direction.edited.connect(lambda heading: self._take_aim(self.dial.aim._replace(heading=heading)))
        self.stride.edited.connect(lambda stride: self._take_aim(self.dial.aim._replace(stride=stride)))
        session.moved.connect(self._throttle.request)
        for signal in (session.restarted, session.scenario_changed, session.party_changed):
            signal.connect(self._redraw)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._redraw()

    def _field(self, knob: Knob) -> NumberField:
        field = NumberField(knob)
        field.setObjectName(knob.name)
        field.setAccessibleName(core_text(knob.label))
        field.setAccessibleDescription(core_text(knob.hint))
        field.setToolTip(core_text(knob.hint))
        return field

    def _compose(self, commands: Commands) -> None:
        self._numbers = QGridLayout()
        self._fields = (self.direction, self.stride)
        self._captions = tuple(label(f"{core_text(each.label)} {each.symbol}".strip()) for each in _KNOBS)
        ways = QHBoxLayout()
        ways.setSpacing(4)
        self._buttons = tuple(small_button(commands, name) for name in _WAYS)
        for button in self._buttons:
            ways.addWidget(button)
        ways.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.feel)
        words.addWidget(self.meaning)
        words.addLayout(self._numbers)
        words.addLayout(ways)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.dial)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        for caption, field in zip(self._captions, self._fields, strict=True):
            caption.setBuddy(field)
        self._arrange(compact=False)

    # The room there is ------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Do with little room."""
        return QSize(round(_FEWEST_LINES * self.fontMetrics().lineSpacing()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room that there is."""
        super().resizeEvent(event)
        compact = self.width() < _WORDY_LINES * self.fontMetrics().lineSpacing()
        if compact is not self._is_compact:
            self._arrange(compact=compact)

    def _arrange(self, *, compact: bool) -> None:
        """Say everything in words; in little room, keep to what cannot be done without: what is felt and chosen."""
        self._is_compact = compact
        self.dial.set_small(small=compact)
        self.meaning.setVisible(not compact)
        for place, (caption, field) in enumerate(zip(self._captions, self._fields, strict=True)):
            row, column = (place, 0) if compact else (0, 2 * place)
            self._numbers.addWidget(caption, row, column)
            self._numbers.addWidget(field, row, column + 1)
        self._numbers.setColumnStretch(1, 1)
        self._numbers.setColumnStretch(3, 0 if compact else 1)
        styles = Qt.ToolButtonStyle
        for button in self._buttons[:_WORDED]:
            button.setToolButtonStyle(styles.ToolButtonIconOnly if compact else styles.ToolButtonTextBesideIcon)

    # What is chosen ---------------------------------------------------------------------------------------------

    def _take_aim(self, aim: Aim) -> None:
        angle = math.radians(aim.heading)
        self._walk.aim((aim.stride * math.cos(angle), aim.stride * math.sin(angle)))

    def _redraw(self) -> None:
        session = self._session
        person = person_in(session.scenario.trekkers)
        if not self.isVisible() or person is None or not session.ready:
            self._show_arrows(())
            return
        descent, step = session.descents[person], session.step_of(person)
        choice = choice_at(descent, step)
        if choice is None:
            return
        to_come = session.person is not None and step == descent.trail.steps
        for each in (self.dial, self.direction, self.stride):
            each.setEnabled(to_come)
        self.dial.show_aim(Aim(choice.heading, choice.stride), choice.downhill, strides(descent.ground))
        self.direction.set_value(choice.heading)
        self.stride.set_value(choice.stride)
        self.feel.setText(self._felt(choice))
        self.meaning.setText(self._meant(choice))
        self._show_arrows(_arrows(descent) if to_come else ())

    def _show_arrows(self, arrows: tuple[Arrow, ...]) -> None:
        if arrows or self.arrows:
            self.arrows = arrows
            self.arrows_changed.emit()

    def _felt(self, choice: Choice) -> str:
        """Say what the feet feel."""
        height = self.tr("Cost {cost}").format(cost=number(choice.cost))
        if choice.downhill is None:
            slope = self.tr("level underfoot") if choice.steepness == 0 else self.tr("no slope can be felt here")
        else:
            slope = self.tr("slope underfoot {slope}").format(slope=number(choice.steepness, 3))
        return f"{height} · {slope}"

    def _meant(self, choice: Choice) -> str:
        """Say what the choice is beside gradient descent's."""
        astray, rate = choice.astray, choice.learning_rate
        if astray is None or rate is None:
            return self.tr("Where nothing is felt, every direction is a guess.")
        return self.tr(
            "Blue points downhill, green is your step, {angle}° beside it. "
            "Gradient descent goes as far with a learning rate of {rate}."
        ).format(angle=round(astray), rate=number(rate, 3))


def _arrows(descent: Descent) -> tuple[Arrow, ...]:
    """Return steepest descent and the chosen step, from where the person stands."""
    step = descent.trail.steps
    theta = descent.trail.theta[step]
    downhill = Arrow(theta, -descent.gradient_at(step), Part.DOWNHILL)
    return (downhill, Arrow(theta, descent.change_at(step), Part.MOVE, is_distance=True))
