"""What suits a ground: learning rates that are good on one mountain throw a trekker off another."""

from __future__ import annotations

from dataclasses import replace

from trekker.ground import Ground
from trekker.optimizers import AnyOptimizer, catalogue
from trekker.walk.scenario import Scenario, Trekker

_WORTH_COMPARING = (
    "gradient_descent",
    "momentum",
    "adam",
    "rmsprop",
    "line_search",
    "lbfgs",
    "nesterov",
    "adagrad",
)
"""Rules that walk differently, in the order in which a party gets them."""


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


def newcomer_to(scenario: Scenario, ground: Ground) -> Trekker:
    """Return one more trekker for a party, with a rule that nobody in it has yet, suited to the ground."""
    present = {each.optimizer.name for each in scenario.trekkers}
    name = next((name for name in _WORTH_COMPARING if name not in present), _WORTH_COMPARING[0])
    return Trekker(optimizer=suited_to(catalogue()[name](), ground))
