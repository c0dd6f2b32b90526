from __future__ import annotations

import numpy as np
import pytest

from trekker.gui.scene.draped_trail import LIFT, DrapedTrail, draped, lay
from trekker.gui.scene.landscape import SIDE
from trekker.gui.scene.trail import TrailShape

UNIT = np.array((1.0, 1.0))


def distance_to_stretches(points, thetas, pairs):
    starts, ends = thetas[pairs[:, 0]], thetas[pairs[:, 1]]
    moves = ends - starts
    lengths = np.maximum((moves**2).sum(1), 1e-30)
    shares = np.clip(((points[:, None] - starts) * moves).sum(-1) / lengths, 0, 1)
    return np.linalg.norm(points[:, None] - starts - shares[..., None] * moves, axis=-1).min(axis=1)


def spiral(count):
    turn = np.linspace(0, 20, count)
    return np.stack((np.cos(turn), np.sin(turn)), axis=1) * np.linspace(4, 0.1, count)[:, None]


def test_a_short_trail_is_drawn_step_by_step():
    pairs = TrailShape(UNIT).stretches(spiral(20))
    np.testing.assert_array_equal(pairs, np.stack((np.arange(19), np.arange(1, 20)), axis=1))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_shortest_trails_have_as_many_stretches_as_steps(count):
    assert len(TrailShape(UNIT).stretches(spiral(count))) == max(0, count - 1)


def test_a_hundred_thousand_steps_become_few_stretches_of_the_same_shape():
    thetas = spiral(100_000)
    pairs = TrailShape(UNIT).stretches(thetas)
    assert len(pairs) < 2000
    assert distance_to_stretches(thetas[::97], thetas, pairs).max() < 0.01 * SIDE


def test_endless_swinging_costs_no_more_than_the_first_swing():
    thetas = np.tile(((-2.0, 0.0), (2.0, 0.1)), (50_000, 1))
    assert len(TrailShape(UNIT).stretches(thetas)) < 110


def test_restless_wandering_stays_drawable():
    wandering = np.random.default_rng(3).uniform(-4, 4, (100_000, 2))
    assert len(TrailShape(UNIT).stretches(wandering)) < 2000


def test_a_growing_trail_ends_like_one_seen_at_once():
    thetas = spiral(5000)
    grown = TrailShape(UNIT)
    for count in (1, 2, 50, 700, 701, 4000, 5000):
        pairs = grown.stretches(thetas[:count])
    np.testing.assert_array_equal(pairs, TrailShape(UNIT).stretches(thetas))


def test_going_back_in_time_draws_no_later_step():
    thetas = spiral(5000)
    shape = TrailShape(UNIT)
    shape.stretches(thetas)
    pairs = shape.stretches(thetas[:1000])
    assert pairs.max() == 999
    assert distance_to_stretches(thetas[:1000:13], thetas, pairs).max() < 0.01 * SIDE


def test_another_walk_replaces_the_one_before():
    shape = TrailShape(UNIT)
    shape.stretches(spiral(3000))
    other = -spiral(3000)
    np.testing.assert_array_equal(shape.stretches(other), TrailShape(UNIT).stretches(other))


def test_a_walk_that_explodes_still_shows_how_it_began():
    thetas = np.concatenate((spiral(200), [(1e30, -1e30), (np.inf, np.nan), (np.nan, np.nan)]))
    pairs = TrailShape(UNIT).stretches(thetas)
    assert distance_to_stretches(thetas[:150], np.nan_to_num(thetas, posinf=1e30), pairs[:150]).max() < 0.01 * SIDE


def test_a_draped_trail_follows_the_ground_between_its_steps(landscape):
    ground = landscape("himmelblau")
    thetas = np.array([(-4.0, -4.0), (4.0, 3.0)])
    costs = ground.relief.cost(ground.surface_height(ground.place(thetas)))
    points, joined, _ = draped(ground, ground.points(thetas, costs)[None], np.array([(0, 1)]))
    assert len(points) > 40
    assert joined.tolist() == [False] + [True] * (len(points) - 1)
    np.testing.assert_allclose(points[:, 2], ground.surface_height(points[:, :2]) + LIFT, atol=1e-6)


def test_a_trail_off_the_drawn_plane_goes_from_step_to_step_and_not_down_to_the_plane_between_them(landscape):
    ground = landscape("himmelblau")
    thetas = np.array([(-4.0, -4.0), (4.0, 3.0)])
    above = ground.surface_height(ground.place(thetas)) + np.array((2.0, 3.0))
    points, _, _ = draped(ground, ground.points(thetas, ground.relief.cost(above))[None], np.array([(0, 1)]))
    share = np.linspace(0.0, 1.0, len(points))
    wanted = ground.surface_height(points[:, :2]) + 2.0 + share + LIFT
    np.testing.assert_allclose(points[:, 2], wanted, atol=1e-6)


def test_stretches_that_share_a_step_are_one_line(landscape):
    ground = landscape("bowl")
    thetas = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (-1.0, -1.0), (-2.0, -1.0)])
    pairs = np.array([(0, 1), (1, 2), (3, 4)])
    _, joined, _ = draped(ground, ground.points(thetas, np.zeros(5))[pairs], pairs)
    assert (~joined).sum() == 2


def test_a_trail_is_cut_off_at_the_edge_of_the_map(landscape):
    ground = landscape("bowl")
    thetas = np.array([(0.0, 0.0), (1e9, 0.0), (1e9, 1e9), (np.nan, 0.0), (-9.0, -9.0), (-8.0, 9.0)])
    pairs = np.stack((np.arange(5), np.arange(1, 6)), axis=1)
    points, _, _ = draped(ground, ground.points(thetas, (thetas**2).sum(1))[pairs], pairs)
    assert np.isfinite(points).all()
    assert points[:, 0].max() == pytest.approx(SIDE / 2)
    assert points[:, 0].min() == 0
    assert (np.abs(points[:, 1]) < 1e-6).all()


def laid(ground, walk):
    trail = DrapedTrail(ground)
    lay(ground, [trail], [walk])
    return trail.lines


def assert_alike(lines, others):
    for column, other in zip(lines, others, strict=True):
        np.testing.assert_array_equal(column, other)


def test_trails_that_grow_together_lie_as_each_would_alone(landscape):
    ground = landscape("himmelblau")
    wandering = np.random.default_rng(5).normal(0, 0.1, (400, 2)).cumsum(axis=0)
    walks = [(thetas, (thetas**2).sum(1)) for thetas in (spiral(3000), wandering, spiral(2)[:1])]
    together = [DrapedTrail(ground) for _ in walks]
    for count in (1, 2, 3, 60, 97, 98, 150, 145, 3000):
        pieces = [(thetas[:count], costs[:count]) for thetas, costs in walks]
        lay(ground, together, pieces)
        for trail, piece in zip(together, pieces, strict=True):
            assert_alike(trail.lines, laid(ground, piece))


def test_a_step_more_lays_only_its_own_stretch(landscape, monkeypatch):
    ground = landscape("himmelblau")
    thetas = spiral(3000)
    trail = DrapedTrail(ground)
    lay(ground, [trail], [(thetas[:2930], np.zeros(2930))])
    added = []
    take = DrapedTrail.take
    monkeypatch.setattr(
        DrapedTrail, "take", lambda self, lines, first: added.append(len(lines.points)) or take(self, lines, first)
    )
    for count in range(2931, 2935):
        lay(ground, [trail], [(thetas[:count], np.zeros(count))])
    assert max(added) <= 4
