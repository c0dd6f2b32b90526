"""The blindfold comes off: what is felt grows until it is everything; any key or click ends that at once."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

_REVEAL_MS = 800


class Reveal(QObject):
    """Grows the radius in which ground is seen, for a short while.

    Attributes:
        grown: the radius is another one now, or everything is seen.
    """

    grown = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._animation = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_REVEAL_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.InCubic)
        self._animation.valueChanged.connect(lambda _: self.grown.emit())
        self._animation.finished.connect(self.grown)

    @property
    def running(self) -> bool:
        """Whether the blindfold is coming off just now."""
        return self._animation.state() == QVariantAnimation.State.Running

    def begin(self) -> None:
        """Let it come off."""
        self._animation.start()

    def stop(self) -> None:
        """Forget that it was coming off; nobody is told."""
        self._animation.stop()

    def finish(self) -> None:
        """Show everything at once where it is just being revealed."""
        if self.running:
            self._animation.setCurrentTime(_REVEAL_MS)

    def reached(self, radius: float, whole: float) -> float:
        """Return how far is seen by now: from ``radius`` at first to ``whole``, which is everything."""
        return radius * (whole / radius) ** float(self._animation.currentValue()) if self.running else radius
