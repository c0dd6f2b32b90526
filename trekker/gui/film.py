"""Filming: the real window walks its scenario to the end, and leaves a film and a picture of itself in a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from trekker.gui.main_window import MainWindow
from trekker.gui.start import show

_FRAMES = 60
_FRAME_MS = 80
_LAST_FRAME_MS = 2500
_FILM_WIDTH = 960
_REST_MS = 560  # until every panel has drawn the step, on the slowest of screens
_PATIENCE_MS = 60_000


def film(application: QApplication, window: MainWindow, folder: Path) -> int:
    """Write ``walk.gif`` and ``window.png`` into ``folder``, print their paths, and return the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    show(window)
    refusals: list[str] = []
    window.session.refused.connect(refusals.append)
    _wait(application, lambda: window.session.ready or bool(refusals))
    if refusals or not window.session.ready:
        raise ValueError(refusals[0] if refusals else "the window did not get ready to be filmed")
    _rest(application, 300)
    _walk_to_the_end(application, window)
    pictures = list(_pictures(application, window))
    picture, moving = folder / "window.png", folder / "walk.gif"
    pictures[-1].save(str(picture))
    _write_gif(pictures, moving)
    print(moving)
    print(picture)
    window.close()
    return 0


def _walk_to_the_end(application: QApplication, window: MainWindow) -> None:
    """Take every step, also those that are taken on another thread; a person's next step nobody else can take."""
    session = window.session
    while not session.ended and session.person is None:
        walked = session.length
        session.advance(500)
        _wait(application, lambda walked=walked: session.length > walked or session.ended)  # type: ignore[misc]
        if session.length == walked and not session.ended:
            raise ValueError("the walk did not get on, so there is nothing more to film")


def _pictures(application: QApplication, window: MainWindow) -> list[QImage]:
    """Show the recorded walk in even strides, and take a picture of each."""
    session = window.session
    strides = min(_FRAMES, session.length) or 1
    pictures = []
    for frame in range(strides + 1):
        session.seek(round(session.length * frame / strides))
        _rest(application, _REST_MS)
        window.mountain.scene.refine()
        pictures.append(window.grab().toImage())
    return pictures


def _write_gif(pictures: list[QImage], path: Path) -> None:
    from PIL import Image

    frames = []
    for picture in pictures:
        rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
        stride = rgb.bytesPerLine()
        image = Image.frombytes("RGB", (rgb.width(), rgb.height()), bytes(rgb.constBits()), "raw", "RGB", stride)
        height = round(rgb.height() * _FILM_WIDTH / rgb.width())
        small = image.resize((_FILM_WIDTH, height), Image.Resampling.LANCZOS)
        frames.append(small.quantize(method=Image.Quantize.FASTOCTREE))
    times = [_FRAME_MS] * (len(frames) - 1) + [_LAST_FRAME_MS]
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=times, loop=0)


def _wait(application: QApplication, holds: Callable[[], bool]) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not holds() and clock.elapsed() < _PATIENCE_MS:
        application.processEvents()


def _rest(application: QApplication, milliseconds: int) -> None:
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < milliseconds:
        application.processEvents()
