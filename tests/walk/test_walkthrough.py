"""The story of one step."""

from dataclasses import dataclass

import numpy as np
import pytest

from trekker.cost import Array, CostFunction, Rows
from trekker.ground import Bounds, Ground
from trekker.optimizers import catalogue, optimizer
from trekker.optimizers.clipping import Clipping
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.walkthrough import DIRECTIONS, Part, walkthrough


class Mirrored(CostFunction):
    """A ground seen in a mirror: J(−θ)."""

    has_hessian = True

    def __init__(self, other: CostFunction) -> None:
        self._other = other
        self.dimension = other.dimension

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        return self._other.cost(-theta)

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        return -self._other.gradient(-theta)

    def hessian(self, theta: Array) -> Array:
        return self._other.hessian(-theta)


@dataclass(frozen=True)
class Same:
    """A choice of a ground that is open already."""

    ground: Ground

    def open(self, progress: object = None) -> Ground:
        return self.ground


def walked(rule: str, steps: int = 7, **settings: object) -> Descent:
    run = Scenario(ground=NamedMountain("himmelblau"), trekkers=(Trekker(optimizer=optimizer(rule), **settings),))
    descent = Descent(run.ground.open(), run)
    descent.advance(steps)
    return descent


@pytest.mark.parametrize("rule", catalogue())
def test_every_rule_is_told_from_the_slope_to_the_cost_it_brought(rule: str) -> None:
    descent = walked(rule)
    for step in (0, 4, descent.trail.steps):
        stages = walkthrough(descent, step)
        parts = [stage.part for stage in stages]
        assert (parts[0], parts[-2], parts[-1]) == (Part.SLOPE, Part.MOVE, Part.ARRIVAL)
        assert parts.count(Part.MOVE) == 1
        assert all(stage.symbolic and stage.numeric for stage in stages)


@pytest.mark.parametrize("rule", catalogue())
def test_the_arrows_of_slope_and_step_are_those_that_were_recorded(rule: str) -> None:
    descent = walked(rule)
    stages = walkthrough(descent, 4)
    arrows = {stage.part: stage.arrow for stage in stages if stage.arrow is not None}
    assert arrows[Part.SLOPE].vector.tolist() == descent.trail.felt[4].tolist()
    assert arrows[Part.MOVE].vector == pytest.approx(descent.trail.change[4])
    assert arrows[Part.MOVE].is_distance
    assert not arrows[Part.SLOPE].is_distance
    for arrow in arrows.values():
        assert arrow.start.tolist() == descent.trail.theta[4].tolist()


@pytest.mark.parametrize("rule", catalogue())
def test_what_is_drawn_as_a_direction_turns_round_in_a_mirror_and_nothing_else_does(rule: str) -> None:
    ground = NamedMountain("himmelblau").open()
    trekker = Trekker(optimizer=optimizer(rule))
    told = []
    for sign, cost in ((1, ground.cost), (-1, Mirrored(ground.cost))):
        place = tuple(sign * each for each in ground.start)
        seen = Ground(name="g", title="G", cost=cost, bounds=Bounds(-6, 6, -6, 6), start=place)
        descent = Descent(seen, Scenario(ground=Same(seen), trekkers=(trekker,)))
        descent.advance(6)
        told.append(descent.explain(5))
    for name, value in told[0].values.items():
        if np.shape(value) != (2,) or name in ("theta", "last_theta") or not np.any(value):
            continue
        turns_round = np.allclose(told[1].values[name], -value, rtol=1e-6)
        stays = np.allclose(told[1].values[name], value, rtol=1e-6)
        assert turns_round != stays, name
        assert turns_round == (name in DIRECTIONS), name


def test_what_a_rule_had_to_search_for_stands_before_the_line_that_uses_it() -> None:
    stages = walkthrough(walked("conjugate_gradient"), 3)
    assert [stage.symbolic.partition(" ")[0] for stage in stages[1:-1]] == ["β", "d", "s", "θ"]
    assert [stage.part for stage in stages[1:-1]] == [Part.FOUND, Part.MEMORY, Part.FOUND, Part.MOVE]
    assert any("H = ((" in stage.numeric for stage in walkthrough(walked("newton"), 5))


def test_clipping_is_told_after_the_slope_that_was_felt() -> None:
    descent = walked("adam", clipping=Clipping.read("norm:1.0"))
    slope, clipped, *_ = walkthrough(descent, 2)
    assert slope.arrow is not None
    assert slope.arrow.vector.tolist() == descent.trail.felt[2].tolist()
    assert clipped.part is Part.ADJUSTED
    assert clipped.arrow is not None
    assert np.linalg.norm(clipped.arrow.vector) == pytest.approx(1.0)


def test_the_step_to_come_says_the_cost_it_will_bring() -> None:
    descent = walked("gradient_descent", 3)
    foretold = walkthrough(descent, 3)[-1].numeric
    descent.step()
    assert walkthrough(descent, 3)[-1].numeric == foretold


def test_a_step_that_leads_nowhere_finite_is_told_all_the_same() -> None:
    run = Scenario(trekkers=(Trekker(optimizer=optimizer("gradient_descent", {"learning_rate": "100"})),))
    descent = Descent(run.ground.open(), run)
    descent.advance(100)
    stages = walkthrough(descent, descent.trail.steps)
    assert stages[-1].part is Part.ARRIVAL
