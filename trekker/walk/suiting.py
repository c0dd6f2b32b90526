"""What suits a ground: learning rates that are good on one mountain throw a trekker off another."""

from __future__ import annotations

from collections.abc import Iterable
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


def can_walk(optimizer: AnyOptimizer, ground: Ground) -> bool:
    """Tell whether the ground knows all that a rule asks for."""
    return ground.cost.has_hessian or not optimizer.needs_hessian


def check_rules(trekkers: Iterable[Trekker], ground: Ground) -> None:
    """Make sure that everybody's rule can walk on the ground.

    Raises:
        ValueError: where one cannot; one sentence.
    """
    for each in trekkers:
        if not can_walk(each.optimizer, ground):
            raise ValueError(
                f"{each.optimizer.title} needs the curvature of the ground, which is not known on {ground.title}; "
                "every other rule can walk there."
            )


def able_party(scenario: Scenario, ground: Ground) -> Scenario:
    """Return the scenario with plain descent in place of every rule that cannot walk on the ground."""
    plain = suited_to(catalogue()["gradient_descent"](), ground)
    trekkers = tuple(
        each if can_walk(each.optimizer, ground) else replace(each, optimizer=plain) for each in scenario.trekkers
    )
    return replace(scenario, trekkers=trekkers)


def newcomer_to(scenario: Scenario, ground: Ground) -> Trekker:
    """Return one more trekker for a party, with a rule that nobody in it has yet, suited to the ground."""
    present = {each.optimizer.name for each in scenario.trekkers}
    name = next((name for name in _WORTH_COMPARING if name not in present), _WORTH_COMPARING[0])
    return Trekker(optimizer=suited_to(catalogue()[name](), ground))
