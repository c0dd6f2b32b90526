"""Which plane through parameter space the map shows, and the ground as it is seen on it.

Three kinds: along two parameters that a person chooses; along two random directions, each filter of a network scaled
like the weights that it is added to (Li et al. 2018, Visualizing the Loss Landscape of Neural Nets, section 4); along
the two principal components of the walk (section 7 of the same paper).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from trekker.cost import Array
from trekker.ground import Bounds, Ground
from trekker.learning.layout import Layout
from trekker.learning.learned_ground import LearnedGround
from trekker.learning.model import subscript
from trekker.learning.network import Network
from trekker.messages import Message, Refusal, message
from trekker.plane import Plane, PlaneCost

_MOST_PLACES = 200
"""Of a walk: so many places, evenly picked, tell its principal components."""
_ROOM = 1.3
"""How much wider than the walk a map is drawn."""
_MORE_ROOM = 2.0
"""The same where a walk has left its map and may go on."""
_FLATTEST = 0.2
"""Of a map's longer side: its shorter side is at least this long."""
_FURTHEST = 1e100
_HARDLY = 0.1
"""Of the steepest slope: a mountain hardly rises along a parameter whose slope is less."""
_LONGEST_NAME = 12
_BARELY = 1e-9


class PlaneKind(Enum):
    """The ways in which a plane is chosen."""

    CHOSEN = "two parameters"
    RANDOM = "two random directions"
    PRINCIPAL = "principal components of the walk"


@dataclass(frozen=True)
class PlaneChoice:
    """How a plane is chosen.

    Attributes:
        kind: the way.
        parameters: the numbers of the two parameters, for a plane along them.
        seed: what random directions are drawn from.
    """

    kind: PlaneKind = PlaneKind.CHOSEN
    parameters: tuple[int, int] = (0, 1)
    seed: int = 0

    def __post_init__(self) -> None:
        first, second = self.parameters
        if first == second or min(first, second) < 0:
            raise Refusal(
                "a plane needs two different parameters, not {first} and {second}", first=first, second=second
            )


@dataclass(frozen=True)
class View:
    """A plane, and the part of it that the map shows."""

    plane: Plane
    bounds: Bounds


def first_plane(ground: Ground) -> Plane:
    """Return the plane that the map shows at first: that of the first two parameters, through the start."""
    if ground.cost.dimension == len(ground.bounds.size):
        return Plane.whole(ground.axes)
    return along_parameters(ground, 0, 1, np.array(ground.start))


def laid(ground: Ground, choice: PlaneChoice, walk: Array, through: Array | None = None) -> View:
    """Lay a plane through ground of more than two parameters.

    Args:
        ground: the ground.
        choice: how.
        walk: where the trekker has been, shape (steps + 1, n).
        through: a place on the plane, shape (n,); None takes the last one of the walk.

    Raises:
        ValueError: where the walk has not gone far enough to have principal components; one sentence.
    """
    walk = walk[np.isfinite(walk).all(axis=-1)]
    if through is None:
        through = walk[-1] if len(walk) else np.array(ground.start)
    if choice.kind is PlaneKind.CHOSEN:
        plane = along_parameters(ground, *choice.parameters, through)
        return View(plane, _map_of_parameters(ground, choice.parameters, plane.place(_some(walk))))
    if choice.kind is PlaneKind.RANDOM:
        plane = along_random_directions(ground, choice.seed, through)
        return View(plane, _around(plane.place(_some(walk)), np.zeros(2), np.full(2, 2.0)))
    plane = along_principal_components(_some(walk), through)
    return View(plane, _around(plane.place(_some(walk)), None, np.zeros(2)))


def telling_parameters(gradient: Array) -> tuple[int, int]:
    """Return the two parameters whose plane shows the most where the slope is ``gradient`` (n,).

    They are the first two, whose names tell most (an intercept, a slope), unless the ground hardly rises along one of
    them, as along the weight of a pixel that is blank in every picture: then the two along which it is steepest.
    """
    slopes = np.abs(gradient)
    if not np.isfinite(slopes).all() or slopes[:2].min() >= _HARDLY * slopes.max():
        return 0, 1
    first, second = sorted(np.argsort(-slopes, kind="stable")[:2])
    return int(first), int(second)


