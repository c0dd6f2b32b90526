"""Threads that compute while the window is drawn: the window comes first, so that it never stutters for them."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress

from PySide6.QtCore import QThread

_NICER = 10
"""Than the GUI thread; a tenth of its share of a processor that both want, and all of one that nobody else wants."""
_HAND_OVER_S = 0.0005
"""After so long the GUI thread has Python back from another that computes; it wants it several times within a frame."""


def give_way() -> None:
    """Let the GUI thread, and what draws for it, have the processor before the thread that calls this."""
    sys.setswitchinterval(_HAND_OVER_S)
    if sys.platform == "linux":  # where Qt knows no priorities of threads, but every thread has its own niceness
        with suppress(OSError):
            usual = os.getpriority(os.PRIO_PROCESS, os.getpid())
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), usual + _NICER)
    else:
        QThread.currentThread().setPriority(QThread.Priority.LowPriority)
