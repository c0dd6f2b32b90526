"""The bar over a mountain of many parameters: which plane is drawn, and how far off it the trekker stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from trekker.gui.background.throttle import Throttle, Turns
from trekker.gui.lookout import Lookout
from trekker.gui.panels.card import label
from trekker.gui.panels.live_text import LiveText
from trekker.gui.picker import Picker
from trekker.gui.session import Session
from trekker.gui.texts import told
from trekker.messages import number
from trekker.walk.planes import PlaneChoice, PlaneKind, parameter_names

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LETTERS = 15  # of a parameter's name, that its picker has room for
_WIDTH = 60  # letters: how wide it is where the mountain is wide enough
_GAP = 6


class PlaneBar(QFrame):
    """Tells how far off the plane the trekker stands, and opens to let a person choose the plane.

    It is seen only where there are more than two parameters.

    Attributes:
        settled: so many pixels of the room's upper edge lie under it while it is closed; 0 where it is not seen.
    """

    settled = Signal(int)

    def __init__(
        self,
        session: Session,
        lookout: Lookout,
        room: QWidget,
        redraw_ms: int = 100,
        turns: Turns | None = None,
    ) -> None:
        super().__init__(room)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Plane"))
        self._session, self._lookout, self._room = session, lookout, room
        self.kind = _picker(self.tr("Plane through parameter space"))
        self.kind.setToolTip(
            self.tr("There are more parameters than a map has directions: the mountain is drawn over a plane of two.")
        )
        for text, kind in (
            (self.tr("along two parameters"), PlaneKind.CHOSEN),
            (self.tr("along random directions"), PlaneKind.RANDOM),
            (self.tr("along the walk (PCA)"), PlaneKind.PRINCIPAL),
        ):
            self.kind.addItem(text, kind)
        self.first, self.second = (
            _picker(name) for name in (self.tr("Parameter to the right"), self.tr("Parameter to the back"))
        )
        self.here = self._button(
            self.tr("Through here"), self.tr("Lay the plane through where the trekker stands now."), lookout.lay_here
        )
        self.again = self._button(
            self.tr("Others"), self.tr("Draw two other random directions."), self._draw_other_directions
        )
        self.off = LiveText(muted=True)
        self.off.setAccessibleName(self.tr("Distance from the plane"))
        self.problem = label(role="error", wrap=True)
        self.opener = self._make_opener()
        self.choices = QWidget()
        self._compose()
        self._throttle = Throttle(redraw_ms, self._show_distance, self, turns)
        self._connect()
        room.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the top left of the room."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with what is in it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    # Building ---------------------------------------------------------------------------------------------------

    def _button(self, text: str, hint: str, action: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(hint)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(action)
        return button

    def _make_opener(self) -> QToolButton:
        hint = self.tr("Choose the plane over which the mountain is drawn.")
        opener = self._button(self.tr("Plane"), hint, self._turn)
        opener.setObjectName("small")
        opener.setCheckable(True)
        return opener

    def _compose(self) -> None:
        self.off.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        buttons = QHBoxLayout()
        for each in (self.again, self.here):
            buttons.addWidget(each)
        rows = QVBoxLayout(self.choices)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for picker in (self.kind, self.first, self.second):
            picker.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            rows.addWidget(picker)
        rows.addLayout(buttons)
        grid = QGridLayout(self)
        grid.setContentsMargins(5, 4, 8, 4)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.opener, 0, 0)
        grid.addWidget(self.off, 0, 1)
        grid.addWidget(self.choices, 1, 0, 1, 2)
        grid.addWidget(self.problem, 2, 0, 1, 2)
        self.choices.hide()

    def _turn(self) -> None:
        """Open what there is to choose, or close it."""
        self.choices.setVisible(self.opener.isChecked())
        self._place()

    def _connect(self) -> None:
        session = self._session
        self.kind.activated.connect(self._pick_kind)
        self.first.activated.connect(lambda _: self._pick_parameters(self.first))
        self.second.activated.connect(lambda _: self._pick_parameters(self.second))
        self._lookout.chosen.connect(self._show)
        self._lookout.refused.connect(self._refuse)
        session.ground_changed.connect(self._fill)
        session.restarted.connect(self._show)
        session.plane_changed.connect(self._show)
        session.moved.connect(self._throttle.request)
        session.party_changed.connect(self._throttle.request)

    # Choosing ---------------------------------------------------------------------------------------------------

    def _pick_kind(self, _: int) -> None:
        self._choose(replace(self._lookout.choice, kind=self.kind.currentData()))

    def _pick_parameters(self, picked: QComboBox) -> None:
        """Take two parameters; where both pickers name the same one, the other gets what this one had."""
        first, second = self.first.currentIndex(), self.second.currentIndex()
        if first == second:
            before = self._lookout.choice.parameters
            first, second = (first, before[0]) if picked is self.first else (before[1], second)
        self._choose(replace(self._lookout.choice, parameters=(first, second)))

    def _draw_other_directions(self) -> None:
        self._choose(replace(self._lookout.choice, seed=self._lookout.choice.seed + 1))

    def _choose(self, choice: PlaneChoice) -> None:
        self._say("")
        self._lookout.choose(choice)

    def _refuse(self, sentence: str) -> None:
        self._say(sentence)
        self._show()

    # Showing ----------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Name the parameters of new ground."""
        ground = self._session.ground
        names = parameter_names(ground) if ground is not None and self._lookout.has_choice else ()
        for picker in (self.first, self.second):
            picker.setModel(_Names(names, picker))
        self._say("")
        self._show()

    def _show(self) -> None:
        self.setVisible(self._lookout.has_choice)
        if not self._lookout.has_choice:
            self.settled.emit(0)
            return
        choice = self._lookout.choice
        self.kind.setCurrentIndex(self.kind.findData(choice.kind))
        for picker, parameter in zip((self.first, self.second), choice.parameters, strict=True):
            picker.setVisible(choice.kind is PlaneKind.CHOSEN)
            picker.setCurrentIndex(parameter)
        self.again.setVisible(choice.kind is PlaneKind.RANDOM)
        self._show_distance()
        self._place()

    def _show_distance(self) -> None:
        if not self._session.ready or not self._lookout.has_choice:
            return
        distance = self._lookout.distance
        self.off.setText(
            self.tr("off the plane by {distance} · {count} parameters").format(
                distance=number(distance, 3), count=f"{self._session.plane.origin.size:,}"
            )
            if distance != 0
            else self.tr("on the plane · {count} parameters").format(count=f"{self._session.plane.origin.size:,}")
        )

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self._place()

    def _place(self) -> None:
        if self.isHidden():
            return
        letters = _WIDTH * self.fontMetrics().averageCharWidth()
        width = max(1, min(letters, self._room.width() - 2 * _GAP))
        self.setGeometry(_GAP, _GAP, width, self._height_at(width))
        if not self.opener.isChecked():
            self.settled.emit(self.height() + _GAP)

    def _height_at(self, width: int) -> int:
        """Return how high the bar is at a width, once the distance has as many lines as it needs there."""
        self.resize(width, self.height())
        layout = self.layout()
        if layout is None:
            return 0
        layout.activate()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()


class _Names(QAbstractListModel):
    """The names of parameters, each told when it is shown: a network has thousands."""

    def __init__(self, names: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._names = names

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return one name."""
        return told(self._names[index.row()]) if role == Qt.ItemDataRole.DisplayRole else None


def _picker(name: str) -> QComboBox:
    picker = Picker()
    picker.setAccessibleName(name)
    picker.setMaxVisibleItems(20)
    picker.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    picker.setMinimumContentsLength(_LETTERS)
    return picker
