import os
import subprocess
import sys
from pathlib import Path

import pytest

SUITE = """
import os

import pytest

@pytest.mark.parametrize("number", range(4))
def test_tell(number, worker_id):
    with open("screens", "a") as screens:
        print(worker_id, os.environ.get("DISPLAY"), file=screens)
"""


def screens_seen(folder, *options):
    """Run a small suite in this folder; return the set of worker and screen that its tests saw."""
    (folder / "test_screens.py").write_text(SUITE, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    repository = str(Path(__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:pytest-qt", "-p", "tests.own_screen", *options],
        cwd=folder,
        env={**os.environ, "DISPLAY": ":4711", "PYTHONPATH": repository},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {tuple(line.split()) for line in (folder / "screens").read_text().splitlines()}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no X screens")
def test_each_worker_has_a_screen_of_its_own_that_closes_with_it(tmp_path):
    screens = [screen for _, screen in screens_seen(tmp_path, "-n", "2", "--dist", "each")]
    assert len(set(screens)) == 2 and ":4711" not in screens
    assert not any(Path(f"/tmp/.X11-unix/X{screen[1:]}").exists() for screen in screens)  # noqa: S108


def test_without_workers_the_screen_stays_what_it_is(tmp_path):
    assert screens_seen(tmp_path) == {("master", ":4711")}
