"""A window that nobody touches does nothing, whatever lies open in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtWidgets import QApplication

from trekker.walk.applications import applications

REST_MS = 400
WORK = {QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest, QEvent.Type.Paint, QEvent.Type.UpdateLater}


class Watch(QObject):
    """Notices everything that is laid out or drawn anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._clock.start()
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in WORK:
            self._clock.restart()
        return False

    @property
    def is_calm(self) -> bool:
        return self._clock.elapsed() > REST_MS


@pytest.mark.parametrize("name", ["two_blobs", "stocks_aapl_lags", "reviews_en"])
def test_a_walk_that_is_paused_comes_to_rest(robot, name):
    before = robot.session.ground
    robot.window.open(applications()[name].scenario())
    robot.until(lambda: robot.session.ground is not before and robot.session.ready)
    robot.walk_some(3)
    watch = Watch()
    try:
        robot.until(lambda: watch.is_calm)
    finally:
        QApplication.instance().removeEventFilter(watch)
