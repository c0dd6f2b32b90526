"""Whoever computes pauses from when something has to be painted until it is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from trekker.gui.background.workbench import Workbench

_PAINTED = QEvent.Type(QEvent.registerEventType())
_AFTER_PAINTING = Qt.EventPriority.LowEventPriority.value - 1  # Qt paints a window at low priority


class FrameHold(QObject):
    """Holds the ``workbench`` for every frame: without a graphics card a frame takes all processors."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._is_on = False

    def begin(self) -> None:
        """Hold whoever works, until what has to be painted by then is painted."""
        self._workbench.hold()
        if not self._is_on:
            self._is_on = True
            QCoreApplication.postEvent(self, QEvent(_PAINTED), _AFTER_PAINTING)

    def event(self, event: QEvent) -> bool:
        """Let the work go on, when all is painted."""
        if event.type() is not _PAINTED:
            return super().event(event)
        self._is_on = False
        self._workbench.let_go()
        return True
