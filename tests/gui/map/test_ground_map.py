from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trekker.ground import Minimum
from trekker.gui.map.ground_map import arrow_outline
from trekker.gui.scene.landscape import sample
from trekker.gui.scene.surface_mesh import contour_levels, terrain_colours
from trekker.gui.scene.walker import SceneColours
from trekker.terrain.gallery import gallery

MAGENTA = [255, 0, 255]


def pixel_at(picture, ground_map, place):
    pixel = ground_map.pixel_of(np.array(place)).toPoint()
    return picture[pixel.y(), pixel.x()]


def around(picture, ground_map, place, radius):
    pixel = ground_map.pixel_of(np.array(place)).toPoint()
    return picture[pixel.y() - radius : pixel.y() + radius + 1, pixel.x() - radius : pixel.x() + radius + 1]


def has(picture, colour):
    return bool((picture == colour).all(axis=-1).any())


def fog():
    return list(QColor(SceneColours.light().fog).getRgb()[:3])


def drag(ground_map, start, end):
    """Take the left button from one place to another, over many pixels."""
    target, none = ground_map.viewport(), Qt.KeyboardModifier.NoModifier
    first, last = (ground_map.pixel_of(np.array(each)) for each in (start, end))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(target, left, none, first.toPoint())
    for share in (0.3, 0.6, 1.0):
        pixel = first + (last - first) * share
        moved = QMouseEvent(QEvent.Type.MouseMove, pixel, QPointF(target.mapToGlobal(pixel)), left, left, none)
        QApplication.sendEvent(target, moved)
    QTest.mouseRelease(target, left, none, last.toPoint())


def test_the_names_of_the_axes_stand_as_they_are_whatever_signs_are_in_them(ground_map, landscape, picture_of):
    ground_map.show_landscape(replace(landscape, axes=("weight of a<b", "R&D &amp; more")))
    picture_of(ground_map)
    names = [ground_map.getAxis(side).label.toPlainText() for side in ("bottom", "left")]
    assert names == ["weight of a<b", "R&D &amp; more"]


def test_the_ground_is_painted_in_the_colours_of_the_mountain(ground_map, landscape, picture_of):
    picture = picture_of(ground_map)
    for column, row in ((20, 20), (60, 60), (100, 30), (30, 95)):
        place = landscape.x[column], landscape.y[row]
        wanted = terrain_colours(landscape.heights[column, row]) * 255
        spot = around(picture, ground_map, place, 2).reshape(-1, 3)
        assert np.abs(spot - wanted).max(axis=1).min() < 22


