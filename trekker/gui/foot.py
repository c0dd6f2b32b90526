"""The place under the mountain: the rule is there, or in its stead the race, or what a person chooses by hand.

The race may need more width than the mountain has: then both take the plots' place, too.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trekker.gui.hand_walk import HandWalk
from trekker.gui.panels.hand_panel import HandPanel
from trekker.gui.panels.race_table import RaceTable
from trekker.gui.panels.rule_panel import RulePanel

_ROW, _COLUMN = 2, 1  # of the mountain in the grid; the foot is below it, and the plots are beside both


class Foot(QObject):
    """Shows one of three panels under the mountain.

    Attributes:
        changed: another one is shown, or may be.
        widget: the place that they share.
    """

    changed = Signal()

    def __init__(self, rule: RulePanel, race: RaceTable, by_hand: HandPanel, hand: HandWalk) -> None:
        super().__init__(hand)
        self._rule, self._race, self._by_hand, self._hand = rule, race, by_hand, hand
        self._wants_race = self._is_wide = False
        self._room = 0
        self.widget = QWidget()
        layout = QVBoxLayout(self.widget)
        layout.setContentsMargins(0, 0, 0, 0)
        for each in (rule, race, by_hand):
            layout.addWidget(each)
            each.setVisible(each is rule)

    def stand_in(self, grid: QGridLayout, mountain: QWidget, plots: QWidget) -> None:
        """Take the place under the ``mountain``, and give both theirs in the grid."""
        self._grid, self._mountain, self._plots = grid, mountain, plots
        self._lay()
        grid.addWidget(plots, _ROW, _COLUMN + 1, 2, 1)

    @property
    def shows_race(self) -> bool:
        """Whether the race is shown."""
        return self._wants_race

    def show_race(self, *, on: bool) -> None:
        """Show the race, or what else there is."""
        self._wants_race = on
        self.refresh()

    def leave_wide_race(self) -> None:
        """Show the rule, and the plots, again where one of them is wanted and the race stands in their place."""
        if self._is_wide:
            self.show_race(on=False)

    def refresh(self) -> None:
        """Show the race where that is wanted, else a person's choice, else the rule."""
        wanted: QWidget = self._race if self._wants_race else self._by_hand if self._hand.active else self._rule
        for each in (self._race, self._by_hand, self._rule):  # what goes makes room before anything comes
            if each is not wanted:
                each.hide()
        self.widget.setVisible(wanted.parentWidget() is self.widget)
        self.give(self._room)
        if wanted is self._race:
            self._race.catch_up()
        wanted.show()
        self.changed.emit()

    def house_the_rule(self, home: QWidget) -> None:
        """Let the rule live here, or as a guest where large text makes the plots take turns."""
        layout = home.layout()
        if layout is not None and self._rule.parentWidget() is not home:
            layout.addWidget(self._rule)
            self.refresh()

    def give(self, room: int) -> None:
        """Give the race the plots' place as well where the mountain's width, so many pixels, is too little for it."""
        self._room = room
        self._race.table.updateGeometry()  # it is as high as the window allows
        wide = self._wants_race and room < self._race.comfortable_width
        if wide != self._is_wide:
            self._is_wide = wide
            self._lay()
            self.changed.emit()

    def _lay(self) -> None:
        if self._is_wide:
            self._plots.hide()  # before the others grow, or the window would have to hold all of them
        for below, widget in enumerate((self._mountain, self.widget)):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, _ROW + below, _COLUMN, 1, 2 if self._is_wide else 1)
        self._plots.setVisible(not self._is_wide)
