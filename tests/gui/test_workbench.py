"""Threads that compute take turns, and whoever came first goes first."""

from threading import Event, Thread
from time import perf_counter

import pytest

from trekker.breath import breathe
from trekker.gui.background import workbench
from trekker.gui.background.workbench import Workbench

PATIENCE_S = 20


@pytest.fixture
def bench():
    return Workbench()


class Worker:
    """Works at a bench, on a thread of its own, until it is told to let others in, or to stop."""

    def __init__(self, bench, name, told, *, lets_others_in=False):
        self.may_stop, self.working, self._lets_others_in = Event(), Event(), lets_others_in
        self._bench, self._name, self._told = bench, name, told
        self.thread = Thread(target=self._work)

    def _work(self):
        with self._bench.turn():
            self._told.append(f"{self._name} begins")
            self.working.set()
            assert self.may_stop.wait(PATIENCE_S)
            if self._lets_others_in:
                self._bench.let_others_in()
            self._told.append(f"{self._name} ends")


def line_up(bench, *workers):
    """Start workers so that they come one after the other."""
    for length, worker in enumerate(workers, start=1):
        worker.thread.start()
        with bench._changed:  # who has lined up has gone to sleep, or to work
            while len(bench._queue) < length:
                bench._changed.wait(0.001)


def finish(*workers):
    for worker in workers:
        worker.may_stop.set()
    for worker in workers:
        worker.thread.join(PATIENCE_S)
        assert not worker.thread.is_alive()


def test_one_works_at_a_time_in_the_order_in_which_they_came(bench):
    told, names = [], ("the first", "the second", "the third")
    workers = [Worker(bench, name, told) for name in names]
    line_up(bench, *workers)
    assert workers[0].working.wait(PATIENCE_S)
    assert told == ["the first begins"]
    finish(*reversed(workers))
    assert told == [f"{name} {does}" for name in names for does in ("begins", "ends")]


def test_who_lets_others_in_goes_on_after_those_who_wait(bench):
    told = []
    patient, other = Worker(bench, "the patient", told, lets_others_in=True), Worker(bench, "the other", told)
    line_up(bench, patient, other)
    finish(patient, other)
    assert told == ["the patient begins", "the other begins", "the other ends", "the patient ends"]


def test_a_turn_that_fails_is_over(bench):
    with pytest.raises(KeyError), bench.turn():
        raise KeyError
    with bench.turn():
        bench.let_others_in()  # nobody waits, so nobody is waited for


class Breather:
    """Draws one breath at a bench, on a thread of its own."""

    def __init__(self, bench):
        self.breathed = Event()
        self._bench = bench
        self.thread = Thread(target=self._work)
        self.thread.start()

    def _work(self):
        with self._bench.turn():
            breathe()
            self.breathed.set()


def test_who_is_held_goes_on_at_its_next_breath_once_the_frame_is_drawn(bench, monkeypatch):
    monkeypatch.setattr(workbench, "_LONGEST_FRAME_S", PATIENCE_S)
    bench.hold()
    breather = Breather(bench)
    assert not breather.breathed.wait(0.1)
    bench.let_go()
    assert breather.breathed.wait(PATIENCE_S)
    breather.thread.join(PATIENCE_S)


def test_a_frame_that_never_comes_holds_nobody_for_long(bench):
    bench.hold()
    breather = Breather(bench)
    assert breather.breathed.wait(PATIENCE_S)
    breather.thread.join(PATIENCE_S)


def test_who_works_elsewhere_is_not_held(bench, monkeypatch):
    monkeypatch.setattr(workbench, "_LONGEST_FRAME_S", PATIENCE_S)
    bench.hold()
    with bench.turn():
        pass
    begun = perf_counter()
    breathe()
    assert perf_counter() - begun < PATIENCE_S / 2
