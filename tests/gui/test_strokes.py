"""Digits that are drawn are like those of the data set: a model that learnt from these reads them."""

import numpy as np
import pytest

from trekker.gui.panels.fits.strokes import reduced
from trekker.learning.digits import PIXELS, TARGET, digits
from trekker.walk.applications import applications
from trekker.walk.descent import Descent


def arc(x, y, width, height, first, last):
    turn = np.radians(np.linspace(first, last, 16))
    return tuple(zip((x + width * np.cos(turn)).tolist(), (y + height * np.sin(turn)).tolist(), strict=True))


DRAWN = (
    (arc(0.5, 0.5, 0.25, 0.4, 0, 360),),
    (((0.38, 0.25), (0.52, 0.1), (0.52, 0.9)),),
    ((*arc(0.5, 0.3, 0.22, 0.2, 200, 380), (0.28, 0.9), (0.75, 0.9)),),
    (arc(0.45, 0.3, 0.22, 0.2, 200, 450) + arc(0.45, 0.7, 0.25, 0.2, -90, 160),),
    (((0.6, 0.1), (0.25, 0.6), (0.8, 0.6)), ((0.62, 0.35), (0.62, 0.95))),
    (((0.75, 0.1), (0.35, 0.1), (0.32, 0.45), *arc(0.48, 0.68, 0.24, 0.24, -120, 150)),),
    (((0.6, 0.1), (0.4, 0.35), *arc(0.5, 0.7, 0.2, 0.2, 180, 540)),),
    (((0.25, 0.1), (0.75, 0.1), (0.45, 0.9)), ((0.3, 0.5), (0.7, 0.5))),
    (arc(0.5, 0.3, 0.18, 0.2, 90, 450) + arc(0.5, 0.7, 0.22, 0.2, -90, 270),),
    ((*arc(0.5, 0.3, 0.2, 0.2, 0, 360), (0.7, 0.3), (0.65, 0.9)),),
)
"""The ten digits, as somebody draws them who was never seen by the model."""


def test_every_drawn_digit_is_read_by_a_model_that_never_saw_a_pen(qapp):
    scenario = applications()["digits_softmax"].scenario()
    ground = scenario.ground.open()
    descent = Descent(ground, scenario)
    descent.advance(250)
    pictures = np.stack([reduced(strokes).ravel() for strokes in DRAWN])
    assert ground.predict(descent.trail.theta[-1], pictures).tolist() == list(range(10))


@pytest.mark.parametrize("digit", [0, 4, 8])
def test_a_drawn_digit_has_about_as_much_ink_as_those_of_the_data_set(qapp, digit):
    table = digits()
    written = table.numbers(PIXELS)[table[TARGET] == digit].mean()
    assert reduced(DRAWN[digit]).mean() == pytest.approx(written, rel=0.25)
