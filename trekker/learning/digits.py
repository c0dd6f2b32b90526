"""The bundled hand-written digits: 1,797 pictures of 8×8 pixels."""

from __future__ import annotations

from functools import cache

import numpy as np

from trekker.assets import asset
from trekker.learning.dataset import Column, Dataset

SIDE = 8
"""The height and width of a picture."""
TARGET = "digit"
"""The name of the column that holds what was written."""
PIXELS = tuple(f"pixel {row},{column}" for row in range(SIDE) for column in range(SIDE))
"""The names of the columns that hold the picture, row by row."""
_DARKEST = 16.0
_SOURCE = (
    "Alpaydin and Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, "
    "doi:10.24432/C50P49; its 1,797 test pictures. Licence: CC BY 4.0."
)


@cache
def digits() -> Dataset:
    """Return the pictures, a pixel a column, 0 (blank) to 1 (ink), and the digits, 0 to 9.

    Raises:
        FileNotFoundError: where the bundled file is missing.
    """
    with np.load(asset("samples/digits.npz"), allow_pickle=False) as file:
        pixels, written = file["pixels"] / _DARKEST, file["digits"]
    columns = (Column(name, pixels[:, i]) for i, name in enumerate(PIXELS))
    return Dataset("Hand-written digits", (*columns, Column(TARGET, written)), source=_SOURCE)
