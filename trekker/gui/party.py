"""How the trekkers of a party are told apart on the screen: by colour, by marker and by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from trekker.gui.marker import Marker, rim
from trekker.gui.session import Session
from trekker.gui.text_scale import text_scale
from trekker.gui.texts import core_message, core_text
from trekker.gui.theme import TREKKER_COLOURS
from trekker.walk.scenario import Trekker
from trekker.walk.standing import Standing, outcome, standings

_ICON = 14  # pixels, at the usual size of text


def colour_of(trekker: Trekker) -> str:
    """Return a trekker's colour, "#rrggbb"; it keeps it whoever else comes or goes."""
    return TREKKER_COLOURS[trekker.number]


def marker_of(trekker: Trekker) -> Marker:
    """Return the shape of a trekker's marker; it keeps it whoever else comes or goes."""
    return tuple(Marker)[trekker.number]


def names_of(trekkers: Sequence[Trekker]) -> tuple[str, ...]:
    """Return what people call the trekkers; who is called like another gets a number behind the name."""
    titles = [each.name or core_text(each.optimizer.title) for each in trekkers]
    return tuple(
        title if titles.count(title) == 1 else f"{title} {titles[: index + 1].count(title)}"
        for index, title in enumerate(titles)
    )


def picture_of(trekker: Trekker, size: int, edge: QColor, ratio: float = 1.0) -> QPixmap:
    """Return a trekker's marker in its colour, ``size`` pixels wide, with an ``edge`` that sets it off."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size / 2, size / 2)
    painter.scale(0.42 * size, -0.42 * size)
    painter.setPen(QPen(edge, 1.2 / (0.42 * size)))
    painter.setBrush(QColor(colour_of(trekker)))
    painter.drawPolygon(QPolygonF([QPointF(float(x), float(y)) for x, y in rim(marker_of(trekker))]))
    painter.end()
    return picture


def icon_of(trekker: Trekker, edge: QColor) -> QIcon:
    """Return a trekker's marker as an icon that suits the text, sharp at every pixel ratio up to 2."""
    icon = QIcon()
    for ratio in (1.0, 2.0):
        picture = picture_of(trekker, icon_size().width(), edge, ratio)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a selected row would dye it otherwise
            icon.addPixmap(picture, mode)
    return icon


def icon_size() -> QSize:
    """Return the size in pixels that suits the text beside a marker."""
    return QSize(1, 1) * _ICON * text_scale()


def table_of(session: Session) -> tuple[Standing, ...]:
    """Return where everybody stands under the cursor, those ahead first."""
    return standings(session.descents, session.clock, session.cursor)


def outcome_of(session: Session, table: Sequence[Standing]) -> str:
    """Say who is ahead, or who has won."""
    return core_message(outcome(table, session.clock.race, names_of(session.scenario.trekkers)))
