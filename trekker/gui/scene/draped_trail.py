"""Trails laid on the ground: several at once, and of each only what has been added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.gui.scene.landscape import SIDE, Landscape
from trekker.gui.scene.trail import Index, TrailShape

LIFT = 0.03
"""How far above the ground trails are drawn, in the scene's units."""

LEAST_STRIDE = SIDE / 100
"""How far two points of a trail are apart where it follows the ground between two steps."""

_MOST_POINTS = 3500
_FAR = np.int64(1) << 40  # more than any walk has steps


class Draped(NamedTuple):
    """Lines on the ground: points (v, 3), whether a line leads to each from the one before, and of which stretch."""

    points: Array
    joined: NDArray[np.bool_]
    stretch: Index


def draped(landscape: Landscape, ends: Array, pairs: Index, stride: Array | float = LEAST_STRIDE) -> Draped:
    """Lay stretches on the ground.

    Args:
        landscape: the ground.
        ends: the scene points (s, 2, 3) between which each stretch goes, at their true costs.
        pairs: the steps (s, 2) that those are: a stretch that begins with the step where the last one ended goes on.
        stride: at most how far two drawn points are apart, in the scene, for all or for each (s,).

    Returns:
        Points (v, 3) a little above the ground, for each whether a line leads to it from the one before, and the row
        of ``pairs`` that it belongs to.
        The ends of a stretch lie at their own cost; between them it follows the surface, as far above or below it as
        they are: the plane that is drawn of many parameters may be far from the walk. Nothing lies off the map.
    """
    starts, stops, kept = _clipped(ends[:, 0], ends[:, 1], landscape.extent / 2)
    joined = np.concatenate(([False], pairs[kept][1:, 0] == pairs[kept][:-1, 1]))[: len(starts)]
    lengths = np.hypot(*(stops - starts)[:, :2].T)
    parts = np.maximum(1, np.ceil(lengths / np.broadcast_to(stride, len(pairs))[kept])).astype(np.int64)
    counts = parts + ~joined
    owner = np.repeat(np.arange(len(parts)), counts)
    position = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts) + joined[owner]
    share = (position / parts[owner])[:, None]
    result = starts[owner] * (1.0 - share) + stops[owner] * share
    inner = (position > 0) & (position < parts[owner])
    off = [_off_the_ground(landscape, drawn, ends[kept, end]) for end, drawn in enumerate((starts, stops))]
    ground = landscape.surface_height(result[:, :2]) + off[0][owner] * (1.0 - share[:, 0]) + off[1][owner] * share[:, 0]
    result[:, 2] = np.where(inner & np.isfinite(ground), ground, result[:, 2]) + LIFT
    return Draped(result, position > 0, np.flatnonzero(kept)[owner])


def _off_the_ground(landscape: Landscape, drawn: Array, ends: Array) -> Array:
    """Return how far above the ground the ``drawn`` ends (s, 3) of stretches are; 0 at the edge of the map."""
    above = drawn[:, 2] - landscape.surface_height(drawn[:, :2])
    is_whole = np.isclose(drawn[:, :2], ends[:, :2], rtol=0.0, atol=1e-9 * SIDE).all(axis=1)
    return np.where(is_whole & np.isfinite(above), above, 0.0)


class DrapedTrail:
    """A trail on the ground; what lies there already stays when the walk goes on."""

    def __init__(self, landscape: Landscape) -> None:
        self._shape = TrailShape(landscape.unit)
        self._pairs: Index = np.empty((0, 2), dtype=np.int64)
        self._lines = Draped(np.empty((0, 3)), np.empty(0, dtype=bool), np.empty(0, dtype=np.int64))
        self._stride = LEAST_STRIDE

    @property
    def pairs(self) -> Index:
        """The stretches (s, 2) that are drawn, as indices of steps."""
        return self._pairs

    @property
    def lines(self) -> Draped:
        """The trail as it lies on the ground."""
        return self._lines

    @property
    def stride(self) -> float:
        """At most how far two of its points are apart, in the scene."""
        return self._stride

    def follow(self, thetas: Array) -> int | None:
        """Take the stretches of a walk of ``thetas`` (k, 2), and return which is the first to lay; None for none.

        The last stretch that lies already is laid with the new ones, so that lines go on.
        """
        before, self._pairs = self._pairs, self._shape.stretches(thetas)
        same = _alike(before, self._pairs)
        return None if same == len(self._pairs) == len(before) else max(0, same - 1)

    def lengthen(self) -> bool:
        """Set the points twice as far apart where they are too many, and tell whether all must be laid anew."""
        if len(self._lines.points) <= _MOST_POINTS or self._stride >= SIDE:
            return False
        self._stride *= 2.0
        return True

    def take(self, lines: Draped, first: int) -> None:
        """Put ``lines`` in the place of all that lies from the stretch ``first`` on; they count theirs from there."""
        kept = int(np.searchsorted(self._lines.stretch, first))
        follows = bool(kept and len(lines.stretch) and self._follows(kept, int(lines.stretch[0]) + first))
        self._lines = Draped(
            np.concatenate((self._lines.points[:kept], lines.points[follows:])),
            np.concatenate((self._lines.joined[:kept], lines.joined[follows:])),
            np.concatenate((self._lines.stretch[:kept], lines.stretch[follows:] + first)),
        )

    def _follows(self, kept: int, stretch: int) -> bool:
        """Tell whether a stretch goes on where the ``kept`` points end."""
        last = int(self._lines.stretch[kept - 1])
        return bool(self._pairs[last, 1] == self._pairs[stretch, 0])


