"""The fit panel: how well the ground is understood where the trekker stands, in the view that suits the ground."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trekker.ground import Ground
from trekker.gui.background.throttle import Throttle, Turns
from trekker.gui.commands.command import Commands
from trekker.gui.data_editor import DataEditor, can_be_edited
from trekker.gui.panels.card import Card, label
from trekker.gui.panels.command_buttons import small_button
from trekker.gui.panels.fits.catalogue import view_for
from trekker.gui.panels.fits.edit_bar import EditBar
from trekker.gui.panels.fits.handles import Editable, PointHandles
from trekker.gui.panels.fits.profile import Profile
from trekker.gui.panels.fits.view import FitView, Here
from trekker.gui.panels.live_text import LiveText
from trekker.gui.party import colour_of
from trekker.gui.plots.plot import Plot
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.theme import LIGHT, Theme
from trekker.learning.data_ground import DataGround
from trekker.learning.learned_ground import LearnedGround

_LONGEST = 64  # letters of a heading: columns may be called as questions are asked


class FitPanel(Card):
    """Composes one view, and feeds it from the session; where points can be edited, it lends them a hand.

    Attributes:
        view: what is shown now.
        handles: the hand on its points; None where there are none to edit.
    """

    def __init__(
        self,
        session: Session,
        sight: Sight,
        editor: DataEditor,
        commands: Commands,
        *,
        redraw_ms: int = 100,
        turns: Turns | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Fit"), parent)
        self.heading.setWordWrap(True)  # the names of columns may be long
        self.heading.setMinimumWidth(1)
        self._session, self._sight, self._editor = session, sight, editor
        self._theme = LIGHT
        self._large = False
        self._shown: Ground | None = None
        self._edit = small_button(commands, "edit_data")
        self.head.addWidget(self._edit)
        self.head.addWidget(small_button(commands, "enlarge_fit"))
        self.view: FitView = Profile()
        self.view.share(session.workbench)
        self.handles: PointHandles | None = None
        self.bar = EditBar(commands)
        self._cover = label(
            self.tr("Whoever walks by hand feels the slope alone: the fit is shown afterwards."), wrap=True
        )
        self._cover.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._cover.hide()
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._cover, 1)
        self.body.addWidget(self.bar)
        self._edit.hide()
        self._throttle = Throttle(redraw_ms, self._redraw, self, turns)
        session.ground_changed.connect(self._open)
        session.restarted.connect(self._redraw)
        session.party_changed.connect(self._redraw)
        session.moved.connect(self._throttle.request)
        editor.changed.connect(self._show_bar)
        sight.changed.connect(self._follow_sight)

    @property
    def caption(self) -> LiveText:
        """The sentence below the picture."""
        return self.view.caption

    @property
    def plot(self) -> Plot | None:
        """The plot of the view, where it has one."""
        return getattr(self.view, "plot", None)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.view.dress(theme)
        if self.handles is not None:
            self.handles.dress(theme)
        self._throttle.request()

    def arrange(self, *, large: bool) -> None:
        """Take much room, or little."""
        self._large = large
        self.view.arrange(large=large)
        self._show_bar()

    def _follow_sight(self) -> None:
        """Hide the ground ahead, and the rows held out, where they can't be known; what is believed of them stays."""
        self.view.set_blindfold(not self._sight.knows_the_ground)
        told = self._told
        if told is not None and told is not self._shown:
            self._show_ground(told, alike=True)
        self._show_cover()
        self._throttle.request()

    def _show_cover(self) -> None:
        """Cover what data look like, from which a person who walks by hand would see the way."""
        covered = self._sight.by_hand and not isinstance(self.view, Profile)
        self._cover.setVisible(covered)
        self.view.setVisible(not covered)

    def close_jobs(self) -> None:
        """Wait until nothing is computed any more, as the program closes."""
        self.view.finish()

    def _open(self) -> None:
        ground = self._session.ground
        if ground is None:
            return
        wanted = view_for(ground)
        if type(self.view) is not wanted:
            self._change_to(wanted())
        self._show_ground(self._told or ground, alike=self._editor.active)
        heading = self.view.heading(ground)
        self.set_heading(heading if len(heading) <= _LONGEST else f"{heading[: _LONGEST - 1]}…")
        self.heading.setToolTip(heading)
        self._lend_a_hand(ground)
        self._show_cover()

    @property
    def _told(self) -> Ground | None:
        """The ground as far as it may be told of: blindfolded, without the rows held out."""
        ground = self._session.ground
        if self._sight.knows_the_ground or not isinstance(ground, LearnedGround):
            return ground
        return ground.without_held_out()

    def _show_ground(self, ground: Ground, *, alike: bool) -> None:
        self._shown = ground
        self.view.open(ground, alike=alike)

    def _change_to(self, view: FitView) -> None:
        self.view.finish()
        self.body.replaceWidget(self.view, view)
        self.view.hide()
        self.view.deleteLater()
        self.view, self.handles = view, None
        view.share(self._session.workbench)
        view.dress(self._theme)
        view.arrange(large=self._large)
        view.set_blindfold(not self._sight.knows_the_ground)

    def _lend_a_hand(self, ground: Ground) -> None:
        """Let the points be edited where the view shows them one by one."""
        editable = isinstance(self.view, Editable) and can_be_edited(ground)
        self._edit.setVisible(editable)
        if not (isinstance(self.view, Editable) and isinstance(ground, DataGround) and editable):
            return
        classes = tuple(ground.classes.tolist())
        if self.handles is None:
            self.handles = PointHandles(self.view, self._editor, self.view)
            self.handles.dress(self._theme)
        self.handles.know_classes(classes)
        self.bar.show_hint(len(classes))

    def _show_bar(self) -> None:
        """Show how points are edited; where there is little room, in place of the caption."""
        self.bar.setVisible(self._editor.active)
        self.view.caption.setVisible(self._large or not self._editor.active)

    def _redraw(self) -> None:
        session = self._session
        if session.ready:
            self.view.draw(Here(session.descent, session.step, colour_of(session.trekker)))
