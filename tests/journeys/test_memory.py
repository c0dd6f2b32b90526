"""Opening one scenario after another leaves no more in memory than the last of them needs."""

import sys

import pytest

from tests.benchmarks.memory import open_one_after_another

WARM, CHANGES = 18, 36
"""Once around all the grounds that are opened, and once more; ``tests.benchmarks.memory`` opens 300 scenarios."""
MB = 2**20


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells so plainly what a process has in use")
def test_scenarios_that_were_left_leave_nothing_behind(robot):
    early, late = open_one_after_another(robot.window, CHANGES, WARM)
    assert late - early < 10 * MB, f"from {early / MB:.1f} to {late / MB:.1f} MB"
