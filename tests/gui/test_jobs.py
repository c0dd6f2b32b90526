"""Slow work off the GUI thread."""

import os
import sys
from threading import Event, get_ident, get_native_id

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from trekker.gui.background.jobs import Jobs, _Reports
from trekker.messages import Refusal


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.wait()


@pytest.fixture
def told():
    return []


def start(jobs, told, work):
    jobs.start(work, lambda result: told.append(("done", result)), lambda why: told.append(("refused", why)))


def deliver(jobs):
    """Wait until every thread is free, and everything it has said has arrived."""
    jobs.wait()
    QCoreApplication.processEvents()


def test_a_result_arrives_on_the_gui_thread_and_the_work_runs_on_another(jobs, qtbot):
    threads = []
    jobs.start(lambda _: get_ident(), lambda result: threads.extend((result, get_ident())), threads.append)
    assert jobs.busy
    qtbot.waitUntil(lambda: len(threads) == 2)
    worker, receiver = threads
    assert receiver == get_ident() != worker
    assert not jobs.busy


@pytest.mark.parametrize("problem", [Refusal("Line 3 is wrong."), OSError("The disk is gone.")])
def test_work_that_fails_is_refused_with_its_sentence(jobs, told, qtbot, problem):
    def fail(_):
        raise problem

    start(jobs, told, fail)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("refused", str(problem))]
    assert not jobs.busy


def test_work_that_fails_through_a_fault_of_ours_says_so_and_frees_the_way(jobs, told, qtbot):
    def work(progress):
        raise KeyError("lost")

    with qtbot.capture_exceptions() as caught:
        start(jobs, told, work)
        qtbot.waitUntil(lambda: bool(told))
        jobs._pool.waitForDone()
    assert told == [("refused", "This failed through a fault of the program (KeyError): 'lost'")]
    assert not jobs.busy
    assert [kind for kind, *_ in caught] == [KeyError]


def test_however_many_jobs_there_were_one_object_carries_their_reports(jobs, told, qtbot):
    before = len(QCoreApplication.instance().findChildren(_Reports))
    for number in range(20):
        start(jobs, told, lambda _, number=number: number)
        qtbot.waitUntil(lambda number=number: ("done", number) in told)
    jobs._pool.waitForDone()
    assert len(QCoreApplication.instance().findChildren(_Reports)) <= before


def test_cancelled_work_reports_nothing(jobs, told):
    gate, entered = Event(), Event()
    jobs.progressed.connect(lambda share: told.append(("progress", share)))

    def work(progress):
        progress(0.1)
        entered.set()
        assert gate.wait(10)
        progress(0.9)
        return "late"

    start(jobs, told, work)
    assert entered.wait(10)
    jobs.cancel()
    gate.set()
    deliver(jobs)
    assert told == []
    assert not jobs.busy


def test_cancelled_work_that_fails_reports_nothing(jobs, told):
    gate = Event()

    def work(_):
        assert gate.wait(10)
        raise Refusal("too late")

    start(jobs, told, work)
    jobs.cancel()
    gate.set()
    deliver(jobs)
    assert told == []


def test_work_ends_at_its_next_report_once_it_is_cancelled(jobs, told):
    gate, entered, reached = Event(), Event(), []

    def work(progress):
        entered.set()
        assert gate.wait(10)
        progress(0.5)
        reached.append("beyond")

    start(jobs, told, work)
    assert entered.wait(10)
    jobs.cancel()
    gate.set()
    deliver(jobs)
    assert reached == []


def test_a_result_that_was_already_on_its_way_is_dropped_too(jobs, told):
    start(jobs, told, lambda _: "first")
    jobs._pool.waitForDone()
    start(jobs, told, lambda _: "second")
    jobs._pool.waitForDone()
    QCoreApplication.processEvents()
    assert told == [("done", "second")]


def test_progress_is_passed_on(jobs, told, qtbot):
    shares = []
    jobs.progressed.connect(shares.append)
    start(jobs, told, lambda progress: [progress(share) for share in (0.25, 0.5, 1.0)])
    qtbot.waitUntil(lambda: bool(told))
    assert shares == [0.25, 0.5, 1.0]


def test_it_says_when_it_is_busy_and_when_not(jobs, told, qtbot):
    busy = []
    jobs.busy_changed.connect(busy.append)
    start(jobs, told, lambda _: None)
    qtbot.waitUntil(lambda: bool(told))
    assert busy == [True, False]


def test_a_job_that_starts_the_next_one_is_busy_all_the_way(jobs, told, qtbot):
    busy = []
    jobs.start(lambda _: 1, lambda _: start(jobs, told, lambda _: 2), told.append)
    jobs.busy_changed.connect(busy.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("done", 2)]
    assert busy[-1] is False
    assert not jobs.busy


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt keeps the priorities, and does not tell them")
def test_the_window_comes_before_every_job(jobs, qtbot):
    niceness = []
    ours = os.getpriority(os.PRIO_PROCESS, get_native_id())
    for _ in range(2):  # the second on a thread that is used again
        jobs.start(lambda _: os.getpriority(os.PRIO_PROCESS, get_native_id()), niceness.append, niceness.append)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert niceness == [ours + 10, ours + 10]
    assert os.getpriority(os.PRIO_PROCESS, get_native_id()) == ours


def test_who_goes_while_a_job_is_under_way_neither_waits_for_it_nor_hears_of_it(told, qtbot):
    begun, gate, gone = Event(), Event(), []
    owner = QObject()
    jobs = Jobs(owner)
    start(jobs, told, lambda _: (begun.set(), gate.wait(10)))
    assert begun.wait(10)
    pool = jobs._pool
    pool.destroyed.connect(lambda: gone.append(True))
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(jobs)
    assert pool.activeThreadCount() == 1
    gate.set()
    qtbot.waitUntil(lambda: (QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete), gone)[1] == [True])
    assert told == []
