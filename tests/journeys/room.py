"""Whether everything in a window has room: nothing cut off, nothing squeezed, nothing over anything else."""

import itertools

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSlider,
    QWidget,
)

from trekker.gui.panels.live_text import LiveText

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QSlider, QLabel)


def visible_controls(window):
    """Return what a person uses or reads; not the parts that Qt builds its own widgets from."""
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, CONTROLS) and each.isVisible() and not inside_another(each)
    ]


def inside_another(widget):
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, CONTROLS) or (
            isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea)
        ):
            return True
        parent = parent.parentWidget()
    return False


def place_in(widget, ancestor):
    return QRect(widget.mapTo(ancestor, QPoint(0, 0)), widget.size())


def scrolled_by(widget):
    """Return the scroll area whose content holds the widget, or None."""
    parent = widget.parentWidget()
    while parent is not None:
        if (
            isinstance(parent, QScrollArea)
            and parent.widget() is not None
            and (parent.widget() is widget or parent.widget().isAncestorOf(widget))
        ):
            return parent
        parent = parent.parentWidget()
    return None


def name_of(widget):
    text = widget.text() if hasattr(widget, "text") else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text or widget.objectName()!r}"


def want_of_room(window):
    """Return what is wrong with the room that the controls of a window or a dialog have."""
    controls = visible_controls(window)
    return [
        *(fault for each in controls for fault in (*cut_off(each, window), *without_room(each))),
        *overlapping(controls),
    ]


def cut_off(widget, window):
    area = scrolled_by(widget)
    if area is not None and area.widget() is widget:
        return
    frame = area.widget() if area is not None else window
    if not frame.rect().contains(place_in(widget, frame)):
        yield f"{name_of(widget)} lies outside"
    if area is not None and place_in(widget, area.widget()).right() > area.viewport().width():
        yield f"{name_of(widget)} can't be scrolled into sight"
    if not widget.parentWidget().rect().contains(widget.geometry()):
        yield f"{name_of(widget)} is cut off by its parent"


def without_room(widget):
    if isinstance(widget, LiveText) and not widget.is_whole:
        yield f"{name_of(widget)} is not told whole"
    if type(widget) is QLabel and widget.text():
        height = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        wide = widget.wordWrap() or widget.width() >= widget.sizeHint().width() or widget.minimumWidth() == 1
        if widget.height() < height or not wide:
            yield f"{name_of(widget)} has {widget.size()}, wants {widget.sizeHint()}, {height}"
    elif isinstance(widget, (QAbstractButton, QComboBox, QLineEdit)):
        least = widget.minimumSizeHint().boundedTo(widget.sizeHint())
        frame = 2 if widget.hasFocus() else 0  # it is drawn thicker around what has the focus
        if widget.width() < min(least.width(), widget.maximumWidth()) or widget.height() < least.height() - frame:
            yield f"{name_of(widget)} is squeezed to {widget.size()}"


def overlapping(controls):
    for one, other in itertools.combinations(controls, 2):
        if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry()):
            yield f"{name_of(one)} overlaps {name_of(other)}"


def squeezed_pictures(window):
    for plot in (each for each in (window.cost.plot, window.fit.plot) if each is not None and each.isVisible()):
        if plot.height() < 100 or plot.width() < 150:
            yield f"{plot.accessibleName()} has only {plot.size()}"
    if window.fit.isVisible() and window.cost.isVisible() and abs(window.cost.height() - window.fit.height()) > 2:
        yield "the plots share their room unevenly"
    ground = window.mountain.scene if window.mountain.scene.isVisible() else window.mountain.map
    if ground.width() < 240 or ground.height() < 180:
        yield f"the mountain has only {ground.size()}"
