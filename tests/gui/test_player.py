"""The player: steps come from time and pace alone, however often the screen is drawn."""

import pytest
from PySide6.QtCore import QTimer

from trekker.gui import player as player_module
from trekker.gui.player import FASTEST, SLOWEST, Player
from trekker.gui.session import Session
from trekker.walk.grounds import NamedMountain
from trekker.walk.scenario import Scenario
from trekker.walk.verdict import StopRule


class Clock:
    """A clock that goes only when it is told to."""

    now = 0

    def __init__(self):
        self._since = Clock.now

    def start(self):
        self._since = Clock.now

    def restart(self):
        passed, self._since = Clock.now - self._since, Clock.now
        return passed


@pytest.fixture
def session(qapp, qtbot):
    session = Session()
    session.load(Scenario(ground=NamedMountain("bowl"), stop=StopRule(tolerance=0.0, step_limit=5000)))
    qtbot.waitUntil(lambda: session.ready)
    yield session
    session.close()


@pytest.fixture
def player(session, monkeypatch):
    monkeypatch.setattr(Clock, "now", 0)
    monkeypatch.setattr(player_module, "QElapsedTimer", Clock)
    player = Player(session)
    yield player
    player.pause()


def pass_time(player, milliseconds, frames):
    """Let time pass, in which the screen is drawn so many times."""
    for frame in range(frames):
        Clock.now += milliseconds * (frame + 1) // frames - milliseconds * frame // frames
        player.findChild(QTimer).timeout.emit()


@pytest.mark.parametrize("frames", [8, 20, 100, 1000])
def test_steps_come_from_time_and_pace_and_not_from_the_number_of_frames(player, session, frames):
    player.set_speed(200)
    player.walk()
    pass_time(player, 1000, frames)
    assert session.length == pytest.approx(201, abs=1)


@pytest.mark.parametrize("speed", [1, 7, 40, 1000])
def test_the_pace_is_kept(player, session, speed):
    player.set_speed(speed)
    player.walk()
    pass_time(player, 3000, 120)
    assert session.length == pytest.approx(3 * speed + 1, abs=1)


def test_the_first_step_is_taken_at_once(player, session):
    player.set_speed(1)
    player.walk()
    pass_time(player, 25, 1)
    assert session.length == 1


def test_a_long_stall_is_not_made_up_for(player, session):
    player.set_speed(100)
    player.walk()
    pass_time(player, 60_000, 1)
    assert session.length <= 30


def test_a_pause_stands_still_and_walking_on_makes_up_for_nothing(player, session):
    player.set_speed(100)
    player.walk()
    pass_time(player, 100, 4)
    player.pause()
    length = session.length
    Clock.now += 200
    player.walk()
    pass_time(player, 10, 1)
    assert session.length <= length + 2


def test_the_speed_stays_within_its_limits_and_an_equal_one_tells_nobody(player):
    told = []
    player.speed_changed.connect(told.append)
    for wanted in (1e9, 5000, 0, -3):
        player.set_speed(wanted)
    assert told == [FASTEST, SLOWEST]


def test_it_pauses_by_itself_at_the_end_and_walks_again_from_the_start(player, session):
    told = []
    player.playing_changed.connect(told.append)
    player.set_speed(1000)
    player.walk()
    session.advance(4990)
    pass_time(player, 250, 10)
    assert session.at_the_end
    assert (player.playing, told) == (False, [True, False])
    player.walk()
    assert session.length == 0


@pytest.mark.parametrize("what", ["step", "step_back", "reset", "seek"])
def test_whoever_takes_the_trekker_by_the_hand_pauses_the_walk(player, session, what):
    player.walk()
    session.advance(5)
    action = getattr(player, what)
    action(2) if what == "seek" else action()
    assert not player.playing
    assert session.cursor == {"step": 6, "step_back": 4, "reset": 0, "seek": 2}[what]


def test_another_ground_pauses_the_walk(player, session, qtbot):
    player.walk()
    session.move_to(NamedMountain("saddle"))
    qtbot.waitUntil(lambda: session.ground.name == "saddle" and session.ready)
    assert not player.playing


def recorded(session, steps):
    session.advance(steps)
    return session.length


def test_it_goes_backwards_at_the_same_pace_and_pauses_at_the_start(player, session):
    recorded(session, 300)
    player.set_speed(100)
    player.walk_backwards()
    pass_time(player, 1000, 40)
    assert session.cursor == pytest.approx(199, abs=1)
    pass_time(player, 4000, 160)
    assert (session.cursor, player.playing, session.length) == (0, False, 300)


def test_walking_on_turns_round_where_it_is(player, session):
    recorded(session, 300)
    player.set_speed(100)
    player.walk_backwards()
    pass_time(player, 1000, 40)
    player.walk()
    pass_time(player, 500, 20)
    assert session.cursor == pytest.approx(250, abs=3)
    player.toggle_backwards()
    assert player.backwards
    player.toggle_backwards()
    assert not player.playing


def test_a_loop_shows_both_ends_however_few_frames_there_are(player, session):
    recorded(session, 20)
    player.set_looping(True)
    player.set_speed(1000)
    player.walk_backwards()
    shown = []
    for _ in range(6):
        pass_time(player, 100, 1)
        shown.append(session.cursor)
    assert shown == [0, 20, 0, 20, 0, 20]


def test_a_loop_shows_an_ended_walk_again_and_again_and_takes_no_new_step(player, session):
    recorded(session, 5000)
    first = session.descents
    player.set_looping(True)
    player.set_speed(1000)
    player.walk()
    pass_time(player, 5200, 208)
    assert player.playing
    assert 100 < session.cursor < 300
    assert session.descents is first
    player.walk_backwards()
    pass_time(player, 400, 16)
    assert 4500 < session.cursor < 5000
