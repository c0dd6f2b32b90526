"""The session: what is open in the window, and the only thing in it that changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from trekker.ground import Bounds, Ground
from trekker.gui.attention import Attention
from trekker.gui.background.frame_hold import FrameHold
from trekker.gui.background.jobs import Jobs
from trekker.gui.background.stepper import Stepper, are_slow
from trekker.gui.background.throttle import Throttle, Turns
from trekker.gui.background.workbench import Workbench
from trekker.gui.latecomers import Latecomers
from trekker.gui.setup import moved_to
from trekker.gui.texts import core_problem, core_text
from trekker.learning.learned_ground import LearnedGround
from trekker.plane import Plane
from trekker.walk.descent import Descent
from trekker.walk.grounds import GroundChoice
from trekker.walk.hand import person_in
from trekker.walk.planes import first_plane, seen_on
from trekker.walk.race import Race, RaceClock, clock_for
from trekker.walk.regrouping import arrivals, can_go_on, edited, newcomers
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.suiting import able_party, check_rules, suited_party

_AT_ONCE_S = 0.03  # who catches up with the others in that time joins them at once
_RECORD_MS = 33  # between two takings of slow steps: views that follow more often take the processor from the walk


class Session(QObject):
    """Owns the scenario, its ground, one descent for each trekker, and the cursor over their trails.

    Views get it by constructor, read it, and follow its signals; edits go in as whole scenarios.

    Attributes:
        frame_hold: what lets whoever computes at the workbench pause for a frame.
        jobs: what opens grounds, and prepares them.
        latecomers: those who catch up with the others.
        turns: in which slow steps are recorded and panels drawn, so that no frame has much of it.
        workbench: where its slow steps, and the pictures of them, are worked out in turn.
        scenario_changed: the scenario is another one now.
        ground_changed: another ground is open, and can be drawn; the trekkers come when it is prepared.
        restarted: fresh descents stand at their start.
        moved: trails grew, or the cursor moved; at most once for each call, however many steps.
        refused: something could not be done, and why; what was open still is.
        opening_given_up: the ground that was being opened is not wanted any more.
        broke_down: through a fault of the program a step could not be taken.
        noted: what is worth knowing about the ground that was opened, all in one text.
        party_changed: another trekker is looked at, or one was hidden or shown.
        plane_changed: the map shows another plane through the same ground, or another part of it.
    """

    scenario_changed = Signal()
    ground_changed = Signal()
    restarted = Signal()
    moved = Signal()
    refused = Signal(str)
    opening_given_up = Signal()
    broke_down = Signal()
    noted = Signal(str)
    party_changed = Signal()
    plane_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs, self.latecomers = Jobs(self), Latecomers(self)
        self.scenario = Scenario()
        self.ground: Ground | None = None
        self.descents: tuple[Descent, ...] = ()
        self.clock = RaceClock()
        self.cursor = 0
        self._attention = Attention()
        self.plane = Plane.whole()
        self.shown: Ground | None = None
        self._opened: GroundChoice | None = None
        self._opening = self._prepared = False
        self.workbench = Workbench()
        self._stepper = Stepper(self.workbench, self)
        self.frame_hold = FrameHold(self.workbench, self)
        self.turns = Turns(begun=self.frame_hold.begin)
        self._recording = Throttle(_RECORD_MS, self._record, self, self.turns)
        self._stepper.stepped.connect(self._recording.request)
        self._stepper.failed.connect(self._break_down)
        self._is_slow = False

    @property
    def selected(self) -> int:
        """Which of the party is looked at."""
        return self._attention.selected(self.scenario.trekkers)

    @property
    def hidden(self) -> frozenset[int]:
        """Which of the party are hidden."""
        return self._attention.hidden(self.scenario.trekkers)

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
        return self.step_of(self.selected)

    def step_of(self, trekker: int) -> int:
        """Return the step of a trekker under the cursor, which counts what the clock of the race counts."""
        return self.clock.step_at(self.descents[trekker].trail, self.cursor)

    @property
    def trekker(self) -> Trekker:
        """The settings of the trekker that is looked at."""
        return self.scenario.trekkers[self.selected]

    @property
    def length(self) -> int:
        """How far the clock of the race has come: in a race by steps, the steps of the longest trail."""
        return self.clock.length(self.descents)

    @property
    def ended(self) -> bool:
        """Whether every walk has its verdict."""
        return self.ready and all(descent.verdict is not None for descent in self.descents)

    @property
    def person(self) -> int | None:
        """Which trekker is a person, whose next step nobody else can take; None where there is none, or it is over."""
        person = person_in(self.scenario.trekkers)
        if person is None or not self.ready or self.descents[person].verdict is not None:
            return None
        return person

    @property
    def at_the_end(self) -> bool:
        """Whether the cursor stands at the newest step, and no further step can be taken."""
        return self.ended and self.cursor >= self.length

    def load(self, scenario: Scenario, *, suit: bool = False, anew: bool = False) -> None:
        """Open a scenario; its ground, if it is another one or wanted ``anew``, off the GUI thread.

        With ``suit``, the trekkers get learning rates that suit the ground. Whatever was being opened is given up.
        """
        if self.ground is None or anew or scenario.ground != self._opened:
            self._open(scenario.ground, lambda ground: suited_party(scenario, ground) if suit else scenario)
            return
        self.give_up_opening()
        self._begin(suited_party(scenario, self.ground) if suit else scenario, self.ground)

    def move_to(self, choice: GroundChoice, *, anew: bool = False) -> None:
        """Open another ground, from its own good start and with learning rates that suit it.

        What is open already is opened ``anew`` where it may have changed, as files do. Whatever is edited until the
        ground is open comes along.
        """
        if self.ground is None or anew or choice != self._opened:
            self._open(choice, lambda ground: suited_party(moved_to(self._everybody(), choice), ground))
        else:
            self.load(moved_to(self._everybody(), choice), suit=True)

    def give_up_opening(self) -> None:
        """Stay on the ground that is open; what is open goes on getting ready."""
        if not self._opening:
            return
        self._opening = False
        self.jobs.cancel()
        self.opening_given_up.emit()
        self._prepare_if_need_be()

    def edit(self, scenario: Scenario) -> None:
        """Take an edited scenario: settings apply from the next step on; who comes or goes disturbs nobody's walk.

        Whatever else differs starts afresh. So does a walk that has ended, with other settings: where others still
        walk, only the one that has them, who then catches up. What is being opened meanwhile comes all the same.
        """
        if scenario == self.scenario:
            return
        try:
            everybody = self.latecomers.joined_to(self.scenario.trekkers, scenario)
        except ValueError as problem:
            self.refused.emit(core_problem(problem))
            return
        late = self.latecomers.new
        scenario = replace(everybody, trekkers=tuple(each for each in everybody.trekkers if each not in late))
        in_mid_walk = self.length > 0 and not self.ended
        walked = max((each.trail.steps for each in self.descents), default=0)
        goes_on = self.ready and can_go_on(self.scenario, scenario, in_mid_walk=in_mid_walk, walked=walked)
        if self.ground is None or scenario.ground != self._opened:
            self.load(scenario)
            return
        if not goes_on:
            self._begin(everybody, self.ground)
            return
        try:
            check_rules(scenario.trekkers, self.ground)
            arriving = newcomers(self.ground, self.scenario.trekkers, self.descents, scenario)
        except ValueError as problem:
            self.refused.emit(core_problem(problem))
            return
        self._go_on_with(self.ground, scenario, arriving)

    def reset(self) -> None:
        """Go back to the start with fresh descents; the same scenario gives the same trails, bit for bit."""
        if self.ground is not None and self._prepared:
            self._restart(self._everybody(), self.ground)

    def advance(self, steps: int) -> None:
        """Move on by ``steps`` of the clock: over what is recorded first, then by new steps of all who still walk.

        Slow steps are taken on another thread, and arrive one by one; until they do, nothing here waits.
        """
        if not self.ready or steps < 1:
            return
        recorded = min(steps, self.length - self.cursor)
        if not recorded and self.ended:
            return
        if recorded < steps and self._is_slow:
            self._stepper.want(self.descents, self.clock, self.length, steps - recorded)
            if not recorded:
                return
        elif recorded < steps:
            self.clock.walk_to(self.descents, self.cursor + steps)
        self.cursor = min(self.cursor + steps, self.length)
        self.moved.emit()

    def halt(self) -> None:
        """Take no more steps than have been seen: those that are on their way are given up."""
        self._stepper.halt()

    @property
    def is_slow(self) -> bool:
        """Whether steps take so long that they are taken on another thread."""
        return self._is_slow

    def seek(self, cursor: int) -> None:
        """Put the cursor on a recorded step; nothing is computed and nothing changes."""
        cursor = min(max(cursor, 0), self.length)
        if self.ready and cursor != self.cursor:
            self.halt()
            self.cursor = cursor
            self.moved.emit()

    def select(self, trekker: int) -> None:
        """Look at another trekker: the panels tell of this one, and edits go to it."""
        if trekker != self.selected and 0 <= trekker < len(self.scenario.trekkers):
            self._attention.select(self.scenario.trekkers, trekker)
            self.party_changed.emit()

    def hide(self, trekker: int, *, hidden: bool = True) -> None:
        """Take a trekker out of the pictures, or show it again; it walks all the same."""
        if hidden != (trekker in self.hidden):
            self._attention.hide(self.scenario.trekkers, trekker, hidden=hidden)
            self.party_changed.emit()

    def look_along(self, plane: Plane, bounds: Bounds) -> None:
        """Show the ground over another plane, or another part of the same; nothing that walks is touched."""
        if self.ground is not None:
            self.plane, self.shown = plane, seen_on(self.ground, plane, bounds)
            self.plane_changed.emit()

    def close(self) -> None:
        """Give up what is under way."""
        self._stepper.close()
        self.jobs.wait()
        self.latecomers.jobs.wait()

    def await_nobody(self) -> None:
        """Give up those who still catch up; who would have walked anew keeps its old settings, and its walk."""
        anew = self.latecomers.anew
        self.latecomers.forget()
        pairs = zip(self.scenario.trekkers, self.descents, strict=True)
        party = tuple(replace(walk.trekker, name=each.name) if each.number in anew else each for each, walk in pairs)
        self.scenario = replace(self.scenario, trekkers=party)
        self.scenario_changed.emit()

    # Opening ----------------------------------------------------------------------------------------------------

    def _open(self, choice: GroundChoice, wanted: Callable[[Ground], Scenario]) -> None:
        """Open a ground; what is ``wanted`` on it is asked when it is there."""
        self._opening = True
        self.jobs.start(
            partial(_opened, choice), lambda ground: self._take_ground(wanted(ground), ground), self._refuse
        )

    def _refuse(self, sentence: str) -> None:
        """Say why nothing is opened; what is open goes on getting ready, which the opening may have cut short."""
        self._opening = False
        self.refused.emit(sentence)
        self._prepare_if_need_be()

    def _prepare_if_need_be(self) -> None:
        if self.ground is not None and not self._prepared:
            self._prepare(self.ground)

    def _begin(self, scenario: Scenario, ground: Ground) -> None:
        """Begin another scenario on the ground that is open, as soon as that is prepared."""
        if self._prepared:
            self._restart(scenario, ground)
            return
        before, self.scenario = self.scenario.trekkers, scenario
        self._attention.follow(before, scenario.trekkers)
        self.scenario_changed.emit()
        if not self._opening:
            self._prepare(ground)

    def _take_ground(self, scenario: Scenario, ground: Ground) -> None:
        self._opening = False
        try:
            for index in range(len(scenario.trekkers)):
                scenario.start_on(ground, index)
        except ValueError as problem:
            self._refuse(core_problem(problem))
            return
        party, wanted = self.scenario.trekkers, scenario
        scenario = able_party(scenario, ground)
        self.ground, self._opened, self.scenario = ground, scenario.ground, scenario
        self.plane = first_plane(ground)
        self.shown = seen_on(ground, self.plane, ground.bounds)
        self._prepared = False
        self.halt()
        self.descents, self.cursor, self.clock = (), 0, RaceClock()
        self.latecomers.forget()
        self._attention.follow(party, scenario.trekkers)
        self.ground_changed.emit()
        self.scenario_changed.emit()
        notes = [core_text(note) for note in ground.notes]
        if scenario != wanted:
            notes.append(self.tr("The curvature is not known here, so plain descent takes the place of Newton’s."))
        if notes:
            self.noted.emit(" ".join(notes))
        self._prepare(ground)

    def _prepare(self, ground: Ground) -> None:
        scenario = self.scenario
        self.jobs.start(
            lambda _: _prepared(ground, scenario),
            lambda ready: self._take_prepared(ground, scenario, ready),
            self.refused.emit,
        )

    def _take_prepared(self, ground: Ground, scenario: Scenario, ready: tuple[Descent, ...]) -> None:
        self._prepared = True
        if ready and scenario == self.scenario:
            self._stand(scenario, ground, ready)
        else:
            self._restart(self.scenario, ground, ready)

    def _restart(self, scenario: Scenario, ground: Ground, before: tuple[Descent, ...] = ()) -> None:
        """Stand at the start; what walks ``before``, or those under way, found there is kept."""
        try:
            descents = _at_their_start(ground, scenario, before or self.descents)
        except ValueError as problem:
            self.refused.emit(core_problem(problem))
        else:
            self._stand(scenario, ground, descents)

    def _stand(self, scenario: Scenario, ground: Ground, descents: tuple[Descent, ...]) -> None:
        changed, party = scenario != self.scenario, self.scenario.trekkers
        self.halt()
        self.scenario, self.descents, self.cursor = scenario, descents, 0
        self._is_slow = are_slow(descents)
        self.clock = self._clock_of(scenario, ground)
        self.latecomers.forget()
        self._attention.follow(party, scenario.trekkers)
        if changed:
            self.scenario_changed.emit()
        self.restarted.emit()
        self.moved.emit()

    def _record(self) -> None:
        """Record what the stepper has found; the cursor goes along if it stood at the newest place."""
        at_the_end = self.cursor == self.length
        for found in self._stepper.collect():
            for descent, taken in zip(self.descents, found, strict=True):
                if taken is not None:
                    descent.follow(taken)
        if at_the_end and self.cursor != self.length:
            self.cursor = self.length
            self.moved.emit()

    def _break_down(self, sentence: str) -> None:
        self.halt()
        self.refused.emit(sentence)
        self.broke_down.emit()

    # The party --------------------------------------------------------------------------------------------------

    def _clock_of(self, scenario: Scenario, ground: Ground) -> RaceClock:
        """Return the clock of a race; the one that runs, if it is of that kind. Who is alone races nobody."""
        wanted = Race.STEPS if len(scenario.trekkers) < 2 else scenario.race
        return self.clock if self.clock.race is wanted else clock_for(wanted, ground)

    def _everybody(self) -> Scenario:
        """Return the scenario with those, too, who still catch up."""
        return self.latecomers.joined_to(self.scenario.trekkers, self.scenario)

    def _go_on_with(self, ground: Ground, scenario: Scenario, arriving: tuple[Descent, ...]) -> None:
        """Go on as another party; who arrives first walks as far as the others are, if need be off the GUI thread."""
        clock = self._clock_of(scenario, ground)
        at_once_s = 0.0 if self._is_slow else _AT_ONCE_S
        if clock.walk_for(arriving, clock.length(self.descents), at_once_s):
            self._regroup(scenario, arriving, clock)
            return
        known = {each.number for each in self.scenario.trekkers}
        party = tuple(each for each in scenario.trekkers if each.number in known)
        self._regroup(replace(scenario, trekkers=party), (), clock)
        self.latecomers.wait_for(arriving, party, clock, clock.length(self.descents), partial(self._join, ground))

    def _join(self, ground: Ground, arriving: tuple[Descent, ...]) -> None:
        """Let those join who have caught up; the others may have gone on meanwhile."""
        everybody = self._everybody()
        self.latecomers.forget()
        self._go_on_with(ground, everybody, arriving)

    def _regroup(self, scenario: Scenario, coming: tuple[Descent, ...], clock: RaceClock) -> None:
        """Walk on as another party, or with other settings; the trails of all who stay are kept."""
        self.halt()
        before, after, walks = self.scenario.trekkers, scenario.trekkers, self.descents
        at_the_newest = edited(before, self.descents, after) or clock is not self.clock
        descents = {each.number: descent for each, descent in zip(before, self.descents, strict=True)}
        descents |= {each.trekker.number: each for each in coming}
        other_limit = scenario.stop != self.scenario.stop
        self.scenario, self.clock = scenario, clock
        self.descents = tuple(descents[each.number] for each in after)
        if other_limit:
            for index, descent in enumerate(self.descents):
                descent.allow(scenario.stop_rule(index).step_limit)
        self.cursor = self.length if at_the_newest else min(self.cursor, self.length)
        self._attention.follow(before, after)
        new = arrivals(before, after)
        if new:
            self._attention.select(after, new[-1])
        self.scenario_changed.emit()
        if self.descents != walks:
            self.party_changed.emit()
        self.moved.emit()


def _opened(choice: GroundChoice, progress: Callable[[float], None]) -> Ground:
    """Open a ground, and have what judges it worked out now: later the window would wait for it."""
    ground = choice.open(progress)
    if isinstance(ground, LearnedGround):
        _ = ground.held_out, ground.held_out_told_by, ground.samples_training
    return ground


def _prepared(ground: Ground, scenario: Scenario) -> tuple[Descent, ...]:
    """Prepare a ground, look where the first step leads, and measure the map: over many rows that takes long."""
    ground.cost.prepare()
    try:
        descents = _at_their_start(ground, scenario, ())
    except ValueError:  # a start that the ground has not: it is refused when the walk begins
        return ()
    _ = descents[0].surveyor.heights
    for descent in descents:
        descent.foresee()
    return descents


def _at_their_start(ground: Ground, scenario: Scenario, before: tuple[Descent, ...]) -> tuple[Descent, ...]:
    return tuple(Descent(ground, scenario, index, before) for index in range(len(scenario.trekkers)))
