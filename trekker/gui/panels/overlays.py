"""The overlays of the mountain: which are on, what they draw at every step, and the legend that names them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trekker.cost import Array
from trekker.gui.background.throttle import Throttle
from trekker.gui.map.ground_map import GroundMap
from trekker.gui.panels.legend import Legend, Row
from trekker.gui.scene import overlay
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.no_scene import NoScene
from trekker.gui.scene.overlay import READ_AT_THE_TREKKER, Drawing, Overlay
from trekker.gui.scene.overlay_shapes import (
    circle_enlargement,
    cross_hair,
    drawing_of,
    enlargement,
    explained_arrow,
    flags,
    promised_ground,
    reach_enlargement,
)
from trekker.gui.scene.scene import MountainScene
from trekker.gui.scene.speed import FASTEST, SLOWEST, STOPS
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.step_colours import STEP_COLOURS
from trekker.messages import number
from trekker.walk.instruments import Instruments, instruments_at
from trekker.walk.walkthrough import Arrow

_LEGEND_MS = 200
_NEAR = 1e-6  # of the map's diagonal: a minimum so near the map's plane lies on it


class Overlays(QObject):
    """Lays instruments over the mountain of one scene; they tell of the trekker that is looked at.

    Attributes:
        changed: other overlays are on now.
    """

    changed = Signal()

    def __init__(
        self, session: Session, sight: Sight, scene: MountainScene | NoScene, chart: GroundMap, room: QWidget
    ) -> None:
        super().__init__(room)
        self._session, self._sight, self._chart = session, sight, chart
        self._pictures = (scene, chart)
        self._on = frozenset({Overlay.CONTOURS})
        self._explained: tuple[Arrow, ...] = ()
        self._cross: Array | None = None
        self._read: Instruments | None = None
        self.legend = Legend(room, self._pictures)
        self._legend_throttle = Throttle(_LEGEND_MS, self._show_legend, self)
        for signal in (
            session.moved,
            session.party_changed,
            session.plane_changed,
            session.ground_changed,
            sight.changed,
        ):
            signal.connect(self._draw)

    @property
    def on(self) -> frozenset[Overlay]:
        """The overlays that are on."""
        return self._on

    def show(self, on: frozenset[Overlay]) -> None:
        """Lay these overlays over the mountain, and no others."""
        if on != self._on:
            self._on = on
            for picture in self._pictures:
                picture.show_contours(Overlay.CONTOURS in on)
                picture.colour_trails_by_speed(Overlay.SPEED in on)
            self._draw()
            self.changed.emit()

    def toggle(self, which: Overlay) -> None:
        """Lay one overlay over the mountain, or take it away."""
        self.show(self._on ^ {which})

    def explain(self, arrows: tuple[Arrow, ...]) -> None:
        """Draw the arrows of a step explained, each in the colour of its line."""
        self._explained = arrows
        self._draw()

    def show_cross(self, place: Array | None) -> None:
        """Draw a cross-hair at a place of the map (2,); None takes it away."""
        self._cross = place
        self._draw()

    def redraw(self) -> None:
        """Draw on the ground that the scene shows now."""
        self._draw()

    def _draw(self) -> None:
        landscape = self._chart.landscape
        if landscape is None or not self._session.ready:
            self._read = None
            self._lay(Drawing())
        else:
            self._read = self._instruments() if self._on & READ_AT_THE_TREKKER or self._explained else None
            ground = landscape if self._sight.knows_the_ground else promised_ground(landscape, self._read)
            drawing = drawing_of(self._on, ground, self._read) + self._flags(landscape)
            self._lay(drawing + self._explanation(ground) + self._cross_hair(landscape))
        self._legend_throttle.request()

    def _lay(self, drawing: Drawing) -> None:
        for picture in self._pictures:
            picture.show_overlays(drawing)

    def _cross_hair(self, landscape: Landscape) -> Drawing:
        """Return the cross-hair's lines; they lie on the ground, and would show a blindfolded person its shape."""
        if self._cross is None or not self._sight.sees_the_mountain:
            return Drawing()
        return cross_hair(landscape, self._cross)

    def _instruments(self) -> Instruments | None:
        if self._session.selected in self._session.hidden:
            return None
        read = instruments_at(self._session.descent, self._session.step, self._session.plane)
        return read if self._sight.knows_the_ground else replace(read, hessian=None)  # curvature can't be felt

    def _explanation(self, landscape: Landscape) -> Drawing:
        drawing, place = Drawing(), self._session.plane.place
        for arrow in self._explained:
            feet = place(arrow.start)
            change = place(arrow.start + arrow.vector) - feet
            colour = STEP_COLOURS[arrow.part]
            drawing += explained_arrow(landscape, feet, change, colour, is_distance=arrow.is_distance)
        return drawing

    def _flags(self, landscape: Landscape) -> Drawing:
        ground, plane = self._session.ground, self._session.plane
        if Overlay.MINIMA not in self._on or not self._sight.sees_the_mountain or ground is None or not ground.minima:
            return Drawing()
        thetas = np.array([each.theta for each in ground.minima])
        near = plane.distance(thetas) <= _NEAR * landscape.bounds.diagonal
        shown = [each.is_global for each, is_near in zip(ground.minima, near, strict=True) if is_near]
        return flags(landscape, plane.place(thetas[near]), shown)

    # The legend -------------------------------------------------------------------------------------------------

    def _show_legend(self) -> None:
        landscape = self._chart.landscape
        rows = [] if landscape is None else [row for each in Overlay if each in self._on for row in self._rows(each)]
        self.legend.show_rows(tuple(rows))

    def _rows(self, which: Overlay) -> list[Row]:
        if which is Overlay.CONTOURS:
            return []
        if which is Overlay.SPEED:
            return [(_hex(STOPS[0]), self.tr("Trail, slow"), self._share(SLOWEST)), self._fast()]
        if which is Overlay.MINIMA:
            return self._minima_rows()
        return self._read_rows(which, self._read) if self._read is not None else []

    def _fast(self) -> Row:
        return (_hex(STOPS[-1]), self.tr("Trail, fast"), self._share(FASTEST))

    def _share(self, share: float) -> str:
        return self.tr("{share} % of the map a step").format(share=number(100 * share))

    def _minima_rows(self) -> list[Row]:
        ground = self._session.ground
        if not self._sight.sees_the_mountain:
            return [(overlay.LOCAL, self.tr("Minima"), self.tr("hidden by the blindfold"))]
        if ground is None or not ground.minima:
            return [(overlay.LOCAL, self.tr("Minima"), self.tr("none is known here"))]
        rows = [(overlay.GLOBAL, self.tr("Lowest ground known"), "")]
        if not all(each.is_global for each in ground.minima):
            rows.append((overlay.LOCAL, self.tr("Other minima"), ""))
        return rows

    def _read_rows(self, which: Overlay, read: Instruments) -> list[Row]:
        landscape = self._chart.landscape
        if landscape is None:
            return []
        if which is Overlay.DIRECTIONS:
            return self._directions(read)
        hidden = "" if self._sight.knows_the_ground else self.tr("hidden by the blindfold")
        colour, name, reading = {
            Overlay.GRADIENT: (overlay.GRADIENT, self.tr("Gradient, uphill"), f"‖∇J‖ = {number(read.steepness)}"),
            Overlay.MOMENTUM: (overlay.MOMENTUM, self.tr("Momentum alone"), self._momentum(landscape, read)),
            Overlay.SCALING: (overlay.SCALING, self.tr("Reach of a step"), self._reach(landscape, read)),
            Overlay.TANGENT: (overlay.TANGENT, self.tr("Tangent plane"), ""),
            Overlay.QUADRATIC: (overlay.QUADRATIC, self.tr("Quadratic model"), hidden or self._model(read)),
            Overlay.CIRCLE: (overlay.CIRCLE, self.tr("Curvature of the step"), hidden or self._circle(landscape, read)),
        }[which]
        return [(colour, name, reading)]

    def _momentum(self, landscape: Landscape, read: Instruments) -> str:
        if read.memory is None:
            return self.tr("this rule has none now")
        return self._length(float(np.linalg.norm(read.memory)), enlargement(landscape, read.memory))

    def _reach(self, landscape: Landscape, read: Instruments) -> str:
        if read.reach is None:
            return self.tr("a search has no fixed reach")
        lengths = sorted(np.linalg.norm(read.reach, axis=0))
        text = f"{number(float(lengths[1]), 3)} × {number(float(lengths[0]), 3)}"
        return self._enlarged(text, reach_enlargement(landscape, read))

    def _length(self, length: float, factor: float) -> str:
        return self._enlarged(number(length), factor)

    def _enlarged(self, text: str, factor: float) -> str:
        return text if factor == 1 else self.tr("{size}, drawn ×{factor}").format(size=text, factor=number(factor))

    def _model(self, read: Instruments) -> str:
        if read.hessian is None:
            return self.tr("no curvature is known here")
        if not read.has_minimum or read.newton is None:
            return self.tr("has no minimum here")
        return self.tr("minimum {cost}").format(cost=number(float(read.quadratic(read.newton))))

    def _directions(self, read: Instruments) -> list[Row]:
        if not self._sight.knows_the_ground:
            said = self.tr("hidden by the blindfold")
        elif read.turn is None:
            said = self.tr("not known here")
        else:
            said = self.tr("{angle}° from descent").format(angle=number(read.turn, 3))
        return [
            (overlay.DESCENT, self.tr("Steepest descent"), ""),
            (overlay.NEWTON, self.tr("Newton’s step"), said),
        ]

    def _circle(self, landscape: Landscape, read: Instruments) -> str:
        if read.radius is None:
            return self.tr("not known here")
        radius = self.tr("radius {radius}").format(radius=number(read.radius))
        return self._enlarged(radius, float(f"{circle_enlargement(landscape, read):.3g}"))


def _hex(colour: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)
