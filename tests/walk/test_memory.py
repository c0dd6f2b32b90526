"""A walk keeps its trail, and next to nothing else."""

import tracemalloc

import numpy as np
import pytest

from trekker.optimizers import optimizer
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.verdict import StopRule

EARLY, LATE = 2_000, 17_000
SHARE = 0.03
"""Of the trail's arrays: so much may all else grow, above all the rule's memories, of which one in 128 is kept."""


def bytes_of(trail):
    return sum(each.nbytes for each in vars(trail).values() if isinstance(each, np.ndarray))


@pytest.mark.parametrize("rule", ["gradient_descent", "adam"])
def test_a_long_walk_grows_memory_by_its_trail_alone(rule):
    trekker = Trekker(optimizer=optimizer(rule, {"learning_rate": "0.0005"}))
    ground = NamedMountain("himmelblau").open()
    ground.cost.prepare()
    descent = Descent(ground, Scenario(trekkers=(trekker,), stop=StopRule(tolerance=0.0, step_limit=10**7)))
    tracemalloc.start()
    try:
        descent.advance(EARLY)
        before, held = tracemalloc.get_traced_memory()[0], bytes_of(descent.trail)
        descent.advance(LATE - EARLY)
        grown, own = tracemalloc.get_traced_memory()[0] - before, bytes_of(descent.trail) - held
    finally:
        tracemalloc.stop()
    assert descent.trail.steps == LATE
    assert own > 1_000_000
    assert own <= grown <= (1 + SHARE) * own
