"""What has to be settled about OpenGL before the first scene: process-wide switches, and whether it works at all.

This module imports neither pyqtgraph nor PyOpenGL, because PyOpenGL fixes its platform when it is first imported.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

translate = QCoreApplication.translate

_GL_VENDOR_NAMES = MappingProxyType({"renderer": 0x1F01, "version": 0x1F02})
_SOFTWARE_RENDERERS = ("llvmpipe", "softpipe", "swiftshader", "swrast", "software", "gdi generic")
_OLDEST_VERSION = (2, 1)


@dataclass(frozen=True)
class OpenGLStatus:
    """Whether OpenGL can be had here.

    Attributes:
        works: whether a scene can be drawn.
        reason: one sentence that says why not; empty where it works.
        renderer: the driver's name for itself.
        version: the version that the driver gives, such as "4.5 (Compatibility Profile) Mesa 22.3.6".
    """

    works: bool
    reason: str = ""
    renderer: str = ""
    version: str = ""

    @property
    def is_software(self) -> bool:
        """Whether the processor draws, so that multisampling would cost more than the picture itself."""
        return any(name in self.renderer.lower() for name in _SOFTWARE_RENDERERS)

    @property
    def samples(self) -> int:
        """How many samples per pixel a scene should ask for."""
        return 4 if self.works and not self.is_software else 0


def after_application() -> None:
    """Point PyOpenGL at Qt's platform; call it after the QApplication, before the first scene is imported."""
    if not sys.platform.startswith("linux"):
        return
    wayland = QGuiApplication.platformName().startswith("wayland")
    os.environ.setdefault("PYOPENGL_PLATFORM", "egl" if wayland else "glx")


def probe() -> OpenGLStatus:
    """Find out, on an invisible surface, whether OpenGL works; takes milliseconds and leaves nothing behind."""
    context = QOpenGLContext()
    if not context.create():
        return OpenGLStatus(works=False, reason=translate("OpenGL", "This screen offers no OpenGL context."))
    surface = QOffscreenSurface()
    surface.setFormat(context.format())
    surface.create()
    if not (surface.isValid() and context.makeCurrent(surface)):
        return OpenGLStatus(
            works=False, reason=translate("OpenGL", "OpenGL is there, but nothing can be drawn with it.")
        )
    try:
        return _status_of(context)
    finally:
        context.doneCurrent()


def _status_of(context: QOpenGLContext) -> OpenGLStatus:
    functions = context.functions()
    names = {key: str(functions.glGetString(code) or "") for key, code in _GL_VENDOR_NAMES.items()}
    version = context.format().version()
    found = (int(version[0]), int(version[1]))
    if context.isOpenGLES():
        reason = translate("OpenGL", "This driver offers OpenGL ES only; the mountain needs OpenGL 2.1.")
        return OpenGLStatus(works=False, reason=reason, **names)
    if found < _OLDEST_VERSION:
        reason = translate("OpenGL", "This driver offers OpenGL {version}; the mountain needs 2.1 or newer.")
        return OpenGLStatus(works=False, reason=reason.format(version=f"{found[0]}.{found[1]}"), **names)
    return OpenGLStatus(works=True, **names)
