"""Many calls in a short time become one, and the last is never lost."""

import itertools

import pytest
from PySide6.QtCore import QObject, QTimer, Signal

from trekker.gui.background import throttle as throttle_module
from trekker.gui.background.throttle import Throttle, Turns


class Clock:
    """A clock that goes only when it is told to."""

    now = 0

    def __init__(self):
        self._since = None

    def isValid(self):
        return self._since is not None

    def start(self):
        self._since = Clock.now

    def elapsed(self):
        return Clock.now - self._since


@pytest.fixture
def acted(qapp, monkeypatch):
    monkeypatch.setattr(Clock, "now", 0)
    monkeypatch.setattr(throttle_module, "QElapsedTimer", Clock)
    return []


@pytest.fixture
def throttle(acted):
    owner = QObject()
    yield Throttle(100, lambda: acted.append(Clock.now), owner)
    owner.deleteLater()


def test_the_first_request_is_met_at_once(throttle, acted):
    throttle.request()
    assert acted == [0]


def test_a_request_that_waits_can_be_met_now_and_is_met_once(throttle, acted):
    throttle.flush()
    assert acted == []
    throttle.request()
    Clock.now = 10
    throttle.request()
    throttle.flush()
    throttle.flush()
    assert acted == [0, 10]


def test_many_requests_are_met_at_most_once_an_interval(throttle, acted):
    for now in range(0, 1000, 7):
        Clock.now = now
        throttle.request()
    assert 9 <= len(acted) <= 10
    assert min(late - early for early, late in itertools.pairwise(acted)) >= 100


def test_the_last_request_is_not_lost(throttle, acted):
    throttle.request()
    Clock.now = 10
    throttle.request()
    timer = throttle.findChild(QTimer)
    assert acted == [0]
    assert timer.isActive()
    assert timer.isSingleShot()
    Clock.now = 100
    timer.timeout.emit()
    assert acted == [0, 100]
    assert not timer.isActive()


def test_nothing_is_done_that_nobody_asked_for(throttle, acted):
    assert not throttle.findChild(QTimer).isActive()
    throttle.request()
    assert not throttle.findChild(QTimer).isActive()
    assert acted == [0]


def test_the_last_request_is_met_in_real_time(qtbot):
    owner, acted = QObject(), []
    throttle = Throttle(20, lambda: acted.append(True), owner)
    throttle.request()
    throttle.request()
    assert len(acted) == 1
    qtbot.waitUntil(lambda: len(acted) == 2)


class Alarm(QObject):
    """A timer by that clock, which rings when it is told to."""

    timeout = Signal()
    due = None

    def setSingleShot(self, single):
        assert single

    def start(self, interval):
        self.due = Clock.now + interval

    def stop(self):
        self.due = None

    def isActive(self):
        return self.due is not None

    def ring(self):
        if self.due is not None and Clock.now >= self.due:
            self.stop()
            self.timeout.emit()


@pytest.mark.parametrize("frame", [16, 60, 100, 150])
def test_panels_that_take_turns_all_get_theirs_however_slow_the_frames_are(acted, monkeypatch, frame):
    monkeypatch.setattr(throttle_module, "QTimer", Alarm)
    owner, turns = QObject(), Turns()
    panels = [Throttle(100, lambda panel=panel: acted.append(panel), owner, turns) for panel in range(4)]
    for now in range(0, 20_000, frame):
        Clock.now = now
        alarms = [alarm for each in owner.children() for alarm in each.children() if alarm.isActive()]
        before = len(acted)
        for alarm in sorted(alarms, key=lambda alarm: alarm.due):  # as Qt rings them
            alarm.ring()
        for panel in panels:
            panel.request()
        assert len(acted) - before <= 1
    counts = [acted.count(panel) for panel in range(4)]
    assert min(counts) >= max(counts) / 4
    assert min(counts) >= 20


def test_whoever_is_told_of_turns_hears_of_those_that_are_taken_only():
    told = []
    turns = Turns(1000, lambda: told.append("begun"))
    assert turns.take("first")
    assert not turns.take("second")
    assert told == ["begun"]
