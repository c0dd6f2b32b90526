from __future__ import annotations

import gc
import itertools
import weakref
from dataclasses import replace

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont

from trekker.gui.scene.axis_layout import layout
from trekker.gui.scene.camera import Camera
from trekker.gui.scene.eyes import Eye
from trekker.gui.scene.landscape import sample
from trekker.gui.scene.walker import Fate, Marker, SceneColours, Walker
from trekker.gui.theme import TREKKER_COLOURS

pytestmark = pytest.mark.opengl

ORANGE = "#D55E00"
BLUE = "#0072B2"


def walker_at(ground, *thetas, colour=ORANGE, marker=None):
    points = np.array(thetas, dtype=float)
    return Walker(colour, points, ground.relief.cost(ground.surface_height(ground.place(points))), marker)


def colourfulness(picture):
    return len(np.unique(picture.reshape(-1, 3), axis=0))


def around(picture, place, radius):
    across, down = round(place.x()), round(place.y())
    return picture[max(0, down - radius) : down + radius + 1, max(0, across - radius) : across + radius + 1]


def nearness(picture, colour):
    """Return how near the nearest pixel comes to a colour."""
    wanted = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])
    return np.linalg.norm(picture - wanted, axis=-1).min()


def changed_near(before, after, places, radius=4):
    """Return how much the colour changes at most beside each of these places."""
    return np.array(
        [np.abs(around(after, at, radius) - around(before, at, radius)).sum(axis=-1).max() for at in places]
    )


@pytest.fixture
def on(make_scene, landscape):
    """Open a scene that shows a ground, and return both."""

    def show(name, *size):
        scene, ground = make_scene(*size), landscape(name)
        scene.show_landscape(ground)
        return scene, ground

    return show


@pytest.fixture
def over_the_ridge(on, pixels):
    """Look over a ridge at the ground behind it; return the scene, the ground and the bare picture."""
    scene, ground = on("ridge")
    scene.set_camera(scene.camera.orbited(-28.0, -18.0))
    return scene, ground, pixels(scene)


def pixel_on_surface(scene, ground, theta):
    theta = np.array(theta, dtype=float)
    return scene.project(theta, ground.relief.cost(ground.surface_height(ground.place(theta))))


def test_a_mountain_is_a_picture_of_many_colours(on, pixels):
    scene, _ = on("himmelblau")
    assert colourfulness(pixels(scene)) > 500


def test_an_empty_scene_shows_its_background_alone(make_scene, pixels):
    scene = make_scene()
    assert colourfulness(pixels(scene)) == 1


def test_a_second_scene_in_the_same_process_is_as_full_as_the_first(on, pixels):
    first, _ = on("himmelblau")
    second, _ = on("himmelblau")
    np.testing.assert_array_equal(pixels(first), pixels(second))


def test_a_scene_moved_into_another_window_still_draws(on, pixels, qtbot):
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    scene, _ = on("himmelblau")
    before = colourfulness(pixels(scene))
    window = QWidget()
    window.resize(700, 520)
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(scene)
    with qtbot.waitExposed(window):
        window.show()
    assert colourfulness(pixels(scene)) > before / 2
    scene.setParent(None)


def test_the_blindfold_hides_far_ground_and_leaves_near_ground_as_it_was(on, pixels):
    scene, ground = on("himmelblau")
    scene.show_walkers((walker_at(ground, (0.0, 0.0)),))
    clear = pixels(scene)
    scene.set_blindfold(True, 1.5)
    folded = pixels(scene)
    near, far = (pixel_on_surface(scene, ground, theta) for theta in ((0.6, 0.3), (-3.5, 3.5)))
    np.testing.assert_array_equal(around(clear, near, 3), around(folded, near, 3))
    assert np.abs(around(clear, far, 3) - around(folded, far, 3)).mean() > 20
    scene.set_blindfold(False, 1.5)
    np.testing.assert_array_equal(pixels(scene), clear)


