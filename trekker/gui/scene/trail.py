"""A trail made short enough to draw: a hundred thousand steps become at most a few thousand points on the ground.

The map is cut into small squares, and a trail is the sequence of squares it enters. A stretch between two squares
that was drawn once is not drawn again, so that a walk that swings to and fro for ever costs no more than its first
swing. Where that is still too much, the squares grow. The last steps are always drawn as they were.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trekker.cost import Array
from trekker.gui.scene.landscape import SIDE, Landscape

LIFT = 0.03
"""How far above the ground trails are drawn, in the scene's units."""

LEAST_STRIDE = SIDE / 100
"""How far two points of a trail are apart where it follows the ground between two steps."""

_SQUARE = 0.002 * SIDE
_MOST_STRETCHES = 900
_RECENT = 48
_MOST_POINTS = 3500
_KEY_BASE = np.int64(1) << 31

Index = NDArray[np.int64]


class TrailShape:
    """The stretches of one trail that are worth drawing; longer trails of the same walk only add to it."""

    def __init__(self, unit: Array) -> None:
        """Take how much of the scene one unit of θ₀ and of θ₁ takes, shape (2,)."""
        self._unit = unit
        self._forget(_SQUARE)
        self._probed = np.empty((0, 2))

    def stretches(self, thetas: Array) -> Index:
        """Return pairs (s, 2) of indices into ``thetas`` (k, 2) between which to draw, in order of walking.

        ``thetas`` may be a longer or shorter piece of the walk seen before, or another walk.
        """
        if not self._continues(thetas):
            self._forget(_SQUARE)
            self._probed = np.empty((0, 2))
        if len(thetas) > self._read:
            self._extend(thetas)
            self._probed = thetas[_probes(self._read)].copy()
        first = max(0, len(thetas) - _RECENT)
        early = self._pairs[: np.searchsorted(self._pairs[:, 1], first, side="right")]
        recent = np.arange(first, max(first, len(thetas) - 1), dtype=np.int64)
        return np.concatenate((early, self._link(thetas, early, first), np.stack((recent, recent + 1), axis=1)))

    def _link(self, thetas: Array, early: Index, first: int) -> Index:
        """Return the stretch (1 or 0, 2) that closes the small gap between the early part and the recent one."""
        last = int(early[-1, 1]) if len(early) else 0
        near = last < first and bool((np.abs((thetas[first] - thetas[last]) * self._unit) < 2 * self._square).all())
        return np.array([(last, first)] if near else np.empty((0, 2)), dtype=np.int64)

    def _forget(self, square: float) -> None:
        self._square = square
        self._read = 0
        self._entered = 0
        self._pairs: Index = np.empty((0, 2), dtype=np.int64)
        self._drawn: NDArray[np.int64] = np.empty(0, dtype=np.int64)

    def _continues(self, thetas: Array) -> bool:
        """Tell whether ``thetas`` belong to the walk seen before, by points at 1, 2, 4, 8… steps and the last."""
        known = _probes(self._read)
        shared = known < len(thetas)
        return np.array_equal(thetas[known[shared]], self._probed[shared], equal_nan=True)

    def _extend(self, thetas: Array) -> None:
        self._add(thetas)
        while len(self._pairs) > _MOST_STRETCHES:
            self._forget(self._square * 2)
            self._add(thetas)

    def _add(self, thetas: Array) -> None:
        """Read the thetas after those read already, and keep the stretches that are new."""
        first = max(0, self._read)
        known = np.concatenate((thetas[self._entered : self._entered + 1], thetas[first:])) if first else thetas
        indices = np.concatenate(([self._entered], np.arange(first, len(thetas)))) if first else np.arange(len(thetas))
        self._read = len(thetas)
        usable = np.isfinite(known).all(axis=1)
        indices, squares = indices[usable], np.floor(np.clip(known[usable] * self._unit, -1e3, 1e3) / self._square)
        if len(indices) < 2:
            return
        moved = np.concatenate(([True], (squares[1:] != squares[:-1]).any(axis=1)))
        indices, names = indices[moved], _names(squares[moved])
        self._entered = int(indices[-1])
        keys = names[:-1] * _KEY_BASE + names[1:]
        fresh = np.sort(np.unique(keys, return_index=True)[1])
        fresh = fresh[~np.isin(keys[fresh], self._drawn)]
        self._drawn = np.concatenate((self._drawn, keys[fresh]))
        self._pairs = np.concatenate((self._pairs, np.stack((indices[fresh], indices[fresh + 1]), axis=1)))