def test_every_place_has_the_colour_of_the_layer_between_two_contour_costs_that_its_true_cost_lies_in(
    ground_map, landscape, picture_of
):
    relief, picture = landscape.relief, picture_of(ground_map)
    lines = relief.height(contour_levels(landscape))
    edges = np.sort(np.concatenate((lines, (lines[:-1] + lines[1:]) / 2)))
    probes = np.random.default_rng(5).uniform(-4.8, 4.8, (400, 2))
    x, y = probes.T
    heights = relief.height((x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2)
    layer = np.searchsorted(edges, heights)
    within = (layer > 0) & (layer < len(edges)) & (np.abs(heights[:, None] - edges).min(axis=1) > 0.02)
    found = 0
    for place, number in zip(probes[within], layer[within], strict=True):
        spot = around(picture, ground_map, place, 1).reshape(-1, 3)
        if (spot == spot[0]).all():  # no line runs here
            tone = terrain_colours((edges[number - 1] + edges[number]) / 2) * 255
            assert spot[0] == pytest.approx(tone, abs=1.0)
            found += 1
    assert found > 60


def test_the_map_has_the_mountains_proportions_so_that_descent_crosses_contours_at_right_angles(ground_map, qtbot):
    wide = sample(gallery()["stretched_bowl"].ground())
    ground_map.show_landscape(wide)
    for size in ((640, 520), (300, 500)):
        ground_map.resize(*size)
        qtbot.waitUntil(lambda size=size: ground_map.viewport().width() == size[0])
        none, one = ground_map.pixel_of(np.zeros(2)), ground_map.pixel_of(np.ones(2))
        drawn = np.array((one.x() - none.x(), none.y() - one.y()))
        assert drawn[0] / drawn[1] == pytest.approx(wide.unit[0] / wide.unit[1], rel=0.02)
        for corner in (wide.bounds.lower, wide.bounds.upper):
            assert ground_map.rect().contains(ground_map.pixel_of(corner).toPoint())


@pytest.mark.parametrize("radius", [1.0, 2.2])
def test_the_patch_that_is_felt_is_as_wide_as_the_stride(ground_map, walker, picture_of, radius):
    ground_map.show_walkers((walker((0.5, -0.5), felt=radius),))
    ground_map.set_blindfold(True, 0.4)
    clear = (picture_of(ground_map) != fog()).any(axis=-1)
    middle, rim = (ground_map.pixel_of(np.array(at)) for at in ((0.5, -0.5), (0.5 + radius, -0.5)))
    row, first, last = round(middle.y()) + 20, round(middle.x()), round(rim.x())
    half = math.sqrt((rim.x() - middle.x()) ** 2 - 20**2)
    inside = np.flatnonzero(clear[row, first : last + 30])
    assert inside.max() + 1 == pytest.approx(half, abs=2.0)


def test_a_pixel_and_its_place_answer_each_other(ground_map):
    for place in ((0.0, 0.0), (3.0, 2.0), (-4.5, 4.5)):
        pixel = QPointF(ground_map.pixel_of(np.array(place)).toPoint())
        assert ground_map.pixel_of(ground_map.place_at(pixel)).toPoint() == pixel.toPoint()
        assert ground_map.place_at(pixel) == pytest.approx(place, abs=0.03)


def test_no_place_lies_beside_the_ground(ground_map):
    assert ground_map.place_at(QPointF(2, 2)) is None


def test_a_trail_and_its_trekker_are_drawn_in_its_colour_and_go_with_it(ground_map, walker, picture_of):
    ground_map.show_walkers((walker((-4.0, 0.0), (4.0, 0.0)),))
    picture = picture_of(ground_map)
    assert pixel_at(picture, ground_map, (4.0, 0.0)).tolist() == MAGENTA
    assert has(around(picture, ground_map, (0.0, 0.0), 2), MAGENTA)
    assert not has(around(picture, ground_map, (0.0, 1.0), 2), MAGENTA)
    ground_map.show_walkers(())
    assert not has(picture_of(ground_map), MAGENTA)


def test_the_blindfold_hides_what_is_farther_than_each_trekker_feels(ground_map, walker, picture_of):
    ground_map.show_walkers((walker((-3.0, -3.0)), walker((3.0, 3.0), felt=2.0)))
    ground_map.set_blindfold(True, 1.0)
    picture = picture_of(ground_map)
    assert pixel_at(picture, ground_map, (0.0, 0.0)).tolist() == fog()
    assert pixel_at(picture, ground_map, (-3.0, -2.3)).tolist() != fog()
    assert pixel_at(picture, ground_map, (-3.0, -1.5)).tolist() == fog()
    assert pixel_at(picture, ground_map, (3.0, 1.5)).tolist() != fog()
    ground_map.set_motion(False)
    ground_map.set_blindfold(False, 1.0)
    assert not has(picture_of(ground_map), fog())


def test_what_was_walked_is_faintly_remembered_on_the_map(ground_map, walker, picture_of):
    ground_map.show_walkers((walker((-3.0, -3.0), (3.0, 3.0)),))
    clear = picture_of(ground_map)
    ground_map.set_blindfold(True, 1.0)
    folded = picture_of(ground_map)
    near, far = (-2.6, -3.1), (-3.0, 3.0)
    shown = pixel_at(folded, ground_map, near)
    share = (np.array(fog()) - shown) / (np.array(fog()) - pixel_at(clear, ground_map, near))
    assert ((share > 0.1) & (share < 0.36)).all()
    assert pixel_at(folded, ground_map, far).tolist() == fog()


def test_a_dense_blindfold_leaves_nothing_of_the_map_but_what_was_felt_and_walked(ground_map, walker, picture_of):
    ground_map.show_walkers((walker((0.0, 0.0), (1.0, 0.5)),))
    clear = picture_of(ground_map)
    ground_map.set_blindfold(True, 1.0, dense=True)
    folded = picture_of(ground_map)
    background = list(QColor(SceneColours.light().background).getRgb()[:3])
    places = [(x, y) for x in np.linspace(-4.9, 4.9, 50) for y in np.linspace(-4.9, 4.9, 50)]
    for place in places:
        if min(math.dist(place, (0.0, 0.0)), math.dist(place, (1.0, 0.5))) > 1.8:
            assert pixel_at(folded, ground_map, place).tolist() == background
    felt = (1.0, 1.2)
    assert pixel_at(folded, ground_map, felt).tolist() == pixel_at(clear, ground_map, felt).tolist()


def test_what_is_remembered_at_one_edge_of_the_map_shows_at_no_other(ground_map, walker, picture_of):
    ground_map.show_walkers((walker((-4.95, -4.95)),))
    ground_map.set_blindfold(True, 1.0)
    picture = picture_of(ground_map)

    def colours(place):
        return {tuple(each) for each in around(picture, ground_map, place, 3).reshape(-1, 3).tolist()}

    assert colours((5.0, -4.5)) <= colours((5.0, 0.3))
    assert colours((-4.5, 5.0)) <= colours((0.3, 5.0))


def test_the_fog_lifts_slowly_and_any_key_or_click_ends_that(ground_map, walker, picture_of):
    ground_map.show_walkers((walker((0.0, 0.0)),))
    clear = picture_of(ground_map)
    for end in (
        lambda: QTest.keyClick(ground_map, Qt.Key.Key_Home),
        lambda: QTest.mouseClick(ground_map.viewport(), Qt.MouseButton.RightButton, pos=QPoint(3, 3)),
    ):
        ground_map.set_blindfold(True, 1.0)
        ground_map.set_blindfold(False, 1.0)
        assert ground_map.revealing
        assert pixel_at(picture_of(ground_map), ground_map, (4.0, 4.0)).tolist() == fog()
        end()
        assert not ground_map.revealing
        assert (picture_of(ground_map) == clear).all()
    ground_map.set_motion(False)
    ground_map.set_blindfold(True, 1.0)
    ground_map.set_blindfold(False, 1.0)
    assert not ground_map.revealing


def test_a_ring_marks_a_minimum_unless_blindfolded(ground_map, picture_of):
    before = picture_of(ground_map)
    ground_map.show_minima((Minimum(np.array((3.0, 2.0)), 0.0, True),))
    after = picture_of(ground_map)
    assert has(around(after, ground_map, (3.0, 2.0), 9), [255, 255, 255])
    assert (around(before, ground_map, (-3.0, 2.0), 9) == around(after, ground_map, (-3.0, 2.0), 9)).all()
    ground_map.set_blindfold(True, 1.0)
    assert not has(around(picture_of(ground_map), ground_map, (3.0, 2.0), 9), [255, 255, 255])


def test_what_was_told_while_hidden_is_there_once_it_is_shown(ground_map, walker, picture_of):
    ground_map.hide()
    ground_map.show_walkers((walker((1.0, 1.0)),))
    ground_map.show()
    assert pixel_at(picture_of(ground_map), ground_map, (1.0, 1.0)).tolist() == MAGENTA


def test_a_click_tells_its_place(ground_map, qtbot):
    pixel = ground_map.pixel_of(np.array((1.0, -2.0))).toPoint()
    with qtbot.waitSignal(ground_map.ground_clicked) as clicked:
        QTest.mouseClick(ground_map.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pixel)
    assert clicked.args == pytest.approx([1.0, -2.0], abs=0.03)


def test_a_trekker_is_dragged_to_another_place_and_the_map_stays(ground_map, walker, qtbot):
    ground_map.show_walkers((walker((-3.0, 0.0)), walker((2.0, 1.0))))
    range_before, clicks = ground_map.getViewBox().viewRange(), []
    ground_map.ground_clicked.connect(lambda x, y: clicks.append((x, y)))
    with qtbot.waitSignal(ground_map.walker_dragged) as dragged:
        drag(ground_map, (2.0, 1.0), (4.0, -1.0))
    assert dragged.args == pytest.approx([1, 4.0, -1.0], abs=0.03)
    assert ground_map.getViewBox().viewRange() == range_before
    assert clicks == []


def test_a_click_on_a_trekker_drags_nobody(ground_map, walker):
    ground_map.show_walkers((walker((2.0, 1.0)),))
    dragged = []
    ground_map.walker_dragged.connect(lambda *told: dragged.append(told))
    pixel = ground_map.pixel_of(np.array((2.0, 1.0))).toPoint() + QPoint(1, 1)
    QTest.mouseClick(ground_map.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pixel)
    assert dragged == []


def test_a_drag_beside_every_trekker_pans(ground_map, walker):
    ground_map.show_walkers((walker((2.0, 1.0)),))
    before = ground_map.pixel_of(np.zeros(2))
    drag(ground_map, (-2.0, -2.0), (-1.0, -1.0))
    moved = ground_map.pixel_of(np.zeros(2)) - before
    assert moved.x() > 20
    assert moved.y() < -20


def test_the_keys_pan_and_zoom_and_home_shows_everything_again(ground_map):
    box = ground_map.getViewBox()

    def press(key):
        before = np.array(box.viewRange())
        QTest.keyClick(ground_map, key)
        return before, np.array(box.viewRange())

    whole = np.array(box.viewRange())
    before, after = press(Qt.Key.Key_Right)
    assert (after[0] > before[0]).all()
    before, after = press(Qt.Key.Key_Up)
    assert (after[1] > before[1]).all()
    before, after = press(Qt.Key.Key_Plus)
    assert (np.ptp(after, axis=1) < np.ptp(before, axis=1)).all()
    _, after = press(Qt.Key.Key_Home)
    assert after == pytest.approx(whole)


def test_shift_and_the_arrow_keys_push_the_trekker_and_leave_the_map(ground_map, qtbot):
    before = ground_map.getViewBox().viewRange()
    with qtbot.waitSignal(ground_map.walker_pushed) as pushed:
        QTest.keyClick(ground_map, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert pushed.args == [-1.0, 0.0]
    assert ground_map.getViewBox().viewRange() == before


def test_an_arrow_points_from_tail_to_head_and_is_never_too_short_to_be_seen():
    outline = arrow_outline((10.0, 10.0), (10.0, 110.0))
    assert outline[0] == pytest.approx((10.0, 10.0))
    assert outline[1] == pytest.approx((10.0, 110.0))
    assert outline[2][0] + outline[4][0] == pytest.approx(20.0)
    short = arrow_outline((0.0, 0.0), (1e-3, 0.0))
    assert short[1][0] > 20
    assert short[1][1] == 0


@pytest.mark.parametrize("head", [(1.0, 1.0), (math.nan, 0.0)])
def test_an_arrow_of_no_length_or_to_nowhere_is_not_drawn(head):
    assert len(arrow_outline((1.0, 1.0), head)) == 0


@pytest.mark.parametrize("dense", [False, True])
def test_a_line_runs_around_what_is_felt_and_nowhere_within(ground_map, walker, picture_of, dense):
    ground_map.show_walkers((walker((-3.0, -3.0)), walker((2.0, 2.0), felt=2.0)))
    ground_map.show_contours(False)
    ground_map.set_blindfold(True, 1.0, dense=dense)
    picture = picture_of(ground_map)
    ring = list(QColor(SceneColours.light().text).getRgb()[:3])
    for middle, radius in (((-3.0, -3.0), 1.0), ((2.0, 2.0), 2.0)):
        for angle in (0.4, 2.0, 3.5, 5.0):
            towards = np.array((np.cos(angle), np.sin(angle)))
            around_it = around(picture, ground_map, middle + radius * towards, 2).reshape(-1, 3)
            assert np.abs(around_it.astype(int) - ring).max(axis=-1).min() < 60
            for away in (0.75, 1.3):
                beside = around(picture, ground_map, middle + away * radius * towards, 2).reshape(-1, 3)
                assert np.abs(beside.astype(int) - ring).max(axis=-1).min() > 25