@pytest.mark.parametrize(("name", "elevation"), [("himmelblau", 60.0), ("rosenbrock", -26.0), ("with_a_hole", -26.0)])
def test_a_dense_blindfold_leaves_nothing_of_the_block_but_what_is_felt(
    make_scene, landscape, ground_of, pixels, name, elevation
):
    scene = make_scene()
    holed = ground_of(lambda x, y: np.where(x * x + y * y > 0.2, np.sqrt(x * x + y * y), np.nan), -3, 3, -3, 3)
    ground = sample(holed, 80, 80) if name == "with_a_hole" else landscape(name)
    scene.show_landscape(ground)
    scene.set_camera(scene.camera.orbited(10.0, elevation))
    scene.set_blindfold(True, 0.5, dense=True)
    nobody = pixels(scene)
    scene.show_walkers((walker_at(ground, (1.0, 1.5)),))
    felt = pixels(scene)
    near = pixel_on_surface(scene, ground, (1.2, 1.6))
    assert np.abs(around(felt, near, 1) - around(nobody, near, 1)).mean() > 20
    down, across = np.nonzero(np.abs(felt - nobody).max(axis=-1))
    middle = pixel_on_surface(scene, ground, (1.0, 1.5))
    assert np.hypot(across - middle.x(), down - middle.y()).max() < 0.3 * scene.width()
    scene.show_walkers(())
    scene._surface.show_mesh(None)
    np.testing.assert_array_equal(nobody, pixels(scene))


def test_under_a_dense_blindfold_no_axis_tells_how_high_the_ground_is(on):
    scene, ground = on("himmelblau")
    size, line = scene.picture_size(), 16.0
    told = layout(ground, scene.camera, size, line, "height: cost")
    hidden = layout(ground, scene.camera, size, line, None)
    assert {each.text for each in hidden.labels if each.is_name} == {"θ₀", "θ₁"}
    assert len(hidden.ticks) < len(told.ticks)
    above = layout(ground, scene.camera.orbited(0.0, 60.0), size, line, None)
    assert np.ptp(above.ticks[..., 2]) == 0


def test_the_blindfold_leaves_ground_around_every_trekker(on, pixels):
    scene, ground = on("himmelblau")
    walkers = (walker_at(ground, (0.0, 0.0)), walker_at(ground, (-3.0, 3.0), colour=BLUE))
    scene.show_walkers(walkers)
    clear = pixels(scene)
    scene.set_blindfold(True, 1.5)
    folded = pixels(scene)
    for theta in ((0.6, 0.3), (-3.4, 3.3)):
        place = pixel_on_surface(scene, ground, theta)
        np.testing.assert_array_equal(around(clear, place, 2), around(folded, place, 2))


@pytest.mark.parametrize("colour", TREKKER_COLOURS)
def test_a_trail_shines_in_its_colour_in_front_and_can_be_seen_all_along_behind_a_ridge(over_the_ridge, pixels, colour):
    scene, ground, bare = over_the_ridge
    scene.show_walkers((walker_at(ground, (1.5, 2.8), (1.5, -2.6), (-2.8, -2.6), colour=colour),))
    picture = pixels(scene)
    seen, hidden = [], []
    for theta in [(1.5, y) for y in np.linspace(2.3, -2.2, 120)]:
        place = pixel_on_surface(scene, ground, theta)
        (seen if np.allclose(scene.pick(place), theta, atol=0.03) else hidden).append(place)
    assert min(len(seen), len(hidden)) > 15
    assert np.median([nearness(around(picture, place, 1), colour) for place in seen]) < 40
    bright, pale = (changed_near(bare, picture, places) for places in (seen, hidden))
    assert (pale > 60).mean() > 0.95
    assert np.median(pale) < 0.8 * np.median(bright)


def test_the_feet_stand_where_the_ground_is(on, pixels):
    scene, ground = on("himmelblau")
    theta = (1.0, 1.0)
    bare = pixels(scene)
    scene.show_walkers((walker_at(ground, theta),))
    changed = np.abs(pixels(scene) - bare).sum(axis=-1) > 60
    feet = pixel_on_surface(scene, ground, theta)
    np.testing.assert_allclose(scene._hikers.feet()[0][:2], ground.place(np.array(theta)))
    np.testing.assert_allclose(scene._hikers.feet()[0][2], ground.surface_height(ground.place(np.array(theta))))
    rows = np.flatnonzero(changed.any(axis=1))
    columns = np.flatnonzero(changed.any(axis=0))
    assert abs(rows.max() - feet.y()) < 12
    assert rows.min() < feet.y() - 30
    assert columns.min() < feet.x() < columns.max()


