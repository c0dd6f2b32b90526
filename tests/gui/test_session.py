"""The session: what is open, and what its signals tell."""

from dataclasses import dataclass, field, replace
from threading import Event, current_thread, main_thread

import numpy as np
import pytest

from trekker.gui import session as session_module
from trekker.gui.session import Session
from trekker.gui.setup import moved_to, starting_at, starting_at_random, with_another, with_trekker, without
from trekker.learning.least_squares import LeastSquares
from trekker.messages import Refusal
from trekker.optimizers import optimizer
from trekker.terrain.formula import FormulaCost
from trekker.walk.applications import applications
from trekker.walk.comparison import comparing_batches
from trekker.walk.grounds import NamedMountain
from trekker.walk.race import RaceClock
from trekker.walk.scenario import Scenario, Trekker, Where
from trekker.walk.tables import DataFile
from trekker.walk.verdict import StopRule

BOWL, SADDLE = NamedMountain("bowl"), NamedMountain("saddle")


@dataclass(frozen=True)
class SlowGround:
    """A ground that opens when it is let in, or is refused."""

    name: str
    problem: str = ""
    gate: Event = field(default_factory=Event, compare=False)

    def open(self, progress=None):
        assert self.gate.wait(10)
        if self.problem:
            raise Refusal(self.problem)
        return NamedMountain(self.name).open()


@dataclass
class Heard:
    """What a session has told."""

    scenario: int = 0
    moved: int = 0
    restarted: int = 0
    ground: int = 0
    refused: list = field(default_factory=list)


@pytest.fixture
def session(qapp):
    session = Session()
    yield session
    session.close()


@pytest.fixture
def heard(session):
    heard = Heard()
    for name, signal in (
        ("scenario", session.scenario_changed),
        ("moved", session.moved),
        ("restarted", session.restarted),
        ("ground", session.ground_changed),
    ):
        signal.connect(lambda name=name: setattr(heard, name, getattr(heard, name) + 1))
    session.refused.connect(heard.refused.append)
    return heard


@pytest.fixture
def on_the_bowl(session, qtbot):
    session.load(Scenario(ground=BOWL, stop=StopRule(tolerance=0.0)))
    qtbot.waitUntil(lambda: session.ready)
    return session


def faster(session):
    trekker = session.scenario.trekkers[0]
    rate = trekker.optimizer.learning_rate
    return with_trekker(
        session.scenario, replace(trekker, optimizer=trekker.optimizer.with_settings(learning_rate=rate / 2))
    )


def test_an_edit_to_an_equal_scenario_tells_nobody(on_the_bowl, heard):
    on_the_bowl.advance(3)
    heard.moved = 0
    on_the_bowl.edit(replace(on_the_bowl.scenario))
    assert heard == Heard()
    assert on_the_bowl.length == 3


def test_an_edit_of_settings_in_mid_walk_keeps_the_trail_and_tells_once(on_the_bowl, heard):
    on_the_bowl.advance(3)
    trail = on_the_bowl.descents[0].trail
    heard.moved = 0
    on_the_bowl.edit(faster(on_the_bowl))
    assert (heard.scenario, heard.moved, heard.restarted) == (1, 1, 0)
    assert on_the_bowl.descents[0].trail is trail
    assert on_the_bowl.descents[0].edits[-1].step == 3


def test_an_edit_before_the_first_step_leaves_no_mark_on_the_record(on_the_bowl):
    on_the_bowl.edit(faster(on_the_bowl))
    assert [edit.step for edit in on_the_bowl.descents[0].edits] == [0]
    assert on_the_bowl.descents[0].trekker == on_the_bowl.scenario.trekkers[0]


def test_an_edit_of_the_start_starts_afresh(on_the_bowl, heard):
    on_the_bowl.advance(3)
    on_the_bowl.edit(starting_at(on_the_bowl.scenario, (1.0, 2.0)))
    assert heard.restarted == 1
    assert on_the_bowl.descents[0].trail.theta.tolist() == [[1.0, 2.0]]


