"""Learning rates that suit a ground: what is good on one mountain throws a trekker off another."""

from __future__ import annotations

from dataclasses import replace

from trekker.ground import Ground
from trekker.optimizers import AnyOptimizer
from trekker.walk.scenario import Scenario


def suited_to(optimizer: AnyOptimizer, ground: Ground) -> AnyOptimizer:
    """Return the rule with the learning rate that the ground knows to be good for it, where it knows one."""
    rate = ground.learning_rates.get(optimizer.name)
    if rate is None or not hasattr(optimizer, "learning_rate"):
        return optimizer
    return optimizer.with_settings(learning_rate=rate)


def suited_party(scenario: Scenario, ground: Ground) -> Scenario:
    """Return the scenario with every trekker's rule suited to the ground."""
    trekkers = tuple(replace(each, optimizer=suited_to(each.optimizer, ground)) for each in scenario.trekkers)
    return replace(scenario, trekkers=trekkers)
