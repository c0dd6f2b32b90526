"""The shapes of the overlays in the scene: where the mountain compresses heights, they are compressed with it.

Arrows, the ellipse and flags lie on the ground. The tangent plane touches the drawn surface, the quadratic model is
drawn as the mountain draws costs, and the circle hugs the drawn ground: what touches in truth, touches in the picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from trekker.cost import Array
from trekker.gui.scene import overlay
from trekker.gui.scene.draped_trail import LIFT
from trekker.gui.scene.landscape import SIDE, Landscape
from trekker.gui.scene.overlay import Drawing, Line, Overlay, Pin, PinAt, Sheet
from trekker.gui.scene.relief import TALL
from trekker.gui.scene.surface_mesh import FLOOR
from trekker.walk.instruments import Instruments

_LEAST_ARROW = 0.09 * SIDE
"""Arrows that would be shorter are drawn enlarged by a power of two, which the legend names."""

_HEAD = 0.036 * SIDE
_HEAD_WIDTH = 3.0
_SHAFT_WIDTH = 1.15
_LONGEST_ARROW = 0.24 * SIDE
_EXPLAINED = 0.15 * SIDE
_PLANE = 0.12 * SIDE
_CLIMB = 0.12 * SIDE
_MODEL = 0.15 * SIDE, 0.4 * SIDE
_MODEL_CLIMB = 0.2 * SIDE
_HUGGING = 0.2 * SIDE
_PROMISED = 33  # places along each side of a plane that is drawn for the ground
_NOTHING = Drawing()


def drawing_of(overlays: Iterable[Overlay], landscape: Landscape, read: Instruments | None) -> Drawing:
    """Return what these overlays draw around the trekker whose instruments are read; nothing without any."""
    if read is None or not (np.isfinite(read.place).all() and math.isfinite(read.cost)):
        return _NOTHING
    shapes = {
        Overlay.GRADIENT: gradient_arrow,
        Overlay.MOMENTUM: momentum_arrow,
        Overlay.SCALING: ellipse,
        Overlay.TANGENT: tangent_plane,
        Overlay.QUADRATIC: quadratic_model,
        Overlay.DIRECTIONS: directions,
        Overlay.CIRCLE: curvature_circle,
    }
    drawing = _NOTHING
    with np.errstate(all="ignore"):
        for each, shape in shapes.items():
            if each in overlays:
                drawing += shape(landscape, read)
    return drawing


def promised_ground(landscape: Landscape, read: Instruments | None) -> Landscape:
    """Return the plane that slope and cost underfoot promise in place of the ground, which they can't betray then.

    Without a reading it is level, in the middle of the heights.
    """
    grid = landscape.bounds.grid(_PROMISED, _PROMISED)
    level = np.full(grid.shape[:2], float(landscape.relief.cost(0.5 * TALL)))
    with np.errstate(all="ignore"):
        costs = level if read is None else read.tangent(grid - read.place)
    return replace(landscape, x=grid[:, 0, 0], y=grid[0, :, 1], costs=np.where(np.isfinite(costs), costs, level))


def enlargement(landscape: Landscape, change: Array) -> float:
    """Return the power of two, 1 or more, by which a ``change`` (2,) of the place is drawn enlarged to be seen."""
    length = float(np.hypot(*(change * landscape.unit)))
    if not (length > 0 and math.isfinite(length)):
        return 1.0
    return float(2.0 ** min(max(0, math.ceil(math.log2(_LEAST_ARROW / length))), 60))


def gradient_arrow(landscape: Landscape, read: Instruments) -> Drawing:
    """Return the arrow of steepest ascent; it grows with the steepness, but less and less."""
    typical = (landscape.relief.highest - landscape.relief.lowest) / landscape.bounds.diagonal
    if not (read.steepness > 0 and typical > 0):
        return _NOTHING
    share = read.steepness / (read.steepness + typical)
    return _arrow(
        landscape, read, _of_length(landscape, read.uphill, _LONGEST_ARROW * (0.3 + 0.7 * share)), overlay.GRADIENT
    )


def momentum_arrow(landscape: Landscape, read: Instruments) -> Drawing:
    """Return the arrow to where the rule's memory alone would lead."""
    if read.memory is None:
        return _NOTHING
    return _arrow(landscape, read, read.memory * enlargement(landscape, read.memory), overlay.MOMENTUM)


