"""Sampling a mountain over a plane: coarse, then finer, nothing twice; and trails projected once."""

import gc
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QTranslator

from trekker.ground import Bounds
from trekker.gui.background.jobs import Cancelled
from trekker.gui.background.plane_sampling import GRIDS, Kept, is_fine, sampled
from trekker.gui.projected import Projected
from trekker.plane import Plane
from trekker.walk.descent import Descent
from trekker.walk.grounds import NamedMountain, SampleData
from trekker.walk.planes import PlaneChoice, PlaneKind, laid, seen_on
from trekker.walk.scenario import Scenario
from trekker.walk.verdict import StopRule

PLANE = Plane(np.zeros(2), np.array([[2.0, 0.0], [1.0, 1.0]]), ("a", "b"))


class Counting:
    """A cost that counts the places it is asked for."""

    dimension, rows, has_hessian = 2, 0, False

    def __init__(self, cost):
        self._cost, self.count = cost, 0

    def cost(self, theta, rows=None):
        self.count += int(np.prod(theta.shape[:-1]))
        return self._cost.cost(theta)


@pytest.fixture
def ground():
    return seen_on(NamedMountain("himmelblau").open(), PLANE, Bounds(-1, 1, -2, 2))


def test_each_finer_grid_takes_over_the_points_of_the_one_before(ground):
    counting = Counting(ground.cost)
    object.__setattr__(ground, "cost", counting)
    found = None
    for columns in GRIDS[:4]:
        found = sampled(ground, found, lambda share: None)
        assert found.landscape.costs.shape == (columns, columns)
    assert counting.count == GRIDS[3] ** 2
    points = ground.bounds.grid(GRIDS[3], GRIDS[3])
    assert np.array_equal(found.landscape.costs, counting._cost.cost(points))
    assert found.landscape.axes == ("a", "b")


def test_sampling_can_be_called_off_in_its_midst(ground):
    def called_off(share):
        raise Cancelled

    with pytest.raises(Cancelled):
        sampled(ground, None, called_off)


def test_no_finer_grid_is_begun_than_can_be_drawn_or_than_there_is_time_for(ground):
    found = sampled(ground, None, lambda share: None)
    assert not is_fine(found._replace(seconds=1e-6), finest=160)
    assert is_fine(found._replace(seconds=1e-6), finest=9)
    assert is_fine(found._replace(seconds=3.0), finest=160)


def test_landscapes_are_kept_by_ground_plane_and_map_and_the_finest_counts(ground):
    kept, coarse = Kept(), sampled(ground, None, lambda share: None)
    fine = sampled(ground, coarse, lambda share: None)
    kept.keep(ground, PLANE, ground.bounds, coarse)
    kept.keep(ground, PLANE, ground.bounds, fine)
    same = Plane(PLANE.origin.copy(), PLANE.directions.copy(), PLANE.axes)
    assert kept.find(ground, same, ground.bounds) is fine
    assert kept.find(ground, same, ground.bounds.widened(2)) is None
    assert kept.find(ground, Plane(PLANE.origin + 1, PLANE.directions, PLANE.axes), ground.bounds) is None
    assert kept.find(NamedMountain("bowl").open(), PLANE, ground.bounds) is None


def test_landscapes_go_with_their_ground(ground):
    kept, other = Kept(), NamedMountain("bowl").open()
    kept.keep(other, PLANE, ground.bounds, sampled(ground, None, lambda share: None))
    gone = weakref.ref(other)
    del other
    gc.collect()
    assert gone() is None
    assert not kept._kept


def test_a_growing_trail_is_projected_row_by_row_and_anew_on_another_plane():
    run = Scenario(ground=NamedMountain("himmelblau"), stop=StopRule(tolerance=0.0))
    walk, projected = Descent(run.ground.open(), run), Projected()
    for _ in range(5):
        walk.advance(130)
        rows = len(walk.trail)
        assert projected.places(walk.trail, PLANE, rows) == pytest.approx(PLANE.place(walk.trail.theta))
    assert len(projected.places(walk.trail, PLANE, 3)) == 3
    other = Plane(np.ones(2), PLANE.directions, ("c", "d"))
    assert projected.places(walk.trail, other, rows) == pytest.approx(other.place(walk.trail.theta))
    whole = Plane.whole()
    assert np.shares_memory(projected.places(walk.trail, whole, 9), walk.trail.theta)


class _Turned(QTranslator):
    """A language that has words of its own for the axes of planes."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return text.replace("random", "modnar").replace("PC", "CP")


@pytest.mark.parametrize(("kind", "first"), [(PlaneKind.RANDOM, "modnar 1"), (PlaneKind.PRINCIPAL, "CP 1 (100 %)")])
def test_the_axes_of_a_plane_are_named_in_the_language_of_the_window(qapp, kind, first):
    ground = SampleData("two_moons").open()
    view = laid(ground, PlaneChoice(kind), np.linspace(1.0, 2.0, 5)[:, np.newaxis] * np.ones(ground.cost.dimension))
    translator = _Turned()
    qapp.installTranslator(translator)
    try:
        found = sampled(seen_on(ground, view.plane, view.bounds), None, lambda _: None)
    finally:
        qapp.removeTranslator(translator)
    assert found.landscape.axes[0] == first
