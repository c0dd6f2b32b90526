"""The ground as mountain and map draw it: worked out off the GUI thread, coarse at first, and then finer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from trekker.ground import Ground, Minimum
from trekker.gui.background.jobs import Jobs
from trekker.gui.background.plane_sampling import Kept, Sampled, is_fine, sampled
from trekker.gui.scene.detail import COARSEST, refined
from trekker.gui.scene.landscape import Landscape, sample
from trekker.gui.session import Session
from trekker.plane import Plane


class DrawnGround(QObject):
    """Makes landscapes of what a session shows.

    Attributes:
        changed: there is another landscape to draw; None for nothing yet.
        plane: the plane that the last one lies over.
        minima: the minima known on it.
    """

    changed = Signal(object)

    def __init__(self, session: Session, finest: int, parent: QObject) -> None:
        """Make landscapes of at most ``finest`` columns and rows."""
        super().__init__(parent)
        self._session, self._finest = session, finest
        self._jobs = Jobs(self, session.workbench)
        self._kept = Kept()
        self.plane = Plane.whole()
        self.minima: tuple[Minimum, ...] = ()
        session.ground_changed.connect(self._take_ground)
        session.plane_changed.connect(self._take_plane)

    @property
    def is_refining(self) -> bool:
        """Whether a finer picture of the ground is being worked out."""
        return self._jobs.busy

    def close(self) -> None:
        """Give up what is under way, and wait until it is gone."""
        self._jobs.wait()

    def _take_ground(self) -> None:
        """Draw another ground; of one that takes long to sample nothing until some of it is known."""
        if not self._session.plane.is_whole:
            self._tell(None, self._session.plane)
        self._take_plane()

    def _take_plane(self) -> None:
        shown, plane = self._session.shown, self._session.plane
        if shown is None:
            return
        if plane.is_whole:
            self._draw_whole(shown, plane)
        else:
            self._draw_plane(shown, plane)

    def _tell(self, landscape: Landscape | None, plane: Plane, minima: tuple[Minimum, ...] = ()) -> None:
        self.plane, self.minima = plane, minima
        self.changed.emit(landscape)

    def _draw_whole(self, ground: Ground, plane: Plane) -> None:
        """Draw the ground at once, and more finely as soon as that is worked out, if it needs it."""
        coarse = sample(ground, COARSEST, COARSEST)
        self._tell(coarse, plane, ground.minima)

        def show_finer(finer: Landscape) -> None:
            if finer is not coarse:
                self._tell(finer, plane, ground.minima)

        self._jobs.start(lambda _: refined(ground, coarse, self._finest), show_finer, lambda _: None)

    def _draw_plane(self, shown: Ground, plane: Plane) -> None:
        """Sample the ground over the plane, coarse and then finer; the old picture stays until the new is whole."""
        ground = self._session.ground
        assert ground is not None  # noqa: S101 - what is shown is a ground
        known = self._kept.find(ground, plane, shown.bounds)

        def show(found: Sampled) -> None:
            self._kept.keep(ground, plane, shown.bounds, found)
            self._tell(found.landscape, plane)
            refine(found)

        def refine(before: Sampled | None) -> None:
            if before is None or not is_fine(before, self._finest + 1):
                self._jobs.start(lambda progress: sampled(shown, before, progress), show, lambda _: None)

        self._jobs.cancel()
        if known is None:
            refine(None)
        else:
            show(known)
