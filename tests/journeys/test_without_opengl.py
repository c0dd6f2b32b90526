"""The real program on a screen without OpenGL: a map, a sentence that says why, and everything else as ever."""

import json
import os
import subprocess
import sys

import pytest

PERSON = """
import json, sys
import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from trekker.app import main

def sits_before(application):
    from trekker.gui.main_window import MainWindow

    (window,) = [each for each in application.topLevelWidgets() if isinstance(each, MainWindow)]
    QTest.qWaitForWindowExposed(window)
    wait(lambda: window.session.ready)
    read = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    window.player.set_speed(1000)
    QTest.keyClick(window, Qt.Key.Key_Space)
    wait(lambda: window.session.ended)
    wait(lambda: window.mountain.verdict.isVisible())
    picture = window.mountain.map.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32)
    seen = {"read": read, "colours": len(np.unique(pixels)), "verdict": window.session.descent.verdict.reason.value}
    seen["mountain"], seen["map"] = window.mountain.scene.isVisible(), window.mountain.map.isVisible()
    seen["raised"] = raised
    print(json.dumps(seen))
    window.close()
    return 0

def wait(holds):
    for _ in range(4000):
        if holds():
            return
        QTest.qWait(5)
    raise SystemExit("nothing came of it")

raised = []
sys.excepthook = lambda *what: (raised.append(repr(what[1])), sys.__excepthook__(*what))
QApplication.exec = lambda *_: sits_before(QApplication.instance())
raise SystemExit(main(["--terrain", "himmelblau"]))
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What somebody sees who starts the program there, and walks to the end."""
    home = str(tmp_path_factory.mktemp("home"))
    screenless = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PERSON],
        check=False,
        capture_output=True,
        text=True,
        env={**screenless, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home, "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_the_map_is_shown_in_place_of_the_mountain_in_all_its_colours(seen):
    assert seen["map"]
    assert not seen["mountain"]
    assert seen["colours"] > 50


def test_a_sentence_says_why(seen):
    said = "The mountain can't be drawn here, so a map takes its place. This screen offers no OpenGL context."
    assert said in seen["read"]


def test_the_walk_goes_to_its_verdict_and_nothing_is_raised(seen):
    assert seen["verdict"] == "global minimum"
    assert seen["raised"] == []
