"""The models of this package. Each is one class; a new one is found here by itself."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from trekker import learning
from trekker.knobs import read_knobs
from trekker.learning.linear import LinearRegression
from trekker.learning.model import Kind, Model
from trekker.messages import Refusal


@cache
def models() -> Mapping[str, type[Model]]:
    """Return every model of this package by its public name: by kind, the line first, then by module."""
    kinds = list(Kind)
    ordered = sorted(_declared(), key=lambda each: (kinds.index(each.kind), each is not LinearRegression))
    return MappingProxyType({each.name: each for each in ordered})


def model(name: str, settings: Mapping[str, str] = MappingProxyType({})) -> Model:
    """Build the model called ``name`` from the texts of its ``settings``; those not given have their defaults.

    Raises:
        ValueError: where the model or a setting is unknown or a value is not allowed; the message lists
            what there is.
    """
    known = models()
    if name not in known:
        raise Refusal("{name} is not a model here; there are {known}", name=name, known=", ".join(known))
    return read_knobs(known[name], settings)


def _declared() -> Iterator[type[Model]]:
    """Yield the concrete models of every module of this package."""
    for found in pkgutil.iter_modules(learning.__path__):
        module = importlib.import_module(f"{learning.__name__}.{found.name}")
        for each in vars(module).values():
            is_ours = inspect.isclass(each) and each.__module__ == module.__name__ and issubclass(each, Model)
            if is_ours and not inspect.isabstract(each):
                yield each