def ellipse(landscape: Landscape, read: Instruments) -> Drawing:
    """Return the ellipse of the steps that a slope so steep may cause, and the next step unless it leads far out."""
    if read.reach is None or not np.isfinite(read.reach).all():
        return _NOTHING
    factor = reach_enlargement(landscape, read)
    turns = np.linspace(0.0, 2 * np.pi, 73)
    rim = read.place + np.stack((np.cos(turns), np.sin(turns)), axis=1) @ read.reach.T * factor
    axes = [read.place + factor * np.outer((-1.0, 1.0), axis) for axis in read.reach.T]
    lines = [Line(_on_ground(landscape, rim), overlay.SCALING, 0.85)]
    for low, high in axes:
        lines.append(Line(_on_ground(landscape, _between(low, high, 24)), overlay.SCALING, 0.4))
    drawing, step = Drawing(tuple(lines)), read.step * factor
    fits = float(np.hypot(*(step * landscape.unit))) < _LONGEST_ARROW
    return drawing + _arrow(landscape, read, step, overlay.SCALING) if fits else drawing


def reach_enlargement(landscape: Landscape, read: Instruments) -> float:
    """Return the power of two by which the ellipse and its step are drawn enlarged."""
    if read.reach is None:
        return 1.0
    return enlargement(landscape, max(read.reach.T, key=lambda axis: float(np.hypot(*(axis * landscape.unit)))))


def tangent_plane(landscape: Landscape, read: Instruments) -> Drawing:
    """Return the plane that touches the drawn surface at the feet, as a square of the map."""
    feet, rise = landscape.feet(read.place, np.array(read.cost)), drawn_slope(landscape, read)
    if not np.isfinite(rise).all():
        return _NOTHING
    half = min(_PLANE, _CLIMB / max(float(np.abs(rise).sum()), 1e-9))
    ticks = np.linspace(-half, half, 5)
    grid = np.stack(np.meshgrid(ticks, ticks, indexing="ij"), axis=-1)
    points = np.concatenate((grid, (grid @ rise)[..., None]), axis=-1) + feet + np.array((0.0, 0.0, 0.5 * LIFT))
    corners = points[(0, -1, -1, 0), (0, 0, -1, -1)]
    lines = [Line(corners[[0, 1, 2, 3, 0]], overlay.TANGENT, 0.6)]
    lines += [Line(each, overlay.TANGENT, 0.3) for row in range(1, 4) for each in (points[row], points[:, row])]
    sheet = Sheet(corners, np.array(((0, 1, 2), (0, 2, 3)), dtype=np.uint32), overlay.TANGENT, 0.42)
    return Drawing(tuple(lines), (sheet,))


def drawn_slope(landscape: Landscape, read: Instruments) -> Array:
    """Return the derivatives of the drawn height along the scene's x and y at the feet, shape (2,)."""
    return np.asarray(landscape.relief.slope(read.cost) * read.slope / landscape.unit)


def quadratic_model(landscape: Landscape, read: Instruments) -> Drawing:
    """Return the model of second order around the feet as a sheet, with its minimum where it has one."""
    if read.hessian is None:
        return _NOTHING
    reach = _MODEL[0]
    if read.newton is not None and read.has_minimum:
        reach = min(max(1.3 * float(np.hypot(*(read.newton * landscape.unit))), _MODEL[0]), _MODEL[1])
    points = _model_points(landscape, read, reach)
    rings, spokes = points.shape[0], points.shape[1]
    lines = [Line(points[ring], overlay.QUADRATIC, 0.34) for ring in range(rings - 1, 0, -3)]
    lines += [Line(points[:, spoke], overlay.QUADRATIC, 0.34) for spoke in range(0, spokes - 1, 6)]
    sheet = Sheet(points.reshape(-1, 3), _cells(points), overlay.QUADRATIC, 0.4)
    return Drawing(tuple(lines), (sheet,)) + _model_minimum(landscape, read)