class _Laying(NamedTuple):
    """A trail to be laid from its stretch ``first`` on, and its walk's thetas (k, 2) and costs (k,)."""

    trail: DrapedTrail
    first: int
    thetas: Array
    costs: Array


def lay(landscape: Landscape, trails: Iterable[DrapedTrail], walks: Iterable[tuple[Array, Array]]) -> None:
    """Lay walks on the ground, each by its trail: thetas (k, 2) with their costs (k,); all that is new at once."""
    wanted = []
    for trail, (thetas, costs) in zip(trails, walks, strict=True):
        first = trail.follow(thetas)
        if first is not None:
            wanted.append(_Laying(trail, first, thetas, costs))
    while wanted:
        _lay_at_once(landscape, wanted)
        wanted = [each._replace(first=0) for each in wanted if each.trail.lengthen()]


def _lay_at_once(landscape: Landscape, wanted: list[_Laying]) -> None:
    """Lay all stretches in one go: for a few of each of eight trails, the calls would take longer than the work."""
    fresh = [each.trail.pairs[each.first :] for each in wanted]
    thetas = np.concatenate([each.thetas[pairs] for each, pairs in zip(wanted, fresh, strict=True)])
    costs = np.concatenate([each.costs[pairs] for each, pairs in zip(wanted, fresh, strict=True)])
    counts = np.array([len(pairs) for pairs in fresh])
    whose = np.repeat(np.arange(len(wanted)), counts)
    pairs = np.concatenate(fresh) + whose[:, None] * _FAR  # no stretch goes on where another trail ended
    strides = np.array([each.trail.stride for each in wanted])[whose]
    lines = draped(landscape, landscape.feet(thetas, costs), pairs, strides)
    starts = np.concatenate(([0], np.cumsum(counts)))
    cuts = np.searchsorted(lines.stretch, starts)
    for each, begin, cut, end in zip(wanted, starts, cuts, cuts[1:], strict=False):
        own = Draped(lines.points[cut:end], lines.joined[cut:end], lines.stretch[cut:end] - begin)
        each.trail.take(own, each.first)


def _alike(one: Index, other: Index) -> int:
    """Return how many pairs are the same at the beginning of both."""
    common = min(len(one), len(other))
    different = np.flatnonzero((one[:common] != other[:common]).any(axis=1))
    return int(different[0]) if different.size else common


def _clipped(starts: Array, ends: Array, half: Array) -> tuple[Array, Array, NDArray[np.bool_]]:
    """Cut stretches (s, 3) off at the map's edges (Liang and Barsky); return what is left, and which are left."""
    moves = ends - starts
    with np.errstate(all="ignore"):
        crossings = np.stack(((-half - starts[:, :2]) / moves[:, :2], (half - starts[:, :2]) / moves[:, :2]))
        low, high = crossings.min(axis=0), crossings.max(axis=0)
    still = moves[:, :2] == 0
    outside = still & (np.abs(starts[:, :2]) > half)
    enter = np.maximum(np.where(still, 0.0, low).max(axis=1, initial=0.0), 0.0)
    leave = np.minimum(np.where(still, 1.0, high).min(axis=1, initial=1.0), 1.0)
    finite = np.isfinite(moves).all(axis=1) & np.isfinite(starts).all(axis=1)
    kept = finite & ~outside.any(axis=1) & (enter <= leave)
    starts, moves, enter, leave = starts[kept], moves[kept], enter[kept, None], leave[kept, None]
    return starts + moves * enter, starts + moves * leave, kept
