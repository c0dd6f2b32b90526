"""Where the axes' ticks and words go: along the block's two front edges, and up its leftmost corner."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from trekker.cost import Array
from trekker.gui.scene.camera import Camera, project
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.relief import TALL, round_steps
from trekker.gui.scene.surface_mesh import FLOOR

_DIGITS, _MOST_DIGITS = 6, 13
_TICK = 0.16
_FEWEST_NUMBERS = 3
_GAP = 3.0
_MOST_LINES = 3  # of an axis' name
_NAME_LETTER = 0.5  # of a line: about how wide one is in the name of the heights
_LETTER = 0.5  # of a line: about how wide one is in the name of an axis
_STEEPEST_FOR_HEIGHTS = 70.0
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Label:
    """A text whose middle is at a widget pixel; ``is_name`` sets an axis' name off from its numbers."""

    text: str
    x: float
    y: float
    is_name: bool = False


@dataclass(frozen=True, eq=False)
class Layout:
    """Labels, and ticks (t, 2, 3) as scene lines."""

    labels: tuple[Label, ...]
    ticks: Array


@dataclass(frozen=True, eq=False)
class _Edge:
    """An axis: ``points`` (k, 3) of its ticks with their texts, its ``middle`` and which way is ``outward`` (3,)."""

    points: Array
    texts: tuple[str, ...]
    name: str
    middle: Array
    outward: Array


def layout(
    landscape: Landscape,
    camera: Camera,
    size: tuple[int, int],
    line: float,
    height_name: str | None,
    *,
    top: float = 0.0,
    below: float | None = None,
) -> Layout:
    """Lay the axes out for a camera and a widget size; ``line`` is the height of a line of text in pixels.

    Without a ``height_name`` nothing tells how high the ground is. So many pixels at the ``top`` are taken. The height
    axis reaches down to a cost ``below`` the ground, where there is one.
    """
    writer = _Writer(camera, size, line)
    edges = [_ground_edge(landscape, axis, camera, size, line) for axis in (0, 1)]
    if height_name is None:
        for edge in edges:
            edge.points[:, 2] = edge.middle[2] = FLOOR
    labels = [label for edge in edges for label in writer.along(edge)]
    ticks = [np.stack((edge.points, edge.points + edge.outward * _TICK), axis=1) for edge in edges]
    if (
        height_name is not None
        and camera.elevation < _STEEPEST_FOR_HEIGHTS
        and landscape.relief.highest > landscape.relief.lowest
    ):
        upright = _height_edge(landscape, camera, size, line, name=height_name, below=below)
        labels += writer.up(upright, top)
        ticks.append(np.stack((upright.points, upright.points + upright.outward * _TICK), axis=1))
        foot = min(FLOOR, float(upright.points[:, 2].min(initial=FLOOR)))
        ticks.append(np.array([(_at(upright.middle, foot), _at(upright.middle, TALL))]))
    return Layout(tuple(labels), np.concatenate(ticks))


def written_apart(numbers: Array) -> tuple[str, ...]:
    """Write the numbers beside an axis with as many digits as tell them apart."""
    for digits in range(_DIGITS, _MOST_DIGITS + 1):
        texts = tuple(written(float(each), digits) for each in numbers)
        if len(set(texts)) == len(texts):
            break
    return texts


def written(number: float, digits: int = 6) -> str:
    """Write a round number: a true minus sign, and powers of ten where digits would be many."""
    size = abs(number)
    if size and (size >= 1e5 or size < 1e-3):
        power = math.floor(math.log10(size) + 1e-9)
        mantissa = f"{size / 10.0**power:.{digits // 2}g}"
        text = ("" if mantissa == "1" else f"{mantissa}×") + "10" + str(power).translate(_SUPERSCRIPTS)
    else:
        text = f"{size:.{digits}g}"
    return f"−{text}" if number < 0 else text


