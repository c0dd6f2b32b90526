"""Blindfolded Trekker: gradient descent made visible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trekker.learning.article import gradient_descent

__version__ = "0.1.0"
__all__ = ["__version__", "gradient_descent"]


def __getattr__(name: str) -> Any:
    """Import the article's function when it is first asked for, so that the window starts without it."""
    if name == "gradient_descent":
        from trekker.learning.article import gradient_descent

        return gradient_descent
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
