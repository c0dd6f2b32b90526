"""Threads that compute take turns, and whoever came first goes first."""

from threading import Event, Thread

import pytest

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