def _ground_edge(landscape: Landscape, axis: int, camera: Camera, size: tuple[int, int], line: float) -> _Edge:
    """Return the front edge that runs along θ₀ (axis 0) or θ₁ (axis 1).

    It lies on the floor, or on the ground itself where the eye is too high or too far aside to see its wall.
    """
    other = 1 - axis
    front = 1.0 if camera.basis[2][other] > 0 else -1.0
    middle, outward = np.array((0.0, 0.0, FLOOR)), np.zeros(3)
    middle[other], outward[other] = front * landscape.extent[other] / 2, front
    ends = np.stack((middle, middle))
    ends[:, axis] = (-landscape.extent[axis] / 2, landscape.extent[axis] / 2)
    pixels = project(ends, camera, size)[:, :2]
    count = int(np.clip(np.linalg.norm(pixels[1] - pixels[0]) / (3.4 * line), _FEWEST_NUMBERS, 14))
    values = round_steps(landscape.bounds.lower[axis], landscape.bounds.upper[axis], count)
    points = np.tile(middle, (len(values), 1))
    points[:, axis] = (values - landscape.bounds.centre[axis]) * landscape.unit[axis]
    if camera.eye[other] * front <= landscape.extent[other] / 2:
        points[:, 2], middle[2] = _on_ground(landscape, points), float(_on_ground(landscape, middle))
    return _Edge(points, written_apart(values), landscape.axes[axis], middle, outward)


def _height_edge(
    landscape: Landscape, camera: Camera, size: tuple[int, int], line: float, *, name: str, below: float | None
) -> _Edge:
    """Return the upright edge at the corner that is leftmost in the picture."""
    half = landscape.extent / 2
    corners = np.array([(x, y, FLOOR) for x in (-half[0], half[0]) for y in (-half[1], half[1])])
    corner = corners[project(corners, camera, size)[:, 0].argmin()]
    ends = project(np.stack((_at(corner, 0.0), _at(corner, TALL))), camera, size)[:, 1]
    tall = max(1.0, float(abs(ends[1] - ends[0])))
    count = int(np.clip(tall / (2.2 * line), 2, 7))
    costs = landscape.relief.round_costs(count)
    if below is not None:
        costs = np.append(below, costs)
    heights = landscape.drawn_height(costs)
    kept = _apart(heights, TALL * max(0.6 / count, line / tall))
    points = np.tile(corner, (len(kept), 1))
    points[:, 2] = heights[kept]
    return _Edge(points, written_apart(costs[kept]), name, corner, -camera.basis[0])


def _on_ground(landscape: Landscape, points: Array) -> Array:
    """Return the ground's height at points (…, 3) of the map's edge; the floor's, over holes."""
    return np.nan_to_num(landscape.surface_height(points[..., :2] * (1 - 1e-9)), nan=FLOOR)


def _apart(heights: Array, gap: float) -> list[int]:
    """Return which of rising heights to keep: none less than a ``gap`` above the one below it, too near to be read."""
    kept: list[int] = []
    for index, height in enumerate(heights.tolist()):
        if not kept or height - heights[kept[-1]] >= gap:
            kept.append(index)
    return kept


def _at(point: Array, height: float) -> Array:
    return np.array((point[0], point[1], height))


def height_label_width(landscape: Landscape, line: float) -> float:
    """Return about how many pixels the widest number of the height axis takes."""
    return 0.58 * line * max((len(each) for each in written_apart(landscape.relief.round_costs(7))), default=0)


def far_corner(found: Layout, line: float) -> Array:
    """Return how far to the right and down the words of a layout reach, in pixels of the widget, shape (2,)."""
    texts = [each.text.split("\n") for each in found.labels]
    halves = [(0.28 * line * max(map(len, lines)), 0.5 * line * len(lines)) for lines in texts]
    ends = [(each.x + half[0], each.y + half[1]) for each, half in zip(found.labels, halves, strict=True)]
    return np.asarray(np.array(ends).max(axis=0, initial=-math.inf))


def _wrapped(name: str, most: float) -> tuple[str, ...]:
    """Break a name between words into lines of so many letters; where that is too little, tell its symbol alone."""
    return _broken(name, max(2, int(most)))


