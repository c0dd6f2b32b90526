"""Walks on the models with one valley end where scikit-learn and the article say its floor is."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.learning.references import cases
from trekker.learning.catalogue import model
from trekker.learning.data_ground import data_ground
from trekker.learning.dataset import Column, Dataset
from trekker.optimizers.momentum import Nesterov
from trekker.optimizers.plain import GradientDescent
from trekker.walk.descent import Descent
from trekker.walk.grounds import SampleData
from trekker.walk.scenario import Scenario, Trekker
from trekker.walk.suiting import suited_party
from trekker.walk.verdict import Reason, StopRule

RECORDED = json.loads((Path(__file__).parents[1] / "learning" / "references" / "recorded.json").read_text("utf-8"))[
    "lines"
]
STRENGTHS = {"linear": None, "ridge": cases.RIDGE, "logistic": cases.LOGISTIC}


def walked(ground, rule, **stop):
    trekkers = (Trekker(optimizer=rule),)
    descent = Descent(ground, suited_party(Scenario(trekkers=trekkers, stop=StopRule(**stop)), ground))
    descent.advance(stop["step_limit"])
    return descent


@pytest.mark.parametrize("rule", [GradientDescent(), Nesterov()], ids=["gradient descent", "Nesterov"])
@pytest.mark.parametrize("name", STRENGTHS)
def test_a_walk_on_a_line_ends_where_scikit_learn_finds_its_floor(name, rule):
    inputs, targets, classes = cases.table()
    columns = [Column(f"x{i}", values) for i, values in enumerate(inputs.T)]
    table = Dataset("table", (*columns, Column("y", classes if name == "logistic" else targets)))
    strength = {} if STRENGTHS[name] is None else {"strength": repr(STRENGTHS[name])}
    ground = data_ground(table, ["x0", "x1", "x2"], "y", model(name, strength))
    descent = walked(ground, rule, step_limit=4000, tolerance=0.0)
    assert descent.trail.theta[-1] == pytest.approx(np.array(RECORDED[name]), abs=1e-6)


def test_the_articles_walk_ends_at_its_line():
    descent = walked(SampleData("five_points").open(), GradientDescent(), step_limit=10_000, tolerance=1e-12)
    assert descent.verdict.reason is Reason.GLOBAL_MINIMUM
    assert descent.trail.theta[-1] == pytest.approx([2.2, 0.6], abs=1e-4)
