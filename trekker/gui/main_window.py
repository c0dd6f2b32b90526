"""The main window: composes the panels, and declares what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QGridLayout,
    QMainWindow,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from trekker.gui.commands.command import Commands
from trekker.gui.commands.shortcuts import ShortcutSheet
from trekker.gui.commands.window import declare
from trekker.gui.data_editor import DataEditor
from trekker.gui.dialogs.ground_chooser import GroundChooser
from trekker.gui.dialogs.table_opener import TableOpener
from trekker.gui.enlarged import Enlarged
from trekker.gui.figure_choice import FigureChoice
from trekker.gui.foot import Foot
from trekker.gui.hand_walk import HandWalk
from trekker.gui.icons import draw_icons, size_icons
from trekker.gui.look import Look
from trekker.gui.panels.command_buttons import small_button
from trekker.gui.panels.cost_panel import CostPanel
from trekker.gui.panels.fit_panel import FitPanel
from trekker.gui.panels.ground_card import GroundCard
from trekker.gui.panels.hand_panel import HandPanel
from trekker.gui.panels.header import Header
from trekker.gui.panels.layers_panel import LayersPanel
from trekker.gui.panels.model_card import ModelCard
from trekker.gui.panels.mountain_panel import MountainPanel
from trekker.gui.panels.notice import Notice
from trekker.gui.panels.party_card import PartyCard
from trekker.gui.panels.plane_bar import PlaneBar
from trekker.gui.panels.progress_row import ProgressRow
from trekker.gui.panels.race_table import RaceTable
from trekker.gui.panels.rule_panel import RulePanel
from trekker.gui.panels.step_card import StepCard
from trekker.gui.panels.timeline_panel import TimelinePanel
from trekker.gui.panels.trekker_card import TrekkerCard
from trekker.gui.player import Player
from trekker.gui.plots_column import PlotsColumn
from trekker.gui.scene.opengl import probe
from trekker.gui.session import Session
from trekker.gui.sight import Sight
from trekker.gui.texts import core_text
from trekker.walk.scenario import Scenario

_LINES = 33  # of text: in a window that is lower, plots and rule take turns, or none of them could be read
_SCROLL_BAR = 11
_GAP = 10  # between the columns, and beside them
_AFTER_FIRST_PICTURE_MS, _AT_THE_LATEST_MS = 30, 500  # icons are drawn
_REDRAW_MS, _SLOW_REDRAW_MS = 80, 250  # between two drawings of plots and texts beside the mountain while it walks
_SIDE_WIDTHS = (286, 330)  # of the setup on the left and the plots on the right, at text scale 1
_WIDEST_SIDE = 0.33  # of the window: the mountain keeps a third, however large the text


class MainWindow(QMainWindow):
    """The whole program in one window.

    Attributes:
        look: its theme and the size of its texts.
        session: what is open.
        player: what makes it walk.
        sight: what the blindfold allows.
        figures: whether trekkers are hikers or balls.
        commands: everything that a person can do.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Blindfolded Trekker"))
        self.resize(1366, 768)
        self.setAcceptDrops(True)
        self._has_icons = self._is_laid_out = False
        self.look = Look(self)
        self.session = Session(self)
        self.sight, self.figures = Sight(self), FigureChoice(self)
        self.player = Player(self.session, self)
        self.editor = DataEditor(self.session, self.sight, self)
        self.opener = TableOpener(self.session, self)
        self.chooser = GroundChooser(self.session, self.sight, self.opener, self)
        self.commands = Commands(declare(self), self)
        self.addActions([self.commands[command.name] for command in self.commands.all])
        self._make_panels()
        self._lay_out()
        self._connect()
        self.look.put_on()

    def open(self, scenario: Scenario, *, suit: bool = False) -> None:
        """Open a scenario; with ``suit``, with learning rates that suit its ground."""
        self.session.load(scenario, suit=suit)

    def open_file(self, path: Path) -> None:
        """Open a file as what its name says: an elevation grid or a picture as a mountain, anything else as a table."""
        self.chooser.open_file(path)

    def open_table(self, path: Path) -> None:
        """Read a table, ask for its columns, and walk on the error of a line through them."""
        self.opener.open(path)

    # What the commands do ---------------------------------------------------------------------------------------

    @property
    def shows_layers(self) -> bool:
        """Whether the gradient by layer takes the place of the cost."""
        return not self.layers.isHidden()

    def toggle_layers(self) -> None:
        """Show the gradient by layer in place of the cost, or the cost again; only a network has layers."""
        wanted = not self.shows_layers and self.layers.network is not None
        self.layers.setVisible(wanted)
        self.cost.setVisible(not wanted)
        self._plots.reveal(self.cost)

    def _leave_layers(self) -> None:
        """Show the cost again where there are no layers."""
        if self.shows_layers and self.layers.network is None:
            self.toggle_layers()

    def toggle_explanation(self) -> None:
        """Open the step explained in the place of the fit, or close it."""
        self.foot.leave_wide_race()
        opens = not self.step_card.isVisible()
        self.fit.setVisible(not opens)
        if opens:
            self._plots.reveal(self.step_card)
        self.step_card.set_open(opens)

    @property
    def fit_is_large(self) -> bool:
        """Whether the fit lies over the mountain."""
        return self._large_fit.is_large

    def toggle_fit(self) -> None:
        """Show the fit large, over the mountain, or put it back."""
        self.foot.leave_wide_race()
        self._large_fit.toggle()
        self.fit.arrange(large=self.fit_is_large)
        if not self.fit_is_large:
            self._plots.reveal(self.fit)

    def _show_points(self) -> None:
        """Show the fit where its points are edited."""
        if self.editor.active:
            self.foot.leave_wide_race()
            self._plots.reveal(self.fit)

    def toggle_race_table(self) -> None:
        """Show the race in place of the rule, or the rule again."""
        self.foot.show_race(on=not self.foot.shows_race)

    def _give_the_foot_room(self) -> None:
        self.foot.give(self.width() - self._setup.width() - self._plots.width() - 4 * _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the race the room that it needs in a window of another size."""
        super().resizeEvent(event)
        self._fit_columns()
        if self.commands["full_screen"].isChecked() != self.isFullScreen():  # Qt tells of no other state here
            self.commands.refresh()

    def _follow_foot(self) -> None:
        self._try_again.setVisible(self.hand.active)
        self.commands.refresh()

    def _take_hand(self) -> None:
        """Show a person's choice in place of the race, and give it the keys."""
        self.foot.show_race(on=False)
        if self.hand.active:
            self.by_hand.dial.setFocus()

    def _show_comparison(self) -> None:
        """Show how a person did beside the rules, and give that the keys."""
        self.foot.show_race(on=True)
        self.race.table.setFocus()

    def _turn_dial(self) -> None:
        """Turn the dial as the ground is turned on the screen."""
        self.by_hand.dial.turn_with(self.mountain.azimuth)

    def _show_arrows(self) -> None:
        """Draw on the mountain the arrows of the step explained; where a person chooses the step, theirs."""
        self.mountain.overlays.explain(self.step_card.arrows or self.by_hand.arrows)

    def _take_frame(self, milliseconds: float) -> None:
        """Measure how quick this computer is while somebody walks."""
        if self.player.playing:
            self.figures.take_frame(milliseconds)

    def _spare(self) -> None:
        """Leave the processor to those who compute slow steps, rather than draw what is merely nice."""
        self.mountain.scene.spare(self.player.playing and self.session.is_slow)

    def _tell_of_balls(self, milliseconds: float) -> None:
        self.notice.say(
            self.tr(
                "A frame takes {time} ms here, so trekkers are drawn as balls now; "
                "“View”, “Figures”, “Hikers” brings the hikers back."
            ).format(time=round(milliseconds))
        )

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def ask_for_table(self) -> None:
        """Let a person choose a table."""
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open data"),
            "",
            self.tr("Tables (*.csv *.tsv *.txt *.dat *.xlsx *.xlsm *.xlsb *.xls *.ods);;All files (*)"),
        )
        if name:
            self.open_table(Path(name))

    def show_shortcuts(self) -> None:
        """Show every key and what it does."""
        ShortcutSheet(self.commands, self).open()

    # What Qt asks -----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first dropped file."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.open_file(Path(files[0]))
        else:
            self.notice.say(self.tr("Only files can be dropped here: tables, such as CSV or Excel."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Push the button that has the focus with Enter, since Space walks."""
        focused = QApplication.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focused, QAbstractButton):
            super().keyPressEvent(event)
        elif isinstance(focused, QToolButton) and focused.menu() is not None:
            focused.showMenu()
        else:
            focused.click()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the columns to their texts, whose sizes are known only now."""
        super().showEvent(event)
        if not self._is_laid_out:
            self._is_laid_out = True
            QTimer.singleShot(_AT_THE_LATEST_MS, self._draw_first_icons)

    def changeEvent(self, event: QEvent) -> None:
        """Tell the commands of a window that fills the screen now, or does not any more."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.commands.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the columns whenever what is in them wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way."""
        self._large_fit.put_back()
        self.player.pause()
        self.session.close()
        self.opener.close()
        self.chooser.close()
        self.mountain.close_jobs()
        self.layers.close_jobs()
        self.cost.held_out.close()
        self.fit.close_jobs()
        super().closeEvent(event)

    # Composing --------------------------------------------------------------------------------------------------

    def _make_panels(self) -> None:
        status = probe()
        self.mountain = MountainPanel(self.session, self.sight, self.figures, status)
        self.ground = GroundCard(self.session, self.sight, self.commands)
        redraw_ms, turns = _SLOW_REDRAW_MS if status.is_software else _REDRAW_MS, self.session.turns
        self.plane = PlaneBar(self.session, self.mountain.lookout, self.mountain, redraw_ms, turns)
        self.party = PartyCard(self.session, self.commands)
        self.trekker = TrekkerCard(self.session, self.sight, self.commands, redraw_ms=redraw_ms, turns=turns)
        self.cost = CostPanel(self.session, self.sight, redraw_ms, turns)
        self.model = ModelCard(self.session)
        self.layers = LayersPanel(self.session, redraw_ms, turns)
        self.fit = FitPanel(self.session, self.sight, self.editor, self.commands, redraw_ms=redraw_ms, turns=turns)
        self.step_card = StepCard(self.session, self.sight, self.commands, redraw_ms=redraw_ms, turns=turns)
        self.rule = RulePanel(self.session, redraw_ms // 2, turns)
        self.race = RaceTable(self.session, self.sight, redraw_ms, turns)
        self._try_again = small_button(self.commands, "hand_again")
        self.race.head.insertWidget(1, self._try_again)
        self.hand = HandWalk(self.session, self.sight, self)
        self.by_hand = HandPanel(self.session, self.hand, self.commands, redraw_ms=redraw_ms // 2, turns=turns)
        self.foot = Foot(self.rule, self.race, self.by_hand, self.hand)
        self.timeline = TimelinePanel(self.session, self.sight, self.player, self.commands)
        self.notice = Notice()
        self.without_mountain = Notice(self.tr("Close the notice about the map"))
        if not status.works:
            self.without_mountain.say(
                self.tr("The mountain can't be drawn here, so a map takes its place. {reason}").format(
                    reason=status.reason
                )
            )
        self.progress = ProgressRow(self.session.jobs, self.session.give_up_opening)
        self.reading = ProgressRow(self.opener.jobs)
        catching_up = self.tr("Catching up…"), self.tr("Wait for nobody")
        self.catching_up = ProgressRow(self.session.latecomers.jobs, self.session.await_nobody, catching_up)
        self.header = Header(self.commands, (self.progress, self.reading, self.catching_up))

    def _lay_out(self) -> None:
        centre = QWidget()
        grid = QGridLayout(centre)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setSpacing(8)
        self._setup, self._plots = self._make_setup(), self._make_plots()
        grid.addWidget(self.header, 0, 0, 1, 3)
        said = QVBoxLayout()
        said.addWidget(self.without_mountain)
        said.addWidget(self.notice)
        grid.addLayout(said, 1, 0, 1, 3)
        grid.addWidget(self._setup, 2, 0, 2, 1)
        self.foot.stand_in(grid, self.mountain, self._plots)
        grid.addWidget(self.timeline, 4, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        self.setCentralWidget(centre)
        covered = (self.mountain, self.foot.widget, self._plots)
        self._large_fit = Enlarged(self.fit, covered, self._fit_may_cover, self)

    def _fit_may_cover(self, widget: QWidget) -> bool:
        """Let the large fit cover the plots as well where the text is so large that they take turns."""
        return widget is not self._plots or self._plots.takes_turns

    def _make_setup(self) -> QScrollArea:
        self._column = QWidget()
        self._column.setObjectName("column")
        self._column.installEventFilter(self)
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.ground)
        layout.addWidget(self.model)
        layout.addWidget(self.party)
        layout.addWidget(self.trekker)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidget(self._column)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _make_plots(self) -> PlotsColumn:
        self.layers.hide()
        return PlotsColumn(
            {self.tr("Cost"): self.cost, self.tr("Layers"): self.layers},
            {self.tr("Fit"): self.fit, self.tr("Step explained"): self.step_card},
            {self.tr("Rule"): self.rule},
        )

    def _connect(self) -> None:
        refresh = self.commands.refresh
        for signal in (self.session.moved, self.session.ground_changed, self.session.party_changed):
            signal.connect(refresh)
        self.editor.changed.connect(refresh)
        self.editor.changed.connect(self._show_points)
        self._plots.turned.connect(refresh)
        self.editor.moved.connect(refresh)
        self.sight.changed.connect(refresh)
        self.mountain.view_changed.connect(refresh)
        self.mountain.scene.following_changed.connect(refresh)
        self.player.playing_changed.connect(refresh)
        self.cost.choice_changed.connect(refresh)
        self.figures.changed.connect(refresh)
        self.figures.gave_up_hikers.connect(self._tell_of_balls, Qt.ConnectionType.QueuedConnection)  # not in a frame
        self.mountain.scene.frame_wanted.connect(self.session.frame_hold.begin)
        self.mountain.scene.framed.connect(self._take_frame)
        self.player.playing_changed.connect(self._spare)
        self.session.restarted.connect(self._spare)
        for each in (self.step_card, self.by_hand):
            each.arrows_changed.connect(self._show_arrows)
        self.hand.begun.connect(self._take_hand)
        self.hand.compared.connect(self._show_comparison)
        self.session.scenario_changed.connect(self.foot.refresh)
        self.foot.changed.connect(self._follow_foot)
        self.look.changed.connect(self._dress)
        for signal in (self.mountain.scene.turned, self.mountain.view_changed, self.hand.begun):
            signal.connect(self._turn_dial)
        self.plane.settled.connect(self.mountain.keep_free_above)
        self.mountain.starts.pointed.connect(self.by_hand.dial.setFocus)
        self.session.ground_changed.connect(self._leave_layers)
        self.session.ground_changed.connect(self._show_title)
        self.session.ground_changed.connect(self._await_first_picture)
        self.session.ground_changed.connect(self.notice.hide)
        self.session.refused.connect(self.notice.say)
        self.session.noted.connect(self.notice.say)

    def _show_title(self) -> None:
        ground = self.session.ground
        if ground is not None:
            self.header.title.setText(core_text(ground.title))

    def _await_first_picture(self) -> None:
        """Draw the icons once the first ground is on the screen, which need not wait for them."""
        if self._is_laid_out and not self._has_icons:
            QTimer.singleShot(_AFTER_FIRST_PICTURE_MS, self._draw_first_icons)

    def _draw_first_icons(self) -> None:
        if not self._has_icons:
            self._draw_icons()

    def _draw_icons(self) -> None:
        """Draw every icon in the theme's colours."""
        self._has_icons = True
        self.commands.redraw_icons()
        draw_icons(self.findChildren(QToolButton))
        self.timeline.redraw_icons()

    def _fit_columns(self) -> None:
        """Give the columns beside the mountain the room that their texts need."""
        takes_turns = self.height() < _LINES * self.fontMetrics().lineSpacing()
        if takes_turns != self._plots.takes_turns:
            self._plots.take_turns(takes_turns)
            self.foot.house_the_rule(self._plots.place_for_guests if takes_turns else self.foot.widget)
        widest = round(_WIDEST_SIDE * self.width())
        setup, plots = (min(round(width * (0.55 + 0.45 * self.look.text_scale)), widest) for width in _SIDE_WIDTHS)
        if self._is_laid_out:
            setup = max(setup, self._column.minimumSizeHint().width() + _SCROLL_BAR)
        self._setup.setFixedWidth(setup)
        column = self._column.layout()
        if column is not None:  # broken lines make it higher than Qt itself asks for
            self._column.setMinimumHeight(column.totalMinimumHeightForWidth(setup - _SCROLL_BAR))
        self._plots.setFixedWidth(plots)
        self._give_the_foot_room()

    def _dress(self) -> None:
        """Wear the look."""
        size_icons(self.findChildren(QToolButton))
        self._fit_columns()
        if self._has_icons:
            self._draw_icons()
        for panel in (self.mountain, self.party, self.race, self.trekker, self.cost, self.layers, self.fit):
            panel.dress(self.look.theme)
        self.commands.refresh()
