"""Batch, stochastic and mini-batch, side by side."""

import pytest

from trekker.optimizers.momentum import Momentum
from trekker.walk.comparison import comparing_batches
from trekker.walk.descent import Descent
from trekker.walk.grounds import SampleData
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.suiting import suited_party
from trekker.walk.verdict import Reason, StopRule

SCENARIO = Scenario(ground=SampleData("lemonade"), stop=StopRule())


def rows_visited(trekker, rows):
    return trekker.steps * (trekker.batch_size or rows)


@pytest.mark.parametrize("rows", [3, 5, 200, 1437])
def test_all_three_may_visit_every_row_equally_often(rows):
    party = comparing_batches(SCENARIO, rows, Trekker()).trekkers
    assert [each.batch_size for each in party][:2] == [None, 1]
    assert 1 < party[2].batch_size < rows
    budget = rows_visited(party[0], rows)
    assert rows_visited(party[1], rows) == budget
    assert budget <= rows_visited(party[2], rows) < budget * (1 + party[2].batch_size / rows)  # the last batch is short
    assert party[1].steps <= 10_000


def test_they_walk_by_the_same_rule_and_can_be_told_apart():
    party = comparing_batches(SCENARIO, 200, Trekker(optimizer=Momentum(momentum=0.5))).trekkers
    assert {each.optimizer for each in party} == {Momentum(momentum=0.5)}
    assert len({each.title for each in party}) == 3


def test_each_stops_when_its_budget_is_spent():
    ground = SCENARIO.ground.open()
    scenario = suited_party(comparing_batches(SCENARIO, 200, Trekker()), ground)
    for index, trekker in enumerate(scenario.trekkers):
        descent = Descent(ground, scenario, index)
        descent.advance(trekker.steps + 10)
        assert descent.trail.steps == trekker.steps
        assert descent.verdict.reason is Reason.STEP_LIMIT


def test_too_few_rows_for_three_sizes_are_refused():
    with pytest.raises(ValueError, match="at least 3 rows"):
        comparing_batches(SCENARIO, 2, Trekker())
    with pytest.raises(ValueError, match="at least 1"):
        Trekker(steps=0)
