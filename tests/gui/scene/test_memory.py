"""What is remembered under the blindfold of the ground once walked."""

import numpy as np
import pytest

from trekker.gui.scene.memory import GroundMemory
from trekker.gui.scene.walker import Walker


@pytest.fixture
def remembered(landscape):
    """Return the picture of what is remembered of a bowl where somebody walked a little, by how far feet feel."""
    ground, memory = landscape("bowl"), GroundMemory()
    memory.remember(ground, (Walker("#d55e00", np.array([(0.0, 0.0), (0.1, 0.0)]), np.zeros(2)),))
    return lambda radius: memory.picture(ground, radius)


def test_ground_near_the_trail_is_remembered_and_the_rest_is_not(remembered):
    picture = remembered(0.2)
    assert picture[64, 64] == 255
    assert picture[0, 0] == picture[-1, -1] == 0


def test_feet_that_feel_far_beyond_the_map_remember_all_of_it(remembered):
    assert (remembered(1e12) == 255).all()
