"""Each overlay changes mountain and map where its own geometry says, and nowhere else, pixel by pixel.

The geometry is worked out here from Himmelblau's formula and Adam's, not asked of the program: only how costs become
heights, and where the camera stands, is the scene's. All overlays share one window.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication

from tests.gui.scene.masks import Mask
from tests.journeys.conftest import as_numbers
from trekker import command_line
from trekker.gui.commands.scene import OVERLAY_KEYS
from trekker.gui.ground_view import GroundView
from trekker.gui.scene import overlay
from trekker.gui.scene.overlay import Overlay
from trekker.gui.scene.surface_mesh import contour_levels
from trekker.gui.step_colours import STEP_COLOURS
from trekker.walk.walkthrough import Part

pytestmark = pytest.mark.opengl

STEPS, RATE = 8, 0.09
EDGE, LINE, HEAD = 3.0, 5.5, 12.0  # pixels that a sheet's edge, a line, and an arrow's head, may be wide to either side
SHORTEST, LONGEST, EXPLAINED = 0.9, 2.4, 1.5  # of arrows, in the scene
MINIMA = ((3.0, 2.0), (3.5844283403, -1.8481265270), (-3.7793102534, -3.2831859913), (-2.8051180870, 3.1313125183))


def cost(theta):
    x, y = theta[..., 0], theta[..., 1]
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2


def gradient(theta):
    x, y = theta
    first, second = x * x + y - 11, x + y * y - 7
    return np.array((4 * x * first + 2 * second, 2 * first + 4 * y * second))


def hessian(theta):
    x, y = theta
    return np.array(((12 * x * x + 4 * y - 42, 4 * x + 4 * y), (4 * x + 4 * y, 12 * y * y + 4 * x - 26)))


def adam(thetas):
    """Return the step that comes after these places, that on flat ground, the reach along both axes, and the mean."""
    slopes = [gradient(theta) for theta in thetas]
    mean, square = np.zeros(2), np.zeros(2)
    for slope in slopes[:-1]:
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
    time = len(thetas)

    def step(slope):
        spread = np.sqrt((0.999 * square + 0.001 * slope**2) / (1 - 0.999**time)) + 1e-8
        return -RATE * (0.9 * mean + 0.1 * slope) / (1 - 0.9**time) / spread, RATE * np.linalg.norm(slopes[-1]) / spread

    return step(slopes[-1])[0], step(np.zeros(2))[0], step(slopes[-1])[1], 0.9 * mean + 0.1 * slopes[-1]


class Truth:
    """The walk in the window, and what is true where the trekker stands."""

    def __init__(self, robot):
        self.picture, self.landscape = robot.ground_picture, robot.ground_picture.landscape
        self.thetas = np.array(robot.trail.theta)
        self.feet = self.thetas[-1]
        self.gradient, self.hessian = gradient(self.feet), hessian(self.feet)
        self.step, self.memory, self.reach, self.mean = adam(self.thetas)
        self.newton = -np.linalg.solve(self.hessian, self.gradient)

    def length(self, change):
        """Return how long a change of θ is drawn."""
        return float(np.linalg.norm(change * self.landscape.unit))

    def of_length(self, direction, length):
        return direction * length / self.length(direction)

    def enlarged(self, change):
        return change * 2.0 ** max(0, np.ceil(np.log2(SHORTEST / self.length(change))))

    def at(self, thetas, costs=None):
        """Return scene points of places at their true, or these, costs."""
        return self.landscape.points(thetas, cost(thetas) if costs is None else costs)

    def along(self, change, share=1.0, count=90):
        """Return scene points on the true ground from the feet along a change; NaN off the map."""
        thetas = self.feet + np.linspace(0.0, share, count)[:, None] * change
        inside = self.landscape.bounds.contains(thetas)
        return np.where(inside[:, None], self.at(thetas), np.nan)

    def sees(self, theta):
        """Tell whether the ground at a place is seen, and not hidden by other ground."""
        if not hasattr(self.picture, "camera"):
            return True
        found = self.picture.pick(self.picture.project(theta, cost(theta)))
        return found is not None and self.length(np.array(found) - theta) < 0.05


class Expected:
    """Where a picture must change, at least a share of it, and in what colour if that matters; and where it may."""

    def __init__(self, truth):
        self.truth, self.mask = truth, Mask(truth.picture)
        self.must = []

    def changes(self, points, colour=None, share=0.9):
        """Want the picture to change at scene points (k, 3)."""
        self.must.append((self.mask.pixels_of(points), colour, share))

    def line(self, points, colour=None, share=0.9):
        self.mask.add_line(points, LINE)
        self.changes(points, colour, share)

    def arrow(self, change, colour, sure=0.9):
        """Want an arrow; how long it is may be a matter of taste, but of so much of it one may be ``sure``."""
        points = self.truth.along(change)
        self.mask.add_line(points, LINE)
        head = self.truth.length(change) * np.linspace(1, 0, len(points)) < 0.5
        self.mask.add_line(points[head] if sure == 0.9 else points, HEAD)
        self.changes(self.truth.along(change, sure), colour)

    def hold(self, before, after):
        """Assert that this and nothing else has changed between two pictures (h, w, 3)."""
        difference = np.abs(after - before).max(axis=-1)
        stray = (difference > 0) & ~self.mask.pixels
        assert not stray.any(), f"{stray.sum()} pixels change beside the overlay's own"
        for pixels, colour, share in self.must:
            across, down = np.floor(pixels[np.isfinite(pixels).all(axis=1)]).astype(int).T
            assert (difference[down, across] > 3).mean() >= share
            assert colour is None or share_near(after[down, across], colour) > 0.4


def share_near(colours, wanted, within=60):
    """Return how many of these colours (k, 3) come near a wanted one."""
    red_green_blue = np.array([int(wanted[at : at + 2], 16) for at in (1, 3, 5)])
    return (np.linalg.norm(colours - red_green_blue, axis=-1) < within).mean()


def gradient_arrow(expected):
    truth = expected.truth
    expected.arrow(truth.of_length(truth.gradient, LONGEST), overlay.GRADIENT, sure=0.3)


def momentum_arrow(expected):
    expected.arrow(expected.truth.enlarged(expected.truth.memory), overlay.MOMENTUM)


def ellipse(expected):
    truth = expected.truth
    longest = max((1.0, 0.0), (0.0, 1.0), key=lambda axis: truth.length(truth.reach * axis))
    factor = truth.enlarged(truth.reach * longest).max() / (truth.reach * longest).max()
    turns = np.linspace(0, 2 * np.pi, 300)[:, None]
    thetas = truth.feet + factor * truth.reach * np.concatenate((np.cos(turns), np.sin(turns)), axis=1)
    expected.line(truth.at(thetas), overlay.SCALING)
    for axis in np.eye(2):
        for side in (-1, 1):
            expected.line(truth.along(side * factor * truth.reach * axis), share=0.6)  # one is behind the trekker
    expected.arrow(factor * truth.step, overlay.SCALING)


def drawn_slope(truth, size=1e-5):
    """Return the derivatives of the drawn height along the scene's axes, by differences of the true ground."""
    ends = truth.feet + np.array((-1, 1))[:, None, None] * np.eye(2) * size
    heights = truth.at(ends)[..., 2]
    return (heights[1] - heights[0]) / (2 * size) / truth.landscape.unit


