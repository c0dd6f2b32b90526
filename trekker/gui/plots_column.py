"""The plots beside the mountain: one above the other, or in turn where the text is too large for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

_GAP = 8
_TOLD = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.ParentChange)

Panels = dict[str, QWidget]
"""Panels by what the button says that shows them."""


class PlotsColumn(QWidget):
    """Two places of the same height, in each of which one panel of several is shown.

    Where they take turns, buttons above them choose which place is shown alone; then there is a third place for guests,
    who live elsewhere while there is room.

    Attributes:
        turned: another place is shown now, or both are.
    """

    turned = Signal()

    def __init__(self, upper: Panels, lower: Panels, guests: Panels) -> None:
        super().__init__()
        self._panels = (upper, lower, guests)
        self._takes_turns = False
        self._places = (_Place(upper), _Place(lower), _Place({}))
        self._buttons = QButtonGroup(self)
        self._bar = self._make_bar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self._bar)
        for place in self._places:
            layout.addWidget(place, 1)
        for panel in (*upper.values(), *lower.values(), *guests.values()):
            panel.installEventFilter(self)
        self._buttons.idClicked.connect(lambda _: self._arrange())
        self._arrange()

    @property
    def takes_turns(self) -> bool:
        """Whether one place is shown at a time."""
        return self._takes_turns

    @property
    def place_for_guests(self) -> QWidget:
        """The third place; it is shown only while the places take turns."""
        return self._places[-1]

    def reveal(self, panel: QWidget) -> None:
        """Show the place of a panel."""
        for number, panels in enumerate(self._panels):
            if panel in panels.values():
                self._buttons.button(number).setChecked(True)
        self._arrange()

    def take_turns(self, on: bool) -> None:
        """Show one place at a time, or all."""
        if on != self._takes_turns:
            self._takes_turns = on
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is shown in the places: an empty one takes no room."""
        if event.type() in _TOLD:
            self._arrange()
        return super().eventFilter(watched, event)

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number in range(len(self._places)):
            button = QToolButton()
            button.setObjectName("small")
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._buttons.addButton(button, number)
            row.addWidget(button)
        return bar

    def _arrange(self) -> None:
        """Show what is to be seen; a place without a panel never."""
        used = shown = [place.in_use for place in self._places]
        takes_turns = self._takes_turns and sum(used) > 1
        if takes_turns:
            chosen = self._buttons.checkedId()
            chosen = chosen if used[chosen] else used.index(True)
            shown = [number == chosen for number in range(len(used))]
        self._name_buttons(used)
        self._bar.setVisible(takes_turns)
        for place, is_shown in sorted(zip(self._places, shown, strict=True), key=lambda each: each[1]):
            place.setVisible(is_shown)
        self.turned.emit()

    def _name_buttons(self, used: list[bool]) -> None:
        for number, panels in enumerate(self._panels):
            name = next((name for name, panel in panels.items() if not panel.isHidden()), "")
            button = self._buttons.button(number)
            button.setText(name)
            button.setAccessibleName(name)
            button.setVisible(used[number])


class _Place(QWidget):
    """Holds panels, whatever their size: all places are of one height."""

    def __init__(self, panels: Panels) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for panel in panels.values():
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            layout.addWidget(panel, 1)

    @property
    def in_use(self) -> bool:
        """Whether one of its panels is here, and shown."""
        return any(isinstance(each, QWidget) and not each.isHidden() for each in self.children())

    def hasHeightForWidth(self) -> bool:
        """Have the same height at every width."""
        return False

    def sizeHint(self) -> QSize:
        """Want no height of its own."""
        return QSize(super().sizeHint().width(), 0)
