"""A typed mountain: a formula, its map, a preview, and its derivatives for those who want to see them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from trekker.ground import Bounds
from trekker.gui.background.jobs import Jobs
from trekker.gui.dialogs.bounds_fields import BoundsFields
from trekker.gui.dialogs.derivatives_view import DerivativesView
from trekker.gui.dialogs.dialog_buttons import open_and_cancel
from trekker.gui.dialogs.formula_field import FormulaField
from trekker.gui.dialogs.thumbnails import Sketch, sketched
from trekker.gui.formula_view import FormulaView
from trekker.gui.panels.card import label
from trekker.terrain.gallery import gallery
from trekker.walk.grounds import GroundChoice, NamedMountain, TypedFormula

_WIDTH, _HEIGHT = 740, 480
_LINES_HIGH = 22.5  # of text; more than that height where the text is large
_PREVIEW = QSize(250, 174)
_LINES = 3.2  # of text: the room for the formula as it was understood
_PAUSE_MS = 150  # between two keys, before the preview is drawn


class FormulaDialog(QDialog):
    """Lets a person type z = f(x, y); stays until that mountain is open.

    Attributes:
        wanted: this mountain is wanted, as a GroundChoice.
    """

    wanted = Signal(object)

    def __init__(self, current: GroundChoice, parent: QWidget | None = None, *, knows_the_ground: bool = True) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Type a mountain"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._knows = knows_the_ground
        text, bounds = written_of(current) if knows_the_ground else unwritten()
        self._current, self._offered = current, text
        self._jobs = Jobs(self)
        self.field = FormulaField()
        self.understood = FormulaView(lines=_LINES)
        self.understood.setFixedHeight(round(_LINES * self.fontMetrics().height()) + 2)
        self.bounds = BoundsFields(("x", "y"), bounds)
        self.preview = label()
        self.problem = label(role="error", wrap=True)
        self.derivatives = DerivativesView()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._sketch)
        self._lay_out()
        self.field.read.connect(self._follow)
        self.bounds.edited.connect(self._follow)
        self.field.set_text(text)
        self.field.setFocus()
        self.resize(_WIDTH, self._height())

    @property
    def choice(self) -> GroundChoice | None:
        """What would be opened; a named mountain whose formula was left alone stays that mountain."""
        bounds = self.bounds.bounds
        if self.field.formula is None or bounds is None:
            return None
        if isinstance(self._current, NamedMountain) and self.field.text() == self._offered:
            return NamedMountain(self._current.name, bounds)
        return TypedFormula(self.field.text(), bounds)

    def refuse(self, sentence: str) -> None:
        """Say why the mountain can't be opened."""
        self.problem.setText(sentence)

    def done(self, result: int) -> None:
        """Give up what is under way."""
        self._pause.stop()
        self._jobs.cancel()
        self.understood.close_jobs()
        self.derivatives.close_jobs()
        super().done(result)

    # Composing --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        caption = label("z = f(x, y) =", "formula")
        caption.setBuddy(self.field)
        for each in (caption, self.field, self.understood, self.bounds, self.problem):
            left.addWidget(each)
        hint = self.tr(
            "Write it as you would on paper: 3x, x y, x^2, |x|, √x, π, e^x, sin x, cos, tan, exp, log, tanh, min, max."
        )
        if not self._knows:
            hidden = self.tr("The blindfold hides the formula of the mountain that is open; what you type is shown.")
            left.addWidget(label(hidden, "hint", wrap=True))
        left.addWidget(label(hint, "hint", wrap=True))
        left.addStretch(1)
        self.preview.setFixedSize(_PREVIEW)
        self.preview.setAccessibleName(self.tr("Preview of the mountain"))
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addLayout(left, 1)
        top.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        self._gap = layout.spacing()
        layout.addLayout(top, 1)
        layout.addWidget(self.derivatives)
        layout.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        self.show_derivatives = QPushButton(self.tr("Show derivatives"))
        self.show_derivatives.setCheckable(True)
        self.show_derivatives.setAutoDefault(False)
        self.show_derivatives.toggled.connect(self._toggle_derivatives)
        self.derivatives.hide()
        buttons, self._open = open_and_cancel(self)
        self._open.clicked.connect(self._want)
        row = QHBoxLayout()
        row.addWidget(self.show_derivatives)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    # Following what is typed ------------------------------------------------------------------------------------

    def _follow(self) -> None:
        formula = self.field.formula
        self.problem.clear()
        self._open.setEnabled(self.choice is not None)
        self.show_derivatives.setEnabled(formula is not None)
        self.understood.show_formula(*((formula.tex, formula.unicode) if formula is not None else ("", "")))
        if formula is not None and self.show_derivatives.isChecked():
            self.derivatives.show_formula(formula)
        self._pause.start()

    def _sketch(self) -> None:
        choice = self.choice
        if choice is None:
            return
        ratio = self.devicePixelRatioF()
        self._jobs.start(lambda _: sketched(choice, _PREVIEW, ratio), self._show_sketch, self.refuse)

    def _show_sketch(self, sketch: Sketch) -> None:
        self.preview.setPixmap(QPixmap.fromImage(sketch.image))

    def _toggle_derivatives(self, shown: bool) -> None:
        self.show_derivatives.setText(self.tr("Hide derivatives") if shown else self.tr("Show derivatives"))
        self.derivatives.setVisible(shown)
        if shown and self.field.formula is not None:
            self.derivatives.show_formula(self.field.formula)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.resize(self.width(), self._height() + (self.derivatives.height() + self._gap if shown else 0))

    def _height(self) -> int:
        """Return the height that all takes without the derivatives, whatever the size of its text."""
        return round(max(_HEIGHT, _LINES_HIGH * self.fontMetrics().lineSpacing()))

    def _want(self) -> None:
        if self.choice is not None:
            self.problem.clear()
            self.wanted.emit(self.choice)


def written_of(choice: GroundChoice) -> tuple[str, Bounds]:
    """Return the formula and map to begin with: those of what is open, if it has a formula; else of an example."""
    if isinstance(choice, TypedFormula):
        return choice.text, choice.bounds
    if isinstance(choice, NamedMountain) and choice.name in gallery():
        mountain = gallery()[choice.name]
        return mountain.formula, choice.bounds or mountain.bounds
    return unwritten()


def unwritten() -> tuple[str, Bounds]:
    """Return no formula, and the map of one that is typed."""
    return "", TypedFormula("").bounds
