"""The timeline: walk, pause, step both ways, scrub, and the pace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from trekker.gui.commands import Commands
from trekker.gui.icons import icon
from trekker.gui.panels.card import label
from trekker.gui.panels.knob_slider import KnobSlider, Slider
from trekker.gui.panels.live_text import LiveText
from trekker.gui.player import FASTEST, SLOWEST, Player
from trekker.gui.session import Session
from trekker.knobs import Knob, Scale
from trekker.messages import number

_SPEED = Knob("speed", 12.0, low=SLOWEST, high=FASTEST, scale=Scale.LOG)

_KEPT = 0.85  # of the pace that is wanted: whoever reaches that keeps it


class TimelinePanel(QFrame):
    """The bar along the bottom."""

    def __init__(self, session: Session, player: Player, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session, self._player = session, player
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 7, 11, 7)
        for name in ("reset", "step_back"):
            row.addWidget(self._button(commands, name))
        self._walk = self._button(commands, "walk", with_text=True)
        self._walk.setObjectName("walk")
        row.addWidget(self._walk)
        row.addWidget(self._button(commands, "step"))
        self.slider = Slider()
        self.slider.setAccessibleName(self.tr("Timeline"))
        self.slider.setToolTip(self.tr("Drag to look at any step of the walk."))
        self.slider.setRange(0, 0)
        row.addWidget(self.slider, 1)
        self.position = LiveText()
        self.position.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.position.setFixedWidth(self.position.fontMetrics().horizontalAdvance("step 00000 / 00000"))
        row.addWidget(self.position)
        self.speed = KnobSlider(_SPEED)
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("How many steps a second: from 1 to 1,000."))
        self.speed.setFixedWidth(110)
        self._pace = label()
        self._pace.setMinimumWidth(self._pace.fontMetrics().horizontalAdvance("1000 steps/s"))
        row.addWidget(label(self.tr("speed"), "hint"))
        row.addWidget(self.speed)
        row.addWidget(self._pace)
        self.slider.actionTriggered.connect(self._scrub)
        self.speed.edited.connect(player.set_speed)
        player.speed_changed.connect(self._show_speed)
        player.reached_changed.connect(lambda _: self._show_speed(player.speed))
        player.playing_changed.connect(self._show_playing)
        session.moved.connect(self._show_position)
        session.ground_changed.connect(self._show_position)
        self._commands = commands
        self._show_speed(player.speed)
        self._show_position()

    def redraw_icons(self) -> None:
        """Draw the icon of the accented button in its own colour."""
        self._show_playing(self._player.playing)

    def _button(self, commands: Commands, name: str, *, with_text: bool = False) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(commands[name])
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(commands[name].text())
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if with_text else Qt.ToolButtonStyle.ToolButtonIconOnly
        button.setToolButtonStyle(style)
        return button

    def _show_playing(self, playing: bool) -> None:
        action = self._commands["walk"]
        action.setText(self.tr("Pause") if playing else self.tr("Walk"))
        action.setIcon(icon("pause" if playing else "play", on_accent=True))

    def _show_position(self) -> None:
        session = self._session
        self.slider.setMaximum(session.length)
        self.slider.setValue(session.cursor)
        self.position.setText(self.tr("step {cursor} / {length}").format(cursor=session.cursor, length=session.length))

    def _show_speed(self, speed: float) -> None:
        self.speed.set_value(speed)
        wanted, reached = (number(round(each, 0 if each >= 10 else 1)) for each in (speed, self._player.reached))
        if 0 < self._player.reached < _KEPT * speed:
            self._pace.setText(self.tr("{reached} of {speed}/s").format(reached=reached, speed=wanted))
            self._pace.setToolTip(self.tr("This computer does not take the steps of this walk as fast as wanted."))
        else:
            self._pace.setText(self.tr("{speed} steps/s").format(speed=wanted))
            self._pace.setToolTip("")

    def _scrub(self) -> None:
        """Follow a hand on the slider; a position set by the program triggers no action."""
        self._player.seek(self.slider.sliderPosition())
