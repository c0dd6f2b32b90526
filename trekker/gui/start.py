"""Starting the window: what Qt and OpenGL need first, then the window itself."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from trekker.assets import asset
from trekker.gui.scene.opengl import after_application
from trekker.walk.scenario import Scenario

if TYPE_CHECKING:
    from trekker.gui.main_window import MainWindow


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the one QApplication, with texts in the person's language."""
    application = QApplication(["trekker", *arguments])
    application.setApplicationName("Blindfolded Trekker")
    application.setOrganizationName("Blindfolded Trekker")
    application.setDesktopFileName("blindfolded-trekker")
    application.setStyle("Fusion")
    after_application()
    _translate(application)
    return application


def make_window() -> tuple[QApplication, MainWindow]:
    """Return the application and its window, to be shown by :func:`show`; no garbage is looked for until then."""
    gc.disable()
    application = make_application()
    from trekker.gui.main_window import MainWindow

    return application, MainWindow()


def show(window: MainWindow) -> None:
    """Show the window, and let Python's collector of garbage leave alone for ever all that was made for it.

    It stays until the end, and to go through it takes longer than a frame: a turning mountain would halt for that.
    """
    window.show()
    gc.freeze()
    gc.enable()


def run_window(scenario: Scenario, *, suit: bool, table: Path | None, record: Path | None) -> int:
    """Open the window on a scenario and stay until it is closed; or film the walk into a folder and leave."""
    application, window = make_window()
    window.open(scenario, suit=suit)
    if table is not None:
        window.open_file(table)
    if record is not None:
        from trekker.gui.film import film

        return film(application, window, record)
    show(window)
    status: int = application.exec()
    return status


def _translate(application: QApplication) -> None:
    """Install the person's language, for Qt's own texts and for ours; without one they stay English."""
    locale = QLocale()
    folders = (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), str(_translations()))
    for name, folder in zip(("qtbase", "trekker"), folders, strict=True):
        translator = QTranslator(application)
        if translator.load(locale, name, "_", folder):
            application.installTranslator(translator)


def _translations() -> Path:
    try:
        return asset("translations")
    except FileNotFoundError:
        return Path()