def test_a_hidden_trekker_is_seen_through_the_ridge(on, pixels):
    scene, ground = on("ridge")
    scene.set_camera(scene.camera.orbited(-28.0, -18.0))
    bare = pixels(scene)
    scene.show_walkers((walker_at(ground, (0.0, 0.9)),))
    changed = np.abs(pixels(scene) - bare).sum(axis=-1) > 20
    assert changed.sum() > 60


@pytest.mark.parametrize("marker", list(Marker))
def test_every_flag_can_be_told_from_every_other(on, pixels, marker):
    scene, ground = on("bowl", 400, 320)
    scene.show_walkers((walker_at(ground, (0.0, 0.0), marker=marker),))
    own = pixels(scene)
    for other in set(Marker) - {marker}:
        scene.show_walkers((walker_at(ground, (0.0, 0.0), marker=other),))
        assert (np.abs(pixels(scene) - own).sum(axis=-1) > 60).sum() > 12


def test_a_walk_that_explodes_raises_nothing_and_leaves_the_eye_where_it_was(on, pixels):
    scene, _ = on("bowl")
    camera = scene.camera
    thetas = np.array([(1.0, 1.0), (-2.0, -2.0), (40.0, 1e200), (np.inf, -np.inf), (np.nan, np.nan)])
    with np.errstate(all="ignore"):
        scene.show_walkers((Walker(ORANGE, thetas, (thetas**2).sum(axis=1)),))
    assert colourfulness(pixels(scene)) > 500
    assert scene.camera == camera


@pytest.mark.parametrize("name", ["flat", "missing", "holes"])
def test_strange_grounds_are_drawn_without_complaint(make_scene, pixels, ground_of, name):
    functions = {
        "flat": lambda x, y: 0 * x + 3,
        "missing": lambda x, y: x * np.nan,
        "holes": lambda x, y: np.where(np.sin(3 * x) > 0.5, np.nan, y),
    }
    scene = make_scene()
    scene.show_landscape(sample(ground_of(functions[name], -3, 3, -3, 3), 40, 40))
    scene.show_walkers((Walker(ORANGE, np.zeros((2, 2)), np.full(2, np.nan)),))
    scene.set_blindfold(True, 1.0)
    assert colourfulness(pixels(scene)) > 5


def test_walkers_without_a_trail_or_without_a_ground_are_not_drawn(make_scene, pixels):
    scene = make_scene()
    scene.show_walkers((Walker(ORANGE), Walker(BLUE, np.zeros((3, 2)), np.zeros(3))))
    assert colourfulness(pixels(scene)) == 1


def test_nine_trekkers_are_refused(make_scene):
    with pytest.raises(ValueError, match="at most 8"):
        make_scene().show_walkers(tuple(Walker(ORANGE) for _ in range(9)))


def test_a_click_picks_the_ground_under_it(on, qtbot):
    scene, ground = on("himmelblau")
    place = pixel_on_surface(scene, ground, (0.5, 1.0))
    with qtbot.waitSignal(scene.ground_clicked) as clicked:
        qtbot.mouseClick(scene, Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y())))
    np.testing.assert_allclose(clicked.args, (0.5, 1.0), atol=0.05)


def test_a_drag_turns_the_mountain_and_picks_nothing(on, qtbot):
    scene, _ = on("himmelblau")
    before = scene.camera
    with qtbot.assertNotEmitted(scene.ground_clicked):
        qtbot.mousePress(scene, Qt.MouseButton.LeftButton, pos=QPoint(350, 260))
        for across in range(350, 450, 10):
            qtbot.mouseMove(scene, QPoint(across, 240))
        qtbot.mouseRelease(scene, Qt.MouseButton.LeftButton, pos=QPoint(440, 240))
    assert scene.camera.azimuth != before.azimuth
    assert scene.camera.distance == before.distance


def test_a_click_beside_the_mountain_picks_nothing_and_a_double_click_there_shows_it_whole(on, qtbot):
    scene, _ = on("himmelblau")
    home = scene.camera
    scene.orbit_by(30, 10)
    with qtbot.assertNotEmitted(scene.ground_clicked):
        qtbot.mouseDClick(scene, Qt.MouseButton.LeftButton, pos=QPoint(695, 515))
    assert scene.camera == home