def test_an_edit_after_the_end_starts_afresh(on_the_bowl, heard):
    on_the_bowl.advance(1_000_000)
    assert on_the_bowl.ended
    on_the_bowl.edit(faster(on_the_bowl))
    assert heard.restarted == 1
    assert (on_the_bowl.length, on_the_bowl.cursor) == (0, 0)


def test_an_edit_in_the_past_leaves_the_cursor_where_the_walk_goes_on(on_the_bowl):
    on_the_bowl.advance(5)
    on_the_bowl.seek(2)
    on_the_bowl.edit(faster(on_the_bowl))
    assert on_the_bowl.cursor == 5


def test_many_steps_tell_once(on_the_bowl, heard):
    on_the_bowl.advance(500)
    assert heard.moved == 1
    assert (on_the_bowl.length, on_the_bowl.cursor) == (500, 500)


def test_seeking_stays_on_the_record_and_changes_nothing(on_the_bowl, heard):
    on_the_bowl.advance(10)
    recorded = on_the_bowl.descents[0].trail.theta.copy()
    heard.moved = 0
    for wanted, reached in ((4, 4), (-3, 0), (99, 10)):
        on_the_bowl.seek(wanted)
        assert on_the_bowl.cursor == reached
    on_the_bowl.seek(10)
    assert heard.moved == 3
    assert np.array_equal(on_the_bowl.descents[0].trail.theta, recorded)


def test_advancing_from_the_past_takes_new_steps_only_beyond_the_record(on_the_bowl):
    on_the_bowl.advance(10)
    on_the_bowl.seek(4)
    on_the_bowl.advance(3)
    assert (on_the_bowl.cursor, on_the_bowl.length) == (7, 10)
    on_the_bowl.advance(5)
    assert (on_the_bowl.cursor, on_the_bowl.length) == (12, 12)


def test_nothing_can_be_walked_before_a_ground_is_ready(session, heard):
    session.advance(5)
    session.seek(3)
    session.reset()
    assert heard == Heard()
    assert not session.ready


def test_a_reset_gives_the_same_trail_bit_for_bit(on_the_bowl):
    on_the_bowl.edit(starting_at_random(on_the_bowl.scenario))
    on_the_bowl.advance(50)
    first = on_the_bowl.descents[0].trail.theta.tobytes()
    on_the_bowl.reset()
    assert on_the_bowl.length == 0
    on_the_bowl.advance(50)
    assert on_the_bowl.descents[0].trail.theta.tobytes() == first


def test_a_ground_that_is_refused_leaves_everything_as_it_was(on_the_bowl, heard, qtbot):
    on_the_bowl.advance(5)
    ground, scenario, trail = on_the_bowl.ground, on_the_bowl.scenario, on_the_bowl.descents[0].trail
    choice = SlowGround("saddle", problem="It is closed today.")
    choice.gate.set()
    on_the_bowl.move_to(choice)
    qtbot.waitUntil(lambda: bool(heard.refused))
    assert heard.refused == ["It is closed today."]
    assert (on_the_bowl.ground, on_the_bowl.scenario) == (ground, scenario)
    assert on_the_bowl.descents[0].trail is trail
    assert on_the_bowl.cursor == 5
    on_the_bowl.advance(1)
    assert on_the_bowl.length == 6


def test_a_start_with_too_many_numbers_is_refused_and_what_was_open_stays(on_the_bowl, heard):
    descents = on_the_bowl.descents
    on_the_bowl.load(replace(on_the_bowl.scenario, start=(1.0, 2.0, 3.0)))
    assert "start must be 2 numbers" in heard.refused[0]
    assert on_the_bowl.descents is descents
    assert on_the_bowl.scenario.start is Where.GOOD


def test_the_newest_of_two_grounds_wins_however_they_arrive(session, heard, qtbot):
    slow, quick = SlowGround("saddle"), SlowGround("bowl")
    session.move_to(slow)
    session.move_to(quick)
    quick.gate.set()
    slow.gate.set()
    qtbot.waitUntil(lambda: session.ready)
    assert session.ground.name == "bowl"
    assert heard.ground == 1


