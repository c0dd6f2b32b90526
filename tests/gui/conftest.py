"""A QApplication as the program makes it, and proof after each test that nothing was left behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from trekker.gui.scene import opengl


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Finish the OpenGL switches as soon as the application exists, before a test imports PyOpenGL."""

    class Application(QApplication):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            opengl.after_application()

    return Application


@pytest.fixture(autouse=True)
def leave_nothing_behind() -> Iterator[None]:
    """Delete what was closed, now, so that one test's widgets never meet the next test."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
