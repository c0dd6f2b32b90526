"""Threads that compute while the window is drawn: the window comes first, so that it never stutters for them."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress

from PySide6.QtCore import QThread

_NICER = 10
"""Than the GUI thread; a tenth of its share of a processor that both want, and all of one that nobody else wants.

Not much nicer: the GUI thread waits for a thread that has Python at the moment, even while that waits for a processor.
"""
_HAND_OVER_S = 0.0005
"""After so long the GUI thread has Python back from another that computes; it wants it several times within a frame."""


def give_way() -> None:
    """Let the GUI thread, and what draws for it, have the processor before the thread that calls this."""
    sys.setswitchinterval(_HAND_OVER_S)
    if sys.platform == "linux":  # where Qt knows no priorities of threads, but every thread has its own
        thread, usual = threading.get_native_id(), os.getpriority(os.PRIO_PROCESS, os.getpid())
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, thread, usual + _NICER)
        with suppress(OSError):
            os.sched_setscheduler(thread, os.SCHED_BATCH, os.sched_param(0))  # interrupts nobody when it wakes
    else:
        QThread.currentThread().setPriority(QThread.Priority.LowPriority)
