"""What is seen: the blindfold, the axes, and the colours."""

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QToolButton

from trekker.gui.theme import DARK, HIGH_CONTRAST, LIGHT, THEMES


def changed(before, after):
    return (np.abs(before - after) > 6).any(axis=-1)


def distance_from_the_trekker(robot, shape):
    """Return how far each pixel of the scene is from the trekker's feet."""
    theta, cost = robot.trail.theta[robot.session.cursor], robot.trail.cost[robot.session.cursor]
    feet = robot.scene.project(theta, float(cost)) * robot.scene.devicePixelRatioF()
    down, across = np.indices(shape)
    return np.hypot(across - feet.x(), down - feet.y())


@pytest.mark.opengl
def test_the_blindfold_hides_what_is_far_and_leaves_what_is_near(robot):
    robot.press(".", times=3)
    before = robot.settled_pixels()
    robot.command("blindfold")
    blindfolded = robot.settled_pixels()
    difference = changed(before, blindfolded)
    away = distance_from_the_trekker(robot, difference.shape)
    height, width = difference.shape
    assert difference[away > 0.25 * width].sum() > 0.1 * height * width
    assert not difference[away < 0.01 * width].any()
    robot.press("B")
    assert not changed(before, robot.settled_pixels()).any()


def test_the_blindfold_goes_with_the_trekker(robot):
    robot.press("B")
    before = robot.settled_pixels()
    robot.walk_to_the_end()
    robot.command("whole_mountain")
    robot.until(lambda: robot.window.mountain.verdict.isVisible())
    assert changed(before, robot.settled_pixels()).sum() > 2000


@pytest.mark.parametrize("chosen", ["by the picker", "by its key"])
def test_the_cost_axis_is_logarithmic_or_linear(robot, chosen):
    robot.press(".", times=20)
    robot.until(lambda: len(robot.window.cost.shown(0)[0]) == 21)
    costs = robot.trail.cost - min(minimum.cost for minimum in robot.session.ground.minima)
    assert robot.window.cost.shown(0)[1] == pytest.approx(np.log10(costs))
    if chosen == "by its key":
        robot.press("L")
    else:
        robot.pick("Scale of the cost axis", "linear")
    assert robot.window.cost.shown(0)[1] == pytest.approx(robot.trail.cost)
    assert robot.find("Scale of the cost axis").currentText() == "linear"
    robot.press("L")
    assert robot.window.cost.logarithmic


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_theme_is_worn_everywhere_and_remembered(robot_at, theme):
    robot = robot_at()
    other = LIGHT if theme is DARK else DARK
    robot.command(f"theme_{other.name}")
    before = robot.settled_pixels()
    robot.command(f"theme_{theme.name}")
    assert changed(before, robot.settled_pixels()).mean() > 0.2, "the scene keeps the old colours"
    page = robot.window.grab().toImage().pixelColor(3, robot.window.height() // 2)
    assert page.name() == theme.page
    assert QSettings().value("theme") == theme.name
    again = robot_at()
    assert again.window.look.theme is theme


def test_every_theme_can_be_read(robot):
    for theme in THEMES:
        for text, ground in ((theme.text, theme.card), (theme.muted, theme.card), (theme.bad, theme.card)):
            assert contrast(text, ground) >= (7.0 if theme is HIGH_CONTRAST else 4.5), (theme.name, text, ground)
        assert contrast(theme.accent_text, theme.accent) >= 4.5
        assert contrast(theme.text, theme.page) >= 4.5


def contrast(one, other):
    """Return the contrast ratio of WCAG 2, 1 to 21."""

    def luminance(colour):
        shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_larger_text_is_larger_and_remembered(robot_at):
    robot = robot_at()
    before = robot.window.header.title.fontMetrics().height()
    robot.press("Ctrl++", times=4)
    assert robot.window.header.title.fontMetrics().height() > before * 1.2
    assert robot_at().window.look.text_scale == robot.window.look.text_scale
    robot.press("Ctrl+0")
    assert robot.window.header.title.fontMetrics().height() == before


def test_lines_and_dots_of_plots_and_map_grow_with_the_text(robot_at):
    robot = robot_at("--sample", "five_points")
    robot.press(".", times=20)
    fit, cost = robot.window.fit.view, robot.window.cost
    robot.press("V", times=2)

    def thick():
        trail = robot.window.mountain.map._drawn[0]._line
        cost_curve = cost.curves.plain[0]
        pens = [each.opts["pen"].widthF() for each in (fit.curve, cost_curve, trail)]
        return np.array([*pens, fit.dots.opts["size"]])

    before = thick()
    robot.window.look.set_text_scale(2.0)
    robot.until(lambda: np.allclose(thick() / before, 2.0, rtol=0.1))


def test_icons_and_markers_are_as_large_as_the_text_beside_them(robot_at):
    robot = robot_at("--optimizer", "adam", "--optimizer", "momentum")
    window = robot.window

    def sides():
        buttons = [each for each in window.findChildren(QToolButton) if not each.icon().isNull()]
        assert len(buttons) > 10
        sizes = [each.iconSize().height() for each in buttons] + [window.party.list.iconSize().height()]
        drawn = window.party.model.index(0, 0).data(Qt.ItemDataRole.DecorationRole).availableSizes()[0].height()
        return np.array([*sizes, drawn])

    before = sides()
    window.look.set_text_scale(2.0)
    assert sides() == pytest.approx(2.0 * before, rel=0.1)


def test_the_sheet_of_keys_names_every_command_that_has_keys(robot):
    robot.press("F1")
    robot.until(lambda: robot.dialog is not None)
    shown = robot.read().splitlines()
    for command in robot.window.commands.all:
        if command.shortcut:
            assert command.text in shown
            assert command.hint in shown
    robot.push("Close")
    robot.until(lambda: robot.dialog is None)
