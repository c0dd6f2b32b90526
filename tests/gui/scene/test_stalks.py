"""Whoever stands clearly off the drawn surface is tied to it by a stalk."""

import numpy as np
import pytest

from trekker.gui.scene.landscape import sample
from trekker.gui.scene.stalks import stalks
from trekker.gui.scene.stance import stance_of
from trekker.gui.scene.walker import Walker
from trekker.terrain.gallery import gallery

GROUND = gallery()["bowl"].ground()
LANDSCAPE = sample(GROUND)
PLACE = 0.5 * (GROUND.bounds.centre + GROUND.bounds.upper)


def stance(place, cost):
    return stance_of(LANDSCAPE, Walker(colour="#d55e00", points=place[None], costs=np.array([cost])))


def test_who_stands_on_the_ground_has_no_stalk():
    assert not stalks(LANDSCAPE, [stance(PLACE, float(GROUND.cost.cost(PLACE)))]).lines


@pytest.mark.parametrize("share", [0.1, 0.9])
def test_who_stands_below_or_above_it_is_tied_to_the_place_of_their_own(share):
    here = stance(PLACE, float(np.quantile(LANDSCAPE.costs, share)))
    (line,) = stalks(LANDSCAPE, [here]).lines
    assert line.points[0] == pytest.approx(here.feet)
    assert line.points[1] == pytest.approx((*here.feet[:2], float(LANDSCAPE.surface_height(here.feet[:2]))))


def test_who_has_left_the_map_has_none():
    points = np.stack([PLACE, 3 * GROUND.bounds.upper])
    gone = stance_of(LANDSCAPE, Walker(colour="#d55e00", points=points, costs=np.zeros(2)))
    assert gone.gone
    assert not stalks(LANDSCAPE, [gone]).lines
