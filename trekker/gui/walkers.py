"""The trekkers as mountain and map are told of them: where each has walked, and how much of that may be known."""

from __future__ import annotations

import numpy as np

from trekker.gui.party import colour_of, marker_of, names_of
from trekker.gui.projected import Projected
from trekker.gui.scene.walker import Fate, Walker
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.verdict_words import tells_the_place
from trekker.plane import Plane
from trekker.walk.descent import Descent
from trekker.walk.verdict import Reason

_MOST_FELT = 0.25  # of the map's diagonal: no feet feel farther


class Walkers:
    """Tells of a session's trekkers, as far as its ``sight`` allows."""

    def __init__(self, session: Session, sight: Sight) -> None:
        self._session, self._sight = session, sight
        self._projected = Projected()

    def shown(self, plane: Plane) -> tuple[Walker, ...]:
        """Return everybody who isn't hidden, as they stand over ``plane`` at the step under the cursor."""
        names = names_of(self._session.scenario.trekkers)
        everybody = range(len(self._session.descents))
        return tuple(self._walker(each, names[each], plane) for each in everybody if each not in self._session.hidden)

    def _walker(self, index: int, name: str, plane: Plane) -> Walker:
        session, descent = self._session, self._session.descents[index]
        trekker, rows = session.scenario.trekkers[index], session.step_of(index) + 1
        return Walker(
            colour=colour_of(trekker),
            points=self._projected.places(descent.trail, plane, rows),
            costs=descent.trail.cost[:rows],
            marker=marker_of(trekker),
            name=name,
            looked_at=index == session.selected,
            felt=self._felt(descent, rows - 1, plane),
            fate=self._fate(descent, rows - 1),
        )

    def _fate(self, descent: Descent, step: int) -> Fate:
        """Tell what has become of a trekker by a step of its walk, as far as that may be known."""
        fate, verdict = _fate(descent, step), descent.verdict
        hides = fate is not Fate.WALKING and not self._sight.knows_the_ground
        return Fate.STUCK if hides and verdict is not None and tells_the_place(verdict) else fate

    def _felt(self, descent: Descent, step: int, plane: Plane) -> float:
        """Return how far a blindfolded trekker feels: as far as its stride, within reason; 0 where it sees."""
        ground = self._session.shown
        if ground is None or self._sight.sees_the_mountain:
            return 0.0
        theta = descent.trail.theta[step]
        with np.errstate(all="ignore"):
            ends = plane.place(np.stack([theta, theta + descent.change_at(step)]))
            stride = float(np.nan_to_num(np.linalg.norm(ends[1] - ends[0]), nan=0.0, posinf=0.0))
        return min(stride, _MOST_FELT * ground.bounds.diagonal)


def _fate(descent: Descent, step: int) -> Fate:
    """Tell what has become of a trekker by a step of its walk."""
    verdict = descent.verdict
    if verdict is None or step < descent.trail.steps:
        return Fate.WALKING
    fates = {
        Reason.GLOBAL_MINIMUM: Fate.ARRIVED,
        Reason.LOCAL_MINIMUM: Fate.ARRIVED,
        Reason.DIVERGED: Fate.DIVERGED,
        Reason.LEFT_THE_MAP: Fate.LEFT,
    }
    return fates.get(verdict.reason, Fate.STUCK)
