"""A widget that OpenGL draws into, beside the screen; Qt then paints the picture as it paints any other.

Were it one of Qt's own widgets for OpenGL, Qt would put the whole window together by OpenGL for every frame, which
takes longer than the frame itself where the processor does all the drawing. So there is one path on every computer, a
frame costs what is drawn in it, and whatever lies over it is a widget like any other.
"""

from __future__ import annotations

import numpy as np
from OpenGL import GL
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QOffscreenSurface, QOpenGLContext, QPainter, QPaintEvent, QSurfaceFormat
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat
from PySide6.QtWidgets import QWidget

_FINE_SAMPLES = 4


class Canvas(QWidget):
    """Shows what :meth:`paintGL` draws; what it offers is named as in QOpenGLWidget, whose place it takes.

    Args:
        parent: what it lies in.
        samples: how many samples a pixel has; 0 draws edges with steps.

    Attributes:
        samples: how many samples a pixel has.
        draws_finely: whether the frame that is being drawn, or comes next, has smooth edges all the same.
        frame_wanted: a frame has to be drawn, soon.
        frameSwapped: a frame is painted; it is on the screen as soon as the window is.
    """

    frame_wanted = Signal()
    frameSwapped = Signal()  # noqa: N815 - as in QOpenGLWidget

    def __init__(self, parent: QWidget | None = None, *, samples: int = 0) -> None:
        super().__init__(parent)
        self.samples = samples
        self.draws_finely = False
        self._is_stale = True
        self._context: QOpenGLContext | None = None
        self._beside = QOffscreenSurface(None, self)  # gone with the widget, on its thread, not when Python finds it
        self._plain: QOpenGLFramebufferObject | None = None
        self._smooth: QOpenGLFramebufferObject | None = None
        self._picture = QImage()
        self._rows = self._upwards = np.empty((0, 0, 4), np.uint8)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def initializeGL(self) -> None:
        """Prepare for the context, which is current."""
        raise NotImplementedError

    def paintGL(self) -> None:
        """Draw a frame; the context is current, and the viewport covers the widget."""
        raise NotImplementedError

    def context(self) -> QOpenGLContext | None:
        """Return the context that draws here; there is none before the first frame."""
        return self._context

    def isValid(self) -> bool:
        """Tell whether there is a context."""
        return self._context is not None

    def update(self) -> None:  # type: ignore[override]  # a frame is drawn whole
        """Draw a new frame soon."""
        was_stale, self._is_stale, self.draws_finely = self._is_stale, True, False
        if not was_stale and self.isVisible():
            self.frame_wanted.emit()
        super().update()

    def update_finely(self) -> None:
        """Draw a frame with smooth edges soon, whatever the samples are otherwise."""
        self.update()
        self.draws_finely = True

    def grabFramebuffer(self) -> QImage:
        """Return a new frame, in device pixels."""
        self._draw()
        return self._picture.copy()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame; draw it first where another is wanted, or one of another size."""
        is_new = self._is_stale or self._picture.size() != self._size_in_pixels()
        if is_new:
            self._draw()
        painter = QPainter(self)
        painter.drawImage(0, 0, self._picture)
        painter.end()
        if is_new:
            self.frameSwapped.emit()

    def _size_in_pixels(self) -> QSize:
        return (self.size().toSizeF() * self.devicePixelRatioF()).toSize().expandedTo(QSize(1, 1))

    def _draw(self) -> None:
        """Draw a frame into the picture."""
        self._is_stale = False
        if self._context is None:
            self._context = self._make_context()
            self._context.makeCurrent(self._beside)
            self.initializeGL()
        else:
            self._context.makeCurrent(self._beside)
        size = self._size_in_pixels()
        plain = self._plain = _of_size(size, 0, self._plain)
        smooth = self._smooth = self._for_smooth_edges(size)
        (smooth or plain).bind()
        GL.glViewport(0, 0, size.width(), size.height())
        self.paintGL()
        self.draws_finely = False
        if smooth is not None:
            whole = QRect(0, 0, size.width(), size.height())
            QOpenGLFramebufferObject.blitFramebuffer(plain, whole, smooth, whole)
            plain.bind()
        self._read(size)
        plain.release()
        self._context.doneCurrent()

    def _for_smooth_edges(self, size: QSize) -> QOpenGLFramebufferObject | None:
        """Return what to draw smooth edges into; None where this frame has none."""
        samples = _FINE_SAMPLES if self.draws_finely else self.samples
        return _of_size(size, samples, self._smooth) if samples else None

    def _read(self, size: QSize) -> None:
        """Fill the picture, whose first row is the last that OpenGL has."""
        if self._picture.size() != size:
            self._picture = QImage(size, QImage.Format.Format_RGB32)
            self._rows = np.frombuffer(self._picture.bits(), np.uint8).reshape(size.height(), size.width(), 4)
            self._upwards = np.empty_like(self._rows)
        self._picture.setDevicePixelRatio(self.devicePixelRatioF())
        GL.glReadPixels(0, 0, size.width(), size.height(), GL.GL_BGRA, GL.GL_UNSIGNED_BYTE, self._upwards)
        self._rows[:] = self._upwards[::-1]

    def _make_context(self) -> QOpenGLContext:
        wanted = QSurfaceFormat.defaultFormat()
        wanted.setDepthBufferSize(24)
        context = QOpenGLContext(self)
        context.setFormat(wanted)
        if not context.create():
            raise RuntimeError("OpenGL worked when the program began, but gives no context now")
        self._beside.setFormat(context.format())
        self._beside.create()
        return context


def _of_size(size: QSize, samples: int, before: QOpenGLFramebufferObject | None) -> QOpenGLFramebufferObject:
    """Return what to draw into: the one ``before``, if it has the size."""
    if before is not None and before.size() == size:
        return before
    wanted = QOpenGLFramebufferObjectFormat()
    wanted.setAttachment(QOpenGLFramebufferObject.Attachment.CombinedDepthStencil)
    wanted.setSamples(samples)
    return QOpenGLFramebufferObject(size, wanted)
