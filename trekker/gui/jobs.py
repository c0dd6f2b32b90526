"""Slow work off the GUI thread: one job at a time, the newest wins, its result arrives on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal


class _Reports(QObject):
    """Carries a job's reports to the GUI thread."""

    progressed = Signal(float)
    finished = Signal(object)
    refused = Signal(str)
    ended = Signal()


class Cancelled(Exception):  # noqa: N818 - not an error: somebody wanted it
    """Raised inside a job whose result nobody wants any more."""


class _Job(QRunnable):
    def __init__(self, work: Callable[[Callable[[float], None]], Any], reports: _Reports) -> None:
        super().__init__()
        self._work = work
        self._reports = reports
        self.cancelled = False

    def progress(self, share: float) -> None:
        """Report how much is done, 0 to 1; called by the work, which ends here once it is cancelled."""
        if self.cancelled:
            raise Cancelled
        self._reports.progressed.emit(share)

    def run(self) -> None:
        try:
            self._reports.finished.emit(self._work(self.progress))
        except Cancelled:
            pass
        except (ValueError, OSError) as problem:
            self._reports.refused.emit(str(problem))
        except Exception as fault:
            self._reports.refused.emit(_sorry(fault))
            raise
        finally:
            self._reports.ended.emit()


def _sorry(fault: Exception) -> str:
    kind = type(fault).__name__
    sentence = QCoreApplication.translate("Jobs", "This failed through a fault of the program ({kind}): {what}")
    return sentence.format(kind=kind, what=fault)


class Jobs(QObject):
    """Runs one job at a time on a thread of its own.

    Attributes:
        busy_changed: whether a job is under way.
        progressed: how much of it is done, 0 to 1.
    """

    busy_changed = Signal(bool)
    progressed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._job: _Job | None = None

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
        """Run ``work(progress)``; then ``done(result)``, or ``refused(sentence)`` where it raised.

        A job that is still under way is cancelled, and neither of its two is called.
        """
        self.cancel()
        reports = _Reports(self)
        job = _Job(work, reports)
        reports.progressed.connect(lambda share: self._pass_on(job, share))
        reports.finished.connect(lambda result: self._finish(job, lambda: done(result)))
        reports.refused.connect(lambda sentence: self._finish(job, lambda: refused(sentence)))
        reports.ended.connect(reports.deleteLater)
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

    def _finish(self, job: _Job, report: Callable[[], None]) -> None:
        if job is not self._job:
            return
        self._job = None
        report()
        if self._job is None:
            self.busy_changed.emit(False)
