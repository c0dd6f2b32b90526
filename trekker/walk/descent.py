"""One descent: a trekker on a ground, step by step, with no clock and no window."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from time import perf_counter
from typing import Any, NamedTuple, Self

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.ground import Ground
from trekker.optimizers.clipping import ClipKind
from trekker.optimizers.notation import Explanation, explain
from trekker.optimizers.optimizer import Searcher
from trekker.optimizers.probe import Evaluations, Probe
from trekker.optimizers.schedules import Constant, scheduled
from trekker.optimizers.writers import FIRST, Shown
from trekker.terrain.gusts import Gusts
from trekker.walk.advice import with_advice
from trekker.walk.ahead import Decided, Decision, NoTrail, Taken
from trekker.walk.batches import Batches
from trekker.walk.memories import Memories, NoMemories, State
from trekker.walk.place import Surveyor
from trekker.walk.scenario import Purpose, Scenario, Trekker
from trekker.walk.suiting import check_rules
from trekker.walk.trail import MOST_KEPT, Recall, Trail
from trekker.walk.verdict import Judge, Reason, Verdict

_ONE_GRADIENT = Evaluations(cost=0, gradient=1, hessian=0)


class Edit(NamedTuple):
    """A change of the trekker's settings in mid-walk: from ``step`` on it walks as ``trekker``."""

    step: int
    trekker: Trekker


class _FeltGround(NamedTuple):
    """A cost, and which of its rows each step feels."""

    cost: CostFunction
    batches: Batches


class First(NamedTuple):
    """What was found where a walk begins, and how long that took, in seconds."""

    told_by: CostFunction
    theta: Array
    cost: float
    gradient: Array
    took: float


