"""A view with an eye that orbits: mouse, wheel and keyboard move it; a click without a drag is reported."""

from __future__ import annotations

from dataclasses import replace

from pyqtgraph.opengl.GLViewWidget import GLViewMixin
from PySide6.QtCore import QEasingCurve, QElapsedTimer, QPointF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMatrix4x4, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.gui.handling import ZOOM_STEP, Press, arrow_of, is_home, zoom_of
from trekker.gui.scene.camera import Camera
from trekker.gui.scene.canvas import Canvas
from trekker.gui.scene.eyes import Eye, between

_ORBIT_STEP = 5.0
_DEGREES_PER_PIXEL = 0.4
_PAN_STEP = 24.0
_GLIDE_MS = 420
_STILL_AFTER = 250
_FITTINGS = 3


class OrbitView(GLViewMixin, Canvas):  # type: ignore[misc]  # pyqtgraph is not typed
    """Turns pyqtgraph's view around whatever a subclass shows.

    The subclass says what there is to be seen whole (:meth:`outline`, :meth:`margins`), and what a click and a
    free pointer mean (:meth:`clicked`, :meth:`hovered`, :meth:`is_ground`).

    Attributes:
        turned: the eye stands at another azimuth, in degrees.
        framed: a frame is painted, after so many milliseconds; smooth edges at rest are none.
    """

    turned = Signal(float)
    framed = Signal(float)

    def __init__(self, parent: QWidget | None = None, *, samples: int = 0) -> None:
        super().__init__(parent, samples=samples)
        self._camera = Camera()
        self._moved_by_hand = False
        self._press = Press()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._motion = self.is_sparing = False
        self._glide_from = self._glide_to = self._camera
        self._glide = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.valueChanged.connect(self._glide_on)
        self._dragging = False
        self._stillness = QTimer(self, interval=_STILL_AFTER, singleShot=True)
        self._stillness.timeout.connect(self.refine)
        self._frame = QElapsedTimer()
        self.frameSwapped.connect(self._end_frame)

    def outline(self) -> Array | None:
        """Return points (k, 3) between which everything lies; None where there is nothing."""
        raise NotImplementedError

    def margins(self, camera: Camera, block: Array) -> tuple[float, float, float, float]:
        """Return the pixels to keep free at the left, top, right and bottom of the ``block`` (k, 3), seen so."""
        raise NotImplementedError

    def clicked(self, pixel: QPointF) -> None:
        """Answer a click of the left button."""
        raise NotImplementedError

    def hovered(self, pixel: QPointF) -> None:
        """Answer a pointer that moves with no button held."""
        raise NotImplementedError

    def is_ground(self, pixel: QPointF) -> bool:
        """Tell whether a double click here means a place, and not the view."""
        raise NotImplementedError

    def grabs(self, pixel: QPointF) -> bool:
        """Tell whether a drag that begins here moves something of the scene, and not the eye."""
        raise NotImplementedError

    def dragged(self, pixel: QPointF) -> None:
        """Answer a pointer that drags what it grabbed."""
        raise NotImplementedError

    def touched(self) -> None:
        """Answer a click on what was grabbed, and not dragged."""
        raise NotImplementedError

    @property
    def camera(self) -> Camera:
        """Where the eye is."""
        return self._camera

    def set_camera(self, camera: Camera) -> None:
        """Look from there, until the next landscape or :meth:`reset_camera`."""
        self._moved_by_hand = True
        self._glide.stop()
        self._look(camera)

    @property
    def gliding(self) -> bool:
        """Whether the eye is on its way."""
        return self._glide.state() == QVariantAnimation.State.Running

    def set_motion(self, on: bool) -> None:
        """Let the eye glide from view to view, or be there at once."""
        self._motion = on
        if not on and self.gliding:
            self._glide.setCurrentTime(_GLIDE_MS)

    def spare(self, on: bool) -> None:
        """Draw no more frames than there is to show, since somebody else needs the processor; or all that are nice."""
        if self.is_sparing and not on:
            self._stillness.start()
        self.is_sparing = on

    def glide_to(self, camera: Camera) -> None:
        """Go there smoothly; at once where motion is not wanted."""
        self._glide.stop()
        if not self._motion or not self.isVisible():
            self._look(camera)
        elif camera != self._camera:
            self._glide_from, self._glide_to = self._camera, camera
            self._glide.start()

    def look_from(self, eye: Eye) -> None:
        """Show the whole mountain from a named side."""
        azimuth, elevation = eye.value
        self._moved_by_hand = False
        self.glide_to(self._fitted(replace(Camera(), azimuth=azimuth, elevation=elevation)))

    def orbit_by(self, azimuth: float, elevation: float) -> None:
        """Turn around the mountain by so many degrees."""
        self.set_camera(self._camera.orbited(azimuth, elevation))

    def zoom_by(self, factor: float) -> None:
        """Go nearer; farther where ``factor`` is below 1."""
        self.set_camera(self._camera.zoomed(factor))

    def fit_smoothly(self) -> None:
        """Show everything as large as it can be, gliding there, unless a person has chosen the view."""
        if not self._moved_by_hand:
            self.glide_to(self._fitted(self._glide_to if self.gliding else self._camera))

    def reset_camera(self) -> None:
        """Show the whole mountain from the front right again."""
        self._moved_by_hand = False
        self.glide_to(self._fitted(Camera()))

    def viewMatrix(self) -> QMatrix4x4:
        """Return the matrix from the scene to the eye."""
        return self._camera.view()

    def projectionMatrix(self, region: object = None, viewport: object = None) -> QMatrix4x4:
        """Return the matrix from the eye to the picture."""
        return self._camera.projection(self.picture_size())

    def refine(self) -> None:
        """Draw the next picture with smooth edges, whatever the driver; it happens by itself once nothing moves."""
        if not self.samples:
            self.update_finely()

    def paintGL(self) -> None:
        """Draw at once; where the driver has no smooth edges, draw them when nothing has moved for a while."""
        if not self.draws_finely:
            self._frame.start()
            if not (self.samples or self.is_sparing):
                self._stillness.start()
        super().paintGL()

    def _end_frame(self) -> None:
        if self._frame.isValid():
            took = self._frame.nsecsElapsed() / 1e6
            self._frame.invalidate()
            self.framed.emit(took)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag, or a click, begins."""
        self._press.begin(event.position())
        self._dragging = event.button() == Qt.MouseButton.LeftButton and self.grabs(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Orbit with the left button, pan with another, and tell what lies under a free pointer."""
        if event.buttons() == Qt.MouseButton.NoButton:
            self.hovered(event.position())
            return
        moved = self._press.drag(event.position())
        if moved is None:
            return
        if self._dragging:
            self.dragged(event.position())
        elif event.buttons() == Qt.MouseButton.LeftButton:
            self.orbit_by(-moved.x() * _DEGREES_PER_PIXEL, moved.y() * _DEGREES_PER_PIXEL)
        else:
            self.set_camera(self._camera.panned(moved.x(), -moved.y(), self.picture_size()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report a click where the left button was pressed and not dragged."""
        grabbed, self._dragging = self._dragging, False
        if self._press.end(event.position()) and event.button() == Qt.MouseButton.LeftButton:
            if grabbed:
                self.touched()
            else:
                self.clicked(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole mountain again, where not the ground itself is meant."""
        if not self.is_ground(event.position()):
            self.reset_camera()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom."""
        self.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / 120.0))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Orbit with the arrow keys, pan with Alt, zoom with + and −, come Home; leave other keys to others."""
        turn, pan, zoom = arrow_of(event), arrow_of(event, Qt.KeyboardModifier.AltModifier), zoom_of(event)
        if turn is not None:
            self.orbit_by(_ORBIT_STEP * turn[0], _ORBIT_STEP * turn[1])
        elif pan is not None:
            self.set_camera(self._camera.panned(-_PAN_STEP * pan[0], -_PAN_STEP * pan[1], self.picture_size()))
        elif zoom is not None:
            self.zoom_by(zoom)
        elif is_home(event):
            self.reset_camera()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave releases to others; nothing here repeats by itself."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole mountain in view, unless a person has chosen the view."""
        super().resizeEvent(event)
        self.fit()

    def frame_anew(self) -> None:
        """Show everything, from where the eye looks, whatever a person chose before."""
        self._moved_by_hand = False
        self._glide.stop()
        self.fit()

    def fit(self) -> None:
        """Show everything as large as it can be, unless a person has chosen the view."""
        if not self._moved_by_hand and not self.gliding:
            self._look(self._fitted(self._camera))
        self.update()

    def _fitted(self, camera: Camera) -> Camera:
        """Return a camera that shows everything as large as it can be, turned like this one."""
        outline = self.outline()
        if outline is None:
            return camera
        for _ in range(_FITTINGS):  # where its words stand depends a little on how large it is
            camera = camera.fitted(outline, self.picture_size(), self.margins(camera, outline))
        return camera

    def _glide_on(self, share: float) -> None:
        self._look(self._glide_to if share >= 1.0 else between(self._glide_from, self._glide_to, share))

    def picture_size(self) -> tuple[int, int]:
        """Return the widget's width and height in pixels."""
        return max(1, self.width()), max(1, self.height())

    def _look(self, camera: Camera) -> None:
        if camera != self._camera:
            self._camera = camera
            self.turned.emit(camera.azimuth)
            self.update()
