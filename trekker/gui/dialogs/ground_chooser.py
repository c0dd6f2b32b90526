"""Every way to another ground: the gallery, a typed formula, another map, a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from trekker.gui.dialogs.bounds_dialog import BoundsDialog
from trekker.gui.dialogs.formula_dialog import FormulaDialog
from trekker.gui.dialogs.gallery_dialog import GalleryDialog
from trekker.gui.dialogs.table_opener import TableOpener
from trekker.gui.dialogs.thumbnails import Thumbnails
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.walk.grounds import Elevation, GroundChoice, as_offered, with_bounds

ELEVATION_SUFFIXES = (".npz", ".npy", ".asc", ".tif", ".tiff", ".png", ".jpg", ".jpeg")
"""Ends of names that are elevation for sure; a ``.csv`` is a table, unless it is opened as elevation."""


class GroundChooser(QObject):
    """Opens the dialogs in which a ground is chosen, and moves the session onto it."""

    def __init__(self, session: Session, sight: Sight, opener: TableOpener, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._sight = session, sight
        self._opener = opener
        self._window = window
        self._thumbnails = Thumbnails(self)
        self.dialog: QDialog | None = None
        self._awaited: GroundChoice | None = None
        session.ground_changed.connect(self._arrive)
        session.restarted.connect(self._arrive)
        session.refused.connect(self._miss)

    @property
    def can_change_map(self) -> bool:
        """Whether the map of what is open can be another one."""
        ground = self._session.ground
        return ground is not None and with_bounds(self._session.scenario.ground, ground.bounds) is not None

    def show_gallery(self) -> None:
        """Show every ground that comes with the program."""
        current, knows = as_offered(self._session.scenario.ground), self._sight.knows_the_ground
        dialog = GalleryDialog(self._thumbnails, current, self._window, knows_the_ground=knows)
        dialog.chosen.connect(self._session.move_to)
        self._open(dialog)

    def ask_for_formula(self) -> None:
        """Let a person type a mountain; the dialog stays until the mountain is whole."""
        knows = self._sight.knows_the_ground
        dialog = FormulaDialog(self._session.scenario.ground, self._window, knows_the_ground=knows)
        dialog.wanted.connect(self._move)
        self._open(dialog)

    def ask_for_bounds(self) -> None:
        """Let a person choose another map of what is open."""
        ground = self._session.ground
        if ground is None or not self.can_change_map:
            return
        dialog = BoundsDialog(self._session.scenario.ground, ground, self._window)
        dialog.wanted.connect(self._move)
        self._open(dialog)

    def ask_for_elevation(self) -> None:
        """Let a person choose a file with a measured mountain."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open elevation"),
            "",
            self.tr(
                "Elevation (*.npz *.npy *.asc *.csv *.tif *.tiff *.png *.jpg *.jpeg);;"
                "Grids (*.npz *.npy *.asc *.csv);;Pictures (*.tif *.tiff *.png *.jpg *.jpeg);;All files (*)"
            ),
        )
        if name:
            self.open_elevation(Path(name))

    def open_elevation(self, path: Path) -> None:
        """Open a file as a measured mountain."""
        self._session.move_to(Elevation(path))

    def open_file(self, path: Path) -> None:
        """Open a file as what its name says: elevation, or else a table."""
        if path.suffix.lower() in ELEVATION_SUFFIXES:
            self.open_elevation(path)
        else:
            self._opener.open(path)

    def close(self) -> None:
        """Give up what is under way."""
        if self.dialog is not None:
            self.dialog.reject()
        self._thumbnails.close()

    def _move(self, choice: GroundChoice) -> None:
        self._awaited = choice
        self._session.move_to(choice)

    def _arrive(self) -> None:
        """Close the dialog, if the ground that has come is the one it wanted."""
        if self.dialog is not None and self._awaited is not None and self._awaited == self._session.scenario.ground:
            self.dialog.accept()

    def _miss(self, sentence: str) -> None:
        if isinstance(self.dialog, FormulaDialog | BoundsDialog) and self._awaited is not None:
            self.dialog.refuse(sentence)
        self._awaited = None

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = self._awaited = None
