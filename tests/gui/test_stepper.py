"""Slow steps are taken off the GUI thread: whatever happens meanwhile, trails are those of a walk alone."""

import os
import sys
import threading
from dataclasses import replace

import numpy as np
import pytest

from trekker.gui import session as session_module
from trekker.gui.background.stepper import are_slow
from trekker.gui.player import Player
from trekker.gui.session import Session
from trekker.gui.setup import with_trekker
from trekker.optimizers import optimizer
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain, SampleData
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.verdict import StopRule

PARTY = (Trekker(batch_size=2), Trekker(optimizer=optimizer("adam", {"learning_rate": "0.01"})))
SCENARIO = Scenario(
    ground=SampleData("five_points"), trekkers=PARTY, stop=StopRule(tolerance=0.0, step_limit=1_000_000)
)


@pytest.fixture
def session(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(session_module, "are_slow", lambda descents: True)
    session = Session()
    session.load(SCENARIO)
    qtbot.waitUntil(lambda: session.ready)
    yield session
    session.close()


def alone(session, index):
    """Walk as the trekker of a session did, with its edits, on this thread."""
    told = session.descents[index]
    scenario = with_trekker(session.scenario, told.edits[0].trekker, index)
    walk = Descent(session.ground, scenario, index)
    for edit in told.edits[1:]:
        walk.advance(edit.step - walk.trail.steps)
        walk.edit(edit.trekker)
    walk.advance(told.trail.steps - walk.trail.steps)
    return walk


def assert_true(session):
    for index, descent in enumerate(session.descents):
        walk = alone(session, index)
        for name in ("theta", "cost", "gradient", "felt", "change", "work"):
            assert np.array_equal(getattr(descent.trail, name), getattr(walk.trail, name), equal_nan=True), name


def slower(session):
    trekker = session.scenario.trekkers[1]
    rate = trekker.optimizer.learning_rate * 0.99
    return with_trekker(
        session.scenario, replace(trekker, optimizer=trekker.optimizer.with_settings(learning_rate=rate)), 1
    )


def test_steps_arrive_by_themselves_and_are_those_of_a_walk_alone(session, qtbot):
    session.advance(300)
    assert session.length == 0
    qtbot.waitUntil(lambda: session.length == 300)
    assert session.cursor == 300
    assert_true(session)


def test_steps_are_taken_on_another_thread_which_gives_way_to_the_window(session, qtbot, monkeypatch):
    seen = set()
    monkeypatch.setattr(Descent, "look_ahead", _noting(seen, Descent.look_ahead))
    session.advance(3)
    qtbot.waitUntil(lambda: session.length == 3)
    assert seen
    assert threading.get_ident() not in {thread for thread, _ in seen}
    if sys.platform == "linux":
        ours = os.getpriority(os.PRIO_PROCESS, os.getpid())
        assert {priority for _, priority in seen} == {(os.SCHED_BATCH, ours + 10)}


def priority_here():
    """Return by which rule, and how nicely, Linux runs this thread."""
    if sys.platform != "linux":
        return None
    thread = threading.get_native_id()
    return os.sched_getscheduler(thread), os.getpriority(os.PRIO_PROCESS, thread)


def _noting(seen, look_ahead):
    def noted(self):
        seen.add((threading.get_ident(), priority_here()))
        return look_ahead(self)

    return noted


def test_edits_resets_and_scrubs_at_any_moment_leave_every_trail_true(session, qtbot):
    random = np.random.default_rng(5)
    done = []
    for _ in range(120):
        before = session.length
        session.advance(before - session.cursor + int(random.integers(1, 40)))
        qtbot.waitUntil(lambda before=before: session.length > before)
        match int(random.integers(5)):
            case 0:
                session.edit(slower(session))
                done.append(len(session.descents[1].edits) > 1)
            case 1:
                session.seek(int(random.integers(session.length + 1)))
                stood = session.cursor
                qtbot.wait(1)
                assert session.cursor == stood
            case 2 if random.random() < 0.3:
                assert_true(session)
                session.reset()
                assert session.length == 0
            case 3:
                session.descent.explain(session.step)
    assert any(done)
    assert session.length
    assert_true(session)


def test_after_a_halt_nothing_more_arrives(session, qtbot):
    session.advance(100_000)
    qtbot.waitUntil(lambda: session.length > 5)
    session.halt()
    stood = session.length
    qtbot.wait(20)
    assert session.length == stood
    session.advance(1)
    qtbot.waitUntil(lambda: session.length == stood + 1)
    assert_true(session)


def test_another_ground_takes_over_in_the_midst_of_a_step(session, qtbot):
    session.advance(100_000)
    qtbot.waitUntil(lambda: session.length > 5)
    session.move_to(NamedMountain("bowl"))
    qtbot.waitUntil(lambda: session.ready and session.ground.cost.rows == 0)
    qtbot.wait(5)
    assert session.length == 0


def test_a_walk_that_ends_off_the_thread_has_its_verdict(session, qtbot):
    session.load(replace(SCENARIO, stop=StopRule(tolerance=0.0, step_limit=20)))
    session.advance(1000)
    qtbot.waitUntil(lambda: session.ended)
    assert session.at_the_end
    assert [descent.verdict.step for descent in session.descents] == [20, 20]


def test_the_player_walks_slow_steps_pauses_at_once_and_tells_the_pace_it_reaches(session, qtbot):
    player = Player(session)
    heard = []
    player.reached_changed.connect(heard.append)
    player.set_speed(1000)
    player.walk()
    qtbot.waitUntil(lambda: bool(heard))
    player.pause()
    stood = session.length
    assert 0 < heard[0] <= 1100
    assert player.reached == 0
    qtbot.wait(10)
    assert session.length == stood
    assert_true(session)


def test_terrain_and_small_data_are_never_slow(qapp):
    for choice in (NamedMountain("himmelblau"), SampleData("five_points")):
        ground = choice.open()
        assert not are_slow([Descent(ground, replace(SCENARIO, ground=choice))])


def test_a_network_on_hundreds_of_pictures_is_slow():
    from trekker.learning.catalogue import model
    from trekker.learning.data_ground import data_ground
    from trekker.learning.digits import PIXELS, TARGET, digits

    ground = data_ground(digits(), PIXELS, TARGET, model("convolutional"))
    assert are_slow([Descent(ground, SCENARIO)])


def test_a_step_that_fails_stops_the_walk_with_a_sentence_and_later_steps_are_taken(session, qtbot, monkeypatch, capfd):
    player, refused = Player(session), []
    session.refused.connect(refused.append)
    with monkeypatch.context() as broken:
        broken.setattr(Descent, "look_ahead", lambda twin: 1 / 0)
        player.walk()
        qtbot.waitUntil(lambda: bool(refused))
        assert not player.playing
    assert refused == ["This failed through a fault of the program (ZeroDivisionError): division by zero"]
    assert "look_ahead" in capfd.readouterr().err
    session.advance(3)
    qtbot.waitUntil(lambda: session.length == 3)
    assert_true(session)


def test_a_walk_whose_first_slope_took_long_is_slow_and_is_not_measured_again(qapp, monkeypatch):
    ground = SampleData("five_points").open()
    walk = Descent(ground, SCENARIO)
    walk.first = walk.first._replace(took=1.0)
    monkeypatch.setattr(type(ground.cost), "cost_and_gradient", None)
    assert are_slow([walk])