def _names(squares: Array) -> NDArray[np.int64]:
    """Give each square a number below 2³¹; far off the map several share one, which costs a stretch nobody sees."""
    whole = squares.astype(np.int64)
    return (whole[:, 0] * 40_503 + whole[:, 1]) % _KEY_BASE


def _probes(count: int) -> Index:
    """Return 0, 1, 2, 4, 8… below ``count``, and ``count`` − 1."""
    powers = 2 ** np.arange(max(count, 1).bit_length(), dtype=np.int64)
    return np.unique(np.concatenate(([0], powers[powers < count], [count - 1]))) if count else powers[:0]


class Draped(NamedTuple):
    """Lines on the ground: points (v, 3), whether a line leads to each from the one before, and of which stretch."""

    points: Array
    joined: NDArray[np.bool_]
    stretch: Index


def draped(landscape: Landscape, points: Array, pairs: Index, stride: float = LEAST_STRIDE) -> Draped:
    """Lay stretches on the ground.

    Args:
        landscape: the ground.
        points: all scene points (k, 3) of the trail, at their true costs.
        pairs: the stretches (s, 2) to draw.
        stride: at most how far two drawn points are apart, in the scene.

    Returns:
        Points (v, 3) a little above the ground, for each whether a line leads to it from the one before, and the row
        of ``pairs`` that it belongs to.
        The ends of a stretch lie at their own cost; between them it follows the surface. Nothing lies off the map.
    """
    starts, ends, kept = _clipped(points[pairs[:, 0]], points[pairs[:, 1]], landscape.extent / 2)
    joined = np.concatenate(([False], pairs[kept][1:, 0] == pairs[kept][:-1, 1]))[: len(starts)]
    lengths = np.linalg.norm(ends[:, :2] - starts[:, :2], axis=1)
    parts = np.maximum(1, np.ceil(lengths / stride)).astype(np.int64)
    counts = parts + ~joined
    owner = np.repeat(np.arange(len(parts)), counts)
    position = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts) + joined[owner]
    share = (position / parts[owner])[:, None]
    result = starts[owner] * (1.0 - share) + ends[owner] * share
    inner = (position > 0) & (position < parts[owner])
    ground = landscape.surface_height(result[:, :2])
    result[:, 2] = np.where(inner & np.isfinite(ground), ground, result[:, 2]) + LIFT
    return Draped(result, position > 0, np.flatnonzero(kept)[owner])


class DrapedTrail:
    """A trail on the ground; what lies there already stays when the walk goes on."""

    def __init__(self, landscape: Landscape) -> None:
        self._landscape = landscape
        self._shape = TrailShape(landscape.unit)
        self._stride = LEAST_STRIDE
        self._pairs: Index = np.empty((0, 2), dtype=np.int64)
        self._lines = Draped(np.empty((0, 3)), np.empty(0, dtype=bool), np.empty(0, dtype=np.int64))

    @property
    def pairs(self) -> Index:
        """The stretches (s, 2) that are drawn, as indices of steps."""
        return self._pairs

    @property
    def lines(self) -> Draped:
        """The trail as it lies on the ground."""
        return self._lines

    def take(self, thetas: Array, costs: Array) -> None:
        """Lay down a walk of ``thetas`` (k, 2) with their ``costs`` (k,)."""
        pairs = self._shape.stretches(thetas)
        same = _alike(self._pairs, pairs)
        if same == len(pairs) == len(self._pairs):
            return
        self._pairs = pairs
        self._lay(thetas, costs, same)
        while len(self._lines.points) > _MOST_POINTS and self._stride < SIDE:
            self._stride *= 2.0
            self._lay(thetas, costs, 0)

    def _lay(self, thetas: Array, costs: Array, first: int) -> None:
        """Lay the stretches from the ``first`` on anew; one before it is laid with them, so that lines go on."""
        first = max(0, first - 1)
        fresh = self._pairs[first:]
        steps, places = np.unique(fresh, return_inverse=True)
        points = self._landscape.feet(thetas[steps], costs[steps])
        lines = draped(self._landscape, points, places.reshape(fresh.shape), self._stride)
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