def _model_points(landscape: Landscape, read: Instruments, reach: float) -> Array:
    """Return the sheet's points (rings, spokes, 3); NaN where it would leave the map's neighbourhood."""
    radii = np.linspace(0.0, reach, 16)[:, None]
    turns = np.linspace(0.0, 2 * np.pi, 49)
    offset = np.stack((radii * np.cos(turns), radii * np.sin(turns)), axis=-1) / landscape.unit
    points = landscape.points(read.place + offset, read.quadratic(offset))
    feet = float(landscape.relief.height(read.cost))
    beyond = (points[..., 2] > max(feet, 0.0) + _MODEL_CLIMB) | (points[..., 2] < 4 * FLOOR)
    points[beyond | (np.abs(points[..., :2]) > landscape.extent / 2).any(axis=-1)] = np.nan
    points[..., 2] += 0.5 * LIFT
    return points


def _cells(points: Array) -> np.ndarray[tuple[int, int], np.dtype[np.uint32]]:
    """Return the triangles of a grid of points (r, s, 3) whose corners are all there."""
    index = np.arange(points[..., 0].size, dtype=np.uint32).reshape(points.shape[:2])
    near, right, far, left = index[:-1, :-1], index[1:, :-1], index[1:, 1:], index[:-1, 1:]
    triangles = np.concatenate((np.stack((near, right, far), -1), np.stack((near, far, left), -1))).reshape(-1, 3)
    whole = np.isfinite(points[..., 2]).ravel()[triangles].all(axis=1)
    chosen: np.ndarray[tuple[int, int], np.dtype[np.uint32]] = triangles[whole]
    return chosen


def _model_minimum(landscape: Landscape, read: Instruments) -> Drawing:
    if read.newton is None or not read.has_minimum:
        return _NOTHING
    lowest = read.place + read.newton
    if not landscape.bounds.contains(lowest):
        return _NOTHING
    foot = landscape.points(lowest, read.quadratic(read.newton))
    foot[2] = min(max(float(foot[2]), 4 * FLOOR), 2 * TALL)
    above = foot.copy()
    above[2] = landscape.surface_height(foot[:2])
    plumb = Line(np.stack((foot, above)), overlay.QUADRATIC, 0.4)
    return Drawing((plumb,), (), (PinAt(Pin.DIAMOND, foot, overlay.QUADRATIC),))


def directions(landscape: Landscape, read: Instruments) -> Drawing:
    """Return the Newton step, true to scale, and steepest descent just as long, so that they can be compared."""
    downhill = _arrow(landscape, read, _of_length(landscape, -read.uphill, 0.6 * _LONGEST_ARROW), overlay.DESCENT)
    if read.newton is None:
        return downhill
    length = float(np.hypot(*(read.newton * landscape.unit)))
    same = _of_length(landscape, -read.uphill, min(max(length, _LEAST_ARROW), _LONGEST_ARROW))
    newton = read.newton if length >= _LEAST_ARROW else _of_length(landscape, read.newton, _LEAST_ARROW)
    return _arrow(landscape, read, same, overlay.DESCENT) + _arrow(landscape, read, newton, overlay.NEWTON)


def curvature_circle(landscape: Landscape, read: Instruments) -> Drawing:
    """Return the circle that hugs the drawn ground along the next step, or as much of it as lies near the feet."""
    found = hugging_circle(landscape, read)
    if found is None:
        return _NOTHING
    feet, along, normal, radius = found
    half = math.pi if radius < _HUGGING else min(math.pi, _HUGGING / radius)
    turns = np.linspace(-half, half, 97)[:, None]
    centre = feet + radius * normal
    points = centre + radius * (np.sin(turns) * along - np.cos(turns) * normal)
    lines = [Line(points, overlay.CIRCLE, 0.8)]
    if half == math.pi:
        lines.append(Line(np.stack((feet, centre)), overlay.CIRCLE, 0.4))
    return Drawing(tuple(lines))


def circle_enlargement(landscape: Landscape, read: Instruments) -> float:
    """Return how many times as large as on the ground itself the circle is drawn along the next step.

    The drawn ground is another one: heights have a scale of their own, and may be compressed.
    """
    found = hugging_circle(landscape, read)
    if found is None or read.heading is None or read.radius is None:
        return 1.0
    return found[-1] / float(np.hypot(*(read.heading * landscape.unit))) / read.radius


