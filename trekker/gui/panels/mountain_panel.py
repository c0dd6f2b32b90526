"""The mountain in the middle: the scene, fed from the session, with the verdict over it."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from trekker.gui.cross_hair import CrossHair
from trekker.gui.drawn_ground import DrawnGround
from trekker.gui.figure_choice import FigureChoice
from trekker.gui.focus_ring import FocusRing
from trekker.gui.ground_view import GroundView
from trekker.gui.lookout import Lookout
from trekker.gui.map.ground_map import GroundMap
from trekker.gui.map.mini_map import MiniMap
from trekker.gui.panels.overlays import Overlays
from trekker.gui.panels.readout import Readout
from trekker.gui.panels.verdict_banner import VerdictBanner
from trekker.gui.party import outcome_of, table_of
from trekker.gui.projected import Projected
from trekker.gui.scene.detail import FINEST_IN_SOFTWARE, FINEST_ON_HARDWARE
from trekker.gui.scene.landscape import Landscape
from trekker.gui.scene.no_scene import NoScene
from trekker.gui.scene.opengl import OpenGLStatus
from trekker.gui.scene.scene import MountainScene
from trekker.gui.scene.walker import SceneColours
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.starts import Starts
from trekker.gui.theme import LIGHT, Theme
from trekker.gui.walkers import Walkers

_LEAST_FELT = 0.08  # of the map's diagonal: so much ground the feet always feel
MAP_AZIMUTH = -90.0
"""The azimuth of an eye for which the first axis runs to the right and the second upwards, as on every map."""


class MountainPanel(QFrame):
    """Shows ground, trekkers and verdict; a click on the ground moves the start there, or points a person's next step.

    Attributes:
        view_changed: mountain, map, or both are shown.
        starts: what moves the starts of trekkers.
        scene: the mountain.
        map: the same from above.
    """

    view_changed = Signal()

    def __init__(
        self,
        session: Session,
        sight: Sight,
        figures: FigureChoice,
        opengl: OpenGLStatus,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session, self._sight = session, sight
        self._wants_mini_map = False
        self._reduced_motion = bool(QSettings().value("reduced_motion", False, type=bool))
        self._theme = LIGHT
        self._taken_above = 0
        self._walkers = Walkers(session, sight)
        self._ground = DrawnGround(session, FINEST_IN_SOFTWARE if opengl.is_software else FINEST_ON_HARDWARE, self)
        self.starts = Starts(session, lambda: self._ground.plane, self)
        self.lookout = Lookout(session, Projected(), self)
        self.scene: MountainScene | NoScene = MountainScene(samples=opengl.samples) if opengl.works else NoScene()
        self.scene.setAccessibleName(self.tr("Mountain"))
        self.map = GroundMap()
        self.mini_map = MiniMap(self.scene)
        self.mini_map.hide()
        self._pictures = (self.scene, self.map, self.mini_map)
        for picture in (self.scene, self.map):
            FocusRing(picture)
        self._can_show_mountain = opengl.works
        self._view = GroundView.MOUNTAIN if opengl.works else GroundView.MAP
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.scene)
        split.addWidget(self.map)
        split.setSizes([1000, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(split)
        self.verdict = VerdictBanner(self)
        self._show_view()
        self.scene.turned.connect(self.mini_map.look_from)
        self._ground.changed.connect(self._draw)
        session.moved.connect(self._show_walkers)
        session.party_changed.connect(self._show_walkers)
        self.overlays = Overlays(session, sight, self.scene, self.map, self)
        self.readout = Readout(session, sight, self)
        sight.changed.connect(self._follow_sight)
        figures.changed.connect(lambda: self.scene.show_simple_figures(figures.simple))
        self.scene.show_simple_figures(figures.simple)
        self._show_motion()
        for picture in (self.scene, self.map):
            picture.ground_clicked.connect(self.starts.take_click)
            picture.walker_pushed.connect(self.starts.push)
            picture.walker_clicked.connect(self.starts.look_at)
            picture.walker_dragged.connect(self.starts.drag)
            picture.ground_hovered.connect(self.readout.read_at)
            picture.ground_left.connect(self.readout.forget)
        for floating in (self.verdict, self.overlays.legend):
            floating.settled.connect(self._keep_free)
        self.cross_hair = CrossHair(session, self)
        self._connect_cross_hair()

    @property
    def view(self) -> GroundView:
        """How the ground is shown."""
        return self._view

    @property
    def is_refining(self) -> bool:
        """Whether a finer picture of the ground is being worked out."""
        return self._ground.is_refining

    @property
    def can_show_mountain(self) -> bool:
        """Whether there is OpenGL to draw it with."""
        return self._can_show_mountain

    def set_view(self, view: GroundView) -> None:
        """Show the mountain, the map, or both."""
        if view is not self._view and self._can_show_mountain:
            self._view = view
            self._show_view()
            self._show_arrow()
            self.view_changed.emit()

    @property
    def azimuth(self) -> float:
        """From where the eye looks at the ground, in degrees: as the mountain is turned, or the map alone."""
        if self._view is GroundView.MAP or isinstance(self.scene, NoScene):
            return MAP_AZIMUTH
        return self.scene.camera.azimuth

    def toggle_mini_map(self) -> None:
        """Show or hide the small map in the mountain's corner."""
        self._wants_mini_map = not self._wants_mini_map
        self._show_mini_map()

    @property
    def wants_mini_map(self) -> bool:
        """Whether a person wants the small map; it is shown where nothing forbids that."""
        return self._wants_mini_map

    def _show_mini_map(self) -> None:
        self.mini_map.setVisible(self._wants_mini_map and self._sight.knows_the_ground)

    def _follow_sight(self) -> None:
        self._show_walkers()
        self._show_mini_map()

    @property
    def reduced_motion(self) -> bool:
        """Whether a person wants nothing to glide."""
        return self._reduced_motion

    def set_reduced_motion(self, on: bool) -> None:
        """Let nothing glide, or let it again; now and at the next start."""
        self._reduced_motion = on
        QSettings().setValue("reduced_motion", on)
        self._show_motion()

    def _show_motion(self) -> None:
        for each in (self.scene, self.map):
            each.set_motion(not self.reduced_motion)

    def keep_free_above(self, pixels: int) -> None:
        """Show mountain and map below so many pixels, which something else covers."""
        self._taken_above = pixels
        self._keep_free()

    def _keep_free(self) -> None:
        """Show mountain and map between what lies over them."""
        legend, below = self.overlays.legend, self.verdict.reach
        legend.keep_within(self._taken_above, below)
        for picture in (self.scene, self.map):
            picture.keep_free(self._taken_above, max(below + legend.reach, self.verdict.usual_reach))
        for corner in (self.readout, self.mini_map):
            corner.keep_below(self._taken_above)

    def look_at_all(self) -> None:
        """Show the whole mountain from where the camera stood at first."""
        self.scene.reset_camera()
        self.map.show_all()

    def _show_view(self) -> None:
        self.scene.setVisible(self._view is not GroundView.MAP)
        self.map.setVisible(self._view is not GroundView.MOUNTAIN)

    def close_jobs(self) -> None:
        """Give up what is under way, and wait until it is gone."""
        self._ground.close()

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        colours = SceneColours(
            background=theme.scene,
            fog=theme.fog,
            contour=theme.contour,
            wall=theme.wall,
            text=theme.text,
            line=theme.muted,
            casing=theme.card,
        )
        self._theme = theme
        for picture in self._pictures:
            picture.set_colours(colours)
        self._show_arrow()
        self.verdict.dress(theme)
        self._keep_free()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the verdict's place free in a panel of another size."""
        super().resizeEvent(event)
        self._keep_free()

    def _draw(self, landscape: Landscape | None) -> None:
        for picture in self._pictures:
            picture.show_landscape(landscape)
        self.map.show_minima(self._ground.minima)
        self.overlays.redraw()
        if landscape is not None:
            self._show_walkers()

    def _show_walkers(self) -> None:
        walkers = self._walkers.shown(self._ground.plane)
        for picture in self._pictures:
            picture.show_walkers(walkers)
        self._show_arrow()
        self._show_blindfold()
        self._show_verdict()

    def _show_arrow(self) -> None:
        """Point on the map where the step under the cursor leads."""
        if not self._session.ready or self._view is GroundView.MOUNTAIN:
            return
        session, plane = self._session, self._ground.plane
        theta = session.descent.trail.theta[session.step]
        ahead = theta + session.descent.change_at(session.step)
        self.map.show_arrow(plane.place(theta), plane.place(ahead), self._theme.text)

    def _show_blindfold(self) -> None:
        ground = self._session.shown
        if ground is None:
            return
        for picture in self._pictures:
            picture.set_blindfold(
                not self._sight.sees_the_mountain,
                _LEAST_FELT * ground.bounds.diagonal,
                dense=not self._sight.knows_the_ground,
            )

    def _show_verdict(self) -> None:
        descent = self._session.descent if self._session.ready else None
        verdict = descent.verdict if descent is not None else None
        if descent is not None and verdict is not None and self._session.step >= descent.trail.steps:
            knows = self._sight.knows_the_ground
            self.verdict.show_verdict(verdict, self._outcome(), knows_the_ground=knows)
        else:
            self.verdict.hide()

    def _outcome(self) -> str:
        """Say who has won, once everybody's walk has ended; nothing where nobody raced."""
        session = self._session
        over = session.at_the_end and len(session.descents) > 1
        return outcome_of(session, table_of(session)) if over else ""

    def _connect_cross_hair(self) -> None:
        self.cross_hair.moved.connect(self._show_cross_hair)
        self.cross_hair.taken.connect(self.starts.take_click)
        self.cross_hair.listen_to(self.scene, lambda: self.azimuth)
        self.cross_hair.listen_to(self.map, lambda: MAP_AZIMUTH)

    def toggle_cross_hair(self) -> None:
        """Put a cross-hair where the looked-at trekker stands, and give it the keys; or take it away."""
        if self.cross_hair.place is not None:
            self.cross_hair.end()
            return
        theta = self._session.descent.trail.theta[self._session.step]
        picture = self.map if self._view is GroundView.MAP else self.scene
        picture.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.cross_hair.begin(self._ground.plane.place(theta))

    def _show_cross_hair(self) -> None:
        place = self.cross_hair.place
        self.overlays.show_cross(place)
        self.readout.rest_at(place)
