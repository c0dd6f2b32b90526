"""The session: what is open in the window, and the only thing in it that changes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from trekker.ground import Bounds, Ground
from trekker.gui.jobs import Jobs
from trekker.gui.setup import moved_to
from trekker.gui.texts import core_message
from trekker.messages import Message
from trekker.plane import Plane
from trekker.walk.descent import Descent
from trekker.walk.grounds import GroundChoice
from trekker.walk.planes import first_plane, seen_on
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.suiting import suited_party


class Session(QObject):
    """Owns the scenario, its ground, one descent for each trekker, and the cursor over their trails.

    Views get it by constructor, read it, and follow its signals; edits go in as whole scenarios.

    Attributes:
        scenario_changed: the scenario is another one now.
        ground_changed: another ground is open, and can be drawn; the trekkers come when it is prepared.
        restarted: fresh descents stand at their start.
        moved: trails grew, or the cursor moved; at most once for each call, however many steps.
        refused: a ground could not be opened, and why; what was open still is.
        noted: something worth knowing about the ground that was opened.
        party_changed: another trekker is looked at, or one was hidden or shown.
        plane_changed: the map shows another plane through the same ground, or another part of it.
    """

    scenario_changed = Signal()
    ground_changed = Signal()
    restarted = Signal()
    moved = Signal()
    refused = Signal(str)
    noted = Signal(str)
    party_changed = Signal()
    plane_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        self.scenario = Scenario()
        self.ground: Ground | None = None
        self.descents: tuple[Descent, ...] = ()
        self.cursor = 0
        self.selected = 0
        self.hidden: frozenset[int] = frozenset()
        self.plane = Plane.whole()
        self.shown: Ground | None = None
        self._opened: GroundChoice | None = None
        self._prepared = False

    @property
    def ready(self) -> bool:
        """Whether trekkers stand on the ground and can walk."""
        return bool(self.descents)

    @property
    def descent(self) -> Descent:
        """The descent of the trekker that is looked at; only where :attr:`ready`."""
        return self.descents[self.selected]

    @property
    def step(self) -> int:
        """The step of the looked-at trekker under the cursor: its last one where its trail is shorter."""
        return min(self.cursor, self.descent.trail.steps)

    @property
    def trekker(self) -> Trekker:
        """The settings of the trekker that is looked at."""
        return self.scenario.trekkers[self.selected]

    @property
    def length(self) -> int:
        """The number of steps of the longest trail."""
        return max((descent.trail.steps for descent in self.descents), default=0)

    @property
    def ended(self) -> bool:
        """Whether every walk has its verdict."""
        return self.ready and all(descent.verdict is not None for descent in self.descents)

    @property
    def at_the_end(self) -> bool:
        """Whether the cursor stands at the newest step, and no further step can be taken."""
        return self.ended and self.cursor >= self.length

    def load(self, scenario: Scenario, *, suit: bool = False, anew: bool = False) -> None:
        """Open a scenario; its ground, if it is another one or wanted ``anew``, off the GUI thread.

        With ``suit``, the trekkers get learning rates that suit the ground. Whatever was being opened is given up.
        """
        if self.ground is None or anew or scenario.ground != self._opened:
            self._open(scenario, suit)
            return
        scenario = suited_party(scenario, self.ground) if suit else scenario
        if self._prepared:
            self.jobs.cancel()
            self._restart(scenario, self.ground)
        else:
            self.scenario = scenario
            self.scenario_changed.emit()
            self._prepare(self.ground)

    def move_to(self, choice: GroundChoice, *, anew: bool = False) -> None:
        """Open another ground, from its own good start and with learning rates that suit it.

        What is open already is opened ``anew`` where it may have changed, as files do.
        """
        self.load(moved_to(self.scenario, choice), suit=True, anew=anew)

    def edit(self, scenario: Scenario) -> None:
        """Take an edited scenario: settings apply from the next step on; whatever else differs starts afresh.

        A walk that has ended starts afresh with any edit.
        """
        if scenario == self.scenario:
            return
        if self._only_settings_differ(scenario) and self.length and not self.ended:
            self._edit_in_mid_walk(scenario)
        else:
            self.load(scenario)

    def reset(self) -> None:
        """Go back to the start with fresh descents; the same scenario gives the same trails, bit for bit."""
        if self.ground is not None and self._prepared:
            self._restart(self.scenario, self.ground)

    def advance(self, steps: int) -> None:
        """Move on by ``steps``: over what is recorded first, then by new steps of every trekker who still walks."""
        if not self.ready or steps < 1:
            return
        recorded = min(steps, self.length - self.cursor)
        if not recorded and self.ended:
            return
        for descent in self.descents:
            descent.advance(steps - recorded)
        self.cursor = min(self.cursor + steps, self.length)
        self.moved.emit()

    def seek(self, cursor: int) -> None:
        """Put the cursor on a recorded step; nothing is computed and nothing changes."""
        cursor = min(max(cursor, 0), self.length)
        if self.ready and cursor != self.cursor:
            self.cursor = cursor
            self.moved.emit()

    def select(self, trekker: int) -> None:
        """Look at another trekker: the panels tell of this one, and edits go to it."""
        if trekker != self.selected and 0 <= trekker < len(self.scenario.trekkers):
            self.selected = trekker
            self.party_changed.emit()

    def hide(self, trekker: int, *, hidden: bool = True) -> None:
        """Take a trekker out of the pictures, or show it again; it walks all the same."""
        wanted = self.hidden | {trekker} if hidden else self.hidden - {trekker}
        if wanted != self.hidden:
            self.hidden = wanted
            self.party_changed.emit()

    def look_along(self, plane: Plane, bounds: Bounds) -> None:
        """Show the ground over another plane, or another part of the same; nothing that walks is touched."""
        if self.ground is not None:
            self.plane, self.shown = plane, seen_on(self.ground, plane, bounds)
            self.plane_changed.emit()

    def close(self) -> None:
        """Give up what is under way."""
        self.jobs.wait()

    def _open(self, scenario: Scenario, suit: bool) -> None:
        self.jobs.start(
            scenario.ground.open,
            lambda ground: self._take_ground(suited_party(scenario, ground) if suit else scenario, ground),
            self._refuse,
        )

    def _refuse(self, sentence: str) -> None:
        """Say why nothing is opened; what is open goes on getting ready, which the opening may have cut short."""
        self.refused.emit(sentence)
        if self.ground is not None and not self._prepared:
            self._prepare(self.ground)

    def _take_ground(self, scenario: Scenario, ground: Ground) -> None:
        try:
            for index in range(len(scenario.trekkers)):
                scenario.start_on(ground, index)
        except ValueError as problem:
            self._refuse(str(problem))
            return
        self.ground, self._opened, self.scenario = ground, scenario.ground, scenario
        self.plane = first_plane(ground)
        self.shown = seen_on(ground, self.plane, ground.bounds)
        self._prepared = False
        self.descents, self.cursor = (), 0
        self._keep_party_in_range()
        self.ground_changed.emit()
        self.scenario_changed.emit()
        for note in ground.notes:
            self.noted.emit(core_message(note) if isinstance(note, Message) else note)
        self._prepare(ground)

    def _prepare(self, ground: Ground) -> None:
        self.jobs.start(lambda _: ground.cost.prepare(), lambda _: self._take_prepared(ground), self.refused.emit)

    def _take_prepared(self, ground: Ground) -> None:
        self._prepared = True
        self._restart(self.scenario, ground)

    def _restart(self, scenario: Scenario, ground: Ground) -> None:
        try:
            descents = tuple(Descent(ground, scenario, index) for index in range(len(scenario.trekkers)))
        except ValueError as problem:
            self.refused.emit(str(problem))
            return
        changed = scenario != self.scenario
        self.scenario, self.descents, self.cursor = scenario, descents, 0
        self._keep_party_in_range()
        if changed:
            self.scenario_changed.emit()
        self.restarted.emit()
        self.moved.emit()

    def _keep_party_in_range(self) -> None:
        """Look at nobody who is not there."""
        count = len(self.scenario.trekkers)
        self.selected = min(self.selected, count - 1)
        self.hidden = frozenset(each for each in self.hidden if each < count)

    def _only_settings_differ(self, scenario: Scenario) -> bool:
        fixed = [(each.start, each.steps) for each in scenario.trekkers]
        same_party = fixed == [(each.start, each.steps) for each in self.scenario.trekkers]
        return same_party and replace(scenario, trekkers=self.scenario.trekkers) == self.scenario

    def _edit_in_mid_walk(self, scenario: Scenario) -> None:
        self.scenario = scenario
        for descent, trekker in zip(self.descents, scenario.trekkers, strict=True):
            if descent.verdict is None:
                descent.edit(trekker)
        self.cursor = self.length
        self.scenario_changed.emit()
        self.moved.emit()
