"""What has the keys can be seen, and what can be used looks other than what cannot."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton

from tests.journeys.conftest import as_numbers
from trekker.gui.focus_ring import FocusRing
from trekker.gui.party import icon_of
from trekker.gui.plots.menu import copy_picture
from trekker.gui.plots.pen import casing, contrast, edge, pen
from trekker.gui.theme import DARK, HIGH_CONTRAST, LIGHT, THEMES, TREKKER_COLOURS
from trekker.optimizers import optimizer
from trekker.walk.scenario import Trekker


def share_of(widget, colour):
    """How much of a widget's picture has a colour."""
    wanted = QColor(colour).getRgb()[:3]
    return float((np.abs(as_numbers(widget.grab().toImage()) - wanted).max(axis=-1) <= 24).mean())


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_mountain_map_and_plots_show_that_they_have_the_keys_but_not_after_a_mere_click(robot, theme):
    robot.window.look.set_theme(theme)
    mountain = robot.window.mountain
    pictures = [robot.ground_picture, robot.window.cost.plot, robot.window.fit.plot]
    for picture in pictures:
        ring = picture.findChild(FocusRing)
        robot.window.setFocus()
        assert not ring.isVisible()
        picture.setFocus(Qt.FocusReason.TabFocusReason)
        assert ring.isVisible()
        assert ring.geometry() == picture.rect()
        assert share_of(ring, theme.accent) > 0
        robot.window.setFocus()
        picture.setFocus(Qt.FocusReason.MouseFocusReason)
        assert not ring.isVisible()
        QTest.keyClick(picture, Qt.Key.Key_Left)
        assert ring.isVisible()
    assert mountain.map.findChild(FocusRing) is not None


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_ring_of_the_walk_button_stands_out_from_its_own_colour(robot, theme):
    robot.window.look.set_theme(theme)
    walk = robot.window.findChild(QToolButton, "walk")
    robot.window.setFocus()
    before, size = share_of(walk, theme.accent_text), walk.size()
    walk.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert share_of(walk, theme.accent_text) > before + 0.05
    assert walk.size() == size


@pytest.mark.parametrize("colour", TREKKER_COLOURS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_trekkers_curve_and_dot_can_be_told_from_the_plots_ground(robot, theme, colour):
    robot.window.look.set_theme(theme)
    ground, worn = QApplication.palette().color(QPalette.ColorRole.Base), pen(colour, 2.0)
    below = casing(worn)
    assert contrast(below.color() if below is not None else worn.color(), ground) >= 3
    assert below is None or below.widthF() > worn.widthF()
    assert contrast(edge(colour), ground) >= 3


def test_a_curve_of_a_light_colour_has_a_darker_casing_and_one_of_a_dark_colour_has_none(robot):
    robot.press("Ctrl+T", times=6)
    robot.press(".", times=3)
    curves = robot.window.cost.curves.plain
    robot.until(lambda: len(curves) == 7 and all(each.opts["pen"] is not None for each in curves))
    assert curves[1].opts["shadowPen"] is None  # blue
    assert curves[6].opts["shadowPen"].color().lightness() < QColor(TREKKER_COLOURS[6]).lightness()


def test_the_marker_of_the_chosen_row_keeps_its_colour(robot):
    icon = icon_of(Trekker(optimizer=optimizer("adam"), number=6), QColor("white"))
    plain, chosen = (
        as_numbers(icon.pixmap(16, mode=mode).toImage()) for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected)
    )
    assert np.array_equal(plain, chosen)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_cannot_be_used_looks_other_than_what_can(robot, theme):
    robot.window.look.set_theme(theme)
    button = QToolButton(robot.window)
    button.setText("Walk on")
    button.show()
    usable = as_numbers(button.grab().toImage())
    button.setEnabled(False)
    assert np.abs(usable - as_numbers(button.grab().toImage())).max() > 50


@pytest.mark.parametrize("theme", [LIGHT, HIGH_CONTRAST], ids=lambda theme: theme.name)
def test_what_a_field_asks_for_can_be_read(robot, theme):
    robot.window.look.set_theme(theme)
    field = QLineEdit(robot.window)
    field.setPlaceholderText("▇▇▇▇")
    field.show()
    assert share_of(field, theme.muted) > 0.02
    assert contrast(QColor(theme.muted), QColor(theme.field)) >= 4.5


def test_the_blindfold_and_hiding_a_trekker_have_icons_of_their_own(robot):
    wanted = ("blindfold", "hide_trekker")
    icons = {each.name: each.icon for each in robot.window.commands.all if each.name in wanted}
    assert len(icons) == len(set(icons.values())) == 2


def test_a_copied_picture_of_a_plot_has_no_ring(robot):
    plot = robot.window.cost.plot
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    assert plot.findChild(FocusRing).isVisible()
    copy_picture(plot)
    assert not plot.findChild(FocusRing).isVisible()
    edge_of_picture = as_numbers(QApplication.clipboard().image())[-1]
    assert (np.abs(edge_of_picture - QColor(LIGHT.accent).getRgb()[:3]).max(axis=-1) > 24).all()