def test_going_back_to_what_is_open_gives_up_what_was_being_opened(on_the_bowl, heard, qtbot):
    slow = SlowGround("saddle")
    on_the_bowl.move_to(slow)
    on_the_bowl.move_to(BOWL)
    slow.gate.set()
    on_the_bowl.jobs.wait()
    qtbot.waitUntil(lambda: not on_the_bowl.jobs.busy)
    assert on_the_bowl.ground.name == "bowl"
    assert heard.ground == 0


def test_a_ground_that_was_getting_ready_gets_ready_although_another_was_refused(session, heard, qtbot, monkeypatch):
    dawn = Event()
    monkeypatch.setattr(FormulaCost, "prepare", lambda _: dawn.wait(10))
    session.load(Scenario(ground=BOWL))
    qtbot.waitUntil(lambda: session.ground is not None)
    assert not session.ready
    closed = SlowGround("saddle", problem="It is closed today.")
    closed.gate.set()
    session.move_to(closed)
    dawn.set()
    qtbot.waitUntil(lambda: session.ready)
    assert heard.refused == ["It is closed today."]
    assert session.ground.name == "bowl"


def test_what_is_open_is_opened_anew_where_that_is_wanted(on_the_bowl, heard, qtbot):
    ground = on_the_bowl.ground
    on_the_bowl.move_to(BOWL)
    assert on_the_bowl.ground is ground
    on_the_bowl.move_to(BOWL, anew=True)
    qtbot.waitUntil(lambda: on_the_bowl.ground is not ground and on_the_bowl.ready)
    assert heard.ground == 1


def test_the_cost_of_the_rows_held_out_is_at_hand_once_a_ground_is_open(session, tmp_path, qtbot):
    path = tmp_path / "table.csv"
    path.write_text("x,y\n" + "".join(f"{row},{row % 3}\n" for row in range(20)), encoding="utf-8")
    session.load(Scenario(ground=DataFile(path, ("x",), "y", validation_share=0.5)))
    qtbot.waitUntil(lambda: session.ready)
    assert "held_out" in vars(session.ground)
    assert session.ground.validation_rows == 10


def test_the_slope_at_the_start_of_a_walk_is_found_off_the_gui_thread_and_once(session, tmp_path, qtbot, monkeypatch):
    found = []
    whole = LeastSquares.cost_and_gradient

    def counted(self, theta, rows=None):
        if rows is None and theta.ndim == 1 and self.rows == 20:
            found.append(current_thread() is main_thread())
        return whole(self, theta, rows)

    path = tmp_path / "table.csv"
    path.write_text("x,y\n" + "".join(f"{row},{row % 3}\n" for row in range(20)), encoding="utf-8")
    monkeypatch.setattr(LeastSquares, "cost_and_gradient", counted)
    monkeypatch.setattr(session_module, "are_slow", lambda descents: False)
    session.load(Scenario(ground=DataFile(path, ("x",), "y")))
    qtbot.waitUntil(lambda: session.ready)
    assert found
    assert not any(found)
    gradient = session.descent.trail.gradient[0].tobytes()
    session.reset()
    session.edit(replace(session.scenario, seed=5))
    assert not any(found)
    assert session.descent.trail.gradient[0].tobytes() == gradient


def test_another_ground_brings_its_own_start_and_a_stride_that_suits_it(on_the_bowl, qtbot):
    on_the_bowl.edit(starting_at(on_the_bowl.scenario, (1.0, 2.0)))
    on_the_bowl.move_to(SADDLE)
    qtbot.waitUntil(lambda: on_the_bowl.ready and on_the_bowl.ground.name == "saddle")
    assert on_the_bowl.scenario.start is Where.GOOD
    rate = on_the_bowl.ground.learning_rates["gradient_descent"]
    assert on_the_bowl.scenario.trekkers[0].optimizer.learning_rate == rate
    assert on_the_bowl.descents[0].trekker.optimizer.learning_rate == rate