def tangent_plane(expected):
    truth, slope = expected.truth, drawn_slope(expected.truth)
    half = min(1.2, 1.2 / np.abs(slope).sum())
    offsets = half * np.array(((-1, -1), (1, -1), (1, 1), (-1, 1)))
    middle = truth.at(truth.feet)
    corners = middle + np.column_stack((offsets, offsets @ slope))
    expected.mask.add_area(corners, EDGE)
    shares = np.stack(np.meshgrid(*[np.linspace(0.01, 0.99, 20)] * 2), axis=-1).reshape(-1, 2)
    inside = corners[0] + shares[:, :1] * (corners[1] - corners[0]) + shares[:, 1:] * (corners[3] - corners[0])
    expected.changes(inside, share=0.99)


def quadratic_model(expected):
    truth = expected.truth

    def model(offset):
        bend = 0.5 * np.einsum("...i,ij,...j->...", offset, truth.hessian, offset)
        return cost(truth.feet) + offset @ truth.gradient + bend

    reach = np.clip(1.3 * truth.length(truth.newton), 1.5, 4.0)
    radii, turns = np.linspace(0, reach, 24)[:, None], np.linspace(0, 2 * np.pi, 60)
    offset = np.stack((radii * np.cos(turns), radii * np.sin(turns)), axis=-1) / truth.landscape.unit
    points = truth.at(truth.feet + offset, model(offset))
    points[(points[..., 2] > truth.at(truth.feet)[2] + 2.1) | (points[..., 2] < -1.3)] = np.nan
    for near, far in pairwise(points):
        for corners in zip(near[:-1], near[1:], far[1:], far[:-1], strict=True):
            if np.isfinite(corners).all():
                expected.mask.add_area(np.array(corners), EDGE)
    expected.changes(points[2:18:3].reshape(-1, 3))
    lowest = truth.at(truth.feet + truth.newton, model(truth.newton))
    expected.mask.add_box(lowest, 10, 11, 10, 11)
    expected.changes(lowest[None])
    expected.line(np.linspace(lowest, truth.at(truth.feet + truth.newton), 20))


