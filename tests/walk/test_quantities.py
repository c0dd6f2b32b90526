"""What a walk can be plotted by."""

import numpy as np
import pytest

from trekker.optimizers import optimizer
from trekker.walk.applications import applications
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain, SampleData
from trekker.walk.quantities import Column, Which, quantities
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.verdict import StopRule

ENDLESS = StopRule(tolerance=0.0, step_limit=100_000)


def descent_on(ground: object, rule: str = "momentum", **settings: object) -> Descent:
    run = Scenario(ground=ground, trekkers=(Trekker(optimizer=optimizer(rule), **settings),), stop=ENDLESS)
    return Descent(run.ground.open(), run)


def values_of(descent: Descent) -> dict[str, np.ndarray]:
    return {each.name: Column(descent, each).values() for each in quantities(descent.ground)}


def test_terrain_offers_its_distance_and_no_rows_and_data_the_other_way_round() -> None:
    terrain = {each.name for each in quantities(NamedMountain("himmelblau").open())}
    data = {each.name for each in quantities(SampleData("five_points").open())}
    assert {"step", "gradients", "costs", "seconds", "cost", "slope", "felt_slope", "step_length"} <= terrain & data
    assert "distance" in terrain
    assert {"theta_0", "theta_1"} <= terrain
    assert {"row_visits", "epochs"} <= data - terrain


def test_each_quantity_is_what_its_name_says() -> None:
    descent = descent_on(NamedMountain("himmelblau"))
    descent.advance(30)
    trail, values = descent.trail, values_of(descent)
    minima = np.array([each.theta for each in descent.ground.minima])
    assert values["step"].tolist() == list(range(31))
    assert np.array_equal(values["cost"], trail.cost)
    assert np.array_equal(values["theta_1"], trail.theta[:, 1])
    assert values["slope"] == pytest.approx(np.linalg.norm(trail.gradient, axis=1))
    assert values["step_length"][:-1] == pytest.approx(np.linalg.norm(np.diff(trail.theta, axis=0), axis=1))
    assert np.isnan(values["step_length"][-1])
    assert values["distance"][7] == pytest.approx(np.linalg.norm(minima - trail.theta[7], axis=1).min())
    assert values["gradients"].tolist() == list(range(31))


def test_a_column_asked_for_at_every_step_is_the_same_as_one_asked_for_at_the_end() -> None:
    descent = descent_on(NamedMountain("himmelblau"))
    early = {each.name: Column(descent, each) for each in quantities(descent.ground)}
    for _ in range(90):
        descent.advance(7)
        for column in early.values():
            column.values()
    late = values_of(descent)
    for name, column in early.items():
        assert np.array_equal(column.values(), late[name], equal_nan=True), name


def test_of_few_parameters_only_the_rows_that_are_asked_for_are_worked_out_and_none_is_kept() -> None:
    descent = descent_on(NamedMountain("himmelblau"))
    descent.advance(1000)
    (slope,) = (each for each in quantities(descent.ground) if each.name == "slope")
    asked: list[Which] = []

    def noting(walk: Descent, rows: Which) -> np.ndarray:
        asked.append(rows)
        return slope.rows(walk, rows)

    column = Column(descent, type(slope)("slope", "slope", noting))
    assert column[7] == column[np.array([[7, 8], [9, 10]])][0, 0] == column[5:9][2]
    assert [np.arange(1001)[rows].size for rows in asked] == [1, 4, 4]
    kept = [each.nbytes for each in vars(column).values() if isinstance(each, np.ndarray)]
    assert sum(kept) == 0


def test_any_part_of_a_column_is_that_part_of_the_whole() -> None:
    for descent in (descent_on(NamedMountain("himmelblau")), descent_on(SampleData("five_points"))):
        descent.advance(50)
        numbers = np.array([[0, 50, 3], [7, 7, 49]])
        for quantity in quantities(descent.ground):
            column = Column(descent, quantity)
            whole = column.values()
            assert len(column) == len(whole) == 51
            assert np.array_equal(column[numbers], whole[numbers], equal_nan=True), quantity.name
            assert np.array_equal(column[10:20], whole[10:20], equal_nan=True), quantity.name
            assert column[20:20].size == 0, quantity.name
            assert column[3] == whole[3], quantity.name


def test_of_many_parameters_a_row_is_worked_out_once_and_the_newest_once_more() -> None:
    descent = descent_on(applications()["digits_softmax"].scenario().ground)
    (length,) = (each for each in quantities(descent.ground) if each.name == "step_length")
    asked: list[tuple[int, int]] = []

    def noting(walk: Descent, rows: Which) -> np.ndarray:
        assert isinstance(rows, slice)
        asked.append((rows.start, rows.stop))
        return length.rows(walk, rows)

    column = Column(descent, type(length)("step_length", "step length", noting))
    for steps in (0, 3, 2, 0):
        descent.advance(steps)
        column.values()
    assert asked == [(0, 1), (0, 4), (3, 6), (5, 6)]
    away = np.linalg.norm(np.diff(descent.trail.theta, axis=0), axis=1)
    assert column[np.arange(5)] == pytest.approx(away)
    assert np.isnan(column[5])


def test_a_column_cannot_be_changed_from_outside() -> None:
    descent = descent_on(NamedMountain("bowl"))
    with pytest.raises(ValueError, match="read-only"):
        Column(descent, next(each for each in quantities(descent.ground) if each.name == "cost")).values()[0] = 3


@pytest.mark.parametrize(("size", "after"), [(None, [0, 5, 10, 15]), (2, [0, 2, 4, 5]), (1, [0, 1, 2, 3])])
def test_row_visits_count_what_was_felt_and_an_epoch_is_all_rows_once(size: int | None, after: list[int]) -> None:
    descent = descent_on(SampleData("five_points"), batch_size=size)
    descent.advance(3)
    values = values_of(descent)
    assert values["row_visits"].tolist() == after
    assert values["epochs"] == pytest.approx(np.array(after) / 5)


def test_a_rule_that_searches_visits_rows_with_every_look() -> None:
    descent = descent_on(SampleData("five_points"), rule="line_search")
    descent.advance(3)
    values, work = values_of(descent), descent.trail.work
    assert values["row_visits"].tolist() == (5 * (work[:, 0] + work[:, 1])).tolist()
    assert values["costs"][-1] > 3


def test_seconds_begin_at_nothing_and_grow_with_every_step() -> None:
    descent = descent_on(NamedMountain("himmelblau"))
    descent.advance(50)
    seconds = values_of(descent)["seconds"]
    assert seconds[0] == 0
    assert (np.diff(seconds) > 0).all()