@lru_cache(maxsize=64)
def _broken(name: str, widest: int) -> tuple[str, ...]:
    lines = textwrap.wrap(name, widest, break_long_words=False) or [name]
    if len(lines) <= _MOST_LINES and max(map(len, lines)) <= widest:
        return tuple(lines)
    symbol, explained, _ = name.partition(" (")
    return (symbol if explained or len(symbol) <= widest else symbol[: widest - 1].rstrip() + "…",)


def _direction(near: Array, far: Array) -> Array:
    """Return the direction (2,) from one pixel to another; downwards where they are hardly apart."""
    move = far - near
    length = float(np.hypot(*move))
    return move / length if length > 4.0 else np.array((0.0, 1.0))


class _Writer:
    """Puts texts beside ticks."""

    def __init__(self, camera: Camera, size: tuple[int, int], line: float) -> None:
        self._camera, self._size, self._line = camera, size, line

    def along(self, edge: _Edge) -> list[Label]:
        """Write a ground axis: numbers outside its ticks, its name outside the numbers."""
        outside = edge.outward * _TICK
        points = np.concatenate(
            (edge.points + outside, (edge.middle + outside, edge.middle, edge.middle + edge.outward))
        )
        *ticks, middle, near, far = self._pixels(points)
        away = _direction(near, far)
        labels = [self._beside(tick, away, text) for tick, text in zip(ticks, edge.texts, strict=True)]
        widest = max((len(text) for text in edge.texts), default=0) * 0.55 * self._line
        reach = 0.75 * self._line + abs(away[0]) * (widest + 0.3 * self._line) + abs(away[1]) * 1.3 * self._line
        x, y = middle + away * reach
        return [*labels, self._named(edge.name, float(x), float(y), float(away[0]))]

    def up(self, edge: _Edge, top: float) -> list[Label]:
        """Write the height axis: numbers at its left, its name in the picture's corner, where no ground is."""
        away = np.array((-1.0, 0.0))
        ticks = self._pixels(edge.points + edge.outward * _TICK)
        labels = [self._within(self._beside(tick, away, text)) for tick, text in zip(ticks, edge.texts, strict=True)]
        name = _wrapped(edge.name, (self._size[0] - 1.4 * self._line) / (_NAME_LETTER * self._line))
        x = 0.7 * self._line + _NAME_LETTER * self._line * max(map(len, name)) / 2
        y = top + (0.6 + 0.5 * len(name)) * self._line
        return [*labels, Label("\n".join(name), x, y, is_name=True)]

    def _named(self, name: str, x: float, y: float, aside: float) -> Label:
        """Write an axis' name where a symbol would stand; a longer one grows away from the block, and into lines.

        ``aside`` is how far to the right the axis' outside lies, −1 to 1.
        """
        letter = _LETTER * self._line
        rooms = ((self._size[0] - x + aside * letter, 1.0 + aside), (x - aside * letter, 1.0 - aside))  # right and left
        most = min(2.0 * room / (letter * max(share, 1e-3)) for room, share in rooms)
        lines = _wrapped(name, most)
        longest = max(map(len, lines))
        down = (len(lines) - 1) * self._line / 2
        return Label("\n".join(lines), x + aside * letter * (longest - 2) / 2, y + down, is_name=True)

    def _pixels(self, points: Array) -> Array:
        return project(points, self._camera, self._size)[:, :2]

    def _within(self, label: Label) -> Label:
        """Return a number, nearer to its tick where the axis leans so far out that it would be cut off."""
        half = 0.28 * self._line * len(label.text)
        return replace(label, x=max(label.x, half)) if label.x > -half else label

    def _beside(self, tick: Array, away: Array, text: str) -> Label:
        (x, y), (across, down) = tick.tolist(), away.tolist()
        apart = _GAP + abs(across) * 0.28 * self._line * len(text) + abs(down) * 0.45 * self._line
        return Label(text, x + across * apart, y + down * apart)
