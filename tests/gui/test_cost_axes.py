"""The axes of the cost panel."""

from dataclasses import replace

import numpy as np

from trekker.gui.panels.costs.axes import LowestSeen, scales_of
from trekker.gui.panels.costs.plotted import Plotted
from trekker.gui.plots.scale import PlotScale
from trekker.gui.plots.settings import PlotChoice
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain
from trekker.walk.scenario import Scenario
from trekker.walk.verdict import StopRule

RUN = Scenario(ground=NamedMountain("himmelblau"), stop=StopRule(tolerance=0.0))


def scales(choice=None, *, logarithmic=True, floor=None, lowest_seen=1.0):
    ground = RUN.ground.open()
    plotted = Plotted.of(ground, (Descent(ground, RUN),), choice or PlotChoice(), may_know_minima=True)
    return scales_of(plotted, logarithmic=logarithmic, floor=floor, lowest_seen=lowest_seen)


def test_where_the_ground_may_not_be_known_the_cost_is_logarithmic_until_one_that_is_not_above_zero_was_seen():
    assert scales(lowest_seen=0.01).y.logarithmic
    assert not scales(lowest_seen=0.0).y.logarithmic
    assert scales(PlotChoice(second="slope"), lowest_seen=0.0).second.logarithmic


def test_where_it_is_known_the_axis_begins_at_the_lowest_cost_that_is_below_zero():
    assert scales(floor=-3.0).y == PlotScale(logarithmic=True, base=-3.0)
    assert scales(floor=2.0).y == PlotScale(logarithmic=True, base=0.0)
    assert scales(floor=-3.0, logarithmic=False).y == PlotScale()


def test_costs_below_the_lowest_that_is_known_make_the_axis_linear_and_rounding_does_not():
    assert not scales(floor=0.0, lowest_seen=-0.5).y.logarithmic
    assert not scales(floor=-3.0, lowest_seen=-3.1).y.logarithmic
    assert scales(floor=-3.0, lowest_seen=-3.0 - 1e-12).y == PlotScale(logarithmic=True, base=-3.0)
    assert scales(floor=0.0, lowest_seen=0.0).y.logarithmic


def test_along_the_bottom_the_cost_has_the_scale_that_it_has_upwards():
    phase = PlotChoice(y="slope", x="cost")
    assert scales(phase, floor=-3.0).x == PlotScale(logarithmic=True, base=-3.0)
    assert not scales(phase, floor=0.0, lowest_seen=-0.5).x.logarithmic


def test_only_a_phase_plot_is_logarithmic_along_the_bottom():
    assert scales(PlotChoice(y="slope", x="cost")).x.logarithmic
    assert not scales(PlotChoice(y="cost", x="gradients")).x.logarithmic


def test_the_lowest_cost_seen_is_that_of_all_rows_of_all_walks_and_each_row_is_looked_at_once(monkeypatch):
    ground, lowest, looked = RUN.ground.open(), LowestSeen(), []
    walks = [Descent(ground, replace(RUN, seed=seed)) for seed in (0, 1)]
    whole = np.nanmin
    monkeypatch.setattr(np, "nanmin", lambda rows, **more: looked.append(len(rows)) or whole(rows, **more))
    for steps in (0, 30, 0, 7):
        walks[0].advance(steps)
        assert lowest.of(walks) == min(float(each.trail.cost.min()) for each in walks)
    assert looked == [1, 1, 30, 0, 0, 0, 7, 0]
    assert lowest.of([]) == 1.0
