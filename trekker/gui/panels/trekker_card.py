"""The trekker card: the rule and its settings, how much ground is felt, and where the walk starts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from trekker.gui.background.throttle import Throttle, Turns
from trekker.gui.commands.command import Commands
from trekker.gui.dialogs.optimizer_dialog import OptimizerDialog
from trekker.gui.icons import wear_icon
from trekker.gui.panels.card import Card, label
from trekker.gui.panels.command_buttons import small_button
from trekker.gui.panels.knob_form import KnobForm
from trekker.gui.panels.number_field import NumberField
from trekker.gui.panels.stop_fields import StopFields
from trekker.gui.panels.text_field import TextField
from trekker.gui.party import names_of, picture_of
from trekker.gui.picker import Picker
from trekker.gui.session import Session
from trekker.gui.setup import SEED, starting_apart, starting_one_at, starting_one_at_random, with_trekker
from trekker.gui.sight import Sight
from trekker.gui.text_scale import text_scale
from trekker.gui.texts import core_problem, core_text
from trekker.gui.theme import LIGHT, Theme
from trekker.knobs import Knob
from trekker.messages import number
from trekker.optimizers import catalogue
from trekker.optimizers.clipping import ClipKind, Clipping
from trekker.optimizers.schedules import schedules
from trekker.walk.scenario import Trekker
from trekker.walk.suiting import suited_to

_FULL_HEIGHT = 24  # pixels: lower, even while the column makes room for another card, its icon cannot be drawn
_NARROW = 46  # pixels, at the usual size of text
_RATE = "learning_rate"
_A_FEW = 8
_MOST_TYPED = 8  # numbers of a start that people may be asked to type
_BATCH = Knob("batch size", _A_FEW, low=2, high=10_000_000)


class TrekkerCard(Card):
    """Sets up the trekker who walks."""

    def __init__(
        self,
        session: Session,
        sight: Sight,
        commands: Commands,
        *,
        redraw_ms: int = 100,
        turns: Turns | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Trekker"), parent)
        self._session, self._sight = session, sight
        self._theme = LIGHT
        self.marker = label()
        self.head.insertWidget(0, self.marker)
        self.heading.setWordWrap(True)
        self.heading.setMinimumWidth(1)  # a name may be longer than the card is wide
        self.head.addWidget(small_button(commands, "rename_trekker"))
        self._rows = QGridLayout()
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(1, 1)
        self.rule = _picker(self.tr("Optimizer"), self.tr("The rule that turns the slope underfoot into a step."))
        _fill_rules(self.rule)
        self.choose = QToolButton()
        wear_icon(self.choose, "magnify")
        self.choose.setAccessibleName(self.tr("Choose an optimizer from the list"))
        self.choose.setToolTip(self.tr("All optimizers with their formulas, ideas and papers, and a search."))
        self.choose.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.idea = label(role="hint", wrap=True)
        self.form = KnobForm(with_slider=frozenset({_RATE}))
        self.problem = label(role="error", wrap=True)
        self.problem.hide()
        self._add_how_much()
        self._add_clipping()
        self._add_schedule()
        self._add_start()
        self.stop = StopFields(self._session, self)
        self._compose()
        self._connect(redraw_ms, turns)

    @property
    def _trekker(self) -> Trekker:
        return self._session.trekker

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours, and the size of its texts."""
        self._theme = theme
        for field in (self.batch_size, self.clip_limit):
            field.setMaximumWidth(round(_NARROW * text_scale()))
        self._show_heading()
        self._mark_limit()

    # Building ---------------------------------------------------------------------------------------------------

    def _row(self, name: str, *widgets: QWidget) -> None:
        row = self._rows.rowCount()
        caption = label(name)
        caption.setBuddy(widgets[0])
        self._rows.addWidget(caption, row, 0)
        line = QHBoxLayout()
        line.setSpacing(4)
        for position, widget in enumerate(widgets):
            line.addWidget(widget, 1 if position == 0 else 0)
        self._rows.addLayout(line, row, 1)

    def _add_how_much(self) -> None:
        name = self.tr("Gradient from")
        self.how_much = _picker(name, self.tr("How much ground one step feels: all of it, one row, or a few rows."))
        for text in (
            self.tr("all (batch)"),
            self.tr("one (stochastic)"),
            self.tr("mini-batch"),
        ):
            self.how_much.addItem(text)
        self.batch_size = NumberField(_BATCH)
        self.batch_size.setAccessibleName(self.tr("Rows in a mini-batch"))
        self._row(name, self.how_much, self.batch_size)
        self.gusts = label(role="hint", wrap=True)
        self.gusts.setText(
            self.tr("Gusts: the mountain is the mean of 64 tilted copies, and a small batch feels only a few of them.")
        )
        self._rows.addWidget(self.gusts, self._rows.rowCount(), 0, 1, 2)

    def _add_clipping(self) -> None:
        name = self.tr("Clip gradient")
        self.clipping = _picker(name, self.tr("A slope steeper than the limit is taken for one as steep as the limit."))
        for text, kind in (
            (self.tr("off"), ClipKind.OFF),
            (self.tr("by norm"), ClipKind.NORM),
            (self.tr("by value"), ClipKind.VALUE),
        ):
            self.clipping.addItem(text, kind)
        self.clip_limit = QLineEdit()
        self.clip_limit.setAccessibleName(self.tr("Clipping limit"))
        self._row(name, self.clipping, self.clip_limit)

    def _add_schedule(self) -> None:
        self.schedule = _picker(self.tr("Schedule"), self.tr("How the learning rate changes as the steps go by."))
        self._row(self.tr("Schedule"), self.schedule)
        for schedule in schedules().values():
            self.schedule.addItem(core_text(schedule.title), schedule.name)
            self.schedule.setItemData(self.schedule.count() - 1, core_text(schedule.idea), Qt.ItemDataRole.ToolTipRole)
        self.schedule_form = KnobForm()

    def _add_start(self) -> None:
        self.start = TextField()
        self.start.setAccessibleName(self.tr("Start"))
        self.start.setToolTip(self.tr("Where the walk starts: two numbers, or click on the mountain."))
        self.random = QToolButton()
        wear_icon(self.random, "dice-multiple-outline")
        self.random.setAccessibleName(self.tr("Random start"))
        self.random.setToolTip(self.tr("Start at a random place, drawn from the next seed."))
        self.random.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.random.setMinimumHeight(_FULL_HEIGHT)
        self.own_start = QCheckBox(self.tr("A start of its own"))
        self.own_start.setAccessibleName(self.own_start.text())
        self.own_start.setToolTip(self.tr("This trekker starts where it is told; without it, where the others start."))
        self.seed = NumberField(SEED)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("The seed of all chance: the same seed gives the same walk."))

    def _compose(self) -> None:
        self._row(self.tr("Start"), self.start, self.random)
        self._rows.addWidget(self.own_start, self._rows.rowCount(), 1)
        self._row(self.tr("Seed"), self.seed)
        for name, field in self.stop.rows():
            self._row(name, field)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.rule, 1)
        top.addWidget(self.choose)
        self.body.addLayout(top)
        for widget in (self.idea, self.form):
            self.body.addWidget(widget)
        self.body.addLayout(self._rows)
        for widget in (self.schedule_form, self.problem):
            self.body.addWidget(widget)

    def _connect(self, redraw_ms: int, turns: Turns | None) -> None:
        self._throttle = Throttle(redraw_ms, self._mark_limit, self, turns)
        self.rule.activated.connect(lambda index: self._take_rule(self.rule.itemData(index)))
        self.choose.clicked.connect(self.choose_rule)
        self.form.edited.connect(lambda rule: self._edit(optimizer=rule))
        self.form.complained.connect(self._complain)
        self.form.rebuilt.connect(self._order_tabs)
        self.how_much.activated.connect(self._pick_batch)
        self.batch_size.edited.connect(lambda _: self._pick_batch(2))
        self.batch_size.complained.connect(self._complain)
        self.clipping.activated.connect(self._pick_clipping)
        self.clip_limit.editingFinished.connect(self._pick_clipping)
        self.schedule.activated.connect(self._pick_schedule)
        self.schedule_form.edited.connect(lambda schedule: self._edit(schedule=schedule))
        self.schedule_form.complained.connect(self._complain)
        self.start.editingFinished.connect(self._read_start)
        self.random.clicked.connect(self._random_start)
        self.own_start.clicked.connect(self._take_own_start)
        self.seed.edited.connect(self._take_seed)
        self.seed.complained.connect(self._complain)
        self.stop.complained.connect(self._complain)
        self._session.scenario_changed.connect(self._show)
        self._session.restarted.connect(self._show)
        self._session.party_changed.connect(self._show)
        self._session.refused.connect(self._show)
        self._session.moved.connect(self._throttle.request)
        self._sight.changed.connect(self._mark_limit)

    # Editing ----------------------------------------------------------------------------------------------------

    def _edit(self, **changes: object) -> None:
        trekker = replace(self._trekker, **changes)  # type: ignore[arg-type]  # names and types go by the callers
        self._session.edit(with_trekker(self._session.scenario, trekker, self._session.selected))

    def choose_rule(self) -> None:
        """Let a person choose from all rules, with their formulas and ideas."""
        dialog = OptimizerDialog(self._trekker.optimizer.name, self)
        dialog.chosen.connect(self._take_rule)
        dialog.open()

    def _take_rule(self, name: str | None) -> None:
        if name is None or name == self._trekker.optimizer.name:
            return
        rule = catalogue()[name]()
        ground = self._session.ground
        self._edit(optimizer=rule if ground is None else suited_to(rule, ground))

    def _is_a_few(self) -> bool:
        return self.how_much.currentIndex() == 2

    def _pick_batch(self, index: int) -> None:
        self._edit(batch_size=(None, 1, self.batch_size.value)[index])

    def _pick_clipping(self) -> None:
        kind = self.clipping.currentData()
        if kind is ClipKind.OFF:
            self._edit(clipping=Clipping())
            return
        try:
            clipping = Clipping.read(f"{kind.value}:{self.clip_limit.text() or '1'}")
        except ValueError as problem:
            self._complain(core_problem(problem))
        else:
            self._complain("")
            self._edit(clipping=clipping)

    def _pick_schedule(self, index: int) -> None:
        self._edit(schedule=schedules()[self.schedule.itemData(index)]())

    def _read_start(self) -> None:
        text = self.start.text().strip()
        if text == self._start_text():
            self._complain("")
            return
        try:
            start = tuple(float(part) for part in text.strip("()").replace("−", "-").replace(";", ",").split(","))
            if len(start) != self._parameters():
                raise ValueError
            scenario = starting_one_at(self._session.scenario, start, self._session.selected)
        except ValueError:
            self._complain(
                self.tr("A start is two numbers with a comma between them, such as -0.6, -0.9.")
                if self._parameters() == 2
                else self.tr("A start here is {count} numbers with commas between them.").format(
                    count=self._parameters()
                )
            )
            return
        self._complain("")
        self._session.edit(scenario)

    def _random_start(self) -> None:
        self._session.edit(starting_one_at_random(self._session.scenario, self._session.selected))

    def _take_own_start(self, own: bool) -> None:
        """Let the trekker start where it now does, whatever the others do; or where they do."""
        session, start = self._session, None
        if own:
            start = tuple(session.descent.trail.theta[0].tolist()) if session.ready else session.scenario.start
        session.edit(starting_apart(session.scenario, start, session.selected))

    def _take_seed(self, seed: int) -> None:
        self._session.edit(replace(self._session.scenario, seed=seed))

    # Showing ----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        trekker = self._trekker
        self._show_heading()
        by_rule = trekker.optimizer.name in catalogue()
        self.rule.setPlaceholderText("" if by_rule else core_text(trekker.optimizer.title))
        self.rule.setCurrentIndex(self.rule.findData(trekker.optimizer.name))
        self.idea.setText(core_text(trekker.optimizer.idea))
        self.form.show_settings(trekker.optimizer)
        self.form.setVisible(by_rule)  # what a person chooses, they choose where they feel the slope
        for each in (self.how_much, self.clipping, self.schedule):
            each.setEnabled(by_rule)
        self._show_batch(trekker.batch_size)
        self.clipping.setCurrentIndex(self.clipping.findData(trekker.clipping.kind))
        self.clip_limit.setVisible(trekker.clipping.kind is not ClipKind.OFF)
        self.clip_limit.setText(f"{trekker.clipping.limit:g}")
        self.schedule.setCurrentIndex(self.schedule.findData(trekker.schedule.name))
        self.schedule_form.show_settings(trekker.schedule)
        self.seed.set_value(self._session.scenario.seed)
        self.stop.show_rule()
        self.start.show_text(self._start_text())
        self.start.setReadOnly(self._parameters() > _MOST_TYPED)
        self.own_start.setVisible(len(self._session.scenario.trekkers) > 1 or trekker.start is not None)
        self.own_start.setChecked(trekker.start is not None)
        self._mark_limit()

    def _show_heading(self) -> None:
        size, ratio = round(0.8 * self.heading.fontMetrics().height()), self.devicePixelRatioF()
        self.marker.setPixmap(picture_of(self._trekker, size, QColor(self._theme.card), ratio))
        self.set_heading(names_of(self._session.scenario.trekkers)[self._session.selected])

    def _order_tabs(self) -> None:
        """Let the tab key walk the card from top to bottom, whatever rows the form has now."""
        order = (self.choose, *self.form.in_order(), self.how_much)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _show_batch(self, size: int | None) -> None:
        self.how_much.setCurrentIndex(0 if size is None else 1 if size == 1 else 2)
        self.batch_size.setVisible(self._is_a_few())
        ground = self._session.ground
        self.gusts.setVisible(size is not None and ground is not None and not ground.cost.rows)
        if self._is_a_few():
            self.batch_size.set_value(size or _A_FEW)

    def _start_text(self) -> str:
        if not self._session.ready:
            return ""
        start = self._session.descent.trail.theta[0]
        if len(start) > _MOST_TYPED:  # too many to be typed: enough of them to tell one start from another
            return self.tr("{first}, … ({count} numbers)").format(
                first=", ".join(f"{each:.3g}" for each in start[:2]), count=f"{len(start):,}"
            )
        return ", ".join(f"{each:.6g}" for each in start)

    def _parameters(self) -> int:
        """Return how many numbers a start has."""
        return self._session.ground.cost.dimension if self._session.ground is not None else 2

    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _mark_limit(self) -> None:
        """Show on the slider up to which learning rate the rule is stable where the cursor stands."""
        if not self._session.ready or not hasattr(self._trekker.optimizer, _RATE):
            return
        limit, note = self._limit()
        self.form.mark_limit(_RATE, limit, note, QColor(self._theme.bad))

    def _limit(self) -> tuple[float | None, str]:
        descent, step = self._session.descent, self._session.step
        if not self._sight.knows_the_ground:
            return None, self.tr("the blindfold hides how far it is stable")
        if not descent.ground.cost.has_hessian:
            return None, self.tr("no stability limit is known here")
        hessian = descent.ground.quick_cost.hessian(descent.trail.theta[step])
        if not np.isfinite(hessian).all():
            return None, self.tr("no curvature can be felt here")
        trekker = descent.trekker_at(step)
        limit = trekker.optimizer.stability_limit(hessian, descent.state_at(step))
        factor = trekker.schedule.factor(step)
        if limit is not None and factor > 0.0:
            limit /= factor  # what a schedule shortens may be longer
            return limit, self.tr("stable here up to α ≈ {limit}").format(limit=number(limit, 2))
        if np.linalg.eigvalsh(hessian)[-1] <= 0:
            return None, self.tr("no limit here: nothing curves upwards")
        return None, self.tr("no limit in closed form for this rule")


def _picker(name: str, hint: str) -> QComboBox:
    picker = Picker()
    picker.setAccessibleName(name)
    picker.setToolTip(hint)
    picker.setMaxVisibleItems(30)
    picker.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return picker


def _fill_rules(picker: QComboBox) -> None:
    """List the rules under their families."""
    model = picker.model()
    assert isinstance(model, QStandardItemModel)  # noqa: S101 - what a plain QComboBox has
    family = None
    for rule in catalogue().values():
        if rule.family is not family:
            family = rule.family
            picker.addItem(core_text(family.value).capitalize())
            heading = model.item(picker.count() - 1)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
        picker.addItem("  " + core_text(rule.title), rule.name)
        picker.setItemData(picker.count() - 1, core_text(rule.idea), Qt.ItemDataRole.ToolTipRole)