def test_every_trekker_of_the_party_walks(session, qtbot):
    session.load(Scenario(ground=BOWL, trekkers=(Trekker(), Trekker(batch_size=None, name="two"))))
    qtbot.waitUntil(lambda: session.ready)
    session.advance(4)
    assert [descent.trail.steps for descent in session.descents] == [4, 4]


def test_a_trekker_with_a_start_of_its_own_stands_there(session, qtbot):
    own = Trekker(start=(0.5, -0.25))
    with qtbot.waitSignal(session.restarted):
        session.load(Scenario(ground=BOWL, trekkers=(Trekker(), own), start=(1.0, 1.0)))
    assert [each.trail.theta[0].tolist() for each in session.descents] == [[1.0, 1.0], [0.5, -0.25]]


def test_looking_at_another_trekker_is_told_once_and_lasts_while_it_is_there(session, qtbot):
    with qtbot.waitSignal(session.restarted):
        session.load(Scenario(ground=BOWL, trekkers=(Trekker(), Trekker())))
    told = []
    session.party_changed.connect(lambda: told.append(session.selected))
    for index in (1, 1, 2, -1):
        session.select(index)
    assert told == [1]
    assert session.descent is session.descents[1]
    session.edit(replace(session.scenario, trekkers=(Trekker(),)))
    assert session.selected == 0


def test_hiding_a_trekker_is_told_once(session, qtbot):
    with qtbot.waitSignal(session.restarted):
        session.load(Scenario(ground=BOWL, trekkers=(Trekker(), Trekker())))
    with qtbot.waitSignal(session.party_changed):
        session.hide(1)
    assert session.hidden == {1}
    with qtbot.assertNotEmitted(session.party_changed):
        session.hide(1)
    session.hide(1, hidden=False)
    assert not session.hidden


def party_of(session, qtbot, count):
    with qtbot.waitSignal(session.restarted):
        session.load(Scenario(ground=BOWL, trekkers=(Trekker(),) * count))


def numbers(session, rows):
    return {session.scenario.trekkers[row].number for row in rows}


def test_who_is_hidden_and_looked_at_stays_so_when_another_goes_or_comes(session, qtbot):
    party_of(session, qtbot, 4)
    session.hide(2)
    session.select(3)
    session.edit(without(session.scenario, 0))
    assert (numbers(session, session.hidden), numbers(session, [session.selected])) == ({2}, {3})
    session.edit(with_another(session.scenario, Trekker()))
    assert numbers(session, session.hidden) == {2}
    session.edit(without(session.scenario, session.selected))
    assert numbers(session, session.hidden) == {2}


def test_a_newcomer_with_the_number_of_a_hidden_one_who_went_is_not_hidden(session, qtbot):
    party_of(session, qtbot, 2)
    session.hide(0)
    session.edit(without(session.scenario, 0))
    session.edit(with_another(session.scenario, Trekker()))
    assert not session.hidden


def test_when_the_one_looked_at_goes_its_neighbour_is_looked_at(session, qtbot):
    party_of(session, qtbot, 3)
    for index in range(3):
        session.hide(index)
    session.select(1)
    session.edit(without(session.scenario, 1))
    assert (session.selected, session.hidden) == (1, {0, 1})
    session.edit(without(session.scenario, 1))
    assert (session.selected, session.hidden) == (0, {0})
    with pytest.raises(ValueError, match="trekker"):
        without(session.scenario, 0)


def test_who_walks_anew_to_catch_up_comes_back_to_its_place_as_hidden_and_as_looked_at_as_before(
    session, qtbot, monkeypatch
):
    monkeypatch.setattr(session_module, "_AT_ONCE_S", -1.0)
    party = (Trekker(steps=5), Trekker(), Trekker())
    with qtbot.waitSignal(session.restarted):
        session.load(Scenario(ground=BOWL, trekkers=party, stop=StopRule(tolerance=0.0)))
    session.advance(20)
    session.hide(0)
    session.select(0)
    trekker = session.trekker
    session.edit(with_trekker(session.scenario, replace(trekker, batch_size=3), 0))
    walked = session.descents[0]
    assert walked.trail.steps == 5
    assert (len(session.descents), session.selected, session.hidden) == (3, 0, {0})
    qtbot.waitUntil(lambda: session.descents[0] is not walked)
    assert session.descents[0].trekker == session.trekker == replace(trekker, batch_size=3)
    assert [each.number for each in session.scenario.trekkers] == [0, 1, 2]
    assert (session.selected, session.hidden) == (0, {0})


