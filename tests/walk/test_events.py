"""The moments of a walk that are worth going back to."""

import numpy as np
import pytest

from trekker.cost import Array, CostFunction, Rows
from trekker.optimizers import optimizer
from trekker.walk.descent import Descent
from trekker.walk.events import Event, EventKind, Events, end_kind, first_ascent, ridge_crossings
from trekker.walk.grounds import NamedMountain, SampleData
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.verdict import Reason, StopRule


class TwoValleys(CostFunction):
    """(x² − 1)² + y²: valleys at x = ±1, a ridge of height 1 between them along x = 0."""

    dimension = 2

    def cost(self, theta: Array, rows: Rows | None = None) -> Array:
        x, y = theta[..., 0], theta[..., 1]
        return np.asarray((x**2 - 1) ** 2 + y**2)

    def gradient(self, theta: Array, rows: Rows | None = None) -> Array:
        x, y = theta[..., 0], theta[..., 1]
        return np.stack([4 * x * (x**2 - 1), 2 * y], axis=-1)


def crossings(*places: tuple[float, float]) -> list[int]:
    theta, cost = np.array(places), TwoValleys()
    return ridge_crossings(cost, theta, cost.cost(theta)).tolist()


def test_a_step_from_one_valley_into_the_other_crosses_the_ridge() -> None:
    assert crossings((-1, 0), (-0.9, 0), (0.9, 0), (1, 0)) == [2]
    assert crossings((0.8, 0.3), (-0.7, 0.2), (0.8, 0)) == [1, 2]


def test_a_step_within_a_valley_up_its_side_or_onto_the_ridge_crosses_none() -> None:
    assert crossings((-1.2, 0), (-0.8, 0), (-1.4, 0), (0.0, 0.0), (1, 0), (1, 3), (1, 3)) == []


def test_steps_that_are_no_numbers_cross_nothing() -> None:
    assert crossings((-1, 0), (np.nan, 0), (1, 0), (np.inf, 0)) == []


@pytest.mark.parametrize(
    ("costs", "row"),
    [
        ([5, 4, 3], None),
        ([5, 4, 4.5, 9], 2),
        ([5, 5, 5], None),
        ([5, np.nan, 6, 7], 3),
        ([5, np.inf], 1),
        ([1e6, 1e6 + 1e-8], None),
        ([-2, -1], 1),
        ([5], None),
    ],
)
def test_the_first_ascent_is_the_first_row_that_is_clearly_higher(costs: list[float], row: int | None) -> None:
    assert first_ascent(np.array(costs, dtype=float)) == row


def walking(mountain: str, rule: str = "momentum", rate: float = 0.01, limit: int = 3000) -> Descent:
    trekker = Trekker(optimizer=optimizer(rule, {"learning_rate": str(rate)}))
    run = Scenario(ground=NamedMountain(mountain), trekkers=(trekker,), stop=StopRule(step_limit=limit))
    return Descent(run.ground.open(), run)


def all_of(events: Events) -> tuple[Event, ...]:
    while events.look():
        pass
    return events.found()


def test_events_found_while_it_walks_are_those_found_afterwards() -> None:
    descent = walking("rastrigin", rate=0.02)
    as_it_walks = Events(descent)
    for _ in range(300):
        descent.advance(7)
        as_it_walks.look(50)
    found = all_of(as_it_walks)
    assert found == all_of(Events(descent))
    assert {event.kind for event in found} >= {EventKind.ASCENT, EventKind.RIDGE}
    assert list(found) == sorted(found, key=lambda event: event.step)
    ascent = next(event.step for event in found if event.kind is EventKind.ASCENT)
    assert descent.trail.cost[ascent] > descent.trail.cost[ascent - 1]


def test_a_look_takes_no_more_than_it_is_allowed() -> None:
    run = Scenario(stop=StopRule(tolerance=0.0, step_limit=5000))
    descent = Descent(run.ground.open(), run)
    descent.advance(2500)
    events = Events(descent)
    assert [events.look(1000) for _ in range(3)] == [True, True, False]


def test_an_edit_and_the_arrival_are_events() -> None:
    descent = walking("bowl", rate=0.05)
    descent.advance(4)
    descent.edit(Trekker(optimizer=optimizer("gradient_descent", {"learning_rate": "0.1"})))
    descent.advance(3000)
    assert descent.verdict is not None
    found = all_of(Events(descent))
    assert Event(4, EventKind.EDIT) in found
    assert found[-1] == Event(descent.verdict.step, EventKind.ARRIVAL)


def test_a_walk_that_explodes_ends_in_a_divergence() -> None:
    descent = walking("himmelblau", rate=1.0)
    descent.advance(500)
    assert all_of(Events(descent))[-1].kind is EventKind.DIVERGENCE


def test_every_end_has_a_kind() -> None:
    assert end_kind(Reason.LEFT_THE_MAP) is EventKind.DIVERGENCE
    assert end_kind(Reason.LOCAL_MINIMUM) is EventKind.ARRIVAL
    assert end_kind(Reason.PLATEAU) is EventKind.STOP


def test_ground_of_much_data_is_not_asked_for_its_ridges() -> None:
    class Refusing(TwoValleys):
        rows = 1_000_000

        def cost(self, theta: Array, rows: Rows | None = None) -> Array:
            assert np.ndim(theta) == 1, "nobody should look between the steps"
            return super().cost(theta)

    run = Scenario(ground=SampleData("five_points"))
    descent = Descent(run.ground.open(), run)
    descent.advance(20)
    object.__setattr__(descent.ground, "cost", Refusing())
    assert not Events(descent).look()
