import sys

from PySide6.QtWidgets import QLabel


def test_a_void_call_of_qt_keeps_every_reference_to_none(qtbot):
    # PySide6 6.12.0 on Python 3.11 and older loses one at each call, and aborts the process in the end.
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("a text")
    assert abs(sys.getrefcount(None) - before) < 100
