"""The player: turns time into steps, so that the pace never depends on how fast the screen is drawn."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from trekker.gui.session import Session

SLOWEST, FASTEST = 1.0, 1000.0
_FRAME_MS = 25
_PACE_WINDOW_S = 1.0
_LONGEST_GAP_S = 0.25  # a longer stall (a dragged window, a slept laptop) is not made up for


class Player(QObject):
    """Walks the session on at a number of steps a second.

    Attributes:
        playing_changed: whether it walks now.
        speed_changed: the steps a second that are wanted.
        reached_changed: the steps a second that were really taken of late.
    """

    playing_changed = Signal(bool)
    speed_changed = Signal(float)
    reached_changed = Signal(float)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._speed = 12.0
        self._owed = 0.0
        self._reached = 0.0
        self._measured_s, self._measured_from = 0.0, 0
        self._backwards = False
        self._looping = False
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._tick)
        session.ground_changed.connect(self.pause)
        session.broke_down.connect(self.pause)

    @property
    def playing(self) -> bool:
        """Whether it walks now."""
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        """The steps a second that are wanted."""
        return self._speed

    @property
    def reached(self) -> float:
        """The steps a second that were really taken of late; 0 while it stands still or is not known yet."""
        return self._reached

    def set_speed(self, speed: float) -> None:
        """Walk at ``speed`` steps a second from now on."""
        speed = min(max(speed, SLOWEST), FASTEST)
        if speed != self._speed:
            self._speed = speed
            self.speed_changed.emit(speed)

    @property
    def backwards(self) -> bool:
        """Whether it plays, or played last, from the newest step to the start."""
        return self._backwards

    @property
    def looping(self) -> bool:
        """Whether a walk that has ended is played over and over."""
        return self._looping

    def set_looping(self, looping: bool) -> None:
        """Play a walk that has ended over and over, or once."""
        self._looping = looping

    def walk(self) -> None:
        """Start walking; a walk that has ended starts again from its start, or when looping is shown again.

        Where the next step is a person's, take that one step: they choose every one.
        """
        if self.playing and not self._backwards:
            return
        if self._awaits_a_person:
            self.step()
            return
        if self._session.at_the_end and self._looping:
            self._session.seek(0)
        elif self._session.at_the_end:
            self._session.reset()
        self._backwards = False
        self._start()

    def walk_backwards(self) -> None:
        """Start going back over what is recorded."""
        if self.playing and self._backwards:
            return
        self._backwards = True
        self._start()

    @property
    def _awaits_a_person(self) -> bool:
        """Whether all that is recorded has been shown, and a person has to choose what comes next."""
        return self._session.person is not None and self._session.cursor >= self._session.length

    def _start(self) -> None:
        self._owed = 1.0
        self._measured_s, self._measured_from = 0.0, self._session.cursor
        self._clock.start()
        self._timer.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stand still where the trekkers are."""
        if self.playing:
            self._timer.stop()
            self._session.halt()
            self._set_reached(0.0)
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Walk, or pause."""
        if self.playing:
            self.pause()
        else:
            self.walk()

    def toggle_backwards(self) -> None:
        """Go backwards, or pause."""
        if self.playing and self._backwards:
            self.pause()
        else:
            self.walk_backwards()

    def step(self) -> None:
        """Pause, and take one step; in a race by time, until anybody has taken one."""
        self.pause()
        session = self._session
        session.advance(max(1, session.clock.next_tick(session.descents, session.cursor) - session.cursor))

    def step_back(self) -> None:
        """Pause, and go back by one recorded step; in a race by time, until anybody has gone back one."""
        self.pause()
        session = self._session
        session.seek(min(session.cursor - 1, session.clock.tick_before(session.descents, session.cursor)))

    def reset(self) -> None:
        """Pause, and go back to the start with fresh descents."""
        self.pause()
        self._session.reset()

    def seek(self, cursor: int) -> None:
        """Pause, and show a recorded step."""
        self.pause()
        self._session.seek(cursor)

    def _tick(self) -> None:
        elapsed = min(self._clock.restart() / 1000, _LONGEST_GAP_S)
        if not self._session.ready:
            return
        self._owed += elapsed * self._speed
        steps = int(self._owed)
        self._owed -= steps
        if self._goes_round and self._is_at_its_end:
            if steps:
                self._session.seek(self._session.length if self._backwards else 0)
            return
        if self._backwards:
            self._go_back(steps)
            return
        if self._session.person is not None:
            steps = min(steps, self._session.length - self._session.cursor)
        self._session.advance(steps)
        self._measure(elapsed)
        if self._is_at_its_end and not self._goes_round:
            self.pause()

    def _go_back(self, steps: int) -> None:
        self._session.seek(self._session.cursor - steps)
        if self._is_at_its_end and not self._goes_round:
            self.pause()

    @property
    def _goes_round(self) -> bool:
        """Whether it goes on from the other end; each end is shown until the next step is due."""
        return self._looping and self._session.length > 0

    @property
    def _is_at_its_end(self) -> bool:
        if self._backwards:
            return self._session.cursor == 0
        return self._session.at_the_end or self._awaits_a_person

    def _measure(self, elapsed: float) -> None:
        """Count what is really reached: slow steps may not keep the pace that is wanted."""
        self._measured_s += elapsed
        if self._measured_s >= _PACE_WINDOW_S:
            walked = self._session.cursor - self._measured_from
            self._set_reached(max(0, walked) / self._measured_s)
            self._measured_s, self._measured_from = 0.0, self._session.cursor

    def _set_reached(self, reached: float) -> None:
        if reached != self._reached:
            self._reached = reached
            self.reached_changed.emit(reached)
