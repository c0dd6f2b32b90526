"""What stands under the mountain may need more width than the mountain has: then both take the plots' place, too."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

_ROW, _COLUMN = 2, 1  # of the mountain in the grid; the foot is below it, and the plots are beside both


class WideFoot:
    """Lays mountain and foot beside the plots, or in their place as well, where the plots are hidden."""

    def __init__(self, grid: QGridLayout, mountain: QWidget, foot: QWidget, plots: QWidget) -> None:
        self._grid, self._mountain, self._foot, self._plots = grid, mountain, foot, plots
        self._is_wide = False
        self._lay()
        grid.addWidget(plots, _ROW, _COLUMN + 1, 2, 1)

    @property
    def is_wide(self) -> bool:
        """Whether mountain and foot have taken the plots' place."""
        return self._is_wide

    def arrange(self, *, wide: bool) -> None:
        """Give mountain and foot the width of the plots as well, or their own alone."""
        if wide != self._is_wide:
            self._is_wide = wide
            self._lay()

    def _lay(self) -> None:
        if self._is_wide:
            self._plots.hide()  # before the others grow, or the window would have to hold all of them
        for below, widget in enumerate((self._mountain, self._foot)):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, _ROW + below, _COLUMN, 1, 2 if self._is_wide else 1)
        self._plots.setVisible(not self._is_wide)
