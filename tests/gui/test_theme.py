"""The look, put on and changed."""

import subprocess
import sys

CHANGES_WITH_GARBAGE_ABOUT = """
import gc
from trekker.gui.start import make_application

application = make_application()
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from trekker.gui.theme import DARK, LIGHT, apply_theme


class Busy(QLabel):
    def changeEvent(self, event):
        super().changeEvent(event)
        [[] for _ in range(2000)]  # enough for Python to look for garbage


def leave_a_dialog_behind():
    dialog = QDialog()
    layout = QVBoxLayout(dialog)
    for text in "abcdefghij":
        layout.addWidget(QPushButton(text))
    dialog.show()
    application.processEvents()
    dialog.hide()
    dialog.itself = dialog


apply_theme(application, LIGHT)
gc.disable()
windows = []
for _ in range(30):
    windows.append(QWidget())
    layout = QVBoxLayout(windows[-1])
    for text in "abcdefghij":
        layout.addWidget(Busy(text))
    windows[-1].show()
    for _ in range(3):
        leave_a_dialog_behind()
gc.enable()
gc.set_threshold(700, 2, 2)
for theme, scale in ((DARK, 1.0), (LIGHT, 1.2), (DARK, 1.4)):
    apply_theme(application, theme, scale)
    leave_a_dialog_behind()
assert gc.isenabled()
print("dressed")
"""


def test_a_dialog_that_was_left_can_be_forgotten_at_any_moment_also_while_the_window_is_dressed():
    command = [sys.executable, "-c", CHANGES_WITH_GARBAGE_ABOUT]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "dressed"), done.stderr[-2000:]