def test_the_keyboard_turns_zooms_and_comes_home(on, qtbot):
    scene, _ = on("himmelblau")
    home = scene.camera
    qtbot.keyClick(scene, Qt.Key.Key_Left)
    qtbot.keyClick(scene, Qt.Key.Key_Up)
    qtbot.keyClick(scene, Qt.Key.Key_Plus)
    assert scene.camera.azimuth != home.azimuth
    assert scene.camera.elevation > home.elevation
    assert scene.camera.distance < home.distance
    qtbot.keyClick(scene, Qt.Key.Key_Minus)
    assert scene.camera.distance == pytest.approx(home.distance)
    qtbot.keyClick(scene, Qt.Key.Key_Home)
    assert scene.camera == home


def test_the_scene_can_be_reached_by_tab_and_has_a_name(make_scene):
    scene = make_scene()
    assert scene.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert scene.accessibleName()


@pytest.mark.parametrize("size", [(560, 420), (900, 700)])
def test_the_whole_mountain_is_in_view_with_little_wasted(on, pixels, size):
    scene, _ = on("himmelblau", *size)
    picture = pixels(scene)
    ground = np.abs(picture - picture[-1, -1]).sum(axis=-1) > 30
    assert not ground[:4].any()
    assert not ground[:, -4:].any()
    assert (np.flatnonzero(ground.any(axis=0))[[0, -1]] @ (-1, 1)) > 0.8 * size[0]


def test_resizing_keeps_the_whole_in_view_but_not_against_a_persons_will(on, qtbot):
    scene, _ = on("himmelblau")
    before = scene.camera
    scene.resize(500, 500)
    qtbot.waitUntil(lambda: scene.camera != before)
    scene.orbit_by(10, 0)
    chosen = scene.camera
    scene.resize(600, 400)
    QCoreApplication.processEvents()
    assert scene.camera == chosen


def test_themes_change_background_words_and_walls(on, pixels):
    scene, _ = on("himmelblau")
    pictures = []
    for colours in (SceneColours.light(), SceneColours.dark(), SceneColours.high_contrast()):
        scene.set_colours(colours)
        pictures.append(pixels(scene))
        assert nearness(pictures[-1][:2, -2:], colours.background) < 3
    assert np.abs(pictures[0] - pictures[1]).mean() > 30


