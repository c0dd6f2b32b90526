"""Several pictures in one view: one at a time where there is little room, all side by side where there is much."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from trekker.gui.panels.card import label

_COLUMNS = 2


class Pages(QWidget):
    """Shows named widgets, one chosen by a button, or all of them in two columns with their names over them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._large = False
        self._buttons = QGridLayout()
        self._buttons.setSpacing(4)
        self._bar = QWidget()
        self._bar.setLayout(self._buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._bar)
        column.addLayout(self._grid, 1)
        self._group.idClicked.connect(lambda _: self._show())

    def add(self, name: str, content: QWidget) -> None:
        """Add a page; the first is shown."""
        number = len(self._pages)
        button = QToolButton()
        button.setText(name)
        button.setCheckable(True)
        button.setChecked(number == 0)
        button.setObjectName("small")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(name)
        self._group.addButton(button, number)
        self._lay_buttons()
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3)
        heading = label(name, "hint")
        heading.setObjectName("page name")
        inside.addWidget(heading)
        inside.addWidget(content, 1)
        self._pages.append(page)
        self._show()

    @property
    def chosen(self) -> int:
        """The number of the page that is shown where there is little room."""
        return max(0, self._group.checkedId())

    def choose(self, number: int) -> None:
        """Show a page."""
        self._group.button(number).setChecked(True)
        self._show()

    def shows(self, number: int) -> bool:
        """Tell whether a page can be seen."""
        return self._large or number == self.chosen

    def arrange(self, *, large: bool) -> None:
        """Show all pages, or the chosen one."""
        self._large = large
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row of buttons in two where it is too long."""
        super().resizeEvent(event)
        self._lay_buttons()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the buttons anew where their letters have another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._lay_buttons)  # Qt is about to dress them

    def minimumSizeHint(self) -> QSize:
        """Want no width for all buttons in one row: they can stand in two."""
        return QSize(1, super().minimumSizeHint().height())

    def _lay_buttons(self) -> None:
        """Put all buttons into one row, or into two."""
        buttons = self._group.buttons()
        long = sum(each.sizeHint().width() + self._buttons.spacing() for each in buttons)
        columns = len(buttons) if long <= self.width() else -(-len(buttons) // 2)
        for number, button in enumerate(buttons):
            self._buttons.addWidget(button, *divmod(number, columns))

    def _show(self) -> None:
        self._bar.setVisible(not self._large)
        for number, page in enumerate(self._pages):
            row, column = divmod(number, _COLUMNS) if self._large else (0, 0)
            self._grid.removeWidget(page)
            if self.shows(number):
                self._grid.addWidget(page, row, column)
            page.setVisible(self.shows(number))
            for heading in page.findChildren(QWidget, "page name"):
                heading.setVisible(self._large)
        rows = -(-len(self._pages) // _COLUMNS) if self._large else 1
        for each in range(_COLUMNS):
            self._grid.setColumnStretch(each, 1 if self._large or not each else 0)
            self._grid.setRowStretch(each, 1 if each < rows else 0)
