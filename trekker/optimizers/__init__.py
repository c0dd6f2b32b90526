"""The rules by which a trekker decides a step. Each is one class; a new one is found here by itself."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from trekker.knobs import read_knobs
from trekker.messages import Refusal
from trekker.optimizers.optimizer import AnyOptimizer, Family, Optimizer

__all__ = ["AnyOptimizer", "Family", "catalogue", "optimizer"]


@cache
def catalogue() -> Mapping[str, type[AnyOptimizer]]:
    """Return every rule of this package by its public name: by family, and inside one in the order declared."""
    families = list(Family)
    rules = sorted(_declared(), key=lambda rule: families.index(rule.family))
    return MappingProxyType({rule.name: rule for rule in rules})


def optimizer(name: str, settings: Mapping[str, str] = MappingProxyType({})) -> AnyOptimizer:
    """Build the rule called ``name`` from the texts of its ``settings``; those not given have their defaults.

    Raises:
        ValueError: where the rule or a setting is unknown or a value is not allowed; the message lists what there is.
    """
    rules = catalogue()
    if name not in rules:
        raise Refusal("{name} is not an optimizer here; there are {known}", name=name, known=", ".join(rules))
    return read_knobs(rules[name], settings)


def _declared() -> Iterator[type[AnyOptimizer]]:
    """Yield the concrete rules of every module of this package, in the order of the source."""
    for found in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{found.name}")
        for each in vars(module).values():
            is_ours = inspect.isclass(each) and each.__module__ == module.__name__ and issubclass(each, Optimizer)
            if is_ours and not inspect.isabstract(each):
                yield each