def test_a_larger_font_makes_larger_words(on, pixels):
    scene, _ = on("bowl")
    left = scene.margins(scene.camera, scene.outline())[0]
    font = QFont(scene.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    scene.setFont(font)
    assert scene.margins(scene.camera, scene.outline())[0] > 1.5 * left
    assert colourfulness(pixels(scene)) > 500


def test_equal_walkers_cause_no_new_picture(on, qtbot):
    scene, ground = on("bowl")
    walker = walker_at(ground, (1.0, 1.0), (0.5, 0.5))
    scene.show_walkers((walker,))
    drawn = []
    scene.frameSwapped.connect(lambda: drawn.append(1))
    qtbot.wait(500)
    drawn.clear()
    scene.show_walkers((Walker(walker.colour, walker.points, walker.costs),))
    scene.set_blindfold(False, 3.0)
    qtbot.wait(100)
    assert drawn == []


def test_edges_become_smooth_when_nothing_moves_and_then_nothing_is_drawn(on, pixels, qtbot):
    scene, _ = on("himmelblau")
    rough = pixels(scene)
    drawn = []
    scene.frameSwapped.connect(lambda: drawn.append(1))
    scene.refine()
    fine = pixels(scene)
    background = rough[1, -1]

    def mixed(picture):
        """Count pixels at the outline that are neither ground nor background."""
        away = np.abs(picture - background).sum(axis=-1)
        return ((away > 8) & (away < 90)).sum()

    assert mixed(fine) > 1.3 * mixed(rough)
    assert np.abs(fine - rough).mean() < 3
    qtbot.wait(700)
    drawn.clear()
    qtbot.wait(700)
    assert drawn == []


def test_a_closed_scene_is_freed(make_scene, landscape, pixels):
    scene = make_scene()
    scene.show_landscape(landscape("bowl"))
    pixels(scene)
    gone = weakref.ref(scene)
    scene.close()
    scene.deleteLater()
    del scene
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None


def test_what_the_screen_holds_for_a_scene_goes_with_it_whoever_still_knows_of_it(make_scene):
    """Left to Python, it would go when Python looks for garbage, on whichever thread that is."""
    scene = make_scene()
    surface, context = scene._beside, scene.context()
    assert all(map(shiboken6.isValid, (surface, context)))
    scene.close()
    scene.deleteLater()
    del scene
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert not any(map(shiboken6.isValid, (surface, context)))


def test_a_scene_that_spares_nobody_draws_nothing_when_told_so_again(on, qtbot):
    scene, _ = on("bowl")
    qtbot.wait(700)
    drawn = []
    scene.frameSwapped.connect(lambda: drawn.append(1))
    scene.spare(False)
    qtbot.wait(500)
    assert drawn == []
    scene.spare(True)
    scene.spare(False)
    qtbot.waitUntil(lambda: drawn == [1])


def test_hovering_tells_what_lies_under_the_pointer(on, qtbot):
    scene, ground = on("himmelblau")
    place = pixel_on_surface(scene, ground, (1.0, -1.0))
    with qtbot.waitSignal(scene.ground_hovered) as hovered:
        scene.hovered(QPointF(place))
    np.testing.assert_allclose(hovered.args, (1.0, -1.0), atol=0.02)


@pytest.mark.parametrize("end", [(0.0, 0.0), (4.0, 0.0)], ids=["on the map", "beyond it"])
def test_every_fate_has_a_pose_of_its_own_in_light_and_dark_as_hiker_and_as_ball(on, pixels, end):
    scene, ground = on("bowl", 400, 320)
    walker = replace(walker_at(ground, (2.6, 0.2), (0.0, 0.0)), points=np.array([(2.6, 0.2), end]))
    for colours, simple in itertools.product((SceneColours.light(), SceneColours.dark()), (False, True)):
        scene.set_colours(colours)
        scene.show_simple_figures(simple)
        pictures = []
        for fate in (Fate.WALKING, Fate.ARRIVED, Fate.DIVERGED, Fate.LEFT):
            scene.show_walkers((replace(walker, fate=fate),))
            pictures.append(pixels(scene))
        for one, other in itertools.combinations(pictures, 2):
            assert (np.abs(one - other).sum(axis=-1) > 60).sum() > 40


def test_a_longer_step_is_a_longer_stride(on, pixels):
    scene, ground = on("bowl", 400, 320)
    strides = []
    for length in (0.01, 0.1, 0.2):
        scene.show_walkers((walker_at(ground, (length, 0.0), (0.0, 0.0)),))
        strides.append(scene._hikers.stances[0].stride)
    assert strides[0] < strides[1] < strides[2]
    np.testing.assert_allclose(strides[2] - strides[1], (strides[1] - strides[0]) * 10 / 9, rtol=1e-6)


@pytest.mark.parametrize("distance", [8.0, 20.0, 40.0])
def test_the_soles_stand_in_the_picture_where_the_cost_is_to_a_pixel(make_scene, pixels, ground_of, distance):
    """From the height of the ground nothing but their height decides in which row of pixels the soles are seen."""
    dome = ground_of(lambda x, y: -x * x - y * y, -3, 3, -3, 3)
    scene, ground = make_scene(), sample(dome)
    scene.show_landscape(ground)
    scene.set_camera(Camera(centre=(0.0, 0.0, 3.0), distance=distance, elevation=2.0))
    bare = pixels(scene)
    for theta in np.array(((0.0, 0.0), (0.7, -0.3), (-0.4, -0.9))):
        cost = dome.cost.cost(theta)
        scene.show_walkers((Walker(ORANGE, theta[None], np.array([cost])),))
        rows = np.flatnonzero((np.abs(pixels(scene) - bare).sum(axis=-1) > 30).any(axis=1))
        assert abs(rows.max() + 1 - scene.project(theta, cost).y()) < 1.0


def test_each_trekker_feels_as_far_as_its_own_stride(on, pixels):
    scene, ground = on("himmelblau")
    near, far = walker_at(ground, (-3.0, -3.0)), walker_at(ground, (2.5, 2.5))
    scene.show_walkers((near, far))
    clear = pixels(scene)
    scene.set_blindfold(True, 0.5)
    scene.show_walkers((near, replace(far, felt=2.5)))
    folded = pixels(scene)
    for theta, hidden in (((-2.0, -2.0), True), ((1.5, 1.5), False)):
        place = pixel_on_surface(scene, ground, theta)
        assert (np.abs(around(clear, place, 1) - around(folded, place, 1)).mean() > 10) == hidden


def test_trails_by_speed_go_from_cold_to_hot(on, pixels):
    scene, ground = on("bowl")
    steps = np.concatenate((np.full(30, 0.004), np.full(8, 0.25)))
    x = -2.0 + np.concatenate(([0.0], np.cumsum(steps)))
    scene.show_walkers((walker_at(ground, *np.stack((x, np.full_like(x, -1.0)), axis=1)),))
    plain = pixels(scene)
    scene.colour_trails_by_speed(True)
    coloured = pixels(scene)
    slow, fast = (pixel_on_surface(scene, ground, (at, -1.0)) for at in (-1.95, -1.2))
    blueness = [around(coloured, at, 2)[..., 2].mean() - around(coloured, at, 2)[..., 0].mean() for at in (slow, fast)]
    assert blueness[0] > blueness[1] + 60
    scene.colour_trails_by_speed(False)
    assert np.abs(pixels(scene) - plain).mean() < 0.2 * np.abs(coloured - plain).mean()


def test_the_patch_that_is_felt_is_drawn_as_wide_as_the_stride(make_scene, pixels, ground_of):
    """On level ground, seen from above, the line lies where the stride ends, in every direction."""
    scene, ground = make_scene(), sample(ground_of(lambda x, y: 0 * x + 3, -6, 6, -4, 4))
    scene.show_landscape(ground)
    scene.set_camera(replace(Camera(), elevation=90.0, azimuth=-90.0))
    shares, feet = np.linspace(0.87, 1.3, 141), np.array((0.5, 0.2))
    for felt in (1.2, 2.1):
        scene.show_walkers((replace(walker_at(ground, feet), felt=felt),))
        scene.set_blindfold(True, 0.3)
        unlike = np.abs(pixels(scene) - QColor(SceneColours.light().text).getRgb()[:3]).max(axis=-1)
        for away in np.array(((1.0, 0.0), (-1.0, 0.0), (0.0, -1.0))):
            found = np.array([unlike[pixel_of(scene, ground, feet + share * felt * away)] for share in shares])
            assert shares[found == found.min()].mean() == pytest.approx(1.0, abs=0.02)


def pixel_of(scene, ground, theta):
    """Return the row and the column of the pixel at which the ground of a place is drawn."""
    place = pixel_on_surface(scene, ground, theta)
    return int(place.y()), int(place.x())


@pytest.mark.parametrize("dense", [False, True])
def test_a_line_runs_around_the_ground_that_is_felt_as_far_as_the_stride(on, pixels, dense):
    scene, ground = on("himmelblau")
    scene.look_from(Eye.ABOVE)
    scene.show_contours(False)
    walker = walker_at(ground, (0.0, 0.0))
    ring = np.array(QColor(SceneColours.light().text).getRgb()[:3])

    def darkness(pictured, away):
        """How near to the line's colour the ground gets at a distance from the feet, on average over all sides."""
        found = []
        for angle in np.linspace(0.3, 6.2, 12):
            place = pixel_on_surface(scene, ground, away * np.array((np.cos(angle), np.sin(angle))))
            found.append(np.abs(around(pictured, place, 1).reshape(-1, 3) - ring).max(axis=-1).min())
        return float(np.mean(found))

    for felt in (1.5, 2.4):
        scene.show_walkers((replace(walker, felt=felt),))
        scene.set_blindfold(True, 1.0, dense=dense)
        folded = pixels(scene)
        assert darkness(folded, felt) < 45
        assert min(darkness(folded, share * felt) for share in (0.5, 0.9, 1.1)) > 1.5 * darkness(folded, felt)
        scene.set_blindfold(False, 1.0)
