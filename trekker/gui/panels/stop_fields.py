"""When a walk is over: after how many steps, and how little change of the cost counts as none."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from trekker.gui.panels.number_field import NumberField
from trekker.gui.session import Session
from trekker.gui.texts import core_text
from trekker.knobs import Knob, knobs_of
from trekker.walk.verdict import StopRule

_KNOBS = knobs_of(StopRule)


class StopFields(QObject):
    """The fields of the stop rule that all trekkers share; more steps let walks go on that had run out of them.

    Attributes:
        step_limit: after how many steps a walk ends.
        tolerance: how little change counts as none.
        complained: what is wrong with a text now; empty once it is right.
    """

    complained = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.step_limit = self._field(_KNOBS["step_limit"])
        self.tolerance = self._field(_KNOBS["tolerance"])
        self.step_limit.edited.connect(lambda steps: self._edit(step_limit=steps))
        self.tolerance.edited.connect(lambda tolerance: self._edit(tolerance=tolerance))

    def rows(self) -> tuple[tuple[str, NumberField], ...]:
        """Return the fields, each with what it is called."""
        return tuple((each.accessibleName(), each) for each in (self.step_limit, self.tolerance))

    def show_rule(self) -> None:
        """Show when the walk of the looked-at trekker is over; one with a budget of its own has that."""
        session = self._session
        rule = session.scenario.stop_rule(session.selected)
        self.step_limit.set_value(rule.step_limit)
        self.step_limit.setEnabled(session.trekker.steps is None)
        self.tolerance.set_value(rule.tolerance)

    def _field(self, knob: Knob) -> NumberField:
        field = NumberField(knob)
        field.setAccessibleName(core_text(knob.label))
        field.setToolTip(core_text(knob.hint))
        field.complained.connect(self.complained)
        return field

    def _edit(self, **changes: float) -> None:
        scenario = self._session.scenario
        self._session.edit(replace(scenario, stop=replace(scenario.stop, **changes)))  # type: ignore[arg-type]  # names and types go by the callers
