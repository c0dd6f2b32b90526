"""The gallery: every ground that comes with the program, as pictures in groups, with a search box."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from trekker.ground import Ground
from trekker.gui.dialogs.dialog_buttons import open_and_cancel
from trekker.gui.dialogs.thumbnails import THUMBNAIL, Thumbnails
from trekker.gui.formula_view import FormulaView
from trekker.gui.ground_facts import facts_of
from trekker.gui.panels.card import Card, label
from trekker.gui.texts import core_text, told
from trekker.terrain.formula import FormulaCost
from trekker.walk.grounds import GroundChoice
from trekker.walk.offers import Offer, offers

_OFFER = Qt.ItemDataRole.UserRole
_DETAILS_WIDTH = 290
_BESIDE_PICTURE, _BELOW_PICTURE, _MARGINS = 22, 12, 8  # pixels: of an entry beside its picture and text, and of a text
_UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class GalleryDialog(QDialog):
    """Lets a person choose a ground by its picture or by a word.

    Attributes:
        chosen: this ground was chosen, as a GroundChoice.
    """

    chosen = Signal(object)

    def __init__(
        self,
        thumbnails: Thumbnails,
        current: GroundChoice,
        parent: QWidget | None = None,
        *,
        knows_the_ground: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gallery of mountains"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._thumbnails = thumbnails
        self._offers = offers()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by name, story or group"))
        self.search.setAccessibleName(self.tr("Search the gallery"))
        self.search.setClearButtonEnabled(True)
        self.pictures = PictureList()
        self.pictures.setAccessibleName(self.tr("Mountains"))
        self.nothing = label(role="hint", wrap=True)
        self._knows = knows_the_ground
        self.details = Details()
        self._lay_out()
        self._connect()
        self._fill(current)
        self.resize(1120, 650)
        if knows_the_ground:
            thumbnails.want([offer.choice for offer in self._offers], self.devicePixelRatioF())

    @property
    def offer(self) -> Offer | None:
        """The ground that is selected."""
        item = self.pictures.currentItem()
        offer: Offer | None = item.data(_OFFER) if item is not None else None
        return offer

    @property
    def shown(self) -> tuple[Offer, ...]:
        """The grounds that the search leaves, in their order."""
        items = (self.pictures.item(row) for row in range(self.pictures.count()))
        return tuple(item.data(_OFFER) for item in items if item.data(_OFFER) is not None)

    def accept(self) -> None:
        """Choose what is selected; with nothing selected, stay."""
        if self.offer is not None:
            self.chosen.emit(self.offer.choice)
            super().accept()

    def done(self, result: int) -> None:
        """Leave the rest undrawn."""
        self._thumbnails.rest()
        self.details.formula.close_jobs()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys choose while one types, and letters search while one chooses."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and self._is_for_pictures(event):
                QApplication.sendEvent(self.pictures, event)
                return True
            if watched is self.pictures and event.text().isprintable() and event.text().strip():
                self.search.setFocus()
                QApplication.sendEvent(self.search, event)
                return True
        return super().eventFilter(watched, event)

    def _is_for_pictures(self, event: QKeyEvent) -> bool:
        return event.key() in _UP_AND_DOWN or (event.key() in _SIDEWAYS and not self.search.text())

    # Composing --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        buttons, self.open_button = open_and_cancel(self)
        buttons.accepted.connect(self.accept)
        aside = QVBoxLayout()
        aside.addWidget(self._scrolled_details(), 1)
        aside.addWidget(buttons)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.nothing)
        left.addWidget(self.pictures, 1)
        row = QHBoxLayout(self)
        row.addLayout(left, 1)
        row.addLayout(aside)

    def _scrolled_details(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(self.details)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedWidth(_DETAILS_WIDTH)
        return area

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda: self._fill(self.offer.choice if self.offer is not None else None))
        self.search.installEventFilter(self)
        self.pictures.installEventFilter(self)
        self.pictures.currentItemChanged.connect(self._show_details)
        self.pictures.itemDoubleClicked.connect(self.accept)
        self._thumbnails.drawn.connect(self._take_picture)
        self.search.setFocus()

    # What is shown ----------------------------------------------------------------------------------------------

    def _fill(self, wanted: GroundChoice | None) -> None:
        """Show what the search finds, with what it means best selected, and ``wanted`` of several."""
        self.pictures.clear()
        group, chosen, best = "", None, (0, False)
        for offer in self._offers:
            found = how_well(offer, self.search.text()), offer.choice == wanted
            if not found[0]:
                continue
            if offer.group != group:
                group = offer.group
                self.pictures.add_heading(core_text(group))
            item = self.pictures.add_picture(core_text(offer.title))
            item.setData(_OFFER, offer)
            self._draw(item)
            if found > best:
                chosen, best = item, found
        self.nothing.setText(
            ""
            if chosen is not None
            else self.tr("Nothing here is called that. Try a name such as Rosenbrock, or a word such as trap.")
        )
        self.nothing.setVisible(chosen is None)
        self.open_button.setEnabled(chosen is not None)
        if chosen is not None:
            self.pictures.setCurrentItem(chosen)
            self.pictures.scrollToItem(chosen)

    def _draw(self, item: QListWidgetItem) -> None:
        sketch = self._thumbnails.sketch(item.data(_OFFER).choice)
        if sketch is not None and self._knows:
            item.setIcon(_icon(QPixmap.fromImage(sketch.image)))

    def _take_picture(self, choice: GroundChoice) -> None:
        for row in range(self.pictures.count()):
            item = self.pictures.item(row)
            if item.data(_OFFER) is not None and item.data(_OFFER).choice == choice:
                self._draw(item)
        if self.offer is not None and self.offer.choice == choice:
            self._show_details()

    def _show_details(self) -> None:
        offer = self.offer
        if offer is None:
            self.details.show_nothing()
            return
        if not self._knows:
            self.details.show_title(offer)
            return
        sketch = self._thumbnails.sketch(offer.choice)
        self.details.show_offer(offer, sketch.ground if sketch is not None else None)


class PictureList(QListWidget):
    """Pictures in rows, under headings that reach across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(THUMBNAIL)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def add_heading(self, text: str) -> None:
        """Add a heading, which can't be selected."""
        item = QListWidgetItem(text, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        item.setForeground(self.palette().text())
        item.setSizeHint(self._heading_size())

    def add_picture(self, text: str) -> QListWidgetItem:
        """Add a ground whose picture may come later."""
        item = QListWidgetItem(text, self)
        empty = QPixmap(THUMBNAIL)
        empty.fill(Qt.GlobalColor.transparent)
        item.setIcon(_icon(empty))
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        item.setSizeHint(self._picture_size(text))
        return item

    def _picture_size(self, text: str) -> QSize:
        """Return the room for a picture and all lines of the text below it, of which there are at least two."""
        metrics, width = self.fontMetrics(), THUMBNAIL.width() + _BESIDE_PICTURE
        box = metrics.boundingRect(QRect(0, 0, width - _MARGINS, 0), Qt.TextFlag.TextWordWrap, text)
        return QSize(width, THUMBNAIL.height() + max(box.height(), 2 * metrics.height()) + _BELOW_PICTURE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the headings as wide as the view."""
        for row in range(self.count()):
            if not self.item(row).flags():
                self.item(row).setSizeHint(self._heading_size())
        super().resizeEvent(event)

    def _heading_size(self) -> QSize:
        return QSize(self.viewport().width() - 8, round(1.7 * self.fontMetrics().height()))


class Details(Card):
    """What is known about the ground that is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title = label(role="heading", wrap=True)
        self.group = label(role="hint", wrap=True)
        self.formula = FormulaView()
        self.story = label(wrap=True)
        self.facts = label(role="hint", wrap=True)
        self.source = label(role="hint", wrap=True)
        for each in (self.title, self.group, self.formula, self.story, self.facts, self.source):
            self.body.addWidget(each)
        self.body.setSpacing(9)
        self.body.addStretch(1)

    def show_offer(self, offer: Offer, ground: Ground | None) -> None:
        """Show a ground; its formula and facts once it has been opened."""
        self.title.setText(core_text(offer.title))
        self.group.setText(core_text(offer.group))
        self.story.setText(core_text(offer.story))
        self.formula.setVisible(ground is not None and bool(ground.formula))
        self.facts.clear()
        self.source.clear()
        if ground is not None:
            self.facts.setText(facts_of(ground))
            self.source.setText(self.tr("Source: {source}").format(source=core_text(ground.source)))
            tex = ground.cost.formula.tex if isinstance(ground.cost, FormulaCost) else ""
            self.formula.show_formula(tex, told(ground.formula))

    def show_title(self, offer: Offer) -> None:
        """Show what a blindfolded person may know of a ground."""
        self.title.setText(core_text(offer.title))
        self.group.setText(core_text(offer.group))
        self.formula.hide()
        self.facts.setText(self.tr("The blindfold hides pictures, formulas, and what is known of each ground."))

    def show_nothing(self) -> None:
        """Show that nothing is selected."""
        for each in self.findChildren(QLabel):
            each.clear()
        self.formula.show_formula("", "")


def how_well(offer: Offer, search: str) -> int:
    """Tell how well a search finds a ground: 3 by its name, 2 with its group, 1 with its story, 0 not at all.

    Every word must stand there, in English or translated, whatever its case and accents.
    """
    said = offer.name.replace("_", " ")
    for found, text in ((3, offer.title), (2, offer.group), (1, offer.story)):
        said = " ".join((said, _plain(text), _plain(core_text(text))))
        if all(word in said for word in _plain(search).split()):
            return found
    return 0


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("–", " "))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _icon(picture: QPixmap) -> QIcon:
    """Return an icon that looks the same selected."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