def hugging_circle(landscape: Landscape, read: Instruments) -> tuple[Array, Array, Array, float] | None:
    """Return the drawn circle: the feet, the direction along the ground, that to its centre, and its radius."""
    heading, rise = read.heading, read.rise
    if heading is None or rise is None:
        return None
    stretch = float(np.hypot(*(heading * landscape.unit)))
    relief = landscape.relief
    slope = relief.slope(read.cost) * rise[0] / stretch
    bend = (relief.bend(read.cost) * rise[0] ** 2 + relief.slope(read.cost) * rise[1]) / stretch**2
    if not (math.isfinite(slope) and math.isfinite(bend)) or abs(bend) < 1e-9:
        return None
    across = heading * landscape.unit / stretch
    along = np.append(across, slope) / math.hypot(1.0, slope)
    normal = np.append(-slope * across, 1.0) / math.hypot(1.0, slope) * math.copysign(1.0, bend)
    feet = landscape.feet(read.place, np.array(read.cost))
    return feet, along, normal, (1 + slope * slope) ** 1.5 / abs(bend)


def flags(landscape: Landscape, places: Array, are_global: Iterable[bool]) -> Drawing:
    """Return a pennant at each of the known minima, which lie at ``places`` (k, 2)."""
    pins = [
        PinAt(Pin.PENNANT, foot, overlay.GLOBAL if is_global else overlay.LOCAL)
        for foot, is_global in zip(_on_ground(landscape, places), are_global, strict=True)
        if np.isfinite(foot).all()
    ]
    return Drawing(pins=tuple(pins))


def cross_hair(landscape: Landscape, place: Array) -> Drawing:
    """Return lines on the ground along both axes through a place of the map (2,)."""
    bounds, lines = landscape.bounds, []
    for axis in range(2):
        start, end = place.copy(), place.copy()
        start[axis], end[axis] = bounds.lower[axis], bounds.upper[axis]
        lines.append(Line(_on_ground(landscape, _between(start, end, 240)), overlay.CROSS, 0.42))
    return Drawing(tuple(lines))


def _of_length(landscape: Landscape, direction: Array, length: float) -> Array:
    """Return the change of the place in this direction that is drawn so long."""
    drawn = float(np.hypot(*(direction * landscape.unit)))
    return direction * (length / drawn) if drawn > 0 and math.isfinite(drawn) else np.zeros(2)


def explained_arrow(landscape: Landscape, feet: Array, change: Array, colour: str, *, is_distance: bool) -> Drawing:
    """Return the arrow of one line of a step explained: as long as it is, or where it is no distance, as suits."""
    if not np.isfinite(change).all():
        return _NOTHING
    with np.errstate(all="ignore"):
        shown = change * enlargement(landscape, change) if is_distance else _of_length(landscape, change, _EXPLAINED)
        return _arrow_from(landscape, feet, shown, colour)


def _arrow(landscape: Landscape, read: Instruments, change: Array, colour: str) -> Drawing:
    """Return an arrow on the ground from the feet along a change of the place; headless where it leaves the map."""
    return _arrow_from(landscape, read.place, change, colour)


def _arrow_from(landscape: Landscape, feet: Array, change: Array, colour: str) -> Drawing:
    length = float(np.hypot(*(change * landscape.unit)))
    if not (math.isfinite(length) and length > 1e-3):
        return _NOTHING
    share = np.minimum(1.0, 4 * SIDE / length)
    points = _on_ground(landscape, _between(feet, feet + change * share, 64))
    if not np.isfinite(points[-1]).all():
        return Drawing((Line(points, colour, _SHAFT_WIDTH),))
    passed = np.linalg.norm(points - points[-1], axis=1)
    neck = int(np.flatnonzero(~(passed < min(_HEAD, 0.5 * length)))[-1])
    tip = points[neck:]
    widths = _HEAD_WIDTH * np.linspace(1.0, 0.0, len(tip))
    return Drawing((Line(points[: neck + 1], colour, _SHAFT_WIDTH), Line(tip, colour, widths)))


def _between(start: Array, end: Array, count: int) -> Array:
    return start + np.linspace(0.0, 1.0, count)[:, None] * (end - start)


def _on_ground(landscape: Landscape, places: Array) -> Array:
    """Return the scene's points (k, 3) on the drawn ground at map places (k, 2); NaN off the map."""
    flat = landscape.place(places)
    return np.concatenate((flat, landscape.surface_height(flat)[:, None] + LIFT), axis=1)
