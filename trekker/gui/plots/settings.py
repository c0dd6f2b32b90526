"""What the cost panel plots, and the little window in which a person chooses it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QHBoxLayout, QWidget

from trekker.gui.panels.card import label
from trekker.gui.panels.knob_slider import KnobSlider
from trekker.gui.picker import Picker
from trekker.gui.texts import core_text
from trekker.knobs import Knob
from trekker.walk.quantities import Quantity

_SMOOTHING = Knob("smoothing", 0.0, low=0.0, high=0.99)


@dataclass(frozen=True)
class PlotChoice:
    """What is plotted.

    Attributes:
        y: the name of the quantity that is drawn.
        x: the name of what it is drawn against.
        second: the name of a second quantity in the same plot; empty for none.
        smoothing: the weight of the moving mean, 0 for none.
    """

    y: str = "cost"
    x: str = "step"
    second: str = ""
    smoothing: float = 0.0

    def among(self, known: tuple[Quantity, ...]) -> PlotChoice:
        """Return the same choice, with what this ground does not know replaced by cost, step and nothing."""
        names = {each.name for each in known}
        return replace(
            self,
            y=self.y if self.y in names else "cost",
            x=self.x if self.x in names else "step",
            second=self.second if self.second in names else "",
        )


class PlotSettings(QFrame):
    """Pickers for the two axes, a second curve, and how much is smoothed; Esc closes it.

    Attributes:
        chosen: a person has chosen something else.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self._choice = PlotChoice()
        self.upwards, self.second, self.along = Picker(), Picker(), Picker()
        self.smoothing = KnobSlider(_SMOOTHING)
        self._weight = label()
        self._weight.setMinimumWidth(self._weight.fontMetrics().horizontalAdvance("0.99 "))
        smoothing = QHBoxLayout()
        smoothing.addWidget(self.smoothing, 1)
        smoothing.addWidget(self._weight)
        form = QFormLayout(self)
        form.setContentsMargins(12, 10, 12, 10)
        for text, widget, hint in (
            (self.tr("Plot"), self.upwards, self.tr("What is drawn upwards.")),
            (self.tr("and"), self.second, self.tr("A second curve, dashed, with its own scale on the right.")),
            (
                self.tr("against"),
                self.along,
                self.tr("What runs along the bottom: the work done, or for a phase plot anything else."),
            ),
        ):
            widget.setAccessibleName(self.tr("{what} in the plot").format(what=text))
            widget.setToolTip(hint)
            widget.activated.connect(self._choose)
            form.addRow(text, widget)
        self.smoothing.setAccessibleName(self.tr("Smoothing"))
        self.smoothing.setToolTip(self.tr("How much of the mean so far is kept at each step: 0 does not smooth."))
        self.smoothing.edited.connect(self._smooth)
        self.smoothing.setMinimumWidth(140)
        form.addRow(self.tr("smoothed"), smoothing)

    def offer(self, known: tuple[Quantity, ...], choice: PlotChoice) -> None:
        """Show what can be chosen, and what is."""
        self._choice = choice
        drawable = [each for each in known if not each.is_effort]
        _fill(self.upwards, drawable, choice.y)
        self.second.clear()
        self.second.addItem(self.tr("nothing else"), "")
        _fill(self.second, drawable, choice.second, keep=1)
        _fill(self.along, [*(each for each in known if each.is_effort), None, *drawable], choice.x)
        self._show_weight()

    def open_below(self, widget: QWidget) -> None:
        """Open under a button, within the screen."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 3))
        self.move(max(corner.x(), widget.screen().availableGeometry().left()), corner.y())
        self.show()
        self.upwards.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self._tell(
            replace(
                self._choice, y=self.upwards.currentData(), second=self.second.currentData(), x=self.along.currentData()
            )
        )

    def _smooth(self, weight: float) -> None:
        self._tell(replace(self._choice, smoothing=round(weight, 2)))
        self._show_weight()

    def _tell(self, choice: PlotChoice) -> None:
        if choice != self._choice:
            self._choice = choice
            self.chosen.emit(choice)

    def _show_weight(self) -> None:
        self.smoothing.set_value(self._choice.smoothing)
        self._weight.setText(f"{self._choice.smoothing:g}")


def _fill(picker: QComboBox, offered: list[Quantity] | list[Quantity | None], chosen: str, keep: int = 0) -> None:
    """Offer quantities, with a line where there is None, after the first entries that are kept."""
    while picker.count() > keep:
        picker.removeItem(keep)
    for each in offered:
        if each is None:
            picker.insertSeparator(picker.count())
        else:
            picker.addItem(core_text(each.label), each.name)
    picker.setCurrentIndex(max(0, picker.findData(chosen)))
