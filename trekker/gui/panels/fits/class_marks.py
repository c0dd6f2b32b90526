"""How classes look: a colour and a marker each, so that nobody has to tell them apart by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np
from PySide6.QtGui import QColor

from trekker.cost import Array

#: Okabe and Ito's colours in an order in which neighbours differ most, and two greys.
CLASS_COLOURS = (
    "#0072b2",
    "#e69f00",
    "#009e73",
    "#cc79a7",
    "#56b4e9",
    "#d55e00",
    "#f0e442",
    "#999999",
    "#5e4fa2",
    "#8c564b",
)
CLASS_SYMBOLS = ("o", "t1", "s", "d", "+", "star", "t", "x", "p", "h")
_GLYPHS = ("●", "▲", "■", "◆", "✚", "★", "▼", "✖", "⬟", "⬢")


def colour_of(number_of_class: int) -> str:
    """Return the colour of a class, by its number; after ten they come again."""
    return CLASS_COLOURS[number_of_class % len(CLASS_COLOURS)]


def symbol_of(number_of_class: int) -> str:
    """Return pyqtgraph's name of the marker of a class."""
    return CLASS_SYMBOLS[number_of_class % len(CLASS_SYMBOLS)]


def legend(names: Sequence[str], most: int = 6) -> str:
    """Return the markers and names of the classes as rich text; of many only the first."""
    shown = [
        f'<span style="color:{colour_of(i)}">{_GLYPHS[i % len(_GLYPHS)]}</span>&nbsp;{escape(each)}'
        for i, each in enumerate(names[:most])
    ]
    return " &nbsp;".join(shown) + (" …" if len(names) > most else "")


def blended(probabilities: Array, paper: str) -> Array:
    """Return the colours of places where the classes are believed in so much.

    Args:
        probabilities: shape (…, K).
        paper: the colour of the paper, #rrggbb; the paler, the less sure.

    Returns:
        Red, green and blue from 0 to 255, shape (…, 3), uint8; plain paper where nothing can be said.
    """
    count = probabilities.shape[-1]
    inks = np.array([_rgb(colour_of(i)) for i in range(count)])
    known = np.isfinite(probabilities).all(axis=-1, keepdims=True)
    belief = np.where(known, probabilities, 1.0 / count)
    sure = np.clip((belief.max(axis=-1, keepdims=True) - 1.0 / count) / (1.0 - 1.0 / count), 0.0, 1.0)
    likeliest = inks[belief.argmax(axis=-1)]
    share = np.where(known, 0.12 + 0.4 * sure, 0.0)
    return np.asarray(likeliest * share + np.array(_rgb(paper)) * (1.0 - share)).astype(np.uint8)


def _rgb(colour: str) -> tuple[int, int, int]:
    ink = QColor(colour)
    return ink.red(), ink.green(), ink.blue()
