"""A picker: a list that drops down, whose shown entry ends in an ellipsis where there is too little room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

_BESIDE = 2  # pixels between the entry and the edges of its place


class Picker(QComboBox):
    """Lets a person choose one of several entries; Qt itself cuts the shown one in the middle of a letter."""

    def sizeHint(self) -> QSize:
        """Want room for the longest entry whole."""
        return super().sizeHint() + QSize(self._spare, 0)

    def minimumSizeHint(self) -> QSize:
        """Want no less where no shorter contents are allowed."""
        return super().minimumSizeHint() + QSize(self._spare, 0)

    @property
    def _spare(self) -> int:
        """Half a letter, by which Qt's own hints are too small in large fonts."""
        return _BESIDE + self.fontMetrics().averageCharWidth() // 2

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Show as much of the entry as there is room for."""
        super().initStyleOption(option)
        controls, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(controls, option, part, self).width() - _BESIDE
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + _BESIDE
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
