"""What the window holds in memory: after many changes of the scenario, and after an hour's walk.

    sh tools/on_screen.sh .venv/bin/python -m tests.benchmarks.memory

Opening scenarios must leave the resident memory flat (±10 MB after the first 50), and a walk may grow it by its trail's
own arrays alone.
"""

import gc
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from tests.benchmarks.wander import open_window
from trekker.optimizers import optimizer
from trekker.walk.applications import applications
from trekker.walk.grounds import NamedMountain, SampleData
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.trail import Trail
from trekker.walk.verdict import StopRule

CHANGES, WARM = 300, 50
STEPS = 1_000_000
_MB = 2**20
_AT_ONCE = 1000
_PATIENCE_MS = 30_000


def resident() -> int:
    """Return the bytes of memory that this process has in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def scenarios() -> Iterator[Scenario]:
    """Return ever other scenarios: mountains and data, one trekker and several."""
    rules = ("gradient_descent", "momentum", "adam", "rmsprop")
    party = tuple(Trekker(optimizer=optimizer(rule, {})) for rule in rules)
    grounds = (
        *(NamedMountain(name) for name in ("himmelblau", "rosenbrock", "bowl", "beale", "saddle", "ackley")),
        *(SampleData(name) for name in ("five_points", "lemonade")),
        applications()["two_moons"].scenario().ground,
    )
    for ground in cycle(grounds):
        yield Scenario(ground=ground)
        yield Scenario(ground=ground, trekkers=party)


def open_one_after_another(window: Any, count: int) -> Iterator[int]:
    """Open so many scenarios and walk a little on each; after each, yield the memory that is in use then."""
    session = window.session
    for scenario in islice(scenarios(), count):
        session.load(scenario, suit=True)
        for _ in range(_PATIENCE_MS):
            QTest.qWait(1)
            if session.ready and session.scenario.ground == scenario.ground and not session.jobs.busy:
                break
        session.advance(20)
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        yield resident()


def bytes_of(trail: Trail) -> int:
    """Return what a trail's own arrays take."""
    return sum(each.nbytes for each in vars(trail).values() if isinstance(each, np.ndarray))


def walk(window: Any, steps: int) -> tuple[int, int]:
    """Walk so far, and draw on the way; return by how much the memory grew, and what of it the trail takes."""
    adam = Trekker(optimizer=optimizer("adam", {"learning_rate": "0.001"}))
    stop = StopRule(tolerance=0.0, step_limit=10 * steps)
    session = window.session
    session.load(replace(Scenario(), trekkers=(adam,), stop=stop))
    while not (session.ready and session.scenario.stop == stop):
        QTest.qWait(5)
    session.advance(2 * _AT_ONCE)
    QTest.qWait(500)
    gc.collect()
    before, trail = resident(), session.descent.trail
    held = bytes_of(trail)
    while session.length < steps:
        session.advance(_AT_ONCE)
        QCoreApplication.processEvents()
    QTest.qWait(500)
    gc.collect()
    return resident() - before, bytes_of(trail) - held


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        window = open_window(Path(folder))
        used = list(open_one_after_another(window, CHANGES))
        for number in range(WARM, CHANGES + 1, WARM):
            print(f"after {number:4} scenarios {used[number - 1] / _MB:8.1f} MB")
        late = np.array(used[WARM:]) / _MB
        print(f"after the first {WARM} they stay within {np.ptp(late):.1f} MB, and end {late[-1] - late[0]:+.1f} MB")
        grown, own = walk(window, STEPS)
        print(f"{STEPS:,} steps take {grown / _MB:.1f} MB, of which the trail's arrays are {own / _MB:.1f} MB")
        window.close()


if __name__ == "__main__":
    main()