def test_a_party_that_shrinks_while_its_ground_gets_ready_looks_at_one_who_is_there(session, qtbot, monkeypatch):
    dawn = Event()
    monkeypatch.setattr(FormulaCost, "prepare", lambda _: dawn.wait(10))
    session.load(Scenario(ground=BOWL, trekkers=(Trekker(), Trekker())))
    qtbot.waitUntil(lambda: session.ground is not None)
    session.select(1)
    session.edit(replace(session.scenario, trekkers=session.scenario.trekkers[:1]))
    assert session.selected == 0
    dawn.set()
    qtbot.waitUntil(lambda: session.ready)
    assert len(session.descents) == 1


def test_who_walks_anew_with_other_settings_after_an_end_is_told_of_although_nobody_comes_or_goes(session, qtbot):
    ended, walking = Trekker(steps=3), Trekker()
    session.load(Scenario(ground=BOWL, trekkers=(ended, walking), stop=StopRule(tolerance=0.0)))
    qtbot.waitUntil(lambda: session.ready)
    session.advance(10)
    before = session.descents
    assert [each.verdict is None for each in before] == [False, True]
    told = []
    session.party_changed.connect(lambda: told.append(session.descents))
    slower = replace(ended, optimizer=ended.optimizer.with_settings(learning_rate=0.001))
    session.edit(with_trekker(session.scenario, slower, 0))
    assert session.descents[0] is not before[0]
    assert told == [session.descents]


def test_who_comes_while_another_catches_up_gets_a_number_that_nobody_has(session, qtbot, monkeypatch):
    party_of(session, qtbot, 1)
    session.advance(5)
    monkeypatch.setattr(session_module, "_AT_ONCE_S", -1.0)
    session.edit(with_another(session.scenario, Trekker()))
    monkeypatch.setattr(session_module, "_AT_ONCE_S", 1.0)
    session.edit(with_another(session.scenario, Trekker()))
    qtbot.waitUntil(lambda: len(session.descents) == 3)
    assert [each.number for each in session.scenario.trekkers] == [0, 2, 1]
    assert [each.trekker.number for each in session.descents] == [0, 2, 1]


@pytest.fixture
def at_leisure(session, qtbot, monkeypatch):
    """A session of two, one of whom has ended, where who has to catch up waits until it is let go."""
    gate = Event()
    party = (Trekker(steps=3), Trekker())
    session.load(Scenario(ground=BOWL, trekkers=party, stop=StopRule(tolerance=0.0)))
    qtbot.waitUntil(lambda: session.ready)
    session.advance(20)
    walk_to = RaceClock.walk_to

    def wait(clock, descents, tick):
        assert gate.wait(10)
        walk_to(clock, descents, tick)

    monkeypatch.setattr(session_module, "_AT_ONCE_S", -1.0)
    monkeypatch.setattr(RaceClock, "walk_to", wait)
    yield session, gate
    gate.set()


def with_rate(session, index, rate):
    trekker = session.scenario.trekkers[index]
    return with_trekker(
        session.scenario, replace(trekker, optimizer=trekker.optimizer.with_settings(learning_rate=rate)), index
    )


def test_who_is_dragged_to_other_settings_after_its_end_stays_the_one_who_is_edited(at_leisure, qtbot):
    session, gate = at_leisure
    session.select(0)
    for rate in (0.02, 0.03, 0.04):
        session.edit(with_rate(session, session.selected, rate))
    gate.set()
    qtbot.waitUntil(lambda: session.descents[0].trail.steps == 3 and session.descents[0].trekker == session.trekker)
    rates = [each.optimizer.learning_rate for each in session.scenario.trekkers]
    assert rates == [0.04, Trekker().optimizer.learning_rate]