def directions(expected):
    truth = expected.truth
    assert SHORTEST < truth.length(truth.newton) < LONGEST
    expected.arrow(truth.newton, overlay.NEWTON)
    expected.arrow(truth.of_length(-truth.gradient, truth.length(truth.newton)), overlay.DESCENT)


def curvature_circle(expected):
    truth = expected.truth
    heading = truth.of_length(truth.step, 1.0)
    size = 1e-4
    below, feet, above = truth.at(truth.feet + np.array((-size, 0, size))[:, None] * heading)
    slope, bend = (above[2] - below[2]) / (2 * size), (above[2] + below[2] - 2 * feet[2]) / size**2
    along = np.array((*(heading * truth.landscape.unit), slope)) / np.hypot(1, slope)
    normal = np.array((*(-slope * heading * truth.landscape.unit), 1)) / np.hypot(1, slope) * np.sign(bend)
    radius = (1 + slope**2) ** 1.5 / abs(bend)
    half = np.pi if radius < 2 else min(np.pi, 2 / radius)
    turns = np.linspace(-half, half, 200)[:, None]
    expected.line(feet + radius * (normal + np.sin(turns) * along - np.cos(turns) * normal), overlay.CIRCLE)
    if half == np.pi:
        expected.line(np.linspace(feet, feet + radius * normal, 20))


def trail_by_speed(expected):
    truth = expected.truth
    shares = np.linspace(0, 1, 12)[:, None]
    pairs = zip(truth.thetas[:-1], truth.thetas[1:], strict=True)
    points = truth.at(np.concatenate([start + shares * (end - start) for start, end in pairs]))
    expected.mask.add_line(points, LINE)
    pixels, feet = expected.mask.pixels_of(points), expected.mask.pixels_of(truth.at(truth.feet)[None])
    begun = np.linalg.norm(pixels - pixels[0], axis=1) > 6
    beside = begun & (np.abs(pixels - feet)[:, 0] > 18)  # the trekker, and the mark of the start, hide the others
    assert beside.mean() > 0.2
    expected.changes(points[beside])


def contours(expected):
    from contourpy import LineType, contour_generator

    truth, bounds = expected.truth, expected.truth.landscape.bounds
    grid = (
        bounds.grid(400, 400) - bounds.centre
    ) * 1.04 + bounds.centre  # a line's edge may lie within, its middle not
    generator = contour_generator(grid[:, 0, 0], grid[0, :, 1], cost(grid).T, line_type=LineType.Separate)
    lines = [np.asarray(line) for level in contour_levels(truth.landscape) for line in generator.lines(float(level))]
    for line in lines:
        expected.mask.add_line(truth.at(line), 2.5)
    places = np.concatenate(lines)[::90]
    expected.changes(truth.at(places[[truth.sees(place) for place in places]]), share=0.85)


