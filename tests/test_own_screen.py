import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import own_screen

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
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:pytest-qt",
            "-p",
            "no:hypothesispytest",
            "-p",
            "tests.own_screen",
            *options,
        ],
        cwd=folder,
        env={**os.environ, "DISPLAY": ":4711", "PYTHONPATH": repository},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {tuple(line.split()) for line in (folder / "screens").read_text().splitlines()}


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no X screens")


@on_linux
def test_each_worker_has_a_screen_of_its_own(tmp_path):
    screens = {screen for _, screen in screens_seen(tmp_path, "-n", "2", "--dist", "each")}
    assert len(screens) == 2
    assert ":4711" not in screens


@on_linux
def test_a_screen_closes_with_its_worker(monkeypatch):
    servers, cleanups = [], []
    start = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda *given, **named: servers.append(start(*given, **named)) or servers[0]
    )
    name = own_screen.open_screen(SimpleNamespace(add_cleanup=cleanups.append))
    assert Path(f"/tmp/.X11-unix/X{name[1:]}").exists()  # noqa: S108
    assert servers[0].poll() is None
    for cleanup in cleanups:
        cleanup()
    assert servers[0].poll() is not None


def test_without_workers_the_screen_stays_what_it_is(tmp_path):
    assert screens_seen(tmp_path) == {("master", ":4711")}
