"""The timeline: walk, pause, step both ways, scrub, and the pace."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from trekker.gui.background.throttle import Throttle
from trekker.gui.commands.command import Commands
from trekker.gui.icons import icon
from trekker.gui.panels.card import label
from trekker.gui.panels.command_buttons import command_button, menu_button
from trekker.gui.panels.event_slider import EventSlider, Lane
from trekker.gui.panels.knob_slider import KnobSlider
from trekker.gui.panels.live_text import LiveText
from trekker.gui.party import colour_of, names_of
from trekker.gui.player import FASTEST, SLOWEST, Player
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.knobs import Knob, Scale
from trekker.messages import number
from trekker.walk.descent import Descent
from trekker.walk.events import Event, EventKind, Events
from trekker.walk.race import Race, RaceClock
from trekker.walk.scenario import Trekker

_MORE = ("previous_event", "next_event", "walk_backwards", "loop")
_UNSEEN = frozenset({EventKind.RIDGE})  # what a blindfolded trekker steps over without noticing
_LOOK_MS = 250  # between two looks for new events
_SPEED = Knob("speed", 12.0, low=SLOWEST, high=FASTEST, scale=Scale.LOG)

_KEPT = 0.85  # of the pace that is wanted: whoever reaches that keeps it


class TimelinePanel(QFrame):
    """The bar along the bottom."""

    def __init__(
        self, session: Session, sight: Sight, player: Player, commands: Commands, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session, self._sight, self._player = session, sight, player
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 7, 11, 7)
        for name in ("reset", "step_back"):
            row.addWidget(command_button(commands, name))
        self._walk = command_button(commands, "walk", text=True)
        self._walk.setObjectName("walk")
        row.addWidget(self._walk)
        row.addWidget(command_button(commands, "step"))
        row.addWidget(self._more_button(commands))
        self.slider = EventSlider()
        self.slider.setAccessibleName(self.tr("Timeline"))
        self.slider.setToolTip(
            self.tr("Drag to look at any step of the walk; ticks mark what happened, dots where a trail ends.")
        )
        self.slider.setRange(0, 0)
        row.addWidget(self.slider, 1)
        self.position = LiveText()
        self.position.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self.position)
        self.speed = KnobSlider(_SPEED)
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("How many steps a second: from 1 to 1,000."))
        self.speed.setFixedWidth(110)
        self._pace = label()
        row.addWidget(label(self.tr("speed"), "hint"))
        row.addWidget(self.speed)
        row.addWidget(self._pace)
        self.slider.actionTriggered.connect(self._scrub)
        self.speed.edited.connect(player.set_speed)
        player.speed_changed.connect(self._show_speed)
        player.reached_changed.connect(lambda _: self._show_speed(player.speed))
        player.playing_changed.connect(self._show_playing)
        self._watches: dict[Descent, Events] = {}
        self._look = Throttle(_LOOK_MS, self._mark_events, self)
        session.restarted.connect(self._watch_afresh)
        session.party_changed.connect(self._look.request)
        session.scenario_changed.connect(self._look.request)
        session.scenario_changed.connect(lambda: self._show_speed(player.speed))
        session.moved.connect(self._look.request)
        sight.changed.connect(self._mark_events)
        session.moved.connect(self._show_position)
        session.ground_changed.connect(self._show_position)
        self._commands = commands
        self._fit_texts()
        self._show_speed(player.speed)
        self._show_position()

    def changeEvent(self, event: QEvent) -> None:
        """Give the numbers the room that they need at another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_commands"):
            self._fit_texts()

    def _fit_texts(self) -> None:
        metrics = self.fontMetrics()
        self.position.setFixedWidth(metrics.horizontalAdvance("step 00000 / 00000"))
        self._pace.setMinimumWidth(metrics.horizontalAdvance("1000 steps/s"))

    def redraw_icons(self) -> None:
        """Draw the icon of the accented button in its own colour."""
        self._show_playing(self._player.playing)

    def go_to_event(self, direction: int) -> None:
        """Pause, and go to the next event of anyone shown (1), or the one before (−1); beyond the last to the end."""
        while self._look_for_events():
            pass
        cursor, ticks = self._session.cursor, self.slider.ticks()
        if direction > 0:
            tick = next((each for each in ticks if each > cursor), self._session.length)
        else:
            tick = next((each for each in reversed(ticks) if each < cursor), 0)
        self._player.seek(tick)
        self.slider.tell_of(tick)

    def _watch_afresh(self) -> None:
        self._watches = {}
        self.slider.show_lanes(())

    def _mark_events(self) -> None:
        if self._look_for_events():
            self._look.request()

    def _look_for_events(self) -> bool:
        """Look at the steps that are new, and mark what happened; tell whether there is more to look at."""
        session = self._session
        self._watches = {each: self._watches.get(each) or Events(each) for each in session.descents}
        more = [watch.look() for watch in self._watches.values()]
        trekkers = session.scenario.trekkers
        party = zip(names_of(trekkers), trekkers, self._watches.items(), strict=False)
        self.slider.show_lanes(
            tuple(
                self._lane(name, trekker, descent, self._told(watch))
                for index, (name, trekker, (descent, watch)) in enumerate(party)
                if index not in session.hidden
            )
        )
        return any(more)

    def _lane(self, name: str, trekker: Trekker, descent: Descent, told: tuple[Event, ...]) -> Lane:
        """Return what is shown of one trekker, by the clock of the race."""
        trail, clock = descent.trail, self._session.clock
        ticks = tuple(clock.tick_of(trail, event.step) for event in told)
        return Lane(name, colour_of(trekker), clock.tick_of(trail, trail.steps), told, ticks)

    def _told(self, watch: Events) -> tuple[Event, ...]:
        """Return what may be told of a walk: where only what is felt is known, no ridges, and not where it arrived."""
        found = watch.found()
        if self._sight.knows_the_ground:
            return found
        ends = {EventKind.ARRIVAL: EventKind.STOP}
        return tuple(Event(each.step, ends.get(each.kind, each.kind)) for each in found if each.kind not in _UNSEEN)

    def _more_button(self, commands: Commands) -> QToolButton:
        called = self.tr("More of the timeline")
        button = menu_button(commands, _MORE, called=called, icon_name="dots-horizontal")
        button.setText("⋯")
        button.setToolTip(self.tr("Go to what happened, play backwards, or loop."))
        return button

    def _show_playing(self, playing: bool) -> None:
        action = self._commands["walk"]
        playing = playing and not self._player.backwards
        action.setText(self.tr("Pause") if playing else self.tr("Walk"))
        action.setIcon(icon("pause" if playing else "play", on_accent=True))

    def _show_position(self) -> None:
        session = self._session
        self.slider.setMaximum(session.length)
        self.slider.setValue(session.cursor)
        self.position.setText(self._position(session.clock, session.cursor, session.length))

    def _position(self, clock: RaceClock, cursor: int, length: int) -> str:
        """Say how far the cursor stands, in what the clock of the race counts."""
        if clock.race is Race.STEPS:
            return self.tr("step {cursor} / {length}").format(cursor=cursor, length=length)
        if clock.race is Race.EVALUATIONS:
            return self.tr("{cursor} / {length} gradients").format(cursor=cursor, length=length)
        shown, whole = (number(clock.milliseconds(ticks), 3) for ticks in (cursor, length))
        return self.tr("{cursor} / {length} ms").format(cursor=shown, length=whole)

    def _show_speed(self, speed: float) -> None:
        self.speed.set_value(speed)
        wanted, reached = (number(round(each, 0 if each >= 10 else 1)) for each in (speed, self._player.reached))
        clock = self._session.clock
        if clock.race is Race.TIME:
            self._pace.setText(self.tr("{time} ms/s").format(time=number(clock.milliseconds(speed), 3)))
            self._pace.setToolTip(self.tr("So much computing is shown each second."))
        elif clock.race is Race.EVALUATIONS:
            self._pace.setText(self.tr("{count}/s").format(count=wanted))
            self._pace.setToolTip(self.tr("So many gradient evaluations are shown each second."))
        elif 0 < self._player.reached < _KEPT * speed:
            self._pace.setText(self.tr("{reached} of {speed}/s").format(reached=reached, speed=wanted))
            self._pace.setToolTip(self.tr("This computer does not take the steps of this walk as fast as wanted."))
        else:
            self._pace.setText(self.tr("{speed} steps/s").format(speed=wanted))
            self._pace.setToolTip("")

    def _scrub(self) -> None:
        """Follow a hand on the slider; a position set by the program triggers no action."""
        self._player.seek(self.slider.sliderPosition())
