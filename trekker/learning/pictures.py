"""Pictures as a model sees them: rows of pixels of a square, and what a classifier reads in one of them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from trekker.cost import Array
from trekker.learning.data_ground import DataGround
from trekker.learning.dataset import Dataset
from trekker.learning.digits import PIXELS
from trekker.learning.network import Network
from trekker.messages import Refusal


@dataclass(frozen=True, eq=False)
class Reading:
    """What a classifier makes of one picture.

    Attributes:
        label: the label of the likeliest class; NaN where nothing can be said.
        probabilities: the belief in each of the ground's classes, shape (K,).
    """

    label: float
    probabilities: Array


def shows_pictures(ground: object) -> bool:
    """Tell whether a ground learns to read pictures, so that one can be drawn for it."""
    return isinstance(ground, DataGround) and ground.x == PIXELS and ground.classifies


def side_of(ground: DataGround) -> int:
    """Return the height and width of the pictures that the ground learns from."""
    return math.isqrt(len(ground.x))


def pictures_of(ground: DataGround, dataset: Dataset) -> Array:
    """Return the pictures in a table, shape (m, side, side), 0 (blank) to 1 (ink)."""
    side = side_of(ground)
    return dataset.numbers(ground.x).reshape(-1, side, side)


def read_picture(ground: DataGround, theta: Array, picture: Array) -> Reading:
    """Read one picture, shape (side, side), 0 (blank) to 1 (ink), at ``theta``, shape (n,).

    Raises:
        ValueError: where the picture is of another size.
    """
    side = side_of(ground)
    if picture.shape != (side, side):
        raise Refusal(
            "the picture must have {side}×{side} pixels, not {shape}",
            side=side,
            shape="×".join(map(str, picture.shape)),
        )
    probabilities = ground.probabilities(theta, picture.reshape(1, -1))[0]
    known = np.isfinite(probabilities).all()
    return Reading(float(ground.classes[probabilities.argmax()]) if known else math.nan, probabilities)


def first_filters(ground: DataGround, theta: Array) -> Array:
    """Return what the first layer looks for, as pictures: shape (count, height, width).

    Of a convolutional network its 3×3 filters; of dense layers the weights of each unit, laid out as the picture.
    Empty where the model is no network.
    """
    if not isinstance(ground.cost, Network):
        return np.empty((0, 0, 0))
    weights = ground.cost.layout.views(theta)[0]
    if weights.ndim == 4:
        return np.moveaxis(weights[:, :, 0, :], -1, 0)
    side = side_of(ground)
    return weights.T.reshape(-1, side, side)
