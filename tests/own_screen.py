"""A pytest plugin that gives each worker of pytest-xdist a screen of its own: ``pytest -p tests.own_screen -n 2``.

On one screen the windows of two workers would take the keyboard from each other, and what a test types would land
nowhere. Without workers, and on systems whose windows need no X screen, it does nothing.
"""

import os
import shutil
import subprocess
import sys

SCREEN = ("-screen", "0", "1440x900x24", "-nolisten", "tcp")


def pytest_configure(config):
    if hasattr(config, "workerinput") and sys.platform == "linux" and shutil.which("Xvfb"):
        os.environ["DISPLAY"] = open_screen(config)
        os.environ.pop("XAUTHORITY", None)  # it is the key to another screen
        os.environ["LP_NUM_THREADS"] = "1"  # Mesa draws with a thread for each core, and the other workers have those


def open_screen(config):
    """Start a screen that closes with this worker; return its name, such as ``:1``."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *SCREEN], pass_fds=(writing,), stderr=subprocess.DEVNULL
    )
    os.close(writing)
    config.add_cleanup(lambda: close_screen(server))
    with os.fdopen(reading) as numbers:
        return f":{int(numbers.readline())}"


def close_screen(server):
    server.terminate()
    server.wait()
