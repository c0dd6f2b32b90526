"""Batch, stochastic and mini-batch side by side: three trekkers on one mountain with one budget of row visits."""

from __future__ import annotations

from dataclasses import replace

from trekker.messages import Refusal
from trekker.walk.scenario import Scenario, Trekker

_MOST_STEPS = 10_000
_MOST_EPOCHS = 100
_MINI = 16
_SOME = 3  # of fewer rows than this many mini-batches, a mini-batch is a third


def comparing_batches(scenario: Scenario, rows: int, like: Trekker) -> Scenario:
    """Return the scenario with three trekkers ``like`` one, who feel all of ``rows`` rows, one, and a few a step.

    Each visits every row equally often: as many epochs as the one who feels single rows walks in 10,000 steps, but 100
    at most. Nobody stops early: who feels single rows never comes to rest, and would be judged before the others.

    Raises:
        ValueError: where there are fewer than three rows, of which no three sizes of batches can be made.
    """
    if rows < 3:
        raise Refusal("comparing batches needs data with at least 3 rows, not {rows}", rows=rows)
    epochs = min(max(1, _MOST_STEPS // rows), _MOST_EPOCHS)
    mini = min(_MINI, max(2, rows // _SOME))
    sizes = ((None, "Batch"), (1, "Stochastic"), (mini, "Mini-batch"))
    return replace(
        scenario,
        stop=replace(scenario.stop, tolerance=0.0),
        trekkers=tuple(
            replace(like, batch_size=size, name=name, start=None, steps=epochs * -(-rows // (size or rows)))
            for size, name in sizes
        ),
    )
