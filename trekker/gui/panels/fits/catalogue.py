"""The fit views of this package; a new one is found here by itself."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import TypeGuard

from trekker.ground import Ground
from trekker.gui.panels import fits
from trekker.gui.panels.fits.view import FitView


def view_for(ground: Ground) -> type[FitView]:
    """Return the view that suits a ground best.

    Raises:
        ValueError: where none does.
    """
    suiting = [each for each in _views() if each.suits(ground)]
    if not suiting:
        raise ValueError(f"no fit view suits {ground.title}")
    return max(suiting, key=lambda each: each.rank)


@cache
def _views() -> tuple[type[FitView], ...]:
    return tuple(_declared())


def _declared() -> Iterator[type[FitView]]:
    """Yield the views of every module of this package."""
    for found in pkgutil.iter_modules(fits.__path__):
        module = importlib.import_module(f"{fits.__name__}.{found.name}")
        for each in vars(module).values():
            if inspect.isclass(each) and each.__module__ == module.__name__ and _is_view(each):
                yield each


def _is_view(each: type) -> TypeGuard[type[FitView]]:
    """Tell whether a class is a view that says which grounds it suits, and not the contract itself."""
    return issubclass(each, FitView) and each is not FitView and "suits" in vars(each)
