"""One descent: a trekker on a ground, step by step, with no clock and no window."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from trekker.cost import Array, CostFunction
from trekker.ground import Ground
from trekker.optimizers.clipping import ClipKind
from trekker.optimizers.notation import Explanation, explain
from trekker.optimizers.optimizer import Searcher
from trekker.optimizers.probe import Evaluations, Probe
from trekker.optimizers.schedules import Constant, scheduled
from trekker.terrain.gusts import Gusts
from trekker.walk.advice import with_advice
from trekker.walk.batches import Batches
from trekker.walk.scenario import Purpose, Scenario, Trekker
from trekker.walk.trail import Trail
from trekker.walk.verdict import Judge, Verdict

State: TypeAlias = tuple[Any, ...]

_ONE_GRADIENT = Evaluations(cost=0, gradient=1, hessian=0)
_CHECKPOINT = 128  # steps between two kept memories


class Edit(NamedTuple):
    """A change of the trekker's settings in mid-walk: from ``step`` on it walks as ``trekker``."""

    step: int
    trekker: Trekker


class _FeltGround(NamedTuple):
    """A cost, and which of its rows each step feels."""

    cost: CostFunction
    batches: Batches


class _Memory(NamedTuple):
    """What a rule remembered before a step."""

    step: int
    state: State


class _Decision(NamedTuple):
    """What a rule decided: the change of θ, its next memory, and what it looked at for that."""

    change: Array
    state: State
    work: Evaluations


class Descent:
    """A walk that is under way.

    Deterministic: the same ground, scenario and edits at the same steps give the same trail, bit for bit.

    Args:
        ground: what is walked on.
        scenario: what decides the run.
        index: which of the scenario's trekkers walks here.

    Attributes:
        trail: what has been done so far.
        verdict: why the walk ended; None while it goes on.
        edits: the settings it walked with, by step; the first are those of the start.
    """

    def __init__(self, ground: Ground, scenario: Scenario, index: int = 0) -> None:
        trekker = scenario.trekkers[index]
        self.ground = ground
        self.edits: list[Edit] = [Edit(0, trekker)]
        self._scenario = scenario
        self._index = index
        self._cost = ground.cost
        self._felt: dict[int | None, _FeltGround] = {}
        with np.errstate(all="ignore"):
            theta = scenario.start_on(ground, index)
            cost, gradient = self._cost.cost_and_gradient(theta)
            self._state: State = trekker.optimizer.init(theta)
        self._theta, self._gradient = theta, gradient
        self._memories = [_Memory(0, self._state)]
        self._walk_as(trekker)
        self.trail = Trail(theta, float(cost), gradient)
        self._judge = Judge(ground, scenario.stop_rule(index), theta, float(cost))
        self.verdict: Verdict | None = self._judge.start()

    @property
    def trekker(self) -> Trekker:
        """The settings that the next step will be taken with."""
        return self.edits[-1].trekker

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

    def edit(self, trekker: Trekker) -> None:
        """Walk on with other settings. The memory is kept, unless the rule is of another kind."""
        if trekker == self.trekker:
            return
        step = self.trail.steps
        if type(trekker.optimizer) is not type(self.trekker.optimizer):
            self._state = trekker.optimizer.init(self._theta)
            self._memories.append(_Memory(step, self._state))
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
        kept = self._memories[bisect_right(self._memories, step, key=lambda memory: memory.step) - 1]
        state = kept.state
        with np.errstate(all="ignore"):
            for earlier in range(kept.step, step):
                theta, felt = self.trail.theta[earlier], self.trail.felt[earlier]
                state = self._decide(self.trekker_at(earlier), earlier, felt, state, theta).state
        return state

    def explain(self, step: int) -> Explanation:
        """Tell how step number ``step`` is decided, with its numbers; the newest place tells of the step to come."""
        trekker, state, theta = self.trekker_at(step), self.state_at(step), self.trail.theta[step]
        with np.errstate(all="ignore"):
            felt = self._felt_at(step)
            decision = self._decide(trekker, step, felt, state, theta)
            return explain(
                trekker.optimizer,
                felt,
                state,
                theta,
                decision.state,
                clipping=trekker.clipping,
                schedule_factor=trekker.schedule.factor(step),
            )

    def change_at(self, step: int) -> Array:
        """Return the change of θ that step number ``step`` made, or that the step to come will make; shape (n,)."""
        if step < self.trail.steps:
            recorded: Array = self.trail.change[step]
            return recorded
        with np.errstate(all="ignore"):
            return self._decide(self.trekker, step, self._felt_at(step), self._state, self._theta).change

    def _walk_as(self, trekker: Trekker) -> None:
        """Look up once what every step with these settings needs."""
        self._ground_underfoot = self._ground_felt_by(trekker)
        self._feels_all = self._ground_underfoot.batches.feels_all
        steady = isinstance(trekker.schedule, Constant) and trekker.clipping.kind is ClipKind.OFF
        self._is_plain = steady and not trekker.optimizer.looks_further
        self._rule = trekker.optimizer

    def _step(self) -> None:
        trail = self.trail
        step = trail.steps
        felt = self._gradient if self._feels_all else self._felt_at(step)
        if self._is_plain:
            change, self._state = self._rule.update(felt, self._state, self._theta)
            work = _ONE_GRADIENT
        else:
            change, self._state, work = self._decide(self.trekker, step, felt, self._state, self._theta)
        trail.depart(felt, change, work)
        self._theta = theta = self._theta + change
        exact, self._gradient = self._cost.cost_and_gradient(theta)
        cost = float(exact)
        trail.arrive(theta, cost, self._gradient)
        if (step + 1) % _CHECKPOINT == 0:
            self._memories.append(_Memory(step + 1, self._state))
        verdict = self._judge.after(theta, cost, self._gradient)
        if verdict is not None:
            self.verdict = with_advice(verdict, self._judge, self.trekker, self._state)

    def _felt_at(self, step: int) -> Array:
        """Return the slope that decides a step: from the trail, or for the step to come from the ground."""
        if step < self.trail.steps:
            recorded: Array = self.trail.felt[step]
            return recorded
        rows = self._ground_underfoot.batches.rows_at(step)
        return self._gradient if rows is None else self._ground_underfoot.cost.gradient(self._theta, rows)

    def _decide(self, trekker: Trekker, step: int, felt: Array, state: State, theta: Array) -> _Decision:
        rule = scheduled(trekker.optimizer, trekker.schedule, step)
        gradient = trekker.clipping.apply(felt)
        if not isinstance(rule, Searcher):
            return _Decision(*rule.update(gradient, state, theta), _ONE_GRADIENT)
        ground = self._ground_felt_by(trekker)
        probe = Probe(ground.cost, ground.batches.rows_at(step))
        probe.gradient(theta)
        change, new_state = rule.update(gradient, state, theta, probe)
        return _Decision(change, new_state, probe.counts)

    def _ground_felt_by(self, trekker: Trekker) -> _FeltGround:
        """Return the ground as batches of the trekker's size feel it; made once for each size."""
        size = trekker.batch_size
        if size not in self._felt:
            cost = self._cost
            if size is not None and not cost.rows:
                cost = Gusts(cost, self.ground.bounds, seed=self._scenario.random(Purpose.NOISE))
            seed = self._scenario.random(Purpose.BATCHES, self._index)
            self._felt[size] = _FeltGround(cost, Batches(cost.rows, size, seed))
        return self._felt[size]