class Descent:
    """A walk that is under way.

    Deterministic: the same ground, scenario and edits at the same steps give the same trail, bit for bit.

    Args:
        ground: what is walked on.
        scenario: what decides the run.
        index: which of the scenario's trekkers walks here.
        before: earlier walks; what was found where one of them began, and how its map was measured, need not be worked
            out again.

    Raises:
        ValueError: where that one can't start on the ground, or its rule asks for what the ground does not know.

    Attributes:
        first: what was found at the start.
        trail: what has been done so far.
        verdict: why the walk ended; None while it goes on.
        edits: the settings it walked with, by step; the first are those of the start.
    """

    def __init__(self, ground: Ground, scenario: Scenario, index: int = 0, before: Sequence[Descent] = ()) -> None:
        trekker = scenario.trekkers[index]
        check_rules((trekker,), ground)
        self.ground = ground
        self.edits: list[Edit] = [Edit(0, trekker)]
        self._scenario = scenario
        self._number = trekker.number
        self._cost = ground.cost
        self._felt: dict[int | None, _FeltGround] = {}
        with np.errstate(all="ignore"):
            theta = scenario.start_on(ground, index)
            self.first = first = _first_of(self._told_to(trekker), theta, before)
            cost, gradient, self._slope_took = first.cost, first.gradient, first.took
            self._state: State = trekker.optimizer.init(theta)
        self._left_by_the_last_step = trekker.optimizer, self._state
        self._theta, self._gradient = theta, gradient
        self._told_by = first.told_by
        self._walk_as(trekker)
        self._is_kept = len(theta) <= MOST_KEPT
        self._memories = Memories(self._state, is_close=not self._is_kept)
        recall = None if self._is_kept else Recall(self.gradient_at, self.felt_at, self.change_at)
        self.trail = Trail(theta, float(cost), gradient, recall)
        self._decided_last: Decided | None = None
        surveyor = _surveyor_of(ground, before)
        self._judge = Judge(surveyor, scenario.stop_rule(index), theta, float(cost))
        self.verdict: Verdict | None = self._judge.start()

    @property
    def trekker(self) -> Trekker:
        """The settings that the next step will be taken with."""
        return self.edits[-1].trekker

    @property
    def told_by(self) -> CostFunction:
        """What tells cost and slope of each step: the ground's cost, or its estimate."""
        return self._told_by

    def is_estimated_at(self, row: int) -> bool:
        """Whether the cost of a recorded place is an estimate, told by some of very many rows."""
        told_by = self.first.told_by if row == 0 else self.told_by_at(row - 1)
        return told_by is not self._cost

    def told_by_at(self, step: int) -> CostFunction:
        """Return what tells the cost of the place to which step number ``step`` leads, or would lead."""
        return self._told_to(self.trekker_at(step))

    @property
    def surveyor(self) -> Surveyor:
        """What tells the kind of place that the trekker stands on."""
        return self._judge.surveyor

    def step(self) -> None:
        """Take one step; none if the walk has ended."""
        self.advance(1)

    def advance(self, steps: int) -> int:
        """Take up to ``steps`` steps and return how many were taken before the walk ended."""
        with np.errstate(all="ignore"):
            for taken in range(steps):
                if self.verdict is not None:
                    return taken
                self._step()
        return steps

    def allow(self, step_limit: int) -> None:
        """Walk on to another step limit, beyond the steps taken; a walk that only ran out of steps goes on."""
        self._judge.allow(step_limit)
        if self.verdict is not None and self.verdict.reason is Reason.STEP_LIMIT and self.trail.steps < step_limit:
            self.verdict = None

    def edit(self, trekker: Trekker) -> None:
        """Walk on with other settings. The memory of the last step is kept, unless the rule is of another kind.

        Raises:
            ValueError: where the rule asks for what the ground does not know.
        """
        if trekker == self.trekker:
            return
        check_rules((trekker,), self.ground)
        step = self.trail.steps
        self._decided_last = None
        if self.edits[-1].step < step:
            self._left_by_the_last_step = self.trekker.optimizer, self._state
        rule, state = self._left_by_the_last_step
        if type(trekker.optimizer) is not type(self.trekker.optimizer):
            is_same = type(trekker.optimizer) is type(rule)
            self._state = state if is_same else trekker.optimizer.init(self._theta)
            self._memories.begin(step, self._state)
        if self.edits[-1].step == step:
            self.edits.pop()
        self.edits.append(Edit(step, trekker))
        self._walk_as(trekker)

    def trekker_at(self, step: int) -> Trekker:
        """Return the settings with which step number ``step`` (from 0) was or will be taken."""
        return next(edit.trekker for edit in reversed(self.edits) if edit.step <= step)

    def state_at(self, step: int) -> State:
        """Return the rule's memory before step number ``step``, replayed from the trail."""
        if step == self.trail.steps:
            return self._state
        kept = self._memories.before(step)
        state = kept.state
        with np.errstate(all="ignore"):
            for earlier in range(kept.step, step):
                theta, felt = self.trail.theta[earlier], self.felt_at(earlier)
                state = self._decide(self.trekker_at(earlier), earlier, felt, state, theta).state
        return state

    def gradient_at(self, step: int) -> Array:
        """Return the true slope at a recorded place, shape (n,): over all rows, or those of :attr:`told_by`."""
        if self._is_kept:
            recorded: Array = self.trail.gradient[step]
            return recorded
        if step == self.trail.steps:
            return self._gradient
        return self.told_by_at(step).gradient(self.trail.theta[step].copy())

    def felt_at(self, step: int) -> Array:
        """Return the slope that decided step number ``step``, or that will decide the step to come, shape (n,)."""
        if self._is_kept and step < self.trail.steps:
            recorded: Array = self.trail.felt[step]
            return recorded
        is_next = step == self.trail.steps
        ground = self._ground_underfoot if is_next else self._ground_felt_by(self.trekker_at(step))
        rows = ground.batches.rows_at(step)
        if rows is None:
            return self._gradient if is_next else self.gradient_at(step)
        return ground.cost.gradient(self._theta if is_next else self.trail.theta[step].copy(), rows)

    def state_after(self, step: int) -> State:
        """Return the rule's memory after step number ``step``, which was taken or is the one to come.

        It is the memory of the rule that took it, whatever rule takes the next one.
        """
        with np.errstate(all="ignore"):
            return self._decided(step).decision.state

    def explain(self, step: int, shown: Shown = FIRST) -> Explanation:
        """Tell how step number ``step`` is decided, with its numbers; the newest place tells of the step to come.

        Of many parameters two are ``shown``.
        """
        trekker = self.trekker_at(step)
        with np.errstate(all="ignore"):
            decided = self._decided(step)
            return explain(
                trekker.optimizer,
                decided.felt,
                decided.state,
                self.trail.theta[step],
                decided.decision.state,
                clipping=trekker.clipping,
                schedule_factor=trekker.schedule.factor(step),
                is_estimate=trekker.batch_size is not None,
                shown=shown,
            )

    def change_at(self, step: int) -> Array:
        """Return the change of θ that step number ``step`` made, or that the step to come will make; shape (n,)."""
        if self._is_kept and step < self.trail.steps:
            recorded: Array = self.trail.change[step]
            return recorded
        with np.errstate(all="ignore"):
            return self._decided(step).decision.change

    # Walking ahead ----------------------------------------------------------------------------------------------

    def twin(self) -> Self:
        """Return a walk from here on with nothing recorded behind it, for :meth:`look_ahead` on another thread.

        It shares nothing with this walk that either of them changes.
        """
        twin = copy(self)
        twin.edits, twin._felt, twin._judge = list(self.edits), dict(self._felt), copy(self._judge)
        twin._memories = NoMemories()
        twin.trail = NoTrail(self.trail)  # type: ignore[assignment]  # all that a step asks of a trail
        twin._walk_as(self.trekker)
        return twin

    def foresee(self) -> None:
        """Decide the step to come now, so that who asks about it later, on a thread that must not wait, need not."""
        with np.errstate(all="ignore"):
            self._decided(self.trail.steps)

    def look_ahead(self) -> Taken | None:
        """Take the next step of a :meth:`twin`, and return it for :meth:`follow`; None if the walk has ended."""
        if self.advance(1) == 0:
            return None
        noted: Any = self.trail
        with np.errstate(all="ignore"):
            to_come = self._decided(noted.steps)
        judge = copy(self._judge)
        return Taken(noted.departure, noted.arrival, self._state, self._slope_took, judge, self.verdict, to_come)

    def follow(self, taken: Taken) -> None:
        """Record the next step as a :meth:`twin` took it: the very step that this walk would have taken itself."""
        left = taken.departure
        self.trail.depart(left.felt, left.change, left.work, visits=left.visits, seconds=left.seconds)
        self.trail.arrive(*taken.arrival)
        self._theta, _, self._gradient = taken.arrival
        self._state, self._slope_took = taken.state, taken.slope_took
        self._judge, self.verdict = taken.judge, taken.verdict
        self._decided_last = taken.to_come
        self._memories.pass_by(self.trail.steps, self._state)

    # Within -----------------------------------------------------------------------------------------------------

    def _walk_as(self, trekker: Trekker) -> None:
        """Look up once what every step with these settings needs."""
        self._ground_underfoot = self._ground_felt_by(trekker)
        self._feels_all = self._ground_underfoot.batches.feels_all
        steady = isinstance(trekker.schedule, Constant) and trekker.clipping.kind is ClipKind.OFF
        self._is_plain = steady and not trekker.optimizer.looks_further
        self._rule = trekker.optimizer
        told_by = self._told_to(trekker)
        if told_by is not self._told_by:
            self._told_by, self._gradient = told_by, told_by.gradient(self._theta)

    def _told_to(self, trekker: Trekker) -> CostFunction:
        """Return what tells such a trekker cost and slope: all rows, unless they are very many and it feels few."""
        estimate = self.ground.estimate
        return self._cost if estimate is None or self._ground_felt_by(trekker).batches.feels_all else estimate

    def _step(self) -> None:
        trail = self.trail
        step = trail.steps
        decided = self._decided_last
        if decided is not None and decided.step == step:
            felt, (change, self._state, work), took = decided.felt, decided.decision, decided.seconds
        else:
            begun = perf_counter()
            felt = self._gradient if self._feels_all else self.felt_at(step)
            if self._is_plain:
                change, self._state = self._rule.update(felt, self._state, self._theta)
                work = _ONE_GRADIENT
            else:
                change, self._state, work = self._decide(self.trekker, step, felt, self._state, self._theta)
            took = perf_counter() - begun
        if self._feels_all:
            took += self._slope_took
        trail.depart(felt, change, work, visits=self._visited_by(step, work), seconds=took)
        self._theta = theta = self._theta + change
        begun = perf_counter()
        told, self._gradient = self._told_by.cost_and_gradient(theta)
        self._slope_took = perf_counter() - begun
        cost = float(told)
        trail.arrive(theta, cost, self._gradient)
        self._memories.pass_by(self.trail.steps, self._state)
        verdict = self._judge.after(theta, cost, self._gradient)
        if verdict is not None:
            self.verdict = with_advice(verdict, self._judge, self.trekker, self._state)

    @property
    def rows_in_an_epoch(self) -> int:
        """How many rows every epoch looks at once; 0 on ground that is not made of data."""
        return self._cost.rows

    def _visited_by(self, step: int, work: Evaluations) -> int:
        """Return how many rows the evaluations of one step looked at; a Hessian looks at all."""
        felt = self._ground_underfoot
        return (work.cost + work.gradient) * felt.batches.count_at(step) + work.hessian * felt.cost.rows

    def _decided(self, step: int) -> Decided:
        """Decide a recorded step again, or the step to come; the last one that was asked for is kept."""
        last = self._decided_last
        if last is not None and last.step == step:
            return last
        theta = self._theta if step == self.trail.steps else self.trail.theta[step]
        trekker, begun = self.trekker_at(step), perf_counter()
        felt, state = self.felt_at(step), self.state_at(step)
        decision = self._decide(trekker, step, felt, state, theta)
        self._decided_last = decided = Decided(step, felt, state, decision, perf_counter() - begun)
        return decided

    def _decide(self, trekker: Trekker, step: int, felt: Array, state: State, theta: Array) -> Decision:
        rule = scheduled(trekker.optimizer, trekker.schedule, step)
        gradient = trekker.clipping.apply(felt)
        if not isinstance(rule, Searcher):
            return Decision(*rule.update(gradient, state, theta), _ONE_GRADIENT)
        ground = self._ground_felt_by(trekker)
        probe = Probe(ground.cost, ground.batches.rows_at(step))
        probe.gradient(theta)
        change, new_state = rule.update(gradient, state, theta, probe)
        return Decision(change, new_state, probe.counts)

    def _ground_felt_by(self, trekker: Trekker) -> _FeltGround:
        """Return the ground as batches of the trekker's size feel it; made once for each size."""
        size = trekker.batch_size
        if size not in self._felt:
            cost = self._cost
            if size is not None and not cost.rows:
                cost = Gusts(cost, self.ground.bounds, seed=self._scenario.random(Purpose.NOISE))
            seed = self._scenario.random(Purpose.BATCHES, self._number)
            self._felt[size] = _FeltGround(cost, Batches(cost.rows, size, seed))
        return self._felt[size]


def _first_of(told_by: CostFunction, theta: Array, before: Sequence[Descent]) -> First:
    """Return cost and slope at the start; those of an earlier walk on the same ground that began there, if any."""
    for walk in before:
        if walk.first.told_by is told_by and np.array_equal(walk.first.theta, theta):
            return walk.first._replace(theta=theta)
    begun = perf_counter()
    cost, gradient = told_by.cost_and_gradient(theta)
    return First(told_by, theta, float(cost), gradient, perf_counter() - begun)


def _surveyor_of(ground: Ground, before: Sequence[Descent]) -> Surveyor:
    """Return who knows a ground: of an earlier walk on it, if any."""
    return next((walk.surveyor for walk in before if walk.ground is ground), None) or Surveyor(ground)