def along_parameters(ground: Ground, first: int, second: int, through: Array) -> Plane:
    """Return the plane of two parameters, all others as in ``through`` (n,); its places are their own values."""
    directions = np.zeros((2, ground.cost.dimension))
    directions[0, first] = directions[1, second] = 1.0
    origin = through.copy()
    origin[[first, second]] = 0.0
    return Plane(origin, directions, (_short_name(ground, first), _short_name(ground, second)))


def along_random_directions(ground: Ground, seed: int, through: Array) -> Plane:
    """Return the plane of two random directions, normal numbers, scaled like ``through`` (n,), where it has (0, 0).

    In a network each unit or filter is scaled by itself, and biases stay as they are, as in the paper. Elsewhere, and
    where a network's weights are all 0, each direction is as long as θ is; where that is 0 too, as the map is wide.
    """
    generator = np.random.default_rng(seed)
    drawn = generator.normal(size=(2, ground.cost.dimension))
    directions = drawn
    if isinstance(ground.cost, Network):
        directions = np.stack([filter_normalised(each, through, ground.cost.layout) for each in drawn])
    if not isinstance(ground.cost, Network) or np.linalg.matrix_rank(directions) < 2:
        length = float(np.linalg.norm(through)) or float(ground.bounds.diagonal) / 2
        directions = drawn / np.linalg.norm(drawn, axis=1, keepdims=True) * length
    return Plane(through.copy(), directions, (_random_name(1), _random_name(2)))


def filter_normalised(direction: Array, theta: Array, layout: Layout) -> Array:
    """Return a direction (n,) of which each unit and filter is as long as that of ``theta`` (n,); 0 for biases."""
    scaled = np.zeros_like(direction)
    parts = zip(layout.blocks, layout.views(direction), layout.views(theta), layout.views(scaled), strict=True)
    for block, drawn, weights, written in parts:
        if block.is_bias:
            continue
        inputs = tuple(range(drawn.ndim - 1))  # the last axis counts units, or filters
        lengths = np.sqrt((drawn * drawn).sum(axis=inputs))
        written[...] = drawn * (np.sqrt((weights * weights).sum(axis=inputs)) / np.where(lengths > 0.0, lengths, 1.0))
    return scaled


def along_principal_components(walk: Array, through: Array) -> Plane:
    """Return the plane of the two directions in which a ``walk`` (k, n) varies most, through a place (n,).

    The directions have length 1, so that places are distances; the axes' names say how much of the variance each
    explains. Worked out from the k × k products of the places, which are few however many parameters there are.

    Raises:
        ValueError: where the walk has gone nowhere.
    """
    centred = walk - walk.mean(axis=0)
    scale = float(np.abs(centred).max(initial=0.0))
    if len(walk) < 3 or scale <= _BARELY * float(np.abs(walk).max(initial=0.0)):
        raise Refusal("a walk has principal components once it has gone some steps: let the trekker walk first")
    centred = centred / scale
    variances, places = np.linalg.eigh(centred @ centred.T)
    directions = centred.T @ places[:, -2:]
    first = directions[:, 1] / np.linalg.norm(directions[:, 1])
    second = _other_direction(directions[:, 0], first)
    shares = np.maximum(variances[[-1, -2]], 0.0) / np.maximum(variances, 0.0).sum()
    names = [_component_name(i, float(share)) for i, share in enumerate(shares, start=1)]
    return Plane(through.copy(), np.stack([_forward(first, walk), _forward(second, walk)]), (names[0], names[1]))


def outgrown(view: View, *walks: Array) -> Bounds | None:
    """Return the map that has room for all ``walks``, each (k, 2), where one has left that of ``view``; else None."""
    if all(_ends_within(view.bounds, each) for each in walks):
        return None
    return _around(np.concatenate([_drawable(each) for each in walks]), None, view.bounds.size, _MORE_ROOM)


def _ends_within(bounds: Bounds, walk: Array) -> bool:
    """Tell whether the last place of a walk that can be drawn is on the map; a long walk is seldom looked through."""
    last = _drawable(walk[-1:])
    if not len(last):
        last = _drawable(walk)[-1:]
    return not len(last) or bool(bounds.contains(last[0]))