def flags(expected):
    for place in MINIMA:
        foot = expected.truth.at(np.array(place))
        expected.mask.add_box(foot, 5, 37, 24, 4)
        cloth = expected.mask.pixels_of(foot[None]) + np.array((6, -25))
        expected.must.append((cloth, overlay.GLOBAL, 1.0))


GEOMETRY = {
    Overlay.GRADIENT: gradient_arrow,
    Overlay.MOMENTUM: momentum_arrow,
    Overlay.SCALING: ellipse,
    Overlay.TANGENT: tangent_plane,
    Overlay.QUADRATIC: quadratic_model,
    Overlay.DIRECTIONS: directions,
    Overlay.CIRCLE: curvature_circle,
    Overlay.SPEED: trail_by_speed,
    Overlay.CONTOURS: contours,
    Overlay.MINIMA: flags,
}


@pytest.fixture(scope="module")
def shared(qapp, tmp_path_factory):
    """One window for all overlays, its settings its own, on ground whose axes are drawn to different scales."""
    from trekker.gui.main_window import MainWindow

    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path_factory.mktemp("overlays")))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    qapp.setStyle("Fusion")
    QSettings().setValue("reduced_motion", True)
    options = ("--terrain", "himmelblau", "--bounds=-7.2,7.2,-4,4", "--start=2.6,-0.6")
    rule = ("--optimizer", "adam", "--learning-rate", str(RATE))
    window = MainWindow()
    window.resize(1366, 768)
    window.open(command_line.scenario_of(command_line.read_arguments((*options, *rule))))
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def at_the_overlays(shared, qtbot):
    """A robot before that window, after some steps, with the contour lines alone."""
    from tests.journeys.conftest import Robot

    robot = Robot(shared, qtbot)
    robot.until(lambda: shared.isVisible() and shared.session.ready)
    shared.activateWindow()
    robot.until(lambda: QApplication.activeWindow() is shared)
    if robot.session.length < STEPS:
        robot.press(".", times=STEPS - robot.session.length)
        robot.scene.orbit_by(-73, 12)  # across the walk, so that the trekker doesn't hide its trail
    robot.settled_pixels()
    return robot


@pytest.mark.parametrize("view", [GroundView.MOUNTAIN, GroundView.MAP], ids=lambda view: view.value)
@pytest.mark.parametrize(("which", "key"), OVERLAY_KEYS, ids=lambda each: getattr(each, "value", each))
def test_an_overlay_changes_the_picture_where_its_geometry_lies_and_nowhere_else(at_the_overlays, view, which, key):
    robot = at_the_overlays
    robot.window.mountain.set_view(view)
    robot.until(lambda: robot.ground_picture.width() > 400)
    before = robot.settled_pixels()
    expected = Expected(Truth(robot))
    GEOMETRY[which](expected)
    robot.press(key)
    after = robot.settled_pixels()
    robot.press(key)
    expected.hold(before, after)
    np.testing.assert_array_equal(robot.settled_pixels(), before)


@pytest.mark.parametrize("view", [GroundView.MOUNTAIN, GroundView.MAP], ids=lambda view: view.value)
def test_the_arrows_of_a_step_explained_point_as_its_lines_say_in_the_colours_of_the_lines(at_the_overlays, view):
    robot = at_the_overlays
    robot.window.mountain.set_view(view)
    robot.until(lambda: robot.ground_picture.width() > 400)
    before = robot.settled_pixels()
    expected, card = Expected(Truth(robot)), robot.window.step_card
    truth = expected.truth
    expected.arrow(truth.of_length(truth.mean, EXPLAINED), STEP_COLOURS[Part.WORKING])  # over the memory's own
    expected.arrow(truth.of_length(truth.gradient, EXPLAINED), STEP_COLOURS[Part.SLOPE])
    expected.arrow(truth.enlarged(truth.step), STEP_COLOURS[Part.MOVE])
    robot.press("X")
    card.go_to(0)
    for stage in card.stages:
        assert share_near(as_numbers(card.grab().toImage()), STEP_COLOURS[stage.part], within=3) > 0
        robot.press("Ctrl+Down")
    after = robot.settled_pixels()
    robot.press("X")
    expected.hold(before, after)
    np.testing.assert_array_equal(robot.settled_pixels(), before)
