"""Blindfolded Trekker: gradient descent made visible."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trekker.learning.article import gradient_descent

for _switch in ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    # Before NumPy is imported. One thread a product: the matrices here are small, and threads that wait for more work
    # spin, which starves the window beside a network that trains. And sums have one order on every computer.
    os.environ.setdefault(_switch, "1")

__version__ = "0.1.0"
__all__ = ["__version__", "gradient_descent"]


def __getattr__(name: str) -> Any:
    """Import the article's function when it is first asked for, so that the window starts without it."""
    if name == "gradient_descent":
        from trekker.learning.article import gradient_descent

        return gradient_descent
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
