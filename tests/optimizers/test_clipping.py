from __future__ import annotations

import math

import numpy as np
import pytest

from trekker.optimizers.clipping import ClipKind, Clipping


def test_without_clipping_a_gradient_is_handed_on_as_it_is():
    gradient = np.array((1e9, -2.0))
    assert Clipping().apply(gradient) is gradient
    assert Clipping.read("off") == Clipping()


def test_by_norm_a_long_gradient_keeps_its_direction_and_a_short_one_everything():
    clip = Clipping.read("norm:2.5")
    assert clip.apply(np.array((3.0, 4.0))).tolist() == [1.5, 2.0]
    assert clip.apply(np.array((1.0, -2.0))).tolist() == [1.0, -2.0]


def test_by_value_each_component_is_held_by_itself():
    assert Clipping.read("value:2").apply(np.array((3.0, -4.0, 1.0))).tolist() == [2.0, -2.0, 1.0]


@pytest.mark.parametrize("text", ("norm:1.5", "value:0.7"))
def test_many_trekkers_at_once_are_clipped_as_each_alone(text):
    gradients = np.random.default_rng(1).normal(size=(50, 3, 2))
    clip = Clipping.read(text)
    alone = np.array([[clip.apply(each) for each in row] for row in gradients])
    assert clip.apply(gradients).tobytes() == alone.tobytes()


@pytest.mark.parametrize("text", ("norm:1.0", "value:1.0"))
def test_a_gradient_that_is_not_a_number_stays_so(text):
    clipped = Clipping.read(text).apply(np.array(((math.nan, 3.0), (3.0, 4.0))))
    assert np.isnan(clipped[0]).any()
    assert np.isfinite(clipped[1]).all()


@pytest.mark.parametrize("clip", (Clipping(), Clipping(ClipKind.NORM, 0.1), Clipping(ClipKind.VALUE, 1 / 3)))
def test_a_text_of_it_reads_back_exactly(clip):
    assert Clipping.read(str(clip)) == clip


@pytest.mark.parametrize(
    "text", ("", "norm", "norm:", "norm:0", "norm:-1", "norm:inf", "value:nan", "length:1", "off:1")
)
def test_a_text_that_means_nothing_is_refused_with_what_would_be_right(text):
    with pytest.raises(ValueError, match=r"clipping must be off, or norm or value with a limit above 0 as in norm:1.0"):
        Clipping.read(text)
