"""What a model makes of the rows held out, at some of the places of a walk."""

import numpy as np
import pytest

from trekker.gui.held_out import HeldOut, judged_steps
from trekker.gui.session import Session
from trekker.walk.grounds import NamedMountain, SampleData
from trekker.walk.scenario import Scenario
from trekker.walk.verdict import StopRule

STOP = StopRule(tolerance=0.0)


@pytest.fixture
def session(qapp, qtbot):
    session = Session()
    held_out = HeldOut(session, session)
    session.load(Scenario(ground=SampleData("five_points", validation_share=0.4), stop=STOP))
    qtbot.waitUntil(lambda: session.ready)
    yield session
    held_out.close()
    session.close()


def test_a_longer_walk_is_judged_at_places_of_the_shorter_and_at_few():
    for steps in (0, 3, 63, 64, 1000, 99_999):
        chosen, before = judged_steps(steps), judged_steps(steps // 2)
        assert len(chosen) <= 64
        assert chosen[0] == 0
        assert {each for each in chosen if each <= steps // 2} <= set(before)


def test_the_curve_is_the_cost_on_the_rows_held_out_and_the_place_under_the_cursor_is_judged(session, qtbot):
    held_out = session.findChild(HeldOut)
    session.advance(200)
    qtbot.waitUntil(lambda: held_out.at(session.descent, 200) is not None and not held_out._jobs.busy)
    steps, costs = held_out.curve(session.descent)
    qtbot.waitUntil(lambda: len(held_out.curve(session.descent)[0]) == len(judged_steps(200)))
    steps, costs = held_out.curve(session.descent)
    thetas = session.descent.trail.theta[steps.astype(int)]
    assert costs == pytest.approx(session.ground.validation_cost(thetas))
    assert not np.allclose(costs, session.descent.trail.cost[steps.astype(int)])
    assert np.isnan(held_out.at(session.descent, 200).held_out)


def test_the_place_under_the_cursor_is_told_before_the_curve_of_a_long_walk(session, qtbot):
    held_out = session.findChild(HeldOut)
    qtbot.waitUntil(lambda: not held_out._jobs.busy)
    told = []
    held_out.changed.connect(lambda: told.append(held_out._judged[session.descent].copy()))
    session.advance(200)
    qtbot.waitUntil(lambda: any(200 in each for each in told))
    first = next(each for each in told if 200 in each)
    assert len(first) < len(judged_steps(200)) / 2


def test_where_no_rows_are_held_out_nothing_is_judged(session, qtbot):
    held_out = session.findChild(HeldOut)
    session.move_to(NamedMountain("bowl"))
    qtbot.waitUntil(lambda: session.ready and session.ground.cost.rows == 0)
    assert held_out.ground is None
    assert held_out.at(session.descent, 0) is None