def _drawable(places: Array) -> Array:
    return places[np.isfinite(places).all(axis=-1) & (np.abs(places) < _FURTHEST).all(axis=-1)]


def seen_on(ground: Ground, plane: Plane, bounds: Bounds) -> Ground:
    """Return the ground of two parameters that the map shows: the cost over ``plane`` within ``bounds``.

    Where the ground has very many rows it is their estimate that is shown, as it is what walks are told.
    """
    cost = ground.quick_cost
    if plane.is_whole:
        is_all_of_it = bounds == ground.bounds and cost is ground.cost
        return ground if is_all_of_it else replace(ground, bounds=bounds, cost=cost)
    place = plane.place(np.array(ground.start))
    return Ground(
        name=ground.name,
        title=ground.title,
        cost=PlaneCost(cost, plane),
        bounds=bounds,
        start=(float(place[0]), float(place[1])),
        formula=ground.formula,
        story=ground.story,
        source=ground.source,
        axes=plane.axes,
        unit=ground.unit,
    )


def parameter_names(ground: Ground) -> Sequence[str]:
    """Return what people call each of the n parameters."""
    names = ground.parameter_names() if isinstance(ground, LearnedGround) else ()
    fits = len(names) == ground.cost.dimension
    return names if fits else tuple(f"θ{subscript(i)}" for i in range(ground.cost.dimension))


def _short_name(ground: Ground, parameter: int) -> str:
    """Return what an axis calls a parameter: its name, or where there is no room for that, its number."""
    name = parameter_names(ground)[parameter]
    return name if len(name) <= _LONGEST_NAME else f"θ{subscript(parameter)}"


def _random_name(number: int) -> Message:
    return message("random {number}", number=str(number))


def _component_name(number: int, share: float) -> Message:
    """Return the name of a principal component, with its share of the variance."""
    return message("PC {number} ({share} %)", number=str(number), share=f"{100 * share:.{int(share < 0.1)}f}")


def _some(walk: Array) -> Array:
    """Return some places of a walk, evenly picked, the last one among them; shape (k, n)."""
    stride = max(1, -(-len(walk) // _MOST_PLACES))
    return walk[::-1][::stride][::-1]


def _map_of_parameters(ground: Ground, parameters: tuple[int, int], places: Array) -> Bounds:
    """Return a map of two parameters with room for the walk and, where it is known, the lowest place."""
    minima = [np.array(minimum.theta)[list(parameters)] for minimum in ground.minima]
    least = np.zeros(2) if minima and parameters != (0, 1) else ground.bounds.size
    return _around(np.stack([*places, *minima]), None, least)


def _around(places: Array, centre: Array | None, least: Array, room: float = _ROOM) -> Bounds:
    """Return a map of at least the size ``least`` that has room for all ``places`` (k, 2)."""
    near = places[(np.abs(places) < _FURTHEST).all(axis=-1)]
    points = near if centre is None else np.concatenate([near, centre[None]])
    lower, upper = points.min(axis=0), points.max(axis=0)
    middle = (lower + upper) / 2 if centre is None else centre
    reach = np.maximum(upper - middle, middle - lower)
    half = np.maximum(room * reach, np.asarray(least) / 2)
    half = np.maximum(half, max(_FLATTEST * float(half.max()), _BARELY * float(np.abs(middle).max()), 1e-12))
    (x_min, y_min), (x_max, y_max) = middle - half, middle + half
    return Bounds(float(x_min), float(x_max), float(y_min), float(y_max))


def _other_direction(direction: Array, first: Array) -> Array:
    """Return a direction of length 1 at right angles to ``first``: the given one, unless the walk has only one."""
    for each in (direction, *np.eye(2, len(first))):
        rest = each - (each @ first) * first
        length = float(np.linalg.norm(rest))
        if length > 1e-6:
            return np.asarray(rest / length)
    raise AssertionError("of two axes one is not along any given direction")


def _forward(direction: Array, walk: Array) -> Array:
    """Return a direction so that the walk goes along it, not against it: signs of components mean nothing."""
    return direction if float((walk[-1] - walk[0]) @ direction) >= 0.0 else -direction