def test_two_who_come_while_the_first_still_catches_up_both_arrive(at_leisure, qtbot):
    session, gate = at_leisure
    adam, momentum = (Trekker(optimizer=optimizer(rule)) for rule in ("adam", "momentum"))
    session.edit(with_another(session.scenario, adam))
    session.edit(with_another(session.scenario, momentum))
    assert len(session.descents) == 2
    gate.set()
    qtbot.waitUntil(lambda: len(session.descents) == 4)
    assert [type(each.trekker.optimizer).name for each in session.descents[2:]] == ["adam", "momentum"]
    assert [each.number for each in session.scenario.trekkers] == [0, 1, 2, 3]


def test_who_catches_up_as_all_begin_anew_begins_with_them(at_leisure):
    session, _ = at_leisure
    session.edit(with_another(session.scenario, Trekker()))
    session.reset()
    assert len(session.descents) == 3
    session.edit(with_another(session.scenario, Trekker()))
    session.edit(starting_at(session.scenario, (1.0, 1.0)))
    assert len(session.descents) == 4


def test_whoever_is_waited_for_no_longer_leaves_everybody_as_they_were(at_leisure):
    session, _ = at_leisure
    before, descents = session.scenario, session.descents
    session.edit(with_rate(session, 0, 0.02))
    session.edit(with_another(session.scenario, Trekker()))
    session.await_nobody()
    assert (session.scenario, session.descents) == (before, descents)


def test_what_is_edited_while_another_ground_opens_comes_along_to_it(on_the_bowl, qtbot):
    slow = SlowGround("saddle")
    on_the_bowl.move_to(slow)
    on_the_bowl.edit(with_another(on_the_bowl.scenario, Trekker()))
    on_the_bowl.edit(replace(on_the_bowl.scenario, seed=7))
    assert len(on_the_bowl.descents) == 2
    slow.gate.set()
    qtbot.waitUntil(lambda: on_the_bowl.ground.name == "saddle" and on_the_bowl.ready)
    assert (len(on_the_bowl.descents), on_the_bowl.scenario.seed) == (2, 7)


def test_a_scenario_that_opens_slowly_comes_although_the_old_one_is_edited_meanwhile(on_the_bowl, qtbot):
    slow = SlowGround("saddle")
    on_the_bowl.load(Scenario(ground=slow, seed=3))
    on_the_bowl.edit(replace(on_the_bowl.scenario, seed=7))
    assert on_the_bowl.ready
    slow.gate.set()
    qtbot.waitUntil(lambda: on_the_bowl.ground.name == "saddle" and on_the_bowl.ready)
    assert on_the_bowl.scenario.seed == 3


def test_an_opening_that_is_given_up_is_told_and_what_was_getting_ready_gets_ready(session, qtbot, monkeypatch):
    dawn = Event()
    monkeypatch.setattr(FormulaCost, "prepare", lambda _: dawn.wait(10))
    session.load(Scenario(ground=BOWL))
    qtbot.waitUntil(lambda: session.ground is not None)
    slow = SlowGround("saddle")
    session.move_to(slow)
    with qtbot.waitSignal(session.opening_given_up):
        session.give_up_opening()
    for gate in (slow.gate, dawn):
        gate.set()
    qtbot.waitUntil(lambda: session.ready)
    assert session.ground.name == "bowl"


def test_what_belonged_to_an_application_is_forgotten_on_another_ground():
    application = applications()["two_moons"].scenario()
    (trekker,) = application.trekkers
    compared = comparing_batches(application, 160, trekker)
    assert compared.stop != StopRule()
    moved = moved_to(compared, NamedMountain("rosenbrock"))
    assert moved.stop == StopRule()
    assert {(each.steps, each.batch_size) for each in moved.trekkers} == {(None, None)}
    gusty = replace(moved, trekkers=(replace(trekker, batch_size=8),))
    assert moved_to(gusty, NamedMountain("bowl")).trekkers[0].batch_size == 8
    assert moved_to(compared, compared.ground) == compared
