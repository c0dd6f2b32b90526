"""Slow work off the GUI thread: one job at a time, the newest wins, its result arrives on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from trekker.breath import breathe
from trekker.gui.background.giving_way import give_way
from trekker.gui.background.workbench import Workbench
from trekker.gui.texts import core_problem, sorry
from trekker.messages import Refusal


class _Reports(QObject):
    """Carries the jobs' reports to the GUI thread, each with the job that it comes from.

    One for all jobs: were it deleted after its job, that could happen while the job's thread is still in its signal.
    """

    progressed = Signal(object, float)
    finished = Signal(object, object)
    refused = Signal(object, str)
    ended = Signal()


class Cancelled(Exception):  # noqa: N818 - not an error: somebody wanted it
    """Raised inside a job whose result nobody wants any more."""


class _Job(QRunnable):
    def __init__(
        self,
        work: Callable[[Callable[[float], None]], Any],
        done: Callable[[Any], None],
        refused: Callable[[str], None],
        reports: _Reports,
        workbench: Workbench,
    ) -> None:
        super().__init__()
        self._work = work
        self.done, self.refused = done, refused
        self._reports, self._workbench = reports, workbench
        self.cancelled = False

    def progress(self, share: float) -> None:
        """Report how much is done, 0 to 1; called by the work, which ends here once it is cancelled."""
        if self.cancelled:
            raise Cancelled
        self._reports.progressed.emit(self, share)
        self._workbench.let_others_in()
        breathe()

    def run(self) -> None:
        give_way()
        try:
            with self._workbench.turn():
                result = self._work(self.progress)
            self._reports.finished.emit(self, result)
        except Cancelled:
            pass
        except (Refusal, OSError) as problem:
            self._reports.refused.emit(self, core_problem(problem))
        except Exception as fault:
            self._reports.refused.emit(self, sorry(fault))
            raise
        finally:
            self._reports.ended.emit()


class Jobs(QObject):
    """Runs one job at a time on a thread of its own.

    Args:
        parent: what they end with.
        workbench: where they take turns with others; None where they have no need to.

    Attributes:
        busy_changed: whether a job is under way.
        progressed: how much of it is done, 0 to 1.
    """

    busy_changed = Signal(bool)
    progressed = Signal(float)

    def __init__(self, parent: QObject | None = None, workbench: Workbench | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._job: _Job | None = None
        application = QCoreApplication.instance()
        self._pool, self._reports = QThreadPool(application), _Reports(application)
        self._pool.setMaxThreadCount(1)
        self._reports.progressed.connect(self._pass_on)
        self._reports.finished.connect(self._take_result)
        self._reports.refused.connect(self._take_refusal)
        self.destroyed.connect(partial(_let_go, self._pool, self._reports))

    def share(self, workbench: Workbench) -> None:
        """Take turns at this bench from the next job on."""
        self._workbench = workbench

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def start(
        self,
        work: Callable[[Callable[[float], None]], Any],
        done: Callable[[Any], None],
        refused: Callable[[str], None],
    ) -> None:
        """Run ``work(progress)``; then ``done(result)``, or ``refused(sentence)`` where it was refused or raised.

        A job that is still under way is cancelled, and neither of its two is called.
        """
        self.cancel()
        job = _Job(work, done, refused, self._reports, self._workbench or Workbench())
        self._job = job
        self.busy_changed.emit(True)
        self._pool.start(job)

    def cancel(self) -> None:
        """Give the job up; its result, if it comes, is dropped."""
        if self._job is not None:
            self._job.cancelled = True
            self._job = None
            self.busy_changed.emit(False)

    def wait(self) -> None:
        """Give the job up and wait until its thread is free, as the program closes."""
        self.cancel()
        self._pool.waitForDone()

    def _pass_on(self, job: _Job, share: float) -> None:
        if job is self._job:
            self.progressed.emit(share)

    def _take_result(self, job: _Job, result: Any) -> None:
        self._finish(job, lambda: job.done(result))

    def _take_refusal(self, job: _Job, sentence: str) -> None:
        self._finish(job, lambda: job.refused(sentence))

    def _finish(self, job: _Job, report: Callable[[], None]) -> None:
        if job is not self._job:
            return
        self._job = None
        report()
        if self._job is None:
            self.busy_changed.emit(False)


def _let_go(pool: QThreadPool, reports: _Reports, *_: object) -> None:
    """Let a thread end when it will, as those whom it works for go: were it waited for here, it might wait for us."""
    for each in (pool, reports):
        if pool.activeThreadCount():
            reports.ended.connect(each.deleteLater)
        else:
            each.deleteLater()
